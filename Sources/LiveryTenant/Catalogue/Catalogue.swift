package import LiveryDiagnostics
import LiverySchema
package import LiveryYAML

/// Every provider that a definition can name, by id.
package struct Catalogue: Sendable {
    package let providers: [Provider]

    /// The provider with this id, if there is one.
    package subscript(id: String) -> Provider? {
        providers.first { $0.id == id }
    }

    /// Merges the files of a workspace over the built-in ones: a file with a known id corrects facts, another adds a
    /// provider.
    package static func read(
        builtIn: [(id: String, document: YAMLDocument)], workspace: [(id: String, document: YAMLDocument)]
    ) -> (catalogue: Catalogue, diagnostics: [Diagnostic]) {
        var trees: [String: LayeredNode] = [:]
        for (id, document) in builtIn {
            trees[id] = document.root.map { LayeredNode($0) }
        }
        var context = DecodingContext(isPartial: false)
        for (id, document) in workspace {
            guard let root = document.root else { continue }
            let tree = LayeredNode(root)
            trees[id] =
                trees[id]?.merged(under: tree, shape: Schema<@Sendable (String) -> Provider>.provider.shape) ?? tree
        }
        let providers = trees.sorted { $0.key < $1.key }.compactMap { id, tree in
            Schema<@Sendable (String) -> Provider>.provider.decode(tree, &context)?(id)
        }
        return (Catalogue(providers: providers), context.diagnostics)
    }
}
