import LiveryYAML

/// One workload: texts that are parsed one by one, each from memory.
struct Input {
    let name: String
    let texts: [[UInt8]]

    var lines: Int { texts.reduce(0) { $0 + $1.count { $0 == UInt8(ascii: "\n") } } }
    var size: Int { texts.reduce(0) { $0 + $1.count } }

    static func all(quick: Bool) -> [Input] {
        var random = SplitMix64(state: 2026)
        let shops = (0..<2_000).map { Value.shop(number: $0, &random) }
        let texts = shops.map { Array($0.block(indent: 0).utf8) }
        var stream: [UInt8] = []
        var flow: [UInt8] = Array("[".utf8)
        var number = 0
        while stream.count < (quick ? 2_000_000 : 20_000_000) {
            let body = shops[number % shops.count].block(indent: 2)
            stream += Array("- ".utf8) + Array(body.utf8.dropFirst(2))
            number += 1
        }
        number = 0
        while flow.count < (quick ? 1_000_000 : 10_000_000) {
            flow += Array(((number == 0 ? "" : ", ") + shops[number % shops.count].flow()).utf8)
            number += 1
        }
        return [
            Input(name: "shops", texts: texts), Input(name: "stream", texts: [stream]),
            Input(name: "flow", texts: [flow + Array("]\n".utf8)]),
        ]
    }
}

/// A definition before it is text.
indirect enum Value {
    case text(String)
    case list([Value])
    case map([(String, Value)])

    /// `"Block"` lines as people write definitions: small maps and lists of words stand in braces and brackets.
    func block(indent: Int) -> String {
        let margin = String(repeating: " ", count: indent)
        switch self {
        case .text(let text): return margin + Self.scalar(text) + "\n"
        case .list(let items):
            return items.map { margin + "- " + String($0.block(indent: indent + 2).dropFirst(indent + 2)) }.joined()
        case .map(let members):
            return members.map { key, value in
                switch value {
                case .text(let text): "\(margin)\(key): \(Self.scalar(text))\n"
                case _ where value.isSmall: "\(margin)\(key): \(value.brief())\n"
                default: "\(margin)\(key):\n" + value.block(indent: indent + 2)
                }
            }.joined()
        }
    }

    private var isSmall: Bool {
        func isText(_ value: Value) -> Bool { if case .text = value { true } else { false } }
        return switch self {
        case .text: true
        case .list(let items): items.count <= 4 && items.allSatisfy(isText)
        case .map(let members): members.count <= 3 && members.allSatisfy { isText($1) }
        }
    }

    private func brief() -> String {
        switch self {
        case .text(let text): Self.scalar(text)
        case .list(let items): "[" + items.map { $0.brief() }.joined(separator: ", ") + "]"
        case .map(let members): "{" + members.map { "\($0): \($1.brief())" }.joined(separator: ", ") + "}"
        }
    }

    /// The same as JSON writes it, on one line.
    func flow() -> String {
        switch self {
        case .text(let text): Int(text) != nil || text == "true" || text == "false" ? text : "\"\(text)\""
        case .list(let items): "[" + items.map { $0.flow() }.joined(separator: ", ") + "]"
        case .map(let members): "{" + members.map { "\"\($0)\": \($1.flow())" }.joined(separator: ", ") + "}"
        }
    }

    private static func scalar(_ text: String) -> String {
        let needsQuotes = "+#".contains(text.prefix(1)) || text.contains(": ") || text.contains(",")
        return needsQuotes ? "\"\(text)\"" : text
    }
}

struct SplitMix64 {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    mutating func below(_ count: Int) -> Int { Int(next() % UInt64(count)) }

    mutating func pick(_ words: [String]) -> String { words[below(words.count)] }
}
