/// One thing that a policy says, with what it rests on.
package struct PolicyStatement: Sendable {
    package enum Kind: String, CaseIterable, Sendable {
        /// A line of the short answer.
        case card
        case table
        case heading
        case paragraph
        case list
    }

    package let kind: Kind
    /// The id of the section, or of the table.
    package let section: String
    package let heading: String
    /// The id of the clause that wrote it; the table is no clause's.
    package let clause: String?
    /// Paths of a definition, sorted; none where the sentence is the same for every shop.
    package let facts: [String]
    /// As it reads, an item of a list or a row of a table on each line.
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
        let glance = PolicyStatement(
            kind: .table, section: Self.tableID, heading: table.caption, clause: nil, facts: tableFacts,
            text: table.plainText)
        return answers + [glance] + sections.flatMap { section in section.blocks.map { $0.statement(in: section) } }
    }
}

extension PolicyDocument {
    /// The facts behind everything that the document says.
    package var facts: Set<String> {
        var facts = Set(tableFacts)
        for line in card { facts.formUnion(line.facts) }
        for section in sections {
            for block in section.blocks { facts.formUnion(block.facts) }
        }
        return facts
    }
}

extension PolicyDocument.Block {
    fileprivate func statement(in section: PolicyDocument.Section) -> PolicyStatement {
        let (kind, text): (PolicyStatement.Kind, String) =
            switch content {
            case .subheading(let text): (.heading, text)
            case .paragraph(let text): (.paragraph, text.plainText)
            case .list(let items): (.list, items.map { "- " + $0.plainText }.joined(separator: "\n"))
            case .table(let table): (.table, table.plainText)
            }
        return PolicyStatement(
            kind: kind, section: section.id, heading: section.heading, clause: clause, facts: facts, text: text)
    }
}

extension PolicyDocument.Table {
    fileprivate var plainText: String {
        rows.map { row in row.map(\.plainText).joined(separator: " | ") }.joined(separator: "\n")
    }
}
