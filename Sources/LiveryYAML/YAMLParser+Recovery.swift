import LiveryDiagnostics

/// What is done about lines that fit no production: the likeliest meaning is read, so that one fault is one diagnostic
/// and later stages see the rest of the document.
extension YAMLParser {
    // MARK: Tabs

    /// [63] s-indent holds no tabs. Reads those before ``position`` as the spaces they look like, for any editor's tab
    /// width that makes the line fit: an entry of an open collection, or a line below `indent`.
    mutating func mendTabs(below indent: Int? = nil) {
        tabbed = false
        let blank = bytes[lineStart..<position].allSatisfy(\.isWhite)
        guard blank else {
            var start = position
            while bytes[start - 1].isWhite { start -= 1 }
            return report(.tabBeforeIndicator(at: span(start, position)))
        }
        let expanded = lonelyIndent(below: indent) ?? widthIndent(below: indent)
        reportTabs(replacedBy: expanded)
        lineShift = expanded - (position - lineStart)
        lineIndent = expanded
    }

    /// What the tabs stand for when lines around have tabs too: one of the usual widths.
    private func widthIndent(below indent: Int?) -> Int {
        for width in [2, 4, 8] {
            let candidate = expandedIndent(tabWidth: width)
            if indent.map({ candidate > $0 }) ?? frames.contains(where: { $0.indent == candidate }) { return candidate }
        }
        return expandedIndent(tabWidth: 2)
    }

    /// What the tabs of a single line stand for: the lines around it tell more than any width.
    private func lonelyIndent(below indent: Int?) -> Int? {
        if let run = tabRun, isNextLine(after: run.line) { return nil }
        guard let (next, isNextDash) = nextLine() else { return nil }
        let isDash = isIndicator(UInt8(ascii: "-"), at: position)
        if let indent {
            if isDash && !isNextDash {
                // `- name: x` above `  role: y`: the dash stands before the key's column.
                let dash = next - (skippingWhite(position + 1) - position)
                return dash > indent ? dash : nil
            }
            guard next > indent + 1 else { return nil }
            return opensBlock() ? (next + indent + 1) / 2 : next
        }
        let kind: Frame.Kind = isDash ? .blockSequence : .blockMapping
        let candidates = frames.filter { $0.kind == kind && $0.indent > 0 }.map(\.indent)
        if opensBlock() || (isDash && !isNextDash) { return candidates.last { $0 < next } ?? candidates.last }
        return candidates.last { $0 == next } ?? candidates.last
    }

    private func expandedIndent(tabWidth: Int) -> Int {
        var column = 0
        for byte in bytes[lineStart..<position] {
            column += byte == .tab ? tabWidth - column % tabWidth : 1
        }
        return column
    }

    /// One finding for a run of lines, with an edit for each.
    mutating func reportTabs(replacedBy spaces: Int) {
        let span = span(lineStart, position)
        let fix = Diagnostic.Fix(
            title: "replace the tab by spaces", span: span, replacement: String(repeating: " ", count: spaces))
        defer { tabRun?.line = lineStart }
        if let run = tabRun, run.diagnostic < diagnostics.count, isNextLine(after: run.line) {
            diagnostics[run.diagnostic].fixes.append(fix)
            return
        }
        tabRun = (lineStart, diagnostics.count)
        report(.tabIndentation(at: span, fix: fix))
    }

    /// Whether only blank lines and comments stand between a line and this one.
    private func isNextLine(after line: Int) -> Bool {
        var index = afterBreak(lineEnd(from: line))
        while index < lineStart {
            let text = skippingWhite(index)
            guard bytes[text].isBreakOrEnd || bytes[text] == UInt8(ascii: "#") else { return false }
            index = afterBreak(lineEnd(from: text))
        }
        return true
    }

    // MARK: Indentation

    /// A line at a column at which no collection has its entries. It is read as an entry of the collection next to it,
    /// deeper ones first. False when it is skipped instead.
    mutating func mendIndentation(_ column: Int) -> Bool {
        if frames.isEmpty {
            if !broken { report(.extraContent(at: span(position, plainTail(from: position)))) }
            skipDocument()
            return false
        }
        if broken {
            position = lineEnd(from: position)
            return false
        }
        let isDash = isIndicator(UInt8(ascii: "-"), at: position)
        let kind: Frame.Kind = isDash ? .blockSequence : .blockMapping
        let deeper = frames.first { $0.indent > column }
        let outer = frames.last { $0.indent < column }
        let candidates = [deeper, outer].compactMap { $0 }
        let fitting = candidates.filter { $0.kind == kind }
        guard let frame = likeliest(fitting, column) ?? candidates.first else { return false }
        // Where the next line stands as deep, this one belongs beside it.
        let isBetween = frame.indent == deeper?.indent && nextLine()?.indent == frame.indent && !opensBlock()
        // Where it is a key whose value is as much deeper as the file's other values are, it is that deep.
        let step = (deeper?.indent ?? 0) - (outer?.indent ?? 0)
        let isAbove = opensBlock() && nextLine()?.indent == frame.indent + step
        let isCertain = fitting.count == 1 || candidates.count == 1 || isBetween || isAbove
        reportIndentation(column, frame, certain: isCertain)
        lineShift += frame.indent - column
        lineIndent = frame.indent
        while let top = frames.last, top.indent > frame.indent { close(at: contentEnd) }
        if let top = frames.last, top.kind != kind, top.indent == frame.indent, frames.count > 1,
            frames[frames.count - 2].indent == frame.indent
        {
            close(at: contentEnd)
        }
        return true
    }

    /// Which collection a line belongs to, as the lines around it tell: where a line before went that was indented the
    /// same; where the next line is its sibling, or its child; or else the nearest.
    private func likeliest(_ candidates: [Frame], _ column: Int) -> Frame? {
        if let run = indentationRuns[column], let same = candidates.first(where: { $0.indent == run.indent }) {
            return same
        }
        let next = nextLine()?.indent ?? -1
        if opensBlock() { return candidates.first { $0.indent < next } ?? candidates.first }
        if let deeper = candidates.first, deeper.indent == next { return deeper }
        return candidates.min { abs($0.indent - column) < abs($1.indent - column) }
    }

    /// The next line that says something; nil when it is indented with tabs.
    private func nextLine() -> (indent: Int, isDash: Bool)? {
        var line = lineEnd(from: position)
        while line < end {
            line = afterBreak(line)
            var index = line
            while bytes[index] == .space { index += 1 }
            let text = skippingWhite(index)
            if !bytes[text].isBreakOrEnd && bytes[text] != UInt8(ascii: "#") {
                return text == index ? (index - line, isIndicator(UInt8(ascii: "-"), at: index)) : nil
            }
            line = lineEnd(from: text)
        }
        return (0, false)
    }

    /// Whether the line ends with the `:` of a key or the head of a block scalar, so that the lines behind it may be
    /// its value.
    private func opensBlock() -> Bool {
        var last = plainTail(from: position) - 1
        if bytes[last] == UInt8(ascii: ":") { return true }
        while last > position, bytes[last].isDigit || "+-".utf8.contains(bytes[last]) { last -= 1 }
        return bytes[last] == UInt8(ascii: "|") || bytes[last] == UInt8(ascii: ">")
    }

    private mutating func reportIndentation(_ column: Int, _ frame: Frame, certain: Bool) {
        let indentation = span(lineStart, position)
        let fix = Diagnostic.Fix(
            title: "indent it like the lines it belongs to", span: indentation,
            replacement: String(repeating: " ", count: frame.indent))
        if let run = indentationRuns[column], run.indent == frame.indent, run.diagnostic < diagnostics.count {
            diagnostics[run.diagnostic].fixes += certain ? [fix] : []
            return
        }
        indentationRuns[column] = (frame.indent, diagnostics.count)
        let first = Int(events[frame.event].start)
        report(
            .indentation(
                at: indentation, spaces: column, expected: frame.indent, first: span(first, first + 1),
                fix: certain ? fix : nil))
    }

    /// Moves to the next document marker, or to the end.
    private mutating func skipDocument() {
        while position < end {
            position = lineEnd(from: position)
            guard position < end else { return }
            position = beginLine(afterBreak(position))
            if position == lineStart && isMarker(position) { return }
        }
    }

    /// Whether a line reads like an entry, so that what is open before it was probably meant to be closed.
    func looksLikeEntry(_ offset: Int) -> Bool {
        if isIndicator(UInt8(ascii: "-"), at: offset) { return true }
        let end = wordEnd(from: offset)
        return end > offset && isIndicator(UInt8(ascii: ":"), at: end)
    }

    func wordEnd(from offset: Int) -> Int {
        var index = offset
        while bytes[index].isWordCharacter || bytes[index] == UInt8(ascii: "_") || bytes[index] == UInt8(ascii: ".") {
            index += 1
        }
        return index
    }

    // MARK: Entries

    /// Leaves the line. Lines behind it that fit nowhere are taken to belong to it.
    mutating func skipBrokenEntry() {
        broken = true
        position = lineEnd(from: position)
    }

    /// A line that should be an entry of a mapping and has no `: `. Where it is plain what the key is, it is read.
    mutating func missingColon(
        _ role: Role, _ properties: Properties, _ outer: Properties = Properties(), from start: Int, to end: Int
    ) -> NodeContext? {
        let indent = openMapping(role, outer, from: start)
        let word = wordEnd(from: start)
        if word > start, word < end, bytes[word] == UInt8(ascii: ":"), bytes[word + 1] != UInt8(ascii: "/") {
            emit(.scalar, from: start, to: word, properties)
            position = word + 1
            contentEnd = position
            if bytes[position] == UInt8(ascii: "#") {
                // `primary:#C62828`: with the space alone it would be a comment.
                let quoted = quoting(position, end)
                report(.missingSpace(after: span(word, position), fixing: quoted.span, " " + quoted.replacement))
                emit(.scalar, from: position, to: end)
                position = end
                contentEnd = end
                finishLine()
                return nil
            }
            report(.missingSpace(after: span(word, position)))
            return NodeContext(indent: indent, indentless: true, compact: false)
        }
        // `email hello@oakwoodauto.example`: the first word is the key, unless it is text that was meant to go on.
        let isText = word < end && (!bytes[start].isLowercase || !bytes[word].isWhite || continuesText())
        report(.missingColon(at: span(start, end), behind: word > start && !isText ? span(word, word) : nil))
        guard word > start, word == end || bytes[word].isWhite else {
            position = end
            skipBrokenEntry()
            return nil
        }
        emit(.scalar, from: start, to: word, properties, flags: isText ? .faulty : [])
        position = word
        contentEnd = word
        return NodeContext(indent: indent, indentless: true, compact: false, faulty: true)
    }

    /// Whether a line may be the rest of the text above it: of a block scalar, or of a line that was long enough to be
    /// broken.
    private func continuesText() -> Bool {
        guard let text = events.last(where: { $0.kind != .mappingStart }), text.kind == .scalar else { return false }
        if text.style == .literal || text.style == .folded { return true }
        guard text.style == .plain else { return false }
        let (start, end) = (Int(text.start), Int(text.end))
        return end - start >= Self.wrappedLength && bytes[start..<end].contains(where: \.isWhite)
    }

    /// Nobody breaks a shorter text into lines.
    private static var wrappedLength: Int { 50 }

    /// A flow collection where a key is expected, and no `:` behind it.
    mutating func missingKeyColon(_ key: Int) -> NodeContext? {
        report(.missingColon(at: span(Int(events[key].start), contentEnd), behind: nil))
        events[key].flags.insert(.faulty)
        emitAbsent(at: contentEnd, faulty: true)
        skipBrokenEntry()
        return nil
    }

    /// Text behind a value. `'Joe's'` and `"so-called "best""` are quotes inside quotes.
    mutating func reportTrailingText(from start: Int) {
        broken = true
        let end = plainTail(from: start)
        let value = events.count - 1
        let opener = Int(events[value].start)
        let quote = bytes[opener]
        var fix: Diagnostic.Fix?
        if events[value].kind == .scalar {
            events[value].flags.insert(.faulty)
            let isQuoted = events[value].style == .singleQuoted || events[value].style == .doubleQuoted
            if isQuoted, start == contentEnd, bytes[end - 1] == quote {
                fix = Diagnostic.Fix(
                    title: "quote the whole value", span: span(opener, end),
                    replacement: quoting(opener + 1, end - 1).replacement)
            }
        }
        report(.trailingText(at: span(start, end), after: contentEnd, fix: fix))
    }

    /// A `:` behind a value that is complete.
    mutating func finishSecondKey() -> NodeContext? {
        let colon = skippingWhite(position)
        report(.secondKey(at: span(colon, colon + 1)))
        skipBrokenEntry()
        return nil
    }

    /// `-item` among items.
    mutating func mendJoinedDash() -> Bool {
        guard bytes[position] == UInt8(ascii: "-"), bytes[position + 1] != UInt8(ascii: "-") else { return false }
        report(.missingSpace(after: span(position, position + 1)))
        // The lines behind it are indented as if the space were there.
        lineShift += 1
        return true
    }

    /// The edit that puts text in quotes.
    func quoting(_ start: Int, _ end: Int) -> Diagnostic.Fix {
        let text = String(decoding: bytes[start..<end], as: UTF8.self)
        let quoted: String
        if text.utf8.contains(where: { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\\") }) {
            quoted = "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''") + "'"
        } else {
            quoted = "\"" + text + "\""
        }
        return Diagnostic.Fix(title: "put the text in quotes", span: span(start, end), replacement: quoted)
    }
}

extension Diagnostic {
    static func tabIndentation(at span: SourceSpan, fix: Fix) -> Diagnostic {
        Diagnostic(
            code: "yaml/tab-indentation",
            "This line is indented with a tab; YAML allows only spaces there.",
            at: span,
            help: "Set your editor to insert spaces for the tab key.",
            fixes: [fix])
    }

    static func tabBeforeIndicator(at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            code: "yaml/tab-indentation",
            "A tab stands here where it decides about indentation; YAML allows only spaces there.",
            at: span,
            fixes: [Fix(title: "replace the tab by a space", span: span, replacement: " ")])
    }

    static func extraContent(at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            code: "yaml/extra-content",
            "The document's value has ended, and more text follows it.",
            at: span,
            help: "A definition is one mapping: lines of the form `key: value`, all at the same indentation.")
    }

    static func indentation(
        at span: SourceSpan, spaces: Int, expected: Int, first: SourceSpan, fix: Fix?
    ) -> Diagnostic {
        Diagnostic(
            code: "yaml/indentation",
            "This line is indented by \(spaces) space\(spaces == 1 ? "" : "s"), which fits none of the lines above it.",
            at: span,
            related: [Label(span: first, text: "lines that belong with this one are indented by \(expected)")],
            help: "Indent lines that belong together by the same number of spaces.",
            fixes: fix.map { [$0] } ?? [])
    }

    static func missingSpace(
        after sign: SourceSpan, fixing span: SourceSpan? = nil, _ replacement: String = " "
    ) -> Diagnostic {
        let end = SourceSpan(file: sign.file, start: sign.end, end: sign.end)
        return Diagnostic(
            code: "yaml/missing-space",
            "A space is missing behind this sign.",
            at: sign,
            fixes: [Fix(title: "insert a space", span: span ?? end, replacement: replacement)])
    }

    static func missingColon(at span: SourceSpan, behind key: SourceSpan?) -> Diagnostic {
        Diagnostic(
            code: "yaml/missing-colon",
            "This line stands among keys, but has no `: ` behind a key.",
            at: span,
            help: "Write `key: value`, or indent the line further if it belongs to the value above.",
            fixes: key.map { [Fix(title: "insert a colon", span: $0, replacement: ":")] } ?? [])
    }

    static func secondKey(at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            code: "yaml/colon-in-value",
            "A second `:` stands here behind a value that is complete.",
            at: span,
            help: "Put the whole value in quotes, or put the second key on a line of its own.")
    }
}
