import Testing

@testable import LiveryPrivacy

/// Clauses remember what they said to earlier shops. That saves time and nothing else.
struct RememberedClausesTests {
    /// One that nobody asked yet.
    private static func library() throws -> ClauseLibrary {
        let (library, errors) = ClauseLibrary.load(isChecking: false)
        #expect(errors.isEmpty)
        return try #require(library)
    }

    @Test(arguments: Array(0..<8 as Range<UInt64>))
    func aLibraryWithAPastSaysWhatANewOneSays(_ seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let old = try Self.library()
        for step in 0..<3 {
            var shop = RandomShop(&random)
            for _ in 0..<4 {
                shop.edit(&random)
                let warm = Composed(shop.tenant, clauses: old)
                let fresh = Composed(shop.tenant, clauses: try Self.library())
                for (known, new) in [(warm.policy, fresh.policy), (warm.notice, fresh.notice)] {
                    #expect(known.plain == new.plain, "seed \(seed), step \(step)")
                    #expect(known.meaning == new.meaning, "seed \(seed), step \(step)")
                    #expect(known.statements.map(\.facts) == new.statements.map(\.facts), "seed \(seed), step \(step)")
                }
            }
        }
    }

    @Test func shopsThatAreToldTheSameShareThePassage() throws {
        let library = try Self.library()
        func said() -> [Passage] { Composed(Sample.texas, clauses: library).policy.statements.map(\.said) }
        let (first, second) = (said(), said())
        let shared = zip(first, second).filter { $0 === $1 }
        #expect(shared.count > first.count / 2)
        first[0].keep([1, 2, 3], as: .page)
        #expect(second[0].written(as: .page) == [1, 2, 3] && second[0].written(as: .text) == nil)
    }

    @Test func aMemoryKeepsWhatIsAskedForAgain() {
        let memory = Memory<Int, String>(limit: 4)
        for number in 0..<40 {
            #expect(memory.known(number) == nil)
            memory.remember("\(number)", of: number)
            #expect(memory.known(0) == "0")
        }
        #expect(memory.known(39) == "39" && memory.known(5) == nil)
    }

    @Test func aMemoryThatKnowsNothingIsNotAsked() {
        let memory = Memory<Int, Int>(limit: 4)
        for number in 0..<100 {
            #expect(memory.isWorthAsking)
            _ = memory.known(number)
        }
        #expect(!memory.isWorthAsking)
    }
}
