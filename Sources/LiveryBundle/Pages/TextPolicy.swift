import LiveryDiagnostics
import LiveryPrivacy
import LiveryTenant

/// A policy as plain text for mails, printers and old phones. Sections have numbers here, because there are no links.
struct TextPolicy: ~Copyable {
    private let document: PolicyDocument
    private let country: String
    private let version: String
    private let words: PageWords
    /// From 1, by id.
    private let sectionNumbers: [String: Int]
    private var text = PlainText(size: 1 << 14)

    static func render(_ document: PolicyDocument, country: String, version: String) -> [UInt8] {
        var page = TextPolicy(document: document, country: country, version: version)
        page.write()
        return page.text.bytes
    }

    private init(document: PolicyDocument, country: String, version: String) {
        self.document = document
        self.country = country
        self.version = version
        words = PageWords.of(document.locale)
        let numbers = document.sections.enumerated().map { ($0.element.id, $0.offset + 1) }
        sectionNumbers = Dictionary(numbers) { first, _ in first }
    }

    private mutating func write() {
        text.heading(document.title, underline: "=")
        text.gap()
        text.paragraph(document.shopName)
        let date = LocalText.date(document.effectiveDate, locale: document.locale, country: country)
        text.paragraph("\(words.inForceSince) \(date) · \(words.version) \(version)")
        text.heading(words.shortAnswer, underline: "-")
        text.gap()
        for line in document.card {
            text.paragraph(plain(line.said.text) + see(line.section), first: "- ")
        }
        text.heading(document.table.caption, underline: "-")
        rows(of: document.table)
        for (index, section) in document.sections.enumerated() {
            text.heading("\(index + 1). \(section.heading)", underline: "-")
            for block in section.blocks {
                text.gap()
                kept(block.forms, refers: block.refers) { $0.block(block.content) }
            }
        }
    }

    private mutating func block(_ content: PolicyDocument.Block.Content) {
        switch content {
        case .subheading(let heading): text.paragraph(heading)
        case .paragraph(let said): passage(said) { $0.text.paragraph($0.plain(said.text)) }
        case .list(let items):
            for item in items { passage(item) { $0.text.paragraph($0.plain(item.text), first: "- ") } }
        case .table(let table):
            text.paragraph(table.caption)
            rows(of: table)
        }
    }

    /// Four columns of sentences do not fit 78 columns, so each row is a title and its labelled values.
    private mutating func rows(of table: PolicyDocument.Table) {
        let width = (table.columns.dropFirst().map(DisplayWidth.of).max() ?? 0) + 2
        let labels = table.columns.map { column in
            let padding = String(repeating: " ", count: max(0, width - 1 - DisplayWidth.of(column)))
            return "  \(column):\(padding)"
        }
        for row in table.rows {
            text.gap()
            passage(row) { page in
                if let title = row.cells.first { page.text.paragraph(page.plain(title)) }
                for (label, cell) in zip(labels, row.cells).dropFirst() {
                    page.text.paragraph(page.plain(cell), first: label)
                }
            }
        }
    }

    private mutating func passage(_ said: Passage, _ write: (inout TextPolicy) -> Void) {
        kept(said.forms, refers: said.refers, write)
    }

    /// Writes something anew, unless it was written before; then that is copied. The number of a section is another in
    /// another document.
    private mutating func kept(
        _ forms: borrowing KeptForms, refers: Bool, _ write: (inout TextPolicy) -> Void
    ) {
        guard !refers else { return write(&self) }
        if text.append(forms) { return }
        let start = text.out.count
        write(&self)
        text.keep(from: start, in: forms)
    }

    private func plain(_ inlines: [PolicyDocument.Inline]) -> String {
        if inlines.count == 1, case .text(let text) = inlines[0] { return text }
        return inlines.reduce(into: "") { line, inline in
            switch inline {
            case .text(let text), .strong(let text): line += text
            case .link(let text, let url): line += Self.withAddress(text, url)
            case .reference(let text, let section):
                line += text
                line += see(section)
            }
        }
    }

    /// The address behind a link, unless the text already is the address.
    private static func withAddress(_ text: String, _ url: String) -> String {
        guard let address = SafeAddress(url)?.text, !address.hasPrefix("tel:") else { return text }
        let bare = address.hasPrefix("mailto:") ? String(address.dropFirst(7)) : address
        return text == bare || "https://\(text)" == bare ? text : "\(text) (\(bare))"
    }

    private func see(_ section: String) -> String {
        guard let number = sectionNumbers[section] else { return "" }
        return " (\(words.section)\u{A0}\(number))"
    }
}

extension PolicyDocument {
    /// At 230 words a minute, a common pace of silent reading, and at least one minute.
    var readingMinutes: Int {
        var count = card.reduce(0) { $0 + $1.said.words } + wordCount(of: table)
        for section in sections {
            for block in section.blocks { count += wordCount(of: block) }
        }
        return max(1, (count + 115) / 230)
    }

    private func wordCount(of block: Block) -> Int {
        switch block.content {
        case .subheading(let text): [Inline.text(text)].words
        case .paragraph(let said): said.words
        case .list(let items): items.reduce(0) { $0 + $1.words }
        case .table(let table): wordCount(of: table)
        }
    }

    private func wordCount(of table: Table) -> Int {
        table.rows.reduce(0) { $0 + $1.words }
    }
}
