import CDigest

/// The digest of FIPS 180-4, section 6.2.
package struct SHA256: Sendable {
    private var state: [UInt32] = [
        0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a, 0x510e_527f, 0x9b05_688c, 0x1f83_d9ab, 0x5be0_cd19,
    ]

    private let usesProcessor: Bool

    /// The 32 bytes for a text.
    package static func digest(_ bytes: [UInt8]) -> [UInt8] {
        digest(bytes, inProcessor: hasInstructions)
    }

    /// Instructions of the processor are six times as fast.
    static let hasInstructions = digest_has_sha256()

    /// - Parameter inProcessor: only where ``hasInstructions``.
    static func digest(_ bytes: [UInt8], inProcessor: Bool) -> [UInt8] {
        var hash = SHA256(usesProcessor: inProcessor)
        let whole = bytes.count / 64 * 64
        hash.process(bytes, upTo: whole)
        var tail = Array(bytes[whole...])
        tail.append(0x80)
        let padding = tail.count <= 56 ? 56 - tail.count : 120 - tail.count
        tail.append(contentsOf: repeatElement(0, count: padding))
        let bits = UInt64(bytes.count) * 8
        for shift in stride(from: UInt64(56), through: 0, by: -8) {
            tail.append(UInt8(truncatingIfNeeded: bits >> shift))
        }
        hash.process(tail, upTo: tail.count)
        return hash.state.flatMap { word in [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: word >> UInt32($0)) } }
    }

    /// The digest in 64 lower-case hexadecimal digits.
    package static func hexDigest(_ bytes: [UInt8]) -> String {
        hex(digest(bytes))
    }

    static func hex(_ digest: [UInt8]) -> String {
        func digit(_ value: UInt8) -> UInt8 { value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10 }
        return String(unsafeUninitializedCapacity: 2 * digest.count) { text in
            for (index, byte) in digest.enumerated() {
                text[2 * index] = digit(byte >> 4)
                text[2 * index + 1] = digit(byte & 15)
            }
            return 2 * digest.count
        }
    }

    private mutating func process(_ bytes: [UInt8], upTo end: Int) {
        guard end > 0 else { return }
        bytes.withUnsafeBufferPointer { input in
            if usesProcessor {
                digest_sha256_blocks(&state, input.baseAddress, end / 64)
            } else {
                process(input, upTo: end)
            }
        }
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
        for (index, value) in [a, b, c, d, e, f, g, h].enumerated() { state[index] &+= value }
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
