import LiveryDiagnostics
import LiveryYAML
import Testing

struct SpanTests {
    /// Each text marks one node; the path tells which.
    @Test(arguments: [
        ("a: «plain text» # c\n", "a"), ("«a: 1\nb: 2»\n", ""), ("a:\n  «b: 1\n  c: 2»\nd: 3\n", "a"),
        ("a: «\"x\\n\"»\n", "a"), ("a: «'it''s'»\n", "a"), ("a: «|\n  x\n  y»\n\nb: 1\n", "a"),
        ("a: «>-  # c\n  x»\n", "a"), ("a: «[1, 2]»\n", "a"), ("a: {x: «1», y: 2}\n", "a.x"),
        ("a: &n «{x: 1}»\nb: 1\n", "a"), ("a: &n 1\nb: «*n»\n", "b"), ("a:«»\nb: 1\n", "a"),
        ("a:«» # c\nb: 1\n", "a"), ("a: {x:«», y: 1}\n", "a.x"), ("a: {x«», y: 1}\n", "a.x"),
        ("a:\n- «- 1\n  - 2»\n- 3\n", "a.0"), ("a:\n  - «k: v»\n  - 3\n", "a.0"), ("é: «ü»\n", "é"),
        ("a: «two\n  lines»\nb: 1\n", "a"), ("a: !!str «x»\n", "a"), ("a:\r\n  b: «x»\r\n", "a.b"),
        ("a:\r  b: «x»\r", "a.b"), ("\u{FEFF}a: «x»\n", "a"), ("-«»\n- 1\n", "0"),
        ("«[a, [b]]»", ""), ("[a: «b»]", "0.a"), ("[«a: b»]", "0"), ("? x\n: «y»\n", "x"),
    ])
    func `a node's span is its token`(marked: String, path: String) throws {
        let text = MarkedText(marked)
        let parsed = Parsed(text.text)
        #expect(parsed.findings == [])
        var node = try #require(parsed.document?.root)
        for step in path.split(separator: ".") {
            node = try #require(
                Int(step).flatMap { node.items.indices.contains($0) ? node.items[$0] : nil }
                    ?? node.entries.first { $0.key.text == step }?.value)
        }
        #expect(node.span.range == text.ranges.first, "«\(parsed.text(node.span))»")
        #expect(node.span.file == parsed.file.id)
    }

    @Test func `a key's span is its token too`() throws {
        let root = try #require(Parsed("plain: 1\n\"quoted\": 2\n").document?.root)
        #expect(root.entries.map(\.key.span.range) == [0..<5, 9..<17])
    }

    @Test func `an alias shows its target's content under its own span`() throws {
        let parsed = Parsed("a: &n {x: [1]}\nb: *n\n")
        let alias = try #require(parsed.document?.root?.entries.last?.value)
        #expect(alias.isAlias)
        #expect(alias.kind == .mapping)
        #expect(alias.style == .flow)
        #expect(parsed.text(alias.span) == "*n")
        #expect(Parsed.tree(alias) == "{x: [1]}")
        #expect(parsed.text(parsed.document?.root?.entries.first?.value.anchorSpan) == "&n")
    }
}
