/// Eight bytes of text at a time, as one number: the highest bit of a byte says that it may be special.
///
/// The arithmetic borrows from the byte above, so that above a true mark there can be a false one, and below it never:
/// who finds a mark looks at the byte. (Mycroft's test for a zero byte, as in Warren, Hacker's Delight, section 6-1.)
package enum ByteMarks {
    @usableFromInline static var ones: UInt64 { 0x0101_0101_0101_0101 }
    @usableFromInline static var tops: UInt64 { 0x8080_8080_8080_8080 }

    /// The bytes that are a letter, digit or sign of ASCII.
    @inlinable @inline(__always)
    package static func of(_ byte: UInt8, in word: UInt64) -> UInt64 {
        let other = word ^ (ones &* UInt64(byte))
        return (other &- ones) & ~other & tops
    }

    /// The bytes below one of at most 128.
    @inlinable @inline(__always)
    package static func below(_ limit: UInt8, in word: UInt64) -> UInt64 {
        (word &- ones &* UInt64(limit)) & ~word & tops
    }

    /// The bytes of everything beyond ASCII.
    @inlinable @inline(__always)
    package static func beyondASCII(in word: UInt64) -> UInt64 {
        word & tops
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// The first place from an index on that may be special.
    @inlinable @inline(__always)
    package func firstMark(from index: Int, _ marks: (UInt64) -> UInt64) -> Int? {
        let bytes = UnsafeRawBufferPointer(self)
        var index = index
        while count &- index >= 8 {
            let found = marks(UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)))
            if found != 0 { return index &+ found.trailingZeroBitCount &>> 3 }
            index &+= 8
        }
        let rest = count &- index
        guard rest > 0 else { return nil }
        var word: UInt64 = 0
        if count >= 8 {
            // The last eight bytes; those that were seen before fall out below.
            word = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: count &- 8, as: UInt64.self))
            word &>>= UInt64(8 &* (8 &- rest))
        } else {
            for place in stride(from: count &- 1, through: index, by: -1) {
                word = word &<< 8 | UInt64(bytes[place])
            }
        }
        let found = marks(word) & (1 &<< UInt64(8 &* rest) &- 1)
        return found == 0 ? nil : index &+ found.trailingZeroBitCount &>> 3
    }
}
