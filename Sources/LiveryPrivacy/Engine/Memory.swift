import LiveryDiagnostics

/// The results of questions that come again: most shops ask the same of most clauses.
///
/// It only saves time. A result follows from its question alone, and whoever finds the memory in use by another thread
/// works the result out instead of waiting.
final class Memory<Question: Hashable & Sendable, Result: Sendable>: Sendable {
    private let state = TryLock(State())
    /// How many questions there are at most in each generation.
    private let limit: Int

    private struct State {
        /// When it is full, it becomes the old one: what is not asked again falls out with it.
        var young: [Question: Result] = [:]
        var old: [Question: Result] = [:]
        var asked = 0
        var known = 0

        mutating func find(_ question: Question, limit: Int) -> Result? {
            asked += 1
            let found = young[question]
            guard let result = found ?? old[question] else { return nil }
            known += 1
            if found == nil { remember(result, of: question, limit: limit) }
            return result
        }

        mutating func remember(_ result: Result, of question: Question, limit: Int) {
            if young.count >= limit { (young, old) = ([:], young) }
            young[question] = result
        }
    }

    init(limit: Int) {
        self.limit = limit
    }

    /// A clause with the name of the shop in it is another for each shop: then it is not worth asking.
    var isWorthAsking: Bool {
        state.withLockIfAvailable { $0.asked < 100 || $0.known * 4 > $0.asked } ?? false
    }

    func known(_ question: Question) -> Result? {
        state.withLockIfAvailable { $0.find(question, limit: limit) } ?? nil
    }

    func remember(_ result: Result, of question: Question) {
        _ = state.withLockIfAvailable { $0.remember(result, of: question, limit: limit) }
    }
}
