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
    package let said: Passage

    /// Paths of a definition, sorted; none where the sentence is the same for every shop.
    package var facts: [String] { said.facts }
    /// As it reads.
    package var text: String { said.plainText }
}

extension PolicyDocument {
    /// Everything that the document says, from top to bottom.
    package var statements: [PolicyStatement] {
        let headings = Dictionary(sections.map { ($0.id, $0.heading) }) { first, _ in first }
        let answers = card.map { line in
            PolicyStatement(
                kind: .card, section: line.section, heading: headings[line.section] ?? "", clause: line.clause,
                said: line.said)
        }
        let glance = table.rows.map { row in
            PolicyStatement(kind: .row, section: Self.tableID, heading: table.caption, clause: nil, said: row)
        }
        return answers + glance + sections.flatMap { section in section.blocks.flatMap { $0.statements(in: section) } }
    }
}

extension PolicyDocument {
    /// The facts behind everything that the document says.
    package var facts: Set<String> {
        var facts: Set<String> = []
        for row in table.rows { facts.formUnion(row.facts) }
        for line in card { facts.formUnion(line.said.facts) }
        for section in sections {
            for block in section.blocks { facts.formUnion(block.facts) }
        }
        return facts
    }
}

extension PolicyDocument.Block {
    fileprivate func statements(in section: PolicyDocument.Section) -> [PolicyStatement] {
        func statement(_ kind: PolicyStatement.Kind, _ said: Passage) -> PolicyStatement {
            PolicyStatement(kind: kind, section: section.id, heading: section.heading, clause: clause, said: said)
        }
        func heading(_ text: String) -> PolicyStatement { statement(.heading, Passage([.text(text)], facts: facts)) }
        return switch content {
        case .subheading(let text): [heading(text)]
        case .paragraph(let text): [statement(.paragraph, text)]
        case .list(let items): items.map { statement(.item, $0) }
        case .table(let table): [heading(table.caption)] + table.rows.map { statement(.row, $0) }
        }
    }
}
