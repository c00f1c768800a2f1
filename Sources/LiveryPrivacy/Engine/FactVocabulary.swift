/// What clauses can ask for, by name, each with the paths of the definition behind it. The names and kinds are known
/// without a tenant, so that every clause is checked when it is loaded.
///
/// Facts have numbers: first the flags, then the texts, then the lists. A clause finds the numbers when it is read, and
/// from then on no name is looked up.
final class FactVocabulary: Sendable {
    let flags: [Definition<Bool>]
    let texts: [Definition<String?>]
    let lists: [ListDefinition]
    /// The paths behind each flag and each text, and what their numbers mean; those behind a list stand in its rows.
    let paths: [PathSet]
    let pathNumbers: PathNumbers
    private let numbers: [String: Int]

    final class Definition<Value>: Sendable {
        let name: String
        let paths: [String]
        /// Whether a text can be absent; then it stands only under a condition that asks for it.
        let isOptional: Bool
        /// Whether it is the same in every language; then it says the same with keys in the place of words.
        let isWordless: Bool
        let value: @Sendable (WordedFacts) -> Value

        init(
            name: String, paths: [String], isOptional: Bool, isWordless: Bool,
            value: @escaping @Sendable (WordedFacts) -> Value
        ) {
            (self.name, self.paths, self.value) = (name, paths, value)
            (self.isOptional, self.isWordless) = (isOptional, isWordless)
        }
    }

    final class ListDefinition: Sendable {
        let name: String
        let fields: [Field]
        /// The facts with words and with keys in the place of words.
        private let rows: @Sendable (WordedFacts, _ keyed: WordedFacts, ListDefinition) -> [FactRow]

        /// - Parameter fields: those that can be absent end with `?`.
        private init(
            _ name: String, _ fields: [String],
            _ rows: @escaping @Sendable (WordedFacts, _ keyed: WordedFacts, ListDefinition) -> [FactRow]
        ) {
            self.name = name
            self.fields = fields.map { field in
                let isOptional = field.utf8.last == UInt8(ascii: "?")
                return Field(name: isOptional ? String(field.dropLast()) : field, isOptional: isOptional)
            }
            self.rows = rows
        }

        convenience init(name: String, fields: [String], rows: @escaping @Sendable (WordedFacts) -> [NamedRow]) {
            self.init(name, fields) { facts, keyed, list in
                zip(rows(facts), rows(keyed)).map { FactRow($0, meant: $1, of: list) }
            }
        }

        /// Rows that each follow from a subject alone, and are the same for all shops with that subject.
        convenience init<Subject: Hashable & Sendable>(
            name: String, fields: [String],
            remembered memory: @escaping @Sendable (RememberedRows) -> Memory<Subject, FactRow>,
            subjects: @escaping @Sendable (PolicyFacts) -> [Subject],
            row: @escaping @Sendable (Subject, Words) -> NamedRow
        ) {
            self.init(name, fields) { facts, keyed, list in
                let memory = memory(facts.words.rememberedRows)
                return subjects(facts.facts).map { subject in
                    if let known = memory.known(subject) { return known }
                    let new = FactRow(row(subject, facts.words), meant: row(subject, keyed.words), of: list)
                    memory.remember(new, of: subject)
                    return new
                }
            }
        }

        func rows(of facts: WordedFacts, keyed: WordedFacts) -> [FactRow] { rows(facts, keyed, self) }

        /// Among the fields.
        func place(of field: String) -> Int? { fields.firstIndex { $0.name == field } }
    }

    struct Field: Sendable {
        let name: String
        let isOptional: Bool
    }

    init(flags: [Definition<Bool>], texts: [Definition<String?>], lists: [ListDefinition]) {
        (self.flags, self.texts, self.lists) = (flags, texts, lists)
        let names = flags.map(\.name) + texts.map(\.name) + lists.map(\.name)
        numbers = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, $0) })
        var pathNumbers = PathNumbers()
        paths = (flags.map(\.paths) + texts.map(\.paths)).map { pathNumbers.set(of: $0) }
        self.pathNumbers = pathNumbers
    }

    /// How many facts there are.
    var count: Int { flags.count + texts.count + lists.count }

    func number(of name: String) -> Int? { numbers[name] }

    func has(_ name: String) -> Bool { numbers[name] != nil }

    func isList(_ number: Int) -> Bool { number >= flags.count + texts.count }

    func hasFlag(_ name: String) -> Bool { numbers[name].map { $0 < flags.count } ?? false }

    func text(_ name: String) -> Definition<String?>? {
        guard let number = numbers[name], (flags.count..<flags.count + texts.count).contains(number) else { return nil }
        return texts[number - flags.count]
    }

    func list(_ name: String) -> ListDefinition? {
        guard let number = numbers[name], number >= flags.count + texts.count else { return nil }
        return lists[number - flags.count - texts.count]
    }

    /// What a fact comes to; `keyed` are the same facts with keys in the place of words.
    func answer(_ number: Int, from facts: WordedFacts, keyed: WordedFacts) -> FactAnswer {
        if number < flags.count { return .flag(flags[number].value(facts)) }
        if number < flags.count + texts.count {
            let text = texts[number - flags.count]
            let said = text.value(facts)
            return .text(said, meant: text.isWordless || said == nil ? said : text.value(keyed))
        }
        let list = lists[number - flags.count - texts.count]
        return .rows(list.rows(of: facts, keyed: keyed))
    }
}

/// A fact as a clause names it, with the places of its answer, which are found when the clause is read.
struct FactName: Sendable, Hashable {
    let text: String
    /// Of the fact; nil where there is none, which the check of the clause tells, and where each row has the field.
    let number: Int?
    /// Among the fields of the list that is being repeated there; nil where it has none of this name.
    let field: Int?

    init(
        _ text: String, vocabulary: FactVocabulary = .shared, in list: FactVocabulary.ListDefinition? = nil
    ) {
        self.text = text
        field = list?.place(of: text)
        let isInEachRow = field.flatMap { list?.fields[$0].isOptional } == false
        number = isInEachRow ? nil : vocabulary.number(of: text)
    }
}
