/// Writes comma-separated values by RFC 4180: each record ends with CRLF (section 2, rule 1), and a field with a comma,
/// a quote or a line break stands in quotes, with its quotes doubled (rules 6 and 7).
struct CSVWriter {
    private(set) var bytes: [UInt8] = []

    mutating func row(_ fields: String...) {
        for (index, field) in fields.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            bytes.append(contentsOf: Self.quoted(field).utf8)
        }
        bytes.append(contentsOf: "\r\n".utf8)
    }

    private static func quoted(_ field: String) -> String {
        // By scalars: CR and LF together are one Character.
        guard field.unicodeScalars.contains(where: { [",", "\"", "\r", "\n"].contains($0) }) else { return field }
        return "\"" + field.replacing("\"", with: "\"\"") + "\""
    }
}
