import LiveryDiagnostics

/// Writes comma-separated values by RFC 4180: each record ends with CRLF (section 2, rule 1), and a field with a comma,
/// a quote or a line break stands in quotes, with its quotes doubled (rules 6 and 7).
struct CSVWriter: ~Copyable {
    private var out: ByteBuffer

    /// `size` is about how many bytes there will be.
    init(size: Int = 4096) {
        out = ByteBuffer(capacity: size)
    }

    var bytes: [UInt8] { out.array }

    mutating func row(_ fields: String...) {
        for index in fields.indices {
            if index > 0 { out.append(",") }
            Self.field(fields[index], into: &out)
        }
        out.append("\r\n")
    }

    /// A record of four fields with an empty one between; returns where that one is.
    mutating func row(_ first: String, _ second: String, answer third: String, _ fourth: String) -> Int {
        Self.field(first, into: &out)
        out.append(",")
        Self.field(second, into: &out)
        out.append(",")
        let place = out.count
        out.append(",")
        Self.field(third, into: &out)
        out.append(",")
        Self.field(fourth, into: &out)
        out.append("\r\n")
        return place
    }

    /// How many bytes there are.
    var count: Int { out.count }

    /// Part of a record as it is, for what needs no quotes.
    mutating func plain(_ text: StaticString) { out.append(text) }
    mutating func plain(_ text: String) { out.append(text) }

    static func field(_ text: String, into out: inout ByteBuffer) {
        let isPlain = text.withBytes { $0.firstMark(from: 0) { marks($0) } == nil }
        if isPlain { return out.append(text) }
        out.append("\"")
        out.append(text, marks: { marks($0) }) { out, utf8, index in
            guard utf8[index] == UInt8(ascii: "\"") else { return 0 }
            out.append("\"\"")
            return 1
        }
        out.append("\"")
    }

    @inline(__always)
    private static func marks(_ word: UInt64) -> UInt64 {
        ByteMarks.of(UInt8(ascii: ","), in: word) | ByteMarks.of(UInt8(ascii: "\""), in: word)
            | ByteMarks.of(UInt8(ascii: "\r"), in: word) | ByteMarks.of(UInt8(ascii: "\n"), in: word)
    }
}
