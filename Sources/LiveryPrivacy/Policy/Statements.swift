/// One thing that a policy says, with what it rests on.
package struct PolicyStatement: Sendable {
    package enum Kind: String, CaseIterable, Sendable {
        /// A line of the short answer.
        case card
        case heading
        case paragraph
        /// An item of a list.
        case item
        /// A row of a table.
        case row
    }

    package let kind: Kind
    /// The id of the section, or of the table.
    package let section: String
    package let heading: String
    /// The id of the clause that wrote it; the first table is no clause's.
    package let clause: String?
    /// Paths of a definition, sorted; none where the sentence is the same for every shop.
    package let facts: [String]
    /// As it reads.
    package let text: String
}

extension PolicyDocument {
    /// Everything that the document says, from top to bottom.
    package var statements: [PolicyStatement] {
        let headings = Dictionary(sections.map { ($0.id, $0.heading) }) { first, _ in first }
        let answers = card.map { line in
            PolicyStatement(
                kind: .card, section: line.section, heading: headings[line.section] ?? "", clause: line.clause,
                facts: line.facts, text: line.text.plainText)
        }
        let glance = zip(table.rows, tableFacts).map { row, facts in
            PolicyStatement(
                kind: .row, section: Self.tableID, heading: table.caption, clause: nil, facts: facts,
                text: row.plainText)
        }
        return answers + glance + sections.flatMap { section in section.blocks.flatMap { $0.statements(in: section) } }
    }
}

extension PolicyDocument {
    /// The facts behind everything that the document says.
    package var facts: Set<String> {
        var facts: Set<String> = []
        for row in tableFacts { facts.formUnion(row) }
        for line in card { facts.formUnion(line.facts) }
        for section in sections {
            for block in section.blocks { facts.formUnion(block.facts) }
        }
        return facts
    }
}

extension PolicyDocument.Block {
    fileprivate func statements(in section: PolicyDocument.Section) -> [PolicyStatement] {
        func statement(_ kind: PolicyStatement.Kind, _ text: String, _ facts: [String]) -> PolicyStatement {
            PolicyStatement(
                kind: kind, section: section.id, heading: section.heading, clause: clause, facts: facts, text: text)
        }
        return switch content {
        case .subheading(let text): [statement(.heading, text, facts)]
        case .paragraph(let text): [statement(.paragraph, text.plainText, facts)]
        case .list(let items): zip(items, lineFacts).map { statement(.item, $0.plainText, $1) }
        case .table(let table):
            [statement(.heading, table.caption, facts)]
                + zip(table.rows, lineFacts).map { statement(.row, $0.plainText, $1) }
        }
    }
}

extension [[PolicyDocument.Inline]] {
    /// The cells of a row.
    fileprivate var plainText: String { map(\.plainText).joined(separator: " | ") }
}
