/// What clauses can ask for, by name, each with the paths of the definition behind it. The names and kinds are known
/// without a tenant, so that every clause is checked when it is loaded.
struct FactVocabulary: Sendable {
    let flags: [String: Definition<Bool>]
    let texts: [String: Definition<String?>]
    let lists: [String: ListDefinition]

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
    }
}

/// One row of a fact list.
struct FactRow: Sendable {
    let values: [String: String]
    let paths: [String]

    init(_ values: [String: String?], paths: [String]) {
        self.values = values.compactMapValues { $0 }
        self.paths = paths
    }
}

/// The facts of one tenant, as clauses ask for them. Remembers the paths of what was asked.
struct FactSheet {
    let vocabulary: FactVocabulary
    let facts: PolicyFacts
    /// The row of the list that is being repeated.
    var row: FactRow?
    var paths: Set<String> = []
    private let remembersPaths: Bool
    /// Clauses ask for the same texts and lists many times.
    private var knownTexts: [String: String?] = [:]
    private var knownRows: [String: [FactRow]] = [:]

    init(_ facts: PolicyFacts, vocabulary: FactVocabulary, remembersPaths: Bool = true) {
        self.facts = facts
        self.vocabulary = vocabulary
        self.remembersPaths = remembersPaths
    }

    private mutating func remember(_ asked: [String]) {
        if remembersPaths { paths.formUnion(asked) }
    }

    mutating func isTrue(_ name: String) -> Bool {
        if row?.values[name] != nil { return true }
        if let flag = vocabulary.flags[name] {
            remember(flag.paths)
            return flag.value(facts)
        }
        if let list = vocabulary.lists[name] { return !rows(of: list.name).isEmpty }
        return text(name) != nil
    }

    mutating func text(_ name: String) -> String? {
        if let value = row?.values[name] { return value }
        guard let text = vocabulary.texts[name] else { return nil }
        remember(text.paths)
        if let known = knownTexts[name] { return known }
        let value = text.value(facts)
        knownTexts[name] = .some(value)
        return value
    }

    mutating func rows(of name: String) -> [FactRow] {
        let rows = knownRows[name] ?? vocabulary.lists[name]?.rows(facts) ?? []
        knownRows[name] = rows
        for row in rows { remember(row.paths) }
        return rows
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
