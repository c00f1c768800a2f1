import LiveryDiagnostics

/// Writes an XML property list in the order of the calls, as Xcode does: tabs, one tag a line.
/// https://www.apple.com/DTDs/PropertyList-1.0.dtd
struct PropertyListWriter {
    private var bytes: [UInt8] = []
    private var depth = 0

    /// A whole document that holds one dictionary.
    static func document(_ members: (inout PropertyListWriter) -> Void) -> [UInt8] {
        var writer = PropertyListWriter()
        writer.line("<?xml version=\"1.0\" encoding=\"UTF-8\"?>")
        writer.line(
            "<!DOCTYPE plist PUBLIC \"-//Apple//DTD PLIST 1.0//EN\" \"http://www.apple.com/DTDs/PropertyList-1.0.dtd\">"
        )
        writer.line("<plist version=\"1.0\">")
        writer.container("dict", members)
        writer.line("</plist>")
        return writer.bytes
    }

    mutating func field(_ key: String, _ value: Bool) {
        element("key", key)
        line(value ? "<true/>" : "<false/>")
    }

    mutating func field(_ key: String, _ value: String) {
        element("key", key)
        element("string", value)
    }

    mutating func strings(_ key: String, _ values: [String]) {
        array(key, values) { list, value in list.element("string", value) }
    }

    /// A list of dictionaries.
    mutating func dictionaries<Item>(
        _ key: String, _ items: [Item], _ members: (inout PropertyListWriter, Item) -> Void
    ) {
        array(key, items) { list, item in list.container("dict") { members(&$0, item) } }
    }

    private mutating func array<Item>(
        _ key: String, _ items: [Item], _ write: (inout PropertyListWriter, Item) -> Void
    ) {
        element("key", key)
        guard !items.isEmpty else { return line("<array/>") }
        container("array") { list in for item in items { write(&list, item) } }
    }

    private mutating func container(_ name: String, _ body: (inout PropertyListWriter) -> Void) {
        open(name)
        depth += 1
        body(&self)
        depth -= 1
        indent()
        bytes.append("</")
        bytes.append(name)
        bytes.append(">\n")
    }

    private mutating func element(_ name: String, _ text: String) {
        indent()
        bytes.append("<")
        bytes.append(name)
        bytes.append(">")
        bytes.append(XMLText.escaped(text))
        bytes.append("</")
        bytes.append(name)
        bytes.append(">\n")
    }

    private mutating func line(_ text: String) {
        indent()
        bytes.append(text)
        bytes.append(UInt8(ascii: "\n"))
    }

    private mutating func open(_ name: String) {
        indent()
        bytes.append("<")
        bytes.append(name)
        bytes.append(">\n")
    }

    private mutating func indent() {
        bytes.append(contentsOf: repeatElement(UInt8(ascii: "\t"), count: depth))
    }
}

/// Text of XML 1.0: the five predefined entities, and U+FFFD for what section 2.2 does not allow in a document.
enum XMLText {
    static func escaped(_ text: String) -> String {
        if text.utf8.allSatisfy({ isPlain($0) }) { return text }
        var escaped = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": escaped.append(contentsOf: "&amp;".unicodeScalars)
            case "<": escaped.append(contentsOf: "&lt;".unicodeScalars)
            case ">": escaped.append(contentsOf: "&gt;".unicodeScalars)
            case "\"": escaped.append(contentsOf: "&quot;".unicodeScalars)
            case "'": escaped.append(contentsOf: "&apos;".unicodeScalars)
            case "\t", "\n": escaped.append(scalar)
            case "\u{0}"..<" ", "\u{FFFE}"..."\u{FFFF}": escaped.append("\u{FFFD}")
            default: escaped.append(scalar)
            }
        }
        return String(escaped)
    }

    /// Only bytes that certainly stand for themselves.
    private static func isPlain(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), UInt8(ascii: "'"): false
        default: (0x20..<0x7F).contains(byte)
        }
    }
}
