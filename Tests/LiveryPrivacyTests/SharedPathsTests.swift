import LiveryDiagnostics
import Testing

@testable import LiveryPrivacy

/// Paths have numbers for all shops, as long as there are some, and then for one shop.
struct SharedPathsTests {
    private static let paths = (0..<40).map { "features.\($0)" }

    @Test(arguments: [0, 1, 10, 30, 40, 100])
    func namesComeBackWhateverHasANumber(_ count: Int) {
        var random = SeededGenerator(seed: UInt64(count))
        let shared = SharedPaths(count: count)
        for _ in 0..<5 {
            var shop = PathNumbers(shared)
            for _ in 0..<20 {
                let (some, more) = (Self.some(&random), Self.some(&random))
                let set = shop.set(of: some)
                #expect(shop.names(of: set).sorted == Set(some).sorted())
                let both = set.union(shop.set(of: more))
                #expect(shop.names(of: both).sorted == Set(some + more).sorted())
                #expect(shop.names(of: both) === shop.names(of: both))
            }
        }
    }

    private static func some(_ random: inout SeededGenerator) -> [String] {
        (0..<Int.random(in: 0..<9, using: &random)).compactMap { _ in paths.randomElement(using: &random) }
    }

    @Test func aSetIsForAllShopsWhereEachPathIs() {
        let shared = SharedPaths(count: 2)
        #expect(shared.set(of: ["a", "b", "a"]) == shared.set(of: ["b", "a"]))
        #expect(shared.set(of: ["a", "c"]) == nil)
        var (one, other) = (PathNumbers(shared), PathNumbers(shared))
        _ = one.set(of: ["d"])
        #expect(one.set(of: ["a", "b"]) == other.set(of: ["a", "b"]))
        #expect(one.names(of: one.set(of: ["a"])) === other.names(of: other.set(of: ["a"])))
        #expect(one.names(of: one.set(of: ["a", "c"])).numbered == nil)
        #expect(one.set(of: ["c"]) != other.set(of: ["c"]))
    }

    @Test func threadsAgreeOnNumbers() async {
        let shared = SharedPaths(count: 30)
        let numbers = await withTaskGroup(of: [Int?].self) { group in
            for start in 0..<8 {
                group.addTask {
                    let order = Self.paths[(start * 5)...] + Self.paths[..<(start * 5)]
                    for path in order { _ = shared.number(of: path) }
                    return Self.paths.map(shared.number(of:))
                }
            }
            return await group.reduce(into: []) { $0.append($1) }
        }
        // A thread can be told nothing of a path that another is about to number, but never another number.
        for place in Self.paths.indices {
            let known = Set(numbers.compactMap { $0[place] })
            #expect(known.count <= 1)
            #expect(known.allSatisfy { shared.path($0) == Self.paths[place] })
        }
    }
}
