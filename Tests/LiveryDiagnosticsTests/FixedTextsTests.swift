import Testing

@testable import LiveryDiagnostics

@Suite struct FixedTextsTests {
    private func finding(_ code: String, _ edits: (Int, Int, String)...) -> Diagnostic {
        let fixes = edits.map { start, end, text in
            Diagnostic.Fix(
                title: "Write `\(text)`",
                span: SourceSpan(file: SourceFile.ID(0), start: UInt32(start), end: UInt32(end)), replacement: text)
        }
        return Diagnostic(code: code, "Something is wrong.", at: fixes.first?.span, fixes: fixes)
    }

    private func apply(_ text: String, _ findings: [Diagnostic]) -> (text: String, mended: [String]) {
        var sources = SourceMap()
        let file = sources.add(path: "a.yaml", bytes: Array(text.utf8))
        let fixed = FixedTexts(findings, in: sources, editable: [file.id])
        return (String(decoding: fixed.texts[file.id] ?? file.bytes, as: UTF8.self), fixed.mended.map(\.code))
    }

    @Test func keepsEveryOtherByte() {
        let result = apply("a: b\r\n# ü\tc\nd", [finding("x/end", (13, 14, "e")), finding("x/start", (0, 1, "long"))])
        #expect(result.text == "long: b\r\n# ü\tc\ne")
    }

    @Test func takesTheFirstOfTwoThatOverlap() {
        let result = apply("abcdef", [finding("x/one", (1, 3, "X")), finding("x/two", (2, 4, "Y"))])
        #expect(result.text == "aXdef" && result.mended == ["x/one"])
        let inserts = apply("ab", [finding("x/one", (1, 1, "X")), finding("x/two", (1, 1, "Y"))])
        #expect(inserts.text == "aXb")
    }

    @Test func makesTheEditsOfOneFindingTogetherOrNotAtAll() {
        let both = apply("abcdef", [finding("x/pair", (4, 5, "E"), (0, 1, "A"))])
        #expect(both.text == "AbcdEf")
        let none = apply("abcdef", [finding("x/one", (4, 6, "!")), finding("x/pair", (0, 1, "A"), (5, 6, "F"))])
        #expect(none.text == "abcd!" && none.mended == ["x/one"])
        #expect(apply("abc", [finding("x/self", (0, 2, "1"), (1, 3, "2"))]).text == "abc")
    }

    @Test func leavesForeignFilesAlone() {
        var sources = SourceMap()
        sources.add(path: "built-in", bytes: Array("abc".utf8))
        #expect(FixedTexts([finding("x/one", (0, 1, "X"))], in: sources, editable: []).texts.isEmpty)
    }
}

@Suite struct UnifiedDiffTests {
    private func diff(_ old: String, _ new: String) -> String {
        String(decoding: UnifiedDiff.between(Array(old.utf8), Array(new.utf8), path: "x"), as: UTF8.self)
    }

    @Test func isEmptyForEqualTexts() {
        #expect(diff("a\n", "a\n") == "")
    }

    @Test func countsRangesAsPatchReadsThem() {
        #expect(diff("", "a\n") == "--- a/x\n+++ b/x\n@@ -0,0 +1 @@\n+a\n")
        #expect(diff("a\n", "") == "--- a/x\n+++ b/x\n@@ -1 +0,0 @@\n-a\n")
        #expect(diff("a\nb\n", "a\nc\n") == "--- a/x\n+++ b/x\n@@ -1,2 +1,2 @@\n a\n-b\n+c\n")
    }

    @Test func saysWhereTheLastLineHasNoBreak() {
        #expect(
            diff("a", "a\n") == "--- a/x\n+++ b/x\n@@ -1 +1 @@\n-a\n\\ No newline at end of file\n+a\n")
    }

    @Test func splitsHunksThatStandFarApart() {
        let lines = (1...20).map { "\($0)\n" }
        var changed = lines
        changed[1] = "two\n"
        changed.remove(at: 17)
        let text = diff(lines.joined(), changed.joined())
        #expect(text.contains("@@ -1,5 +1,5 @@\n 1\n-2\n+two\n 3\n"))
        #expect(text.contains("@@ -15,6 +15,5 @@\n 15\n 16\n 17\n-18\n 19\n 20\n"))
    }
}
