import LiveryDiagnostics
import LiveryYAML
import Testing

struct NodeTests {
    @Test(arguments: [
        ("x", "x"), ("'it''s'", "it's"), ("\"a\\tb\\u00e9\\x41\"", "a\tbéA"), ("\"\\ud83d\\ude00\"", "😀"),
        ("two\n  lines\n\n  and more", "two lines\nand more"), ("\"a \\\n  \\ b\"", "a  b"),
        ("\"a\n\n  b \n  c\"", "a\nb c"),
        ("|\n  a\n\n    b\n  c", "a\n\n  b\nc\n"), ("|-\n  a\n\n", "a"), ("|+\n  a\n", "a\n\n"),
        (">\n  a\n  b\n\n  c\n    d\n  e\n", "a b\nc\n  d\ne\n"),
        (">2-\n    a\n  b\n", "  a\nb"), ("|2\n    a\n", "  a\n"),
        ("http://x.y:80/#z", "http://x.y:80/#z"), ("a#b", "a#b"), ("-1", "-1"), ("12:30", "12:30"),
        ("1.10", "1.10"), ("NO", "NO"), ("?x", "?x"), ("\"\"", ""), ("|\n  é", "é\n"),
    ])
    func `a scalar's text is decoded`(yaml: String, text: String) throws {
        for lineBreak in ["\n", "\r\n", "\r"] {
            let source = "k: \(yaml)\n".replacing("\n", with: lineBreak)
            let parsed = Parsed(source)
            #expect(parsed.findings == [])
            #expect(parsed.document?.root?.entries.first?.value.text == text)
        }
    }

    @Test(arguments: [
        ("", true), ("~", true), ("null", true), ("Null", true), ("NULL", true), ("nULL", false), ("''", false),
        ("\"null\"", false), ("!!str null", false), ("|\n  null", false), ("[]", false), ("{}", false), ("none", false),
    ])
    func `null is what the core schema says`(yaml: String, isNull: Bool) {
        #expect(Parsed("k: \(yaml)\n").document?.root?.entries.first?.value.isNull == isNull)
    }

    @Test(arguments: [
        ("x", YAMLNode.Style.plain), ("'x'", .singleQuoted), ("\"x\"", .doubleQuoted), ("|\n  x", .literal),
        (">\n  x", .folded), ("[x]", .flow), ("{x: 1}", .flow), ("\n  - x", .block), ("\n  x: 1", .block),
    ])
    func `a node keeps its style`(yaml: String, style: YAMLNode.Style) {
        #expect(Parsed("k: \(yaml)\n").document?.root?.entries.first?.value.style == style)
    }

    @Test(arguments: ["", "\n", "# only a comment\n", "\u{FEFF}", "...\n", "  \t\n"])
    func `an empty text is a document without a root`(text: String) {
        let parsed = Parsed(text)
        #expect(parsed.document != nil)
        #expect(parsed.document?.root == nil)
        #expect(parsed.findings == [])
    }

    @Test(arguments: [
        "--- \na: 1\n", "%YAML 1.2\n---\na: 1\n", "a: 1\n...\n", "\u{FEFF}a: 1\n", "---\na: 1\n...\n# c\n",
    ])
    func `markers, directives and a byte order mark are allowed`(text: String) {
        #expect(Parsed(text).findings == [])
        #expect(Parsed(text).tree == "{a: 1}")
    }

    @Test(arguments: [
        ("- 1\n-\n- [2, {a: b}]\n", "[1, ~, [2, {a: b}]]"), ("a:\n- 1\n- 2\nb: 3\n", "{a: [1, 2], b: 3}"),
        ("- - 1\n  - 2\n- a: 1\n  b:\n    c: 2\n", "[[1, 2], {a: 1, b: {c: 2}}]"), ("? a\n: b\n? c\n", "{a: b, c: ~}"),
        ("{a: 1, b, \"c\":2, ? d : e}", "{a: 1, b: ~, c: 2, d: e}"), ("[a: b, c]", "[{a: b}, c]"),
        ("a: &x 1\nb: *x\n*x : 2\n", "{a: 1, b: 1, 1: 2}"), ("&r\na: &x\nb: 1\n", "{a: ~, b: 1}"),
    ])
    func `collections of all styles`(yaml: String, tree: String) {
        #expect(Parsed(yaml).findings == [])
        #expect(Parsed(yaml).tree == tree)
    }

    /// Two directives later an anchor of the same name is another node.
    @Test func `an anchor may be given again`() {
        #expect(Parsed("- &a 1\n- *a\n- &a 2\n- *a\n").tree == "[1, 1, 2, 2]")
    }

    /// YAML 1.2.2 section 10.3.2, where the suite has no case.
    static let values: [(yaml: String, json: String)] = [
        ("0x1F", "31"), ("0o17", "15"), ("0xFFFFFFFFFFFFFFFFF", #""0xFFFFFFFFFFFFFFFFF""#), ("0o8", #""0o8""#),
        ("+7", "7"), ("-0", "-0"), ("007", "7"), ("1.", "1.0"), (".5", "0.5"), ("-.5e+3", "-0.5e+3"),
        ("1e", #""1e""#), (".", #"".""#), ("-1-", #""-1-""#), (".inf", #"".inf""#), ("1_000", #""1_000""#),
        ("12:30", #""12:30""#), ("nUll", #""nUll""#), ("TRUE", "true"), ("yes", #""yes""#), ("'1'", #""1""#),
        ("!!str 1", #""1""#), (#"!!int "1""#, "1"), (#""\0\x1b\"""#, #""\u0000\u001b\"""#), ("", "null"),
    ]

    @Test(arguments: values.indices)
    func `a value under the core schema`(index: Int) throws {
        let (yaml, json) = Self.values[index]
        let file = SourceFile(id: SourceFile.ID(0), path: "test.yaml", bytes: Array("- \(yaml)\n".utf8))
        let events = try #require(YAMLEvents.read(file, limits: .definition).events)
        let (text, diagnostics) = events.jsonText(limits: .definition)
        #expect(diagnostics == [])
        #expect(String(decoding: text ?? [], as: UTF8.self) == "[\(json)]\n")
    }

    @Test func `aliases that are written out do not fill the memory`() throws {
        let long = String(repeating: "x", count: 100_000)
        let text = "- &a \(long)\n" + String(repeating: "- *a\n", count: 90_000)
        let file = SourceFile(id: SourceFile.ID(0), path: "test.yaml", bytes: Array(text.utf8))
        let events = try #require(YAMLEvents.read(file, limits: .definition).events)
        let (json, diagnostics) = events.jsonText(limits: .definition)
        #expect(json == nil && diagnostics.map(\.code) == ["yaml/alias-expansion"])
    }
}
