/// Writes JSON (RFC 8259) in the order of the calls: two spaces a level, one member a line, a line feed at the end.
///
/// U+2028 and U+2029 are escaped, so that the text is also a valid script of old engines (ECMA-262 before 2019).
package struct JSONWriter: ~Copyable {
    private var out: ByteBuffer
    private var depth = 0
    private var isFirst = true
    /// Whether everything goes on one line.
    private var isFlat = false

    private init(_ out: consuming ByteBuffer) {
        self.out = out
    }

    /// A whole document that holds one object; `size` is about how many bytes there will be.
    package static func document(size: Int = 4096, _ members: (inout JSONWriter) -> Void) -> [UInt8] {
        ByteBuffer.array(capacity: size) { out in
            var writer = JSONWriter(out)
            writer.container("{", "}", members)
            return writer.end()
        }
    }

    /// A whole document that holds one list.
    package static func list(size: Int = 4096, _ elements: (inout JSONWriter) -> Void) -> [UInt8] {
        ByteBuffer.array(capacity: size) { out in
            var writer = JSONWriter(out)
            writer.container("[", "]", elements)
            return writer.end()
        }
    }

    /// A whole document that holds one object, on one line.
    package static func line(_ members: (inout JSONWriter) -> Void) -> [UInt8] {
        ByteBuffer.array(capacity: 256) { out in
            var writer = JSONWriter(out)
            writer.flatContainer("{", "}", members)
            return writer.end()
        }
    }

    private consuming func end() -> ByteBuffer {
        out.append(UInt8(ascii: "\n"))
        return out
    }

    package mutating func field(_ key: StaticString, _ value: String) {
        name(key)
        string(value)
    }

    package mutating func field(_ key: StaticString, _ value: Int) {
        name(key)
        out.append(decimal: value)
    }

    package mutating func field(_ key: StaticString, _ value: Bool) {
        name(key)
        bool(value)
    }

    /// A number with a fixed count of decimal places: 250 hundredths is 2.5, written without trailing zeros.
    package mutating func field(_ key: StaticString, _ value: FixedPoint) {
        name(key)
        value.write(to: &out)
    }

    /// `null` says that there is no value, where an absent member would leave open whether anyone looked.
    package mutating func field(_ key: StaticString, orNull value: String?) {
        name(key)
        if let value { string(value) } else { out.append("null") }
    }

    /// Leaves the member out when there is no value.
    package mutating func optional(_ key: StaticString, _ value: String?) {
        if let value { field(key, value) }
    }

    package mutating func fieldNull(_ key: StaticString) {
        name(key)
        out.append("null")
    }

    package mutating func object(_ key: StaticString, _ members: (inout JSONWriter) -> Void) {
        name(key)
        container("{", "}", members)
    }

    package mutating func array(_ key: StaticString, _ elements: (inout JSONWriter) -> Void) {
        name(key)
        container("[", "]", elements)
    }

    /// A list on one line.
    package mutating func flatArray(_ key: StaticString, _ elements: (inout JSONWriter) -> Void) {
        name(key)
        flatContainer("[", "]", elements)
    }

    package mutating func strings(_ key: StaticString, _ values: [String]) {
        name(key)
        strings(values)
    }

    /// The raw values of words that a definition can hold.
    @inlinable
    package mutating func words<Word: RawRepresentable<String>>(_ key: StaticString, _ values: [Word]) {
        array(key) { list in
            for value in values { list.element(value.rawValue) }
        }
    }

    package mutating func element(_ value: String) {
        separate()
        string(value)
    }

    /// The UTF-8 of a text.
    package mutating func element(_ text: UnsafeBufferPointer<UInt8>) {
        separate()
        string(text)
    }

    package mutating func element(_ value: Int) {
        separate()
        out.append(decimal: value)
    }

    package mutating func elementNull() {
        separate()
        out.append("null")
    }

    package mutating func element(_ value: FixedPoint) {
        separate()
        value.write(to: &out)
    }

    package mutating func element(_ members: (inout JSONWriter) -> Void) {
        separate()
        container("{", "}", members)
    }

    /// The first members of an object; `keep` is given their bytes for ``membersAgain(_:)`` at the same depth.
    package mutating func members(
        _ members: (inout JSONWriter) -> Void, keep: (UnsafeBufferPointer<UInt8>) -> Void
    ) {
        let start = out.count
        members(&self)
        out.withBytes { keep(UnsafeBufferPointer(rebasing: $0[start...])) }
    }

    /// The first members of an object as they were written before at the same depth; false when they were not.
    package mutating func membersAgain(_ append: (inout ByteBuffer) -> Bool) -> Bool {
        guard append(&out) else { return false }
        isFirst = false
        return true
    }

    /// Where what the body writes stands among the bytes, for ``again(_:)``.
    package mutating func noting(_ body: (inout JSONWriter) -> Void) -> Range<Int> {
        let start = out.count
        body(&self)
        return start..<out.count
    }

    /// Members or elements as they were written before at the same depth, and like here not as the first ones.
    package mutating func again(_ written: Range<Int>) {
        out.append(again: written)
        isFirst = false
    }

    /// Where an element stands among the bytes, for ``element(again:)`` at the same depth.
    package mutating func notingElement(_ members: (inout JSONWriter) -> Void) -> Range<Int> {
        separate()
        return noting { $0.container("{", "}", members) }
    }

    /// An element as it was written before at the same depth.
    package mutating func element(again written: Range<Int>) {
        separate()
        out.append(again: written)
    }

    /// An object on one line.
    package mutating func flatElement(_ members: (inout JSONWriter) -> Void) {
        separate()
        flatContainer("{", "}", members)
    }

    /// A name that the compiler itself wrote: nothing in it needs an escape.
    private mutating func name(_ key: StaticString) {
        separate()
        let key = key.bytes
        out.write(atMost: key.count + 4) { place in
            place[0] = UInt8(ascii: "\"")
            if let first = key.baseAddress { (place + 1).initialize(from: first, count: key.count) }
            let end = place + key.count + 1
            end[0] = UInt8(ascii: "\"")
            end[1] = UInt8(ascii: ":")
            end[2] = UInt8(ascii: " ")
            return key.count + 4
        }
    }

    private mutating func separate() {
        if isFlat {
            if !isFirst { out.append(", ") }
        } else {
            newLine(after: !isFirst)
        }
        isFirst = false
    }

    private mutating func strings(_ values: [String]) {
        container("[", "]") { list in
            for value in values { list.element(value) }
        }
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
        out.append(UInt8(ascii: open))
        depth += 1
        isFirst = true
        body(&self)
        depth -= 1
        if !isFirst, !isFlat { newLine(after: false) }
        isFirst = false
        out.append(UInt8(ascii: close))
    }

    private mutating func newLine(after comma: Bool) {
        guard depth < 16 else {
            if comma { out.append(",") }
            out.append("\n")
            return out.append(repeating: UInt8(ascii: " "), count: 2 * depth)
        }
        // A copy of one length is two instructions; what is too much is written over by what follows.
        out.write(atMost: 32) { place in
            place.initialize(from: Self.lineStart.utf8Start + (comma ? 0 : 1), count: 32)
            return (comma ? 2 : 1) + 2 * depth
        }
    }

    /// A comma, a line feed, and blanks up to 33 bytes.
    private static var lineStart: StaticString { ",\n                               " }

    private mutating func bool(_ value: Bool) {
        if value { out.append("true") } else { out.append("false") }
    }

    private mutating func string(_ text: String) {
        text.withBytes { string($0) }
    }

    private mutating func string(_ text: UnsafeBufferPointer<UInt8>) {
        out.append(UInt8(ascii: "\""))
        out.append(
            text,
            marks: { word in
                ByteMarks.below(0x20, in: word) | ByteMarks.of(UInt8(ascii: "\""), in: word)
                    | ByteMarks.of(UInt8(ascii: "\\"), in: word) | ByteMarks.of(0xE2, in: word)
            }, replacement: { Self.escape(&$0, $1, $2) })
        out.append(UInt8(ascii: "\""))
    }

    private static func escape(
        _ out: inout ByteBuffer, _ utf8: UnsafeBufferPointer<UInt8>, _ index: Int
    ) -> Int {
        switch utf8[index] {
        case UInt8(ascii: "\""): out.append("\\\"")
        case UInt8(ascii: "\\"): out.append("\\\\")
        case 0x08: out.append("\\b")
        case 0x09: out.append("\\t")
        case 0x0A: out.append("\\n")
        case 0x0C: out.append("\\f")
        case 0x0D: out.append("\\r")
        case 0..<0x20:
            out.append("\\u00")
            out.append(UInt8(ascii: "0") + utf8[index] >> 4)
            let low = utf8[index] & 15
            out.append(low < 10 ? UInt8(ascii: "0") + low : UInt8(ascii: "a") + low - 10)
        case 0xE2 where index + 2 < utf8.count && utf8[index + 1] == 0x80 && utf8[index + 2] | 1 == 0xA9:
            if utf8[index + 2] == 0xA8 { out.append("\\u2028") } else { out.append("\\u2029") }
            return 3
        default: return 0
        }
        return 1
    }
}

/// The same for names that a definition gives.
extension JSONWriter {
    @_disfavoredOverload
    package mutating func field(_ key: String, _ value: String) {
        name(key)
        string(value)
    }

    @_disfavoredOverload
    package mutating func field(_ key: String, _ value: Int) {
        name(key)
        out.append(decimal: value)
    }

    @_disfavoredOverload
    package mutating func field(_ key: String, _ value: Bool) {
        name(key)
        bool(value)
    }

    @_disfavoredOverload
    package mutating func field(_ key: String, orNull value: String?) {
        name(key)
        if let value { string(value) } else { out.append("null") }
    }

    @_disfavoredOverload
    package mutating func object(_ key: String, _ members: (inout JSONWriter) -> Void) {
        name(key)
        container("{", "}", members)
    }

    @_disfavoredOverload
    package mutating func array(_ key: String, _ elements: (inout JSONWriter) -> Void) {
        name(key)
        container("[", "]", elements)
    }

    @_disfavoredOverload
    package mutating func flatArray(_ key: String, _ elements: (inout JSONWriter) -> Void) {
        name(key)
        flatContainer("[", "]", elements)
    }

    @_disfavoredOverload
    package mutating func optional(_ key: String, _ value: String?) {
        if let value { field(key, value) }
    }

    @_disfavoredOverload
    package mutating func fieldNull(_ key: String) {
        name(key)
        out.append("null")
    }

    @_disfavoredOverload
    package mutating func strings(_ key: String, _ values: [String]) {
        name(key)
        strings(values)
    }

    private mutating func name(_ key: String) {
        separate()
        string(key)
        out.append(": ")
    }
}
