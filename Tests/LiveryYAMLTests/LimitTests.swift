import LiveryDiagnostics
import LiveryYAML
import Testing

/// Texts that nobody means well. The sizes are such that anything but linear time shows as a run of minutes.
struct LimitTests {
    static let deep: [String] = [
        String(repeating: "[", count: 100_000),
        String(repeating: "{a: ", count: 100_000),
        String(repeating: "- ", count: 100_000),
        String(repeating: "? ", count: 100_000),
        String(repeating: "- ? ", count: 50_000),
        String(repeating: "[", count: 100_000) + String(repeating: "]", count: 100_000),
        String(repeating: "[", count: 100_000) + "x" + String(repeating: "]: x", count: 100_000),
        String(repeating: "{\"\":[", count: 50_000),
        (0..<2_000).map { String(repeating: " ", count: $0) + "a:\n" }.joined(),
    ]

    @Test(arguments: deep.indices)
    func `nesting is limited, and said once`(index: Int) {
        let parsed = Parsed(Self.deep[index])
        #expect(parsed.diagnostics.map(\.code) == ["yaml/too-deep"])
        #expect(parsed.document == nil)
    }

    static let long: [(name: String, text: String)] = [
        ("plain", "a: " + String(repeating: "x", count: 1_000_000)),
        ("escapes", "a: \"" + String(repeating: "\\n", count: 500_000) + "\""),
        ("key", String(repeating: "k", count: 500_000) + ": 1"),
        ("flow items", "[" + String(repeating: "1, ", count: 300_000) + "]"),
        ("flow pairs", "[" + String(repeating: "[a]: 1, ", count: 100_000) + "]"),
        ("anchors", (0..<100_000).map { "- &a\($0) x\n" }.joined()),
        ("aliases", "- &a x\n" + String(repeating: "- *a\n", count: 50_000)),
        ("blank lines", "a: b" + String(repeating: "\n", count: 500_000) + "c: d"),
        ("comments", String(repeating: "# c\n", count: 500_000)),
        ("spaces", "a:" + String(repeating: " ", count: 1_000_000) + "b"),
        ("TAG directives", (0..<50_000).map { "%TAG !t\($0)! x\n" }.joined() + "---\na: 1\n"),
        ("keys", (0..<100_000).map { "key\($0): 1\n" }.joined()),
        ("equal keys", String(repeating: "key: 1\n", count: 100_000)),
        ("byte order marks", "a: \"" + String(repeating: "\u{FEFF}", count: 300_000) + "\""),
        ("misplaced marks", "a: " + String(repeating: "\u{FEFF}", count: 300_000)),
        ("marks on lines", "a\n" + String(repeating: "\u{FEFF}\n", count: 200_000) + "b: c"),
        ("tabs behind block scalars", String(repeating: "a: |\n\t\n", count: 50_000)),
        ("tabs in blank lines", "a: x" + String(repeating: "\n\t", count: 300_000) + "\n y\n"),
        ("joined collections", "[" + String(repeating: "!a[", count: 200) + String(repeating: "a:[", count: 20)),
        ("open quotes", String(repeating: "a: \"x\n", count: 100_000)),
        ("open quotes of items", String(repeating: "- \"x\n", count: 100_001)),
        ("open quotes in brackets", String(repeating: "a: [\"x\n", count: 100_000)),
        ("open brackets", String(repeating: "a: [x\n", count: 100_000)),
        ("quotes at the root", String(repeating: "'x' y\n", count: 100_000)),
        ("tabs", String(repeating: "\tx: 1\n", count: 100_000)),
        ("tabs and blanks", "a:\n" + String(repeating: "\tx: 1\n\n#\n\n", count: 50_000)),
        ("wrong lines", "a: 1\n" + String(repeating: "no key\n", count: 200_000)),
        ("wrong indentation", "a:\n    b: 1\n" + String(repeating: "  c: 1\n   d: 1\n", count: 100_000)),
        ("continuation", "a:\n" + String(repeating: "  x\n", count: 300_000) + "  y: 1\n"),
        ("blank block", "a: |\n" + String(repeating: "   \n", count: 300_000)),
        ("properties", "a: " + String(repeating: "&x !y ", count: 100_000) + "z"),
        ("documents", String(repeating: "--- a\n", count: 100_000)),
        ("document ends", String(repeating: "...\n", count: 300_000)),
        ("colons", "a: " + String(repeating: ": ", count: 300_000)),
        ("dashes", String(repeating: "-\n", count: 300_000)),
        ("commas", "[" + String(repeating: ",", count: 300_000) + "]"),
        ("closing brackets", String(repeating: "]", count: 300_000)),
        ("carriage returns", String(repeating: "\r", count: 500_000)),
    ]

    @Test(arguments: long.indices)
    func `time is linear in the text`(index: Int) {
        let (name, text) = Self.long[index]
        let parsed = Parsed(text)
        #expect(parsed.document != nil, "\(name)")
    }

    /// Each key holds all that are inside of it: what the scaling benchmark found to take quadratic time.
    @Test func `keys inside of keys are not measured again and again`() {
        let limits = YAMLLimits(bytes: 1 << 30, depth: 1 << 30, nodes: 1 << 30, aliasExpansion: 1 << 30)
        let text = String(repeating: "[", count: 100_000) + "x" + String(repeating: "]: x", count: 100_000)
        #expect(Parsed(text, limits: limits).diagnostics.count <= 1_000)
    }

    /// Each lead byte with tails at the edges of their ranges, at both sides of a word of eight bytes.
    @Test func `what is UTF-8 is what Swift says`() {
        let edges: [UInt8] = [0x41, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0]
        for lead in UInt8(0x80)...0xFF {
            for (index, second) in edges.enumerated() {
                for third in edges {
                    let prefix = [UInt8](repeating: 0x61, count: (index + Int(lead)) % 9)
                    for bytes in [[lead], [lead, second], [lead, second, third], [lead, second, third, 0x80]] {
                        let text = prefix + bytes
                        let isRefused = Parsed(text).diagnostics.contains { $0.code == "yaml/not-utf8" }
                        #expect(isRefused == (String(validating: text, as: UTF8.self) == nil), "\(text)")
                    }
                }
            }
        }
    }

    /// A hundred megabytes are refused by their count alone.
    @Test func `a huge file costs nothing`() {
        let parsed = Parsed([UInt8](repeating: 0x5B, count: 100_000_000))
        #expect(parsed.diagnostics.map(\.code) == ["yaml/too-large"])
        #expect(parsed.document == nil)
    }

    /// Events, findings and edits of a hostile text.
    @Test(arguments: long.indices)
    func `what is kept is linear in the text`(index: Int) throws {
        let (name, text) = Self.long[index]
        let file = SourceFile(id: SourceFile.ID(0), path: "test.yaml", bytes: Array(text.utf8))
        let (stream, diagnostics) = YAMLEvents.read(file, limits: .definition)
        let events = try #require(stream).events.count
        #expect(events <= 4 * text.utf8.count + 16, "\(name)")
        #expect(diagnostics.count <= 600, "\(name)")
        #expect(diagnostics.reduce(0) { $0 + $1.fixes.count } <= text.utf8.count, "\(name)")
    }

    @Test func `a file that is too large is not read`() throws {
        let limits = YAMLLimits(bytes: 10, depth: 10, nodes: 10, aliasExpansion: 10)
        // Not even its encoding is looked at.
        let parsed = Parsed([UInt8](repeating: 0xFF, count: 11), limits: limits)
        #expect(parsed.findings == ["yaml/too-large «»"])
        #expect(parsed.document == nil)
        #expect(Parsed("a: 1234567", limits: limits).findings == [])
    }

    @Test func `values are counted`() {
        let limits = YAMLLimits(bytes: 1000, depth: 10, nodes: 20, aliasExpansion: 10)
        #expect(Parsed(String(repeating: "- x\n", count: 10), limits: limits).findings == [])
        let parsed = Parsed(String(repeating: "- x\n", count: 100), limits: limits)
        #expect(parsed.diagnostics.map(\.code) == ["yaml/too-many-nodes"])
        #expect(parsed.document == nil)
    }

    @Test func `depth up to the limit is fine`() {
        let limits = YAMLLimits(bytes: 1000, depth: 4, nodes: 100, aliasExpansion: 100)
        #expect(Parsed("[[[[x]]]]", limits: limits).findings == [])
        #expect(Parsed("[[[[[x]]]]]", limits: limits).findings == ["yaml/too-deep «[»"])
        #expect(Parsed("a:\n  - b:\n    - x\n", limits: limits).findings == [])
    }

    /// Nine levels of nine aliases each: some 400 bytes that stand for 387 million values.
    @Test func `a billion laughs are one finding`() throws {
        var text = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n"
        for level in 1...8 {
            let aliases = Array(repeating: "*a\(level - 1)", count: 9).joined(separator: ", ")
            text += "a\(level): &a\(level) [\(aliases)]\n"
        }
        let parsed = Parsed(text)
        #expect(parsed.diagnostics.map(\.code) == ["yaml/alias-expansion"])
        let root = try #require(parsed.document?.root)
        #expect(Self.count(root) < 300_000, "the graph that is left can be walked")
    }

    /// Each alias adds a level: a reader that recurses must be safe too.
    @Test func `a chain of aliases is as deep as it is expanded`() {
        let text = "- &a0 [x]\n" + (1...300).map { "- &a\($0) [*a\($0 - 1)]\n" }.joined()
        #expect(Parsed(text).diagnostics.map(\.code) == ["yaml/alias-expansion"])
    }

    private static func count(_ node: YAMLNode) -> Int {
        1 + node.items.reduce(0) { $0 + count($1) } + node.entries.reduce(0) { $0 + 1 + count($1.value) }
    }

    @Test(
        arguments: [
            ([0x61, 0x3A, 0x20, 0xC3, 0x28], 3..<4, "Byte 3"), ([0xC0, 0xAF], 0..<1, "Byte 0"),
            ([0x61, 0xED, 0xA0, 0x80], 1..<2, "Byte 1"), ([0x61, 0xF0, 0x9F], 1..<3, "Byte 1"),
            ([0xFF, 0xFE, 0x61, 0x00], 0..<2, "UTF-16 (little-endian)"),
            ([0xFE, 0xFF, 0x00, 0x61], 0..<2, "UTF-16 (big-endian)"),
            ([0x61, 0x00, 0x3A, 0x00], 0..<2, "UTF-16 (little-endian)"),
            ([0x00, 0x61, 0x00, 0x3A], 0..<2, "UTF-16 (big-endian)"),
            ([0xFF, 0xFE, 0, 0, 0x61, 0, 0, 0], 0..<2, "UTF-32 (little-endian)"),
            ([0, 0, 0xFE, 0xFF, 0, 0, 0, 0x61], 0..<2, "UTF-32 (big-endian)"),
            ([0x61, 0, 0, 0], 0..<2, "UTF-32 (little-endian)"), ([0, 0, 0, 0x61], 0..<2, "UTF-32 (big-endian)"),
        ] as [([UInt8], Range<UInt32>, String)])
    func `a text that is not UTF-8 is named`(bytes: [UInt8], range: Range<UInt32>, name: String) throws {
        let parsed = Parsed(bytes)
        #expect(parsed.diagnostics.map(\.code) == ["yaml/not-utf8"])
        #expect(parsed.document == nil)
        let found = try #require(parsed.diagnostics.first)
        #expect(found.span?.range == range)
        #expect(found.message.contains(name))
    }
}
