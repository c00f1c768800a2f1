import LiveryDiagnostics
import Testing

@testable import LiveryBundle

@Suite struct WriterTests {
    @Test func jsonKeepsTheOrderOfTheCalls() {
        let bytes = JSONWriter.document { json in
            json.field("b", "two")
            json.field("a", 1)
            json.object("empty") { _ in }
            json.array("list") { list in
                list.element("x")
                list.element { $0.field("on", true) }
            }
            json.array("none") { _ in }
            json.field("nothing", orNull: nil)
            json.optional("absent", nil)
            json.field("share", FixedPoint(units: 250, places: 2))
        }
        #expect(
            String(decoding: bytes, as: UTF8.self) == """
                {
                  "b": "two",
                  "a": 1,
                  "empty": {},
                  "list": [
                    "x",
                    {
                      "on": true
                    }
                  ],
                  "none": [],
                  "nothing": null,
                  "share": 2.5
                }

                """)
    }

    /// RFC 8259, section 7, and the two line separators that old script engines take for line ends.
    @Test func jsonEscapesWhatItMust() {
        let bytes = JSONWriter.document { json in
            json.field("k", "\"\\/\u{8}\u{9}\n\u{C}\r\u{0}\u{1F}\u{7F}é€😀\u{2028}\u{2029}\u{2027}")
        }
        let expected = #"  "k": "\"\\/\b\t\n\f\r\u0000\u001f"# + "\u{7F}é€😀" + #"\u2028\u2029"# + "\u{2027}\""
        #expect(String(decoding: bytes, as: UTF8.self) == "{\n\(expected)\n}\n")
    }

    @Test(arguments: [(0, 2, "0"), (5, 2, "0.05"), (-25, 2, "-0.25"), (250, 2, "2.5"), (300, 2, "3"), (7, 0, "7")])
    func fixedPointNumbersAreExact(units: Int, places: Int, text: String) {
        #expect(FixedPoint(units: units, places: places).text == text)
    }

    @Test func sharesOfAColorChannelReadBackAsTheChannel() {
        #expect(FixedPoint.share(0).text == "0")
        #expect(FixedPoint.share(255).text == "1")
        for channel in UInt8.min...UInt8.max {
            let units = FixedPoint.share(channel).units
            #expect((units * 255 + 5000) / 10_000 == Int(channel))
        }
    }

    /// RFC 4648, section 10.
    @Test(arguments: [
        ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="), ("fooba", "Zm9vYmE="),
        ("foobar", "Zm9vYmFy"),
    ])
    func base64(text: String, encoded: String) {
        #expect(Base64.encode(Array(text.utf8)) == encoded)
    }

    @Test func linesOfPlainTextFitSeventyEightColumns() {
        var text = PlainText()
        text.paragraph(String(repeating: "brakes and tires ", count: 30), first: "- ")
        let lines = text.lines
        #expect(lines.allSatisfy { DisplayWidth.of($0) <= PlainText.width })
        #expect(lines.dropFirst().allSatisfy { $0.hasPrefix("  b") || $0.hasPrefix("  a") || $0.hasPrefix("  t") })
    }

    @Test func aWordWiderThanALineStaysWhole() {
        var text = PlainText()
        let address = "https://" + String(repeating: "a", count: 90) + ".example"
        text.paragraph("See \(address) for more.")
        let lines = text.lines
        #expect(lines == ["See", address, "for more."])
    }

    @Test(arguments: [("abc", 3), ("é", 1), ("e\u{301}", 1), ("日本", 4), ("ｆ", 2), ("🚗", 2), ("a\u{200B}b", 2)])
    func widthIsCountedInColumns(text: String, width: Int) {
        #expect(DisplayWidth.of(text) == width)
    }

    @Test(arguments: [
        ("a  b\n c", "a b c"), (" a ", "a"), ("", ""), ("a\u{1B}[31mb", "a\u{FFFD}[31mb"), ("a\u{A0}b", "a\u{A0}b"),
        ("Zoë  Ω", "Zoë Ω"), ("é é", "é é"), ("é  é", "é é"), ("é ", "é"), (" é", "é"), ("a\u{85}b", "a b"),
        ("\u{2028}é“\u{3000}b”", "é“ b”"), ("12345678\u{7F}é", "12345678\u{FFFD}é"),
    ])
    func textGoesOnOneLine(text: String, line: String) {
        #expect(text.onOneLine == line)
    }

    /// Most texts take one of two short ways; whatever the way, the result is that of the rule.
    @Test func everyWayToOneLineEndsAlike() {
        let signs = ["a", "b", "cd", " ", " ", "é", "日", "😀", "\u{A0}", "\u{202F}", "“", "’", "\t", "\u{1}", "\u{7F}"]
        let rare = ["\n", "\u{85}", "\u{9F}", "\u{1680}", "\u{2003}", "\u{2028}", "\u{205F}", "\u{3000}", "\u{200B}"]
        for seed in 0..<3_000 as Range<UInt64> {
            var random = Numbers(seed: seed)
            let all = seed % 3 == 0 ? signs + rare : Array(signs.prefix(seed % 3 == 1 ? 12 : 5))
            let text = (0..<random.below(24)).map { _ in all[random.below(all.count)] }.joined()
            #expect(text.onOneLine == text.oneLineByTheRule, "seed \(seed): \(text.debugDescription)")
        }
    }

    /// Text is wrapped by lines where each character is a column, and else word by word.
    @Test func everyWayToWrapEndsAlike() {
        let words = ["a", "to", "car", "brake", "mechanic", "(section\u{A0}4)", "see\u{A0}it", "\u{A0}", "x,y"]
        let others = ["é", "“tires”", "日本", "Zoë\u{A0}Ω"]
        for seed in 0..<1_000 as Range<UInt64> {
            var random = Numbers(seed: seed)
            let all = seed % 2 == 0 ? words : words + others
            var text = (0..<random.below(60)).map { _ in all[random.below(all.count)] }.joined(separator: " ")
            if seed % 5 == 0 { text += " " + String(repeating: "w", count: 70 + random.below(20)) + " end" }
            let first = ["", "- ", "  Kept:    "][random.below(3)]
            var page = PlainText()
            let width = page.paragraph(text, first: first)
            let lines = text.wrapped(first)
            #expect(String(decoding: page.bytes, as: UTF8.self) == lines.map { $0 + "\n" }.joined(), "seed \(seed)")
            #expect(width == lines.map(DisplayWidth.of).max(), "seed \(seed)")
        }
    }
}

/// The same for the same seed: Marsaglia's xorshift64.
private struct Numbers {
    private var state: UInt64

    init(seed: UInt64) { state = (seed + 1) &* 0x9E37_79B9_7F4A_7C15 }

    mutating func below(_ bound: Int) -> Int {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return Int(state % UInt64(bound))
    }
}

extension String {
    fileprivate var oneLineByTheRule: String {
        let breaks: [Unicode.Scalar] = ["\u{A0}", "\u{202F}"]
        let words = unicodeScalars.split { $0.properties.isWhitespace && !breaks.contains($0) }
        return words.map { word in
            word.reduce(into: "") { line, scalar in
                line.unicodeScalars.append(scalar.properties.generalCategory == .control ? "\u{FFFD}" : scalar)
            }
        }.joined(separator: " ")
    }

    /// As many words on each line as fit; those of later lines stand below the first.
    fileprivate func wrapped(_ first: String) -> [String] {
        var lines = [first]
        var isEmpty = true
        for word in oneLineByTheRule.split(separator: " ").map({ $0.replacing("\u{A0}", with: " ") }) {
            let line = lines[lines.count - 1] + (isEmpty ? "" : " ") + word
            if isEmpty || DisplayWidth.of(line) <= PlainText.width {
                lines[lines.count - 1] = line
            } else {
                lines.append(String(repeating: " ", count: DisplayWidth.of(first)) + word)
            }
            isEmpty = false
        }
        return lines
    }
}

extension PlainText {
    fileprivate var lines: [String] {
        String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
    }
}
