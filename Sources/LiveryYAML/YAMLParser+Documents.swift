import LiveryDiagnostics

/// Documents, their markers and directives: YAML 1.2.2 chapters 6.8 and 9.
extension YAMLParser {
    mutating func parseStream() {
        emit(.streamStart, from: 0, to: 0)
        var directivesAllowed = true
        while !stopped {
            skipPrefix()
            if position == end { break }
            if isAtMarker(UInt8(ascii: ".")) {
                // [205] c-document-end without a document to end: a suffix like any other.
                position += 3
                finishLine()
                directivesAllowed = true
                continue
            }
            directivesAllowed = parseDocument(directivesAllowed: directivesAllowed)
        }
        emit(.streamEnd, from: end, to: end)
    }

    /// [202] l-document-prefix: byte order marks and comments.
    private mutating func skipPrefix() {
        skipSeparation()
        while position == lineStart, bytes[position] == 0xEF, bytes[position + 1] == 0xBB, bytes[position + 2] == 0xBF {
            position += 3
            lineStart = position
            skipSeparation()
        }
    }

    private func isAtMarker(_ byte: UInt8) -> Bool {
        position == lineStart && bytes[position] == byte && isMarker(position)
    }

    /// [210] l-any-document. Tells whether directives may follow: only behind `...`.
    private mutating func parseDocument(directivesAllowed: Bool) -> Bool {
        handles.removeAll(keepingCapacity: true)
        let start = position
        let hasDirectives = parseDirectives(allowed: directivesAllowed)
        var context = NodeContext(indent: -1, indentless: false, compact: false)
        if isAtMarker(UInt8(ascii: "-")) {
            emit(.documentStart, from: position, to: position + 3, flags: .explicit)
            position += 3
        } else {
            if hasDirectives { report(.directiveWithoutDocument(at: span(start, lineEnd(from: start)))) }
            if hasDirectives && (position == end || isAtMarker(UInt8(ascii: "."))) { return true }
            emit(.documentStart, from: position, to: position)
            context.fresh = true
            position = lineStart
        }
        contentEnd = position
        parseRoot(context)
        guard isAtMarker(UInt8(ascii: ".")) else {
            emit(.documentEnd, from: contentEnd, to: contentEnd)
            return false
        }
        emit(.documentEnd, from: position, to: position + 3, flags: .explicit)
        position += 3
        finishLine()
        return true
    }

    private mutating func parseRoot(_ context: NodeContext) {
        broken = false
        parseBlockNode(context)
        while let context = nextEntry() { parseBlockNode(context) }
        while !frames.isEmpty { close(at: contentEnd) }
    }

    /// [82] l-directive, as many as there are.
    private mutating func parseDirectives(allowed: Bool) -> Bool {
        var found = false
        var hasVersion = false
        while position == lineStart, bytes[position] == UInt8(ascii: "%"), position < end {
            let start = position
            if !allowed { report(.directiveInsideDocument(at: span(start, lineEnd(from: start)))) }
            found = true
            parseDirective(hasVersion: &hasVersion)
            skipSeparation()
        }
        return found
    }

    private mutating func parseDirective(hasVersion: inout Bool) {
        let start = position
        let lineEnd = lineEnd(from: start)
        var words: [Range<Int>] = []
        var index = start
        while index < lineEnd, words.count < 4 {
            index = skippingWhite(index)
            if index == lineEnd || (bytes[index] == UInt8(ascii: "#") && bytes[index - 1].isWhite) { break }
            let word = index
            while !bytes[index].isBlankOrEnd { index += 1 }
            words.append(word..<index)
        }
        position = lineEnd
        let texts = words.map { String(decoding: bytes[$0], as: UTF8.self) }
        switch texts.first {
        case "%YAML":
            if hasVersion || texts.count != 2 || !isSupportedVersion(texts[1]) {
                report(.badDirective(texts[0], at: span(start, lineEnd)))
            }
            hasVersion = true
        case "%TAG":
            if texts.count != 3 || !isHandle(texts[1]) || !isTagPrefix(words[2]) || handles[texts[1]] != nil {
                report(.badDirective(texts[0], at: span(start, lineEnd)))
            }
            // The tags that use a faulty prefix are not to blame.
            if texts.count > 2 { handles[texts[1]] = texts[2] }
        case "%", nil:
            // [84] ns-directive-name: a character at least.
            report(.badDirective("%", at: span(start, lineEnd)))
        default:
            // [83] ns-reserved-directive: to be ignored.
            break
        }
    }

    /// [87] ns-yaml-version. 1.3 and later are read as 1.2; 2 and later are another language.
    private func isSupportedVersion(_ text: String) -> Bool {
        let parts = text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        return parts.count == 2 && Array(parts[0]) == [UInt8(ascii: "1")]
            && !parts[1].isEmpty && parts[1].allSatisfy(\.isDigit)
    }

    /// [93] ns-tag-prefix.
    private func isTagPrefix(_ word: Range<Int>) -> Bool {
        let first = bytes[word.lowerBound]
        return (first == UInt8(ascii: "!") || first.isTagCharacter) && uriEnd(from: word.lowerBound) == word.upperBound
    }

    /// [89] c-tag-handle.
    private func isHandle(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        guard bytes.first == UInt8(ascii: "!"), bytes.last == UInt8(ascii: "!") else { return false }
        return bytes.count <= 2 || bytes[1..<(bytes.count - 1)].allSatisfy(\.isWordCharacter)
    }
}

extension Diagnostic {
    static func directiveWithoutDocument(at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            code: "yaml/directive",
            "A line that begins with % must be followed by a line ---.",
            at: span,
            help: "A definition needs no such line; remove it.",
            fixes: [Fix(title: "remove the line", span: span, replacement: "")])
    }

    static func directiveInsideDocument(at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            code: "yaml/directive",
            "A line that begins with % may stand only at the beginning of a file.",
            at: span,
            help: "If it is text, put it in quotes.")
    }

    static func badDirective(_ name: String, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            code: "yaml/directive",
            "This \(name) line is not one that Livery understands.",
            at: span,
            help: "A definition needs no such line; remove it.",
            fixes: [Fix(title: "remove the line", span: span, replacement: "")])
    }
}
