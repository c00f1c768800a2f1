package import LiveryDiagnostics
package import LiverySchema

/// Who set each value of a tenant: the merged trees, which still know every layer.
package struct Origins: Sendable {
    private let development: LayeredNode
    private let staging: LayeredNode
    private let production: LayeredNode

    init(tree: (EnvironmentName) -> LayeredNode) {
        development = tree(.development)
        staging = tree(.staging)
        production = tree(.production)
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
        var node = tree(environment)
        for part in parts(of: path) {
            guard let next = node.child(part) else { return nil }
            node = next
        }
        return node
    }

    /// Where to point for a path: at the value, or at the nearest key above it that somebody wrote.
    package func place(of path: String) -> SourceSpan? {
        walk(path).place
    }

    /// Where to point for a value; nil when no layer sets it.
    package func exactPlace(of path: String) -> SourceSpan? {
        let (place, isWhole) = walk(path)
        return isWhole ? place : nil
    }

    private func walk(_ path: String) -> (place: SourceSpan?, isWhole: Bool) {
        var node = tree(.production)
        var place = node.entries.first?.keySpan
        for part in parts(of: path) {
            let entry = node.entry(part)
            guard let next = entry?.value ?? node.child(part) else { return (place, false) }
            place = entry?.keySpan ?? next.span
            node = next
        }
        if case .scalar = node.content { return (node.span, true) }
        return (place, true)
    }

    /// Many paths are asked for each shop.
    private func parts(of path: String) -> [String] {
        path.withBytes { bytes in
            var parts: [String] = []
            parts.reserveCapacity(4)
            var start = 0
            for index in 0...bytes.count where index == bytes.count || bytes[index] == UInt8(ascii: ".") {
                if index > start { parts.append(String(decoding: bytes[start..<index], as: UTF8.self)) }
                start = index + 1
            }
            return parts
        }
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
