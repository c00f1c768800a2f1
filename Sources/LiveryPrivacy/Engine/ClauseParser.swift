/// Reads a section file. The format, in whole:
///
///     # Who sees my data?            the heading, with placeholders
///     id: who-sees-it
///     kind: section                  card, table, section or annex
///     when: features.booking         optional, as for clauses
///
///     ## who-sees-it.systems         a clause
///     when: integrations and not privacy.sells_data
///     section: who-sees-it           lines of the card only: where the reader finds more
///     meaning: 2                     raised where new words say another thing, so that the policy has a new version
///
///     A paragraph with a {placeholder}, **strong** words, a [link]({operator.website}) or a
///     [place](#safety) in the page{if operator.phone}, and words for when a fact is true{else} or not{end}.
///
///     - a list item
///     - each integration: {name} gets {receives}.
///
///     ### A subheading
///
///     Table: the caption
///     | What | Why |
///     | each data: {what} | {why} |
struct ClauseParser: Sendable {
    private let file: String
    private var lines: [Line]
    private var position = 0
    private var countsWords = false
    private var isProven = false

    private struct Line: Sendable {
        let number: Int
        let text: String
    }

    /// - Parameters:
    ///   - countsWords: whether other words mean another thing unless `meaning` says what they mean. Nobody compares
    ///     the texts of a workspace before they are released.
    ///   - isProven: whether a test proves that there are no errors, so that a clause can be read when it is needed.
    static func parse(
        _ bytes: [UInt8], file: String, locale: String, countsWords: Bool = false, isProven: Bool = false
    ) throws(ClauseError) -> ClauseSection {
        var parser = ClauseParser(file: file, bytes: bytes)
        parser.countsWords = countsWords
        parser.isProven = isProven
        return try parser.section(locale: locale)
    }

    private init(file: String, bytes: [UInt8]) {
        self.file = file
        lines = []
        var rest = bytes[...]
        while true {
            let line = rest.prefix { $0 != UInt8(ascii: "\n") }
            lines.append(Line(number: lines.count + 1, text: String(decoding: line.trimmingSpaces(), as: UTF8.self)))
            guard line.endIndex < rest.endIndex else { break }
            rest = rest[(line.endIndex + 1)...]
        }
    }

    private mutating func section(locale: String) throws(ClauseError) -> ClauseSection {
        skipBlank()
        guard let head = next(), let heading = head.text.dropping("# ") else {
            throw error(1, "a section starts with `# ` and its heading")
        }
        let keys = try keys(allowed: ["id", "kind", "when", "document"])
        guard let id = keys["id"] else { throw error(head.number, "the section has no `id`") }
        guard let kind = keys["kind"].flatMap(ClauseSection.Kind.init(rawValue:)) else {
            throw error(head.number, "the section has no `kind` of card, table, section or annex")
        }
        var clauses: [Clause] = []
        skipBlank()
        while position < lines.count {
            clauses.append(try clause())
            skipBlank()
        }
        guard let document = ClauseSection.Document(rawValue: keys["document"] ?? "customer") else {
            throw error(head.number, "`document` is `customer` or `partner`")
        }
        return ClauseSection(
            locale: locale, id: id, kind: kind, heading: try inline(heading, line: head.number),
            condition: try condition(keys["when"], line: head.number), clauses: clauses, document: document)
    }

    private mutating func clause() throws(ClauseError) -> Clause {
        guard let head = next(), let id = head.text.dropping("## ") else {
            throw error(lines[max(0, position - 1)].number, "text stands outside a clause; a clause starts with `## `")
        }
        let keys = try keys(allowed: ["when", "section", "meaning"])
        skipBlank()
        let start = self
        let blocks = isProven ? [] : try blocks(of: id, head.number)
        while let line = peek(), !line.text.hasPrefix("## ") { position += 1 }
        return Clause(
            id: id, condition: try condition(keys["when"], line: head.number), section: keys["section"],
            meaning: try meaning(keys["meaning"], line: head.number) ?? (countsWords ? words(from: start.position) : 1),
            blocks: start.isProven ? start.provenBlocks(of: id, head.number) : blocks, line: head.number)
    }

    private mutating func blocks(of clause: String, _ head: Int) throws(ClauseError) -> [ClauseBlock] {
        var blocks: [ClauseBlock] = []
        while let line = peek(), !line.text.hasPrefix("## ") {
            blocks.append(try block(line))
            skipBlank()
        }
        guard !blocks.isEmpty else { throw error(head, "the clause `\(clause)` says nothing") }
        return blocks
    }

    private func provenBlocks(of clause: String, _ head: Int) -> [ClauseBlock] {
        var parser = self
        do throws(ClauseError) {
            return try parser.blocks(of: clause, head)
        } catch {
            preconditionFailure("a test proves that the built-in clauses have no errors: \(error)")
        }
    }

    private func meaning(_ text: String?, line: Int) throws(ClauseError) -> Int? {
        guard let text else { return nil }
        guard let number = Int(text), (1...9999).contains(number) else {
            throw error(line, "`meaning` is a number from 1 to 9999")
        }
        return number
    }

    /// A number for the words since a line, beyond those that people give: FNV-1a.
    private func words(from start: Int) -> Int {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for line in lines[start..<position] where !line.text.isEmpty {
            for byte in line.text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        }
        return 10_000 + Int(hash >> 24)
    }

    /// `key: value` lines up to the first blank line.
    private mutating func keys(allowed: [String]) throws(ClauseError) -> [String: String] {
        var keys: [String: String] = [:]
        while let line = peek(), !line.text.isEmpty {
            position += 1
            guard let colon = line.text.utf8.firstIndex(of: UInt8(ascii: ":")) else {
                throw error(line.number, "expected `key: value` and then a blank line")
            }
            let key = String(line.text[..<colon])
            guard allowed.contains(key) else { throw error(line.number, "unknown key `\(key)`") }
            keys[key] = String(line.text[line.text.index(after: colon)...]).trimmingSpaces()
        }
        return keys
    }

    private mutating func block(_ first: Line) throws(ClauseError) -> ClauseBlock {
        if let text = first.text.dropping("### ") {
            position += 1
            return .subheading(try inline(text, line: first.number))
        }
        if let caption = first.text.dropping("Table: ") {
            position += 1
            return try table(caption: caption, line: first.number)
        }
        if first.text.hasPrefix("- ") { return try list() }
        var text = ""
        while let line = peek(), !line.text.isEmpty, !line.text.hasPrefix("- "), !line.text.hasPrefix("#") {
            text += (text.isEmpty ? "" : " ") + line.text
            position += 1
        }
        guard !text.isEmpty else { throw error(first.number, "this line starts nothing that the format knows") }
        return .paragraph(try inline(text, line: first.number))
    }

    private mutating func list() throws(ClauseError) -> ClauseBlock {
        var items: [Repeated<[Piece]>] = []
        while let line = peek(), let start = line.text.dropping("- ") {
            position += 1
            var text = start
            while let more = peek(), !more.text.isEmpty, !more.text.hasPrefix("- "), !more.text.hasPrefix("#") {
                text += " " + more.text
                position += 1
            }
            let (each, content) = Self.each(text)
            items.append(
                Repeated(each: each, content: try inline(content, line: line.number, in: each)))
        }
        return .list(items)
    }

    private mutating func table(caption: String, line: Int) throws(ClauseError) -> ClauseBlock {
        var rows: [Repeated<[[Piece]]>] = []
        while let row = peek(), row.text.hasPrefix("|") {
            position += 1
            guard row.text.hasSuffix("|"), row.text.utf8.count > 2 else {
                throw error(row.number, "a table row ends with `|`")
            }
            let (each, content) = Self.each(String(row.text.dropFirst().dropLast()).trimmingSpaces())
            var cells: [[Piece]] = []
            for cell in content.utf8.split(separator: UInt8(ascii: "|"), omittingEmptySubsequences: false) {
                cells.append(try inline(Substring(cell).trimmingSpaces(), line: row.number, in: each))
            }
            if let width = rows.first?.content.count, width != cells.count {
                throw error(row.number, "the row has \(cells.count) cells, the head has \(width)")
            }
            rows.append(Repeated(each: each, content: cells))
        }
        guard let head = rows.first, head.each == nil, rows.count > 1 else {
            throw error(line, "a table needs a head and at least one row")
        }
        return .table(
            caption: try inline(caption, line: line), columns: head.content, rows: Array(rows.dropFirst()))
    }

    private static func each(_ text: String) -> (list: FactName?, content: String) {
        guard let rest = text.dropping("each "), let colon = rest.firstIndex(of: ":") else { return (nil, text) }
        return (FactName(String(rest[..<colon])), String(rest[rest.index(after: colon)...]).trimmingSpaces())
    }

    private func condition(_ text: String?, line: Int) throws(ClauseError) -> Condition {
        guard let text else { return .always }
        do {
            return try Condition(parsing: text)
        } catch {
            throw self.error(line, error.message, text)
        }
    }

    private func inline(_ text: String, line: Int, in list: FactName? = nil) throws(ClauseError) -> [Piece] {
        do {
            return try InlineParser.parse(text, in: list.flatMap { FactVocabulary.shared.list($0.text) })
        } catch {
            throw self.error(line, error.message)
        }
    }

    private func error(_ line: Int, _ message: String, _ token: String = "") -> ClauseError {
        ClauseError(file: file, line: line, message: message, token: token)
    }

    private func peek() -> Line? { position < lines.count ? lines[position] : nil }

    private mutating func next() -> Line? {
        defer { position += 1 }
        return peek()
    }

    private mutating func skipBlank() {
        while let line = peek(), line.text.isEmpty { position += 1 }
    }
}

extension StringProtocol {
    func trimmingSpaces() -> String { String(decoding: Substring(self).utf8.trimmingSpaces(), as: UTF8.self) }

    /// The rest behind a prefix, or nil.
    func dropping(_ prefix: String) -> String? {
        guard utf8.starts(with: prefix.utf8) else { return nil }
        return String(decoding: utf8.dropFirst(prefix.utf8.count), as: UTF8.self)
    }
}

extension BidirectionalCollection<UInt8> {
    func trimmingSpaces() -> SubSequence {
        func isSpace(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\r") }
        var rest = self[...]
        while let first = rest.first, isSpace(first) { rest = rest.dropFirst() }
        while let last = rest.last, isSpace(last) { rest = rest.dropLast() }
        return rest
    }
}
