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
        var headings = Dictionary(sections.map { ($0.id, $0.heading) }) { first, _ in first }
        headings[Self.tableID] = table.caption
        var statements: [PolicyStatement] = []
        eachStatement { kind, section, clause, said in
            statements.append(
                PolicyStatement(
                    kind: kind, section: section, heading: headings[section] ?? "", clause: clause, said: said))
        }
        return statements
    }

    /// Without its heading, and in parts that nobody needs to copy.
    package typealias StatementReader = (
        _ kind: PolicyStatement.Kind, _ section: String, _ clause: String?, _ said: Passage
    ) -> Void

    package func eachStatement(_ body: StatementReader) {
        for line in card { body(.card, line.section, line.clause, line.said) }
        for row in table.rows { body(.row, Self.tableID, nil, row) }
        for section in sections {
            for block in section.blocks { block.eachStatement(in: section.id, body) }
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
    fileprivate func eachStatement(in section: String, _ body: PolicyDocument.StatementReader) {
        if let heading { body(.heading, section, clause, heading) }
        switch content {
        case .subheading: break
        case .paragraph(let text): body(.paragraph, section, clause, text)
        case .list(let items): for item in items { body(.item, section, clause, item) }
        case .table(let table): for row in table.rows { body(.row, section, clause, row) }
        }
    }
}
