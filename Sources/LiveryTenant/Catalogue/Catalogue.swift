package import LiveryDiagnostics
import LiverySchema
package import LiveryYAML
import Synchronization

/// Every provider that a definition can name, by id.
package struct Catalogue: Sendable {
    private let shelf: Shelf
    /// Told of every provider that is looked up by its id.
    var reader: Reader?

    /// The provider with this id, if there is one.
    package subscript(id: String) -> Provider? {
        reader?.saw(id)
        return shelf.provider(id)
    }

    package init(providers: [Provider]) {
        shelf = Shelf(
            ids: providers.map(\.id), known: Dictionary(providers.map { ($0.id, $0) }) { first, _ in first },
            read: { _ in nil })
    }

    private init(shelf: Shelf) {
        self.shelf = shelf
    }

    /// All of them, in the order of their ids.
    package var providers: [Provider] { shelf.ids.compactMap(shelf.provider) }

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
    /// provider. A built-in file has no faults, so that of a provider no more is checked than what a workspace says of
    /// it; all of it is read when somebody asks.
    package static func read(
        builtIn: [(id: String, document: @Sendable () -> YAMLDocument?)],
        workspace: [(id: String, document: YAMLDocument)]
    ) -> (catalogue: Catalogue, diagnostics: [Diagnostic]) {
        let builtIn = Dictionary(builtIn.map { ($0.id, $0.document) }) { first, _ in first }
        var context = DecodingContext(isPartial: false)
        var own: [String: LayeredNode] = [:]
        @Sendable func tree(_ id: String, under own: LayeredNode?, keeping keys: Set<String>? = nil) -> LayeredNode? {
            guard let weaker = builtIn[id]?()?.root.map({ LayeredNode($0, keeping: keys) }) else { return own }
            return own.map { weaker.merged(under: $0, shape: schema.shape) } ?? weaker
        }
        var ids = Set(builtIn.keys)
        for (id, document) in workspace.sorted(by: { $0.id < $1.id }) {
            guard let node = document.root.map({ LayeredNode($0) }) else { continue }
            let keys = requiredKeys.union(node.entries.map(\.key))
            guard let said = tree(id, under: node, keeping: keys) else { continue }
            // Where a correction is at fault, that is said once, and the shops are held against the built-in facts.
            guard provider(id, from: said, &context) != nil else { continue }
            own[id] = node
            ids.insert(id)
        }
        let shelf = Shelf(ids: ids.sorted(), known: [:]) { [own] id in
            var context = DecodingContext(isPartial: false)
            return tree(id, under: own[id]).flatMap { provider(id, from: $0, &context) }
        }
        return (Catalogue(shelf: shelf), context.diagnostics)
    }

    private static let requiredKeys: Set<String> = {
        guard case .object(let object) = schema.shape else { preconditionFailure("a provider is an object") }
        return Set(object.fields.filter(\.isRequired).map(\.key))
    }()

    private static let schema = Schema<@Sendable (String) -> Provider>.provider

    private static func provider(
        _ id: String, from tree: LayeredNode, _ context: inout DecodingContext
    ) -> Provider? {
        schema.decode(tree, &context)?(id)
    }
}

/// Providers by id. Those that are not known are read when somebody asks.
private final class Shelf: Sendable {
    /// Sorted.
    let ids: [String]
    private let places: [String: Place]
    private let read: @Sendable (String) -> Provider?

    /// What stands here once it was read; where two threads read it at once, the first one's. A lock would be waited
    /// for, and the Thread Sanitizer does not see `Mutex`.
    private final class Place: Sendable {
        let book = AtomicLazyReference<Book>()
    }

    private final class Book: Sendable {
        let provider: Provider?

        init(_ provider: Provider?) {
            self.provider = provider
        }
    }

    init(ids: [String], known: [String: Provider], read: @escaping @Sendable (String) -> Provider?) {
        self.ids = ids
        self.read = read
        places = Dictionary(uniqueKeysWithValues: ids.map { ($0, Place()) })
        for (id, provider) in known { _ = places[id]?.book.storeIfNil(Book(provider)) }
    }

    func provider(_ id: String) -> Provider? {
        guard let place = places[id] else { return nil }
        let book = place.book.load() ?? place.book.storeIfNil(Book(read(id)))
        return book.provider
    }
}
