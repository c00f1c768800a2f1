/// How much room text takes on a terminal, and what of it is safe to print there.
package enum TextWidth {
    /// The columns that a text takes.
    package static func columns(of text: String) -> Int {
        text.unicodeScalars.reduce(0) { $0 + columns(of: $1) }
    }

    /// 0 for what combines with the letter before it, 2 for East Asian wide letters and emoji, 1 for the rest.
    /// Terminals count by scalar (POSIX `wcwidth`), and so does this.
    static func columns(of scalar: Unicode.Scalar) -> Int {
        if (0x20..<0x7F).contains(scalar.value) { return 1 }
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format: return 0
        default: return isWide(scalar) ? 2 : 1
        }
    }

    /// The characters that a terminal and its reader can be expected to know.
    package enum Alphabet: Sendable {
        case unicode
        /// Everything else is written as `<U+00E9>`, its name in the Unicode Standard.
        case ascii

        /// Stands for what is left out.
        var ellipsis: String { self == .ascii ? "..." : "…" }
    }

    /// The text with every control character replaced, so that a definition cannot steer the terminal of its reader.
    package static func printable(_ text: String, in alphabet: Alphabet = .unicode) -> String {
        var result = ""
        for scalar in text.unicodeScalars { result += printable(scalar, in: alphabet) }
        return result
    }

    static func printable(_ scalar: Unicode.Scalar, in alphabet: Alphabet) -> String {
        let isPlain = (0x20..<0x7F).contains(scalar.value) || scalar == "\t"
        if isPlain || alphabet == .unicode { return printable(scalar) }
        if scalar == "…" { return alphabet.ellipsis }
        let digits = String(scalar.value, radix: 16, uppercase: true)
        return "<U+" + String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits + ">"
    }

    /// A tab is shown as four blanks, a control as its picture, and what reorders text (Unicode Standard Annex 9) as
    /// the replacement character.
    static func printable(_ scalar: Unicode.Scalar) -> String {
        switch scalar.value {
        case 0x20..<0x7F: String(scalar)
        case 0x09: "    "
        case 0x00..<0x20: Unicode.Scalar(0x2400 + scalar.value).map { String($0) } ?? replacement
        case 0x7F: "\u{2421}"
        case 0x80...0x9F, 0x61C, 0x200E, 0x200F, 0x2028, 0x2029, 0x202A...0x202E, 0x2066...0x2069: replacement
        default: String(scalar)
        }
    }

    static let replacement = "\u{FFFD}"

    /// Breaks a text at blanks so that each line fits; a word that is longer than a line stays whole.
    static func wrapped(_ text: String, to width: Int) -> [String] {
        var lines: [String] = []
        for paragraph in text.split(separator: "\n", omittingEmptySubsequences: false) {
            var line = ""
            var used = 0
            for word in paragraph.split(separator: " ", omittingEmptySubsequences: false) {
                let length = columns(of: String(word))
                if used > 0, used + 1 + length > width {
                    lines.append(line)
                    (line, used) = (String(word), length)
                } else {
                    line += line.isEmpty ? String(word) : " " + word
                    used += used == 0 ? length : length + 1
                }
            }
            lines.append(line)
        }
        return lines
    }

    /// A line as far as it fits, and what closes a quotation in it.
    static func clipped(_ line: String, to width: Int, in alphabet: Alphabet) -> String {
        guard columns(of: line) > width else { return line }
        let end = alphabet.ellipsis + (line.hasSuffix("`") ? "`" : "")
        var (left, kept) = (width - columns(of: end), "")
        for scalar in line.unicodeScalars {
            left -= columns(of: scalar)
            guard left >= 0 else { break }
            kept.unicodeScalars.append(scalar)
        }
        return kept + end
    }

    /// The blocks whose letters Unicode's EastAsianWidth.txt calls wide or fullwidth, and emoji.
    private static func isWide(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x4DBF, 0x4E00...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3,
            0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6F, 0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x16FE0...0x18CFF,
            0x1AFF0...0x1B2FF, 0x1F200...0x1F265, 0x20000...0x3FFFD:
            true
        default: scalar.properties.isEmojiPresentation
        }
    }
}
