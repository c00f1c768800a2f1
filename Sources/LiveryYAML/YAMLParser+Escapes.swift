import LiveryDiagnostics

/// Escape sequences. [62] c-ns-esc-char.
extension YAMLParser {
    /// Checks the escape sequence at this offset and returns what follows it. An escaped line break is left to the
    /// caller, which crosses it like any other.
    mutating func checkEscape(at offset: Int) -> Int {
        let byte = bytes[offset + 1]
        if byte.isBreakOrEnd { return offset + 1 }
        if YAMLEscape.scalar(for: byte) != nil { return offset + 2 }
        let digits = YAMLEscape.digits(for: byte)
        guard digits > 0 else {
            report(.badEscape(at: span(offset, offset + 2), doubling: span(offset, offset + 1)))
            return offset + 2
        }
        switch YAMLEscape.codePoint(in: bytes, at: offset) {
        case .some(let found): return found.end
        case nil:
            var next = offset + 2
            while next < offset + 2 + digits, bytes[next].hexDigit != nil { next += 1 }
            report(.badCodePoint(at: span(offset, next)))
            return next
        }
    }
}

/// What the escape sequences of double-quoted scalars stand for.
enum YAMLEscape {
    /// [42] ns-esc-null to [58] ns-esc-paragraph-separator, by the byte behind the backslash.
    static func scalar(for byte: UInt8) -> UInt32? {
        switch byte {
        case UInt8(ascii: "0"): 0x00
        case UInt8(ascii: "a"): 0x07
        case UInt8(ascii: "b"): 0x08
        case UInt8(ascii: "t"), .tab: 0x09
        case UInt8(ascii: "n"): 0x0A
        case UInt8(ascii: "v"): 0x0B
        case UInt8(ascii: "f"): 0x0C
        case UInt8(ascii: "r"): 0x0D
        case UInt8(ascii: "e"): 0x1B
        case .space: 0x20
        case UInt8(ascii: "\""): 0x22
        case UInt8(ascii: "/"): 0x2F
        case UInt8(ascii: "\\"): 0x5C
        case UInt8(ascii: "N"): 0x85
        case UInt8(ascii: "_"): 0xA0
        case UInt8(ascii: "L"): 0x2028
        case UInt8(ascii: "P"): 0x2029
        default: nil
        }
    }

    /// [59] ns-esc-8-bit, [60] ns-esc-16-bit, [61] ns-esc-32-bit; 0 for any other byte.
    static func digits(for byte: UInt8) -> Int {
        switch byte {
        case UInt8(ascii: "x"): 2
        case UInt8(ascii: "u"): 4
        case UInt8(ascii: "U"): 8
        default: 0
        }
    }

    /// The character that a hexadecimal escape stands for. Two escaped UTF-16 surrogates are one character, as in JSON;
    /// half of a pair is none.
    static func codePoint(in bytes: UnsafeBufferPointer<UInt8>, at offset: Int) -> (scalar: Unicode.Scalar, end: Int)? {
        let digits = digits(for: bytes[offset + 1])
        guard let value = hexadecimal(in: bytes, at: offset + 2, digits: digits) else { return nil }
        let end = offset + 2 + digits
        if let scalar = Unicode.Scalar(value) { return (scalar, end) }
        guard digits == 4, value < 0xDC00, bytes[end] == UInt8(ascii: "\\"), bytes[end + 1] == UInt8(ascii: "u"),
            let low = hexadecimal(in: bytes, at: end + 2, digits: 4), low >= 0xDC00, low < 0xE000,
            let scalar = Unicode.Scalar(0x10000 + (value - 0xD800) << 10 + (low - 0xDC00))
        else { return nil }
        return (scalar, end + 6)
    }

    private static func hexadecimal(in bytes: UnsafeBufferPointer<UInt8>, at offset: Int, digits: Int) -> UInt32? {
        var value: UInt32 = 0
        for index in offset..<(offset + digits) {
            guard let digit = bytes[index].hexDigit else { return nil }
            value = value << 4 | digit
        }
        return value
    }
}

extension Diagnostic {
    static func badEscape(at span: SourceSpan, doubling backslash: SourceSpan) -> Diagnostic {
        Diagnostic(
            code: "yaml/bad-escape",
            "A backslash in double quotes gives the next letter a meaning, and this pair has none.",
            at: span,
            help: "Write two backslashes for one, or use single quotes.",
            fixes: [Fix(title: "double the backslash", span: backslash, replacement: "\\\\")])
    }

    static func badCodePoint(at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            code: "yaml/bad-escape",
            "This escape sequence names no character.",
            at: span,
            help: "Behind \\x stand two hexadecimal digits, behind \\u four, behind \\U eight.")
    }
}
