extension String {
    /// The words of a text on one line: a run of white space is one space, and a control character, which no reader
    /// should meet (a terminal would obey it), is U+FFFD. Text that is already so is returned as it is.
    var onOneLine: String {
        if isOnOneLine { return self }
        var line = ""
        var isBetweenWords = false
        for scalar in unicodeScalars {
            if scalar.properties.isWhitespace, scalar != "\u{A0}", scalar != "\u{202F}" {
                isBetweenWords = true
                continue
            }
            if isBetweenWords, !line.isEmpty { line.append(" ") }
            isBetweenWords = false
            line.unicodeScalars.append(scalar.properties.generalCategory == .control ? "\u{FFFD}" : scalar)
        }
        return line
    }

    /// Only bytes that are certainly harmless; anything else takes the slow way. White space and controls beyond ASCII
    /// begin with C2 8x or C2 9x, E1 9A, E2 80, E2 81 or E3 80; of these, quotes and dashes (E2 80 93 to 9F) are
    /// common in names, and U+00A0 (C2 A0) stays as it is.
    private var isOnOneLine: Bool {
        var text = self
        return text.withUTF8 { utf8 in
            var previous = UInt8(ascii: " ")
            for (index, byte) in utf8.enumerated() {
                if byte < 0x20 || byte == 0x7F || (byte == 0x20 && previous == 0x20) { return false }
                if byte >= 0x80 {
                    switch previous {
                    case 0xC2 where byte < 0xA0: return false
                    case 0xE1 where byte == 0x9A, 0xE3 where byte == 0x80: return false
                    case 0xE2 where byte == 0x80:
                        guard (0x93...0x9F).contains(utf8[index + 1]) else { return false }
                    case 0xE2 where byte == 0x81: return false
                    default: break
                    }
                }
                previous = byte
            }
            return previous != 0x20 || utf8.isEmpty
        }
    }
}
