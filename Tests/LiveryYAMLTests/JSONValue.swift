/// A value of JSON: numbers are equal however they are written.
enum JSONValue: Equatable {
    case null
    case bool(Bool)
    case number(Double)
    case string(String)
    case array([JSONValue])
    case object([String: JSONValue])
}

/// Reads values that stand one behind the other. Trusts its input.
struct JSONReader {
    private let bytes: [UInt8]
    private var index = 0

    static func values(_ text: String) -> [JSONValue] {
        var reader = JSONReader(bytes: Array(text.utf8))
        var values: [JSONValue] = []
        reader.skipBlanks()
        while reader.index < reader.bytes.count {
            values.append(reader.value())
            reader.skipBlanks()
        }
        return values
    }

    private init(bytes: [UInt8]) {
        self.bytes = bytes
    }

    private mutating func skipBlanks() {
        while index < bytes.count, bytes[index] <= 0x20 { index += 1 }
    }

    private mutating func value() -> JSONValue {
        skipBlanks()
        switch bytes[index] {
        case UInt8(ascii: "{"):
            var members: [String: JSONValue] = [:]
            for pair in list(until: UInt8(ascii: "}"), { reader in (reader.string(), reader.valueBehindColon()) }) {
                members[pair.0] = pair.1
            }
            return .object(members)
        case UInt8(ascii: "["):
            return .array(list(until: UInt8(ascii: "]")) { reader in reader.value() })
        case UInt8(ascii: "\""):
            return .string(string())
        default:
            let start = index
            while index < bytes.count, bytes[index] > 0x20, !",]}".utf8.contains(bytes[index]) { index += 1 }
            switch String(decoding: bytes[start..<index], as: UTF8.self) {
            case "null": return .null
            case "true": return .bool(true)
            case "false": return .bool(false)
            case let number: return .number(Double(number) ?? .nan)
            }
        }
    }

    private mutating func list<Item>(until end: UInt8, _ item: (inout JSONReader) -> Item) -> [Item] {
        var items: [Item] = []
        index += 1
        skipBlanks()
        while bytes[index] != end {
            items.append(item(&self))
            skipBlanks()
            if bytes[index] == UInt8(ascii: ",") { index += 1 }
            skipBlanks()
        }
        index += 1
        return items
    }

    private mutating func valueBehindColon() -> JSONValue {
        skipBlanks()
        index += 1
        return value()
    }

    private mutating func string() -> String {
        skipBlanks()
        index += 1
        var units: [UInt8] = []
        while bytes[index] != UInt8(ascii: "\"") {
            guard bytes[index] == UInt8(ascii: "\\") else {
                units.append(bytes[index])
                index += 1
                continue
            }
            let sign = Character(Unicode.Scalar(bytes[index + 1]))
            index += 2
            switch sign {
            case "n": units.append(0x0A)
            case "t": units.append(0x09)
            case "r": units.append(0x0D)
            case "b": units.append(0x08)
            case "f": units.append(0x0C)
            case "u":
                let digits = String(decoding: bytes[index..<(index + 4)], as: UTF8.self)
                let scalar = UInt32(digits, radix: 16).flatMap(Unicode.Scalar.init) ?? "\u{FFFD}"
                units += Array(String(scalar).utf8)
                index += 4
            default: units += Array(String(sign).utf8)
            }
        }
        index += 1
        return String(decoding: units, as: UTF8.self)
    }
}
