/// One line of a source as a terminal shows it, and the columns of a span in it.
///
/// Only the neighbourhood of the span is decoded, so that a file of one endless line costs nothing.
struct SourceExcerpt {
    let lineNumber: Int
    /// Tabs expanded, controls replaced, secrets masked, cut to the width.
    let text: String
    /// The column in `text` where the span starts.
    let markStart: Int
    /// At least 1, also for an empty span.
    let markLength: Int
    /// The last line of a span that goes on below this line.
    let lastLine: Int?

    init(of span: SourceSpan, in lines: LineIndex, masks: [SourceSpan], width: Int, alphabet: TextWidth.Alphabet) {
        lineNumber = lines.place(of: span.start).line
        let last = lines.place(of: span.end > span.start ? span.end - 1 : span.end).line
        lastLine = last > lineNumber ? last : nil

        let line = lines.line(lineNumber)
        let start = min(Int(span.start), line.endIndex)
        let end = min(max(Int(span.end), start), line.endIndex)
        let reach = 8 * width
        let cells = Cell.decode(
            line[Self.boundary(near: start - reach, in: line)..<min(line.endIndex, start + reach)], masks: masks,
            alphabet: alphabet)
        let isCutLeft = (cells.first?.start ?? line.startIndex) > line.startIndex
        let isCutRight = (cells.last?.end ?? line.endIndex) < line.endIndex
        let before = cells.prefix { $0.end <= start }.reduce(0) { $0 + $1.width }
        let marked = cells.filter { $0.end > start && $0.start < end }.reduce(0) { $0 + $1.width }
        let all = cells.reduce(0) { $0 + $1.width }

        if all <= width, !isCutLeft, !isCutRight {
            text = cells.map(\.text).joined()
            (markStart, markLength) = (before, max(1, marked))
        } else {
            let window = Window(
                mark: before..<(before + max(1, marked)), total: all, width: width, ellipsis: alphabet.ellipsis)
            text = window.text(of: cells, isCutLeft: isCutLeft, isCutRight: isCutRight)
            markStart = before - window.start
            markLength = min(max(1, marked), window.start + width - before)
        }
    }

    /// What stands at a span, up to so many characters of its first line; `isWhole` tells whether that is all.
    static func text(
        of span: SourceSpan, in lines: LineIndex, masks: [SourceSpan], limit: Int, alphabet: TextWidth.Alphabet
    ) -> (text: String, isWhole: Bool) {
        let line = lines.line(lines.place(of: span.start).line)
        let start = min(Int(span.start), line.endIndex)
        let end = min(max(Int(span.end), start), line.endIndex)
        let cells = Cell.decode(line[start..<min(end, start + 4 * limit)], masks: masks, alphabet: alphabet)
        let shown = cells.prefix(limit)
        return (shown.map(\.text).joined(), (shown.last?.end ?? start) >= Int(span.end))
    }

    /// The first byte at or behind an offset that is not the middle of a character.
    private static func boundary(near offset: Int, in line: ArraySlice<UInt8>) -> Int {
        var index = max(line.startIndex, offset)
        while index < line.endIndex, line[index] & 0xC0 == 0x80 { index += 1 }
        return index
    }
}

/// The part of a long line that is shown: the mark in the middle, or from its beginning when it is longer than that.
private struct Window {
    let start: Int
    let end: Int
    let total: Int
    let ellipsis: String

    init(mark: Range<Int>, total: Int, width: Int, ellipsis: String) {
        let spare = max(0, width - mark.count)
        let start = mark.upperBound < width ? 0 : max(0, mark.lowerBound - max(ellipsis.count, spare / 2))
        self.start = start
        self.end = start + width
        self.total = total
        self.ellipsis = ellipsis
    }

    func text(of cells: [Cell], isCutLeft: Bool, isCutRight: Bool) -> String {
        let marksLeft = start > 0 || isCutLeft
        let marksRight = total > end || isCutRight
        let from = marksLeft ? start + ellipsis.count : start
        let until = marksRight ? end - ellipsis.count : end
        var result = marksLeft ? ellipsis : ""
        var column = 0
        for cell in cells {
            if column >= from, column + cell.width <= until { result += cell.text }
            // Half of a wide letter at the left edge.
            if column < from, column + cell.width > from { result += " " }
            column += cell.width
        }
        return marksRight ? result + ellipsis : result
    }
}

/// A character of the source and what stands for it on the terminal.
private struct Cell {
    let text: String
    let width: Int
    /// The bytes of the source, `end` exclusive.
    let start: Int
    let end: Int

    static func decode(
        _ bytes: ArraySlice<UInt8>, masks: [SourceSpan], alphabet: TextWidth.Alphabet
    ) -> [Cell] {
        let hidden = masks.map(hiddenPart).filter { $0.upperBound > bytes.startIndex && $0.lowerBound < bytes.endIndex }
        var cells: [Cell] = []
        var isInMask = false
        var index = bytes.startIndex
        while index < bytes.endIndex {
            let (scalar, end) = next(in: bytes, at: index)
            if hidden.contains(where: { $0.contains(index) }) {
                let text = isInMask ? "" : alphabet.ellipsis
                cells.append(Cell(text: text, width: text.count, start: index, end: end))
                isInMask = true
            } else {
                let text = TextWidth.printable(scalar ?? "\u{FFFD}", in: alphabet)
                cells.append(Cell(text: text, width: TextWidth.columns(of: text), start: index, end: end))
                isInMask = false
            }
            index = end
        }
        return cells
    }

    /// What of a secret is never shown: all but the prefix that tells its kind, such as `sk_live_`.
    private static func hiddenPart(of mask: SourceSpan) -> Range<Int> {
        let length = Int(mask.end - mask.start)
        let end = Int(mask.end) - min(2, length / 16)
        return min(Int(mask.start) + min(8, length / 4), end)..<end
    }

    /// One scalar, or nil for a byte that is not UTF-8.
    private static func next(in bytes: ArraySlice<UInt8>, at index: Int) -> (Unicode.Scalar?, end: Int) {
        let length =
            switch bytes[index] {
            case 0x00..<0x80: 1
            case 0xC2..<0xE0: 2
            case 0xE0..<0xF0: 3
            case 0xF0..<0xF5: 4
            default: 0
            }
        guard length > 0, index + length <= bytes.endIndex,
            let text = String(validating: bytes[index..<(index + length)], as: UTF8.self)
        else { return (nil, index + 1) }
        return (text.unicodeScalars.first, index + length)
    }
}
