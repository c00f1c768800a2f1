import LiveryDiagnostics

/// What a picture's bytes tell, as far as the stores and the pages ask.
struct PNGScan {
    let width: Int
    let height: Int
    /// An alpha channel, or a colour that counts as transparent.
    let hasTransparency: Bool
    /// Whether the file goes on to its end (ISO/IEC 15948 section 11.2.5).
    let isWhole: Bool

    /// nil when the bytes do not begin as a PNG does (section 5.2, 11.2.2).
    init?(_ bytes: [UInt8]) {
        let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
        guard bytes.count >= 33, bytes.starts(with: signature), bytes[12..<16].elementsEqual("IHDR".utf8) else {
            return nil
        }
        func number(at index: Int) -> Int { bytes[index..<(index + 4)].reduce(0) { $0 << 8 | Int($1) } }
        width = number(at: 16)
        height = number(at: 20)
        // Colour types 4 and 6 have an alpha channel; the chunk tRNS makes one for the others (section 11.3.1.1).
        var hasTransparency = bytes[25] == 4 || bytes[25] == 6
        var isWhole = false
        var index = 8
        while !isWhole, index + 12 <= bytes.count {
            let kind = bytes[(index + 4)..<(index + 8)]
            if kind.elementsEqual("tRNS".utf8) { hasTransparency = true }
            isWhole = kind.elementsEqual("IEND".utf8)
            index += 12 + number(at: index)
        }
        self.hasTransparency = hasTransparency
        self.isWhole = isWhole && index <= bytes.count
    }
}

/// Looks for what makes an SVG more than a picture: it stands in pages that must run nothing and load nothing.
struct SVGScan {
    /// Whether the first element is `svg`; comments, a declaration and white space can stand before it.
    let isSVG: Bool
    /// Whether the first element has a `viewBox`, or width and height: without, no page knows the drawing's own size
    /// (SVG 2, section 8.2 and 8.6).
    let hasSize: Bool
    /// The first thing that runs or loads something, in words; nil when there is none.
    let danger: String?

    init(_ bytes: [UInt8]) {
        // Names of SVG are of ASCII; what is no ASCII is in texts and values.
        let text = bytes.map { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) ? $0 | 0x20 : $0 }
        (isSVG, hasSize, danger) = text.withUnsafeBufferPointer { buffer in
            let text = buffer[...]
            let start = text.first == UInt8(ascii: "<") ? text.prefix(4096).firstIndex(ofBytes: "<svg") : nil
            let names = (start ?? text.firstIndex(ofBytes: "<svg")).map {
                Self.attributes(of: text[($0 + 4)..<Self.tagEnd(in: text, from: $0 + 4)]).map(\.name)
            }
            func has(_ name: String) -> Bool { names?.contains { $0.elementsEqual(name.utf8) } ?? false }
            return (start != nil, has("viewbox") || (has("width") && has("height")), Self.danger(in: text))
        }
    }

    /// Part of the text, while it lies still.
    private typealias Bytes = Slice<UnsafeBufferPointer<UInt8>>

    private static func danger(in text: Bytes) -> String? {
        var rest = text
        while let start = rest.firstIndex(of: UInt8(ascii: "<")) {
            rest = rest[start...]
            if rest.starts(with: "<!--".utf8) {
                rest = rest.firstIndex(ofBytes: "-->").map { rest[($0 + 3)...] } ?? rest[rest.endIndex...]
                continue
            }
            if rest.starts(with: "<!doctype".utf8) || rest.starts(with: "<!entity".utf8) {
                return "a document type, which can bring in other files"
            }
            let close = tagEnd(in: text, from: start)
            if let danger = danger(inTag: text[start..<close]) { return danger }
            rest = text[close...]
        }
        if text.firstIndex(ofBytes: "@import") != nil { return "`@import`, which loads another file" }
        rest = text
        while let place = rest.firstIndex(ofBytes: "url(") {
            rest = rest[(place + 4)...]
            if isExternal(rest) { return "a style that loads another file" }
        }
        return nil
    }

    /// Behind the `>` that closes the tag; one inside of a value does not.
    private static func tagEnd(in text: Bytes, from start: Int) -> Int {
        var quote: UInt8?
        for index in start..<text.endIndex {
            let byte = text[index]
            if let open = quote {
                if byte == open { quote = nil }
            } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                quote = byte
            } else if byte == UInt8(ascii: ">") {
                return index + 1
            }
        }
        return text.endIndex
    }

    private static let forbidden = [
        "script", "foreignobject", "iframe", "embed", "object", "audio", "video", "handler", "listener",
    ]

    private static func danger(inTag tag: Bytes) -> String? {
        let name = tag.dropFirst().prefix { !isSpace($0) && $0 != UInt8(ascii: ">") && $0 != UInt8(ascii: "/") }
        let element = localName(name)
        if let local = forbidden.first(where: { element.elementsEqual($0.utf8) }) { return "the element `\(local)`" }
        if name.elementsEqual("?xml-stylesheet".utf8) { return "a style sheet of another file" }
        for attribute in attributes(of: tag[name.endIndex...]) {
            let local = localName(attribute.name)
            if local.starts(with: "on".utf8) {
                return "the attribute `\(String(decoding: local, as: UTF8.self))`, which runs a script"
            }
            let isReference = local.elementsEqual("href".utf8) || local.elementsEqual("src".utf8)
            if isReference, isExternal(attribute.value) {
                return "a reference to `\(String(decoding: attribute.value, as: UTF8.self).prefix(40))`"
            }
        }
        return nil
    }

    /// Without the prefix of its namespace.
    private static func localName(_ name: Bytes) -> Bytes {
        // Colons at the end separate nothing.
        guard let end = name.lastIndex(where: { $0 != UInt8(ascii: ":") }) else { return name }
        return name[..<end].lastIndex(of: UInt8(ascii: ":")).map { name[($0 + 1)...end] } ?? name[...end]
    }

    private static func attributes(of tag: Bytes) -> [(name: Bytes, value: Bytes)] {
        var found: [(name: Bytes, value: Bytes)] = []
        var rest = tag
        while let equals = rest.firstIndex(of: UInt8(ascii: "=")) {
            let name = lastWord(of: rest[..<equals])
            let behind = rest[(equals + 1)...].drop(while: isSpace)
            guard let quote = behind.first, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
                rest = behind
                continue
            }
            let value = behind.dropFirst().prefix { $0 != quote }
            found.append((name, value))
            rest = tag[value.endIndex...].dropFirst()
        }
        return found
    }

    private static func lastWord(of text: Bytes) -> Bytes {
        guard let end = text.lastIndex(where: { !isSpace($0) }) else { return text[text.endIndex...] }
        return text[..<end].lastIndex(where: isSpace).map { text[($0 + 1)...end] } ?? text[...end]
    }

    /// White space of XML 1.0, section 2.3, and what browsers take for it besides.
    private static func isSpace(_ byte: UInt8) -> Bool {
        byte == 0x20 || (0x09...0x0D).contains(byte)
    }

    /// A place in the same file begins with `#`; an embedded picture is part of the file.
    private static func isExternal(_ reference: Bytes) -> Bool {
        let target = reference.drop { isSpace($0) || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "'") }
        return target.first != UInt8(ascii: "#") && !target.starts(with: "data:image/".utf8) && !target.isEmpty
    }
}
