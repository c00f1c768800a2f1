import Foundation
import LiveryTenant
import Testing

@Suite("Text patterns")
struct TextPatternTests {
    @Test(
        "A pattern matches whole values",
        arguments: [
            ("[0-9]+", "4821", true), ("[0-9]+", "", false), ("[0-9]+", "48a", false), ("a|bc|d", "bc", true),
            ("a|bc|d", "b", false), ("(a|b)*c", "ababc", true), ("(a|b)*c", "abab", false), ("a{2,3}", "a", false),
            ("a{2,3}", "aa", true), ("a{2,3}", "aaa", true), ("a{2,3}", "aaaa", false), ("a{2}", "aa", true),
            ("a{2,}", "aaaaa", true), ("(?:ab)?", "", true), ("(?:ab)?", "ab", true), ("[^a-c]x", "dx", true),
            ("[^a-c]x", "bx", false), (".+", "é", true), ("\\d\\.\\w", "1._", true), ("[a-]", "-", true),
            ("sq0idp-[\\w-]{22}", "sq0idp-Abcdefghijklmnopqrstuv", true), ("", "", true), ("()", "", true),
            ("(a*)*b", String(repeating: "a", count: 5000), false),
        ])
    func matches(pattern: String, text: String, isMatch: Bool) {
        #expect(TextPattern(source: pattern).isValid)
        #expect(TextPattern(source: pattern).matches(text) == isMatch)
    }

    @Test(
        "What is no pattern is refused and matches nothing",
        arguments: ["[0-9", "(a", "a)", "*a", "a{2", "a{3,2}", "[]", "\\q", "(?=a)", "a**", "^a", "a{1001}", "[b-a]"])
    func refuses(pattern: String) {
        #expect(!TextPattern(source: pattern).isValid)
        #expect(!TextPattern(source: pattern).matches("a"))
    }

    /// Against the toolchain's own engine, on random patterns and texts over a small alphabet.
    @Test("Agrees with Regex", arguments: 0..<300)
    func agrees(seed: UInt64) throws {
        var random = RandomBytes(seed: seed)
        let source = Self.pattern(&random, depth: 3)
        let expression = try Regex(source)
        for _ in 0..<20 {
            let text = String(
                (0..<random.below(7)).map { _ in "abc"["abc".index("abc".startIndex, offsetBy: random.below(3))] })
            let expected = try expression.wholeMatch(in: text) != nil
            #expect(TextPattern(source: source).matches(text) == expected, "seed \(seed): /\(source)/ on `\(text)`")
        }
    }

    private static func pattern(_ random: inout RandomBytes, depth: Int) -> String {
        guard depth > 0 else { return ["a", "b", "c", "[ab]", "[^a]", "."][random.below(6)] }
        switch random.below(5) {
        case 0: return pattern(&random, depth: depth - 1) + pattern(&random, depth: depth - 1)
        case 1: return "(" + pattern(&random, depth: depth - 1) + "|" + pattern(&random, depth: depth - 1) + ")"
        case 2:
            return "(" + pattern(&random, depth: depth - 1) + ")" + ["?", "*", "+", "{1,2}", "{2}"][random.below(5)]
        case 3: return "(" + pattern(&random, depth: depth - 1) + "|)"
        default: return pattern(&random, depth: 0)
        }
    }
}

/// A linear congruential generator (Knuth's MMIX): the same numbers for the same seed.
struct RandomBytes {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed &* 2_862_933_555_777_941_757 &+ 3_037_000_493
    }

    mutating func below(_ bound: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int(state >> 33) % bound
    }
}
