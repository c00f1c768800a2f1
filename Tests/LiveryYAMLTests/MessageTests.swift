import LiveryDiagnostics
import Testing

/// What the person who filled in a definition reads, word for word: where, what, what to do, and the edit.
struct MessageTests {
    @Test(
        arguments: [
            (
                "handle: @oakwood\n", "1:9 Text cannot begin with `@` unless it stands in quotes.",
                "Put the text in quotes.",
                "handle: \"@oakwood\"\n"
            ),
            (
                "note: 5\noff: %20\n", "2:6 Text cannot begin with `%` unless it stands in quotes.",
                "Put the text in quotes.", "note: 5\noff: \"%20\"\n"
            ),
            (
                "code: `x`\n", "1:7 Text cannot begin with ``` unless it stands in quotes.", "Put the text in quotes.",
                "code: \"`x`\"\n"
            ),
            (
                "note: * by appointment\n", "1:7 Text cannot begin with `*` unless it stands in quotes.",
                "Put the text in quotes.", "note: \"* by appointment\"\n"
            ),
            (
                "primary: #C62828\n",
                "1:10 `#C62828` is a comment here and not a value, because a `#` behind a space begins a comment.",
                "Put the value in quotes.", "primary: \"#C62828\"\n"
            ),
            (
                "tagline: Brakes: done right\n", "1:16 A value that holds a colon and a space must stand in quotes.",
                "If the text before the colon is a key of its own, put it on the next line instead.",
                "tagline: \"Brakes: done right\"\n"
            ),
            (
                "days:\n- monday\n  - tuesday\n",
                "3:3 This `- ` is indented further than the item above and is read as a part of its text.",
                "Indent all items of a list by the same number of spaces, or put the text in quotes.", nil
            ),
            (
                "tags: {a:[b]}\n", "1:9 A space is missing behind this sign.", nil, "tags: {a: [b]}\n"
            ),
        ] as [(String, String, String?, String?)])
    func `a message says what to do`(text: String, message: String, help: String?, mended: String?) throws {
        let parsed = Parsed(text)
        let found = try #require(parsed.diagnostics.first)
        let place = try LineIndex(parsed.file.bytes).place(of: #require(found.span).start)
        #expect("\(place.line):\(place.column) \(found.message)" == message)
        #expect(found.help == help)
        #expect((found.fixes.isEmpty ? nil : parsed.mended()) == mended)
        #expect(parsed.diagnostics.count == 1)
    }
}
