/// The keys of the mappings that are open, innermost last, each with a mark that tells most of them apart without
/// looking at their texts. [3.2.1.3] The keys of a mapping differ.
struct YAMLKeys {
    private struct Key {
        let event: Int
        /// Of the text's length, its first eight bytes and its last eight. Equal texts have equal marks.
        let mark: UInt64
    }

    private var keys: ContiguousArray<Key> = []

    var count: Int { keys.count }

    /// Adds a key whose content is the bytes of its token, quotes not counted. Sound: a token lies in the text, and the
    /// padding behind the text is what ``mark(_:)`` may read more.
    @inline(__always)
    mutating func append(_ event: YAMLEvent, at index: Int, in bytes: UnsafeBufferPointer<UInt8>) {
        let quote = event.style == .plain ? 0 : 1
        let text = UnsafeBufferPointer(rebasing: bytes[(Int(event.start) + quote)..<(Int(event.end) - quote)])
        keys.append(Key(event: index, mark: Self.mark(text)))
    }

    mutating func append(text: ArraySlice<UInt8>, at index: Int) {
        // Room for the eight bytes that are read at the end of a short text.
        let padded = Array(text) + [UInt8](repeating: 0, count: YAMLEvents.padding)
        let mark = padded.withUnsafeBufferPointer { Self.mark(UnsafeBufferPointer(rebasing: $0[..<text.count])) }
        keys.append(Key(event: index, mark: mark))
    }

    mutating func removeAll(from first: Int) {
        keys.removeSubrange(first...)
    }

    /// Whether keys have equal marks, or are too many to compare each with each.
    func mayHaveTwins(from first: Int) -> Bool {
        if keys.count - first > Self.few { return true }
        // Sound: `index` and `other` stay below the count, and nothing changes the keys meanwhile.
        return keys.withUnsafeBufferPointer { keys in
            var index = first + 1
            while index < keys.count {
                let mark = keys[index].mark
                for other in first..<index where keys[other].mark == mark { return true }
                index += 1
            }
            return false
        }
    }

    private static let few = 24

    /// The events of keys with equal texts, the earlier one first. Few keys are compared with each other, many are
    /// hashed.
    func twins(from first: Int, text: (Int) -> ArraySlice<UInt8>) -> [(twin: Int, key: Int)] {
        if keys.count - first > Self.few { return hashedTwins(from: first, text: text) }
        var found: [(twin: Int, key: Int)] = []
        for index in keys.indices.dropFirst(first + 1) {
            let key = keys[index]
            let twin = keys[first..<index].first { $0.mark == key.mark && text($0.event) == text(key.event) }
            if let twin { found.append((twin.event, key.event)) }
        }
        return found
    }

    private func hashedTwins(from first: Int, text: (Int) -> ArraySlice<UInt8>) -> [(twin: Int, key: Int)] {
        var found: [(twin: Int, key: Int)] = []
        var seen: [ArraySlice<UInt8>: Int] = [:]
        for key in keys[first...] {
            let content = text(key.event)
            if let twin = seen[content] { found.append((twin, key.event)) } else { seen[content] = key.event }
        }
        return found
    }

    /// Reads up to eight bytes behind the text: they must be there, and are masked.
    @inline(__always)
    private static func mark(_ text: UnsafeBufferPointer<UInt8>) -> UInt64 {
        guard let start = text.baseAddress else { return 0 }
        let raw = UnsafeRawPointer(start)
        let head = raw.loadUnaligned(as: UInt64.self).littleEndian
        if text.count < 8 {
            let mask: UInt64 = 1 &<< UInt64(text.count &* 8) &- 1
            return mix(head & mask, UInt64(text.count))
        }
        let tail = raw.loadUnaligned(fromByteOffset: text.count - 8, as: UInt64.self).littleEndian
        return mix(head ^ (tail &<< 29 | tail &>> 35), UInt64(text.count))
    }

    @inline(__always)
    private static func mix(_ word: UInt64, _ count: UInt64) -> UInt64 {
        (word ^ count &* 0x9E37_79B9_7F4A_7C15) &* 0xFF51_AFD7_ED55_8CCD
    }
}
