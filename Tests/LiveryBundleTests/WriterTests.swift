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
        ("Zoë  Ω", "Zoë Ω"),
    ])
    func textGoesOnOneLine(text: String, line: String) {
        #expect(text.onOneLine == line)
    }
}

extension PlainText {
    fileprivate var lines: [String] {
        String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
    }
}
