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
        let text = String(decoding: bytes, as: UTF8.self).lowercased()
        isSVG = text.hasPrefix("<") && text.prefix(4096).contains("<svg")
        danger = Self.danger(in: text.utf8)
        let behind =
            text.split(separator: "<svg", maxSplits: 1, omittingEmptySubsequences: false).dropFirst().first ?? ""
        let tag = Array(behind.utf8)
        let root = String(decoding: tag[..<Self.tagEnd(in: tag, from: 0)], as: UTF8.self)
        let names = Self.attributes(of: root[...]).map(\.name)
        hasSize = names.contains("viewbox") || (names.contains("width") && names.contains("height"))
    }

    private static func danger(in text: String.UTF8View) -> String? {
        let bytes = Array(text)
        var index = 0
        while let start = bytes[index...].firstIndex(of: UInt8(ascii: "<")) {
            let rest = bytes[start...]
            if rest.starts(with: "<!--".utf8) {
                index = end(of: "-->", in: bytes, from: start)
                continue
            }
            if rest.starts(with: "<!doctype".utf8) || rest.starts(with: "<!entity".utf8) {
                return "a document type, which can bring in other files"
            }
            let close = tagEnd(in: bytes, from: start)
            let tag = String(decoding: bytes[start..<close], as: UTF8.self)
            if let danger = danger(inTag: tag) { return danger }
            index = close
        }
        let style = String(decoding: bytes, as: UTF8.self)
        if style.contains("@import") { return "`@import`, which loads another file" }
        return style.split(separator: "url(").dropFirst().first(where: isExternal).map { _ in
            "a style that loads another file"
        }
    }

    /// Behind the `>` that closes the tag; one inside of a value does not.
    private static func tagEnd(in bytes: [UInt8], from start: Int) -> Int {
        var quote: UInt8?
        for index in start..<bytes.count {
            let byte = bytes[index]
            if let open = quote {
                if byte == open { quote = nil }
            } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                quote = byte
            } else if byte == UInt8(ascii: ">") {
                return index + 1
            }
        }
        return bytes.count
    }

    private static func end(of word: String, in bytes: [UInt8], from start: Int) -> Int {
        var index = start
        while index < bytes.count, !bytes[index...].starts(with: word.utf8) { index += 1 }
        return min(bytes.count, index + word.utf8.count)
    }

    private static let forbidden: Set<Substring> = [
        "script", "foreignobject", "iframe", "embed", "object", "audio", "video", "handler", "listener",
    ]

    private static func danger(inTag tag: String) -> String? {
        let name = tag.dropFirst().prefix { !$0.isWhitespace && $0 != ">" && $0 != "/" }
        let local = name.split(separator: ":").last ?? name
        if forbidden.contains(local) { return "the element `\(local)`" }
        if name == "?xml-stylesheet" { return "a style sheet of another file" }
        for attribute in attributes(of: tag.dropFirst(1 + name.count)) {
            let local = attribute.name.split(separator: ":").last ?? ""
            if local.hasPrefix("on") { return "the attribute `\(local)`, which runs a script" }
            if local == "href" || local == "src", isExternal(attribute.value) {
                return "a reference to `\(attribute.value.prefix(40))`"
            }
        }
        return nil
    }

    private static func attributes(of text: Substring) -> [(name: Substring, value: Substring)] {
        var found: [(name: Substring, value: Substring)] = []
        var rest = text
        while let equals = rest.firstIndex(of: "=") {
            let name = rest[..<equals].split(whereSeparator: \.isWhitespace).last ?? ""
            let behind = rest[rest.index(after: equals)...].drop(while: \.isWhitespace)
            guard let quote = behind.first, quote == "\"" || quote == "'" else {
                rest = behind
                continue
            }
            let value = behind.dropFirst().prefix { $0 != quote }
            found.append((name, value))
            rest = behind.dropFirst(value.count + 2)
        }
        return found
    }

    /// A place in the same file begins with `#`; an embedded picture is part of the file.
    private static func isExternal(_ reference: Substring) -> Bool {
        let target = reference.drop { $0.isWhitespace || $0 == "\"" || $0 == "'" }
        return !target.hasPrefix("#") && !target.hasPrefix("data:image/") && !target.isEmpty
    }
}
