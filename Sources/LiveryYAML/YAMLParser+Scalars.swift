import LiveryDiagnostics

/// Plain and quoted scalars: YAML 1.2.2 chapter 7.3. Their text is decoded when somebody asks for it.
extension YAMLParser {
    // MARK: Plain

    /// [126] ns-plain-first: whether a plain scalar may begin here.
    func isPlainStart(_ offset: Int, inFlow: Bool) -> Bool {
        let byte = bytes[offset]
        guard byte.isIndicator else { return true }
        guard byte == UInt8(ascii: "-") || byte == UInt8(ascii: "?") || byte == UInt8(ascii: ":") else { return false }
        let next = bytes[offset + 1]
        return !next.isBlankOrEnd && !(inFlow && next.isFlowIndicator)
    }

    /// [132] nb-ns-plain-in-line: the end of the plain text that stands on this line.
    @inline(__always)
    func plainLineEnd(from start: Int, inFlow: Bool) -> Int {
        var index = start
        scan: while true {
            let byte = bytes[index]
            guard byte.mayEndPlain(inFlow: inFlow) else {
                index += 1
                continue
            }
            switch byte {
            case UInt8(ascii: ":"):
                let next = bytes[index + 1]
                if next.isBlankOrEnd || (inFlow && next.isFlowIndicator) { break scan }
            case UInt8(ascii: "#"):
                if index > start && bytes[index - 1].isWhite { break scan }
            default:
                break scan
            }
            index += 1
        }
        while index > start, bytes[index - 1].isWhite { index -= 1 }
        return index
    }

    /// [135] ns-plain-multi-line, behind its first line. Ends before a line that is an entry of a mapping by its look,
    /// and gives that line's indentation: it is indented wrongly, or its predecessor lacks a colon.
    mutating func plainEnd(behind first: Int, indent: Int, inFlow: Bool) -> (end: Int, entry: Int?) {
        var last = first
        while true {
            var index = skippingWhite(last)
            guard bytes[index].isBreak else { return (last, nil) }
            var line = index
            var spaces = 0
            var blankTab: Range<Int>?
            while bytes[index].isBreak {
                line = afterBreak(index)
                index = line
                while bytes[index] == .space { index += 1 }
                spaces = index - line
                index = skippingWhite(index)
                if spaces <= indent, bytes[index].isBreak, index > line + spaces { blankTab = (line + spaces)..<index }
            }
            let byte = bytes[index]
            guard index < end, spaces > indent, byte != UInt8(ascii: "#"), !(index == line && isMarker(index)) else {
                return (last, nil)
            }
            let lineEnd = plainLineEnd(from: index, inFlow: inFlow)
            guard lineEnd > index else { return (last, nil) }
            if !inFlow && isKeyEnd(lineEnd) { return (last, spaces) }
            if let blankTab { report(.tabInBlankLine(at: span(blankTab.lowerBound, blankTab.upperBound))) }
            last = lineEnd
            lineStart = line
            lineIndent = spaces
        }
    }

    /// [131] ns-plain in block context.
    mutating func parsePlain(
        _ context: NodeContext, _ role: Role, _ inner: Properties, _ outer: Properties, fresh: Bool
    ) -> NodeContext? {
        let start = position
        let firstEnd = plainLineEnd(from: start, inFlow: false)
        let isKey = isKeyEnd(firstEnd)
        if case .entry = role, !isKey { return missingColon(role, inner, from: start, to: firstEnd) }
        let isReserved = !isPlainStart(start, inFlow: false)
        if isReserved {
            let fix = quoting(start, isKey ? plainTail(from: start) : firstEnd)
            report(.reservedCharacter(bytes[start], at: span(start, start + 1), quoting: fix))
        }
        position = firstEnd
        contentEnd = firstEnd
        if isKey {
            if case .node(false) = role {
                parseValueWithColon(from: start, context, merge(outer, inner), isReported: isReserved)
                return nil
            }
            checkKeyLength(from: start)
            let indent = openMapping(role, outer, from: inner.isEmpty ? start : inner.start)
            emit(.scalar, from: start, to: firstEnd, inner)
            return afterKey(indent)
        }
        let column = column(of: start)
        let firstLine = (lineStart, lineIndent)
        let (end, entry) = plainEnd(behind: firstEnd, indent: context.indent, inFlow: false)
        if let entry, fresh || context.compact, inner.isEmpty {
            // What follows is a key: so was this, if it is a sibling, or a word above a child.
            let isParent = entry > column && end == firstEnd && wordEnd(from: start) == firstEnd
            if entry == column || isParent {
                (lineStart, lineIndent) = firstLine
                return missingColon(role, inner, outer, from: start, to: firstEnd)
            }
        }
        position = end
        contentEnd = end
        emit(.scalar, from: start, to: end, merge(outer, inner), flags: end == firstEnd ? [] : .decoded)
        finishLine()
        return nil
    }

    /// `tagline: Brakes: done right`, read as the text that it is meant to be.
    private mutating func parseValueWithColon(
        from start: Int, _ context: NodeContext, _ properties: Properties, isReported: Bool
    ) {
        let colon = skippingWhite(position)
        let end = plainTail(from: start)
        if isReported {
            // The first character is to blame already, and its fix quotes the colon too.
        } else if context.indent < 0 {
            report(.mappingOnMarkerLine(at: span(start, colon + 1)))
        } else {
            report(.colonInValue(at: span(colon, colon + 1), quoting: quoting(start, end)))
        }
        broken = true
        position = end
        contentEnd = end
        emit(.scalar, from: start, to: end, properties)
        finishLine()
    }

    /// [131] ns-plain in flow context.
    mutating func parseFlowPlain(_ indent: Int, _ properties: Properties) {
        let start = position
        let firstEnd = max(plainLineEnd(from: start, inFlow: true), start + 1)
        if !isPlainStart(start, inFlow: true) {
            report(.reservedCharacter(bytes[start], at: span(start, start + 1), quoting: quoting(start, firstEnd)))
        }
        let (end, _) = plainEnd(behind: firstEnd, indent: indent, inFlow: true)
        position = end
        contentEnd = end
        emit(.scalar, from: start, to: end, properties, flags: end == firstEnd ? [] : .decoded)
    }

    // MARK: Quoted

    /// [109] c-double-quoted and [120] c-single-quoted in block context.
    mutating func parseQuoted(
        _ context: NodeContext, _ role: Role, _ inner: Properties, _ outer: Properties, fresh: Bool
    ) -> NodeContext? {
        let start = position
        let wasTabbed = tabbed
        let firstLine = lineStart
        let column = column(of: inner.isEmpty ? start : inner.start)
        var isEntry = false
        if case .entry = role { isEntry = true }
        guard let flags = scanQuoted(indent: context.indent, oneLine: isEntry) else {
            skipBrokenEntry()
            if isEntry { return nil }
            // On a line of its own this may have been a key: the lines behind it may be its siblings.
            if fresh { return NodeContext(context, faulty: true) }
            emit(.scalar, from: start, to: contentEnd, merge(outer, inner), flags: .faulty)
            return nil
        }
        let style: YAMLNode.Style = bytes[start] == UInt8(ascii: "'") ? .singleQuoted : .doubleQuoted
        let quotedEnd = position
        guard isKeyEnd(position) else {
            if isEntry { return missingColon(role, inner, from: start, to: quotedEnd) }
            emit(.scalar, style, from: start, to: quotedEnd, merge(outer, inner), flags: flags)
            finishLine()
            return nil
        }
        if case .node(false) = role {
            emit(.scalar, style, from: start, to: quotedEnd, merge(outer, inner), flags: flags)
            return finishSecondKey()
        }
        if lineStart != firstLine {
            report(.keyOnSeveralLines(at: span(start, quotedEnd)))
            lineShift = column - (inner.isEmpty ? start : inner.start) + lineStart
        }
        checkKeyLength(from: start)
        tabbed = wasTabbed
        let indent = openMapping(role, outer, from: inner.isEmpty ? start : inner.start)
        emit(.scalar, style, from: start, to: quotedEnd, inner, flags: flags)
        return afterKey(indent)
    }

    /// Quoted scalars in flow context.
    mutating func parseFlowQuoted(_ indent: Int, base: Int, _ properties: Properties) -> Bool {
        let start = position
        let line = (start: lineStart, indent: lineIndent, shift: lineShift)
        guard let flags = scanQuoted(indent: indent, oneLine: false, flowBase: base) else {
            emit(.scalar, from: start, to: contentEnd, properties, flags: .faulty)
            if contentEnd < plainTail(from: contentEnd) { return true }
            position = lineEnd(from: contentEnd)
            return false
        }
        if !bytes[position].isBlankOrEnd, !bytes[position].isFlowIndicator, bytes[position] != UInt8(ascii: ":"),
            let close = misreadQuoteEnd(from: start)
        {
            (lineStart, lineIndent, lineShift) = line
            report(.unclosedQuote(at: span(start, start + 1), closing: closing(bytes[start], at: close)))
            position = close
            contentEnd = close
            emit(.scalar, from: start, to: close, properties, flags: .faulty)
            return true
        }
        let style: YAMLNode.Style = bytes[start] == UInt8(ascii: "'") ? .singleQuoted : .doubleQuoted
        emit(.scalar, style, from: start, to: position, properties, flags: flags)
        return true
    }

    /// Moves behind the closing quote. When there is none, reports it, moves to where it was meant to be, or else to
    /// the end of the quote's own line, and returns nil.
    private mutating func scanQuoted(indent: Int, oneLine: Bool, flowBase: Int? = nil) -> YAMLEvent.Flags? {
        let start = position
        let firstLine = (start: lineStart, indent: lineIndent, shift: lineShift)
        let quote = bytes[start]
        var flags: YAMLEvent.Flags = []
        var index = start + 1
        hasIndentationFault = false
        let stops: UInt64 = 1 | 1 << 0x0A | 1 << 0x0D | 1 &<< UInt64(quote)
        scan: while true {
            let byte = bytes[index]
            // What neither ends nor escapes anything, nor breaks the line.
            if byte >= 0x40 ? byte != UInt8(ascii: "\\") : (stops &>> UInt64(byte)) & 1 == 0 {
                index += 1
                continue
            }
            if byte == quote {
                if quote == UInt8(ascii: "\"") || bytes[index + 1] != quote { break }
                flags = .decoded
                index += 2
            } else if byte == UInt8(ascii: "\\") && quote == UInt8(ascii: "\"") {
                flags = .decoded
                index = checkEscape(at: index)
            } else if byte.isBreakOrEnd {
                flags = .decoded
                guard !oneLine, let next = crossBreakInQuotes(index, indent: indent) else {
                    (lineStart, lineIndent, lineShift) = firstLine
                    let close = index == lineEnd(from: start) ? quoteEnd(from: start, to: index, flowBase) : nil
                    let fix = oneLine ? nil : close.flatMap { closing(quote, at: $0) }
                    report(.unclosedQuote(at: span(start, start + 1), closing: fix))
                    contentEnd = close ?? plainTail(from: start)
                    position = contentEnd
                    return nil
                }
                index = next
            } else {
                index += 1
            }
        }
        position = index + 1
        contentEnd = position
        return flags
    }

    /// [74] s-flow-folded. Nil when the scalar cannot go on in the lines that follow.
    private mutating func crossBreakInQuotes(_ offset: Int, indent: Int) -> Int? {
        var index = offset
        var blankTab: Range<Int>?
        while bytes[index].isBreak {
            let blanks = beginLine(afterBreak(index))
            index = skippingWhite(blanks)
            if lineIndent <= indent, bytes[index].isBreak, index > blanks { blankTab = blanks..<index }
        }
        if index == end || (index == lineStart && isMarker(index)) { return nil }
        if let blankTab { report(.tabInBlankLine(at: span(blankTab.lowerBound, blankTab.upperBound))) }
        guard lineIndent <= indent else { return index }
        if looksLikeEntry(index) || bytes[index] == UInt8(ascii: "#") { return nil }
        if bytes[lineStart + lineIndent] == .tab {
            position = index
            tabbed = true
            mendTabs(below: indent)
        } else if !hasIndentationFault {
            hasIndentationFault = true
            report(.quotedIndentation(at: span(lineStart, index), spaces: indent + 1))
        }
        return index
    }

    /// [154] ns-s-implicit-yaml-key: at most 1024 characters, which keeps look-ahead bounded.
    mutating func checkKeyLength(from start: Int) {
        // Keys inside of keys: each is counted only as long as it can be reported.
        guard contentEnd - start > 1024, diagnostics.count < Self.diagnosticLimit else { return }
        let characters = bytes[start..<contentEnd].reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) }
        if characters > 1024 { report(.keyTooLong(characters, at: span(start, contentEnd))) }
    }
}

extension Diagnostic {
    static func reservedCharacter(_ byte: UInt8, at span: SourceSpan, quoting: Fix) -> Diagnostic {
        let character = String(decoding: [byte], as: UTF8.self)
        return Diagnostic(
            code: "yaml/reserved-character",
            "Text cannot begin with `\(character)` unless it stands in quotes.",
            at: span,
            help: "Put the text in quotes.",
            fixes: [quoting])
    }

    static func colonInValue(at span: SourceSpan, quoting: Fix) -> Diagnostic {
        Diagnostic(
            code: "yaml/colon-in-value",
            "A value that holds a colon and a space must stand in quotes.",
            at: span,
            help: "If the text before the colon is a key of its own, put it on the next line instead.",
            fixes: [quoting])
    }

    static func mappingOnMarkerLine(at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            code: "yaml/document-marker",
            "A key cannot stand on the line of `---`.",
            at: span,
            help: "Begin on the next line.")
    }

    static func quotedIndentation(at span: SourceSpan, spaces: Int) -> Diagnostic {
        Diagnostic(
            code: "yaml/indentation",
            "The lines of a quoted text must be indented further than its key.",
            at: span,
            fixes: [
                Fix(title: "indent the line", span: span, replacement: String(repeating: " ", count: spaces + 1))
            ])
    }

    /// [70] l-empty holds no tabs before the indentation of the scalar.
    static func tabInBlankLine(at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            code: "yaml/tab-indentation",
            "A tab stands in a blank line of this text, where only spaces may stand.",
            at: span,
            fixes: [Fix(title: "remove the tab", span: span, replacement: "")])
    }

    static func keyOnSeveralLines(at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            code: "yaml/key-on-several-lines",
            "A key must stand on one line, together with its colon.",
            at: span)
    }

    static func keyTooLong(_ length: Int, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            code: "yaml/key-too-long",
            "This key has \(length) characters; YAML allows at most 1024.",
            at: SourceSpan(file: span.file, start: span.start, end: span.start + 1),
            help: "If this is a value, put it in quotes.")
    }
}
