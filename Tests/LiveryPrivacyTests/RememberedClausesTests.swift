import LiveryDiagnostics
import Testing

@testable import LiveryPrivacy

/// Clauses remember what they said to earlier shops. That saves time and nothing else.
struct RememberedClausesTests {
    /// One that nobody asked yet.
    private static func newLibrary() throws -> ClauseLibrary {
        let (library, errors) = ClauseLibrary.load(isChecking: false)
        #expect(errors.isEmpty)
        return try #require(library)
    }

    @Test(arguments: Array(0..<8 as Range<UInt64>))
    func aLibraryWithAPastSaysWhatANewOneSays(_ seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let old = try Self.newLibrary()
        for step in 0..<3 {
            var shop = RandomShop(&random)
            for _ in 0..<4 {
                shop.edit(&random)
                let warm = Composed(shop.tenant, clauses: old)
                let fresh = Composed(shop.tenant, clauses: try Self.newLibrary())
                for (known, new) in [(warm.policy, fresh.policy), (warm.notice, fresh.notice)] {
                    #expect(known.plain == new.plain, "seed \(seed), step \(step)")
                    #expect(known.meaning == new.meaning, "seed \(seed), step \(step)")
                    #expect(known.statements.map(\.facts) == new.statements.map(\.facts), "seed \(seed), step \(step)")
                }
            }
        }
    }

    @Test func shopsThatAreToldTheSameShareThePassage() throws {
        let library = try Self.newLibrary()
        func said() -> [Passage] { Composed(Sample.texas, clauses: library).policy.statements.map(\.said) }
        let (first, second) = (said(), said())
        let shared = zip(first, second).filter { $0 === $1 }
        #expect(shared.count > first.count / 2)
        [1, 2, 3].withUnsafeBufferPointer { first[0].forms.keep($0, as: .page) }
        var out = ByteBuffer()
        let (isKept, isOther) = (
            second[0].forms.append(.page, to: &out), second[0].forms.append(.text, to: &out)
        )
        #expect(isKept && !isOther && out.array == [1, 2, 3])
    }

    @Test func aMemoryIsBounded() {
        let memory = Memory<Int, String>(depth: 4)
        for number in 0..<100 {
            memory.remember("\(number)", of: number)
            memory.remember("another", of: number)
        }
        let known = (0..<100).filter { memory.known($0) != nil }
        #expect((4...16).contains(known.count))
        #expect(known.allSatisfy { memory.known($0) == "\($0)" })
    }

    @Test func threadsShareAMemory() async {
        let memory = Memory<Int, [String]>(depth: 10)
        let right = await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<8 {
                group.addTask {
                    (0..<4000).allSatisfy { step in
                        let number = step % 200
                        let expected = ["\(number)", "of a question that comes again \(number)"]
                        if let known = memory.known(number) { return known == expected }
                        memory.remember(expected, of: number)
                        return true
                    }
                }
            }
            return await group.allSatisfy { $0 }
        }
        #expect(right)
    }

    @Test func aMemoryThatKnowsNothingIsNotAsked() {
        let memory = Memory<Int, Int>(depth: 4)
        for number in 0..<100 {
            #expect(memory.isWorthAsking)
            _ = memory.known(number)
        }
        #expect(!memory.isWorthAsking)
    }
}
