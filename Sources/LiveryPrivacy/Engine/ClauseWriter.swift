import LiveryTenant

/// Turns the clauses of a section into blocks, for one tenant.
struct ClauseWriter {
    private var sheet: FactSheet

    init(_ facts: PolicyFacts, vocabulary: FactVocabulary) {
        sheet = FactSheet(facts, vocabulary: vocabulary)
    }

    /// nil when nothing of the section is true.
    mutating func section(_ section: ClauseSection) -> PolicyDocument.Section? {
        sheet.forgetPaths()
        guard sheet.holds(section.condition) else { return nil }
        let heading = plain(section.heading)
        let blocks = section.clauses.flatMap { self.blocks(of: $0) }
        guard !blocks.isEmpty else { return nil }
        return PolicyDocument.Section(
            id: section.id, heading: heading, blocks: blocks, isAnnex: section.kind == .annex)
    }

    /// The true clauses of the card, each as one line.
    mutating func card(_ section: ClauseSection) -> [PolicyDocument.CardLine] {
        section.clauses.flatMap { clause in
            blocks(of: clause).compactMap { block in
                guard case .paragraph(let text) = block.content else { return nil }
                return PolicyDocument.CardLine(
                    clause: clause.id, facts: block.facts, text: text, section: clause.section ?? section.id)
            }
        }
    }

    mutating func blocks(of clause: Clause) -> [PolicyDocument.Block] {
        sheet.forgetPaths()
        guard sheet.holds(clause.condition) else { return [] }
        return clause.blocks.compactMap { block in
            content(of: block).map {
                PolicyDocument.Block(clause: clause.id, facts: sheet.paths.sorted(), content: $0)
            }
        }
    }

    private mutating func content(of block: ClauseBlock) -> PolicyDocument.Block.Content? {
        switch block {
        case .subheading(let pieces):
            return .subheading(plain(pieces))
        case .paragraph(let pieces):
            let text = inlines(pieces)
            return text.isEmpty ? nil : .paragraph(text)
        case .list(let items):
            let list = items.flatMap { item in repeated(item.each) { $0.inlines(item.content) } }.filter { !$0.isEmpty }
            return list.isEmpty ? nil : .list(list)
        case .table(let caption, let columns, let rows):
            let cells = rows.flatMap { row in
                repeated(row.each) { writer in row.content.map { writer.inlines($0) } }
            }
            guard !cells.isEmpty else { return nil }
            return .table(
                PolicyDocument.Table(caption: plain(caption), columns: columns.map { plain($0) }, rows: cells))
        }
    }

    private mutating func repeated<Result>(_ list: String?, _ body: (inout ClauseWriter) -> Result) -> [Result] {
        guard let list else { return [body(&self)] }
        var results: [Result] = []
        for row in sheet.rows(of: list) {
            sheet.row = row
            results.append(body(&self))
        }
        sheet.row = nil
        return results
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
