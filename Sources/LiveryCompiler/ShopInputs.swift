import LiveryBundle

/// Everything that a shop's findings and its bundle are made from, besides the compiler: the files that were looked at,
/// each with what it held. When none of them has changed, neither has the bundle.
package struct ShopInputs: Hashable, Sendable {
    package struct Input: Hashable, Sendable {
        /// Below the workspace, such as `tenants/shops/elm.yaml`.
        package let path: String
        /// nil for a file that is not there: once it comes, it matters.
        package let digest: ContentDigest?

        package init(path: String, digest: ContentDigest?) {
            self.path = path
            self.digest = digest
        }
    }

    /// The layers, weakest first, then providers, clauses and pictures, each by path.
    package let inputs: [Input]

    /// Stands for all files of the folder: each of them is a part of every policy.
    package static let clauses = "tenants/clauses"

    package init(inputs: [Input]) {
        self.inputs = inputs
    }

    /// The same for the same inputs and the same compiler, on any machine: SHA-256 over a line for each file that is
    /// there, with its path and its own SHA-256. It stands in the bundle's manifest.
    package func contentKey(compiler: String = Compiler.version) -> String {
        var text = "livery \(compiler)\n"
        for input in inputs {
            if let digest = input.digest { text += "\(digest.hexadecimal) \(input.path)\n" }
        }
        return SHA256.hexDigest(Array(text.utf8))
    }
}

/// The SHA-256 of a file.
package struct ContentDigest: Hashable, Sendable {
    /// The first bytes of the digest come first and weigh most.
    package let words: SIMD4<UInt64>

    package init(of bytes: [UInt8]) {
        var words = SIMD4<UInt64>()
        for (index, byte) in SHA256.digest(bytes).enumerated() {
            words[index / 8] = words[index / 8] << 8 | UInt64(byte)
        }
        self.words = words
    }

    package init(words: SIMD4<UInt64>) {
        self.words = words
    }

    package var hexadecimal: String {
        let digits = Array("0123456789abcdef".utf8)
        var text: [UInt8] = []
        for index in words.indices {
            for shift in stride(from: 60, through: 0, by: -4) {
                text.append(digits[Int(words[index] >> UInt64(shift) & 15)])
            }
        }
        return String(decoding: text, as: UTF8.self)
    }
}
