package import LiveryDiagnostics
import LiverySchema
package import LiveryTenant

/// Why values are what they are: who set each, and whom it overrode.
package struct Explanation: Sendable {
    package struct Origin: Sendable {
        /// The value on one line, as YAML.
        package let value: String
        package let span: SourceSpan
    }
    package struct Entry: Sendable {
        package let path: String
        package let origin: Origin
        /// Strongest first.
        package let overrides: [Origin]
    }

    package let shop: String
    /// Single values in the order of the definition; collections are given by their members.
    package let entries: [Entry]
    package let sources: SourceMap

    init(shop: String, tree: LayeredNode, path: String, sources: SourceMap) {
        self.shop = shop
        self.sources = sources
        var entries: [Entry] = []
        Self.collect(tree, path: path, into: &entries)
        self.entries = entries
    }

    private static func collect(_ node: LayeredNode, path: String, into entries: inout [Entry]) {
        switch node.content {
        case .mapping(let members) where !members.isEmpty:
            for member in members {
                collect(member.value, path: path.isEmpty ? member.key : "\(path).\(member.key)", into: &entries)
            }
        case .sequence(let items) where items.contains(where: { !$0.entries.isEmpty }):
            for (index, item) in items.enumerated() {
                let name = item["id"]?.text ?? item["name"]?.text ?? String(index)
                collect(item, path: "\(path).\(name)", into: &entries)
            }
        default:
            entries.append(
                Entry(
                    path: path, origin: Origin(value: node.summary, span: node.span),
                    overrides: node.overridden.map { Origin(value: $0.summary, span: $0.span) }))
        }
    }
}

extension Compiler {
    /// Explains one value, everything below a path, or the whole definition of a shop. The explanation is nil when the
    /// shop or the path does not exist; the diagnostics then say so.
    package static func explain(
        _ input: CompilationInput, shop id: String, path: String?, environment: EnvironmentName
    ) -> (explanation: Explanation?, diagnostics: [Diagnostic]) {
        let prepared = Prepared(input)
        guard let file = input.shops[id] else { return (nil, [.unknownShop(id, known: input.shops.keys.sorted())]) }
        let layer = Prepared.layer(.shop(id), file)
        guard let (ground, group, faults) = prepared.layers(under: layer) else { return (nil, prepared.diagnostics) }
        let origins = Resolution(
            shop: id, on: ground, own: [group, layer].compactMap(\.self), catalogue: prepared.catalogue
        ).origins
        let path = path ?? ""
        guard let node = origins.node(at: path, in: environment) else {
            return (nil, faults + [.unknownPath(path, origins: origins, environment: environment)])
        }
        return (Explanation(shop: id, tree: node, path: path, sources: prepared.sources), faults)
    }
}

extension Diagnostic {
    package static func unknownShop(_ id: String, known: [String]) -> Diagnostic {
        let meant = Similarity.nearest(to: id, in: known)
        return Diagnostic(
            code: "compiler/unknown-shop", "There is no shop `\(id)`.", at: nil,
            help: meant.map { "Did you mean `\($0)`?" } ?? "Shops stand in `tenants/shops/`, one file each.")
    }

    fileprivate static func unknownPath(
        _ path: String, origins: Origins, environment: EnvironmentName
    ) -> Diagnostic {
        var known: [String] = []
        var parent = path
        repeat {
            parent = parent.lastIndex(of: ".").map { String(parent[..<$0]) } ?? ""
            known = origins.children(of: parent, in: environment)
        } while known.isEmpty && !parent.isEmpty
        let rest =
            path.dropFirst(parent.isEmpty ? 0 : parent.count + 1).split(separator: ".").first.map(String.init) ?? ""
        let meant = Similarity.nearest(to: rest, in: known)
        let prefix = parent.isEmpty ? "" : parent + "."
        return Diagnostic(
            code: "compiler/unknown-path", "No layer sets `\(path)`.", at: nil,
            help: meant.map { "Did you mean `\(prefix)\($0)`?" }
                ?? "Set there are \(joinedAsProse(known.map { "`\(prefix)\($0)`" })).")
    }
}
