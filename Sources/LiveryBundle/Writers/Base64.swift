/// The encoding of RFC 4648, section 4, with padding.
enum Base64 {
    static func encode(_ bytes: [UInt8]) -> String {
        String(unsafeUninitializedCapacity: (bytes.count + 2) / 3 * 4) { text in
            var end = 0
            for start in stride(from: 0, to: bytes.count, by: 3) {
                let count = min(3, bytes.count - start)
                var bits = Int(bytes[start]) << 16
                if count > 1 { bits |= Int(bytes[start + 1]) << 8 }
                if count > 2 { bits |= Int(bytes[start + 2]) }
                for position in 0..<4 {
                    let sextet = bits >> (18 - 6 * position) & 63
                    text[end + position] = position <= count ? digit(sextet) : UInt8(ascii: "=")
                }
                end += 4
            }
            return end
        }
    }

    private static func digit(_ sextet: Int) -> UInt8 {
        switch sextet {
        case 0..<26: UInt8(ascii: "A") + UInt8(sextet)
        case 26..<52: UInt8(ascii: "a") + UInt8(sextet - 26)
        case 52..<62: UInt8(ascii: "0") + UInt8(sextet - 52)
        case 62: UInt8(ascii: "+")
        default: UInt8(ascii: "/")
        }
    }
}
