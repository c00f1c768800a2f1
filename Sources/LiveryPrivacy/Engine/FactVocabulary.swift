/// What clauses can ask for, by name, each with the paths of the definition behind it. The names and kinds are known
/// without a tenant, so that every clause is checked when it is loaded.
///
/// Facts have numbers: first the flags, then the texts, then the lists. A clause finds the numbers when it is read, and
/// from then on no name is looked up.
struct FactVocabulary: Sendable {
    let flags: [Definition<Bool>]
    let texts: [Definition<String?>]
    let lists: [ListDefinition]
    /// The paths behind each flag and each text, and what their numbers mean; those behind a list stand in its rows.
    let paths: [PathSet]
    let pathNumbers: PathNumbers
    private let numbers: [String: Int]

    struct Definition<Value>: Sendable {
        let name: String
        let paths: [String]
        /// Whether a text can be absent; then it stands only under a condition that asks for it.
        let isOptional: Bool
        /// Whether it is the same in every language; then it says the same with keys in the place of words.
        let isWordless: Bool
        let value: @Sendable (WordedFacts) -> Value
    }

    struct ListDefinition: Sendable {
        let name: String
        let fields: [Field]
        let rows: @Sendable (WordedFacts) -> [NamedRow]

        /// - Parameter fields: those that can be absent end with `?`.
        init(name: String, fields: [String], rows: @escaping @Sendable (WordedFacts) -> [NamedRow]) {
            self.name = name
            self.fields = fields.map { field in
                let isOptional = field.utf8.last == UInt8(ascii: "?")
                return Field(name: isOptional ? String(field.dropLast()) : field, isOptional: isOptional)
            }
            self.rows = rows
        }

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
        return .rows(zip(list.rows(facts), list.rows(keyed)).map { FactRow($0, meant: $1, of: list) })
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
