import LiveryDiagnostics

/// Literals of JavaScript (ECMA-262, sections 12.9.4 and 12.9.5).
enum ScriptText {
    /// A string in double quotes. `<` is escaped too, so that the script can stand inside a page; U+2028 and U+2029
    /// because engines before ECMAScript 2019 end a line there.
    static func string(_ text: String) -> String {
        let isPlain = text.withBytes { utf8 in
            utf8.firstMark(from: 0) { word in
                ByteMarks.below(0x20, in: word) | ByteMarks.of(UInt8(ascii: "\""), in: word)
                    | ByteMarks.of(UInt8(ascii: "\\"), in: word) | ByteMarks.of(UInt8(ascii: "<"), in: word)
                    | ByteMarks.of(0x7F, in: word) | ByteMarks.beyondASCII(in: word)
            } == nil
        }
        var literal = "\""
        if isPlain {
            literal.reserveCapacity(text.utf8.count + 2)
            literal += text
            literal += "\""
            return literal
        }
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": literal += "\\\""
            case "\\": literal += "\\\\"
            case "<", "\u{0}"..<" ", "\u{7F}", "\u{2028}", "\u{2029}":
                let digits = String(scalar.value, radix: 16, uppercase: true)
                literal += "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
            default: literal.unicodeScalars.append(scalar)
            }
        }
        return literal + "\""
    }

    static func list(_ texts: [String]) -> String {
        "[" + texts.map(string).joined(separator: ", ") + "]"
    }

    /// A regular expression that matches what starts with a text. Without the flag `g`, with which a test remembers
    /// where it stopped.
    static func pattern(startingWith text: String) -> String {
        var pattern = "/^"
        for scalar in text.unicodeScalars {
            if "\\^$.*+?()[]{}|/".unicodeScalars.contains(scalar) { pattern += "\\" }
            pattern.unicodeScalars.append(scalar)
        }
        return pattern + "/"
    }
}
