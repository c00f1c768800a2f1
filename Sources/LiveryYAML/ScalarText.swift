/// Decodes what a scalar says from how it is written: folding, escapes, indentation, chomping. Runs only when the text
/// is asked for.
extension YAMLEvents {
    /// The content of a scalar; nothing for any other event.
    func text(of event: YAMLEvent) -> String {
        String(decoding: content(of: event), as: UTF8.self)
    }

    /// The content in UTF-8: the very bytes of the file where nothing is to be decoded.
    func content(of event: YAMLEvent) -> ArraySlice<UInt8> {
        guard event.kind == .scalar, !event.flags.contains(.absent) else { return [] }
        var range = Int(event.start)..<Int(event.end)
        if event.style == .singleQuoted || event.style == .doubleQuoted {
            range = (range.lowerBound + 1)..<(range.upperBound - 1)
        }
        guard event.flags.contains(.decoded) else { return bytes[range] }
        switch event.style {
        case .literal: return literal(event)[...]
        case .folded: return folded(event)[...]
        default: return flow(range, event.style)[...]
        }
    }

    // MARK: Flow scalars

    /// [74] s-flow-folded: a line break is a space, further ones are line feeds, and blanks around them are dropped.
    private func flow(_ range: Range<Int>, _ style: YAMLNode.Style) -> [UInt8] {
        var text: [UInt8] = []
        text.reserveCapacity(range.count)
        var index = range.lowerBound
        // The text up to here is not to be trimmed: it was escaped, or is no blank.
        var kept = 0
        while index < range.upperBound {
            let byte = bytes[index]
            if byte.isBreak {
                text.removeLast(text.count - kept)
                index = fold(from: index, to: range.upperBound, into: &text)
                kept = text.count
            } else if byte == UInt8(ascii: "\\"), style == .doubleQuoted {
                index = unescape(at: index, to: range.upperBound, into: &text)
                kept = text.count
            } else {
                text.append(byte)
                index += byte == UInt8(ascii: "'") && style == .singleQuoted ? 2 : 1
                if !byte.isWhite { kept = text.count }
            }
        }
        return text
    }

    private func fold(from start: Int, to end: Int, into text: inout [UInt8]) -> Int {
        var index = start
        var breaks = 0
        while index < end, bytes[index].isBreak || bytes[index].isWhite {
            if bytes[index].isBreak {
                breaks += 1
                index = afterBreak(index)
            } else {
                index += 1
            }
        }
        if breaks == 1 {
            text.append(.space)
        } else {
            text.append(contentsOf: repeatElement(.lineFeed, count: breaks - 1))
        }
        return index
    }

    private func unescape(at offset: Int, to end: Int, into text: inout [UInt8]) -> Int {
        let byte = bytes[offset + 1]
        if byte.isBreak {
            // [112] s-double-escaped: the break is dropped, empty lines behind it are not.
            var index = afterBreak(offset + 1)
            while index < end, bytes[index].isBreak || bytes[index].isWhite {
                if bytes[index].isBreak { text.append(.lineFeed) }
                index = bytes[index].isBreak ? afterBreak(index) : index + 1
            }
            return index
        }
        if let value = YAMLEscape.scalar(for: byte), let scalar = Unicode.Scalar(value) {
            text.append(contentsOf: String(scalar).utf8)
            return offset + 2
        }
        // Sound: the sequence is read digit by digit up to the first byte that is none, and the padding has none.
        guard YAMLEscape.digits(for: byte) > 0,
            let found = bytes.withUnsafeBufferPointer({ YAMLEscape.codePoint(in: $0, at: offset) })
        else {
            // A faulty sequence, which is reported, stands for itself.
            text.append(bytes[offset])
            return offset + 1
        }
        text.append(contentsOf: String(found.scalar).utf8)
        return min(found.end, end)
    }

    private func afterBreak(_ offset: Int) -> Int {
        bytes[offset] == .carriageReturn && bytes[offset + 1] == .lineFeed ? offset + 2 : offset + 1
    }

    // MARK: Block scalars

    /// [170] c-l+literal.
    private func literal(_ event: YAMLEvent) -> [UInt8] {
        var text: [UInt8] = []
        var line = bodyStart(event)
        var hasText = false
        while line < Int(event.end) {
            let content = lineContent(line, event)
            hasText = true
            text.append(contentsOf: bytes[content])
            if content.upperBound < Int(event.end) { text.append(.lineFeed) }
            line = nextLine(content.upperBound)
        }
        chomp(event, hasText: hasText, into: &text)
        return text
    }

    /// [174] c-l+folded: lines are joined unless one of them is indented more.
    private func folded(_ event: YAMLEvent) -> [UInt8] {
        var text: [UInt8] = []
        var line = bodyStart(event)
        var hasText = false
        var empty = 0
        var wasSpaced = false
        while line < Int(event.end) {
            let content = lineContent(line, event)
            line = nextLine(content.upperBound)
            if content.isEmpty {
                empty += 1
                continue
            }
            let isSpaced = bytes[content.lowerBound].isWhite
            if !hasText {
                text.append(contentsOf: repeatElement(.lineFeed, count: empty))
            } else if wasSpaced || isSpaced {
                text.append(contentsOf: repeatElement(.lineFeed, count: empty + 1))
            } else if empty == 0 {
                text.append(.space)
            } else {
                text.append(contentsOf: repeatElement(.lineFeed, count: empty))
            }
            text.append(contentsOf: bytes[content])
            (hasText, wasSpaced, empty) = (true, isSpaced, 0)
        }
        chomp(event, hasText: hasText, into: &text)
        return text
    }

    private func bodyStart(_ event: YAMLEvent) -> Int {
        nextLine(lineEnd(Int(event.start)))
    }

    private func lineEnd(_ offset: Int) -> Int {
        var index = offset
        while !bytes[index].isBreakOrEnd { index += 1 }
        return index
    }

    private func nextLine(_ lineEnd: Int) -> Int {
        bytes[lineEnd].isBreak ? afterBreak(lineEnd) : lineEnd + 1
    }

    /// A line without the scalar's indentation.
    private func lineContent(_ line: Int, _ event: YAMLEvent) -> Range<Int> {
        var start = line
        while bytes[start] == .space, start - line < Int(event.link) { start += 1 }
        return start..<lineEnd(start)
    }

    /// [165] b-chomped-last, [166] l-chomped-empty. The end of the text ends a line like a break does.
    private func chomp(_ event: YAMLEvent, hasText: Bool, into text: inout [UInt8]) {
        if event.flags.contains(.strip) { return }
        if hasText { text.append(.lineFeed) }
        guard event.flags.contains(.keep) else { return }
        var index = nextLine(lineEnd(Int(event.end)))
        while index < bytes.count {
            let line = index
            while bytes[index] == .space { index += 1 }
            guard bytes[index].isBreak || (bytes[index] == 0 && index > line) else { return }
            text.append(.lineFeed)
            index = nextLine(index)
        }
    }
}
