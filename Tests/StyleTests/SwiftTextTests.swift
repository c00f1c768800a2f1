import Testing

@Suite("The reader of Swift text that the other checks stand on")
struct SwiftTextTests {
    @Test("Strings and comments are not code, interpolations are")
    func tokens() {
        let text = SwiftText(
            ##"""
            let a = "open { \(inner("x}")) }" // close }
            /* one /* two */ fatalError() */ let b = #"raw \( "no" \#(yes) "#
            """##)
        #expect(
            text.tokens.map(\.text) == [
                "let", "a", "=", "\"", "inner", "(", "\"", ")", "let", "b", "=", "\"", "yes",
            ])
    }

    @Test("A string keeps its text and its line")
    func strings() {
        let text = SwiftText(
            "let a = 1\nlet b = [\"yaml/one\", \"\"\"\n  two \"quoted\"\n  \"\"\", \"\\(a)\"]\nlet c = \"d\"")
        let strings = text.tokens.filter { $0.string != nil }
        #expect(strings.compactMap(\.string) == ["yaml/one", "\n  two \"quoted\"\n  ", "d"])
        #expect(strings.map(\.line) == [2, 2, 5])
    }

    @Test("A token knows whether a space stands before it")
    func joined() {
        let text = SwiftText("a! !b")
        #expect(text.tokens.map(\.isJoined) == [false, true, false, true])
    }
}
