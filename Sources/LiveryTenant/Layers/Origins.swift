package import LiveryDiagnostics
package import LiverySchema

/// Who set each value of a tenant: the merged trees, which still know every layer.
package struct Origins: Sendable {
    private let development: LayeredNode
    private let staging: LayeredNode
    private let production: LayeredNode
    /// The areas that overlays of an environment touch.
    private let overlaid: [EnvironmentName: Set<String>]

    init(overlaid: [EnvironmentName: Set<String>], tree: (EnvironmentName) -> LayeredNode) {
        self.overlaid = overlaid
        development = tree(.development)
        staging = tree(.staging)
        production = tree(.production)
    }

    /// The areas that can be other in an environment than in production.
    func areasUnlikeProduction(in environment: EnvironmentName) -> Set<String> {
        (overlaid[.production] ?? []).union(overlaid[environment] ?? [])
    }

    /// The whole merged definition in one environment.
    package func tree(_ environment: EnvironmentName) -> LayeredNode {
        switch environment {
        case .development: development
        case .staging: staging
        case .production: production
        }
    }

    /// The value at a path such as `branding.colors.light.primary`; items of lists go by their key or their number.
    package func node(at path: String, in environment: EnvironmentName) -> LayeredNode? {
        let (node, _, isWhole) = walk(path, in: environment)
        return isWhole ? node : nil
    }

    /// Where to point for a path: at the value, or at the nearest key above it that somebody wrote.
    package func place(of path: String) -> SourceSpan? {
        let (node, place, isWhole) = walk(path, in: .production)
        return isWhole && node.text != nil ? node.span : place
    }

    /// Where to point for a value; nil when no layer sets it.
    package func exactPlace(of path: String) -> SourceSpan? {
        let (node, place, isWhole) = walk(path, in: .production)
        guard isWhole else { return nil }
        return node.text != nil ? node.span : place
    }

    /// The last node on the way of a path, and its key. Many paths are asked for each shop, so that no part becomes a
    /// string that names a key.
    private func walk(
        _ path: String, in environment: EnvironmentName
    ) -> (node: LayeredNode, place: SourceSpan?, isWhole: Bool) {
        var node = tree(environment)
        var place = node.entries.first?.keySpan
        let isWhole = path.withBytes { bytes in
            var end = -1
            while end < bytes.count {
                let start = end + 1
                end = bytes[start...].firstIndex(of: UInt8(ascii: ".")) ?? bytes.count
                guard start < end else { continue }
                let part = UnsafeBufferPointer(rebasing: bytes[start..<end])
                if let entry = node.entry(part) {
                    (place, node) = (entry.keySpan, entry.value)
                } else {
                    guard let next = node.child(String(decoding: part, as: UTF8.self)) else { return false }
                    (place, node) = (next.span, next)
                }
            }
            return true
        }
        return (node, place, isWhole)
    }

    /// The keys that a mistyped path was probably meant to have.
    package func children(of path: String, in environment: EnvironmentName) -> [String] {
        node(at: path, in: environment)?.entries.map(\.key) ?? []
    }
}

extension LayeredNode {
    fileprivate func child(_ part: String) -> LayeredNode? {
        switch content {
        case .mapping:
            return self[part]
        case .sequence(let items):
            if let number = Int(part), items.indices.contains(number) { return items[number] }
            return items.first { $0["id"]?.text == part || $0["name"]?.text == part }
        case .scalar, .removed:
            return nil
        }
    }
}
