import LiveryDiagnostics

extension String {
    /// The words of a text on one line: a run of white space is one space, and a control character, which no reader
    /// should meet (a terminal would obey it), is U+FFFD. Text that is already so is returned as it is.
    var onOneLine: String {
        var text = self
        return text.withUTF8 { utf8 in
            if Self.isCleanASCII(utf8) { return self }
            guard Self.isHarmless(utf8) else { return cleaned }
            return Self.isSpacedOnce(utf8) ? self : Self.spacedOnce(utf8)
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

    /// Most text is: no control character, nothing beyond ASCII, and single spaces between words.
    private static func isCleanASCII(_ utf8: UnsafeBufferPointer<UInt8>) -> Bool {
        let space = UInt8(ascii: " ")
        // One at the start is as bad as two side by side.
        var former = ByteMarks.of(space, in: UInt64(space))
        let special = utf8.firstMark(from: 0) { word in
            let spaces = ByteMarks.of(space, in: word)
            let doubled = spaces & (spaces << 8 | former)
            former = spaces >> 56
            return doubled | ByteMarks.below(space, in: word) | ByteMarks.of(0x7F, in: word)
                | ByteMarks.beyondASCII(in: word)
        }
        return special == nil && utf8.last != space
    }

    /// Whether there is certainly no control character, and no white space but the space. Beyond ASCII these begin with
    /// C2 8x or C2 9x, E1 9A, E2 80, E2 81 or E3 80; of them, quotes and dashes (E2 80 93 to 9F) are common in names,
    /// and U+00A0 (C2 A0) stays as it is.
    private static func isHarmless(_ utf8: UnsafeBufferPointer<UInt8>) -> Bool {
        var isPrintable = true
        var isASCII = true
        for byte in utf8 {
            if byte < 0x20 || byte == 0x7F { isPrintable = false }
            if byte >= 0x80 { isASCII = false }
        }
        if !isPrintable || isASCII { return isPrintable }
        for index in utf8.indices.dropLast() {
            switch (utf8[index], utf8[index + 1]) {
            case (0xC2, ..<0xA0), (0xE1, 0x9A), (0xE2, 0x81), (0xE3, 0x80): return false
            case (0xE2, 0x80) where !(0x93...0x9F).contains(utf8[index + 2]): return false
            default: break
            }
        }
        return true
    }

    private static func isSpacedOnce(_ utf8: UnsafeBufferPointer<UInt8>) -> Bool {
        let space = UInt8(ascii: " ")
        guard utf8.first != space, utf8.last != space else { return false }
        var isDoubled = false
        for index in utf8.indices.dropFirst() where utf8[index] == space && utf8[index - 1] == space {
            isDoubled = true
        }
        return !isDoubled
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
