import Synchronization

/// The results of questions that come again: most shops ask the same of most clauses. It only saves time, for a result
/// follows from its question alone.
///
/// Threads share it without a lock: an entry never changes once it is there, and the first of two equal ones stays. An
/// entry stands in a short row with others whose hashes end alike, so that it is found with few looks into memory; what
/// finds its row full is not kept.
///
/// That a question is hashable only the functions ask that need it. Were it asked of the type, the run time would look
/// it up among thousands of conformances, for each kind of question, before the first shop is compiled.
final class Memory<Question: Sendable, Result: Sendable>: Sendable {
    private let rows: UncountedLazyReferences<Entry>
    /// Of a hash: the number of its row.
    private let mask: Int
    private let asked = Atomic(0)
    private let known = Atomic(0)

    fileprivate final class Entry: Sendable {
        let hash: Int
        let question: Question
        let result: Result
        /// Of the row.
        let next = UncountedLazyReference<Entry>()

        init(_ question: Question, hash: Int, result: Result) {
            (self.question, self.hash, self.result) = (question, hash, result)
        }
    }

    /// Keeps at most two to the power of `depth` results, in rows of four; there must be one row.
    init(depth: Int) {
        let rowCount = 1 << max(0, depth - 2)
        mask = rowCount - 1
        rows = UncountedLazyReferences(count: rowCount)
    }

    /// A clause with the name of the shop in it is another for each shop: then it is not worth asking.
    var isWorthAsking: Bool {
        let asked = asked.load(ordering: .relaxed)
        return asked < 100 || known.load(ordering: .relaxed) * 4 > asked
    }
}

extension Memory where Question: Hashable {
    func known(_ question: Question) -> Result? {
        let isCounted = asked.load(ordering: .relaxed) < 100
        if isCounted { asked.wrappingAdd(1, ordering: .relaxed) }
        let hash = Self.hash(of: question)
        var next = rows.object(at: hash & mask)
        while let entry = next {
            if entry._withUnsafeGuaranteedRef({ $0.answers(question, hash: hash) }) {
                if isCounted { known.wrappingAdd(1, ordering: .relaxed) }
                return entry._withUnsafeGuaranteedRef(\.result)
            }
            next = entry._withUnsafeGuaranteedRef { $0.next.object }
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
        var entry = rows.keep(new, at: hash & mask).takeUnretainedValue()
        for _ in 1..<4 where entry !== new && !entry.answers(question, hash: hash) {
            entry = entry.next.keep(new).takeUnretainedValue()
        }
    }
}

extension Memory.Entry where Question: Equatable {
    fileprivate func answers(_ question: Question, hash: Int) -> Bool {
        self.hash == hash && self.question == question
    }
}
