import LiveryDiagnostics
import Testing

@testable import LiveryBundle
@testable import LiveryPrivacy

@Suite struct EscapingTests {
    @Test func htmlTextAndAttributesNeverEndEarly() {
        var html = HTMLWriter()
        html.text(Fixture.hostileName)
        html.open("p", [("title", Fixture.hostileName)])
        let escaped = "Bob&#39;s &quot;Brakes&quot; &amp; &lt;Sons&gt; | #1 {x} **y**"
        #expect(String(decoding: html.bytes, as: UTF8.self) == "\(escaped)<p title=\"\(escaped)\">")
    }

    @Test func htmlHasNoControlCharacters() {
        var html = HTMLWriter()
        html.text("a\u{0}b\u{1B}c\nd")
        #expect(String(decoding: html.bytes, as: UTF8.self) == "a\u{FFFD}b\u{FFFD}c d")
    }

    @Test(arguments: ["https://a.example/x?y=1&z=2", "mailto:a@b.example", "tel:+15125550123"])
    func goodAddressesAreLinked(address: String) {
        #expect(SafeAddress(address) != nil)
    }

    @Test(arguments: [
        "javascript:alert(1)", "http://a.example", "data:text/html,x", "//a.example", "https://", "mailto:", "",
        "https://a.example/\u{202E}x", "https://a b.example", " https://a.example", "vbscript:x",
    ])
    func otherAddressesAreOnlyText(address: String) {
        #expect(SafeAddress(address) == nil)
        #expect(MarkdownText.link("x", to: address) == "x")
        var html = HTMLWriter()
        html.link("x", to: address)
        #expect(String(decoding: html.bytes, as: UTF8.self) == "x")
    }

    @Test func anAddressCannotEndItsAttribute() {
        var html = HTMLWriter()
        html.link("x", to: "https://a.example/\"><script>'")
        #expect(
            String(decoding: html.bytes, as: UTF8.self)
                == "<a href=\"https://a.example/%22%3E%3Cscript%3E&#39;\">x</a>")
    }

    @Test func markdownLinksCannotBeEnded() {
        #expect(
            MarkdownText.link("a](b)", to: "https://a.example/(x)")
                == "[a\\](b)](https://a.example/%28x%29)")
    }

    @Test(arguments: [
        (Fixture.hostileName, "Bob's \"Brakes\" & \\<Sons\\> \\| \\#1 \\{x\\} \\*\\*y\\*\\*"),
        ("# 1 Garage", "\\# 1 Garage"), ("- x", "\\- x"), ("+ x", "\\+ x"), ("+15125550123", "+15125550123"),
        ("1. Brakes", "1\\. Brakes"), ("12) x", "12\\) x"), ("3 cars", "3 cars"), ("> x", "\\> x"),
        ("===", "\\==="), ("---", "\\---"), ("~~~", "\\~\\~\\~"), ("    code", "code"), ("a\n# b", "a \\# b"),
        ("R&amp;D", "R\\&amp;D"), ("B & C", "B & C"), ("&#35;", "\\&\\#35;"), ("a_b", "a\\_b"), ("Hi!", "Hi\\!"),
        ("`x`", "\\`x\\`"), ("C:\\x", "C:\\\\x"), ("[x](y)", "\\[x\\](y)"), ("$a$", "\\$a\\$"),
        ("7:30 am to 5:30 pm", "7:30 am to 5:30 pm"), ("a :car: b", "a \\:car: b"), ("a:", "a:"),
    ])
    func markdownShowsTheCharactersItWasGiven(text: String, escaped: String) {
        #expect(MarkdownText.escape(text, startsLine: true) == escaped)
    }

    @Test func strongTextThatCouldNotBeClosedStaysPlain() {
        #expect(MarkdownText.strong("Bob", after: nil, before: "x") == "**Bob**")
        #expect(MarkdownText.strong("Bob!", after: nil, before: " ") == "**Bob\\!**")
        #expect(MarkdownText.strong("Bob!", after: nil, before: "x") == "Bob\\!")
        #expect(MarkdownText.strong("\"Bob", after: "x", before: nil) == "\"Bob")
    }

    @Test func aFontNameCannotLeaveItsString() {
        let family = CSSText.family("Evil\"; } body { color: red } </style><script>")
        #expect(family == "\"Evil  body  color red  stylescript\",system-ui,sans-serif")
    }

    /// In every file of a bundle the name stands as the format demands, and nowhere raw.
    @Test func theHostileNameComesOutRightInEveryFile() throws {
        let bundle = Fixture.bundle(
            Fixture.tenant(name: Fixture.hostileName), policy: .fixture(shop: Fixture.hostileName))
        for file in bundle.files {
            let text = String(decoding: file.bytes, as: UTF8.self)
            let ending = String(file.path.split(separator: ".").last ?? "")
            let isRight =
                switch ending {
                case "html": !text.contains("<Sons>") && text.contains("&lt;Sons&gt;")
                case "md": !text.contains("<Sons>") && text.contains("\\<Sons\\> \\| \\#1")
                case "txt": text.contains(Fixture.hostileName)
                default: !text.contains("\"Brakes\" &") && !text.contains("s \"Brakes")
                }
            #expect(isRight, "\(file.path)")
        }
    }
}

extension MarkdownText {
    fileprivate static func escape(_ text: String, startsLine: Bool) -> String {
        written { escape(text, startsLine: startsLine, into: &$0) }
    }

    fileprivate static func link(_ text: String, to address: String) -> String {
        written { link(text, to: address, into: &$0) }
    }

    fileprivate static func strong(
        _ text: String, after before: Unicode.Scalar?, before next: Unicode.Scalar?
    ) -> String {
        written { strong(text, after: before, before: next, into: &$0) }
    }

    private static func written(_ write: (inout ByteBuffer) -> Void) -> String {
        var bytes = ByteBuffer()
        write(&bytes)
        return bytes.withBytes { String(decoding: $0, as: UTF8.self) }
    }
}
