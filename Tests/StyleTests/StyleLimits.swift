/// The limits of the house style that a program can see. What they are for: a reader who sees a function, a line or a
/// file whole.
enum StyleLimits {
    static let functionLines = 70
    static let fileLines = 500
    static let columns = 120

    static func text(_ file: CheckedFile) -> [Finding] {
        // By bytes: a carriage return and a line feed are one `Character`, which is no line feed.
        let lines = file.text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
            .map { Substring($0) }
        var findings: [Finding] = []
        // A text that ends with a line feed has an empty last piece.
        if lines.last != "" { findings.append(file.finding(lines.count, "the file does not end with a line feed")) }
        if file.text.hasSuffix("\n\n") { findings.append(file.finding(lines.count - 1, "empty lines end the file")) }
        if lines.count - 1 > fileLines, !file.isGenerated {
            findings.append(file.finding(fileLines + 1, "\(lines.count - 1) lines; a file has at most \(fileLines)"))
        }
        for (index, line) in lines.enumerated() where !file.isGenerated {
            findings += self.line(line).map { file.finding(index + 1, $0) }
        }
        return file.isGenerated ? findings : findings + leftovers(in: file)
    }

    private static func line(_ line: Substring) -> [String] {
        var messages: [String] = []
        if line.utf8.count > columns, line.count > columns {
            messages.append("\(line.count) columns; a line has at most \(columns)")
        }
        if line.last == " " || line.last == "\t" || line.last == "\r" { messages.append("white space ends the line") }
        if line.utf8.contains(UInt8(ascii: "\t")) { messages.append("a tab; four spaces indent") }
        return messages
    }

    /// Marks of unfinished work, in comments and in code; a string may hold the word for a reason.
    private static func leftovers(in file: CheckedFile) -> [Finding] {
        let comments = file.swift.comments.flatMap { comment in words(comment.text[...]).map { ($0, comment.line) } }
        let tokens = file.swift.tokens.map { ($0.text[...], $0.line) }
        return (comments + tokens).filter { marks.contains(String($0.0)) }.map { word, line in
            file.finding(line, "`\(word)`: do it, or open an issue")
        }
    }

    private static let marks: Set = ["TODO", "FIXME", "XXX", "HACK"]

    private static func words(_ line: Substring) -> [Substring] {
        line.utf8.split { !SwiftText.isWord($0) }.map { Substring($0) }
    }
}

// MARK: - Functions

extension StyleLimits {
    static func functions(_ file: CheckedFile) -> [Finding] {
        file.isGenerated
            ? []
            : file.swift.functions.filter { $0.lines > functionLines }.map {
                file.finding($0.line, "`\($0.name)` has \($0.lines) lines; a function has at most \(functionLines)")
            }
    }
}

extension SwiftText {
    struct Function {
        let name: String
        let line: Int
        /// From the line with `func` to the line with the closing brace.
        let lines: Int
    }

    /// Functions, initializers, subscripts and computed properties that have a body.
    var functions: [Function] {
        tokens.indices.compactMap { index in
            let text = tokens[index].text
            let isMember = index > 0 && tokens[index - 1].text == "."
            guard !isMember, ["func", "init", "deinit", "subscript", "var"].contains(text) else { return nil }
            guard let open = body(after: index, ofProperty: text == "var"), let close = closing(open) else {
                return nil
            }
            let name = ["func", "var"].contains(text) ? tokens[index + 1].text : text
            return Function(name: name, line: tokens[index].line, lines: tokens[close].line - tokens[index].line + 1)
        }
    }

    /// The brace that opens the body of a declaration; nil for requirements of protocols and for stored properties.
    private func body(after declaration: Int, ofProperty isProperty: Bool) -> Int? {
        let starts: Set = [
            "func", "init", "deinit", "subscript", "var", "let", "case", "static", "struct", "class", "enum",
            "protocol",
            "extension", "actor", "package", "public", "internal", "private", "fileprivate", "mutating", "if", "guard",
            "for", "while", "switch", "return", "repeat", "do", "defer", "@", "}",
        ]
        var depth = 0
        for index in tokens.indices.dropFirst(declaration + 1) {
            let text = tokens[index].text
            switch text {
            case "(", "[": depth += 1
            case ")", "]": depth -= 1
            case "{" where depth == 0: return index
            case "=" where depth == 0 && isProperty: return nil
            default: if depth < 0 || (depth == 0 && starts.contains(text)) { return nil }
            }
        }
        return nil
    }

    private func closing(_ open: Int) -> Int? {
        var depth = 0
        for index in tokens.indices.dropFirst(open) {
            if tokens[index].text == "{" { depth += 1 }
            if tokens[index].text == "}" { depth -= 1 }
            if depth == 0 { return index }
        }
        return nil
    }
}

// MARK: - What may trap

extension StyleLimits {
    /// For `Sources`: user input never stops the program, and what cannot happen says why in a `preconditionFailure`.
    static func traps(_ file: CheckedFile) -> [Finding] {
        let tokens = file.swift.tokens
        return tokens.indices.compactMap { index in
            let token = tokens[index]
            let next = index + 1 < tokens.count ? tokens[index + 1] : nil
            switch token.text {
            case "fatalError", "assertionFailure", "unsafeBitCast", "unsafelyUnwrapped":
                return file.finding(
                    token.line, "`\(token.text)`; what cannot happen is a `preconditionFailure` that says why")
            case "try", "as":
                guard next?.text == "!", next?.isJoined == true else { return nil }
                return file.finding(token.line, "`\(token.text)!` stops the program instead of saying what is wrong")
            case "!":
                guard index > 0, token.isJoined, unwraps(tokens[index - 1]), !isComparison(next) else { return nil }
                return file.finding(token.line, "a forced unwrap stops the program instead of saying what is wrong")
            default: return nil
            }
        }
    }

    /// Whether an exclamation mark right after this token unwraps it.
    private static func unwraps(_ token: SwiftText.Token) -> Bool {
        if [")", "]", "}", "\""].contains(token.text) { return true }
        return token.text != "try" && token.text != "as" && token.text.utf8.allSatisfy(SwiftText.isWord)
    }

    private static func isComparison(_ token: SwiftText.Token?) -> Bool {
        token?.text == "=" && token?.isJoined == true
    }
}
