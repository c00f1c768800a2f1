import LiveryDiagnostics

/// Block collections: YAML 1.2.2 chapter 8.2.
extension YAMLParser {
    /// Where a node is expected.
    struct NodeContext {
        /// The column of the collection that the node belongs to, `n` in the productions; -1 at the root.
        var indent: Int
        /// Whether a sequence may stand at that very column: block-out, [201] seq-space.
        var indentless: Bool
        /// Whether a collection may begin on the same line. [185] s-l+block-indented.
        var compact: Bool
        /// Whether ``position`` stands at the beginning of a line already.
        var fresh = false
        /// Whether a diagnostic speaks of the node already, should it be absent.
        var faulty = false

        init(indent: Int, indentless: Bool, compact: Bool, fresh: Bool = false, faulty: Bool = false) {
            self.indent = indent
            self.indentless = indentless
            self.compact = compact
            self.fresh = fresh
            self.faulty = faulty
        }

        /// The same place, on a later line.
        init(_ other: NodeContext, faulty: Bool) {
            self.init(indent: other.indent, indentless: other.indentless, compact: false, faulty: faulty)
        }
    }

    /// What is to be made of a node that turns out to be a key.
    enum Role {
        /// It is the key of the next entry of the innermost mapping.
        case entry
        /// It opens a mapping, unless the place allows none.
        case node(mayStart: Bool)
    }

    mutating func parseBlockNode(_ first: NodeContext) {
        var context = first
        while let next = parseBlockNodeStart(context) { context = next }
    }

    // MARK: Entries

    /// Moves to the next entry of an open collection, closes those that end before it, and returns where its node is
    /// expected. Nil at the end of the document.
    mutating func nextEntry() -> NodeContext? {
        while !stopped {
            skipSeparation()
            if position == end || (position == lineStart && isMarker(position)) { return nil }
            if tabbed { mendTabs() }
            if !alignFrames() { continue }
            broken = false
            let context =
                frames[frames.count - 1].kind == .blockSequence ? parseSequenceEntry() : parseMappingEntry()
            if let context { return context }
        }
        return nil
    }

    /// Closes the collections that the current line does not belong to. False, with the line reported and skipped, when
    /// it belongs to none.
    private mutating func alignFrames() -> Bool {
        let column = column(of: position)
        guard let depth = frames.lastIndex(where: { $0.indent <= column }), frames[depth].indent == column else {
            return mendIndentation(column)
        }
        while frames.count - 1 > depth { close(at: contentEnd) }
        // [201] seq-space: a sequence at its mapping's own column ends where the next key stands.
        let top = frames[depth]
        if top.kind == .blockSequence, depth > 0, frames[depth - 1].indent == column,
            !isIndicator(UInt8(ascii: "-"), at: position)
        {
            close(at: contentEnd)
        }
        return true
    }

    /// [184] c-l-block-seq-entry.
    private mutating func parseSequenceEntry() -> NodeContext? {
        let indent = frames[frames.count - 1].indent
        guard isIndicator(UInt8(ascii: "-"), at: position) || mendJoinedDash() else {
            report(.expectedItem(at: span(position, plainTail(from: position))))
            skipBrokenEntry()
            return nil
        }
        position += 1
        contentEnd = position
        return NodeContext(indent: indent, indentless: false, compact: true)
    }

    /// [188] ns-l-block-map-entry.
    private mutating func parseMappingEntry() -> NodeContext? {
        let top = frames.count - 1
        let indent = frames[top].indent
        if frames[top].state == .entry, let place = simpleKey() { return place }
        let explicit = NodeContext(indent: indent, indentless: true, compact: true)
        if isIndicator(UInt8(ascii: "?"), at: position) {
            // [190] c-l-block-map-explicit-key.
            if frames[top].state == .key { emitAbsent(at: contentEnd) }
            frames[top].state = .key
            position += 1
            contentEnd = position
            return explicit
        }
        if frames[top].state == .key {
            frames[top].state = .entry
            if isIndicator(UInt8(ascii: ":"), at: position) {
                // [191] l-block-map-explicit-value.
                position += 1
                contentEnd = position
                return explicit
            }
            emitAbsent(at: contentEnd)
        }
        var properties = Properties()
        if startsProperty(position) {
            parseProperties(into: &properties, inFlow: false)
            let crossed = skipSeparation()
            if crossed || position == end {
                report(.propertyWithoutNode(at: span(properties.start, contentEnd)))
                if crossed { position = lineStart }
                return nil
            }
        }
        return parseContent(NodeContext(indent: indent, indentless: true, compact: false), .entry, properties)
    }

    // MARK: Nodes

    /// [196] s-l+block-node, up to the next node inside it, whose place is returned.
    private mutating func parseBlockNodeStart(_ context: NodeContext) -> NodeContext? {
        if !context.fresh, simpleValue(context) { return nil }
        var place = contentEnd
        var fresh = skipSeparation() || context.fresh
        guard belongs(context, fresh) else {
            emitAbsent(at: place, faulty: context.faulty)
            return nil
        }
        var outer = Properties()
        var inner = Properties()
        while startsProperty(position) {
            let wasTabbed = tabbed
            parseProperties(into: &inner, inFlow: false)
            place = contentEnd
            guard skipSeparation() else {
                tabbed = wasTabbed
                break
            }
            outer = merge(outer, inner)
            inner = Properties()
            fresh = true
            guard belongs(context, fresh) else { break }
        }
        guard position < end, !fresh || belongs(context, fresh) else {
            emitAbsent(merge(outer, inner), at: place)
            return nil
        }
        return parseContent(context, .node(mayStart: fresh || context.compact), inner, outer, fresh: fresh)
    }

    /// Whether the token at ``position`` is part of the node that is expected, and not of something around it.
    private mutating func belongs(_ context: NodeContext, _ fresh: Bool) -> Bool {
        if position == end { return false }
        if !fresh { return true }
        if position == lineStart && isMarker(position) { return false }
        if tabbed && lineIndent <= context.indent { mendTabs(below: context.indent) }
        if lineIndent > context.indent { return true }
        return context.indentless && lineIndent == context.indent && isIndicator(UInt8(ascii: "-"), at: position)
    }

    /// The node itself, behind its properties: those on its own line are `inner`, those on lines before are `outer`.
    private mutating func parseContent(
        _ context: NodeContext, _ role: Role, _ inner: Properties, _ outer: Properties = Properties(),
        fresh: Bool = true
    ) -> NodeContext? {
        let byte = bytes[position]
        switch byte {
        case UInt8(ascii: "-") where bytes[position + 1].isBlankOrEnd:
            return startSequence(context, role, inner, outer)
        case UInt8(ascii: "?") where bytes[position + 1].isBlankOrEnd,
            UInt8(ascii: ":") where bytes[position + 1].isBlankOrEnd:
            return startMapping(role, inner, outer)
        case UInt8(ascii: "|"), UInt8(ascii: ">"):
            if case .entry = role {
                let end = plainLineEnd(from: position, inFlow: false)
                return missingColon(role, inner, from: position, to: end)
            }
            parseBlockScalar(indent: context.indent, merge(outer, inner))
            return nil
        case UInt8(ascii: "["), UInt8(ascii: "{"):
            return parseFlowNode(context, role, inner, outer)
        case UInt8(ascii: "*") where bytes[position + 1].isAnchorCharacter:
            return parseAlias(context, role, inner, outer)
        case UInt8(ascii: "\""), UInt8(ascii: "'"):
            return parseQuoted(context, role, inner, outer, fresh: fresh)
        default:
            return parsePlain(context, role, inner, outer, fresh: fresh)
        }
    }

    /// [183] l+block-sequence, [186] ns-l-compact-sequence.
    private mutating func startSequence(
        _ context: NodeContext, _ role: Role, _ inner: Properties, _ outer: Properties
    ) -> NodeContext? {
        if !inner.isEmpty { report(.propertyBeforeDash(at: propertySpan(inner, before: position))) }
        switch role {
        case .entry:
            report(.dashInMapping(at: span(position, position + 1)))
            skipBrokenEntry()
            return nil
        case .node(let mayStart):
            if tabbed { mendTabs() }
            if !mayStart { report(.listOnKeyLine(at: span(position, position + 1))) }
        }
        let indent = column(of: position)
        open(.blockSequence, from: position, merge(outer, inner), indent: indent)
        position += stopped ? 0 : 1
        contentEnd = position
        return NodeContext(indent: indent, indentless: false, compact: true)
    }

    /// A mapping whose first key is explicit or not written. [187] l+block-mapping, [195] ns-l-compact-mapping.
    private mutating func startMapping(_ role: Role, _ inner: Properties, _ outer: Properties) -> NodeContext? {
        let isExplicit = bytes[position] == UInt8(ascii: "?")
        if isExplicit && !inner.isEmpty { report(.propertyBeforeDash(at: propertySpan(inner, before: position))) }
        if case .node(false) = role {
            report(.unexpectedIndicator(at: span(position, position + 1)))
            emitAbsent(merge(outer, inner), at: contentEnd, faulty: true)
            skipBrokenEntry()
            return nil
        }
        let indent = openMapping(role, outer, from: inner.isEmpty ? position : inner.start)
        if isExplicit {
            frames[frames.count - 1].state = .key
        } else {
            emitAbsent(inner, at: position)
        }
        position += stopped ? 0 : 1
        contentEnd = position
        return NodeContext(indent: indent, indentless: true, compact: isExplicit)
    }

    /// Opens the mapping whose first key begins here, unless the key is an entry of a mapping that is open. Returns the
    /// mapping's column.
    mutating func openMapping(_ role: Role, _ outer: Properties, from start: Int) -> Int {
        guard case .node = role else { return frames[frames.count - 1].indent }
        if tabbed { mendTabs() }
        let indent = column(of: start)
        open(.blockMapping, from: start, outer, indent: indent)
        return indent
    }

    /// A key is read and `:` follows. [193] ns-l-block-map-implicit-entry.
    mutating func afterKey(_ indent: Int) -> NodeContext {
        position = skippingWhite(position) + 1
        contentEnd = position
        return NodeContext(indent: indent, indentless: true, compact: false)
    }

    /// Whether `:` follows and makes a key of what stands before it.
    func isKeyEnd(_ offset: Int) -> Bool {
        isIndicator(UInt8(ascii: ":"), at: skippingWhite(offset))
    }

    /// [77] s-b-comment: nothing but a comment may follow on this line.
    mutating func finishLine() {
        let next = skippingWhite(position)
        if bytes[next] == UInt8(ascii: "#") {
            if next == position, position > lineStart { report(.commentWithoutSpace(at: span(next, next + 1))) }
        } else if !bytes[next].isBreakOrEnd {
            reportTrailingText(from: next)
        }
        position = lineEnd(from: next)
    }

    /// The end of the text on this line, a comment not counted.
    func plainTail(from start: Int) -> Int {
        var index = start
        var last = start
        while !bytes[index].isBreakOrEnd {
            if bytes[index] == UInt8(ascii: "#"), bytes[index - 1].isWhite, index > start { break }
            if !bytes[index].isWhite { last = index + 1 }
            index += 1
        }
        return last
    }
}

extension Diagnostic {
    static func expectedItem(at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            code: "yaml/expected-item",
            "This line stands among the items of a list, but does not begin with `- `.",
            at: span,
            help: "Begin it with `- ` if it is an item; indent it further if it belongs to the item above.")
    }

    static func dashInMapping(at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            code: "yaml/expected-key",
            "A list item stands here among keys.",
            at: span,
            help: "Give the list a key of its own, on the line above.")
    }

    static func listOnKeyLine(at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            code: "yaml/list-on-key-line",
            "A list cannot begin on the line of its key.",
            at: span,
            help: "Begin the list on the next line, or put the text in quotes if the dash is part of it.")
    }

    static func propertyBeforeDash(at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            code: "yaml/misplaced-anchor",
            "An anchor or tag cannot stand before a list item or `?` on the same line.",
            at: span)
    }

    static func propertyWithoutNode(at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            code: "yaml/misplaced-anchor",
            "This anchor or tag belongs to nothing.",
            at: span,
            help: "Write it behind the `:` of a key, or put it in quotes if it is text.")
    }

    static func unexpectedIndicator(at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            code: "yaml/colon-in-value",
            "This sign stands for a key, and a second key cannot begin here.",
            at: span,
            help: "Put the value in quotes if the sign is part of it.")
    }

    static func commentWithoutSpace(at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            code: "yaml/comment-without-space",
            "A comment needs a space before its `#`.",
            at: span,
            fixes: [
                Fix(
                    title: "insert a space",
                    span: SourceSpan(file: span.file, start: span.start, end: span.start), replacement: " ")
            ])
    }

    static func trailingText(at span: SourceSpan, after end: Int, fix: Fix?) -> Diagnostic {
        let valueEnd = SourceSpan(file: span.file, start: UInt32(end), end: UInt32(end))
        return Diagnostic(
            code: "yaml/trailing-text",
            "The value has ended, and this text follows it on the same line.",
            at: span,
            related: [Label(span: valueEnd, text: "the value ends here")],
            help: "Put the whole value in quotes, or remove what follows it.",
            fixes: fix.map { [$0] } ?? [])
    }
}
