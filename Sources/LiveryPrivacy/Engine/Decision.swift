/// Whether a condition holds, as questions one after another: each answer leads to the next question, or to the end. No
/// more facts are asked than decide.
///
/// Each shop asks it of each clause, and to walk through a ``Condition`` takes several times as long.
struct Decision: Sendable {
    private struct Question {
        /// By its number.
        let fact: Int
        /// The places of the next questions, or an end.
        let ifTrue: Int
        let ifFalse: Int
    }

    private static let yes = -1
    private static let no = -2

    private var questions: [Question] = []
    private var first = yes

    init(_ condition: Condition) {
        first = ask(condition, yes: Self.yes, no: Self.no)
    }

    /// Where to begin, to get to one of two places.
    private mutating func ask(_ condition: Condition, yes: Int, no: Int) -> Int {
        switch condition {
        case .always: return yes
        case .fact(let fact):
            guard let number = fact.number else { return no }
            questions.append(Question(fact: number, ifTrue: yes, ifFalse: no))
            return questions.count - 1
        case .not(let condition): return ask(condition, yes: no, no: yes)
        case .all(let conditions): return conditions.reversed().reduce(yes) { ask($1, yes: $0, no: no) }
        case .any(let conditions): return conditions.reversed().reduce(no) { ask($1, yes: yes, no: $0) }
        }
    }

    func holds(_ isTrue: (_ fact: Int) -> Bool) -> Bool {
        var place = first
        while place >= 0 {
            let question = questions[place]
            place = isTrue(question.fact) ? question.ifTrue : question.ifFalse
        }
        return place == Self.yes
    }
}
