import LiveryDiagnostics
import LiveryPrivacy

/// Writes HTML. Text from a definition goes through ``text(_:)`` or an attribute, never through ``raw(_:)``.
struct HTMLWriter: ~Copyable {
    private var out: ByteBuffer

    /// `size` is about how many bytes there will be.
    init(size: Int = 4096) {
        out = ByteBuffer(capacity: size)
    }

    var bytes: [UInt8] { out.array }

    /// Writes something anew, unless it was written before; then that is copied.
    mutating func append(_ forms: borrowing KeptForms, writing: (inout HTMLWriter) -> Void) {
        if forms.append(.page, to: &out) { return }
        let start = out.count
        writing(&self)
        out.withBytes { forms.keep(UnsafeBufferPointer(rebasing: $0[start...]), as: .page) }
    }

    /// Markup that the compiler itself wrote.
    mutating func raw(_ markup: StaticString) {
        out.append(markup)
    }

    @_disfavoredOverload
    mutating func raw(_ markup: String) {
        out.append(markup)
    }

    mutating func line(_ markup: StaticString) {
        raw(markup)
        raw("\n")
    }

    @_disfavoredOverload
    mutating func line(_ markup: String) {
        raw(markup)
        raw("\n")
    }

    mutating func text(_ text: String) {
        escape(text)
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
        escape(value)
        raw("\"")
    }

    /// The same for text and for quoted attributes: `&`, `<`, `>` and both quotes (HTML, sections 13.1.2.3 and 13.1.4).
    /// Control characters other than white space may not stand in a page (section 13.1.4) and become U+FFFD.
    private mutating func escape(_ text: String) {
        out.append(
            text,
            marks: { word in
                ByteMarks.below(0x20, in: word) | ByteMarks.of(0x7F, in: word)
                    | ByteMarks.of(UInt8(ascii: "&"), in: word) | ByteMarks.of(UInt8(ascii: "<"), in: word)
                    | ByteMarks.of(UInt8(ascii: ">"), in: word) | ByteMarks.of(UInt8(ascii: "\""), in: word)
                    | ByteMarks.of(UInt8(ascii: "'"), in: word)
            }, replacement: { Self.replace(&$0, $1, $2) })
    }

    private static func replace(_ out: inout ByteBuffer, _ utf8: UnsafeBufferPointer<UInt8>, _ index: Int) -> Int {
        switch utf8[index] {
        case UInt8(ascii: "&"): out.append("&amp;")
        case UInt8(ascii: "<"): out.append("&lt;")
        case UInt8(ascii: ">"): out.append("&gt;")
        case UInt8(ascii: "\""): out.append("&quot;")
        case UInt8(ascii: "'"): out.append("&#39;")
        case 0x09, 0x0A, 0x0C, 0x0D: out.append(" ")
        case 0..<0x20, 0x7F: out.append("\u{FFFD}")
        default: return 0
        }
        return 1
    }
}
