package import LiveryDiagnostics

/// A node of a document's graph, as later stages see it. A node is a cursor: the document's arrays and an index.
///
/// An alias shows its target's content under its own span, so that a later stage meets no aliases.
package struct YAMLNode: Sendable {
    package enum Kind: Sendable {
        case scalar
        case sequence
        case mapping
    }

    /// How a node is written. YAML 1.2.2 section 3.2.3.1.
    package enum Style: UInt8, Sendable {
        case plain, singleQuoted, doubleQuoted, literal, folded
        case block, flow
    }

    private let stream: YAMLEvents
    /// The event that holds the content; of an alias, its target's.
    private let content: Int
    /// The event that stands in the text.
    private let place: Int

    init(_ stream: YAMLEvents, at place: Int) {
        self.stream = stream
        self.place = place
        let event = stream.events[place]
        content = event.kind == .alias && event.link != YAMLEvent.none ? Int(event.link) : place
    }

    private var event: YAMLEvent { stream.events[content] }

    package var kind: Kind {
        switch event.kind {
        case .sequenceStart: .sequence
        case .mappingStart: .mapping
        default: .scalar
        }
    }

    package var style: Style { event.style }

    /// Of a scalar, the token with its quotes; of a collection, its first byte to its last; of an alias, the alias.
    package var span: SourceSpan { stream.span(stream.events[place]) }

    /// A scalar's content, decoded; nothing for a collection.
    package var text: String { stream.text(of: event) }

    /// Whether the scalar is null by the core schema: plain, without a tag, and one of `~`, `null`, `Null`, `NULL` or
    /// nothing. YAML 1.2.2 section 10.3.2.
    package var isNull: Bool {
        let event = event
        guard event.kind == .scalar || event.kind == .alias else { return false }
        guard event.style == .plain, tag == nil else { return false }
        // The bytes are the text, and more of them than the longest of these words.
        guard !event.isSimple || event.end - event.start <= 4 else { return false }
        switch stream.text(of: event) {
        case "", "~", "null", "Null", "NULL": return true
        default: return false
        }
    }

    package var isAlias: Bool { stream.events[place].kind == .alias }

    /// Whether a diagnostic speaks of this node already, so that its content means nothing: a value whose quote is
    /// never closed, an alias without a target.
    package var isFaulty: Bool { event.flags.contains(.faulty) || stream.events[place].flags.contains(.faulty) }

    /// `&` and the name behind it.
    package var anchorSpan: SourceSpan? {
        let anchor = stream.properties(at: place).anchor
        guard anchor != YAMLEvent.none else { return nil }
        return SourceSpan(
            file: stream.file, start: anchor, end: UInt32(truncatingIfNeeded: stream.name(at: anchor).endIndex))
    }

    /// The tag, resolved: `tag:yaml.org,2002:str` for `!!str`.
    package var tag: String? {
        let tag = stream.properties(at: content).tag
        return tag == YAMLEvent.none ? nil : stream.tags[Int(tag)].resolved
    }

    /// The items of a sequence; nothing for any other node.
    package var items: [YAMLNode] {
        guard event.kind == .sequenceStart else { return [] }
        var items: [YAMLNode] = []
        var index = stream.node(after: content)
        while let item = index {
            items.append(YAMLNode(stream, at: item))
            index = stream.node(after: stream.end(of: item))
        }
        return items
    }

    /// The entries of a mapping in the order of the text; nothing for any other node. A value that is not written is an
    /// empty plain scalar whose empty span lies right behind the `:`.
    package var entries: [(key: YAMLNode, value: YAMLNode)] {
        var entries: [(key: YAMLNode, value: YAMLNode)] = []
        forEachEntry { entries.append(($0, $1)) }
        return entries
    }

    /// The same without a list of them.
    package func forEachEntry(_ body: (_ key: YAMLNode, _ value: YAMLNode) -> Void) {
        guard event.kind == .mappingStart else { return }
        var index = stream.node(after: content)
        while let key = index, let value = stream.node(after: stream.end(of: key)) {
            body(YAMLNode(stream, at: key), YAMLNode(stream, at: value))
            index = stream.node(after: stream.end(of: value))
        }
    }
}

extension YAMLEvents {
    /// The next event that begins a node, or nil where the collection or document ends.
    func node(after index: Int) -> Int? {
        var index = index + 1
        while events[index].kind == .reserved { index += 1 }
        switch events[index].kind {
        case .scalar, .alias, .sequenceStart, .mappingStart: return index
        default: return nil
        }
    }

    /// The last event of the node that begins here.
    func end(of index: Int) -> Int {
        switch events[index].kind {
        case .sequenceStart, .mappingStart: Int(events[index].link)
        default: index
        }
    }
}
