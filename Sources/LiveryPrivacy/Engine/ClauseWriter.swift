import LiveryTenant

/// Turns the clauses of a section into blocks, for one tenant.
struct ClauseWriter {
    private var sheet: FactSheet
    /// The paths of what decided that the section is there.
    private var sectionPaths: Set<String> = []

    init(_ facts: PolicyFacts, vocabulary: FactVocabulary) {
        sheet = FactSheet(facts, vocabulary: vocabulary)
    }

    /// nil when nothing of the section is true.
    mutating func section(_ section: ClauseSection) -> PolicyDocument.Section? {
        sheet.paths = []
        guard sheet.holds(section.condition) else { return nil }
        sectionPaths = sheet.paths
        let heading = plain(section.heading)
        let blocks = section.clauses.flatMap { self.blocks(of: $0) }
        guard !blocks.isEmpty else { return nil }
        return PolicyDocument.Section(
            id: section.id, heading: heading, blocks: blocks, isAnnex: section.kind == .annex)
    }

    /// The true clauses of the card, each as one line.
    mutating func card(_ section: ClauseSection) -> [PolicyDocument.CardLine] {
        sectionPaths = []
        return section.clauses.flatMap { clause in
            blocks(of: clause).compactMap { block in
                guard case .paragraph(let text) = block.content else { return nil }
                return PolicyDocument.CardLine(
                    clause: clause.id, facts: block.facts, text: text, section: clause.section ?? section.id)
            }
        }
    }

    mutating func blocks(of clause: Clause) -> [PolicyDocument.Block] {
        sheet.paths = sectionPaths
        guard sheet.holds(clause.condition) else { return [] }
        let conditions = sheet.paths
        return clause.blocks.compactMap { block in
            sheet.paths = conditions
            guard let (content, lines) = content(of: block) else { return nil }
            return PolicyDocument.Block(
                clause: clause.id, facts: sheet.paths.sorted(), lineFacts: lines, content: content)
        }
    }

    /// The text of a block, and the paths behind each item of a list or row of a table.
    private mutating func content(
        of block: ClauseBlock
    ) -> (content: PolicyDocument.Block.Content, lines: [[String]])? {
        let conditions = sheet.paths
        switch block {
        case .subheading(let pieces):
            return (.subheading(plain(pieces)), [])
        case .paragraph(let pieces):
            let text = inlines(pieces)
            return text.isEmpty ? nil : (.paragraph(text), [])
        case .list(let items):
            let lines = items.flatMap { item in
                repeated(item.each, under: conditions) { $0.inlines(item.content) }
            }.filter { !$0.line.isEmpty }
            return lines.isEmpty ? nil : (.list(lines.map(\.line)), lines.map(\.facts))
        case .table(let caption, let columns, let rows):
            let lines = rows.flatMap { row in
                repeated(row.each, under: conditions) { writer in row.content.map { writer.inlines($0) } }
            }
            guard !lines.isEmpty else { return nil }
            let table = PolicyDocument.Table(
                caption: plain(caption), columns: columns.map { plain($0) }, rows: lines.map(\.line))
            return (.table(table), lines.map(\.facts))
        }
    }

    /// One line for each row of a list of facts, or a single line; with the paths behind each. A row is the reason for
    /// its line, and needs no other from the clause.
    private mutating func repeated<Line>(
        _ list: String?, under conditions: Set<String>, _ say: (inout ClauseWriter) -> Line
    ) -> [(line: Line, facts: [String])] {
        let rows: [FactRow?] = list.map { sheet.rows(of: $0) } ?? [nil]
        var paths = sheet.paths
        let lines = rows.map { row in
            sheet.row = row
            sheet.paths = row.map { sectionPaths.union($0.paths) } ?? conditions
            let line = say(&self)
            paths.formUnion(sheet.paths)
            return (line, sheet.paths.sorted())
        }
        sheet.row = nil
        sheet.paths = paths
        return lines
    }

    /// Running text, without space at its ends; neighbouring texts become one.
    private mutating func inlines(_ pieces: [Piece]) -> [PolicyDocument.Inline] {
        var inlines: [PolicyDocument.Inline] = []
        append(pieces, to: &inlines)
        if case .text(let text)? = inlines.first {
            let rest = String(text.drop { $0 == " " })
            if rest.isEmpty { inlines.removeFirst() } else { inlines[0] = .text(rest) }
        }
        return inlines
    }

    private mutating func append(_ pieces: [Piece], to inlines: inout [PolicyDocument.Inline]) {
        for piece in pieces {
            switch piece {
            case .text(let text): inlines.appendText(text)
            case .value(let name): inlines.appendText(sheet.text(name) ?? "")
            case .strong(let pieces): inlines.append(.strong(plain(pieces)))
            case .link(let text, let target):
                let (text, target) = (plain(text), plain(target))
                if let section = target.dropping("#") {
                    inlines.append(.reference(text: text, section: section))
                } else {
                    inlines.append(.link(text: text, url: target))
                }
            case .when(let condition, let yes, let no):
                append(sheet.holds(condition) ? yes : no, to: &inlines)
            }
        }
    }

    private mutating func plain(_ pieces: [Piece]) -> String {
        inlines(pieces).plainText
    }
}

extension [PolicyDocument.Inline] {
    /// The words without markup.
    package var plainText: String {
        map { inline in
            switch inline {
            case .text(let text), .strong(let text), .link(let text, _), .reference(let text, _): text
            }
        }.joined()
    }

    fileprivate mutating func appendText(_ text: String) {
        guard !text.isEmpty else { return }
        if case .text(let before)? = last {
            // `Lavoie inc.` at the end of a sentence needs no second full stop.
            let text = before.hasSuffix(".") && text.hasPrefix(".") ? String(text.dropFirst()) : text
            self[count - 1] = .text(before + text)
        } else {
            append(.text(text))
        }
    }
}
