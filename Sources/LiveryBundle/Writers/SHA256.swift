import CDigest

/// The digest of FIPS 180-4, section 6.2.
package struct SHA256: Sendable {
    private var state = SIMD8<UInt32>(
        0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a, 0x510e_527f, 0x9b05_688c, 0x1f83_d9ab, 0x5be0_cd19)

    /// Of whole blocks, in bytes.
    private var done = 0
    private let usesProcessor: Bool

    /// The 32 bytes for a text.
    package static func digest(_ bytes: [UInt8]) -> [UInt8] {
        digest(bytes, inProcessor: hasInstructions)
    }

    /// Instructions of the processor are six times as fast.
    static let hasInstructions = digest_has_sha256()

    /// - Parameter inProcessor: only where ``hasInstructions``.
    static func digest(_ bytes: [UInt8], inProcessor: Bool) -> [UInt8] {
        withUnsafeBytes(of: words(bytes, inProcessor: inProcessor)) { Array($0) }
    }

    /// The digest in 64 lower-case hexadecimal digits.
    package static func hexDigest(_ bytes: [UInt8]) -> String {
        hex(words(bytes, inProcessor: hasInstructions))
    }

    /// The digests of several texts, in hexadecimal: faster than one after the other.
    package static func hexDigests(_ texts: [[UInt8]]) -> [String] {
        guard hasInstructions else { return texts.map(hexDigest) }
        var digests = Array(repeating: "", count: texts.count)
        // The longest first, so that the shorter ones can fill up what remains beside them.
        var waiting = texts.indices.sorted { (texts[$0].count, $0) < (texts[$1].count, $1) }
        var (one, other) = (Lane(waiting.popLast()), Lane(waiting.popLast()))
        while let first = one.text, let second = other.text {
            step(&one.hash, texts[first], &other.hash, texts[second])
            if one.hash.hasDone(texts[first]) {
                digests[first] = hex(one.hash.end(texts[first]))
                one = Lane(waiting.popLast())
            }
            if other.hash.hasDone(texts[second]) {
                digests[second] = hex(other.hash.end(texts[second]))
                other = Lane(waiting.popLast())
            }
        }
        if let first = one.text { digests[first] = hex(one.hash.end(texts[first])) }
        if let second = other.text { digests[second] = hex(other.hash.end(texts[second])) }
        return digests
    }

    private struct Lane {
        let text: Int?
        var hash = SHA256(usesProcessor: true)

        init(_ text: Int?) {
            self.text = text
        }
    }

    /// As far as both texts have whole blocks.
    private static func step(_ one: inout SHA256, _ text: [UInt8], _ other: inout SHA256, _ otherText: [UInt8]) {
        let (start, otherStart) = (one.done, other.done)
        let blocks = min(text.count - start, otherText.count - otherStart) / 64
        guard blocks > 0 else { return }
        text.withUnsafeBufferPointer { bytes in
            otherText.withUnsafeBufferPointer { otherBytes in
                guard let first = bytes.baseAddress, let second = otherBytes.baseAddress else { return }
                one.withState { state in
                    other.withState { otherState in
                        digest_sha256_blocks_of_two(state, first + start, otherState, second + otherStart, blocks)
                    }
                }
            }
        }
        one.done += 64 * blocks
        other.done += 64 * blocks
    }

    /// The words of the digest as they lie in memory, the highest byte of each first.
    private static func words(_ bytes: [UInt8], inProcessor: Bool) -> SIMD8<UInt32> {
        var hash = SHA256(usesProcessor: inProcessor)
        return hash.end(bytes)
    }

    private func hasDone(_ text: [UInt8]) -> Bool { text.count - done < 64 }

    private mutating func withState(_ body: (UnsafeMutablePointer<UInt32>) -> Void) {
        withUnsafeMutableBytes(of: &state) { bytes in
            bytes.withMemoryRebound(to: UInt32.self) { words in
                if let first = words.baseAddress { body(first) }
            }
        }
    }

    /// Takes what is left of a text, and its length.
    private mutating func end(_ bytes: [UInt8]) -> SIMD8<UInt32> {
        bytes.withUnsafeBufferPointer { bytes in
            let whole = bytes.count / 64 * 64
            process(UnsafeBufferPointer(rebasing: bytes[done..<whole]))
            withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 128) { tail in
                tail.initialize(repeating: 0)
                let rest = bytes.count - whole
                for index in 0..<rest { tail[index] = bytes[whole + index] }
                tail[rest] = 0x80
                let length = rest < 56 ? 64 : 128
                let bits = UInt64(bytes.count) * 8
                for index in 0..<8 { tail[length - 1 - index] = UInt8(truncatingIfNeeded: bits >> UInt64(8 * index)) }
                process(UnsafeBufferPointer(rebasing: tail[..<length]))
            }
        }
        var words = state
        for index in 0..<8 { words[index] = state[index].bigEndian }
        return words
    }

    private static func hex(_ words: SIMD8<UInt32>) -> String {
        withUnsafeBytes(of: words) { digest in
            String(unsafeUninitializedCapacity: 2 * digest.count) { text in
                for (index, byte) in digest.enumerated() {
                    text[2 * index] = digit(byte >> 4)
                    text[2 * index + 1] = digit(byte & 15)
                }
                return 2 * digest.count
            }
        }
    }

    private static func digit(_ value: UInt8) -> UInt8 {
        value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
    }

    private mutating func process(_ input: UnsafeBufferPointer<UInt8>) {
        guard !input.isEmpty else { return }
        guard usesProcessor else { return process(input, upTo: input.count) }
        withState { digest_sha256_blocks($0, input.baseAddress, input.count / 64) }
    }

    private mutating func process(_ input: UnsafeBufferPointer<UInt8>, upTo end: Int) {
        withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 64) { schedule in
            Self.constants.withUnsafeBufferPointer { constants in
                for block in stride(from: 0, to: end, by: 64) {
                    Self.expand(input, from: block, into: schedule)
                    compress(schedule, constants)
                }
            }
        }
    }

    private static func expand(
        _ input: UnsafeBufferPointer<UInt8>, from block: Int, into schedule: UnsafeMutableBufferPointer<UInt32>
    ) {
        let base = UnsafeRawBufferPointer(input)
        for index in 0..<16 {
            let word = base.loadUnaligned(fromByteOffset: block + index * 4, as: UInt32.self)
            schedule[index] = UInt32(bigEndian: word)
        }
        for index in 16..<64 {
            let (early, late) = (schedule[index &- 15], schedule[index &- 2])
            let sigma0 = rotate(early, 7) ^ rotate(early, 18) ^ (early &>> 3)
            let sigma1 = rotate(late, 17) ^ rotate(late, 19) ^ (late &>> 10)
            schedule[index] = schedule[index &- 16] &+ sigma0 &+ schedule[index &- 7] &+ sigma1
        }
    }

    /// Eight rounds a turn: the working variables change their names instead of their places.
    private mutating func compress(
        _ schedule: UnsafeMutableBufferPointer<UInt32>, _ constants: UnsafeBufferPointer<UInt32>
    ) {
        var (a, b, c, d) = (state[0], state[1], state[2], state[3])
        var (e, f, g, h) = (state[4], state[5], state[6], state[7])
        for turn in stride(from: 0, to: 64, by: 8) {
            Self.round(a, b, c, &d, e, f, g, &h, constants[turn] &+ schedule[turn])
            Self.round(h, a, b, &c, d, e, f, &g, constants[turn &+ 1] &+ schedule[turn &+ 1])
            Self.round(g, h, a, &b, c, d, e, &f, constants[turn &+ 2] &+ schedule[turn &+ 2])
            Self.round(f, g, h, &a, b, c, d, &e, constants[turn &+ 3] &+ schedule[turn &+ 3])
            Self.round(e, f, g, &h, a, b, c, &d, constants[turn &+ 4] &+ schedule[turn &+ 4])
            Self.round(d, e, f, &g, h, a, b, &c, constants[turn &+ 5] &+ schedule[turn &+ 5])
            Self.round(c, d, e, &f, g, h, a, &b, constants[turn &+ 6] &+ schedule[turn &+ 6])
            Self.round(b, c, d, &e, f, g, h, &a, constants[turn &+ 7] &+ schedule[turn &+ 7])
        }
        state &+= SIMD8(a, b, c, d, e, f, g, h)
    }

    @inline(__always)
    private static func round(
        _ a: UInt32, _ b: UInt32, _ c: UInt32, _ d: inout UInt32, _ e: UInt32, _ f: UInt32, _ g: UInt32,
        _ h: inout UInt32, _ input: UInt32
    ) {
        let choice = (e & f) ^ (~e & g)
        let majority = (a & b) ^ (a & c) ^ (b & c)
        let first = h &+ (rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)) &+ choice &+ input
        d = d &+ first
        h = first &+ (rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)) &+ majority
    }

    @inline(__always)
    private static func rotate(_ word: UInt32, _ count: UInt32) -> UInt32 {
        (word &>> count) | (word &<< (32 &- count))
    }

    /// FIPS 180-4, section 4.2.2.
    private static let constants: [UInt32] = [
        0x428a_2f98, 0x7137_4491, 0xb5c0_fbcf, 0xe9b5_dba5, 0x3956_c25b, 0x59f1_11f1, 0x923f_82a4, 0xab1c_5ed5,
        0xd807_aa98, 0x1283_5b01, 0x2431_85be, 0x550c_7dc3, 0x72be_5d74, 0x80de_b1fe, 0x9bdc_06a7, 0xc19b_f174,
        0xe49b_69c1, 0xefbe_4786, 0x0fc1_9dc6, 0x240c_a1cc, 0x2de9_2c6f, 0x4a74_84aa, 0x5cb0_a9dc, 0x76f9_88da,
        0x983e_5152, 0xa831_c66d, 0xb003_27c8, 0xbf59_7fc7, 0xc6e0_0bf3, 0xd5a7_9147, 0x06ca_6351, 0x1429_2967,
        0x27b7_0a85, 0x2e1b_2138, 0x4d2c_6dfc, 0x5338_0d13, 0x650a_7354, 0x766a_0abb, 0x81c2_c92e, 0x9272_2c85,
        0xa2bf_e8a1, 0xa81a_664b, 0xc24b_8b70, 0xc76c_51a3, 0xd192_e819, 0xd699_0624, 0xf40e_3585, 0x106a_a070,
        0x19a4_c116, 0x1e37_6c08, 0x2748_774c, 0x34b0_bcb5, 0x391c_0cb3, 0x4ed8_aa4a, 0x5b9c_ca4f, 0x682e_6ff3,
        0x748f_82ee, 0x78a5_636f, 0x84c8_7814, 0x8cc7_0208, 0x90be_fffa, 0xa450_6ceb, 0xbef9_a3f7, 0xc671_78f2,
    ]
}
