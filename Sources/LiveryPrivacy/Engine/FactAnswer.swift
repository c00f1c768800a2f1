/// What one fact comes to for one shop: a flag, a text, or the rows of a list; in words, and with keys in the place of
/// words. Made to be compared: a clause says and means the same for two shops whose answers to its facts are the same.
final class FactAnswer: Sendable {
    /// A text or a list is true where there is any.
    let isTrue: Bool
    let text: String?
    /// The text with keys in the place of words.
    let meant: String?
    let rows: [FactRow]
    private let hash: Int

    private init(_ isTrue: Bool, text: String? = nil, meant: String? = nil, rows: [FactRow] = []) {
        (self.isTrue, self.text, self.meant, self.rows) = (isTrue, text, meant, rows)
        var hasher = Hasher()
        hasher.combine(isTrue)
        if let text { hasher.combine(text) }
        for row in rows { row.hash(into: &hasher) }
        hash = hasher.finalize()
    }

    static func flag(_ value: Bool) -> FactAnswer { value ? yes : no }

    /// - Parameter meant: the text with keys in the place of words.
    static func text(_ value: String?, meant: String?) -> FactAnswer {
        value.map { FactAnswer(true, text: $0, meant: meant) } ?? no
    }

    static func rows(_ rows: [FactRow]) -> FactAnswer { rows.isEmpty ? no : FactAnswer(true, rows: rows) }

    private static let yes = FactAnswer(true)
    private static let no = FactAnswer(false)
}

extension FactAnswer: Hashable {
    static func == (left: FactAnswer, right: FactAnswer) -> Bool {
        left === right
            || left.hash == right.hash && left.isTrue == right.isTrue && left.text == right.text
                && left.meant == right.meant && left.rows == right.rows
    }

    /// The same in one run only, like every hash.
    func hash(into hasher: inout Hasher) { hasher.combine(hash) }
}

/// One row of a fact list. Most shops have most rows in common, and then it is one object.
final class FactRow: Sendable {
    /// In the order of the fields of the list.
    private let said: [String?]
    /// With keys in the place of words.
    private let meant: [String?]
    /// Of the definition, behind the row.
    let paths: [String]
    /// Their numbers; nil where not all of them have one for all shops.
    let numberedPaths: PathSet?
    private let hash: Int

    init(_ said: NamedRow, meant: NamedRow, of list: FactVocabulary.ListDefinition) {
        func values(_ row: NamedRow) -> [String?] {
            list.fields.map { field in row.values.first { $0.key == field.name }?.value }
        }
        self.said = values(said)
        self.meant = values(meant)
        paths = said.paths
        numberedPaths = SharedPaths.all.set(of: said.paths)
        // Rows that say the same have the same paths, nearly always.
        var hasher = Hasher()
        hasher.combine(self.said)
        hash = hasher.finalize()
    }

    /// By the place of the field in the list; with a key in the place of words where that is asked.
    func value(_ field: Int, isKeyed: Bool) -> String? { isKeyed ? meant[field] : said[field] }
}

extension FactRow: Hashable {
    static func == (left: FactRow, right: FactRow) -> Bool {
        left === right
            || left.hash == right.hash && left.said == right.said && left.meant == right.meant
                && left.paths == right.paths
    }

    /// The same in one run only, like every hash.
    func hash(into hasher: inout Hasher) { hasher.combine(hash) }
}

/// One row of a fact list as its definition gives it.
struct NamedRow {
    let values: KeyValuePairs<String, String?>
    let paths: [String]

    init(_ values: KeyValuePairs<String, String?>, paths: [String]) {
        (self.values, self.paths) = (values, paths)
    }
}
