package import LiveryDiagnostics

extension YAMLEvents {
    /// The documents' values under the core schema, YAML 1.2.2 section 10.3, as JSON: one line for each document, an
    /// alias as its target. Nil with diagnostics when JSON cannot hold them.
    package func jsonText(limits: YAMLLimits) -> (text: [UInt8]?, diagnostics: [Diagnostic]) {
        let (roots, diagnostics) = documents(limits: limits)
        guard !diagnostics.hasErrors else { return (nil, diagnostics) }
        var printer = JSONText(limit: bytes.count * 8 + (1 << 24))
        for root in roots {
            if let fault = printer.print(root) { return (nil, diagnostics + [fault]) }
        }
        return (printer.text, diagnostics)
    }
}

/// Prints nodes as JSON, RFC 8259, with a stack of its own.
private struct JSONText {
    private(set) var text: [UInt8] = []
    /// Beyond this the text is made of aliases: no single text grows eightfold when it is written as JSON.
    let limit: Int
    private var steps: [Step] = []

    private enum Step {
        case value(YAMLNode)
        case key(YAMLNode)
        case sign(UInt8)
    }

    init(limit: Int) {
        self.limit = limit
    }

    mutating func print(_ root: YAMLNode) -> Diagnostic? {
        steps = [.value(root)]
        while let step = steps.popLast() {
            switch step {
            case .sign(let byte):
                text.append(byte)
            case .key(let node):
                guard node.kind == .scalar else { return .collectionKey(at: node.span) }
                string(node.text)
            case .value(let node):
                value(node)
                if text.count > limit { return .longExpansion(at: node.span) }
            }
        }
        text.append(.lineFeed)
        return nil
    }

    private mutating func value(_ node: YAMLNode) {
        switch node.kind {
        case .scalar: scalar(node)
        case .sequence:
            text.append(UInt8(ascii: "["))
            steps.append(.sign(UInt8(ascii: "]")))
            for (index, item) in node.items.enumerated().reversed() {
                steps.append(.value(item))
                if index > 0 { steps.append(.sign(UInt8(ascii: ","))) }
            }
        case .mapping:
            text.append(UInt8(ascii: "{"))
            steps.append(.sign(UInt8(ascii: "}")))
            for (index, entry) in node.entries.enumerated().reversed() {
                steps += [.value(entry.value), .sign(UInt8(ascii: ":")), .key(entry.key)]
                if index > 0 { steps.append(.sign(UInt8(ascii: ","))) }
            }
        }
    }

    private mutating func scalar(_ node: YAMLNode) {
        let content = node.text
        let isTyped: Bool
        switch node.tag {
        case nil: isTyped = node.style == .plain
        case "tag:yaml.org,2002:null", "tag:yaml.org,2002:bool", "tag:yaml.org,2002:int", "tag:yaml.org,2002:float":
            isTyped = true
        default: isTyped = false
        }
        if isTyped, let literal = CoreSchema.json(Array(content.utf8)) {
            text += literal
        } else {
            string(content)
        }
    }

    private mutating func string(_ content: String) {
        text.append(UInt8(ascii: "\""))
        for byte in content.utf8 {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"): text += [UInt8(ascii: "\\"), byte]
            case .lineFeed: text += Array("\\n".utf8)
            case .carriageReturn: text += Array("\\r".utf8)
            case .tab: text += Array("\\t".utf8)
            case 0..<0x20:
                text += Array((byte < 0x10 ? "\\u000" : "\\u00").utf8)
                text += Array(String(byte, radix: 16).utf8)
            default: text.append(byte)
            }
        }
        text.append(UInt8(ascii: "\""))
    }
}

/// Tag resolution of the core schema: YAML 1.2.2 section 10.3.2.
enum CoreSchema {
    /// The JSON literal that a plain scalar stands for; nil when it is a string. `.inf`, `.nan` and whole numbers in
    /// another base beyond 64 bits have no JSON literal and stay strings.
    static func json(_ text: [UInt8]) -> [UInt8]? {
        switch String(decoding: text.prefix(6), as: UTF8.self) {
        case "", "~", "null", "Null", "NULL": return Array("null".utf8)
        case "true", "True", "TRUE": return Array("true".utf8)
        case "false", "False", "FALSE": return Array("false".utf8)
        default: break
        }
        if text.starts(with: "0x".utf8) { return whole(text, radix: 16) }
        if text.starts(with: "0o".utf8) { return whole(text, radix: 8) }
        return number(text)
    }

    private static func whole(_ text: [UInt8], radix: Int) -> [UInt8]? {
        guard text.count > 2, text[2...].allSatisfy({ $0.hexDigit.map { Int($0) < radix } ?? false }) else {
            return nil
        }
        let value = UInt64(String(decoding: text[2...], as: UTF8.self), radix: radix)
        return value.map { Array(String($0).utf8) }
    }

    /// `[-+]? ( \. [0-9]+ | [0-9]+ ( \. [0-9]* )? ) ( [eE] [-+]? [0-9]+ )?`, in the digits that are written: none is
    /// lost to a binary fraction.
    private static func number(_ text: [UInt8]) -> [UInt8]? {
        var rest = text[...]
        let isNegative = rest.first == UInt8(ascii: "-")
        if isNegative || rest.first == UInt8(ascii: "+") { rest.removeFirst() }
        let integer = rest.prefix(while: \.isDigit)
        rest = rest[integer.endIndex...]
        var fraction: ArraySlice<UInt8> = []
        let hasPoint = rest.first == UInt8(ascii: ".")
        if hasPoint {
            fraction = rest.dropFirst().prefix(while: \.isDigit)
            rest = rest[(rest.startIndex + 1 + fraction.count)...]
        }
        guard !integer.isEmpty || !fraction.isEmpty else { return nil }
        var exponent: ArraySlice<UInt8> = []
        if let sign = rest.first, sign | 0x20 == UInt8(ascii: "e") {
            exponent = rest
            var digits = rest.dropFirst()
            if digits.first == UInt8(ascii: "-") || digits.first == UInt8(ascii: "+") { digits.removeFirst() }
            guard !digits.isEmpty, digits.allSatisfy(\.isDigit) else { return nil }
            rest = []
        }
        guard rest.isEmpty else { return nil }
        let significant = integer.drop { $0 == UInt8(ascii: "0") }
        var literal: [UInt8] = isNegative ? [UInt8(ascii: "-")] : []
        literal += significant.isEmpty ? [UInt8(ascii: "0")] : Array(significant)
        if hasPoint { literal += [UInt8(ascii: ".")] + (fraction.isEmpty ? [UInt8(ascii: "0")] : Array(fraction)) }
        return literal + exponent
    }
}

extension Diagnostic {
    fileprivate static func longExpansion(at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            code: "yaml/alias-expansion",
            "With each alias written out, this text grows beyond all measure.",
            at: span,
            help: "Write the values out, or remove the aliases.")
    }
}
