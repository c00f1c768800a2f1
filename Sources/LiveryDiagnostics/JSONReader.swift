/// A small reader for the JSON that Livery itself writes (RFC 8259). Anybody may have edited it since, so every
/// shape of input ends in a value or nil.
package struct JSONReader {
    package enum Value {
        case object([String: Value])
        case array([Value])
        case string(String)
        /// A whole number that `Int` holds.
        case number(Int)
        case flag(Bool)
        case other
    }

    private let bytes: [UInt8]
    private var index = 0
    private var depth = 0

    package init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    package mutating func document() -> Value? {
        guard let value = value() else { return nil }
        skipBlanks()
        return index == bytes.count ? value : nil
    }

    private mutating func value() -> Value? {
        skipBlanks()
        // What Livery writes is eight levels deep at most; more would only serve to exhaust the stack.
        guard index < bytes.count, depth < 16 else { return nil }
        depth += 1
        defer { depth -= 1 }
        switch bytes[index] {
        case UInt8(ascii: "{"): return object()
        case UInt8(ascii: "["): return array()
        case UInt8(ascii: "\""): return string().map(Value.string)
        default: return literal()
        }
    }

    private mutating func object() -> Value? {
        index += 1
        var members: [String: Value] = [:]
        if take("}") { return .object(members) }
        repeat {
            skipBlanks()
            guard let key = string(), take(":"), let value = value() else { return nil }
            members[key] = value
        } while take(",")
        return take("}") ? .object(members) : nil
    }

    private mutating func array() -> Value? {
        index += 1
        var elements: [Value] = []
        if take("]") { return .array(elements) }
        repeat {
            guard let value = value() else { return nil }
            elements.append(value)
        } while take(",")
        return take("]") ? .array(elements) : nil
    }

    private mutating func string() -> String? {
        guard index < bytes.count, bytes[index] == UInt8(ascii: "\"") else { return nil }
        index += 1
        var text: [UInt8] = []
        var start = index
        while index < bytes.count {
            let byte = bytes[index]
            index += 1
            switch byte {
            case UInt8(ascii: "\""):
                if text.isEmpty { return String(validating: bytes[start..<(index - 1)], as: UTF8.self) }
                return String(validating: text + bytes[start..<(index - 1)], as: UTF8.self)
            case 0x00..<0x20: return nil
            case UInt8(ascii: "\\"):
                text += bytes[start..<(index - 1)]
                guard let scalar = escape() else { return nil }
                text += Array(String(scalar).utf8)
                start = index
            default: break
            }
        }
        return nil
    }

    /// The paths of a bundle are ASCII, so that no escape beyond one unit of UTF-16 is needed.
    private mutating func escape() -> Unicode.Scalar? {
        guard index < bytes.count else { return nil }
        let byte = bytes[index]
        index += 1
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(byte)
        case UInt8(ascii: "b"): return "\u{8}"
        case UInt8(ascii: "f"): return "\u{C}"
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "r"): return "\r"
        case UInt8(ascii: "t"): return "\t"
        case UInt8(ascii: "u"):
            guard index + 4 <= bytes.count else { return nil }
            let digits = String(decoding: bytes[index..<(index + 4)], as: UTF8.self)
            index += 4
            return UInt32(digits, radix: 16).flatMap(Unicode.Scalar.init)
        default: return nil
        }
    }

    /// A number, `true`, `false` or `null`. What is none of them is `.other`, as is `null`: nobody here asks.
    private mutating func literal() -> Value? {
        let start = index
        while index < bytes.count, !Self.endsLiteral(bytes[index]) { index += 1 }
        guard index > start else { return nil }
        switch String(decoding: bytes[start..<index], as: UTF8.self) {
        case "true": return .flag(true)
        case "false": return .flag(false)
        case let text: return Int(text).map(Value.number) ?? .other
        }
    }

    private static func endsLiteral(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x00...0x20, UInt8(ascii: ","), UInt8(ascii: ":"), UInt8(ascii: "["), UInt8(ascii: "]"),
            UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "\""):
            true
        default: false
        }
    }

    private mutating func take(_ character: Unicode.Scalar) -> Bool {
        skipBlanks()
        guard index < bytes.count, bytes[index] == UInt8(ascii: character) else { return false }
        index += 1
        return true
    }

    private mutating func skipBlanks() {
        while index < bytes.count, bytes[index] <= 0x20, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[index]) { index += 1 }
    }
}

extension JSONReader.Value {
    package var string: String? {
        if case .string(let text) = self { text } else { nil }
    }

    package var number: Int? {
        if case .number(let number) = self { number } else { nil }
    }

    package var flag: Bool? {
        if case .flag(let flag) = self { flag } else { nil }
    }

    package var array: [JSONReader.Value]? {
        if case .array(let elements) = self { elements } else { nil }
    }

    package var object: [String: JSONReader.Value]? {
        if case .object(let members) = self { members } else { nil }
    }
}
