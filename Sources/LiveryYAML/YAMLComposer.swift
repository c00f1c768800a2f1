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

    /// The innermost collection; the document itself where ``Collection/event`` is negative.
    private var top = Collection.document
    /// The collections around it, the document first.
    private var outer: ContiguousArray<Collection> = []
    private var keys = YAMLKeys()
    /// The latest node of each name. [3.2.2.2]: a name may be given again.
    private var anchors: [ArraySlice<UInt8>: Anchor] = [:]
    /// What following each alias would cost a reader.
    private var expanded = 0
    private var isBomb = false

    private struct Collection {
        let event: Int
        /// The index of its first key among those of all mappings that are open.
        let firstKey: Int
        let isMapping: Bool
        /// The node to come is a key.
        var atKey: Bool
        /// Nodes in it so far and the depth below it, aliases followed.
        var size = 1
        var depth = 1

        static let document = Collection(event: -1, firstKey: 0, isMapping: false, atKey: false)

        @inline(__always) mutating func add(size: Int, depth: Int) {
            self.size = min(self.size + size, Int(UInt32.max))
            self.depth = max(self.depth, depth + 1)
            atKey = isMapping && !atKey
        }
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
        stream.bytes.withUnsafeBufferPointer { compose($0) }
    }

    private mutating func compose(_ bytes: UnsafeBufferPointer<UInt8>) {
        var documents = 0
        for index in events.indices {
            let event = events[index]
            switch event.kind {
            case .scalar:
                if event.isSimple, top.event >= 0 {
                    if top.atKey, profile == .definition {
                        keys.append(event, at: index, in: bytes)
                        if isMergeKey(event, bytes) { report(.mergeKey(at: stream.span(event))) }
                    }
                    top.add(size: 1, depth: 0)
                } else {
                    beginNode(index)
                    endNode(index, size: 1, depth: 0)
                }
            case .sequenceStart, .mappingStart:
                beginNode(index)
                outer.append(top)
                let isMapping = event.kind == .mappingStart
                top = Collection(event: index, firstKey: keys.count, isMapping: isMapping, atKey: isMapping)
            case .sequenceEnd, .mappingEnd:
                endCollection()
            case .alias:
                beginNode(index)
                let target = resolve(index)
                endNode(index, size: target?.size ?? 1, depth: target?.depth ?? 0)
            case .documentStart:
                documents += 1
                anchors.removeAll(keepingCapacity: true)
                if documents == 2 && profile == .definition {
                    let start = event.start
                    let span = SourceSpan(file: stream.file, start: start, end: max(event.end, start + 1))
                    return report(.severalDocuments(at: span))
                }
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
        if top.event < 0 { roots.append(index) }
        if event.anchor != YAMLEvent.none { anchors[stream.name(at: event.anchor)] = Anchor(event: index) }
        guard profile == .definition else { return }
        if event.tag != YAMLEvent.none { checkTag(stream.tags[Int(event.tag)]) }
        if event.style == .plain, event.flags == .decoded || top.event < 0, event.kind == .scalar {
            checkPlainLines(index)
        }
        guard top.atKey else {
            if event.flags.contains(.absent) { checkHashComment(index) }
            return
        }
        if event.flags.contains(.faulty) { return }
        if event.kind == .sequenceStart || event.kind == .mappingStart {
            report(.collectionKey(at: keySpan(event)))
        } else if event.flags.contains(.absent) {
            report(.emptyKey(at: stream.span(event)))
        } else {
            stream.bytes.withUnsafeBufferPointer { bytes in
                if isMergeKey(event, bytes) { report(.mergeKey(at: stream.span(event))) }
            }
        }
    }

    /// Counts the node into the collection around it.
    private mutating func endNode(_ index: Int, size: Int, depth: Int) {
        let anchor = events[index].anchor
        if anchor != YAMLEvent.none {
            let name = stream.name(at: anchor)
            if anchors[name]?.event == index { anchors[name] = Anchor(event: index, size: size, depth: depth) }
        }
        guard top.event >= 0 else { return }
        if top.atKey, profile == .definition {
            let content = resolved(index)
            // A faulty key may be no key at all.
            if content.kind == .scalar, content.flags.isDisjoint(with: [.absent, .faulty]) {
                keys.append(text: stream.content(of: content), at: index)
            }
        }
        top.add(size: size, depth: depth)
    }

    private mutating func endCollection() {
        let collection = top
        guard let around = outer.popLast() else { return }
        if collection.isMapping {
            if keys.mayHaveTwins(from: collection.firstKey) { checkKeys(from: collection.firstKey) }
            keys.removeAll(from: collection.firstKey)
        }
        top = around
        endNode(collection.event, size: collection.size, depth: collection.depth)
    }

    private mutating func checkKeys(from first: Int) {
        for (twin, key) in keys.twins(from: first, text: content(ofKey:)) {
            let name = String(decoding: content(ofKey: key), as: UTF8.self)
            let (first, again) = (stream.span(events[twin]), stream.span(events[key]))
            report(.duplicateKey(name, at: again, first: first, fix: removal(of: key, like: twin)))
        }
    }

    /// The edit that takes away an entry that says what an earlier one of the same key says, where it stands apart: on
    /// lines of its own, or behind a comma.
    private func removal(of key: Int, like twin: Int) -> Diagnostic.Fix? {
        guard diagnostics.count < YAMLParser.diagnosticLimit, let value = stream.node(after: key),
            let other = stream.node(after: twin), events[value].anchor == YAMLEvent.none
        else { return nil }
        let (again, first) = (stream.span(events[value]), stream.span(events[other]))
        let bytes = stream.bytes
        guard bytes[Int(again.start)..<Int(again.end)] == bytes[Int(first.start)..<Int(first.end)] else { return nil }
        var start = Int(events[key].start)
        var end = Int(again.end)
        while start > 0, bytes[start - 1].isWhite { start -= 1 }
        if start == 0 || bytes[start - 1].isBreak {
            if !bytes[end - 1].isBreak {
                while bytes[end].isWhite { end += 1 }
                guard bytes[end].isBreakOrEnd else { return nil }
                let isPair = bytes[end] == .carriageReturn && bytes[end + 1] == .lineFeed
                end += bytes[end] == 0 ? 0 : isPair ? 2 : 1
            }
        } else if bytes[start - 1] == UInt8(ascii: ",") {
            start -= 1
        } else {
            return nil
        }
        let span = SourceSpan(file: stream.file, start: UInt32(start), end: UInt32(end))
        return Diagnostic.Fix(title: "remove the second", span: span, replacement: "")
    }

    /// Collection keys can be long; the first character shows which.
    private func keySpan(_ event: YAMLEvent) -> SourceSpan {
        SourceSpan(file: stream.file, start: event.start, end: min(event.end, event.start + 1))
    }

    private func isMergeKey(_ event: YAMLEvent, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        let start = Int(event.start)
        return event.end - event.start == 2 && event.style == .plain && event.kind == .scalar
            && bytes[start] == UInt8(ascii: "<") && bytes[start + 1] == UInt8(ascii: "<")
    }

    private func content(ofKey index: Int) -> ArraySlice<UInt8> {
        stream.content(of: resolved(index))
    }

    private func resolved(_ index: Int) -> YAMLEvent {
        let event = events[index]
        return event.kind == .alias && event.link != YAMLEvent.none ? events[Int(event.link)] : event
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
        if expanded > limits.aliasExpansion || outer.count + anchor.depth > limits.depth {
            if !isBomb { report(.aliasExpansion(limit: limits.aliasExpansion, at: span)) }
            isBomb = true
            events[index].flags.insert(.faulty)
            return nil
        }
        events[index].link = UInt32(truncatingIfNeeded: anchor.event)
        if profile == .definition, top.atKey, events[anchor.event].kind != .scalar {
            report(.collectionKey(at: span))
        }
        return anchor
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
        top.event < 0 && roots.last == index
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

    static func duplicateKey(_ key: String, at span: SourceSpan, first: SourceSpan, fix: Fix?) -> Diagnostic {
        Diagnostic(
            code: "yaml/duplicate-key",
            "The key `\(key)` stands twice in this mapping.",
            at: span,
            label: "used again here",
            related: [Label(span: first, text: "first used here")],
            help: "Remove one of the two, or give it another name.",
            fixes: fix.map { [$0] } ?? [])
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
