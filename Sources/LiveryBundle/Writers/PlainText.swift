import LiveryDiagnostics
import LiveryPrivacy

/// Text for readers without any formatting: lines of at most 78 columns.
struct PlainText: ~Copyable {
    static let width = 78

    /// Every line ends with a line feed.
    private(set) var out: ByteBuffer

    /// `size` is about how many bytes there will be.
    init(size: Int = 0) {
        out = ByteBuffer(capacity: size)
    }

    var bytes: [UInt8] { out.array }

    /// An empty line, unless one stands there already.
    mutating func gap() {
        let isNeeded = out.withBytes { bytes in
            guard let last = bytes.indices.last else { return false }
            return last > 0 && bytes[last - 1] != UInt8(ascii: "\n")
        }
        if isNeeded { endLine() }
    }

    mutating func heading(_ text: String, underline: Unicode.Scalar) {
        gap()
        let width = paragraph(text)
        out.append(repeating: UInt8(ascii: underline), count: width)
        endLine()
    }

    /// Wraps words. A word that is wider than a line, such as a long address, stays whole so that it can be copied. The
    /// first line begins with `first`, the others with as much space. Gives the width of the widest line.
    @discardableResult
    mutating func paragraph(_ text: String, first: String = "") -> Int {
        out.append(first)
        let margin = DisplayWidth.of(first)
        return text.onOneLine.withBytes { utf8 in
            if utf8.firstMark(from: 0, ByteMarks.beyondASCII) == nil { return wrap(ascii: utf8, margin) }
            guard let text = Self.markingSpaces(utf8) else { return wrap(utf8, margin) }
            return text.withUnsafeBufferPointer { wrap(ascii: $0, margin, isMarked: true) }
        }
    }

    /// What stands for a space that must not break; no text on one line has this control character.
    private static let mark: UInt8 = 0x1F

    /// ASCII, where that and U+00A0 (C2 A0), a space that must not break, is all there is.
    private static func markingSpaces(_ utf8: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
        var isASCII = true
        let text = [UInt8](unsafeUninitializedCapacity: utf8.count) { text, count in
            var index = 0
            while index < utf8.count {
                let isSpace = utf8[index] == 0xC2 && utf8[index + 1] == 0xA0
                if !isSpace, utf8[index] >= 0x80 { isASCII = false }
                text[count] = isSpace ? mark : utf8[index]
                count += 1
                index += isSpace ? 2 : 1
            }
        }
        return isASCII ? text : nil
    }

    /// Each byte is a column, so that lines go out whole.
    private mutating func wrap(
        ascii text: UnsafeBufferPointer<UInt8>, _ margin: Int, isMarked: Bool = false
    ) -> Int {
        let space = UInt8(ascii: " ")
        var (start, widest) = (0, 0)
        while true {
            var end = min(start + max(Self.width - margin, 1), text.count)
            if end < text.count, text[end] != space {
                let word = text[start..<end].lastIndex(of: space)
                end = word ?? text[end...].firstIndex(of: space) ?? text.count
            }
            append(line: UnsafeBufferPointer(rebasing: text[start..<end]), isMarked: isMarked)
            endLine()
            widest = max(widest, margin + end - start)
            guard end < text.count else { return widest }
            out.append(repeating: space, count: margin)
            start = end + 1
        }
    }

    private mutating func wrap(_ utf8: UnsafeBufferPointer<UInt8>, _ margin: Int) -> Int {
        var (width, widest) = (margin, 0)
        var hasWords = false
        var start = 0
        while start < utf8.count {
            var end = start
            while end < utf8.count, utf8[end] != UInt8(ascii: " ") { end += 1 }
            let word = UnsafeBufferPointer(rebasing: utf8[start..<end])
            start = end + 1
            let wordWidth = DisplayWidth.of(word)
            if hasWords, width + 1 + wordWidth > Self.width {
                endLine()
                out.append(repeating: UInt8(ascii: " "), count: margin)
                widest = max(widest, width)
                (width, hasWords) = (margin, false)
            }
            if hasWords {
                out.append(UInt8(ascii: " "))
                width += 1
            }
            append(word: word)
            width += wordWidth
            hasWords = true
        }
        endLine()
        return max(widest, width)
    }

    /// A space that must not break has done its work by now.
    private mutating func append(line: UnsafeBufferPointer<UInt8>, isMarked: Bool) {
        guard isMarked else { return out.append(line) }
        out.write(atMost: line.count) { place in
            for index in line.indices { place[index] = line[index] == Self.mark ? UInt8(ascii: " ") : line[index] }
            return line.count
        }
    }

    /// The same.
    private mutating func append(word: UnsafeBufferPointer<UInt8>) {
        guard word.contains(0xC2) else { return out.append(word) }
        var index = 0
        while index < word.count {
            let isSpace = word[index] == 0xC2 && index + 1 < word.count && word[index + 1] == 0xA0
            out.append(isSpace ? UInt8(ascii: " ") : word[index])
            index += isSpace ? 2 : 1
        }
    }

    /// Lines that were written before; false when they were not.
    mutating func append(_ forms: borrowing KeptForms) -> Bool { forms.append(.text, to: &out) }

    /// Keeps the lines since there were so many bytes.
    func keep(from start: Int, in forms: borrowing KeptForms) {
        out.withBytes { forms.keep(UnsafeBufferPointer(rebasing: $0[start...]), as: .text) }
    }

    private mutating func endLine() {
        out.append(UInt8(ascii: "\n"))
    }
}

/// How many columns a text takes on a terminal or in a fixed-width font.
enum DisplayWidth {
    static func of(_ text: String) -> Int {
        var text = text
        return text.withUTF8 { of($0) }
    }

    static func of(_ utf8: UnsafeBufferPointer<UInt8>) -> Int {
        var isASCII = true
        for byte in utf8 where byte >= 0x80 { isASCII = false }
        if isASCII { return utf8.count }
        return String(decoding: utf8, as: UTF8.self).unicodeScalars.reduce(0) { $0 + of($1) }
    }

    private static func of(_ scalar: Unicode.Scalar) -> Int {
        // Latin letters, and the quotes and dashes of print.
        if (0xA0..<0x300).contains(scalar.value), scalar.value != 0xAD { return 1 }
        if (0x2010...0x2027).contains(scalar.value) { return 1 }
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format, .control: return 0
        default: break
        }
        return wide.contains { $0.contains(scalar.value) } ? 2 : 1
    }

    /// The blocks that Unicode's EastAsianWidth.txt gives as wide or full-width (UAX 11), to the block.
    private static let wide: [ClosedRange<UInt32>] = [
        0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0xA4CF, 0xA960...0xA97C,
        0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F,
        0x1F680...0x1F6FF, 0x1F900...0x1F9FF, 0x20000...0x3FFFD,
    ]
}
