package import LiveryTenant

/// A policy as structure: layers, sections, paragraphs and tables with stable ids. The renderers only print it.
package struct PolicyDocument: Sendable {
    /// BCP 47.
    package let locale: String
    package let title: String
    /// The name over the door, for the header.
    package let shopName: String
    package let effectiveDate: CalendarDate
    /// The short answer: at most 150 words, one line for each question, each with a link to its section.
    package let card: [CardLine]
    /// What, why, who, how long. Its place in a page has the id ``tableID``.
    package let table: Table
    package let sections: [Section]
    /// What it says whatever the words, in the order of the clauses' ids; a version is a digest of it.
    package var meaning: [PolicyMeaning.Line] = []

    /// References in the text lead here for the table.
    package static let tableID = "at-a-glance"

    package struct CardLine: Sendable {
        package let clause: String
        package let said: Passage
        /// The id of the section that says more.
        package let section: String
    }

    package struct Section: Sendable {
        /// Stable, from the clauses, such as `who-sees-it`; never from the text or the number.
        package let id: String
        package let title: SectionTitle
        package var heading: String { title.text }
        package let blocks: [Block]
        /// An annex that concerns some readers only; pages fold it.
        package let isAnnex: Bool

        init(id: String, title: SectionTitle, blocks: [Block], isAnnex: Bool) {
            (self.id, self.title, self.blocks, self.isAnnex) = (id, title, blocks, isAnnex)
        }

        package init(id: String, heading: String, blocks: [Block], isAnnex: Bool) {
            self.init(id: id, title: SectionTitle(heading), blocks: blocks, isAnnex: isAnnex)
        }
    }

    /// What stands over a section, and in the links that lead there.
    package final class SectionTitle: Sendable {
        package let text: String
        /// Over the section.
        package let forms = KeptForms()
        package let formsOfLink = KeptForms()

        init(_ text: String) {
            self.text = text
        }

        /// From now on it stands in more than one document.
        func share() {
            forms.share()
            formsOfLink.share()
        }
    }

    package final class Block: Sendable {
        /// The id of the clause that wrote it.
        package let clause: String
        /// The paths of the facts behind it, such as `features.booking`, sorted.
        package var facts: [String] { reasons.sorted }
        private let reasons: FactPaths
        package let content: Content
        /// Whether it leads to another section.
        package let refers: Bool
        /// What stands over its rows, or as a heading over the next blocks.
        let heading: Passage?
        package let forms = KeptForms()

        package enum Content: Sendable {
            case subheading(String)
            case paragraph(Passage)
            case list([Passage])
            case table(Table)
        }

        package convenience init(clause: String, facts: [String], content: Content) {
            self.init(clause: clause, because: FactPaths(facts), content: content)
        }

        init(clause: String, because reasons: FactPaths, content: Content) {
            self.clause = clause
            self.reasons = reasons
            self.content = content
            heading =
                switch content {
                case .subheading(let text): Passage([.text(text)], because: reasons)
                case .table(let table): Passage([.text(table.caption)], because: reasons)
                case .paragraph, .list: nil
                }
            refers = content.passages.contains(where: \.refers)
        }

        /// From now on it stands in more than one document.
        func share() {
            forms.share()
            heading?.forms.share()
            for passage in content.passages { passage.forms.share() }
        }
    }

    package struct Table: Sendable {
        package let caption: String
        package let columns: [String]
        /// Each has as many cells as there are columns.
        package let rows: [Passage]
    }

    /// Text from a definition arrives here as it is; each renderer escapes it for its format.
    package enum Inline: Sendable, Hashable {
        case text(String)
        case strong(String)
        /// An https, mailto or tel address.
        case link(text: String, url: String)
        /// A place in the same document.
        case reference(text: String, section: String)
    }
}

extension PolicyDocument.Block.Content {
    fileprivate var passages: [Passage] {
        switch self {
        case .subheading: []
        case .paragraph(let said): [said]
        case .list(let items): items
        case .table(let table): table.rows
        }
    }
}
