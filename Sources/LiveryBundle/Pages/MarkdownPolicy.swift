import LiveryDiagnostics
import LiveryPrivacy
import LiveryTenant

/// A policy as CommonMark with GitHub's tables. One paragraph a line, so that a review shows which one changed.
struct MarkdownPolicy: ~Copyable {
    private let document: PolicyDocument
    private var bytes = ByteBuffer(capacity: 1 << 15)

    static func render(_ document: PolicyDocument, country: String, version: String) -> [UInt8] {
        var page = MarkdownPolicy(document: document)
        page.write(country: country, version: version)
        return page.bytes.array
    }

    private init(document: PolicyDocument) {
        self.document = document
    }

    private mutating func write(country: String, version: String) {
        let words = PageWords.of(document.locale)
        bytes.append("# ")
        MarkdownText.escape(document.title, into: &bytes)
        startBlock()
        MarkdownText.strong(document.shopName, after: nil, before: nil, into: &bytes)
        let date = LocalText.date(document.effectiveDate, locale: document.locale, country: country)
        bytes.append(" · \(words.inForceSince) \(date) · \(words.version) \(version)")
        startBlock()
        bytes.append("## \(words.shortAnswer)")
        startBlock()
        lines(document.card) { page, line in
            page.item(line.said)
            if let section = page.document.sections.first(where: { $0.id == line.section }) {
                page.bytes.append(" ")
                page.link(to: section)
            }
        }
        startBlock()
        bytes.append("## \(words.onThisPage)")
        startBlock()
        bytes.append("- ")
        reference(document.table.caption, to: PolicyDocument.tableID)
        for section in document.sections {
            bytes.append("\n- ")
            link(to: section)
        }
        heading(document.table.caption, id: PolicyDocument.tableID)
        startBlock()
        table(document.table)
        for section in document.sections {
            kept(section.title.forms) { $0.heading(section.heading, id: section.id) }
            for block in section.blocks {
                startBlock()
                kept(block.forms) { $0.block(block.content) }
            }
        }
        bytes.append("\n")
    }

    private mutating func startBlock() {
        bytes.append("\n\n")
    }

    private mutating func lines<Item>(_ items: [Item], _ write: (inout MarkdownPolicy, Item) -> Void) {
        for (index, item) in items.enumerated() {
            if index > 0 { bytes.append("\n") }
            write(&self, item)
        }
    }

    /// Markdown gives headings an anchor made of their text; the text may change, the id must not.
    private mutating func heading(_ text: String, id: String) {
        startBlock()
        bytes.append("<a id=\"")
        bytes.append(id)
        bytes.append("\"></a>\n\n## ")
        MarkdownText.escape(text, into: &bytes)
    }

    private mutating func block(_ content: PolicyDocument.Block.Content) {
        switch content {
        case .subheading(let text):
            bytes.append("### ")
            MarkdownText.escape(text, into: &bytes)
        case .paragraph(let text): passage(text) { $0.inlines(text.text, startsLine: true) }
        case .list(let items): lines(items) { $0.item($1) }
        case .table(let table):
            MarkdownText.escape(table.caption, startsLine: true, into: &bytes)
            startBlock()
            self.table(table)
        }
    }

    private mutating func item(_ said: Passage) {
        bytes.append("- ")
        passage(said) { $0.inlines(said.text, startsLine: true) }
    }

    private mutating func passage(_ said: Passage, _ write: (inout MarkdownPolicy) -> Void) {
        kept(said.forms, write)
    }

    /// Writes something anew, unless it was written before; then that is copied.
    private mutating func kept(_ forms: borrowing KeptForms, _ write: (inout MarkdownPolicy) -> Void) {
        if forms.append(.markdown, to: &bytes) { return }
        let start = bytes.count
        write(&self)
        bytes.withBytes { forms.keep(UnsafeBufferPointer(rebasing: $0[start...]), as: .markdown) }
    }

    private mutating func table(_ table: PolicyDocument.Table) {
        row(table.columns) { MarkdownText.escape($1, into: &$0.bytes) }
        bytes.append("\n")
        row(table.columns) { page, _ in page.bytes.append("---") }
        for said in table.rows {
            bytes.append("\n")
            passage(said) { $0.row(said.cells) { $0.inlines($1, startsLine: false) } }
        }
    }

    private mutating func row<Cell>(_ cells: [Cell], _ write: (inout MarkdownPolicy, Cell) -> Void) {
        bytes.append("| ")
        for (index, cell) in cells.enumerated() {
            if index > 0 { bytes.append(" | ") }
            write(&self, cell)
        }
        bytes.append(" |")
    }

    private mutating func inlines(_ inlines: [PolicyDocument.Inline], startsLine: Bool) {
        let start = bytes.count
        for (index, inline) in inlines.enumerated() {
            switch inline {
            case .text(let words): spaced(words, startsLine: startsLine && index == 0)
            case .strong(let words):
                let next = index + 1 < inlines.count ? inlines[index + 1].plain.unicodeScalars.first : nil
                // The last character is whole in four bytes, whatever the first of them belongs to.
                let tail = bytes.withBytes { String(decoding: $0[start...].suffix(4), as: UTF8.self) }
                MarkdownText.strong(words, after: tail.unicodeScalars.last, before: next, into: &bytes)
            case .link(let words, let url): MarkdownText.link(words, to: url, into: &bytes)
            case .reference(let words, let section): reference(words, to: section)
            }
        }
    }

    /// Keeps the space on either side that joins one piece to the next.
    private mutating func spaced(_ words: String, startsLine: Bool) {
        if words.startsWithSpace { bytes.append(" ") }
        MarkdownText.escape(words, startsLine: startsLine, into: &bytes)
        if words.endsWithSpace, words.dropFirst().isEmpty == false { bytes.append(" ") }
    }

    private mutating func link(to section: PolicyDocument.Section) {
        kept(section.title.formsOfLink) { $0.reference(section.heading, to: section.id) }
    }

    private mutating func reference(_ text: String, to section: String) {
        bytes.append("[")
        MarkdownText.escape(text, into: &bytes)
        bytes.append("](#")
        bytes.append(section)
        bytes.append(")")
    }
}

extension String {
    fileprivate var startsWithSpace: Bool {
        utf8.first.flatMap(Self.isSpace) ?? (first?.isWhitespace == true)
    }

    fileprivate var endsWithSpace: Bool {
        utf8.last.flatMap(Self.isSpace) ?? (last?.isWhitespace == true)
    }

    /// nil for a part of a character beyond ASCII.
    private static func isSpace(_ byte: UInt8) -> Bool? {
        byte < 0x80 ? byte == UInt8(ascii: " ") || (0x09...0x0D).contains(byte) : nil
    }
}
