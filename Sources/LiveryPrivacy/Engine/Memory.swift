import Synchronization

/// The results of questions that come again: most shops ask the same of most clauses. It only saves time, for a result
/// follows from its question alone.
///
/// Threads share it without a lock: an entry never changes once it is there, and the first of two equal ones stays. The
/// entries stand in a tree by the bits of their hashes; those that would come too deep are not kept.
final class Memory<Question: Hashable & Sendable, Result: Sendable>: Sendable {
    private let root = UncountedLazyReference<Entry>()
    private let depth: Int
    private let asked = Atomic(0)
    private let known = Atomic(0)

    private final class Entry: Sendable {
        let hash: Int
        let question: Question
        let result: Result
        let even = UncountedLazyReference<Entry>()
        let odd = UncountedLazyReference<Entry>()

        init(_ question: Question, hash: Int, result: Result) {
            (self.question, self.hash, self.result) = (question, hash, result)
        }

        func answers(_ question: Question, hash: Int) -> Bool { self.hash == hash && self.question == question }
    }

    /// Keeps fewer than two to the power of `depth` results.
    init(depth: Int) {
        self.depth = depth
    }

    /// A clause with the name of the shop in it is another for each shop: then it is not worth asking.
    var isWorthAsking: Bool {
        let asked = asked.load(ordering: .relaxed)
        return asked < 100 || known.load(ordering: .relaxed) * 4 > asked
    }

    func known(_ question: Question) -> Result? {
        let isCounted = asked.load(ordering: .relaxed) < 100
        if isCounted { asked.wrappingAdd(1, ordering: .relaxed) }
        let hash = Self.hash(of: question)
        var bits = UInt(bitPattern: hash)
        var next = root.object
        while let entry = next {
            if entry._withUnsafeGuaranteedRef({ $0.answers(question, hash: hash) }) {
                if isCounted { known.wrappingAdd(1, ordering: .relaxed) }
                return entry._withUnsafeGuaranteedRef(\.result)
            }
            next = entry._withUnsafeGuaranteedRef { bits & 1 == 0 ? $0.even.object : $0.odd.object }
            bits >>= 1
        }
        return nil
    }

    /// The same in one run only; no output follows from it.
    private static func hash(of question: Question) -> Int {
        var hasher = Hasher()
        question.hash(into: &hasher)
        return hasher.finalize()
    }

    func remember(_ result: Result, of question: Question) {
        let hash = Self.hash(of: question)
        let new = Entry(question, hash: hash, result: result)
        var bits = UInt(bitPattern: hash)
        var entry = root.keep(new).takeUnretainedValue()
        for _ in 1..<depth where entry !== new && !entry.answers(question, hash: hash) {
            let branch = bits & 1 == 0 ? entry.even.keep(new) : entry.odd.keep(new)
            entry = branch.takeUnretainedValue()
            bits >>= 1
        }
    }
}
