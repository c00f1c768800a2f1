/// What one fact comes to for one shop: a flag, a text, or the rows of a list. Made to be compared: a clause says the
/// same for two shops whose answers to its facts are the same.
final class FactAnswer: Sendable {
    /// A text or a list is true where there is any.
    let isTrue: Bool
    let text: String?
    let rows: [FactRow]
    private let hash: Int

    private init(_ isTrue: Bool, text: String? = nil, rows: [FactRow] = []) {
        (self.isTrue, self.text, self.rows) = (isTrue, text, rows)
        var hasher = Hasher()
        hasher.combine(isTrue)
        if let text { hasher.combine(text) }
        for row in rows { row.hash(into: &hasher) }
        hash = hasher.finalize()
    }

    static func flag(_ value: Bool) -> FactAnswer { value ? yes : no }

    static func text(_ value: String?) -> FactAnswer { value.map { FactAnswer(true, text: $0) } ?? no }

    static func rows(_ rows: [FactRow]) -> FactAnswer { rows.isEmpty ? no : FactAnswer(true, rows: rows) }

    private static let yes = FactAnswer(true)
    private static let no = FactAnswer(false)
}

extension FactAnswer: Hashable {
    static func == (left: FactAnswer, right: FactAnswer) -> Bool {
        left === right
            || left.hash == right.hash && left.isTrue == right.isTrue && left.text == right.text
                && left.rows == right.rows
    }

    /// The same in one run only, like every hash.
    func hash(into hasher: inout Hasher) { hasher.combine(hash) }
}

/// One row of a fact list.
struct FactRow: Sendable, Hashable {
    /// In the order of the fields of the list.
    private let values: [String?]
    let paths: [String]

    init(_ row: NamedRow, of list: FactVocabulary.ListDefinition) {
        values = list.fields.map { field in row.values.first { $0.key == field.name }?.value }
        paths = row.paths
    }

    /// By the place of the field in the list.
    subscript(field: Int) -> String? { values[field] }

    /// Rows with the same values have the same paths, nearly always.
    func hash(into hasher: inout Hasher) { hasher.combine(values) }
}

/// One row of a fact list as its definition gives it.
struct NamedRow {
    let values: KeyValuePairs<String, String?>
    let paths: [String]

    init(_ values: KeyValuePairs<String, String?>, paths: [String]) {
        (self.values, self.paths) = (values, paths)
    }
}
