import LiveryDiagnostics
import LiveryYAML

/// A key of a sound definition with its value: where a mistake can be made.
struct Site {
    let path: [String]
    let key: String
    /// In bytes of the file.
    let keyRange: Range<Int>
    let value: YAMLNode
    let isInFlow: Bool
    /// How many keys stand beside it, itself included.
    let siblings: Int
    /// Of the key above it; nil at the top.
    let parentKeyRange: Range<Int>?

    var valueRange: Range<Int> { value.span.range }
    var pathText: String { path.joined(separator: ".") }
    var isScalar: Bool { value.kind == .scalar && !value.isAlias && !value.isNull }

    static func all(of document: YAMLDocument) -> [Site] {
        var sites: [Site] = []
        if let root = document.root { collect(root, path: [], above: nil, into: &sites) }
        return sites
    }

    private static func collect(_ node: YAMLNode, path: [String], above: Range<Int>?, into sites: inout [Site]) {
        guard !node.isAlias else { return }
        let entries = node.entries
        for entry in entries {
            let path = path + [entry.key.text]
            sites.append(
                Site(
                    path: path, key: entry.key.text, keyRange: entry.key.span.range, value: entry.value,
                    isInFlow: node.style == .flow, siblings: entries.count, parentKeyRange: above))
            collect(entry.value, path: path, above: entry.key.span.range, into: &sites)
        }
        for (index, item) in node.items.enumerated() {
            collect(item, path: path + [String(index)], above: item.entries.first?.key.span.range, into: &sites)
        }
    }
}

extension SourceSpan {
    var range: Range<Int> { Int(start)..<Int(end) }
}
