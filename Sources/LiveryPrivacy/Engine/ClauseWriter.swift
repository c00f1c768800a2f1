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
                PolicyDocument.Block(clause: clause.id, facts: sheet.paths, content: $0)
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
        var line = Line()
        append(pieces, to: &line)
        return line.inlines
    }

    private mutating func append(_ pieces: [Piece], to line: inout Line) {
        for piece in pieces {
            switch piece {
            case .text(let text): line.append(text)
            case .value(let name): line.append(sheet.text(name) ?? "")
            case .strong(let pieces): line.append(.strong(plain(pieces)))
            case .link(let text, let target):
                let (text, target) = (plain(text), plain(target))
                if let section = target.dropping("#") {
                    line.append(.reference(text: text, section: section))
                } else {
                    line.append(.link(text: text, url: target))
                }
            case .when(let condition, let yes, let no):
                append(sheet.holds(condition) ? yes : no, to: &line)
            }
        }
    }

    /// Running text as it grows.
    private struct Line {
        private var finished: [PolicyDocument.Inline] = []
        /// Not yet among those.
        private var text = ""

        mutating func append(_ more: String) {
            // `Lavoie inc.` at the end of a sentence needs no second full stop.
            let isDoubled = text.utf8.last == UInt8(ascii: ".") && more.utf8.first == UInt8(ascii: ".")
            text += isDoubled ? String(more.dropFirst()) : more
        }

        mutating func append(_ inline: PolicyDocument.Inline) {
            finish()
            finished.append(inline)
        }

        var inlines: [PolicyDocument.Inline] {
            mutating get {
                finish()
                return finished
            }
        }

        private mutating func finish() {
            if finished.isEmpty, text.utf8.first == UInt8(ascii: " ") { text = String(text.drop { $0 == " " }) }
            if !text.isEmpty { finished.append(.text(text)) }
            text = ""
        }
    }

    private mutating func plain(_ pieces: [Piece]) -> String {
        inlines(pieces).plainText
    }
}

extension [PolicyDocument.Inline] {
    /// The words without markup.
    package var plainText: String {
        guard count != 1 else { return self[0].plain }
        return reduce(into: "") { $0 += $1.plain }
    }
}

extension PolicyDocument.Inline {
    /// The words without markup.
    package var plain: String {
        switch self {
        case .text(let text), .strong(let text), .link(let text, _), .reference(let text, _): text
        }
    }
}
