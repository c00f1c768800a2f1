import LiveryDiagnostics

/// Writes comma-separated values by RFC 4180: each record ends with CRLF (section 2, rule 1), and a field with a comma,
/// a quote or a line break stands in quotes, with its quotes doubled (rules 6 and 7).
struct CSVWriter {
    private(set) var bytes: [UInt8] = []

    /// `size` is about how many bytes there will be.
    init(size: Int = 0) {
        bytes.reserveCapacity(size)
    }

    /// A record that is known but for one field.
    struct Row: Sendable {
        fileprivate let before: [UInt8]
        fileprivate let after: [UInt8]

        init(before: [String], after: [String]) {
            self.before = before.reduce(into: []) { bytes, field in
                CSVWriter.append(field, to: &bytes)
                bytes.append(UInt8(ascii: ","))
            }
            self.after = after.reduce(into: []) { bytes, field in
                bytes.append(UInt8(ascii: ","))
                CSVWriter.append(field, to: &bytes)
            }
        }
    }

    mutating func row(_ fields: String...) {
        for (index, field) in fields.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            Self.append(field, to: &bytes)
        }
        bytes.append("\r\n")
    }

    mutating func row(_ row: Row, _ field: String) {
        bytes.append(contentsOf: row.before)
        Self.append(field, to: &bytes)
        bytes.append(contentsOf: row.after)
        bytes.append("\r\n")
    }

    /// Records that were written before.
    mutating func append(_ records: [UInt8]) {
        bytes.append(contentsOf: records)
    }

    private static func append(_ field: String, to bytes: inout [UInt8]) {
        let needsQuotes = field.utf8.contains { byte in
            byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\r")
                || byte == UInt8(ascii: "\n")
        }
        guard needsQuotes else { return bytes.append(field) }
        bytes.append("\"\(field.replacing("\"", with: "\"\""))\"")
    }
}
