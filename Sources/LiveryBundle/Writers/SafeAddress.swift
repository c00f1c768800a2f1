/// A web address, e-mail address or phone number that a page may link to.
struct SafeAddress {
    let text: String

    /// nil unless the scheme is https, mailto or tel and every character is printable ASCII: anything else could run a
    /// script (`javascript:`), leave the protected web (`http:`) or mislead a reader.
    init?(_ text: String) {
        let schemes = ["https://", "mailto:", "tel:"]
        guard text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else { return nil }
        // In printable ASCII, bit 5 alone tells a small letter from a capital, and `:` and `/` have it set.
        let isKnown = schemes.contains { scheme in
            text.utf8.count > scheme.utf8.count && zip(text.utf8, scheme.utf8).allSatisfy { $0 | 0x20 == $1 | 0x20 }
        }
        guard isKnown else { return nil }
        self.text = text
    }

    /// The characters that end an address in HTML or Markdown, percent-encoded (RFC 3986 has none of them).
    var encoded: String {
        var bytes: [UInt8] = []
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\\"), UInt8(ascii: "`"),
                UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "|"), UInt8(ascii: "^"):
                bytes.append(UInt8(ascii: "%"))
                bytes.append(contentsOf: String(byte, radix: 16, uppercase: true).utf8)
            default: bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
