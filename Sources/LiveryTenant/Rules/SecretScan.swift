import LiveryDiagnostics
import LiverySchema

/// Finds values that look like live secrets, anywhere in a file. The shapes are those that the rules of gitleaks,
/// trufflehog and detect-secrets and the scrubber of stripe-cli look for.
enum SecretScan {
    static func findings(in tree: LayeredNode) -> [Diagnostic] {
        var found: [Diagnostic] = []
        var path: [String] = []
        walk(tree, path: &path, into: &found)
        return found
    }

    /// The kind of secret that a text holds, or nil. Looks inside the text, not only at its start.
    static func kind(of text: String) -> String? {
        guard text.utf8.count >= 12 else { return nil }
        var text = text
        return text.withUTF8 { bytes in filter.canOccur(in: bytes) ? shapes.first { $0.isIn(bytes) }?.kind : nil }
    }

    private static let filter = PhraseFilter(shapes.flatMap(\.prefixes))

    private static func walk(_ node: LayeredNode, path: inout [String], into found: inout [Diagnostic]) {
        switch node.content {
        case .scalar(let text, _):
            guard let kind = kind(of: text) else { return }
            found.append(.liveSecret(kind, at: node.span, path: path.joined(separator: ".")))
        case .sequence(let items):
            for (index, item) in items.enumerated() {
                path.append(String(index))
                walk(item, path: &path, into: &found)
                path.removeLast()
            }
        case .mapping(let entries):
            for entry in entries {
                path.append(entry.key)
                walk(entry.value, path: &path, into: &found)
                path.removeLast()
            }
        case .removed:
            return
        }
    }

    /// A prefix, then so many bytes of an alphabet.
    private struct Shape: Sendable {
        let kind: String
        let prefixes: [[UInt8]]
        let alphabet: ByteSet
        let count: ClosedRange<Int>

        init(kind: String, prefixes: [String], alphabet: ByteSet, count: ClosedRange<Int>) {
            self.kind = kind
            self.prefixes = prefixes.map { Array($0.utf8) }
            self.alphabet = alphabet
            self.count = count
        }

        func isIn(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
            prefixes.contains { prefix in
                guard bytes.count >= prefix.count + count.lowerBound else { return false }
                return (0...(bytes.count - prefix.count - count.lowerBound)).contains { start in
                    bytes[start] == prefix[0] && isBoundary(bytes, before: start)
                        && bytes[start...].starts(with: prefix)
                        && count.contains(run(of: bytes[(start + prefix.count)...]))
                }
            }
        }

        private func isBoundary(_ bytes: UnsafeBufferPointer<UInt8>, before start: Int) -> Bool {
            start == 0 || !(bytes[start - 1].isASCIIAlphanumeric || bytes[start - 1] == UInt8(ascii: "_"))
        }

        private func run(of bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Int {
            bytes.prefix { alphabet.contains($0) }.count
        }
    }

    private static let upper = ByteSet("A"..."Z").union(ByteSet("0"..."9"))
    private static let alphanumeric = upper.union(ByteSet("a"..."z"))
    private static let word = alphanumeric.union(ByteSet("_-"))
    private static let base64 = alphanumeric.union(ByteSet("+/"))
    private static let hex = ByteSet("0"..."9").union(ByteSet("a"..."f")).union(ByteSet("A"..."F"))

    private static let shapes: [Shape] = [
        Shape(
            kind: "a Stripe secret key",
            prefixes: ["sk_test_", "sk_live_", "sk_prod_", "rk_test_", "rk_live_", "rk_prod_"],
            alphabet: alphanumeric, count: 10...400),
        Shape(kind: "a webhook signing secret", prefixes: ["whsec_"], alphabet: base64, count: 10...400),
        Shape(kind: "a Square access token", prefixes: ["EAAA", "sq0atp-"], alphabet: word, count: 22...60),
        Shape(
            kind: "a Square application secret", prefixes: ["sq0csp-", "sandbox-sq0csb-", "sandbox-sq0csp-"],
            alphabet: word, count: 40...50),
        Shape(
            kind: "an AWS access key", prefixes: ["AKIA", "ASIA", "ABIA", "ACCA"], alphabet: upper, count: 16...16),
        Shape(kind: "a Google API key", prefixes: ["AIza"], alphabet: word, count: 35...35),
        Shape(
            kind: "a Slack token", prefixes: ["xoxa-", "xoxb-", "xoxe-", "xoxo-", "xoxp-", "xoxr-", "xoxs-"],
            alphabet: word, count: 10...400),
        Shape(
            kind: "a Slack webhook",
            prefixes: [
                "https://hooks.slack.com/services/", "https://hooks.slack.com/workflows/",
                "https://hooks.slack.com/triggers/",
            ], alphabet: base64, count: 20...400),
        Shape(kind: "a SendGrid key", prefixes: ["SG."], alphabet: word.union(ByteSet(".")), count: 60...80),
        Shape(kind: "a Twilio API key", prefixes: ["SK"], alphabet: hex, count: 32...32),
        Shape(
            kind: "a private key", prefixes: ["-----BEGIN "],
            alphabet: upper.union(ByteSet(" -")), count: 11...100),
        Shape(
            kind: "a signed token (JWT)", prefixes: ["eyJ"], alphabet: word.union(ByteSet(".")), count: 40...4000
        ),
    ]
}

extension ByteSet {
    fileprivate init(_ range: ClosedRange<Unicode.Scalar>) {
        self.init(UInt8(ascii: range.lowerBound)...UInt8(ascii: range.upperBound))
    }

    fileprivate init(_ characters: StaticString) {
        self = characters.bytes.reduce(ByteSet()) { $0.union(ByteSet($1...$1)) }
    }
}

extension Diagnostic {
    /// The message names the kind, never the value.
    fileprivate static func liveSecret(_ kind: String, at span: SourceSpan, path: String) -> Diagnostic {
        Diagnostic(
            code: "tenant/live-secret", "This value looks like \(kind), and definitions are read by many people.",
            at: span, path: path,
            help: "Revoke it, put the new one in the secret store, and write `{secret: PATH}` or `{env: NAME}`.",
            isSensitive: true)
    }
}
