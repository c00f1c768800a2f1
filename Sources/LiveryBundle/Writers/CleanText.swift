import LiveryDiagnostics

extension String {
    /// The words of a text on one line: a run of white space is one space, and a control character, which no reader
    /// should meet (a terminal would obey it), is U+FFFD. Text that is already so is returned as it is.
    var onOneLine: String {
        var text = self
        return text.withUTF8 { utf8 in
            if Self.isClean(utf8) { return self }
            return Self.isHarmless(utf8) ? Self.spacedOnce(utf8) : cleaned
        }
    }

    private var cleaned: String {
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

    /// Most text is: single spaces between words, and nothing that is not certainly harmless.
    private static func isClean(_ utf8: UnsafeBufferPointer<UInt8>) -> Bool {
        let space = UInt8(ascii: " ")
        // One at the start is as bad as two side by side.
        var former = ByteMarks.of(space, in: UInt64(space))
        var start = 0
        while true {
            let special = utf8.firstMark(from: start) { word in
                let spaces = ByteMarks.of(space, in: word)
                let doubled = spaces & (spaces << 8 | former)
                former = spaces >> 56
                return doubled | ByteMarks.below(space, in: word) | ByteMarks.of(0x7F, in: word)
                    | ByteMarks.beyondASCII(in: word)
            }
            guard let special else { return utf8.last != space }
            guard utf8[special] >= 0x80, let length = harmlessLength(utf8, at: special) else { return false }
            start = special + length
            former = 0
        }
    }

    /// Whether there is certainly no control character, and no white space but the space.
    private static func isHarmless(_ utf8: UnsafeBufferPointer<UInt8>) -> Bool {
        var index = 0
        while index < utf8.count {
            let byte = utf8[index]
            if byte < 0x20 || byte == 0x7F { return false }
            guard byte >= 0x80 else {
                index += 1
                continue
            }
            guard let length = harmlessLength(utf8, at: index) else { return false }
            index += length
        }
        return true
    }

    /// How many bytes a character beyond ASCII has; nil where it may be a control character or white space. Those begin
    /// with C2 8x or C2 9x, E1 9A, E2 80, E2 81 or E3 80; of them, quotes and dashes (E2 80 93 to 9F) are common in
    /// names, and U+00A0 (C2 A0) stays as it is.
    private static func harmlessLength(_ utf8: UnsafeBufferPointer<UInt8>, at index: Int) -> Int? {
        let next = utf8[index + 1]
        return switch utf8[index] {
        case 0xC2: next < 0xA0 ? nil : 2
        case ..<0xE0: 2
        case 0xE1: next == 0x9A ? nil : 3
        case 0xE2 where next == 0x80: (0x93...0x9F).contains(utf8[index + 2]) ? 3 : nil
        case 0xE2: next == 0x81 ? nil : 3
        case 0xE3: next == 0x80 ? nil : 3
        case ..<0xF0: 3
        default: 4
        }
    }

    private static func spacedOnce(_ utf8: UnsafeBufferPointer<UInt8>) -> String {
        String(unsafeUninitializedCapacity: utf8.count) { line in
            var count = 0
            for word in utf8.split(separator: UInt8(ascii: " ")) {
                if count > 0 {
                    line[count] = UInt8(ascii: " ")
                    count += 1
                }
                for byte in word {
                    line[count] = byte
                    count += 1
                }
            }
            return count
        }
    }
}
