import LiveryDiagnostics

/// Flow collections: YAML 1.2.2 chapter 7.4.
extension YAMLParser {
    /// A flow collection in block context: a value, or a key.
    mutating func parseFlowNode(
        _ context: NodeContext, _ role: Role, _ inner: Properties, _ outer: Properties
    ) -> NodeContext? {
        let start = position
        let firstLine = lineStart
        let keyStart = inner.isEmpty ? start : inner.start
        let column = column(of: keyStart)
        let wasTabbed = tabbed
        let reserved = events.count
        var mayBeKey = false
        if case .node(let mayStart) = role { mayBeKey = mayStart }
        if mayBeKey { emit(.reserved, from: start, to: start) }
        let opener = events.count
        guard parseFlowCollection(indent: context.indent, inner) else {
            if case .entry = role { emitAbsent(at: contentEnd, faulty: true) }
            return nil
        }
        guard isKeyEnd(position) else {
            if case .entry = role { return missingKeyColon(opener) }
            if !outer.isEmpty { set(merge(outer, inner), at: opener) }
            finishLine()
            return nil
        }
        if lineStart != firstLine {
            report(.keyOnSeveralLines(at: span(start, position)))
            lineShift = column - keyStart + lineStart
        }
        checkKeyLength(from: start)
        switch role {
        case .entry:
            return afterKey(frames[frames.count - 1].indent)
        case .node(false):
            return finishSecondKey()
        case .node:
            tabbed = wasTabbed
            return afterKey(openReserved(reserved, .blockMapping, from: keyStart, outer))
        }
    }

    /// Makes the room kept before a flow collection the mapping that the collection is the first key of.
    private mutating func openReserved(
        _ reserved: Int, _ kind: Frame.Kind, from start: Int, _ properties: Properties = Properties()
    ) -> Int {
        if kind == .blockMapping && tabbed { mendTabs() }
        guard frames.count < limits.depth else {
            stop(.tooDeep(limit: limits.depth, at: span(start, start + 1)))
            return 0
        }
        let indent = column(of: start)
        events[reserved] = YAMLEvent(
            kind: .mappingStart, style: kind == .blockMapping ? .block : .flow,
            start: UInt32(truncatingIfNeeded: start), end: UInt32(truncatingIfNeeded: start))
        set(properties, at: reserved)
        frames.append(Frame(kind: kind, indent: indent, event: reserved))
        return indent
    }

    /// [137] c-flow-sequence or [140] c-flow-mapping, with all that is in it. False when it is never closed: then
    /// ``position`` is the beginning of the line that shows it.
    private mutating func parseFlowCollection(indent: Int, _ properties: Properties) -> Bool {
        let base = frames.count
        hasIndentationFault = false
        openFlow(properties)
        while frames.count > base, !stopped {
            guard flowStep(indent, base: base) else {
                while frames.count > base { close(at: contentEnd) }
                broken = true
                return false
            }
        }
        return true
    }

    private mutating func openFlow(_ properties: Properties) {
        open(bytes[position] == UInt8(ascii: "[") ? .flowSequence : .flowMapping, from: position, properties)
        position += stopped ? 0 : 1
        contentEnd = position
    }

    private mutating func flowStep(_ indent: Int, base: Int) -> Bool {
        guard skipFlowSeparation(indent, base: base) else { return false }
        let top = frames.count - 1
        let byte = bytes[position]
        if bytes[position] == UInt8(ascii: "#") {
            report(.commentWithoutSpace(at: span(position, position + 1)))
            position = lineEnd(from: position)
            return true
        }
        if frames[top].kind == .flowPair {
            return stepPair(indent, base: base)
        }
        if byte == UInt8(ascii: "]") || byte == UInt8(ascii: "}") {
            closeFlow(byte, base: base)
            return true
        }
        switch frames[top].state {
        case .entry: return stepEntry(indent, base: base)
        case .key: return stepKey(indent, base: base)
        case .entryEnd: return stepEntryEnd()
        }
    }

    /// Behind the opening bracket or a comma.
    private mutating func stepEntry(_ indent: Int, base: Int) -> Bool {
        let top = frames.count - 1
        if bytes[position] == UInt8(ascii: ",") {
            report(.extraComma(at: span(position, position + 1)))
            position += 1
            return true
        }
        let isExplicit = isIndicator(UInt8(ascii: "?"), at: position)
        if frames[top].kind == .flowMapping {
            // [142] ns-flow-map-entry.
            frames[top].state = .key
            position += isExplicit ? 1 : 0
            if isExplicit { contentEnd = position }
            return isExplicit ? parseKeyBehindMark(indent, base: base) : parseFlowItem(indent, base: base)
        }
        // [139] ns-flow-seq-entry.
        frames[top].state = .entryEnd
        frames[top].entryLine = lineStart
        frames[top].entryEvent = events.count
        guard isExplicit else { return parseFlowItem(indent, base: base) }
        open(.flowPair, from: position)
        if stopped { return false }
        frames[frames.count - 1].state = .key
        position += 1
        contentEnd = position
        return parseKeyBehindMark(indent, base: base)
    }

    /// [143] ns-flow-map-explicit-entry: the key behind `?`, which may be absent.
    private mutating func parseKeyBehindMark(_ indent: Int, base: Int) -> Bool {
        guard skipFlowSeparation(indent, base: base) else {
            emitAbsent(at: contentEnd)
            return false
        }
        return parseFlowItem(indent, base: base)
    }

    /// Behind a mapping's key.
    private mutating func stepKey(_ indent: Int, base: Int) -> Bool {
        let top = frames.count - 1
        if isFlowValueMark {
            // [147] c-ns-flow-map-separate-value, [149] c-ns-flow-map-adjacent-value.
            let next = bytes[position + 1]
            if next == UInt8(ascii: "[") || next == UInt8(ascii: "{"), !isBehindJSONKey {
                report(.missingSpace(after: span(position, position + 1)))
            }
            position += 1
            contentEnd = position
            frames[top].state = .entryEnd
            if bytes[position + 1] == UInt8(ascii: "#"), mendColorComment(indent) { return true }
            guard skipFlowSeparation(indent, base: base) else {
                emitAbsent(at: contentEnd)
                return false
            }
            return parseFlowItem(indent, base: base)
        }
        emitAbsent(at: contentEnd)
        frames[top].state = .entryEnd
        return true
    }

    /// Behind an entry.
    private mutating func stepEntryEnd() -> Bool {
        let top = frames.count - 1
        if bytes[position] == UInt8(ascii: ",") {
            position += 1
            contentEnd = position
            frames[top].state = .entry
            return true
        }
        if frames[top].kind == .flowSequence, frames[top].entryEvent >= 0, isFlowValueMark {
            openPair()
            return !stopped
        }
        if bytes[position] == UInt8(ascii: ":") {
            if mendMissingComma() { return true }
            report(.unexpectedColon(at: span(position, position + 1)))
            position += 1
        } else {
            report(.missingComma(after: span(contentEnd, contentEnd)))
        }
        frames[top].state = .entry
        return true
    }

    /// [150] ns-flow-pair: what was read as an item of the sequence is the key of a mapping.
    private mutating func openPair() {
        let top = frames.count - 1
        let key = frames[top].entryEvent
        let start = keyStart(events[key].kind == .reserved ? key + 1 : key)
        if frames[top].entryLine != lineStart { report(.keyOnSeveralLines(at: span(start, contentEnd))) }
        checkKeyLength(from: start)
        if events[key].kind == .reserved {
            _ = openReserved(key, .flowPair, from: start)
        } else {
            let event = events.removeLast()
            let named = event.flags.contains(.hasProperties) ? properties.removeValue(forKey: key) : nil
            open(.flowPair, from: start)
            events.append(event)
            properties[key + 1] = named
        }
        if !stopped { frames[frames.count - 1].state = .key }
    }

    private func keyStart(_ key: Int) -> Int {
        var start = events[key].start
        if let found = properties[key] {
            if found.anchor != YAMLEvent.none { start = min(start, found.anchor) }
            if found.tag != YAMLEvent.none { start = min(start, tags[Int(found.tag)].start) }
        }
        return Int(start)
    }

    private mutating func stepPair(_ indent: Int, base: Int) -> Bool {
        let top = frames.count - 1
        guard frames[top].state == .key else {
            close(at: contentEnd)
            // A `:` behind it is no second pair.
            frames[top - 1].entryEvent = -1
            return true
        }
        return stepKey(indent, base: base)
    }

    /// [161] ns-flow-node: the next node, which may be absent. A collection is only opened.
    private mutating func parseFlowItem(_ indent: Int, base: Int) -> Bool {
        var properties = Properties()
        while startsProperty(position) {
            parseProperties(into: &properties, inFlow: true)
            guard skipFlowSeparation(indent, base: base) else {
                emitAbsent(properties, at: contentEnd)
                return false
            }
        }
        switch bytes[position] {
        case UInt8(ascii: ","), UInt8(ascii: "]"), UInt8(ascii: "}"):
            emitAbsent(properties, at: contentEnd)
        case UInt8(ascii: ":") where isFlowValueMark:
            contentEnd = position
            emitAbsent(properties, at: position)
        case UInt8(ascii: "["), UInt8(ascii: "{"):
            if frames[frames.count - 1].kind == .flowSequence { emit(.reserved, from: position, to: position) }
            openFlow(properties)
        case UInt8(ascii: "\""), UInt8(ascii: "'"):
            return parseFlowQuoted(indent, base: base, properties)
        case UInt8(ascii: "*") where bytes[position + 1].isAnchorCharacter:
            let start = position
            parseAliasName(properties)
            emit(.alias, from: start, to: position)
        default:
            parseFlowPlain(indent, properties)
        }
        return !stopped
    }

    /// Whether `:` stands here as the sign of a value. Behind a quoted key or a collection nothing need follow it.
    private var isFlowValueMark: Bool {
        guard bytes[position] == UInt8(ascii: ":") else { return false }
        let next = bytes[position + 1]
        return next.isBlankOrEnd || next.isFlowIndicator || isBehindJSONKey
    }

    /// Whether a quoted scalar or a collection ends right here or before blanks. [155] c-s-implicit-json-key.
    private var isBehindJSONKey: Bool {
        guard let last = events.last, contentEnd == Int(last.end) else { return false }
        switch last.kind {
        case .sequenceEnd, .mappingEnd: return true
        case .scalar: return last.style == .singleQuoted || last.style == .doubleQuoted
        default: return false
        }
    }

    private mutating func closeFlow(_ byte: UInt8, base: Int) {
        let top = frames.count - 1
        let isSequence = byte == UInt8(ascii: "]")
        let fits = frames[top].kind == (isSequence ? .flowSequence : .flowMapping)
        if !fits {
            if mendUnclosedBracket(base: base) { return }
            let bracket = top == base ? (isSequence ? "}" : "]") : nil
            report(.wrongBracket(at: span(position, position + 1), opened: openSpan(top), meant: bracket))
        }
        if frames[top].kind == .flowMapping && frames[top].state == .key { emitAbsent(at: contentEnd) }
        frames[top].state = .entryEnd
        position += 1
        contentEnd = position
        close(at: position)
    }

    func openSpan(_ frame: Int) -> SourceSpan {
        let start = Int(events[frames[frame].event].start)
        return span(start, start + 1)
    }

    /// [80] s-separate inside a flow collection: each line must be indented more than the block around it.
    @inline(__always)
    private mutating func skipFlowSeparation(_ indent: Int, base: Int) -> Bool {
        let next = bytes[position] == .space ? position + 1 : position
        if bytes[next] > UInt8(ascii: "#") || bytes[next] == UInt8(ascii: "\""), position > lineStart {
            // Most tokens: behind nothing or one space on the line of the one before.
            position = next
            tabbed = false
            return true
        }
        let crossed = skipSeparation()
        guard position < end else {
            if !stopped { reportUnclosedBracket(base: base, stoppedBy: nil) }
            return false
        }
        guard crossed else { return true }
        let isMarkerLine = position == lineStart && isMarker(position)
        guard isMarkerLine || lineIndent <= indent else { return true }
        if isMarkerLine || looksLikeEntry(position) {
            reportUnclosedBracket(base: base, stoppedBy: span(position, position + 1))
            position = lineStart
            return false
        }
        if tabbed {
            mendTabs(below: indent)
        } else if !hasIndentationFault {
            hasIndentationFault = true
            report(.flowIndentation(at: span(lineStart, position), spaces: indent + 1, opened: openSpan(base)))
        }
        return true
    }
}

extension Diagnostic {
    static func extraComma(at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            code: "yaml/extra-comma",
            "A comma stands here without a value before it.",
            at: span,
            fixes: [Fix(title: "remove the comma", span: span, replacement: "")])
    }

    static func unexpectedColon(at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            code: "yaml/colon-in-value",
            "A value cannot hold a second `:` here.",
            at: span,
            help: "Put the value in quotes if the colon is part of it.")
    }

    static func flowIndentation(at span: SourceSpan, spaces: Int, opened: SourceSpan) -> Diagnostic {
        Diagnostic(
            code: "yaml/indentation",
            "A line inside brackets must be indented further than the key before them.",
            at: span,
            related: [Label(span: opened, text: "the bracket opened here")],
            fixes: [
                Fix(title: "indent the line", span: span, replacement: String(repeating: " ", count: spaces + 1))
            ])
    }
}
