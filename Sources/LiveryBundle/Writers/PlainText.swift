/// Text for readers without any formatting: lines of at most 78 columns.
struct PlainText {
    static let width = 78

    private(set) var lines: [String] = []

    var bytes: [UInt8] {
        // A space that must not break has done its work by now.
        let text = lines.joined(separator: "\n") + "\n"
        guard text.utf8.contains(0xC2) else { return Array(text.utf8) }
        return Array(String(String.UnicodeScalarView(text.unicodeScalars.map { $0 == "\u{A0}" ? " " : $0 })).utf8)
    }

    /// An empty line, unless one stands there already.
    mutating func gap() {
        if let last = lines.last, !last.isEmpty { lines.append("") }
    }

    mutating func heading(_ text: String, underline: Character) {
        gap()
        let start = lines.count
        paragraph(text)
        let width = lines[start...].map(DisplayWidth.of).max() ?? 0
        lines.append(String(repeating: underline, count: width))
    }

    /// Wraps words. A word that is wider than a line, such as a long address, stays whole so that it can be copied.
    mutating func paragraph(_ text: String, first: String = "", rest: String? = nil) {
        let rest = rest ?? String(repeating: " ", count: DisplayWidth.of(first))
        var line = first
        var width = DisplayWidth.of(first)
        var hasWords = false
        for bytes in text.onOneLine.utf8.split(separator: UInt8(ascii: " ")) {
            let word = Substring(bytes)
            let wordWidth = DisplayWidth.of(word)
            if hasWords, width + 1 + wordWidth > Self.width {
                lines.append(line)
                (line, width, hasWords) = (rest, DisplayWidth.of(rest), false)
            }
            if hasWords {
                line += " "
                width += 1
            }
            line += word
            width += wordWidth
            hasWords = true
        }
        lines.append(line)
    }
}

/// How many columns a text takes on a terminal or in a fixed-width font.
enum DisplayWidth {
    static func of(_ text: some StringProtocol) -> Int {
        if text.utf8.allSatisfy({ $0 < 0x80 }) { return text.utf8.count }
        return text.unicodeScalars.reduce(0) { $0 + of($1) }
    }

    private static func of(_ scalar: Unicode.Scalar) -> Int {
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format, .control: return 0
        default: break
        }
        return wide.contains { $0.contains(scalar.value) } ? 2 : 1
    }

    /// The blocks that Unicode's EastAsianWidth.txt gives as wide or full-width (UAX 11), to the block.
    private static let wide: [ClosedRange<UInt32>] = [
        0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0xA4CF, 0xA960...0xA97C,
        0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F,
        0x1F680...0x1F6FF, 0x1F900...0x1F9FF, 0x20000...0x3FFFD,
    ]
}
