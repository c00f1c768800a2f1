import LiveryDiagnostics

/// Block scalars: YAML 1.2.2 chapter 8.1.
extension YAMLParser {
    /// [170] c-l+literal and [174] c-l+folded. `indent` is that of the node around the scalar.
    mutating func parseBlockScalar(indent: Int, _ properties: Properties) {
        let start = position
        let style: YAMLNode.Style = bytes[start] == UInt8(ascii: "|") ? .literal : .folded
        let header = parseHeader()
        let body = scanBody(indent: indent, explicit: header.indent)
        contentEnd = body.end
        emit(
            .scalar, style, from: start, to: body.end, properties, flags: header.flags.union(.decoded),
            link: UInt32(truncatingIfNeeded: body.indent))
    }

    /// [162] c-b-block-header.
    private mutating func parseHeader() -> (indent: Int, flags: YAMLEvent.Flags) {
        var indent = 0
        var flags: YAMLEvent.Flags = []
        position += 1
        scan: while true {
            let byte = bytes[position]
            switch byte {
            case UInt8(ascii: "-") where flags.isEmpty: flags = .strip
            case UInt8(ascii: "+") where flags.isEmpty: flags = .keep
            case UInt8(ascii: "1")...UInt8(ascii: "9") where indent == 0: indent = Int(byte) - 0x30
            default: break scan
            }
            position += 1
        }
        let next = skippingWhite(position)
        let isComment = bytes[next] == UInt8(ascii: "#") && next > position
        if !bytes[next].isBreakOrEnd && !isComment {
            report(.badBlockHeader(at: span(next, plainTail(from: next))))
        }
        contentEnd = position
        position = lineEnd(from: next)
        return (indent, flags)
    }

    /// [173] l-literal-content, [182] l-folded-content. Moves to the first line behind the scalar.
    private mutating func scanBody(indent: Int, explicit: Int) -> (end: Int, indent: Int) {
        // At the root the indentation counts from 0, not from -1, as in all other parsers.
        var contentIndent = explicit > 0 ? max(indent, 0) + explicit : -1
        var textEnd = contentEnd
        var blankIndent = 0
        var blankLine = 0
        var fault: Int?
        var line = afterBreak(position)
        while line < end {
            var index = line
            while bytes[index] == .space { index += 1 }
            let spaces = index - line
            if bytes[index].isBreakOrEnd {
                if contentIndent < 0, spaces > blankIndent {
                    (blankIndent, blankLine) = (spaces, line)
                } else if contentIndent >= 0, spaces > contentIndent {
                    textEnd = index
                }
                line = afterBreak(index)
                position = index
                continue
            }
            if spaces <= max(indent, contentIndent - 1), isTabbedText(index) {
                reportTabbedText(line..<index, spaces: max(contentIndent, indent + 2))
                contentIndent = max(contentIndent, indent + 2)
            } else if contentIndent < 0 {
                if spaces <= indent || (spaces == 0 && isMarker(line)) {
                    checkLineBehind(line, spaces)
                    break
                }
                // [70] l-empty lines before the text may not be indented more than it.
                if blankIndent > spaces {
                    report(.blankLineIndentation(at: span(blankLine, blankLine + blankIndent), spaces: spaces))
                }
                contentIndent = spaces
            } else if spaces > indent, spaces < contentIndent, !isBlankOrComment(index), !looksLikeEntry(index),
                !isMarker(line)
            {
                reportTextIndentation(span(line, index), spaces: contentIndent, &fault)
            } else if spaces < contentIndent || (spaces == 0 && isMarker(line)) {
                checkLineBehind(line, spaces)
                break
            }
            textEnd = lineEnd(from: index)
            position = textEnd
            line = afterBreak(textEnd)
        }
        if line >= end { position = end } else { position = line }
        lineStart = line
        return (textEnd, contentIndent < 0 ? max(blankIndent, indent + 1) : contentIndent)
    }

    private func isBlankOrComment(_ offset: Int) -> Bool {
        let text = skippingWhite(offset)
        return bytes[text].isBreakOrEnd || bytes[text] == UInt8(ascii: "#")
    }

    /// Whether a line's indentation goes on with tabs, and text follows.
    private func isTabbedText(_ offset: Int) -> Bool {
        guard bytes[offset] == .tab else { return false }
        return !isBlankOrComment(offset) && !looksLikeEntry(skippingWhite(offset))
    }

    /// One finding for a scalar, with an edit for each line.
    private mutating func reportTextIndentation(_ span: SourceSpan, spaces: Int, _ fault: inout Int?) {
        let found = Diagnostic.textIndentation(at: span, spaces: spaces)
        if let fault, fault < diagnostics.count {
            diagnostics[fault].fixes += found.fixes
        } else {
            fault = diagnostics.count
            report(found)
        }
    }

    private mutating func reportTabbedText(_ indentation: Range<Int>, spaces: Int) {
        lineStart = indentation.lowerBound
        position = skippingWhite(indentation.upperBound)
        reportTabs(replacedBy: spaces)
    }

    /// A line behind a block scalar that is blank or a comment and begins with a tab is neither its text nor a comment,
    /// [167] l-strip-empty and [169] l-trail-comments, unless the document has ended. [211] l-yaml-stream.
    private mutating func checkLineBehind(_ line: Int, _ spaces: Int) {
        let next = skippingWhite(line + spaces)
        guard next > line + spaces, isBlankOrComment(next) else { return }
        var behind = line
        while behind < end, isBlankOrComment(behind) { behind = afterBreak(lineEnd(from: behind)) }
        guard behind < end, !isMarker(behind) else { return }
        report(.tabBehindBlockScalar(at: span(line + spaces, next)))
    }
}

extension Diagnostic {
    static func badBlockHeader(at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            code: "yaml/block-header",
            "Behind `|` or `>` only `+`, `-`, a digit from 1 to 9 and a comment may stand.",
            at: span,
            help: "Begin the text on the next line.")
    }

    static func blankLineIndentation(at span: SourceSpan, spaces: Int) -> Diagnostic {
        Diagnostic(
            code: "yaml/indentation",
            "This blank line is indented more than the first line of the text below it.",
            at: span,
            fixes: [
                Fix(title: "shorten it", span: span, replacement: String(repeating: " ", count: spaces))
            ])
    }

    static func textIndentation(at span: SourceSpan, spaces: Int) -> Diagnostic {
        Diagnostic(
            code: "yaml/indentation",
            "This line is indented less than the first line of the text that it belongs to.",
            at: span,
            fixes: [Fix(title: "indent the line", span: span, replacement: String(repeating: " ", count: spaces))])
    }

    static func tabBehindBlockScalar(at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            code: "yaml/tab-indentation",
            "A tab stands where the text could only go on with spaces.",
            at: span,
            fixes: [Fix(title: "remove the tab", span: span, replacement: "")])
    }
}
