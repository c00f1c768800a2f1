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

    /// Only bytes that are certainly harmless; anything else takes the slow way.
    private var isOnOneLine: Bool {
        var previous = UInt8(ascii: " ")
        for byte in utf8 {
            if byte < 0x20 || byte >= 0x7F || (byte == 0x20 && previous == 0x20) { return false }
            previous = byte
        }
        return previous != 0x20 || isEmpty
    }
}
