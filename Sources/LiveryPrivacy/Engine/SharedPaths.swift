import Synchronization

/// A path with its number.
struct NumberedPath: Sendable {
    let path: String
    /// nil where it has none for all shops.
    fileprivate let number: Int?

    init(_ path: String) {
        self.path = path
        number = SharedPaths.all.number(of: path)
    }
}

/// The paths behind a row of facts. Only which they are counts: those of two shops are compared by their numbers.
struct BehindRow: Sendable, Hashable {
    private var numbered = PathSet()
    /// Those that have no number for all shops.
    private var rest: [String] = []

    mutating func insert(_ path: NumberedPath) {
        if let number = path.number {
            numbered.insert(number)
        } else if !rest.contains(path.path) {
            rest.append(path.path)
        }
    }

    var names: [String] { SharedPaths.all.names(of: numbered).sorted + rest }
}

/// The numbers of paths that hold for all shops, so that what one shop remembers of paths is true for the next.
///
/// The first paths to come get such a number; a shop has its own for the rest. Which path came first, the threads
/// decide: nothing that is written follows from a number, and lists of paths are sorted by name.
final class SharedPaths: Sendable {
    static let all = SharedPaths(count: PathSet.sharedCount)

    private let count: Int
    private let places: UncountedLazyReferences<Kept<String>>
    private let next = Atomic(0)
    private let numbers = Memory<String, Int>(depth: 14)
    private let lists = Memory<PathSet, FactPaths>(depth: 13)

    /// - Parameter count: how many paths there can be.
    init(count: Int) {
        self.count = count
        places = UncountedLazyReferences(count: count)
    }

    /// nil where there is no number left. Another shop may find one nevertheless, if it came at the same time.
    func number(of path: String) -> Int? {
        if let known = numbers.known(path) { return known }
        guard next.load(ordering: .relaxed) < count else { return nil }
        let new = next.wrappingAdd(1, ordering: .relaxed).oldValue
        guard new < count else { return nil }
        _ = places.keep(Kept(path), at: new)
        numbers.remember(new, of: path)
        // Another thread may have given it a number in the meantime, and the first counts.
        return numbers.known(path)
    }

    /// nil unless each of them has a number here.
    func set(of paths: [String]) -> PathSet? {
        var set = PathSet()
        for path in paths {
            guard let number = number(of: path) else { return nil }
            set.insert(number)
        }
        return set
    }

    func path(_ number: Int) -> String {
        guard let path = places.object(at: number) else {
            preconditionFailure("a path is put in its place before its number is told")
        }
        return path._withUnsafeGuaranteedRef(\.value)
    }

    /// The names of a set that has only numbers from here, sorted. Equal sets get the same object.
    func names(of set: PathSet) -> FactPaths {
        if let known = lists.known(set) { return known }
        let members = set.members.map { (path: path($0), number: $0) }.sorted { $0.path < $1.path }
        let new = FactPaths(members.map(\.path), numbered: set, numbers: members.map(\.number))
        lists.remember(new, of: set)
        return lists.known(set) ?? new
    }
}
