/// Bytes that grow at their end: what every writer of generated text writes into.
///
/// It owns its memory instead of an array, because an array asks at each append whether somebody shares it and how much
/// room it has; for texts of ten bytes that is most of the time. Nobody can share this one, and it is the one place
/// where a writer touches raw memory: every function here makes room before it writes.
package struct ByteBuffer: ~Copyable {
    @usableFromInline var start: UnsafeMutablePointer<UInt8>
    @usableFromInline var room: Int
    @usableFromInline var used = 0
    /// Whether the memory is an array's, of which only the owner may dispose.
    @usableFromInline var isBorrowed = false

    /// `capacity` is about how many bytes there will be.
    @inlinable
    package init(capacity: Int = 4096) {
        room = Swift.max(capacity, 64)
        start = .allocate(capacity: room)
    }

    private init(in place: UnsafeMutablePointer<UInt8>, room: Int) {
        (start, self.room, isBorrowed) = (place, room, true)
    }

    deinit {
        if !isBorrowed { start.deallocate() }
    }

    @inlinable package var count: Int { used }

    /// The bytes that a writer gives back in the buffer that it was given. `capacity` is about how many there will be:
    /// where they fill most of it, they need not be copied any more.
    package static func array(
        capacity: Int, _ write: (consuming ByteBuffer) -> ByteBuffer
    ) -> [UInt8] {
        var copy: [UInt8]?
        let written = [UInt8](unsafeUninitializedCapacity: max(capacity, 64)) { place, count in
            guard let start = place.baseAddress else { return }
            let buffer = write(ByteBuffer(in: start, room: place.count))
            if buffer.isBorrowed, buffer.used > place.count / 2 { count = buffer.used } else { copy = buffer.array }
        }
        return copy ?? written
    }

    /// A copy that fits.
    package var array: [UInt8] {
        [UInt8](unsafeUninitializedCapacity: used) { copy, count in
            copy.baseAddress?.initialize(from: start, count: used)
            count = used
        }
    }

    @inlinable
    package func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        body(UnsafeBufferPointer(start: start, count: used))
    }

    /// Forgets everything behind a place.
    package mutating func cut(to count: Int) {
        used = Swift.min(used, Swift.max(count, 0))
    }

    @inlinable @inline(__always)
    package mutating func reserve(_ more: Int) {
        if room &- used < more { grow(by: more) }
    }

    @usableFromInline
    mutating func grow(by more: Int) {
        room = Swift.max(2 * room, used + more)
        let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: room)
        larger.initialize(from: start, count: used)
        if !isBorrowed { start.deallocate() }
        isBorrowed = false
        start = larger
    }

    /// Makes room for `most` bytes; the body writes some of them and says how many.
    @inlinable @inline(__always)
    package mutating func write(atMost most: Int, _ body: (UnsafeMutablePointer<UInt8>) -> Int) {
        reserve(most)
        used &+= body(start + used)
    }

    @inlinable @inline(__always)
    package mutating func append(_ byte: UInt8) {
        reserve(1)
        start[used] = byte
        used &+= 1
    }

    @inlinable @inline(__always)
    package mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard let source = bytes.baseAddress else { return }
        reserve(bytes.count)
        (start + used).initialize(from: source, count: bytes.count)
        used &+= bytes.count
    }

    @inlinable
    package mutating func append(_ bytes: [UInt8]) {
        bytes.withUnsafeBufferPointer { append($0) }
    }

    /// What the compiler itself writes.
    @inlinable
    package mutating func append(_ text: StaticString) {
        append(text.bytes)
    }

    @inlinable @_disfavoredOverload
    package mutating func append(_ text: String) {
        text.withBytes { append($0) }
    }

    /// What stands in it already.
    package mutating func append(again written: Range<Int>) {
        precondition(written.upperBound <= used, "only what was written can be written again")
        reserve(written.count)
        (start + used).initialize(from: start + written.lowerBound, count: written.count)
        used += written.count
    }

    package mutating func append(repeating byte: UInt8, count: Int) {
        guard count > 0 else { return }
        reserve(count)
        (start + used).initialize(repeating: byte, count: count)
        used += count
    }

    /// A whole number in decimal digits.
    package mutating func append(decimal value: Int) {
        write(atMost: 20) { place in
            var rest = value.magnitude
            var length = value < 0 ? 2 : 1
            while rest >= 10 {
                rest /= 10
                length += 1
            }
            rest = value.magnitude
            for index in stride(from: length - 1, through: value < 0 ? 1 : 0, by: -1) {
                place[index] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
                rest /= 10
            }
            if value < 0 { place[0] = UInt8(ascii: "-") }
            return length
        }
    }

    /// Appends a text with replacements: `marks` finds the places that may be special, eight bytes at a time (see
    /// ``ByteMarks``); there `replacement` writes what stands instead, and says for how many bytes of the text. 0 says
    /// that the byte stands for itself.
    @inlinable @inline(__always)
    package mutating func append(
        _ text: String, marks: (UInt64) -> UInt64,
        replacement: (inout ByteBuffer, _ text: UnsafeBufferPointer<UInt8>, _ index: Int) -> Int
    ) {
        text.withBytes { append($0, marks: marks, replacement: replacement) }
    }

    @inlinable @inline(__always)
    package mutating func append(
        _ text: UnsafeBufferPointer<UInt8>, marks: (UInt64) -> UInt64,
        replacement: (inout ByteBuffer, _ text: UnsafeBufferPointer<UInt8>, _ index: Int) -> Int
    ) {
        reserve(text.count)
        var (start, index) = (0, 0)
        while let place = text.firstMark(from: index, marks) {
            // A byte that stands for itself is part of the run.
            append(UnsafeBufferPointer(rebasing: text[start..<place]))
            start = place
            let length = replacement(&self, text, place)
            start += length
            index = place + Swift.max(length, 1)
        }
        append(UnsafeBufferPointer(rebasing: text[start...]))
    }
}

extension StaticString {
    @inlinable @inline(__always)
    package var bytes: UnsafeBufferPointer<UInt8> {
        // One scalar as a pointer is not what a literal in quotes gives.
        hasPointerRepresentation ? UnsafeBufferPointer(start: utf8Start, count: utf8CodeUnitCount) : Self.none
    }

    @usableFromInline static var none: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: nil, count: 0) }
}

extension String {
    /// Its bytes as they lie in memory. Only a string of Objective-C has none, and is copied.
    @inlinable @inline(__always)
    package func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        if let result = utf8.withContiguousStorageIfAvailable(body) { return result }
        var copy = self
        return copy.withUTF8(body)
    }
}
