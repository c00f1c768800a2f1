/// Finds line and column of a byte offset. Built only when a position is shown, never while parsing.
package struct LineIndex: Sendable {
    /// A position as people count it, from 1.
    package struct Place: Hashable, Sendable {
        package let line: Int
        /// In Unicode scalars, as SARIF's `unicodeCodePoints` counts.
        package let column: Int
        /// In UTF-16 code units, as editors count.
        package let utf16Column: Int
    }

    private let bytes: [UInt8]
    /// The offset of the first byte of each line. YAML 1.2.2 section 5.4: LF, CR and CRLF break a line.
    private let starts: [Int]

    package init(_ bytes: [UInt8]) {
        self.bytes = bytes
        var starts = [0]
        var index = 0
        while index < bytes.count {
            if bytes[index] == UInt8(ascii: "\n") {
                starts.append(index + 1)
            } else if bytes[index] == UInt8(ascii: "\r") {
                if index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: "\n") { index += 1 }
                starts.append(index + 1)
            }
            index += 1
        }
        self.starts = starts
    }

    /// How many lines the text has; a text that ends with a break has an empty last line.
    package var lineCount: Int { starts.count }

    /// The position of a byte offset. An offset behind the end gives the position behind the last byte.
    package func place(of offset: UInt32) -> Place {
        let offset = min(Int(offset), bytes.count)
        let line = index(ofLineAt: offset)
        var column = 1
        var utf16Column = 1
        for byte in bytes[starts[line]..<offset] where byte & 0xC0 != 0x80 {
            column += 1
            utf16Column += byte >= 0xF0 ? 2 : 1
        }
        return Place(line: line + 1, column: column, utf16Column: utf16Column)
    }

    /// The line of a byte offset, counted from 1: less work than its ``place(of:)``.
    package func lineNumber(of offset: UInt32) -> Int { index(ofLineAt: Int(offset)) + 1 }

    /// The bytes of a line that is counted from 1, without its break.
    package func line(_ number: Int) -> ArraySlice<UInt8> {
        let start = starts[number - 1]
        var end = number < starts.count ? starts[number] : bytes.count
        while end > start, bytes[end - 1] == UInt8(ascii: "\n") || bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
        return bytes[start..<end]
    }

    /// The offset of the first byte of a line that is counted from 1.
    package func offset(ofLine number: Int) -> Int {
        starts[number - 1]
    }

    private func index(ofLineAt offset: Int) -> Int {
        var low = 0
        var high = starts.count - 1
        while low < high {
            let middle = (low + high + 1) / 2
            if starts[middle] <= offset { low = middle } else { high = middle - 1 }
        }
        return low
    }
}
