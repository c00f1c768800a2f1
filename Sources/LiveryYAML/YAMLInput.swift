import LiveryDiagnostics

/// The text before it is YAML: its size, its encoding, its characters. YAML 1.2.2 sections 5.1 and 5.2.
struct YAMLInput {
    /// The text with its padding, or nil when it is not to be parsed at all.
    var bytes: [UInt8]?
    /// Characters that only a quoted scalar may hold, [2] nb-json: DEL, C1 controls, byte order marks.
    var quotedOnly: [SourceSpan] = []
    var diagnostics: [Diagnostic] = []

    /// More findings of one kind than this help nobody.
    private static let limit = 20

    static func check(_ file: SourceFile, limits: YAMLLimits) -> YAMLInput {
        guard file.bytes.count <= limits.bytes else {
            return YAMLInput(diagnostics: [.tooLarge(file, limit: limits.bytes)])
        }
        if let encoding = wideEncoding(of: file.bytes) {
            return YAMLInput(diagnostics: [.wideEncoding(encoding, in: file)])
        }
        var input = YAMLInput()
        var bytes = file.bytes
        bytes.reserveCapacity(bytes.count + YAMLEvents.padding)
        bytes.append(contentsOf: repeatElement(0, count: YAMLEvents.padding))
        guard input.checkCharacters(&bytes, file: file.id) else {
            return YAMLInput(diagnostics: [.notUTF8(file, at: firstEncodingFault(of: file.bytes))])
        }
        input.bytes = bytes
        return input
    }

    /// Tells UTF-16 and UTF-32 by their mark, or by the NULs of the first character, as section 5.2 does.
    private static func wideEncoding(of bytes: [UInt8]) -> String? {
        let head = Array(bytes.prefix(4))
        if head.count == 4 {
            if head == [0, 0, 0xFE, 0xFF] || head.prefix(3) == [0, 0, 0] { return "UTF-32 (big-endian)" }
            if head == [0xFF, 0xFE, 0, 0] || head.suffix(3) == [0, 0, 0] { return "UTF-32 (little-endian)" }
        }
        guard head.count >= 2 else { return nil }
        if (head[0] == 0xFE && head[1] == 0xFF) || (head[0] == 0 && head[1] != 0) { return "UTF-16 (big-endian)" }
        if (head[0] == 0xFF && head[1] == 0xFE) || (head[0] != 0 && head[1] == 0) { return "UTF-16 (little-endian)" }
        return nil
    }

    private static func firstEncodingFault(of bytes: [UInt8]) -> Range<Int> {
        do throws(UTF8.ValidationError) {
            _ = try UTF8Span(validating: bytes.span)
            preconditionFailure("a text that has an ill-formed character is not UTF-8")
        } catch {
            return error.byteOffsets
        }
    }

    /// [1] c-printable and [27] nb-char, in one walk that stops only at what is not printable ASCII. A control
    /// character is blanked after it is reported, so that the parser meets no NUL before the end. False when the text
    /// is not UTF-8.
    private mutating func checkCharacters(_ bytes: inout [UInt8], file: SourceFile.ID) -> Bool {
        let end = bytes.count - YAMLEvents.padding
        var index = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        while true {
            // Sound: reads words from before `end`, and the padding is a word long.
            index = bytes.withUnsafeBufferPointer { Self.ordinaryEnd($0, from: index, to: end) }
            guard index < end else { return true }
            let byte = bytes[index]
            // The padding ends a character that the end of the text cuts off.
            let length = Self.length(of: (byte, bytes[index + 1], bytes[index + 2], bytes[index + 3]))
            guard length > 0 else { return false }
            if byte == .carriageReturn {
                index += 1
                continue
            }
            let span = SourceSpan(file: file, start: UInt32(index), end: UInt32(index + length))
            if byte < 0x20 {
                report(.controlCharacter(byte, at: span))
                bytes[index] = 0x7F
            } else if byte == 0x7F || (byte == 0xC2 && bytes[index + 1] < 0xA0 && bytes[index + 1] != 0x85) {
                quotedOnly.append(span)
            } else if byte == 0xEF {
                let tail = (bytes[index + 1], bytes[index + 2])
                if tail == (0xBB, 0xBF) { quotedOnly.append(span) }
                if tail == (0xBF, 0xBE) || tail == (0xBF, 0xBF) { report(.noncharacter(at: span)) }
            }
            index += length
        }
    }

    /// The next byte that is neither printable ASCII nor a line feed nor a tab, or the end. Eight bytes at a time: in
    /// each of the words below, the top bit of each byte tells whether the byte is of a kind.
    private static func ordinaryEnd(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int) -> Int {
        let raw = UnsafeRawBufferPointer(bytes)
        let (ones, low): (UInt64, UInt64) = (0x0101_0101_0101_0101, 0x7F7F_7F7F_7F7F_7F7F)
        func differs(_ word: UInt64, from byte: UInt64) -> UInt64 { ((word ^ ones &* byte) & low) &+ low }
        var index = start
        while index < end {
            // Within the buffer: the padding is as long as a word. It holds NULs, which are not ordinary.
            let word = raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)
            let printable = ((word & low) &+ ones &* 0x60) & differs(word, from: 0x7F)
            let blank = ~(differs(word, from: 0x0A) & differs(word, from: 0x09))
            guard ((printable | blank) & ~word) & ~low == ~low else { break }
            index += 8
        }
        while index < end {
            let byte = bytes[index]
            guard byte >= 0x20 && byte < 0x7F || byte == .lineFeed || byte == .tab else { break }
            index += 1
        }
        return index
    }

    private mutating func report(_ diagnostic: Diagnostic) {
        if diagnostics.count < Self.limit { diagnostics.append(diagnostic) }
    }

    /// How many bytes the character has that begins here; 0 when it is ill-formed. The Unicode Standard, table 3-7.
    private static func length(of bytes: (UInt8, UInt8, UInt8, UInt8)) -> Int {
        func isTail(_ byte: UInt8) -> Bool { byte & 0xC0 == 0x80 }
        switch bytes.0 {
        case 0..<0x80: return 1
        case 0xC2...0xDF: return isTail(bytes.1) ? 2 : 0
        case 0xE0...0xEF:
            let isShort = bytes.0 == 0xE0 && bytes.1 < 0xA0
            let isSurrogate = bytes.0 == 0xED && bytes.1 >= 0xA0
            return isTail(bytes.1) && isTail(bytes.2) && !isShort && !isSurrogate ? 3 : 0
        case 0xF0...0xF4:
            let isShort = bytes.0 == 0xF0 && bytes.1 < 0x90
            let isBeyond = bytes.0 == 0xF4 && bytes.1 >= 0x90
            return isTail(bytes.1) && isTail(bytes.2) && isTail(bytes.3) && !isShort && !isBeyond ? 4 : 0
        default: return 0
        }
    }
}

extension YAMLInput {
    /// The offsets of byte order marks that begin a line and have nothing behind them but comments, up to a `---`, a
    /// `...` or the end of the text. [211] l-yaml-stream. From the last to the first, so that no line is read twice.
    /// Sound: each walk ends at the NUL behind the text, and the padding is longer than a marker.
    func marksBehindDocuments(_ text: UnsafeBufferPointer<UInt8>) -> Set<Int> {
        var found: Set<Int> = []
        var next = (start: text.count, isBehind: false)
        for span in quotedOnly.reversed() where text[Int(span.start)] == 0xEF {
            var index = Int(span.end)
            while true {
                while text[index].isBlankOrEnd, text[index] != 0 { index += 1 }
                let beginsWord = index == Int(span.end) || text[index - 1].isBlankOrEnd
                guard text[index] == UInt8(ascii: "#"), beginsWord else { break }
                while !text[index].isBreakOrEnd { index += 1 }
            }
            let isBehind = index == next.start ? next.isBehind : text[index] == 0 || Self.isMarker(text, at: index)
            next = (Int(span.start), isBehind)
            let beginsLine = span.start > 0 && text[Int(span.start) - 1].isBreak
            if isBehind && beginsLine { found.insert(Int(span.start)) }
        }
        return found
    }

    private static func isMarker(_ text: UnsafeBufferPointer<UInt8>, at offset: Int) -> Bool {
        let byte = text[offset]
        guard byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".") else { return false }
        let before = text[offset - 1]
        guard before.isBreak || before == 0xBF else { return false }
        return text[offset + 1] == byte && text[offset + 2] == byte && text[offset + 3].isBlankOrEnd
    }
}

extension YAMLEvents {
    /// Reports the characters that stand outside quoted scalars though only those may hold them. A byte order mark may
    /// also open a document. One walk over the events for all of them.
    func checkQuotedOnly(_ spans: [SourceSpan]) -> [Diagnostic] {
        guard !spans.isEmpty else { return [] }
        var found: [Diagnostic] = []
        var next = 0
        var inDocument = false
        var quoted: Range<UInt32> = 0..<0
        // A byte order mark may stand behind another, and else at the beginning of a line.
        var behindMark: UInt32 = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        for span in spans where found.count < 20 {
            while next < events.count, events[next].start < span.start {
                let event = events[next]
                if event.kind == .documentStart { inDocument = true }
                if event.kind == .documentEnd { inDocument = false }
                if event.style == .singleQuoted || event.style == .doubleQuoted { quoted = event.start..<event.end }
                next += 1
            }
            if quoted.contains(span.start) { continue }
            let character = bytes[Int(span.start)..<Int(span.end)]
            if character.first == 0xEF, !inDocument {
                let mayStand = span.start == behindMark || bytes[Int(span.start) - 1].isBreak
                behindMark = mayStand ? span.end : behindMark
                if mayStand { continue }
            }
            found.append(.misplacedCharacter(character, at: span))
        }
        return found
    }
}

extension Diagnostic {
    static func tooLarge(_ file: SourceFile, limit: Int) -> Diagnostic {
        Diagnostic(
            code: "yaml/too-large",
            "This file has \(file.bytes.count) bytes; a definition has at most \(limit).",
            at: SourceSpan(file: file.id, start: 0, end: 0),
            help: "Check that this is the definition you mean, and not an export or an image under its name.")
    }

    static func wideEncoding(_ encoding: String, in file: SourceFile) -> Diagnostic {
        Diagnostic(
            code: "yaml/not-utf8",
            "This file is written in \(encoding); a definition must be UTF-8.",
            at: SourceSpan(file: file.id, start: 0, end: UInt32(min(2, file.bytes.count))),
            help: "Save the file again and choose UTF-8 as its encoding.")
    }

    static func notUTF8(_ file: SourceFile, at range: Range<Int>) -> Diagnostic {
        Diagnostic(
            code: "yaml/not-utf8",
            "Byte \(range.lowerBound) of this file is not valid UTF-8.",
            at: SourceSpan(file: file.id, start: UInt32(range.lowerBound), end: UInt32(range.upperBound)),
            label: "this is no character",
            help: "Save the file again and choose UTF-8 as its encoding.")
    }

    static func controlCharacter(_ byte: UInt8, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            code: "yaml/invalid-character",
            "An invisible control character (U+\(hexadecimal(UInt32(byte)))) stands here, which YAML does not allow.",
            at: span,
            fixes: [Fix(title: "remove it", span: span, replacement: "")])
    }

    static func noncharacter(at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            code: "yaml/invalid-character",
            "This is no character that text may hold.",
            at: span,
            fixes: [Fix(title: "remove it", span: span, replacement: "")])
    }

    static func misplacedCharacter(_ bytes: ArraySlice<UInt8>, at span: SourceSpan) -> Diagnostic {
        let scalar = String(decoding: bytes, as: UTF8.self).unicodeScalars.first?.value ?? 0
        return Diagnostic(
            code: "yaml/invalid-character",
            scalar == 0xFEFF
                ? "A byte order mark may stand only at the beginning of a file."
                : "An invisible control character (U+\(hexadecimal(scalar))) stands here.",
            at: span,
            fixes: [Fix(title: "remove it", span: span, replacement: "")])
    }

    private static func hexadecimal(_ value: UInt32) -> String {
        let digits = String(value, radix: 16, uppercase: true)
        return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }
}
