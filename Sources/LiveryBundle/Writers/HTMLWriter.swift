import LiveryDiagnostics

/// Writes HTML. Text from a definition goes through ``text(_:)`` or an attribute, never through ``raw(_:)``.
struct HTMLWriter {
    private(set) var bytes: [UInt8] = []

    /// `size` is about how many bytes there will be.
    init(size: Int = 0) {
        bytes.reserveCapacity(size)
    }

    /// Markup that the compiler itself wrote.
    mutating func raw(_ markup: String) {
        bytes.append(markup)
    }

    /// Markup that was written before.
    mutating func raw(_ markup: [UInt8]) {
        bytes.append(contentsOf: markup)
    }

    mutating func line(_ markup: String) {
        raw(markup)
        raw("\n")
    }

    mutating func text(_ text: String) {
        Self.escape(text, into: &bytes)
    }

    /// An element with text in it: `element("p", "Bob & Sons", class: "name")`.
    mutating func element(_ name: String, _ text: String, class styleClass: String? = nil, id: String? = nil) {
        open(name, class: styleClass, id: id)
        self.text(text)
        close(name)
    }

    mutating func open(
        _ name: String, class styleClass: String? = nil, id: String? = nil, _ attributes: [(String, String)] = []
    ) {
        raw("<")
        raw(name)
        if let styleClass { attribute("class", styleClass) }
        if let id { attribute("id", id) }
        for (key, value) in attributes { attribute(key, value) }
        raw(">")
    }

    mutating func close(_ name: String) {
        raw("</")
        raw(name)
        raw(">")
    }

    /// A link where the address is safe, otherwise the text alone.
    mutating func link(_ text: String, to address: String, class styleClass: String? = nil) {
        guard let address = SafeAddress(address) else { return self.text(text) }
        open("a", class: styleClass, [("href", address.encoded)])
        self.text(text)
        close("a")
    }

    /// The value of an attribute is always quoted.
    private mutating func attribute(_ key: String, _ value: String) {
        raw(" ")
        raw(key)
        raw("=\"")
        Self.escape(value, into: &bytes)
        raw("\"")
    }

    /// The same for text and for quoted attributes: `&`, `<`, `>` and both quotes (HTML, sections 13.1.2.3 and 13.1.4).
    /// Control characters other than white space may not stand in a page (section 13.1.4) and become U+FFFD.
    private static func escape(_ text: String, into bytes: inout [UInt8]) {
        bytes.append(text, mayBeSpecial: mayBeSpecial) { utf8, index in
            replacement(for: utf8[index]).map { ($0, 1) }
        }
    }

    @inline(__always)
    private static func mayBeSpecial(_ byte: UInt8) -> Bool {
        byte < 0x20 || byte == 0x7F || byte == UInt8(ascii: "&") || byte == UInt8(ascii: "<")
            || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'")
    }

    private static func replacement(for byte: UInt8) -> String? {
        switch byte {
        case UInt8(ascii: "&"): "&amp;"
        case UInt8(ascii: "<"): "&lt;"
        case UInt8(ascii: ">"): "&gt;"
        case UInt8(ascii: "\""): "&quot;"
        case UInt8(ascii: "'"): "&#39;"
        case 0x09, 0x0A, 0x0C, 0x0D: " "
        case 0..<0x20, 0x7F: "\u{FFFD}"
        default: nil
        }
    }
}
