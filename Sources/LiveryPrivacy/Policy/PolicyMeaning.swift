import LiveryTenant

/// What the clauses of a document say of one tenant, whatever their words: each clause that holds with the values that
/// it shows, where names of the language are keys. Two texts mean the same exactly when these lines are the same.
///
/// What a page says of itself is left out: the date from which it counts, and the list of its changes. The order of
/// clauses, sections and rows means nothing either.
package struct PolicyMeaning {
    /// What one clause, or the heading of one section, says.
    package final class Line: Sendable, Equatable {
        /// With `#2` behind it where the clause has its second meaning.
        package let clause: String
        /// `name=value` for what is shown, and `condition?true` for what was asked, sorted.
        package let values: [String]
        /// `list(name=value, ...)` for each row of a list or table, sorted.
        package let rows: [String]
        /// All of it as one line for a digest; no value holds a tab, for it comes from one line of text.
        package let digestible: [UInt8]
        /// The first bytes of the clause's id, for an order that is found without looking at most ids.
        private let head: SIMD2<UInt64>

        package init(clause: String, values: [String], rows: [String]) {
            (self.clause, self.values, self.rows) = (clause, values, rows)
            var bytes = Array(clause.utf8)
            bytes.reserveCapacity((values + rows).reduce(bytes.count) { $0 + 1 + $1.utf8.count })
            for part in values + rows {
                bytes.append(UInt8(ascii: "\t"))
                bytes.append(contentsOf: part.utf8)
            }
            digestible = bytes
            var head = SIMD2<UInt64>()
            for (place, byte) in clause.utf8.prefix(16).enumerated() {
                head[place / 8] |= UInt64(byte) << UInt64(56 - place % 8 * 8)
            }
            self.head = head
        }

        /// By the ids of clauses.
        static func precedes(_ left: Line, _ right: Line) -> Bool {
            if left.head.x != right.head.x { return left.head.x < right.head.x }
            if left.head.y != right.head.y { return left.head.y < right.head.y }
            return left.clause < right.clause
        }

        package static func == (left: Line, right: Line) -> Bool {
            left === right || left.digestible == right.digestible
        }
    }

    private var sheet: FactSheet

    /// Facts about the page, and not about the shop.
    fileprivate static func isOfThePage(_ fact: FactName) -> Bool {
        fact.text == "privacy.effective_date" || fact.text == "change"
    }

    init(_ answers: PolicyAnswers) {
        sheet = FactSheet(answers, isKeyed: true)
    }

    /// Of a section in which something holds.
    mutating func heading(of section: ClauseSection) -> Line {
        var said = Said()
        collect(section.heading, into: &said)
        return said.line(section.id, meaning: 1)
    }

    /// Of a clause that holds.
    mutating func meaning(of clause: Clause) -> Line {
        var said = Said()
        for block in clause.blocks {
            switch block {
            case .subheading(let pieces), .paragraph(let pieces): collect(pieces, into: &said)
            case .list(let items): for item in items { collect(item.each, [item.content], into: &said) }
            case .table(let caption, _, let rows):
                collect(caption, into: &said)
                for row in rows { collect(row.each, row.content, into: &said) }
            }
        }
        return said.line(clause.id, meaning: clause.meaning)
    }

    private mutating func collect(_ list: FactName?, _ cells: [[Piece]], into said: inout Said) {
        guard let list else {
            for cell in cells { collect(cell, into: &said) }
            return
        }
        for row in sheet.rows(of: list) {
            sheet.row = row
            var one = Said()
            for cell in cells { collect(cell, into: &one) }
            var line = list.text
            line += "("
            for (index, part) in (one.sortedValues + one.rows.sorted()).enumerated() {
                if index > 0 { line += ", " }
                line += part
            }
            line += ")"
            said.rows.append(line)
        }
        sheet.row = nil
    }

    private mutating func collect(_ pieces: [Piece], into said: inout Said) {
        for piece in pieces {
            switch piece {
            case .text: break
            case .value(let fact):
                guard !Self.isOfThePage(fact) else { continue }
                var value = fact.text
                value += "="
                if let text = sheet.text(fact) { value += text }
                said.values.append(value)
            case .strong(let pieces): collect(pieces, into: &said)
            case .link(let text, let target):
                collect(text, into: &said)
                collect(target, into: &said)
            case .when(let condition, let yes, let no):
                let holds = sheet.holds(condition)
                said.values.append(condition.text + (holds ? "?true" : "?false"))
                collect(holds ? yes : no, into: &said)
            }
        }
    }

    /// What one clause shows.
    private struct Said {
        /// With repetitions.
        var values: [String] = []
        var rows: [String] = []

        /// Each once.
        var sortedValues: [String] {
            var sorted = values.sorted()
            for index in sorted.indices.dropFirst().reversed() where sorted[index] == sorted[index - 1] {
                sorted.remove(at: index)
            }
            return sorted
        }

        func line(_ id: String, meaning: Int) -> Line {
            Line(
                clause: meaning == 1 ? id : "\(id)#\(meaning)", values: sortedValues, rows: rows.sorted())
        }
    }
}

extension Condition {
    var isAboutThePage: Bool {
        switch self {
        case .always: false
        case .fact(let fact): PolicyMeaning.isOfThePage(fact)
        case .not(let condition): condition.isAboutThePage
        case .all(let conditions), .any(let conditions): conditions.contains(where: \.isAboutThePage)
        }
    }

    /// As a clause has it.
    fileprivate var text: String {
        switch self {
        case .always: ""
        case .fact(let fact): fact.text
        case .not(let condition): "not " + condition.text
        case .all(let conditions): conditions.map(\.text).joined(separator: " and ")
        case .any(let conditions): conditions.map(\.text).joined(separator: " or ")
        }
    }
}
