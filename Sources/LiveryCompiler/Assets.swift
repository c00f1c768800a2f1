/// The pictures of a workspace, by path below `assets/`. A picture is fetched when a shop names it: ten thousand icons
/// do not fit in memory, and most runs need none of them.
package struct Assets: Sendable, Equatable, ExpressibleByDictionaryLiteral {
    private enum Entry: Hashable, Sendable {
        case bytes([UInt8])
        /// To be fetched; the number changes whenever the file does.
        case elsewhere(version: [Int64])
    }

    private var entries: [String: Entry] = [:]
    private let fetch: @Sendable (String) -> [UInt8]?

    /// `fetch` gives the bytes of what was added without any; nil when they cannot be had any more.
    package init(fetch: @escaping @Sendable (String) -> [UInt8]?) {
        self.fetch = fetch
    }

    package init(dictionaryLiteral elements: (String, [UInt8])...) {
        self.init { _ in nil }
        for (path, bytes) in elements { self[path] = bytes }
    }

    package static func == (left: Assets, right: Assets) -> Bool {
        left.entries == right.entries
    }

    /// The paths of pictures that came, changed or went.
    func changes(to newer: Assets) -> Set<String> {
        guard entries != newer.entries else { return [] }
        return Set(entries.keys).union(newer.entries.keys).filter { entries[$0] != newer.entries[$0] }
    }

    func has(_ path: String) -> Bool { entries[path] != nil }

    /// The paths in any order, for which ten thousand shops do not wait.
    package func forEachPath(_ body: (String) -> Void) {
        for path in entries.keys { body(path) }
    }

    /// In the order of bytes.
    package var paths: [String] { entries.keys.sorted() }

    package mutating func add(_ path: String, version: [Int64]) {
        entries[path] = .elsewhere(version: version)
    }

    package subscript(path: String) -> [UInt8]? {
        get {
            switch entries[path] {
            case .bytes(let bytes): bytes
            case .elsewhere: fetch(path)
            case nil: nil
            }
        }
        set { entries[path] = newValue.map(Entry.bytes) }
    }

    /// The pictures at some paths, as far as there are any.
    func fetched(_ paths: [String]) -> [String: [UInt8]] {
        var found: [String: [UInt8]] = [:]
        for path in paths where found[path] == nil { found[path] = self[path] }
        return found
    }
}
