import LiveryDiagnostics

/// What is done about a quote, a bracket or a comma that is missing: where it belongs is read from what follows, so
/// that the rest of the line keeps its meaning. Each look ahead or back is bounded, or happens once for a diagnostic.
extension YAMLParser {
    /// How far a look ahead goes.
    private static var reach: Int { 1024 }

    /// Whether another finding would still be shown, so that looking for it is worth the time.
    private var mayReport: Bool { diagnostics.count < Self.diagnosticLimit }

    // MARK: Quotes

    /// Where the end of a quoted scalar is missing that its line does not hold. Nil where several places could be
    /// meant: what looks like a comment may be text, and a text with a comma may be two.
    func quoteEnd(from start: Int, to lineEnd: Int, _ flowBase: Int?) -> Int? {
        var end = lineEnd
        while end > start + 1, bytes[end - 1].isWhite { end -= 1 }
        guard end > start + 1, plainTail(from: start) == end else { return nil }
        guard let flowBase else {
            return bytes[end - 1] == UInt8(ascii: "\"") || bytes[end - 1] == UInt8(ascii: "'") ? nil : end
        }
        if let next = nextFlowKey(from: start + 1, to: end) { return next }
        let (text, brackets) = withoutBrackets(start + 1, end)
        guard brackets == frames[flowBase...].count(where: { $0.kind != .flowPair }) else { return nil }
        let isItem = frames.last?.kind == .flowSequence && !bytes[start..<text].contains(UInt8(ascii: ","))
        return isItem || isMappingValue ? text : nil
    }

    /// The end of a text without the brackets behind it that close what is open around it, and their number.
    private func withoutBrackets(_ start: Int, _ end: Int) -> (end: Int, count: Int) {
        var (end, count) = (end, 0)
        for frame in frames.reversed() where frame.kind != .flowPair {
            let closer = frame.kind == .flowSequence ? UInt8(ascii: "]") : UInt8(ascii: "}")
            guard end > start, bytes[end - 1] == closer else { break }
            end -= 1
            count += 1
            while end > start, bytes[end - 1].isWhite { end -= 1 }
        }
        return (end, count)
    }

    /// `{city: "Austin, region: "US-TX"}`: a quote that seems to be closed by one that opens another text. Returns
    /// where the first text ends.
    func misreadQuoteEnd(from start: Int) -> Int? {
        let second = position - 1
        guard second > start + 1, mayReport, bytes[second - 1].isWhite || bytes[second - 1].isFlowIndicator else {
            return nil
        }
        if isMappingValue { return nextFlowKey(from: start + 1, to: second) }
        let commas = bytes[start..<second].indices.filter { bytes[$0] == UInt8(ascii: ",") }
        return commas.count == 1 ? commas[0] : nil
    }

    private var isMappingValue: Bool {
        guard let frame = frames.last else { return false }
        return frame.kind == .flowMapping && frame.state == .entryEnd
    }

    /// The end of the text before the first comma on this line behind which a key stands.
    private func nextFlowKey(from start: Int, to end: Int) -> Int? {
        guard isMappingValue else { return nil }
        var index = start
        while index < end, !bytes[index].isBreak {
            if bytes[index] == UInt8(ascii: ",") {
                let key = skippingWhite(index + 1)
                let keyEnd = wordEnd(from: key)
                let isKey = keyEnd > key && isIndicator(UInt8(ascii: ":"), at: keyEnd)
                if isKey { return withoutBrackets(start, index).end }
            }
            index += 1
        }
        return nil
    }

    /// The edit that closes a quote. Nil where a backslash would make it a part of the text.
    func closing(_ quote: UInt8, at offset: Int) -> Diagnostic.Fix? {
        guard bytes[offset - 1] != UInt8(ascii: "\\") else { return nil }
        let text = String(decoding: [quote], as: UTF8.self)
        return Diagnostic.Fix(title: "close the quote", span: span(offset, offset), replacement: text)
    }

    // MARK: Commas

    /// `{lead_time_hours: 12 window_days: 60}`: what was read as one text is a value and the next key.
    mutating func mendMissingComma() -> Bool {
        guard frames.last?.kind == .flowMapping, let value = events.last, value.kind == .scalar, value.style == .plain,
            contentEnd == Int(value.end)
        else { return false }
        let start = Int(value.start)
        var key = contentEnd
        while key > start, bytes[key - 1].isWordCharacter || bytes[key - 1] == UInt8(ascii: "_") { key -= 1 }
        guard key > start, key < contentEnd, bytes[key].isLowercase, bytes[key - 1].isWhite || bytes[key - 1].isBreak
        else { return false }
        var end = key
        while end > start, bytes[end - 1].isWhite || bytes[end - 1].isBreak { end -= 1 }
        guard end > start else { return false }
        report(.missingComma(after: span(end, end)))
        events[events.count - 1].end = UInt32(truncatingIfNeeded: end)
        if !bytes[start..<end].contains(where: \.isBreak) { events[events.count - 1].flags.remove(.decoded) }
        emit(.scalar, from: key, to: contentEnd)
        frames[frames.count - 1].state = .key
        return true
    }

    /// `{primary: #C62828, ...}`: a colour that is a comment, and takes the end of the collection with it. Behind the
    /// `:` of a key.
    mutating func mendColorComment(_ indent: Int) -> Bool {
        let start = skippingWhite(position)
        guard start > position, bytes[start] == UInt8(ascii: "#"), mayReport else { return false }
        var end = start + 1
        while bytes[end].hexDigit != nil { end += 1 }
        guard [3, 4, 6, 8].contains(end - start - 1), bytes[end].isBlankOrEnd || bytes[end].isFlowIndicator,
            isClosedInComment(from: end, indent)
        else { return false }
        report(.hashComment(String(decoding: bytes[start..<end], as: UTF8.self), at: span(start, end)))
        emit(.scalar, from: start, to: end)
        position = end
        contentEnd = end
        return true
    }

    /// Whether a closing bracket stands on the rest of the line, and none can follow behind it.
    private func isClosedInComment(from start: Int, _ indent: Int) -> Bool {
        var index = start
        var hasBracket = false
        while index - start < Self.reach, !bytes[index].isBreakOrEnd {
            hasBracket = hasBracket || bytes[index] == UInt8(ascii: "}") || bytes[index] == UInt8(ascii: "]")
            index += 1
        }
        guard hasBracket, bytes[index].isBreakOrEnd else { return false }
        var line = index
        while bytes[index].isBreak || bytes[index] == .space, index - start < 2 * Self.reach {
            if bytes[index].isBreak { line = afterBreak(index) }
            index += 1
        }
        if index == end { return true }
        return !bytes[index].isBlankOrEnd && bytes[index] != UInt8(ascii: "#") && index - line <= indent
    }

    // MARK: Brackets

    /// A bracket that closes not the innermost collection, but the one around it: the inner one lacks its end. False
    /// where the bracket itself is wrong.
    mutating func mendUnclosedBracket(base: Int) -> Bool {
        let top = frames.count - 1
        guard mayReport, let around = frames[base..<top].lastIndex(where: { $0.kind != .flowPair }),
            frames[around].kind == (bytes[position] == UInt8(ascii: "]") ? .flowSequence : .flowMapping)
        else { return false }
        // With the one at hand, as many brackets follow on this line as the collections around it need.
        let needed = frames[base..<top].count { $0.kind != .flowPair }
        guard bracketsToCome() == needed else { return false }
        let pair = around == top - 1 ? firstTrailingPair(of: top) : nil
        let end = pair?.end ?? contentEnd
        let closer = frames[top].kind == .flowSequence ? "]" : "}"
        let fix = Diagnostic.Fix(title: "close the bracket", span: span(end, end), replacement: closer)
        report(.unclosedBracket(at: openSpan(top), stoppedBy: span(position, position + 1), closing: fix))
        if let pair {
            // What was read as items are entries of the mapping around it: they are read again as such.
            for index in pair.event..<events.count { properties[index] = nil }
            events.removeSubrange(pair.event...)
            position = end
            contentEnd = end
        }
        close(at: end)
        return true
    }

    /// Closing brackets less opening ones from here to the end of the line; nil where that is far.
    private func bracketsToCome() -> Int? {
        var count = 0
        var index = position
        var quote: UInt8?
        while !bytes[index].isBreakOrEnd {
            guard index - position < Self.reach else { return nil }
            let byte = bytes[index]
            if let open = quote {
                if byte == open { quote = nil }
            } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'"), bytes[index - 1].isWhite {
                quote = byte
            } else if byte == UInt8(ascii: "#"), bytes[index - 1].isWhite {
                break
            } else if byte == UInt8(ascii: "[") || byte == UInt8(ascii: "{") {
                count -= 1
            } else if byte == UInt8(ascii: "]") || byte == UInt8(ascii: "}") {
                count += 1
            }
            index += 1
        }
        return count
    }

    /// In `{channels: [text, months: 6}`: the first `key: value` of the sequence, when nothing else follows it, with
    /// the end of the item before it. All on this line, and not too much.
    private func firstTrailingPair(of frame: Int) -> (event: Int, end: Int)? {
        guard frames[frame].kind == .flowSequence, frames[frame - 1].kind == .flowMapping,
            events.count - frames[frame].event < Self.reach
        else { return nil }
        var index = frames[frame].event + 1
        var itemEnd: Int?
        var found: (event: Int, end: Int)?
        while index < events.count {
            let event = events[index]
            let isReserved = event.kind == .reserved
            let node = isReserved ? events[index + 1] : event
            let isPair = node.kind == .mappingStart && bytes[Int(node.start)] != UInt8(ascii: "{")
            if isPair, found == nil, let itemEnd { found = (index, itemEnd) }
            if !isPair, found != nil { return nil }
            let first = isReserved ? index + 1 : index
            let isCollection = node.kind == .mappingStart || node.kind == .sequenceStart
            itemEnd = Int(node.end)
            index = (isCollection ? Int(node.link) : first) + 1
        }
        guard let found, found.end >= lineStart, diagnostics.last?.span.map({ Int($0.end) <= found.end }) ?? true else {
            return nil
        }
        return found
    }

    /// A collection whose end is nowhere. Where only one is open, its bracket belongs behind what it holds.
    mutating func reportUnclosedBracket(base: Int, stoppedBy next: SourceSpan?) {
        let top = frames.count - 1
        var fix: Diagnostic.Fix?
        if top == base {
            let closer = frames[top].kind == .flowSequence ? "]" : "}"
            fix = Diagnostic.Fix(title: "close the bracket", span: span(contentEnd, contentEnd), replacement: closer)
        }
        report(.unclosedBracket(at: openSpan(top), stoppedBy: next, closing: fix))
    }
}

extension Diagnostic {
    static func unclosedQuote(at span: SourceSpan, closing fix: Fix?) -> Diagnostic {
        Diagnostic(
            code: "yaml/unclosed-quote",
            "The quote opened here is never closed.",
            at: span,
            help: "Add the closing quote, or remove this one.",
            fixes: fix.map { [$0] } ?? [])
    }

    static func missingComma(after span: SourceSpan) -> Diagnostic {
        Diagnostic(
            code: "yaml/missing-comma",
            "A comma is missing between two values.",
            at: span,
            fixes: [Fix(title: "insert a comma", span: span, replacement: ",")])
    }

    static func wrongBracket(at span: SourceSpan, opened: SourceSpan, meant bracket: String?) -> Diagnostic {
        Diagnostic(
            code: "yaml/wrong-bracket",
            "This bracket does not match the one that it closes.",
            at: span,
            related: [Label(span: opened, text: "opened here")],
            fixes: bracket.map { [Fix(title: "write `\($0)`", span: span, replacement: $0)] } ?? [])
    }

    static func unclosedBracket(at span: SourceSpan, stoppedBy next: SourceSpan?, closing fix: Fix?) -> Diagnostic {
        Diagnostic(
            code: "yaml/unclosed-bracket",
            "The bracket opened here is never closed.",
            at: span,
            related: next.map { [Label(span: $0, text: "this does not belong to it any more")] } ?? [],
            help: "Write `[` ... `]` and `{` ... `}` in pairs.",
            fixes: fix.map { [$0] } ?? [])
    }
}
