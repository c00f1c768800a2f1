import LiveryYAML

/// Sebastiano Vigna's generator: small, and the same everywhere.
struct SplitMix64 {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }

    mutating func below(_ bound: Int) -> Int {
        Int(next() % UInt64(bound))
    }
}

/// A graph without its presentation.
indirect enum RandomTree: Equatable {
    case text(String)
    case list([RandomTree])
    case map([String], [RandomTree])

    init(_ node: YAMLNode) {
        switch node.kind {
        case .scalar: self = .text(node.text)
        case .sequence: self = .list(node.items.map(RandomTree.init))
        case .mapping: self = .map(node.entries.map(\.key.text), node.entries.map { RandomTree($0.value) })
        }
    }
}

/// Prints a tree as YAML, with style, indentation and comments left to chance.
struct RandomPrinter {
    private var random: SplitMix64
    private var out = ""

    init(seed: UInt64) {
        random = SplitMix64(state: seed)
    }

    private static let texts = [
        "", "x", "Oakwood Auto", "a: b", "# no comment", "it's", "say \"hi\"", "two\nlines", "a\n\n b\n", "\n", " x ",
        "-",
        "- x", "[x]", "{", "null", "~", "&a", "*a", "!t", "|", ">", "%x", "@x", "é😀", "tab\there", "C:\\dir", "a#b",
        "http://x.y:80/#z", "?", ":", "---", "...", "12:30", "\u{85}", "x\n", "  x\n y\n", "a,b",
        "long text with spaces",
    ]

    mutating func randomTree(depth: Int) -> RandomTree {
        switch depth == 0 ? 0 : random.below(4) {
        case 1:
            return .list((0..<random.below(4)).map { _ in randomTree(depth: depth - 1) })
        case 2, 3:
            var keys: [String] = []
            for _ in 0..<random.below(5) {
                let key = Self.texts[random.below(Self.texts.count)]
                if !keys.contains(key) { keys.append(key) }
            }
            if keys.contains("<<") { keys = [] }
            return .map(keys, keys.map { _ in randomTree(depth: depth - 1) })
        default:
            return .text(Self.texts[random.below(Self.texts.count)])
        }
    }

    mutating func document(_ tree: RandomTree) -> String {
        out = random.below(3) == 0 ? "---\n" : ""
        if case .text = tree { out = "--- " }
        value(tree, indent: -1, isKeyed: false)
        return out
    }

    /// Prints a value behind `:` or `-`, and ends the line.
    private mutating func value(_ tree: RandomTree, indent: Int, isKeyed: Bool) {
        switch tree {
        case .text(let text):
            scalar(text, indent: indent)
        case .list(let items):
            if items.isEmpty || random.below(4) == 0 { return flow(tree, indent: indent) }
            let column = isKeyed && random.below(2) == 0 ? indent : indent + 1 + random.below(3)
            if indent >= 0 { newline() }
            for item in items {
                out += String(repeating: " ", count: column) + "- "
                value(item, indent: column, isKeyed: false)
            }
        case .map(let keys, let values):
            if keys.isEmpty || random.below(4) == 0 { return flow(tree, indent: indent) }
            let column = indent + 1 + random.below(3)
            if indent >= 0 { newline() }
            for (key, child) in zip(keys, values) {
                out += String(repeating: " ", count: column) + quoted(key, inFlow: false) + ": "
                value(child, indent: column, isKeyed: true)
            }
        }
    }

    private mutating func newline() {
        out += ["\n", " # comment\n", "\n\n", "\n# comment: x\n"][random.below(4)]
    }

    private mutating func scalar(_ text: String, indent: Int) {
        let canBeLiteral = !text.isEmpty && text.utf8.last == 0x0A && !text.utf8.starts(with: [0x0A])
        guard canBeLiteral, random.below(2) == 0 else {
            out += quoted(text, inFlow: false)
            return newline()
        }
        // Behind an explicit indentation any text can stand, even one that begins with spaces.
        let column = max(indent, 0) + 1 + random.below(4)
        out += "|\(column - max(indent, 0))\n"
        for line in text.dropLast().split(separator: "\n", omittingEmptySubsequences: false) {
            out += (line.isEmpty ? "" : String(repeating: " ", count: column)) + line + "\n"
        }
    }

    private mutating func flow(_ tree: RandomTree, indent: Int) {
        flowValue(tree, indent: indent)
        newline()
    }

    private mutating func flowValue(_ tree: RandomTree, indent: Int) {
        switch tree {
        case .text(let text):
            out += quoted(text, inFlow: true)
        case .list(let items):
            out += "["
            for item in items {
                flowValue(item, indent: indent)
                out += separator(indent)
            }
            out += "]"
        case .map(let keys, let values):
            out += "{"
            for (key, child) in zip(keys, values) {
                out += quoted(key, inFlow: true) + ": "
                flowValue(child, indent: indent)
                out += separator(indent)
            }
            out += "}"
        }
    }

    private mutating func separator(_ indent: Int) -> String {
        let next = String(repeating: " ", count: indent + 1)
        return [", ", ",", " ,\n\(next)", ", # c\n\n\(next)"][random.below(4)]
    }

    /// A text in any of the styles that can hold it on one line.
    private mutating func quoted(_ text: String, inFlow: Bool) -> String {
        let isWord = text.utf8.allSatisfy { $0 > 0x20 && !",[]{}:#&*!|>'\"%@`?-~.\\".utf8.contains($0) }
        if !text.isEmpty, isWord, random.below(2) == 0 { return text }
        let hasBreak = text.utf8.contains(0x0A)
        if !hasBreak, random.below(2) == 0 { return "'" + text.replacing("'", with: "''") + "'" }
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\n": quoted += "\\n"
            case "\t": quoted += random.below(2) == 0 ? "\\t" : "\t"
            case "\"": quoted += "\\\""
            case "\\": quoted += "\\\\"
            case "\u{85}": quoted += random.below(2) == 0 ? "\\N" : "\\x85"
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
    }
}
