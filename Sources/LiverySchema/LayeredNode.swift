package import LiveryDiagnostics
package import LiveryYAML

/// A value of a definition after its layers were merged: it knows who set it and whom it overrode.
///
/// A `null` that a stronger layer wrote stays in the tree as ``Content/removed``, so that a diagnostic can point at it.
package final class LayeredNode: Sendable {
    package enum Content: Sendable {
        case scalar(text: String, isPlain: Bool)
        case sequence([LayeredNode])
        case mapping([Entry])
        case removed
    }

    package struct Entry: Sendable {
        package let key: String
        /// The key in the strongest layer that has it.
        package let keySpan: SourceSpan
        package let value: LayeredNode
    }

    package let content: Content
    /// The value in the layer that set it; of a merged mapping, the one in its strongest layer.
    package let span: SourceSpan
    /// Whether it is written in brackets, so that its span is short enough to be shown.
    let isInBrackets: Bool
    /// Whether the reader of YAML has said what is wrong with it, so that its text means nothing.
    let isFaulty: Bool
    /// Where what it means is remembered; a value keeps it in every tree that has the value unchanged.
    let mark: DecodedValues.Mark
    /// What weaker layers had said, strongest first; their own lists are empty.
    package let overridden: [LayeredNode]

    package init(content: Content, span: SourceSpan) {
        (self.content, self.span) = (content, span)
        (isInBrackets, isFaulty, mark, overridden) = (false, false, .none, [])
    }

    /// The tree of one layer. The parser has bounded the depth (``YAMLLimits``), so the recursion is bounded too.
    /// With an owner its values are numbered, so that a ``DecodingContext`` can remember them.
    /// Of a mapping, no more than some keys, where these are given.
    package convenience init(_ node: YAMLNode, owner: DecodedValues.Owner? = nil, keeping keys: Set<String>? = nil) {
        var count: UInt32 = 0
        self.init(node, owner: owner, keeping: keys, count: &count)
    }

    private init(
        _ node: YAMLNode, owner: DecodedValues.Owner?, keeping keys: Set<String>? = nil, count: inout UInt32
    ) {
        mark = owner.map { DecodedValues.Mark($0, number: count) } ?? .none
        count += 1
        span = node.span
        isInBrackets = node.style == .flow
        isFaulty = node.isFaulty
        overridden = []
        switch node.kind {
        case .scalar:
            content = node.isNull ? .removed : .scalar(text: node.text, isPlain: node.style == .plain)
        case .sequence:
            content = .sequence(node.items.map { LayeredNode($0, owner: owner, count: &count) })
        case .mapping:
            var entries: [Entry] = []
            // Most mappings of a definition have fewer.
            entries.reserveCapacity(8)
            node.forEachEntry { key, value in
                let name = key.text
                if let keys, !keys.contains(name) { return }
                let value = LayeredNode(value, owner: owner, count: &count)
                entries.append(Entry(key: name, keySpan: key.span, value: value))
            }
            content = .mapping(entries)
        }
    }

    /// Another one at the same place.
    private init(
        _ node: LayeredNode, content: Content? = nil, mark: DecodedValues.Mark? = nil, overridden: [LayeredNode]? = nil
    ) {
        (span, isInBrackets, isFaulty) = (node.span, node.isInBrackets, node.isFaulty)
        self.content = content ?? node.content
        self.mark = mark ?? node.mark
        self.overridden = overridden ?? node.overridden
    }

    /// The same tree with the values numbered that are not yet, from `count` on.
    package func numbered(for owner: DecodedValues.Owner, from count: inout UInt32) -> LayeredNode {
        guard mark.owner != owner else { return self }
        let mark = DecodedValues.Mark(owner, number: count)
        count += 1
        switch content {
        case .mapping(let entries):
            let numbered = entries.map {
                Entry(key: $0.key, keySpan: $0.keySpan, value: $0.value.numbered(for: owner, from: &count))
            }
            return LayeredNode(self, content: .mapping(numbered), mark: mark)
        case .sequence(let items):
            return LayeredNode(
                self, content: .sequence(items.map { $0.numbered(for: owner, from: &count) }), mark: mark)
        case .scalar, .removed:
            return LayeredNode(self, mark: mark)
        }
    }

    /// The same mapping with other values for the keys that `others` has; the order stays.
    package func replacing(_ others: [Entry]) -> LayeredNode {
        guard case .mapping(let entries) = content, !others.isEmpty else { return self }
        let replaced = entries.map { entry in others.first { $0.key == entry.key } ?? entry }
        return LayeredNode(content: .mapping(replaced), span: span)
    }

    package subscript(key: String) -> LayeredNode? {
        entry(key)?.value
    }

    package func entry(_ key: String) -> Entry? {
        guard case .mapping(let entries) = content else { return nil }
        return entries.first { $0.key == key }
    }

    /// The entry whose key has these bytes.
    package func entry(_ key: UnsafeBufferPointer<UInt8>) -> Entry? {
        guard case .mapping(let entries) = content else { return nil }
        return entries.first { entry in
            entry.key.utf8.count == key.count && entry.key.withBytes { $0.elementsEqual(key) }
        }
    }

    /// The entries of a mapping; none for anything else.
    package var entries: [Entry] {
        guard case .mapping(let entries) = content else { return [] }
        return entries
    }

    package var isRemoved: Bool {
        guard case .removed = content else { return false }
        return true
    }

    /// The text of a scalar.
    package var text: String? {
        guard case .scalar(let text, _) = content else { return nil }
        return text
    }

    /// The same tree with other names for the keys at these places.
    package func renamingKeys(_ names: [SourceSpan: String]) -> LayeredNode {
        guard !names.isEmpty else { return self }
        switch content {
        case .mapping(let entries):
            let renamed = entries.map {
                Entry(key: names[$0.keySpan] ?? $0.key, keySpan: $0.keySpan, value: $0.value.renamingKeys(names))
            }
            return LayeredNode(self, content: .mapping(renamed))
        case .sequence(let items):
            return LayeredNode(self, content: .sequence(items.map { $0.renamingKeys(names) }))
        case .scalar, .removed:
            return self
        }
    }

    /// The same mapping without some of its keys.
    package func without(_ keys: Set<String>) -> LayeredNode {
        guard case .mapping(let entries) = content else { return self }
        return LayeredNode(content: .mapping(entries.filter { !keys.contains($0.key) }), span: span)
    }
}

extension LayeredNode {
    /// This layer with a stronger one laid over it: mappings merge by key, lists that the schema declares keyed merge
    /// by their key, everything else is replaced.
    package func merged(under stronger: LayeredNode, shape: SchemaShape?) -> LayeredNode {
        switch (content, stronger.content) {
        case (.mapping(let weak), .mapping(let strong)):
            if case .object(let object)? = shape, object.isReplacedWhole { break }
            let merged = Self.merge(weak, strong) { shape?.child($0) }
            return LayeredNode(content: .mapping(merged), span: stronger.span)
        case (.sequence(let weak), .sequence(let strong)):
            guard case .list(let list)? = shape, let key = list.keyedBy else { break }
            let merged = Self.merge(weak, strong, by: key, shape: list.item)
            return LayeredNode(content: .sequence(merged), span: stronger.span)
        default:
            break
        }
        let weaker = overridden.isEmpty ? self : LayeredNode(self, overridden: [])
        return LayeredNode(stronger, overridden: stronger.overridden + [weaker] + overridden)
    }

    private static func merge(_ weak: [Entry], _ strong: [Entry], shape: (String) -> SchemaShape?) -> [Entry] {
        var result: [Entry] = []
        result.reserveCapacity(weak.count + strong.count)
        for entry in weak {
            guard let over = strong.first(where: { $0.key == entry.key }) else {
                result.append(entry)
                continue
            }
            let value = entry.value.merged(under: over.value, shape: shape(entry.key))
            result.append(Entry(key: entry.key, keySpan: over.keySpan, value: value))
        }
        result += strong.filter { entry in !weak.contains { $0.key == entry.key } }
        return result
    }

    private static func merge(
        _ weak: [LayeredNode], _ strong: [LayeredNode], by key: String, shape: SchemaShape
    ) -> [LayeredNode] {
        func name(_ node: LayeredNode) -> String? { node[key]?.text }
        var result = weak.map { item in
            guard let over = strong.first(where: { name($0) != nil && name($0) == name(item) }) else { return item }
            return item.merged(under: over, shape: shape)
        }
        result += strong.filter { item in !weak.contains { name($0) != nil && name($0) == name(item) } }
        return result
    }

    /// The value on one line, as a person would write it in YAML.
    package var summary: String {
        switch content {
        case .removed: "null"
        case .scalar(let text, let isPlain): isPlain ? text : Self.quoted(text)
        case .sequence(let items): "[" + items.map(\.summary).joined(separator: ", ") + "]"
        case .mapping(let entries):
            "{" + entries.map { "\($0.key): \($0.value.summary)" }.joined(separator: ", ") + "}"
        }
    }

    /// A text as a scalar in any place: plain where nothing in it could mean anything else.
    package static func written(_ text: String) -> String {
        let isPlain =
            text.utf8.allSatisfy { byte in
                (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20) || "0123456789._/-".utf8.contains(byte)
            } && text.contains("/")
        return isPlain ? text : quoted(text)
    }

    /// A double-quoted scalar: YAML 1.2.2 section 7.3.1, with JSON's escapes.
    package static func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\t": result += "\\t"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }
}
