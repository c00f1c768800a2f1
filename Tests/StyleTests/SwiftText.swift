/// Swift source as far as style needs it: what is code, and what stands in strings and comments. Interpolations are
/// code. Regular-expression literals are not known; nothing here uses them.
struct SwiftText: Sendable {
    struct Token: Sendable {
        let text: String
        let line: Int
        /// Whether no space stands between this token and the one before.
        let isJoined: Bool
        /// What a string literal without interpolation holds, as written; its `text` is a quotation mark.
        var string: String?
    }

    struct Comment: Sendable {
        let text: String
        /// Where it begins.
        let line: Int
    }

    private(set) var tokens: [Token] = []
    private(set) var comments: [Comment] = []

    private let bytes: [UInt8]
    private var offset = 0
    private var line = 1
    private var isJoined = false

    init(_ text: String) {
        bytes = Array(text.utf8)
        while offset < bytes.count { scanCode(insideParentheses: false) }
    }

    /// Up to the end, or to the parenthesis that closes an interpolation.
    private mutating func scanCode(insideParentheses: Bool) {
        var depth = 0
        while let byte = peek(0) {
            if byte == ascii("/"), peek(1) == ascii("/") {
                scanLineComment()
            } else if byte == ascii("/"), peek(1) == ascii("*") {
                scanBlockComment()
            } else if let fence = stringFence() {
                scanString(fence: fence)
            } else if Self.isWord(byte) {
                scanWord()
            } else if byte == ascii(" ") || byte == ascii("\n") || byte == ascii("\t") || byte == ascii("\r") {
                advance(byte)
                isJoined = false
            } else {
                if byte == ascii("(") { depth += 1 }
                if byte == ascii(")"), insideParentheses {
                    if depth == 0 { return }
                    depth -= 1
                }
                add(String(UnicodeScalar(byte)))
                advance(byte)
            }
        }
    }

    private mutating func scanLineComment() {
        let start = offset
        while let byte = peek(0), byte != ascii("\n") { offset += 1 }
        comments.append(Comment(text: String(decoding: bytes[start..<offset], as: UTF8.self), line: line))
        isJoined = false
    }

    private mutating func scanBlockComment() {
        let (start, startLine) = (offset, line)
        var depth = 0
        repeat {
            if peek(0) == ascii("/"), peek(1) == ascii("*") {
                depth += 1
                offset += 2
            } else if peek(0) == ascii("*"), peek(1) == ascii("/") {
                depth -= 1
                offset += 2
            } else if let byte = peek(0) {
                advance(byte)
            }
        } while depth > 0 && offset < bytes.count
        comments.append(Comment(text: String(decoding: bytes[start..<offset], as: UTF8.self), line: startLine))
        isJoined = false
    }

    private mutating func scanWord() {
        let start = offset
        while let byte = peek(0), Self.isWord(byte) { offset += 1 }
        add(String(decoding: bytes[start..<offset], as: UTF8.self))
    }

    /// How many `#` stand before a quotation mark here; nil where no string begins.
    private func stringFence() -> Int? {
        var count = 0
        while peek(count) == ascii("#") { count += 1 }
        return peek(count) == ascii("\"") ? count : nil
    }

    private mutating func scanString(fence: Int) {
        add("\"")
        offset += fence
        let isLong = peek(1) == ascii("\"") && peek(2) == ascii("\"")
        let quotes = isLong ? 3 : 1
        offset += quotes
        let (start, token) = (offset, tokens.count - 1)
        var isPlain = true
        while let byte = peek(0) {
            if closes(quotes: quotes, fence: fence) {
                if isPlain { tokens[token].string = String(decoding: bytes[start..<offset], as: UTF8.self) }
                offset += quotes + fence
                break
            }
            if byte == ascii("\\"), (0..<fence).allSatisfy({ peek(1 + $0) == ascii("#") }) {
                offset += 1 + fence
                guard let escaped = peek(0) else { break }
                advance(escaped)
                if escaped == ascii("(") {
                    isPlain = false
                    scanCode(insideParentheses: true)
                    offset += 1
                }
            } else {
                if byte == ascii("\n"), !isLong { break }
                advance(byte)
            }
        }
        isJoined = true
    }

    private func closes(quotes: Int, fence: Int) -> Bool {
        (0..<quotes).allSatisfy { peek($0) == ascii("\"") }
            && (0..<fence).allSatisfy { peek(quotes + $0) == ascii("#") }
    }

    private mutating func add(_ text: String) {
        tokens.append(Token(text: text, line: line, isJoined: isJoined))
        isJoined = true
    }

    private mutating func advance(_ byte: UInt8) {
        offset += 1
        if byte == ascii("\n") { line += 1 }
    }

    private func peek(_ distance: Int) -> UInt8? {
        offset + distance < bytes.count ? bytes[offset + distance] : nil
    }

    static func isWord(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "_"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), 0x80...:
            true
        default: false
        }
    }
}

private func ascii(_ character: Unicode.Scalar) -> UInt8 {
    UInt8(ascii: character)
}
