import LiveryDiagnostics

/// Writes an XML property list in the order of the calls, as Xcode does: tabs, one tag a line.
/// https://www.apple.com/DTDs/PropertyList-1.0.dtd
struct PropertyListWriter: ~Copyable {
    private var out: ByteBuffer
    private var depth = 0

    /// A whole document that holds one dictionary; `size` is about how many bytes there will be.
    static func document(size: Int = 4096, _ members: (inout PropertyListWriter) -> Void) -> [UInt8] {
        var writer = PropertyListWriter(out: ByteBuffer(capacity: size))
        writer.out.append(head)
        writer.container("dict", members)
        writer.out.append("</plist>\n")
        return writer.out.array
    }

    private static var head: StaticString {
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
        <plist version="1.0">

        """
    }

    mutating func field(_ key: String, _ value: Bool) {
        element("key", key)
        indent()
        if value { out.append("<true/>\n") } else { out.append("<false/>\n") }
    }

    /// `prefix` stands before the value, for names that all begin alike.
    mutating func field(_ key: String, prefix: StaticString = "", _ value: String) {
        element("key", key)
        element("string", prefix: prefix, value)
    }

    mutating func strings(_ key: String, prefix: StaticString = "", _ values: [String]) {
        array(key, values) { list, value in list.element("string", prefix: prefix, value) }
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
        guard !items.isEmpty else {
            indent()
            return out.append("<array/>\n")
        }
        container("array") { list in for item in items { write(&list, item) } }
    }

    private mutating func container(_ name: StaticString, _ body: (inout PropertyListWriter) -> Void) {
        indent()
        tag("<", name)
        out.append("\n")
        depth += 1
        body(&self)
        depth -= 1
        indent()
        tag("</", name)
        out.append("\n")
    }

    private mutating func element(_ name: StaticString, prefix: StaticString = "", _ text: String) {
        indent()
        tag("<", name)
        out.append(prefix)
        XMLText.escape(text, into: &out)
        tag("</", name)
        out.append("\n")
    }

    private mutating func tag(_ open: StaticString, _ name: StaticString) {
        out.append(open)
        out.append(name)
        out.append(">")
    }

    private mutating func indent() {
        out.append(repeating: UInt8(ascii: "\t"), count: depth)
    }
}

/// Text of XML 1.0: the five predefined entities, and U+FFFD for what section 2.2 does not allow in a document.
enum XMLText {
    static func escaped(_ text: String) -> String {
        let isPlain = text.withBytes { $0.firstMark(from: 0) { marks($0) } == nil }
        if isPlain { return text }
        var out = ByteBuffer(capacity: 2 * text.utf8.count)
        escape(text, into: &out)
        return out.withBytes { String(decoding: $0, as: UTF8.self) }
    }

    static func escape(_ text: String, into out: inout ByteBuffer) {
        out.append(text, marks: { marks($0) }, replacement: { replace(&$0, $1, $2) })
    }

    @inline(__always)
    private static func marks(_ word: UInt64) -> UInt64 {
        ByteMarks.below(0x20, in: word) | ByteMarks.of(UInt8(ascii: "&"), in: word)
            | ByteMarks.of(UInt8(ascii: "<"), in: word) | ByteMarks.of(UInt8(ascii: ">"), in: word)
            | ByteMarks.of(UInt8(ascii: "\""), in: word) | ByteMarks.of(UInt8(ascii: "'"), in: word)
            | ByteMarks.of(0xEF, in: word)
    }

    private static func replace(_ out: inout ByteBuffer, _ utf8: UnsafeBufferPointer<UInt8>, _ index: Int) -> Int {
        switch utf8[index] {
        case UInt8(ascii: "&"): out.append("&amp;")
        case UInt8(ascii: "<"): out.append("&lt;")
        case UInt8(ascii: ">"): out.append("&gt;")
        case UInt8(ascii: "\""): out.append("&quot;")
        case UInt8(ascii: "'"): out.append("&apos;")
        case UInt8(ascii: "\t"), UInt8(ascii: "\n"): return 0
        case ..<0x20: out.append("\u{FFFD}")
        // U+FFFE and U+FFFF.
        case 0xEF where index + 2 < utf8.count && utf8[index + 1] == 0xBF && utf8[index + 2] >= 0xBE:
            out.append("\u{FFFD}")
            return 3
        default: return 0
        }
        return 1
    }
}
