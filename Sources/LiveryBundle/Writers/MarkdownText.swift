/// Text as CommonMark 0.31 (and GitHub's tables) that shows exactly the characters it was given.
package enum MarkdownText {
    /// - Parameter startsLine: whether the text begins a block, where `-`, `+`, `=` and `1.` mean something.
    package static func escape(_ text: String, startsLine: Bool = false) -> String {
        let line = text.onOneLine
        if isPlain(line, startsLine: startsLine) { return line }
        let scalars = Array(line.unicodeScalars)
        var escaped = String.UnicodeScalarView()
        let marker = startsLine ? listMarker(in: scalars) : nil
        for (index, scalar) in scalars.enumerated() {
            if index == marker || isSpecial(scalar, at: index, of: scalars) { escaped.append("\\") }
            escaped.append(scalar)
        }
        return String(escaped)
    }

    /// Most text is: letters, digits and marks that mean nothing anywhere, with a letter first where a line begins.
    private static func isPlain(_ line: String, startsLine: Bool) -> Bool {
        var mustBeLetter = startsLine
        for byte in line.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): mustBeLetter = false
            case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: " "), UInt8(ascii: "."), UInt8(ascii: ","),
                UInt8(ascii: ";"), UInt8(ascii: "?"), UInt8(ascii: "'"), UInt8(ascii: "-"):
                if mustBeLetter { return false }
            default: return false
            }
        }
        return true
    }

    /// `[text](address)`, or the text alone when the address may not be linked.
    static func link(_ text: String, to address: String) -> String {
        guard let address = SafeAddress(address) else { return escape(text) }
        var target = ""
        for character in address.encoded {
            switch character {
            case "(": target += "%28"
            case ")": target += "%29"
            case "*": target += "%2A"
            default: target.append(character)
            }
        }
        return "[\(escape(text))](\(target))"
    }

    /// Strong emphasis between its neighbours. CommonMark 6.2 opens and closes emphasis by what stands on both sides,
    /// so a name that ends in punctuation, with a letter behind it, could not be closed: then it stays plain.
    static func strong(_ text: String, after before: Unicode.Scalar?, before next: Unicode.Scalar?) -> String {
        let text = text.onOneLine
        guard let first = text.unicodeScalars.first, let last = text.unicodeScalars.last else { return "" }
        let opens = isWordLike(first) || !(before.map(isWordLike) ?? false)
        let closes = isWordLike(last) || !(next.map(isWordLike) ?? false)
        return opens && closes ? "**\(escape(text))**" : escape(text)
    }

    private static func isWordLike(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
            .letterNumber, .otherNumber, .nonspacingMark, .spacingMark, .enclosingMark:
            true
        default: false
        }
    }

    private static func isSpecial(_ scalar: Unicode.Scalar, at index: Int, of scalars: [Unicode.Scalar]) -> Bool {
        switch scalar {
        case "\\", "`", "*", "_", "[", "]", "<", ">", "#", "|", "~", "{", "}", "$": return true
        // Only before something that could be an entity: `R&amp;D` must not turn into `R&D`.
        case "&": return index + 1 < scalars.count && (isWordLike(scalars[index + 1]) || scalars[index + 1] == "#")
        // At the end because a link may follow, which would become an image.
        case "!": return index + 1 == scalars.count
        // GitHub turns `:name:` into a picture.
        case ":": return startsShortcode(at: index, of: scalars)
        default: return false
        }
    }

    private static func startsShortcode(at index: Int, of scalars: [Unicode.Scalar]) -> Bool {
        let rest = scalars[(index + 1)...]
        let name = rest.prefix { scalar in
            ("a"..."z").contains(scalar) || ("0"..."9").contains(scalar) || "_+-".unicodeScalars.contains(scalar)
        }
        return !name.isEmpty && name.endIndex < rest.endIndex && scalars[name.endIndex] == ":"
    }

    /// The index of the character that would make a list, a heading line or a rule of the line.
    private static func listMarker(in scalars: [Unicode.Scalar]) -> Int? {
        guard let first = scalars.first else { return nil }
        if first == "-" || first == "=" { return 0 }
        if first == "+", scalars.count == 1 || scalars[1] == " " { return 0 }
        let digits = scalars.prefix { ("0"..."9").contains($0) }.count
        guard digits > 0, digits < scalars.count, scalars[digits] == "." || scalars[digits] == ")" else { return nil }
        return digits
    }
}
