package import LiveryDiagnostics
import LiverySchema
package import LiveryYAML
import Synchronization

/// Every provider that a definition can name, by id.
package struct Catalogue: Sendable {
    package let providers: [Provider]
    /// Told of every provider that is looked up by its id.
    var reader: Reader?

    /// The provider with this id, if there is one.
    package subscript(id: String) -> Provider? {
        reader?.saw(id)
        return providers.first { $0.id == id }
    }

    /// The same catalogue for one reader.
    package func read(by reader: Reader) -> Catalogue {
        var copy = self
        copy.reader = reader
        return copy
    }

    /// Remembers which providers somebody asked for, whether they are there or not.
    package final class Reader: Sendable {
        private let seen = Mutex<Set<String>>([])

        package init() {}

        package var ids: Set<String> { seen.withLock { $0 } }

        fileprivate func saw(_ id: String) {
            seen.withLock { _ = $0.insert(id) }
        }
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
