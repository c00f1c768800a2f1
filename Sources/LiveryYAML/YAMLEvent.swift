package import LiveryDiagnostics

/// One step of the serialization tree, as YAML 1.2.2 section 3.1 presents it to whoever constructs values.
///
/// Trivial on purpose: a million of them are one allocation, and nothing is counted or released one by one. What an
/// event says about text it says by offsets; ``YAMLEvents`` turns them into strings when somebody asks.
package struct YAMLEvent: Sendable {
    package enum Kind: UInt8, Sendable {
        /// Room kept in front of a flow collection, in case it turns out to be a mapping's first key. Readers skip it.
        case reserved
        case streamStart, streamEnd
        case documentStart, documentEnd
        case sequenceStart, sequenceEnd
        case mappingStart, mappingEnd
        case scalar, alias
    }

    struct Flags: OptionSet, Sendable {
        let rawValue: UInt8

        /// `---` or `...` is written.
        static let explicit = Flags(rawValue: 1 << 0)
        /// The text is not the bytes of the token as they stand: it is folded, escaped or indented.
        static let decoded = Flags(rawValue: 1 << 1)
        /// [160] c-chomping-indicator `-`.
        static let strip = Flags(rawValue: 1 << 2)
        /// [160] c-chomping-indicator `+`.
        static let keep = Flags(rawValue: 1 << 3)
        /// A diagnostic speaks of this node; later stages need not.
        static let faulty = Flags(rawValue: 1 << 4)
        /// [105] e-node: nothing is written.
        static let absent = Flags(rawValue: 1 << 5)
        /// It has an anchor or a tag: ``YAMLEvents/properties`` has them.
        static let hasProperties = Flags(rawValue: 1 << 6)
    }

    /// Stands for "no offset" and "no index".
    static let none = UInt32.max

    package let kind: Kind
    package let style: YAMLNode.Style
    var flags: Flags = []
    /// The first byte of the token; of a collection, its first byte, properties not counted.
    package let start: UInt32
    /// One past the last byte. The start of a collection carries the end of the whole collection.
    package internal(set) var end: UInt32
    /// Start of a collection: the index of its end. Alias: the index of its target. Block scalar: its indentation.
    var link: UInt32 = YAMLEvent.none

    /// Neither named nor tagged nor flagged: its content is the bytes of its token, quotes not counted.
    @inline(__always) var isSimple: Bool { flags.isEmpty }
}

/// What stands before a few nodes, so that it is kept beside the events. [96] c-ns-properties.
struct YAMLProperties: Sendable {
    /// The offset of `&`, or ``YAMLEvent/none``.
    var anchor = YAMLEvent.none
    /// An index into ``YAMLEvents/tags``, or ``YAMLEvent/none``.
    var tag = YAMLEvent.none
}

/// A tag as it is written and as it resolves. [97] c-ns-tag-property.
struct YAMLTag: Sendable {
    let start: UInt32
    let end: UInt32
    let resolved: String
}

/// The events of one text and the text itself: the arena that documents and nodes are cursors into.
package final class YAMLEvents: Sendable {
    /// NUL bytes behind the text, so that looking ahead needs no test for the end.
    static let padding = 8

    package let file: SourceFile.ID
    /// The text and its padding.
    let bytes: [UInt8]
    package let events: ContiguousArray<YAMLEvent>
    let tags: [YAMLTag]
    /// By the index of the event.
    let properties: [Int: YAMLProperties]

    init(
        file: SourceFile.ID, bytes: [UInt8], events: ContiguousArray<YAMLEvent>, tags: [YAMLTag],
        properties: [Int: YAMLProperties]
    ) {
        self.file = file
        self.bytes = bytes
        self.events = events
        self.tags = tags
        self.properties = properties
    }

    /// Reads the full language: any number of documents, directives, tags and complex keys. A text that is no YAML
    /// yields diagnostics and the events of everything around the faults, always balanced.
    package static func read(
        _ file: SourceFile, limits: YAMLLimits
    ) -> (events: YAMLEvents?, diagnostics: [Diagnostic]) {
        let input = YAMLInput.check(file, limits: limits)
        guard let bytes = input.bytes else { return (nil, input.diagnostics) }
        let (events, faults): (YAMLEvents?, [Diagnostic]) = bytes.withUnsafeBufferPointer { text in
            var parser = YAMLParser(
                bytes: text, file: file.id, limits: limits, marksBehindDocuments: input.marksBehindDocuments(text))
            parser.parseStream()
            guard !parser.stopped else { return (nil, parser.diagnostics) }
            let events = YAMLEvents(
                file: file.id, bytes: bytes, events: parser.events, tags: parser.tags, properties: parser.properties)
            return (events, parser.diagnostics)
        }
        guard let events else { return (nil, input.diagnostics + faults) }
        return (events, input.diagnostics + faults + events.checkQuotedOnly(input.quotedOnly))
    }

    /// The anchor and the tag of the node that begins at this event.
    func properties(at index: Int) -> YAMLProperties {
        guard events[index].flags.contains(.hasProperties) else { return YAMLProperties() }
        return properties[index] ?? YAMLProperties()
    }

    func span(_ event: YAMLEvent) -> SourceSpan {
        SourceSpan(file: file, start: event.start, end: event.end)
    }

    /// The name behind `&` or `*`. [103] ns-anchor-name.
    func name(at offset: UInt32) -> ArraySlice<UInt8> {
        var end = Int(offset) + 1
        while bytes[end].isAnchorCharacter { end += 1 }
        return bytes[(Int(offset) + 1)..<end]
    }
}
