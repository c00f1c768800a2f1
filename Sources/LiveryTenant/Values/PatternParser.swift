/// Compiles the source of a ``TextPattern``: recursive descent over bytes, straight to steps.
struct PatternParser {
    /// Steps that a program can have; `{m,n}` repeats what stands before it.
    private static let limit = 4096
    /// Groups that can stand inside one another.
    private static let depthLimit = 32

    private let source: [UInt8]
    private var position = 0
    private var depth = 0

    init(_ source: String) {
        self.source = Array(source.utf8)
    }

    /// nil for a source that is no expression in the known part of the syntax.
    mutating func program() -> [PatternStep]? {
        guard let body = alternatives(), position == source.count, body.count < Self.limit else { return nil }
        return body + [.match]
    }

    private var next: UInt8? { position < source.count ? source[position] : nil }

    private mutating func take(_ byte: Unicode.Scalar) -> Bool {
        guard next == UInt8(ascii: byte) else { return false }
        position += 1
        return true
    }

    /// `a|b|c`; places inside a fragment count from its own start.
    private mutating func alternatives() -> [PatternStep]? {
        guard var steps = sequence() else { return nil }
        while take("|") {
            guard let other = sequence() else { return nil }
            let start = steps.count + 2
            steps =
                [.split(1, start)] + Self.moved(steps, by: 1) + [.jump(start + other.count)]
                + Self.moved(other, by: start)
        }
        return steps
    }

    private mutating func sequence() -> [PatternStep]? {
        var steps: [PatternStep] = []
        while let byte = next, byte != UInt8(ascii: "|"), byte != UInt8(ascii: ")") {
            guard let part = repeated(), steps.count + part.count < Self.limit else { return nil }
            steps += Self.moved(part, by: steps.count)
        }
        return steps
    }

    private mutating func repeated() -> [PatternStep]? {
        guard let part = single() else { return nil }
        if take("?") { return Self.copies(of: part, 0...1) }
        if take("*") { return Self.copies(of: part, from: 0) }
        if take("+") { return Self.copies(of: part, from: 1) }
        guard take("{") else { return part }
        guard let least = number() else { return nil }
        if take("}") { return Self.copies(of: part, least...least) }
        guard take(",") else { return nil }
        if take("}") { return Self.copies(of: part, from: least) }
        guard let most = number(), most >= least, take("}") else { return nil }
        return Self.copies(of: part, least...most)
    }

    private mutating func single() -> [PatternStep]? {
        guard let byte = next else { return nil }
        position += 1
        switch byte {
        case UInt8(ascii: "("): return group()
        case UInt8(ascii: "["): return characterClass().map { [.bytes($0)] }
        case UInt8(ascii: "."): return [.bytes(ByteSet(10...10).inverted)]
        case UInt8(ascii: "\\"): return escape().map { [.bytes($0)] }
        case UInt8(ascii: "?"), UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: "{"), UInt8(ascii: "^"),
            UInt8(ascii: "$"):
            return nil
        default: return [.bytes(ByteSet(byte...byte))]
        }
    }

    private mutating func group() -> [PatternStep]? {
        if take("?"), !take(":") { return nil }
        depth += 1
        defer { depth -= 1 }
        guard depth <= Self.depthLimit, let body = alternatives(), take(")") else { return nil }
        return body
    }

    private mutating func escape() -> ByteSet? {
        guard let byte = next else { return nil }
        position += 1
        switch byte {
        case UInt8(ascii: "d"): return .digits
        case UInt8(ascii: "s"): return .spaces
        case UInt8(ascii: "w"): return .wordBytes
        case UInt8(ascii: "D"): return ByteSet.digits.inverted
        case UInt8(ascii: "S"): return ByteSet.spaces.inverted
        case UInt8(ascii: "W"): return ByteSet.wordBytes.inverted
        default:
            // Any other letter or digit would mean something that is not known here.
            return ByteSet.wordBytes.contains(byte) ? nil : ByteSet(byte...byte)
        }
    }

    /// After `[`, to the closing `]`.
    private mutating func characterClass() -> ByteSet? {
        let isNegated = take("^")
        var set = ByteSet()
        var isEmpty = true
        while let byte = next, byte != UInt8(ascii: "]") {
            guard let item = classItem() else { return nil }
            set = set.union(item)
            isEmpty = false
        }
        guard take("]"), !isEmpty else { return nil }
        return isNegated ? set.inverted : set
    }

    private mutating func classItem() -> ByteSet? {
        guard let first = next else { return nil }
        position += 1
        if first == UInt8(ascii: "\\") { return escape() }
        guard first < 0x80 else { return nil }
        let isRange =
            next == UInt8(ascii: "-") && position + 1 < source.count && source[position + 1] != UInt8(ascii: "]")
        guard isRange else { return ByteSet(first...first) }
        let last = source[position + 1]
        guard last >= first, last < 0x80, last != UInt8(ascii: "\\") else { return nil }
        position += 2
        return ByteSet(first...last)
    }

    private mutating func number() -> Int? {
        var value: Int?
        while let byte = next, byte.isASCIIDigit {
            value = (value ?? 0) * 10 + Int(byte - UInt8(ascii: "0"))
            guard let found = value, found <= 1000 else { return nil }
            position += 1
        }
        return value
    }

    private static func moved(_ steps: [PatternStep], by offset: Int) -> [PatternStep] {
        steps.map { step in
            switch step {
            case .split(let first, let second): .split(first + offset, second + offset)
            case .jump(let target): .jump(target + offset)
            case .bytes, .match: step
            }
        }
    }

    private static func copies(of part: [PatternStep], _ count: ClosedRange<Int>) -> [PatternStep]? {
        guard part.count * count.upperBound < limit else { return nil }
        var steps: [PatternStep] = []
        for _ in 0..<count.lowerBound { steps += moved(part, by: steps.count) }
        let end = steps.count + (count.upperBound - count.lowerBound) * (part.count + 1)
        for _ in count.lowerBound..<count.upperBound {
            steps.append(.split(steps.count + 1, end))
            steps += moved(part, by: steps.count)
        }
        return steps
    }

    private static func copies(of part: [PatternStep], from least: Int) -> [PatternStep]? {
        guard let needed = copies(of: part, least...least) else { return nil }
        let start = needed.count
        return needed + [.split(start + 1, start + part.count + 2)] + moved(part, by: start + 1) + [.jump(start)]
    }
}
