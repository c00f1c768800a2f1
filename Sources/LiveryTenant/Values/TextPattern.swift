/// A regular expression that must match a whole value, in a part of the syntax of JSON Schema's `pattern` (ECMA-262):
/// literals, `.`, classes, `\d`, `\s`, `\w`, groups, `|`, `?`, `*`, `+`, `{m}`, `{m,}` and `{m,n}`.
///
/// It runs as a set of states (Thompson 1968), so that no pattern of a workspace and no value can make it slow: time
/// grows with the length of the text times that of the pattern. It counts bytes: outside ASCII, `.` is one byte.
package struct TextPattern: Sendable, Hashable {
    /// The source, without anchors.
    package let source: String
    private let program: [PatternStep]?
    /// The same program where a word has a bit for each step, as most patterns are.
    private let small: SmallPattern?

    package init(source: String) {
        self.source = source
        var parser = PatternParser(source)
        program = parser.program()
        small = program.flatMap(SmallPattern.init)
    }

    /// Whether the source is an expression in that syntax. One that is not matches nothing.
    package var isValid: Bool { program != nil }

    /// Whether the text as a whole matches.
    package func matches(_ text: String) -> Bool {
        guard let program else { return false }
        if let small { return small.matches(text) }
        var current = PatternStates(count: program.count)
        var next = current
        current.add(0, program)
        for byte in text.utf8 {
            next.removeAll()
            for state in current.members {
                guard case .bytes(let set) = program[state], set.contains(byte) else { continue }
                next.add(state + 1, program)
            }
            guard !next.members.isEmpty else { return false }
            swap(&current, &next)
        }
        return current.members.contains { program[$0] == .match }
    }

    package static func == (left: TextPattern, right: TextPattern) -> Bool {
        left.source == right.source
    }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(source)
    }
}

/// One step of a compiled pattern. Numbers are places in the program.
enum PatternStep: Sendable, Equatable {
    case bytes(ByteSet)
    case split(Int, Int)
    case jump(Int)
    case match
}

/// A set of bytes.
struct ByteSet: Sendable, Equatable {
    private var words: SIMD4<UInt64> = .zero

    static let all = ByteSet().inverted
    static let digits = ByteSet(UInt8(ascii: "0")...UInt8(ascii: "9"))
    static let spaces = ByteSet(9...13).union(ByteSet(32...32))
    static let wordBytes = digits.union(ByteSet(UInt8(ascii: "a")...UInt8(ascii: "z")))
        .union(ByteSet(UInt8(ascii: "A")...UInt8(ascii: "Z"))).union(ByteSet(UInt8(ascii: "_")...UInt8(ascii: "_")))

    init() {}

    init(_ range: ClosedRange<UInt8>) {
        for byte in range { words[Int(byte >> 6)] |= 1 << UInt64(byte & 63) }
    }

    func contains(_ byte: UInt8) -> Bool {
        words[Int(byte >> 6)] >> UInt64(byte & 63) & 1 == 1
    }

    func union(_ other: ByteSet) -> ByteSet {
        var result = self
        result.words |= other.words
        return result
    }

    var inverted: ByteSet {
        var result = self
        result.words = ~words
        return result
    }
}

/// A program of at most 64 steps, with its sets of states as bits.
private struct SmallPattern: Sendable {
    /// By state, those in which a match that comes there stands without a byte.
    private let closures: [UInt64]
    /// By state, the bytes that lead to the next one.
    private let sets: [ByteSet]
    private let waiting: UInt64
    private let final: UInt64

    init?(_ program: [PatternStep]) {
        guard program.count <= 64 else { return nil }
        var sets = Array(repeating: ByteSet(), count: program.count)
        var (waiting, final): (UInt64, UInt64) = (0, 0)
        for (state, step) in program.enumerated() {
            switch step {
            case .bytes(let set):
                sets[state] = set
                waiting |= Self.bit(state)
            case .match: final |= Self.bit(state)
            case .split, .jump: break
            }
        }
        (self.sets, self.waiting, self.final) = (sets, waiting, final)
        closures = program.indices.map { Self.closure(of: $0, program) }
    }

    private static func bit(_ state: Int) -> UInt64 { 1 << UInt64(state) }

    /// A state and all that follow from it without a byte.
    private static func closure(of state: Int, _ program: [PatternStep]) -> UInt64 {
        var (found, open): (UInt64, UInt64) = (0, bit(state))
        while open != 0 {
            let state = open.trailingZeroBitCount
            found |= bit(state)
            switch program[state] {
            case .split(let first, let second): open |= bit(first) | bit(second)
            case .jump(let target): open |= bit(target)
            case .bytes, .match: break
            }
            open &= ~found
        }
        return found
    }

    func matches(_ text: String) -> Bool {
        var current = closures[0]
        for byte in text.utf8 {
            var next: UInt64 = 0
            var rest = current & waiting
            while rest != 0 {
                let state = rest.trailingZeroBitCount
                rest &= rest - 1
                if sets[state].contains(byte) { next |= closures[state + 1] }
            }
            guard next != 0 else { return false }
            current = next
        }
        return current & final != 0
    }
}

/// The states in which a match stands, each once.
private struct PatternStates {
    private(set) var members: [Int] = []
    private var isMember: [Bool]
    /// Those that ``add(_:_:)`` still has to look at; empty between two calls.
    private var open: [Int] = []

    init(count: Int) {
        isMember = Array(repeating: false, count: count)
    }

    mutating func removeAll() {
        for state in members { isMember[state] = false }
        members.removeAll(keepingCapacity: true)
    }

    /// Adds a state and all that follow from it without a byte.
    mutating func add(_ state: Int, _ program: [PatternStep]) {
        open.append(state)
        while let state = open.popLast() {
            guard !isMember[state] else { continue }
            isMember[state] = true
            members.append(state)
            switch program[state] {
            case .split(let first, let second):
                open.append(second)
                open.append(first)
            case .jump(let target): open.append(target)
            case .bytes, .match: break
            }
        }
    }
}
