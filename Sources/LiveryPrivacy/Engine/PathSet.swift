/// Paths of a definition by their numbers: many sets are made of few paths.
struct PathSet: Sendable, Hashable {
    /// The numbers of ``SharedPaths``, a bit for each; a shop that has more is rare.
    private var first = SIMD4<UInt64>()
    private var rest: [UInt64] = []

    static let sharedCount = 256

    /// Whether it means the same for all shops.
    var isShared: Bool { rest.isEmpty }

    mutating func insert(_ number: Int) {
        guard number >= Self.sharedCount else {
            first[number / 64] |= 1 << UInt64(number % 64)
            return
        }
        let number = number - Self.sharedCount
        while rest.count <= number / 64 { rest.append(0) }
        rest[number / 64] |= 1 << UInt64(number % 64)
    }

    mutating func formUnion(_ other: PathSet) {
        first |= other.first
        for index in other.rest.indices {
            if index == rest.count { rest.append(0) }
            rest[index] |= other.rest[index]
        }
    }

    func union(_ other: PathSet) -> PathSet {
        var union = self
        union.formUnion(other)
        return union
    }

    /// In order.
    var members: [Int] {
        var members: [Int] = []
        for index in 0..<first.scalarCount + rest.count {
            var word = index < first.scalarCount ? first[index] : rest[index - first.scalarCount]
            while word != 0 {
                members.append(index * 64 + word.trailingZeroBitCount)
                word &= word - 1
            }
        }
        return members
    }
}

/// The numbers of paths in one shop: those of all shops, and its own behind them for what has none there.
struct PathNumbers: Sendable {
    private let shared: SharedPaths
    private var own: [String] = []
    private var ownNumbers: [String: Int] = [:]
    private var knownNames: [PathSet: FactPaths] = [:]

    init(_ shared: SharedPaths = .all) {
        self.shared = shared
    }

    mutating func set(of paths: [String]) -> PathSet {
        var set = PathSet()
        for path in paths { set.insert(number(of: path)) }
        return set
    }

    private mutating func number(of path: String) -> Int {
        if let known = ownNumbers[path] { return known }
        if let number = shared.number(of: path) { return number }
        let new = PathSet.sharedCount + own.count
        ownNumbers[path] = new
        own.append(path)
        return new
    }

    /// Sorted.
    mutating func names(of set: PathSet) -> FactPaths {
        guard !set.isShared else { return shared.names(of: set) }
        if let known = knownNames[set] { return known }
        let paths = set.members.map { number in
            number < PathSet.sharedCount ? shared.path(number) : own[number - PathSet.sharedCount]
        }
        // One path can have two numbers, where it got one for all while the shop already had its own.
        let names = FactPaths(paths.sorted().uniqued(), numbered: nil)
        knownNames[set] = names
        return names
    }
}
