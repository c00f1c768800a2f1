/// The facts of one shop as clauses ask for them, each worked out once, when somebody first asks: the two documents and
/// what they mean are written from the same answers.
package final class PolicyAnswers {
    let facts: PolicyFacts
    let vocabulary: FactVocabulary
    /// With the words to say them, and with keys in the place of words.
    private let worded: WordedFacts
    private let keyed: WordedFacts
    /// By the numbers of the facts.
    private var answers: [FactAnswer?]
    private var truths: [Bool?]
    private var paths: [PathSet?]
    private var pathNumbers: PathNumbers

    package init(_ facts: PolicyFacts, for clauses: ClauseLibrary) {
        (self.facts, vocabulary) = (facts, .shared)
        worded = WordedFacts(facts, words: clauses.words)
        keyed = WordedFacts(facts, words: clauses.words.keyed)
        answers = Array(repeating: nil, count: vocabulary.count)
        truths = Array(repeating: nil, count: vocabulary.count)
        paths = Array(repeating: nil, count: vocabulary.count)
        pathNumbers = vocabulary.pathNumbers
    }

    subscript(number: Int) -> FactAnswer {
        if let known = answers[number] { return known }
        let answer = vocabulary.answer(number, from: worded, keyed: keyed)
        answers[number] = answer
        return answer
    }

    /// Outside of a list.
    func holds(_ decision: Decision) -> Bool {
        decision.holds { fact in
            if let known = truths[fact] { return known }
            let truth = self[fact].isTrue
            truths[fact] = truth
            return truth
        }
    }

    /// Of the definition, behind an answer.
    func paths(behind number: Int) -> PathSet {
        if number < vocabulary.paths.count { return vocabulary.paths[number] }
        if let known = paths[number] { return known }
        let paths = self[number].rows.reduce(into: PathSet()) { $0.formUnion(self.paths(behind: $1)) }
        self.paths[number] = paths
        return paths
    }

    func paths(behind row: FactRow) -> PathSet { row.numberedPaths ?? pathNumbers.set(of: row.paths) }

    func paths(behind said: FactPaths) -> PathSet { said.numbered ?? pathNumbers.set(of: said.sorted) }

    /// Sorted.
    func names(of paths: PathSet) -> FactPaths { pathNumbers.names(of: paths) }
}

/// What one document asks of the facts of a shop. Remembers the paths of what was asked.
struct FactSheet {
    private let answers: PolicyAnswers
    private let isKeyed: Bool
    /// The row of the list that is being repeated.
    var row: FactRow?
    /// Of what was asked; not where keys stand for words, for nobody wants to know it there.
    var paths = PathSet()

    init(_ answers: PolicyAnswers, isKeyed: Bool = false) {
        (self.answers, self.isKeyed) = (answers, isKeyed)
    }

    /// Sorted.
    func names(of paths: PathSet) -> FactPaths { answers.names(of: paths) }

    func paths(behind row: FactRow) -> PathSet { answers.paths(behind: row) }

    func paths(behind said: FactPaths) -> PathSet { answers.paths(behind: said) }

    mutating func isTrue(_ fact: FactName) -> Bool {
        field(fact) != nil || answer(fact)?.isTrue == true
    }

    mutating func text(_ fact: FactName) -> String? {
        if let field = field(fact) { return field }
        let found = answer(fact)
        return isKeyed ? found?.meant : found?.text
    }

    mutating func rows(of list: FactName) -> [FactRow] {
        answer(list)?.rows ?? []
    }

    private func field(_ fact: FactName) -> String? {
        guard let row, let field = fact.field else { return nil }
        return row.value(field, isKeyed: isKeyed)
    }

    private mutating func answer(_ fact: FactName) -> FactAnswer? {
        guard let number = fact.number else { return nil }
        if !isKeyed { paths.formUnion(answers.paths(behind: number)) }
        return answers[number]
    }

    mutating func holds(_ condition: Condition) -> Bool {
        condition.holds { isTrue($0) }
    }
}

extension Condition {
    /// No more facts are asked than decide.
    fileprivate func holds(_ isTrue: (FactName) -> Bool) -> Bool {
        switch self {
        case .always: return true
        case .fact(let fact): return isTrue(fact)
        case .not(let condition): return !condition.holds(isTrue)
        case .all(let conditions):
            for condition in conditions where !condition.holds(isTrue) { return false }
            return true
        case .any(let conditions):
            for condition in conditions where condition.holds(isTrue) { return true }
            return false
        }
    }
}
