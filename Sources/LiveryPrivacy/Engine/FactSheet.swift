/// What clauses can ask for, by name, each with the paths of the definition behind it. The names and kinds are known
/// without a tenant, so that every clause is checked when it is loaded.
struct FactVocabulary: Sendable {
    let flags: [String: Definition<Bool>]
    let texts: [String: Definition<String?>]
    let lists: [String: ListDefinition]
    /// The number of each name.
    let numbers: [String: Int]

    struct Definition<Value>: Sendable {
        let name: String
        let paths: [String]
        /// Whether a text can be absent; then it stands only under a condition that asks for it.
        let isOptional: Bool
        let value: @Sendable (PolicyFacts) -> Value
    }
    struct ListDefinition: Sendable {
        let name: String
        /// Those that can be absent end with `?`.
        let fields: [String]
        let rows: @Sendable (PolicyFacts) -> [FactRow]

        func has(_ field: String) -> Bool { fields.contains(field) || fields.contains("\(field)?") }
    }

    init(flags: [Definition<Bool>], texts: [Definition<String?>], lists: [ListDefinition]) {
        self.flags = Dictionary(uniqueKeysWithValues: flags.map { ($0.name, $0) })
        self.texts = Dictionary(uniqueKeysWithValues: texts.map { ($0.name, $0) })
        self.lists = Dictionary(uniqueKeysWithValues: lists.map { ($0.name, $0) })
        let names = flags.map(\.name) + texts.map(\.name) + lists.map(\.name)
        numbers = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, $0) })
    }
}

/// One row of a fact list.
struct FactRow: Sendable {
    /// A row has few, so that to look through them is faster than to look them up.
    private let values: [(name: String, value: String)]
    let paths: [String]

    init(_ values: KeyValuePairs<String, String?>, paths: [String]) {
        self.values = values.compactMap { name, value in value.map { (name, $0) } }
        self.paths = paths
    }

    subscript(name: String) -> String? {
        for (known, value) in values where known == name { return value }
        return nil
    }
}

/// The facts of one tenant, as clauses ask for them. Remembers the paths of what was asked.
struct FactSheet {
    let vocabulary: FactVocabulary
    let facts: PolicyFacts
    /// The row of the list that is being repeated.
    var row: FactRow?
    /// Of what was asked.
    var paths = PathSet()
    private let remembersPaths: Bool
    /// Clauses ask for the same facts many times. By the numbers of their names.
    private var answers: [Answer?]
    private var numbers: [String: Int] = [:]
    private var names: [String] = []
    private var knownNames: [PathSet: [String]] = [:]

    /// What one fact comes to: a flag, a text, or the rows of a list.
    private struct Answer {
        let isTrue: Bool
        var text: String?
        var rows: [FactRow] = []
        let paths: PathSet
    }

    init(_ facts: PolicyFacts, vocabulary: FactVocabulary, remembersPaths: Bool = true) {
        self.facts = facts
        self.vocabulary = vocabulary
        self.remembersPaths = remembersPaths
        answers = Array(repeating: nil, count: vocabulary.numbers.count)
    }

    /// Sorted.
    mutating func names(of paths: PathSet) -> [String] {
        if let known = knownNames[paths] { return known }
        let sorted = paths.members.map { names[$0] }.sorted()
        knownNames[paths] = sorted
        return sorted
    }

    mutating func numbered(_ paths: [String]) -> PathSet {
        var set = PathSet()
        for path in paths where remembersPaths {
            let number = numbers[path] ?? names.count
            if number == names.count {
                names.append(path)
                numbers[path] = number
            }
            set.insert(number)
        }
        return set
    }

    mutating func isTrue(_ name: String) -> Bool {
        row?[name] != nil || answer(name)?.isTrue == true
    }

    mutating func text(_ name: String) -> String? {
        row?[name] ?? answer(name)?.text
    }

    mutating func rows(of name: String) -> [FactRow] {
        answer(name)?.rows ?? []
    }

    private mutating func answer(_ name: String) -> Answer? {
        guard let number = vocabulary.numbers[name] else { return nil }
        if answers[number] == nil { answers[number] = workOut(name) }
        guard let answer = answers[number] else { return nil }
        paths.formUnion(answer.paths)
        return answer
    }

    private mutating func workOut(_ name: String) -> Answer? {
        if let flag = vocabulary.flags[name] { return Answer(isTrue: flag.value(facts), paths: numbered(flag.paths)) }
        if let text = vocabulary.texts[name] {
            let value = text.value(facts)
            return Answer(isTrue: value != nil, text: value, paths: numbered(text.paths))
        }
        guard let rows = vocabulary.lists[name]?.rows(facts) else { return nil }
        return Answer(isTrue: !rows.isEmpty, rows: rows, paths: numbered(rows.flatMap(\.paths)))
    }

    mutating func holds(_ condition: Condition) -> Bool {
        switch condition {
        case .always: return true
        case .fact(let name): return isTrue(name)
        case .not(let condition): return !holds(condition)
        case .all(let conditions):
            for condition in conditions where !holds(condition) { return false }
            return true
        case .any(let conditions):
            for condition in conditions where holds(condition) { return true }
            return false
        }
    }
}

/// Paths of a definition by their numbers in a ``FactSheet``: many sets are made of few paths.
struct PathSet: Hashable {
    private var words: [UInt64] = []

    mutating func insert(_ number: Int) {
        while words.count <= number / 64 { words.append(0) }
        words[number / 64] |= 1 << UInt64(number % 64)
    }

    mutating func formUnion(_ other: PathSet) {
        for index in other.words.indices {
            if index == words.count { words.append(0) }
            // Most sets are there already, and need no storage of their own.
            if words[index] | other.words[index] != words[index] { words[index] |= other.words[index] }
        }
    }

    func union(_ other: PathSet) -> PathSet {
        var union = self
        union.formUnion(other)
        return union
    }

    var members: [Int] {
        words.indices.flatMap { index in (0..<64).filter { words[index] >> UInt64($0) & 1 == 1 }.map { index * 64 + $0 }
        }
    }
}
