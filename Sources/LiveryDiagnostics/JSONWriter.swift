/// Writes JSON (RFC 8259) in the order of the calls: two spaces a level, one member a line, a line feed at the end.
///
/// U+2028 and U+2029 are escaped, so that the text is also a valid script of old engines (ECMA-262 before 2019).
package struct JSONWriter {
    package private(set) var bytes: [UInt8] = []
    private var depth = 0
    private var isFirst = true
    /// Whether everything goes on one line.
    private var isFlat = false

    /// A whole document that holds one object; `size` is about how many bytes there will be.
    package static func document(size: Int = 4096, _ members: (inout JSONWriter) -> Void) -> [UInt8] {
        var writer = JSONWriter()
        writer.bytes.reserveCapacity(size)
        writer.container("{", "}", members)
        writer.bytes.append(UInt8(ascii: "\n"))
        return writer.bytes
    }

    /// A whole document that holds one list.
    package static func list(_ elements: (inout JSONWriter) -> Void) -> [UInt8] {
        var writer = JSONWriter()
        writer.container("[", "]", elements)
        writer.bytes.append(UInt8(ascii: "\n"))
        return writer.bytes
    }

    /// A whole document that holds one object, on one line.
    package static func line(_ members: (inout JSONWriter) -> Void) -> [UInt8] {
        var writer = JSONWriter()
        writer.flatContainer("{", "}", members)
        writer.bytes.append(UInt8(ascii: "\n"))
        return writer.bytes
    }

    package mutating func field(_ key: String, _ value: String) {
        name(key)
        string(value)
    }

    package mutating func field(_ key: String, _ value: Int) {
        name(key)
        bytes.append(String(value))
    }

    package mutating func field(_ key: String, _ value: Bool) {
        name(key)
        bytes.append(value ? "true" : "false")
    }

    /// `null` says that there is no value, where an absent member would leave open whether anyone looked.
    package mutating func field(_ key: String, orNull value: String?) {
        if let value { field(key, value) } else { fieldNull(key) }
    }

    /// Leaves the member out when there is no value.
    package mutating func optional(_ key: String, _ value: String?) {
        if let value { field(key, value) }
    }

    /// A number with a fixed count of decimal places: 250 hundredths is 2.5, written without trailing zeros.
    package mutating func field(_ key: String, _ value: FixedPoint) {
        name(key)
        bytes.append(value.text)
    }

    package mutating func object(_ key: String, _ members: (inout JSONWriter) -> Void) {
        name(key)
        container("{", "}", members)
    }

    package mutating func array(_ key: String, _ elements: (inout JSONWriter) -> Void) {
        name(key)
        container("[", "]", elements)
    }

    /// A list on one line.
    package mutating func flatArray(_ key: String, _ elements: (inout JSONWriter) -> Void) {
        name(key)
        flatContainer("[", "]", elements)
    }

    /// An object on one line.
    package mutating func flatElement(_ members: (inout JSONWriter) -> Void) {
        separate()
        flatContainer("{", "}", members)
    }

    package mutating func fieldNull(_ key: String) {
        name(key)
        bytes.append("null")
    }

    package mutating func strings(_ key: String, _ values: some Sequence<String>) {
        array(key) { list in
            for value in values { list.element(value) }
        }
    }

    package mutating func element(_ value: String) {
        separate()
        string(value)
    }

    package mutating func element(_ value: Int) {
        separate()
        bytes.append(String(value))
    }

    package mutating func elementNull() {
        separate()
        bytes.append("null")
    }

    package mutating func element(_ value: FixedPoint) {
        separate()
        bytes.append(value.text)
    }

    package mutating func element(_ members: (inout JSONWriter) -> Void) {
        separate()
        container("{", "}", members)
    }

    /// The first members of an object, and their bytes for ``members(again:)`` at the same depth.
    package mutating func members(_ members: (inout JSONWriter) -> Void) -> ArraySlice<UInt8> {
        let start = bytes.count
        members(&self)
        return bytes[start...]
    }

    /// The first members of an object as they were written before at the same depth.
    package mutating func members(again written: [UInt8]) {
        bytes.append(contentsOf: written)
        isFirst = false
    }

    /// An element, and its bytes for ``element(again:)`` at the same depth.
    package mutating func keepingElement(_ members: (inout JSONWriter) -> Void) -> ArraySlice<UInt8> {
        separate()
        let start = bytes.count
        container("{", "}", members)
        return bytes[start...]
    }

    /// An element as it was written before at the same depth.
    package mutating func element(again written: [UInt8]) {
        separate()
        bytes.append(contentsOf: written)
    }

    private mutating func name(_ key: String) {
        separate()
        string(key)
        bytes.append(UInt8(ascii: ":"))
        bytes.append(UInt8(ascii: " "))
    }

    private mutating func separate() {
        if !isFirst { bytes.append(UInt8(ascii: ",")) }
        if !isFlat {
            newLine()
        } else if !isFirst {
            bytes.append(UInt8(ascii: " "))
        }
        isFirst = false
    }

    private mutating func flatContainer(
        _ open: Unicode.Scalar, _ close: Unicode.Scalar, _ body: (inout JSONWriter) -> Void
    ) {
        let wasFlat = isFlat
        isFlat = true
        container(open, close, body)
        isFlat = wasFlat
    }

    private mutating func container(
        _ open: Unicode.Scalar, _ close: Unicode.Scalar, _ body: (inout JSONWriter) -> Void
    ) {
        bytes.append(UInt8(ascii: open))
        depth += 1
        isFirst = true
        body(&self)
        depth -= 1
        if !isFirst, !isFlat { newLine() }
        isFirst = false
        bytes.append(UInt8(ascii: close))
    }

    private mutating func newLine() {
        bytes.append(UInt8(ascii: "\n"))
        var left = 2 * depth
        while left > 0 {
            let count = min(left, Self.spaces.count)
            bytes.append(contentsOf: Self.spaces[..<count])
            left -= count
        }
    }

    private static let spaces = [UInt8](repeating: UInt8(ascii: " "), count: 32)

    private mutating func string(_ text: String) {
        bytes.append(UInt8(ascii: "\""))
        bytes.append(text, mayBeSpecial: Self.mayNeedEscape, replacement: Self.escape)
        bytes.append(UInt8(ascii: "\""))
    }

    @inline(__always)
    private static func mayNeedEscape(_ byte: UInt8) -> Bool {
        byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") || byte == 0xE2
    }

    /// What stands for the bytes at an index, and how many of them; nil where they stand for themselves.
    private static func escape(_ utf8: UnsafeBufferPointer<UInt8>, _ index: Int) -> (text: String, length: Int)? {
        switch utf8[index] {
        case UInt8(ascii: "\""): return ("\\\"", 1)
        case UInt8(ascii: "\\"): return ("\\\\", 1)
        case 0x08: return ("\\b", 1)
        case 0x09: return ("\\t", 1)
        case 0x0A: return ("\\n", 1)
        case 0x0C: return ("\\f", 1)
        case 0x0D: return ("\\r", 1)
        case 0..<0x20: return ((utf8[index] < 0x10 ? "\\u000" : "\\u00") + String(utf8[index], radix: 16), 1)
        case 0xE2 where index + 2 < utf8.count && utf8[index + 1] == 0x80:
            if utf8[index + 2] == 0xA8 { return ("\\u2028", 3) }
            return utf8[index + 2] == 0xA9 ? ("\\u2029", 3) : nil
        default: return nil
        }
    }
}

/// A decimal number without the surprises of binary fractions: `units` of 10^-`places`.
package struct FixedPoint: Sendable {
    package let units: Int
    package let places: Int

    package init(units: Int, places: Int) {
        self.units = units
        self.places = places
    }

    /// The nearest number of so many places to a channel of eight bits as a share of one.
    package static func share(_ channel: UInt8, places: Int = 4) -> FixedPoint {
        let scale = (0..<places).reduce(1) { power, _ in power * 10 }
        return FixedPoint(units: (Int(channel) * scale * 2 + 255) / 510, places: places)
    }

    /// Without trailing zeros: `2.5`, `0`, `-0.25`.
    package var text: String {
        let digits = String(units.magnitude)
        let padded = String(repeating: "0", count: max(0, places + 1 - digits.utf8.count)) + digits
        let split = padded.index(padded.endIndex, offsetBy: -places)
        var fraction = padded[split...]
        while fraction.last == "0" { fraction.removeLast() }
        return (units < 0 ? "-" : "") + padded[..<split] + (fraction.isEmpty ? "" : "." + fraction)
    }
}
