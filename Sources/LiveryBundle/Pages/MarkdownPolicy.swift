import LiveryPrivacy
import LiveryTenant

/// A policy as CommonMark with GitHub's tables. One paragraph a line, so that a review shows which one changed.
enum MarkdownPolicy {
    static func render(_ document: PolicyDocument, country: String, version: String) -> [UInt8] {
        let words = PageWords.of(document.locale)
        let date = LocalText.date(document.effectiveDate, locale: document.locale, country: country)
        var parts = [
            "# \(MarkdownText.escape(document.title))",
            MarkdownText.strong(document.shopName, after: nil, before: nil)
                + " · \(words.inForceSince) \(date) · \(words.version) \(version)",
            "## \(words.shortAnswer)",
            document.card.map { "- " + line($0, of: document) }.joined(separator: "\n"),
            "## \(words.onThisPage)",
            contents(document),
            heading(document.table.caption, id: PolicyDocument.tableID),
            table(document.table),
        ]
        for section in document.sections {
            parts.append(heading(section.heading, id: section.id))
            parts += section.blocks.map { block($0.content) }
        }
        return Array((parts.joined(separator: "\n\n") + "\n").utf8)
    }

    private static func line(_ line: PolicyDocument.CardLine, of document: PolicyDocument) -> String {
        guard let section = document.sections.first(where: { $0.id == line.section }) else {
            return inlines(line.text, startsLine: true)
        }
        return inlines(line.text, startsLine: true) + " " + reference(section.heading, to: section.id)
    }

    private static func contents(_ document: PolicyDocument) -> String {
        let entries = [(document.table.caption, PolicyDocument.tableID)] + document.sections.map { ($0.heading, $0.id) }
        return entries.map { "- " + reference($0.0, to: $0.1) }.joined(separator: "\n")
    }

    /// Markdown gives headings an anchor made of their text; the text may change, the id must not.
    private static func heading(_ text: String, id: String) -> String {
        "<a id=\"\(id)\"></a>\n\n## \(MarkdownText.escape(text))"
    }

    private static func block(_ content: PolicyDocument.Block.Content) -> String {
        switch content {
        case .subheading(let text): "### \(MarkdownText.escape(text))"
        case .paragraph(let text): inlines(text, startsLine: true)
        case .list(let items): items.map { "- " + inlines($0, startsLine: true) }.joined(separator: "\n")
        case .table(let table): MarkdownText.escape(table.caption, startsLine: true) + "\n\n" + self.table(table)
        }
    }

    private static func table(_ table: PolicyDocument.Table) -> String {
        let head = row(table.columns.map { MarkdownText.escape($0) })
        let rule = row(table.columns.map { _ in "---" })
        return ([head, rule] + table.rows.map { row($0.map { inlines($0, startsLine: false) }) })
            .joined(separator: "\n")
    }

    private static func row(_ cells: [String]) -> String {
        "| " + cells.joined(separator: " | ") + " |"
    }

    private static func inlines(_ inlines: [PolicyDocument.Inline], startsLine: Bool) -> String {
        var text = ""
        for (index, inline) in inlines.enumerated() {
            switch inline {
            case .text(let words):
                text += spaced(words) { MarkdownText.escape($0, startsLine: startsLine && index == 0) }
            case .strong(let words):
                let next = index + 1 < inlines.count ? inlines[index + 1].plain.unicodeScalars.first : nil
                text += MarkdownText.strong(words, after: text.unicodeScalars.last, before: next)
            case .link(let words, let url): text += MarkdownText.link(words, to: url)
            case .reference(let words, let section): text += reference(words, to: section)
            }
        }
        return text
    }

    /// Keeps the space on either side that joins one piece to the next.
    private static func spaced(_ words: String, _ escape: (String) -> String) -> String {
        let before = words.first?.isWhitespace == true ? " " : ""
        let after = words.count > 1 && words.last?.isWhitespace == true ? " " : ""
        return before + escape(words) + after
    }

    private static func reference(_ text: String, to section: String) -> String {
        "[\(MarkdownText.escape(text))](#\(section))"
    }
}

extension PolicyDocument.Inline {
    /// The words that a reader sees.
    var plain: String {
        switch self {
        case .text(let text), .strong(let text), .link(let text, _), .reference(let text, _): text
        }
    }
}
