import LiveryYAML

/// A value under the core schema, YAML 1.2.2 section 10.3, to compare with the suite's JSON.
enum JSONValue: Equatable {
    case null
    case bool(Bool)
    case number(Double)
    case string(String)
    case array([JSONValue])
    case object([String: JSONValue])

    init(_ node: YAMLNode) {
        switch node.kind {
        case .sequence:
            self = .array(node.items.map(JSONValue.init))
        case .mapping:
            var members: [String: JSONValue] = [:]
            for (key, value) in node.entries { members[key.text] = JSONValue(value) }
            self = .object(members)
        case .scalar:
            self = JSONValue.scalar(node)
        }
    }

    private static func scalar(_ node: YAMLNode) -> JSONValue {
        let text = node.text
        switch node.tag {
        case nil where node.style == .plain: return resolved(text)
        case "tag:yaml.org,2002:int", "tag:yaml.org,2002:float", "tag:yaml.org,2002:null", "tag:yaml.org,2002:bool":
            return resolved(text)
        default: return .string(text)
        }
    }

    private static func resolved(_ text: String) -> JSONValue {
        switch text {
        case "", "~", "null", "Null", "NULL": return .null
        case "true", "True", "TRUE": return .bool(true)
        case "false", "False", "FALSE": return .bool(false)
        default: break
        }
        if text.hasPrefix("0x"), let value = Int(text.dropFirst(2), radix: 16) { return .number(Double(value)) }
        if text.hasPrefix("0o"), let value = Int(text.dropFirst(2), radix: 8) { return .number(Double(value)) }
        let isNumber = text.wholeMatch(of: /[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?/) != nil
        if isNumber, let value = Double(text.hasSuffix(".") ? text + "0" : text) { return .number(value) }
        return .string(text)
    }
}

/// Reads the values of the suite's `in.json`, one behind the other. Trusts its input.
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
