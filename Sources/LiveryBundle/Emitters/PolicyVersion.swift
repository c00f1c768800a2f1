import LiveryDiagnostics
import LiveryPrivacy

/// The version of a policy: short enough to say on the telephone, and another one exactly when the policy says
/// something else. A corrected sentence keeps it, and so do the date of the page and the list of its changes.
enum PolicyVersion {
    /// Eight signs of Crockford's base 32, which has no I, L, O or U: forty bits of a SHA-256 over what is said.
    static func of(_ document: PolicyDocument) -> String {
        var said = ByteBuffer(capacity: 1 << 14)
        for line in document.meaning {
            if said.count > 0 { said.append(UInt8(ascii: "\n")) }
            said.append(line.digestible)
        }
        let digest = SHA256.digest(said.array)
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

/// A document of a bundle, under the name of its files.
struct NamedDocument {
    let name: String
    let document: PolicyDocument
    /// Of ``PolicyVersion``.
    let version: String

    init(_ name: String, _ document: PolicyDocument) {
        self.name = name
        self.document = document
        version = PolicyVersion.of(document)
    }
}
