import LiveryDiagnostics

/// Composes the representation graph, YAML 1.2.2 section 3.1.2: gives each alias its target, and holds the first
/// document to the profile of a definition. One pass over the events, with a stack of its own.
struct YAMLComposer {
    enum Profile {
        /// All documents, any key, any tag.
        case full
        /// One document, and what else ``YAMLDocument`` demands.
        case definition
    }

    private let stream: YAMLEvents
    private let limits: YAMLLimits
    private let profile: Profile
    private var events: ContiguousArray<YAMLEvent>
    private(set) var diagnostics: [Diagnostic] = []
    /// The events of the documents' roots.
    private(set) var roots: [Int] = []

    private var open: [Collection] = []
    /// The keys of the mappings that are open, innermost last.
    private var keys: [Key] = []
    /// The latest node of each name. [3.2.2.2]: a name may be given again.
    private var anchors: [ArraySlice<UInt8>: Anchor] = [:]
    /// What following each alias would cost a reader.
    private var expanded = 0
    private var isBomb = false

    private struct Collection {
        let event: Int
        let firstKey: Int
        /// The node to come is a key.
        var atKey: Bool
        /// Nodes in it so far and the depth below it, aliases followed.
        var size = 1
        var depth = 1
    }

    private struct Key {
        let event: Int
        var mark: UInt64 = 0
    }

    private struct Anchor {
        let event: Int
        /// 0 while the node is open.
        var size = 0
        var depth = 0
    }

    init(_ stream: YAMLEvents, limits: YAMLLimits, profile: Profile) {
        self.stream = stream
        self.profile = profile
        self.limits = limits
        events = stream.events
    }

    func composed() -> YAMLEvents {
        YAMLEvents(file: stream.file, bytes: stream.bytes, events: events, tags: stream.tags)
    }

    mutating func compose() {
        var documents = 0
        for index in events.indices {
            let event = events[index]
            switch event.kind {
            case .documentStart:
                documents += 1
                anchors.removeAll(keepingCapacity: true)
                if documents == 2 && profile == .definition {
                    let start = event.start
                    let span = SourceSpan(file: stream.file, start: start, end: max(event.end, start + 1))
                    report(.severalDocuments(at: span))
                    return
                }
            case .sequenceStart, .mappingStart:
                beginNode(index)
                open.append(Collection(event: index, firstKey: keys.count, atKey: event.kind == .mappingStart))
            case .sequenceEnd, .mappingEnd:
                endCollection()
            case .scalar:
                beginNode(index)
                endNode(index, size: 1, depth: 0)
            case .alias:
                beginNode(index)
                let target = resolve(index)
                endNode(index, size: target?.size ?? 1, depth: target?.depth ?? 0)
            case .reserved, .streamStart, .streamEnd, .documentEnd:
                break
            }
        }
    }

    private mutating func report(_ diagnostic: Diagnostic) {
        if diagnostics.count < YAMLParser.diagnosticLimit { diagnostics.append(diagnostic) }
    }

    // MARK: Nodes

    private mutating func beginNode(_ index: Int) {
        let event = events[index]
        if open.isEmpty { roots.append(index) }
        if event.anchor != YAMLEvent.none { anchors[stream.name(at: event.anchor)] = Anchor(event: index) }
        guard profile == .definition else { return }
        if event.tag != YAMLEvent.none { checkTag(stream.tags[Int(event.tag)]) }
        if event.style == .plain, event.flags == .decoded || open.isEmpty, event.kind == .scalar {
            checkPlainLines(index)
        }
        guard let parent = open.last, parent.atKey else {
            if event.flags.contains(.absent) { checkHashComment(index) }
            return
        }
        keys.append(Key(event: index))
        if event.flags.contains(.faulty) { return }
        if event.kind == .sequenceStart || event.kind == .mappingStart {
            report(.collectionKey(at: keySpan(event)))
        } else if event.flags.contains(.absent) {
            report(.emptyKey(at: stream.span(event)))
        } else if isMergeKey(event) {
            report(.mergeKey(at: stream.span(event)))
        }
    }

    /// Counts the node into the collection around it.
    private mutating func endNode(_ index: Int, size: Int, depth: Int) {
        let anchor = events[index].anchor
        if anchor != YAMLEvent.none {
            let name = stream.name(at: anchor)
            if anchors[name]?.event == index { anchors[name] = Anchor(event: index, size: size, depth: depth) }
        }
        guard !open.isEmpty else { return }
        let top = open.count - 1
        if open[top].atKey, profile == .definition { keys[keys.count - 1].mark = mark(of: index) }
        open[top].size = min(open[top].size + size, Int(UInt32.max))
        open[top].depth = max(open[top].depth, depth + 1)
        open[top].atKey = events[open[top].event].kind == .mappingStart && !open[top].atKey
    }

    private mutating func endCollection() {
        guard let collection = open.popLast() else { return }
        if events[collection.event].kind == .mappingStart {
            if profile == .definition { checkKeys(from: collection.firstKey) }
            keys.removeLast(keys.count - collection.firstKey)
        }
        endNode(collection.event, size: collection.size, depth: collection.depth)
    }

    /// Collection keys can be long; the first character shows which.
    private func keySpan(_ event: YAMLEvent) -> SourceSpan {
        SourceSpan(file: stream.file, start: event.start, end: min(event.end, event.start + 1))
    }

    // MARK: Aliases

    /// [7.1] An alias stands for the latest node with its name before it.
    private mutating func resolve(_ index: Int) -> Anchor? {
        let span = stream.span(events[index])
        guard let anchor = anchors[stream.name(at: events[index].start)] else {
            events[index].flags.insert(.faulty)
            report(.undefinedAlias(at: span))
            return nil
        }
        guard anchor.size > 0 else {
            events[index].flags.insert(.faulty)
            let target = events[anchor.event].anchor
            report(
                .recursiveAlias(at: span, anchor: SourceSpan(file: stream.file, start: target, end: target + 1)))
            return nil
        }
        expanded += anchor.size
        if expanded > limits.aliasExpansion || open.count + anchor.depth > limits.depth {
            if !isBomb { report(.aliasExpansion(limit: limits.aliasExpansion, at: span)) }
            isBomb = true
            events[index].flags.insert(.faulty)
            return nil
        }
        events[index].link = UInt32(truncatingIfNeeded: anchor.event)
        if profile == .definition, open.last?.atKey == true, events[anchor.event].kind != .scalar {
            report(.collectionKey(at: span))
        }
        return anchor
    }

    // MARK: Keys

    /// [3.2.1.3] The keys of a mapping differ. Few keys are compared with each other, many are hashed.
    private mutating func checkKeys(from firstKey: Int) {
        let isSmall = keys.count - firstKey <= 24
        var seen: [ArraySlice<UInt8>: Int] = [:]
        for index in firstKey..<keys.count {
            let key = keys[index]
            guard key.mark != 0 else { continue }
            var twin: Int?
            if isSmall {
                var other = firstKey
                while other < index, twin == nil {
                    if keys[other].mark == key.mark, content(of: keys[other]) == content(of: key) { twin = other }
                    other += 1
                }
            } else {
                let content = content(of: key)
                twin = seen[content]
                if twin == nil { seen[content] = index }
            }
            guard let twin else { continue }
            report(
                .duplicateKey(
                    String(decoding: content(of: key), as: UTF8.self), at: stream.span(events[key.event]),
                    first: stream.span(events[keys[twin].event])))
        }
    }

    private func content(of key: Key) -> ArraySlice<UInt8> {
        stream.content(of: resolved(key.event))
    }

    /// Length, first and last bytes: keys that differ in it differ. 0 for a key without a text.
    private func mark(of index: Int) -> UInt64 {
        let event = resolved(index)
        guard event.kind == .scalar, !event.flags.contains(.absent) else { return 0 }
        if event.style == .plain, event.flags.isEmpty {
            return mark(of: stream.bytes[Int(event.start)..<Int(event.end)])
        }
        return mark(of: stream.content(of: event))
    }

    private func mark(of content: ArraySlice<UInt8>) -> UInt64 {
        var mark = UInt64(truncatingIfNeeded: content.count) &+ 1
        guard !content.isEmpty else { return mark }
        let (first, last) = (content.startIndex, content.endIndex - 1)
        mark = mark << 8 | UInt64(content[first])
        mark = mark << 8 | UInt64(content[(first + last) / 2])
        mark = mark << 8 | UInt64(content[last])
        return mark << 8 | UInt64(content[max(first, last - 1)])
    }

    private func isMergeKey(_ event: YAMLEvent) -> Bool {
        let start = Int(event.start)
        return event.kind == .scalar && event.style == .plain && event.end - event.start == 2
            && stream.bytes[start] == UInt8(ascii: "<") && stream.bytes[start + 1] == UInt8(ascii: "<")
    }

    private func resolved(_ index: Int) -> YAMLEvent {
        let event = events[index]
        return event.kind == .alias && event.link != YAMLEvent.none ? events[Int(event.link)] : event
    }

    // MARK: Values

    private static let coreTags: [String] = ["str", "map", "seq", "null", "bool", "int", "float"]
        .map { "tag:yaml.org,2002:" + $0 }

    private mutating func checkTag(_ tag: YAMLTag) {
        guard !Self.coreTags.contains(tag.resolved) else { return }
        let span = SourceSpan(file: stream.file, start: tag.start, end: tag.end)
        report(.unknownTag(tag.resolved, at: span))
    }

    private func isColor(_ digits: Range<Int>) -> Bool {
        var index = digits.upperBound
        while stream.bytes[index].isWhite { index += 1 }
        let endsLine = stream.bytes[index].isBreakOrEnd || stream.bytes[index] == UInt8(ascii: "#")
        return endsLine && [3, 4, 6, 8].contains(digits.count)
    }

    /// `primary: #C62828`: a colour that is a comment. The value is read as the text that it was meant to be.
    private mutating func checkHashComment(_ index: Int) {
        let bytes = stream.bytes
        var start = Int(events[index].start)
        while bytes[start].isWhite { start += 1 }
        guard bytes[start] == UInt8(ascii: "#"), start > Int(events[index].start) else { return }
        var end = start + 1
        var hasDigit = false
        while bytes[end].hexDigit != nil {
            hasDigit = hasDigit || bytes[end].isDigit
            end += 1
        }
        // `#add more later` is a comment that begins with three hexadecimal digits.
        guard end > start + 1, bytes[end].isBlankOrEnd, hasDigit || isColor(start + 1..<end) else { return }
        let event = events[index]
        events[index] = YAMLEvent(
            kind: .scalar, style: .plain, start: UInt32(start), end: UInt32(end), anchor: event.anchor, tag: event.tag)
        report(
            .hashComment(String(decoding: bytes[start..<end], as: UTF8.self), at: stream.span(events[index])))
    }
}

extension YAMLComposer {
    /// A plain scalar on several lines that was meant as entries: `name:Oakwood` lines, `-item` lines, or a `- ` that
    /// is indented further than the item before it. All of them are text by the letter of YAML.
    private mutating func checkPlainLines(_ index: Int) {
        let event = events[index]
        let bytes = stream.bytes
        var signs: [SourceSpan] = []
        var lines = 0
        var offset = Int(event.start)
        while offset < Int(event.end) {
            while bytes[offset].isWhite || bytes[offset].isBreak { offset += 1 }
            lines += 1
            if lines > 1, bytes[offset] == UInt8(ascii: "-"), bytes[offset + 1].isWhite {
                events[index].flags.insert(.faulty)
                let dash = SourceSpan(file: stream.file, start: UInt32(offset), end: UInt32(offset + 1))
                return report(
                    .dashInText(at: dash, text: SourceSpan(file: stream.file, start: event.start, end: event.start + 1))
                )
            }
            if let sign = joinedSign(at: offset) {
                signs.append(SourceSpan(file: stream.file, start: UInt32(sign), end: UInt32(sign + 1)))
            }
            while offset < Int(event.end), !bytes[offset].isBreak { offset += 1 }
        }
        guard !signs.isEmpty, signs.count == lines, lines > 1 || isDefinitionRoot(index) else { return }
        events[index].flags.insert(.faulty)
        report(.joinedSigns(signs))
    }

    private func isDefinitionRoot(_ index: Int) -> Bool {
        open.isEmpty && roots.last == index
    }

    /// The `:` behind a word or the `-` at the beginning of a line to which text is joined.
    private func joinedSign(at offset: Int) -> Int? {
        let bytes = stream.bytes
        if bytes[offset] == UInt8(ascii: "-") {
            return bytes[offset + 1] == UInt8(ascii: "-") || bytes[offset + 1].isDigit ? nil : offset
        }
        var end = offset
        while bytes[end].isWordCharacter || bytes[end] == UInt8(ascii: "_") { end += 1 }
        let next = bytes[end + 1]
        let isSign = end > offset && bytes[end] == UInt8(ascii: ":") && next != UInt8(ascii: "/") && !next.isBlankOrEnd
        return isSign ? end : nil
    }
}

extension Diagnostic {
    static func dashInText(at span: SourceSpan, text: SourceSpan) -> Diagnostic {
        Diagnostic(
            code: "yaml/indentation",
            "This `- ` is indented further than the item above and is read as a part of its text.",
            at: span,
            related: [Label(span: text, text: "the text begins here")],
            help: "Indent all items of a list by the same number of spaces, or put the text in quotes.")
    }

    static func joinedSigns(_ signs: [SourceSpan]) -> Diagnostic {
        Diagnostic(
            code: "yaml/missing-space",
            "A space is missing behind this sign, so that the line is read as text.",
            at: signs.first,
            fixes: signs.map {
                Fix(
                    title: "insert a space", span: SourceSpan(file: $0.file, start: $0.end, end: $0.end),
                    replacement: " ")
            })
    }

    static func severalDocuments(at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            code: "yaml/several-documents",
            "A second document begins here; a definition is one document.",
            at: span,
            help: "Remove this line, or move what follows it into a file of its own.")
    }

    static func collectionKey(at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            code: "yaml/key-not-text",
            "A key must be text; this one is a list or a mapping.",
            at: span,
            help: "If the brackets are part of the value, put it in quotes.")
    }

    static func emptyKey(at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            code: "yaml/key-not-text",
            "A key is missing before this `:`.",
            at: span,
            help: "Write the key before the colon, or put the value in quotes if the colon is part of it.")
    }

    static func undefinedAlias(at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            code: "yaml/undefined-alias",
            "No anchor of this name stands before this alias.",
            at: span,
            help: "Put the value in quotes if the `*` is part of it.")
    }

    static func recursiveAlias(at span: SourceSpan, anchor: SourceSpan) -> Diagnostic {
        Diagnostic(
            code: "yaml/recursive-alias",
            "This alias stands for a collection that holds the alias itself.",
            at: span,
            related: [Label(span: anchor, text: "the collection is named here")])
    }

    static func aliasExpansion(limit: Int, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            code: "yaml/alias-expansion",
            "The aliases of this file stand for more than \(limit) values, or are nested too deep.",
            at: span,
            help: "Write the values out, or put what shops share into the platform's or the group's file.")
    }

    static func mergeKey(at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            code: "yaml/merge-key",
            "`<<` is no part of YAML 1.2 and merges nothing.",
            at: span,
            help: "Put what shops share into the platform's or the group's file; Livery merges those.")
    }

    static func duplicateKey(_ key: String, at span: SourceSpan, first: SourceSpan) -> Diagnostic {
        Diagnostic(
            code: "yaml/duplicate-key",
            "The key `\(key)` stands twice in this mapping.",
            at: span,
            label: "used again here",
            related: [Label(span: first, text: "first used here")],
            help: "Remove one of the two, or give it another name.")
    }

    static func unknownTag(_ tag: String, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            code: "yaml/tag",
            "A definition has no tags; `\(tag)` means nothing here.",
            at: span,
            help: "Remove the tag, or put the value in quotes if the `!` is part of it.")
    }

    static func hashComment(_ text: String, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            code: "yaml/hash-comment",
            "`\(text)` is a comment here and not a value, because a `#` behind a space begins a comment.",
            at: span,
            help: "Put the value in quotes.",
            fixes: [Fix(title: "put it in quotes", span: span, replacement: "\"\(text)\"")])
    }
}
