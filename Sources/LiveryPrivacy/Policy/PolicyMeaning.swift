import LiveryDiagnostics
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
        /// All of it as one line for a digest: the clause, then each part behind a tab. No part holds a tab, for each
        /// comes from one line of text.
        package let digestible: [UInt8]
        /// Of the parts; the others are rows.
        package let valueCount: Int
        package let rowCount: Int
        /// The first bytes of the clause's id, for an order that is found without looking at most ids.
        private let head: SIMD4<UInt64>
        /// How it looks as data.
        package let forms = KeptForms()

        package init(clause: String, values: [String], rows: [String]) {
            self.clause = clause
            digestible = Array(([clause] + values + rows).joined(separator: "\t").utf8)
            (valueCount, rowCount) = (values.count, rows.count)
            head = Self.head(of: clause)
        }

        fileprivate init(clause: String, _ said: borrowing Said) {
            self.clause = clause
            var line = ByteBuffer(capacity: 512)
            line.append(clause)
            var (valueCount, rowCount) = (0, 0)
            said.eachSorted { part, isRow in
                line.append(UInt8(ascii: "\t"))
                line.append(part)
                if isRow { rowCount += 1 } else { valueCount += 1 }
            }
            digestible = line.array
            (self.valueCount, self.rowCount) = (valueCount, rowCount)
            head = Self.head(of: clause)
        }

        private static func head(of clause: String) -> SIMD4<UInt64> {
            var head = SIMD4<UInt64>()
            for (place, byte) in clause.utf8.prefix(32).enumerated() {
                head[place / 8] |= UInt64(byte) << UInt64(56 - place % 8 * 8)
            }
            return head
        }

        /// `name=value` for what is shown, and `condition?true` for what was asked, sorted.
        package var values: [String] { strings(areRows: false) }
        /// `list(name=value, ...)` for each row of a list or table, sorted.
        package var rows: [String] { strings(areRows: true) }

        private func strings(areRows: Bool) -> [String] {
            var strings: [String] = []
            eachPart { part, isRow in if isRow == areRows { strings.append(String(decoding: part, as: UTF8.self)) } }
            return strings
        }

        /// Values, and then rows, in UTF-8.
        package func eachPart(_ body: (_ part: UnsafeBufferPointer<UInt8>, _ isRow: Bool) -> Void) {
            digestible.withUnsafeBufferPointer { line in
                var (start, number) = (clause.utf8.count + 1, 0)
                while start <= line.count {
                    let end = line[start...].firstIndex(of: UInt8(ascii: "\t")) ?? line.count
                    body(UnsafeBufferPointer(rebasing: line[start..<end]), number >= valueCount)
                    (start, number) = (end + 1, number + 1)
                }
            }
        }

        /// By the ids of clauses. What is sorted are numbers: to compare two objects is to count references to both.
        static func sorted(_ lines: [Line]) -> [Line] {
            let order = lines.indices.map { (index: $0, head: lines[$0].head) }.sorted { left, right in
                for place in 0..<4 where left.head[place] != right.head[place] {
                    return left.head[place] < right.head[place]
                }
                return lines[left.index].clause < lines[right.index].clause
            }
            return order.map { lines[$0.index] }
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
        return Line(clause: section.id, said)
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
        return Line(clause: clause.meaning == 1 ? clause.id : "\(clause.id)#\(clause.meaning)", said)
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
            said.append(list.text)
            said.append("(")
            var isFirst = true
            one.eachSorted { part, _ in
                if !isFirst { said.append(", ") }
                isFirst = false
                said.append(part)
            }
            said.append(")")
            said.endPart(isRow: true)
        }
        sheet.row = nil
    }

    private mutating func collect(_ pieces: [Piece], into said: inout Said) {
        for piece in pieces {
            switch piece {
            case .text: break
            case .value(let fact):
                guard !Self.isOfThePage(fact) else { continue }
                said.append(fact.text)
                said.append("=")
                if let text = sheet.text(fact) { said.append(text) }
                said.endPart()
            case .strong(let pieces): collect(pieces, into: &said)
            case .link(let text, let target):
                collect(text, into: &said)
                collect(target, into: &said)
            case .when(let condition, let yes, let no):
                let holds = sheet.holds(condition)
                said.append(condition.text)
                said.append(holds ? "?true" : "?false")
                said.endPart()
                collect(holds ? yes : no, into: &said)
            }
        }
    }

    /// What one clause shows, or one row of it: the parts in the order in which they were met, one behind the other.
    fileprivate struct Said: ~Copyable {
        private struct Part {
            let start: Int
            let end: Int
            let isRow: Bool
        }

        private var bytes = ByteBuffer(capacity: 256)
        private var parts: [Part] = []

        /// Appends to the part that is being written.
        mutating func append(_ text: String) { bytes.append(text) }
        mutating func append(_ text: UnsafeBufferPointer<UInt8>) { bytes.append(text) }

        mutating func endPart(isRow: Bool = false) {
            parts.append(Part(start: parts.last?.end ?? 0, end: bytes.count, isRow: isRow))
        }

        /// The values, each once, and then the rows.
        func eachSorted(_ body: (_ part: UnsafeBufferPointer<UInt8>, _ isRow: Bool) -> Void) {
            bytes.withBytes { bytes in
                func text(_ part: Part) -> UnsafeBufferPointer<UInt8> {
                    UnsafeBufferPointer(rebasing: bytes[part.start..<part.end])
                }
                let sorted = parts.sorted { left, right in
                    left.isRow == right.isRow ? text(left).lexicographicallyPrecedes(text(right)) : right.isRow
                }
                var former: Part?
                for part in sorted {
                    let isAgain = former.map { !part.isRow && text($0).elementsEqual(text(part)) } ?? false
                    if !isAgain { body(text(part), part.isRow) }
                    former = part
                }
            }
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
