import LiveryPrivacy

/// The version of a policy: short enough to say on the telephone, and another one exactly when the policy says
/// something else. A corrected sentence keeps it, and so do the date of the page and the list of its changes.
enum PolicyVersion {
    /// Eight signs of Crockford's base 32, which has no I, L, O or U: forty bits of a SHA-256 over what is said.
    static func of(_ document: PolicyDocument) -> String {
        let digest = SHA256.digest(Array(document.meaning.map(\.text).joined(separator: "\n").utf8))
        var bits = digest.prefix(5).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        let signs = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ".utf8)
        var text: [UInt8] = []
        for place in 0..<8 {
            if place == 4 { text.append(UInt8(ascii: "-")) }
            text.append(signs[Int(bits & 31)])
            bits >>= 5
        }
        return String(decoding: text.reversed(), as: UTF8.self)
    }
}
