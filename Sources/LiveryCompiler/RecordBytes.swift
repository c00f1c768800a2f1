// The form of what one run leaves for the next: numbers in the variable length of LEB128 (DWARF 5 section 7.6), texts
// and lists behind their length. No fields have names: whoever reads checks the version of the whole first.

package struct RecordWriter {
    package private(set) var bytes: [UInt8] = []

    package init() {}

    /// Gives what was written, and goes on without it.
    package mutating func drain() -> [UInt8] {
        defer { bytes.removeAll(keepingCapacity: true) }
        return bytes
    }

    package mutating func number(_ value: some FixedWidthInteger) {
        var rest = UInt64(truncatingIfNeeded: value)
        while rest > 0x7F {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(rest))
    }

    /// A text that is known to whoever reads.
    package mutating func raw(_ value: String) {
        bytes += value.utf8
    }

    package mutating func flag(_ value: Bool) {
        bytes.append(value ? 1 : 0)
    }

    package mutating func text(_ value: String) {
        var value = value
        value.withUTF8 { text in
            number(text.count)
            bytes.append(contentsOf: text)
        }
    }

    package mutating func data(_ value: [UInt8]) {
        number(value.count)
        bytes += value
    }

    package mutating func list<Element>(_ elements: [Element], _ write: (inout RecordWriter, Element) -> Void) {
        number(elements.count)
        for element in elements { write(&self, element) }
    }

    package mutating func optional<Value>(_ value: Value?, _ write: (inout RecordWriter, Value) -> Void) {
        flag(value != nil)
        if let value { write(&self, value) }
    }
}

/// Reads what ``RecordWriter`` wrote. Of anything else it says so and gives zeros and empty texts.
package struct RecordReader {
    private let bytes: [UInt8]
    private var index: Int
    private let end: Int
    /// Whether everything so far was as it must be.
    package private(set) var isSound = true

    package init(_ bytes: [UInt8]) {
        self.init(bytes, in: bytes.indices)
    }

    package init(_ bytes: [UInt8], in range: Range<Int>) {
        self.bytes = bytes
        index = range.lowerBound
        end = range.upperBound
    }

    /// Whether all was read, and sound.
    package var isComplete: Bool { isSound && index == end }

    package mutating func number<Number: FixedWidthInteger>(_: Number.Type = Number.self) -> Number {
        var value: UInt64 = 0
        var shift: UInt64 = 0
        while index < end, shift < 64 {
            let byte = bytes[index]
            index += 1
            value |= UInt64(byte & 0x7F) << shift
            if byte < 0x80 { return Number(truncatingIfNeeded: value) }
            shift += 7
        }
        isSound = false
        return 0
    }

    package mutating func flag() -> Bool {
        number(UInt8.self) == 1
    }

    package mutating func text() -> String {
        String(decoding: slice(), as: UTF8.self)
    }

    package mutating func data() -> [UInt8] {
        Array(slice())
    }

    package mutating func list<Element>(_ read: (inout RecordReader) -> Element) -> [Element] {
        let count = number(Int.self)
        var elements: [Element] = []
        // An element takes a byte at least, so that a broken count cannot exhaust memory.
        guard isSound, count >= 0, count <= end - index else {
            isSound = false
            return elements
        }
        elements.reserveCapacity(count)
        for _ in 0..<count where isSound { elements.append(read(&self)) }
        return elements
    }

    package mutating func optional<Value>(_ read: (inout RecordReader) -> Value) -> Value? {
        flag() ? read(&self) : nil
    }

    private mutating func slice() -> ArraySlice<UInt8> {
        let count = number(Int.self)
        guard isSound, count >= 0, count <= end - index else {
            isSound = false
            return []
        }
        defer { index += count }
        return bytes[index..<index + count]
    }
}
