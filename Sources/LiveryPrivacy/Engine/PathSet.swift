/// Paths of a definition by their numbers: many sets are made of few paths.
struct PathSet: Sendable, Hashable {
    /// The first numbers, a bit for each; a shop that has more is rare.
    private var first = SIMD4<UInt64>()
    private var rest: [UInt64] = []

    private static let firstCount = 256

    mutating func insert(_ number: Int) {
        guard number >= Self.firstCount else {
            first[number / 64] |= 1 << UInt64(number % 64)
            return
        }
        let number = number - Self.firstCount
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
        for (index, word) in (first.indices.map { first[$0] } + rest).enumerated() {
            var word = word
            while word != 0 {
                members.append(index * 64 + word.trailingZeroBitCount)
                word &= word - 1
            }
        }
        return members
    }
}

/// The numbers of paths, in the order in which they came.
struct PathNumbers: Sendable {
    private var paths: [String] = []
    private var numbers: [String: Int] = [:]
    private var knownNames: [PathSet: FactPaths] = [:]

    mutating func set(of paths: [String]) -> PathSet {
        var set = PathSet()
        for path in paths { set.insert(number(of: path)) }
        return set
    }

    private mutating func number(of path: String) -> Int {
        if let known = numbers[path] { return known }
        numbers[path] = paths.count
        paths.append(path)
        return paths.count - 1
    }

    /// Sorted.
    mutating func names(of set: PathSet) -> FactPaths {
        if let known = knownNames[set] { return known }
        let names = FactPaths(set.members.map { paths[$0] }.sorted())
        knownNames[set] = names
        return names
    }
}
