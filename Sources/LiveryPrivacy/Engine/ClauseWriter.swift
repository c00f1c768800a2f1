import LiveryTenant

/// Turns the clauses of a section into blocks, for one tenant.
///
/// What a clause says, and means, follows from the answers to the facts that it names, and from those that decide over
/// its section. So each clause, and each repeated line, remembers what it said to whom.
struct ClauseWriter {
    /// What the clauses that were written mean, whatever their words.
    private(set) var meaning: [PolicyMeaning.Line] = []
    private let answers: PolicyAnswers
    private var sheet: FactSheet
    private var interpreter: PolicyMeaning
    /// Of the section.
    private var condition = Condition.always
    private var conditionAnswers: [FactAnswer] = []
    /// The paths of what decided that the section is there. Only who writes a clause anew needs them.
    private var conditionPaths = PathSet()
    /// What a repeated line of the clause may ask for besides its row.
    private var othersOfRows: [FactAnswer] = []

    init(_ answers: PolicyAnswers) {
        self.answers = answers
        sheet = FactSheet(answers)
        interpreter = PolicyMeaning(answers)
    }

    /// nil when nothing of the section is true.
    mutating func section(_ section: ClauseSection) -> PolicyDocument.Section? {
        var blocks: [PolicyDocument.Block] = []
        eachSaid(in: section) { _, said in blocks.append(contentsOf: said.blocks) }
        guard !blocks.isEmpty else { return nil }
        return PolicyDocument.Section(
            id: section.id, title: section.constantTitle?.title ?? PolicyDocument.SectionTitle(plain(section.heading)),
            blocks: blocks, isAnnex: section.kind == .annex)
    }

    /// The true clauses of the card, each as one line.
    mutating func card(_ section: ClauseSection) -> [PolicyDocument.CardLine] {
        var lines: [PolicyDocument.CardLine] = []
        eachSaid(in: section) { clause, said in
            for block in said.blocks {
                guard case .paragraph(let text) = block.content else { continue }
                lines.append(
                    PolicyDocument.CardLine(clause: clause.id, said: text, section: clause.section ?? section.id))
            }
        }
        return lines
    }

    /// The clauses of a section that hold.
    private mutating func eachSaid(in section: ClauseSection, _ body: (Clause, SaidClause) -> Void) {
        guard answers.holds(section.decision) else { return }
        condition = section.condition
        conditionAnswers = section.facts.map { answers[$0] }
        let before = meaning.count
        for clause in section.clauses where answers.holds(clause.decision) {
            let said = said(by: clause)
            if !clause.isAboutThePage { meaning.append(said.meaning) }
            body(clause, said)
        }
        if meaning.count > before {
            meaning.append(section.constantTitle?.meaning ?? interpreter.heading(of: section))
        }
    }

    /// Of a clause that holds.
    private mutating func said(by clause: Clause) -> SaidClause {
        guard clause.memory.isWorthAsking else { return newlySaid(by: clause) }
        let question = question(about: clause.facts)
        if let known = clause.memory.known(question) {
            known.share()
            return known
        }
        let said = newlySaid(by: clause)
        clause.memory.remember(said, of: question)
        return said
    }

    /// With what decides over the section.
    private func question(about facts: [Int]) -> [FactAnswer] {
        var question: [FactAnswer] = []
        question.reserveCapacity(conditionAnswers.count + facts.count)
        question.append(contentsOf: conditionAnswers)
        for fact in facts { question.append(answers[fact]) }
        return question
    }

    private mutating func newlySaid(by clause: Clause) -> SaidClause {
        sheet.paths = PathSet()
        _ = sheet.holds(condition)
        conditionPaths = sheet.paths
        _ = sheet.holds(clause.condition)
        let paths = sheet.paths
        if clause.hasRepeatedLines { othersOfRows = question(about: clause.factsBesideLists) }
        let blocks = clause.blocks.compactMap { block -> PolicyDocument.Block? in
            sheet.paths = paths
            guard let content = content(of: block) else { return nil }
            return PolicyDocument.Block(clause: clause.id, because: sheet.names(of: sheet.paths), content: content)
        }
        return SaidClause(blocks, meaning: interpreter.meaning(of: clause))
    }

    /// nil for a block that says nothing.
    private mutating func content(of block: ClauseBlock) -> PolicyDocument.Block.Content? {
        let conditions = sheet.paths
        switch block {
        case .subheading(let pieces):
            return .subheading(plain(pieces))
        case .paragraph(let pieces):
            let text = inlines(pieces)
            return text.isEmpty ? nil : .paragraph(Passage(text, because: sheet.names(of: sheet.paths)))
        case .list(let items):
            let lines = items.flatMap { item in
                repeated(item, under: conditions) { [$0.inlines(item.content)] }
            }.filter { !$0.text.isEmpty }
            return lines.isEmpty ? nil : .list(lines)
        case .table(let caption, let columns, let rows):
            let lines = rows.flatMap { row in
                repeated(row, under: conditions) { writer in row.content.map { writer.inlines($0) } }
            }
            guard !lines.isEmpty else { return nil }
            return .table(
                PolicyDocument.Table(caption: plain(caption), columns: columns.map { plain($0) }, rows: lines))
        }
    }

    /// One line for each row of a list of facts, or a single line. A row is the reason for its line, and needs no other
    /// from the clause.
    private mutating func repeated<Line>(
        _ item: Repeated<Line>, under conditions: PathSet, _ say: (inout ClauseWriter) -> [[PolicyDocument.Inline]]
    ) -> [Passage] {
        guard let list = item.each else {
            let before = sheet.paths
            sheet.paths = conditions
            let line = Passage(say(&self), because: sheet.names(of: sheet.paths))
            sheet.paths.formUnion(before)
            return [line]
        }
        let rows = sheet.rows(of: list)
        var paths = sheet.paths
        let isWorthAsking = item.memory.isWorthAsking
        let lines = rows.map { row in
            let question = RowQuestion(row: row, others: othersOfRows)
            if isWorthAsking, let known = item.memory.known(question) {
                known.forms.share()
                paths.formUnion(sheet.paths(behind: known.reasons))
                return known
            }
            sheet.row = row
            sheet.paths = conditionPaths.union(sheet.paths(behind: row))
            let line = say(&self)
            paths.formUnion(sheet.paths)
            let said = Passage(line, because: sheet.names(of: sheet.paths))
            if isWorthAsking { item.memory.remember(said, of: question) }
            return said
        }
        sheet.row = nil
        sheet.paths = paths
        return lines
    }

    /// Running text, without space at its ends; neighbouring texts become one.
    private mutating func inlines(_ pieces: [Piece]) -> [PolicyDocument.Inline] {
        var line = RunningText()
        append(pieces, to: &line)
        return line.inlines
    }

    private mutating func append(_ pieces: [Piece], to line: inout RunningText) {
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
    private struct RunningText {
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
