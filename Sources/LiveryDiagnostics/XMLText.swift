/// Text for XML 1.0, the same in attributes and between tags.
enum XMLText {
    /// Line ends and tabs are written as references, because a parser makes blanks of them in attributes (section
    /// 3.3.3). What XML cannot hold (section 2.2) becomes the replacement character.
    static func escaped(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "'": result += "&apos;"
            case "\t", "\n", "\r": result += "&#\(scalar.value);"
            case "\u{0}"..<"\u{20}", "\u{FFFE}", "\u{FFFF}": result += TextWidth.replacement
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    /// ` name="value"` for each.
    static func attributes(_ pairs: KeyValuePairs<String, String>) -> String {
        pairs.map { " \($0)=\"\(escaped($1))\"" }.joined()
    }
}
