package import LiveryDiagnostics

/// Text as CommonMark 0.31 (and GitHub's tables) that shows exactly the characters it was given.
package enum MarkdownText {
    /// - Parameter startsLine: whether the text begins a block, where `-`, `+`, `=` and `1.` mean something.
    package static func escape(_ text: String, startsLine: Bool = false, into bytes: inout ByteBuffer) {
        var line = text.onOneLine
        line.withUTF8 { utf8 in
            if isPlain(utf8, startsLine: startsLine) { return bytes.append(utf8) }
            let marker = startsLine ? listMarker(in: utf8) : nil
            var start = 0
            for index in utf8.indices where index == marker || isSpecial(at: index, of: utf8) {
                bytes.append(UnsafeBufferPointer(rebasing: utf8[start..<index]))
                bytes.append(UInt8(ascii: "\\"))
                start = index
            }
            bytes.append(UnsafeBufferPointer(rebasing: utf8[start...]))
        }
    }

    /// `[text](address)`, or the text alone when the address may not be linked.
    static func link(_ text: String, to address: String, into bytes: inout ByteBuffer) {
        guard let address = SafeAddress(address) else { return escape(text, into: &bytes) }
        bytes.append("[")
        escape(text, into: &bytes)
        bytes.append("](")
        for byte in address.encoded.utf8 {
            switch byte {
            case UInt8(ascii: "("): bytes.append("%28")
            case UInt8(ascii: ")"): bytes.append("%29")
            case UInt8(ascii: "*"): bytes.append("%2A")
            default: bytes.append(byte)
            }
        }
        bytes.append(")")
    }

    /// Strong emphasis between its neighbours. CommonMark 6.2 opens and closes emphasis by what stands on both sides,
    /// so a name that ends in punctuation, with a letter behind it, could not be closed: then it stays plain.
    static func strong(
        _ text: String, after before: Unicode.Scalar?, before next: Unicode.Scalar?, into bytes: inout ByteBuffer
    ) {
        let text = text.onOneLine
        guard let first = text.unicodeScalars.first, let last = text.unicodeScalars.last else { return }
        let opens = isWordLike(first) || !(before.map(isWordLike) ?? false)
        let closes = isWordLike(last) || !(next.map(isWordLike) ?? false)
        if opens, closes { bytes.append("**") }
        escape(text, into: &bytes)
        if opens, closes { bytes.append("**") }
    }

    /// Most text is: letters, digits and marks that mean nothing anywhere, with a letter first where a line begins.
    private static func isPlain(_ line: UnsafeBufferPointer<UInt8>, startsLine: Bool) -> Bool {
        if startsLine, let first = line.first, !(UInt8(ascii: "a")...UInt8(ascii: "z")).contains(first | 0x20) {
            return false
        }
        return line.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: " "), UInt8(ascii: "."), UInt8(ascii: ","),
                UInt8(ascii: ";"), UInt8(ascii: "?"), UInt8(ascii: "'"), UInt8(ascii: "-"):
                true
            default: false
            }
        }
    }

    private static func isWordLike(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
            .letterNumber, .otherNumber, .nonspacingMark, .spacingMark, .enclosingMark:
            true
        default: false
        }
    }

    private static func isSpecial(at index: Int, of line: UnsafeBufferPointer<UInt8>) -> Bool {
        switch line[index] {
        case UInt8(ascii: "\\"), UInt8(ascii: "`"), UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "["),
            UInt8(ascii: "]"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "#"), UInt8(ascii: "|"),
            UInt8(ascii: "~"), UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "$"):
            true
        // Only before something that could be an entity: `R&amp;D` must not turn into `R&D`.
        case UInt8(ascii: "&"): startsEntity(line[(index + 1)...])
        // At the end because a link may follow, which would become an image.
        case UInt8(ascii: "!"): index + 1 == line.count
        // GitHub turns `:name:` into a picture.
        case UInt8(ascii: ":"): startsShortcode(line[(index + 1)...])
        default: false
        }
    }

    private static func startsEntity(_ rest: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        let next = String(decoding: rest.prefix(4), as: UTF8.self).unicodeScalars.first
        return next.map { isWordLike($0) || $0 == "#" } ?? false
    }

    private static func startsShortcode(_ rest: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        let end = rest.firstIndex { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"),
                UInt8(ascii: "+"), UInt8(ascii: "-"):
                false
            default: true
            }
        }
        return end.map { $0 > rest.startIndex && rest[$0] == UInt8(ascii: ":") } ?? false
    }

    /// The index of the character that would make a list, a heading line or a rule of the line.
    private static func listMarker(in line: UnsafeBufferPointer<UInt8>) -> Int? {
        guard let first = line.first else { return nil }
        if first == UInt8(ascii: "-") || first == UInt8(ascii: "=") { return 0 }
        if first == UInt8(ascii: "+"), line.count == 1 || line[1] == UInt8(ascii: " ") { return 0 }
        let digits = line.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }.count
        guard digits > 0, digits < line.count else { return nil }
        return line[digits] == UInt8(ascii: ".") || line[digits] == UInt8(ascii: ")") ? digits : nil
    }
}
