/// Comma-separated values as RFC 4180 has them and as spreadsheets save them: with or without a byte order mark, lines
/// ended by CRLF, LF or CR, and separated by semicolons or tabs where the first line has no comma.
struct CSVTable: Equatable {
    struct Cell: Equatable {
        let text: String
        let place: Place
    }

    /// Where a cell begins, both from 1; columns are counted in Unicode scalars.
    struct Place: Equatable, Comparable {
        let line: Int
        let column: Int

        static func < (left: Place, right: Place) -> Bool {
            (left.line, left.column) < (right.line, right.column)
        }
    }

    /// Why a text is no table.
    struct Fault: Error, Equatable {
        let place: Place
        /// One sentence.
        let message: String
    }

    /// Lines without a character in them are left out.
    let rows: [[Cell]]

    init(_ bytes: [UInt8]) throws(Fault) {
        guard let text = String(validating: bytes, as: UTF8.self) else {
            let line = 1 + bytes[..<Self.firstFault(in: bytes)].count { $0 == UInt8(ascii: "\n") }
            throw Fault(
                place: Place(line: line, column: 1),
                message: "this line is no UTF-8; save the table as \"CSV UTF-8\".")
        }
        var reader = Reader(text)
        var rows: [[Cell]] = []
        while let row = try reader.row() {
            if row.count > 1 || row.first?.text.isEmpty == false { rows.append(row) }
        }
        self.rows = rows
    }

    /// The longest start of the text that is UTF-8, which ends at a line: a line end is never part of a character.
    private static func firstFault(in bytes: [UInt8]) -> Int {
        var start = 0
        for (index, byte) in bytes.enumerated() where byte == UInt8(ascii: "\n") {
            guard String(validating: bytes[start...index], as: UTF8.self) != nil else { return start }
            start = index + 1
        }
        return start
    }

    private struct Reader {
        private let scalars: [Unicode.Scalar]
        private let separator: Unicode.Scalar
        private var index = 0
        private var place = Place(line: 1, column: 1)

        init(_ text: String) {
            var scalars = Array(text.unicodeScalars)
            if scalars.first == "\u{FEFF}" { scalars.removeFirst() }
            let head = scalars.prefix { $0 != "\n" && $0 != "\r" }
            separator = head.contains(",") ? "," : head.contains(";") ? ";" : head.contains("\t") ? "\t" : ","
            self.scalars = scalars
        }

        private var next: Unicode.Scalar? { index < scalars.count ? scalars[index] : nil }
        private var isAtEndOfLine: Bool { next == nil || next == "\n" || next == "\r" }

        mutating func row() throws(Fault) -> [Cell]? {
            guard next != nil else { return nil }
            var cells = [try cell()]
            while next == separator {
                advance()
                cells.append(try cell())
            }
            if next == "\r" { advance() }
            if next == "\n" { advance() }
            return cells
        }

        private mutating func cell() throws(Fault) -> Cell {
            let start = place
            var text = String.UnicodeScalarView()
            guard next == "\"" else {
                while !isAtEndOfLine, next != separator { text.append(advance()) }
                return Cell(text: String(text), place: start)
            }
            advance()
            while true {
                guard next != nil else { throw Fault(place: start, message: "the quote is never closed.") }
                let scalar = advance()
                guard scalar == "\"" else {
                    text.append(scalar)
                    continue
                }
                guard next == "\"" else { break }
                text.append(advance())
            }
            guard isAtEndOfLine || next == separator else {
                throw Fault(place: place, message: "text follows a closing quote; a quote in a cell is written twice.")
            }
            return Cell(text: String(text), place: start)
        }

        @discardableResult
        private mutating func advance() -> Unicode.Scalar {
            let scalar = scalars[index]
            index += 1
            // CRLF is one end of a line.
            if scalar == "\n" || (scalar == "\r" && next != "\n") {
                place = Place(line: place.line + 1, column: 1)
            } else {
                place = Place(line: place.line, column: place.column + 1)
            }
            return scalar
        }
    }
}
