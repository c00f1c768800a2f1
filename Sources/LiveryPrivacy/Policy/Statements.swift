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
        var statements: [PolicyStatement] = []
        eachStatement { statements.append($0) }
        return statements
    }

    package func eachStatement(_ body: (PolicyStatement) -> Void) {
        let headings = Dictionary(sections.map { ($0.id, $0.heading) }) { first, _ in first }
        for line in card {
            body(
                PolicyStatement(
                    kind: .card, section: line.section, heading: headings[line.section] ?? "", clause: line.clause,
                    said: line.said))
        }
        for row in table.rows {
            body(PolicyStatement(kind: .row, section: Self.tableID, heading: table.caption, clause: nil, said: row))
        }
        for section in sections {
            for block in section.blocks { block.eachStatement(in: section, body) }
        }
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
    fileprivate func eachStatement(in section: PolicyDocument.Section, _ body: (PolicyStatement) -> Void) {
        func say(_ kind: PolicyStatement.Kind, _ said: Passage) {
            body(PolicyStatement(kind: kind, section: section.id, heading: section.heading, clause: clause, said: said))
        }
        if let heading { say(.heading, heading) }
        switch content {
        case .subheading: break
        case .paragraph(let text): say(.paragraph, text)
        case .list(let items): for item in items { say(.item, item) }
        case .table(let table): for row in table.rows { say(.row, row) }
        }
    }
}
