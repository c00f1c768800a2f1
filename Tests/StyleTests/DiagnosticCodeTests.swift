import Testing

@Suite("Every diagnostic code has a case")
struct DiagnosticCodeTests {
    @Test("A case below Tests/Corpus, or a test that is named here")
    func sources() {
        let expectations = Repository.paths.filter { $0.hasPrefix("Tests/Corpus/") && $0.hasSuffix("/expected.txt") }
        let shown = expectations.compactMap(Repository.text(of:)).reduce(into: Set<String>()) {
            $0.formUnion(DiagnosticCodes.shown(in: $1))
        }
        DiagnosticCodes(in: Repository.sources)
            .findings(corpus: shown, elsewhere: Self.elsewhere, read: Repository.text(of:)).report()
    }

    @Test("JUnit has a case for each stage")
    func reported() throws {
        let report = try Repository.file("Sources/LiveryDiagnostics/JUnitReport.swift").text
        for stage in DiagnosticCodes.stages { #expect(report.contains("\"\(stage)\""), "\(stage)") }
    }

    /// What no definition can provoke: it is about the folder around it, about its size, about the command line, or
    /// stands behind another rule that already refuses the definition. Each test must speak of the code.
    static let elsewhere: [String: String] = [
        "compiler/damaged-bundle": difference,
        "compiler/incomparable-bundle": difference,
        "compiler/stale-baseline": endToEnd,
        "compiler/unknown-path": explanation,
        "compiler/unknown-shop": explanation,
        "workspace/bad-name": reader,
        "workspace/broken-link": reader,
        "workspace/foreign-file": endToEnd,
        "workspace/foreign-file-in-the-way": endToEnd,
        "workspace/left-bundle": endToEnd,
        "workspace/link-leaves": reader,
        "workspace/linked-folder": reader,
        "workspace/new-needs-platform": endToEnd,
        "workspace/no-shops": reader,
        "workspace/no-tenants-folder": reader,
        "workspace/not-a-file": reader,
        "workspace/not-a-folder": reader,
        "workspace/too-large": reader,
        "workspace/unknown-ending": reader,
        "workspace/unread-file": reader,
        "workspace/unknown-entry": reader,
        "workspace/unprintable-name": reader,
        "workspace/unreadable": reader,
        "yaml/too-deep": "Tests/LiveryYAMLTests/LimitTests.swift",
        "yaml/too-large": "Tests/LiveryYAMLTests/LimitTests.swift",
        "yaml/too-many-nodes": "Tests/LiveryYAMLTests/LimitTests.swift",
    ]

    private static let reader = "Tests/LiveryWorkspaceTests/WorkspaceReaderTests.swift"
    private static let difference = "Tests/LiveryCompilerTests/DifferenceTests.swift"
    private static let endToEnd = "Tests/LiveryCommandTests/EndToEndTests.swift"
    private static let explanation = "Tests/CorpusTests/ExplanationTests.swift"

    @Test("Each code has a page, and each page a code")
    func pages() {
        let pages = Repository.paths.filter { $0.hasPrefix("docs/diagnostics/") && $0.hasSuffix(".md") }
            .map { String($0.dropFirst("docs/diagnostics/".count).dropLast(".md".count)) }.filter { $0 != "README" }
        let codes = DiagnosticCodes(in: Repository.sources).uses.map(\.code)
        #expect(
            codes.filter { !pages.contains($0) } == [], "write docs/diagnostics/CODE.md, then run Tests/Scripts/embed")
        #expect(pages.filter { !codes.contains($0) } == [], "nothing reports these")
    }

    @Test("A page has the severity that its code is reported with")
    func severities() throws {
        let report = /Diagnostic\(\s*code: "([a-z]+\/[a-z0-9-]+)",(?:\s*severity: ([^,\n]+),)?/
        for file in Repository.sources where !file.isGenerated {
            for match in file.text.matches(of: report) {
                // Where the severity hangs on the case, the page says the graver one.
                guard match.2 == nil || match.2 == ".warning" else { continue }
                let severity = match.2 == nil ? "error" : "warning"
                let page = try #require(Repository.text(of: "docs/diagnostics/\(match.1).md"), "\(match.1)")
                #expect(page.contains("\n`\(match.1)`, \(severity)\n"), "\(match.1) is reported as \(severity)")
            }
        }
    }

    @Test("Codes are string literals of two words")
    func codes() {
        let file = CheckedFile(
            path: "Sources/X/X.swift",
            text: """
                // "yaml/comment"
                let a = "yaml/tab", b = "schema/unknown-key", c = "tenants/shops", d = "yaml/Tab", e = "tenant/unknown-"
                let f = "yaml/tab", g = "yaml/\\(x)"
                """)
        let uses = DiagnosticCodes(in: [file]).uses
        #expect(uses.map(\.code) == ["schema/unknown-key", "yaml/tab"])
        #expect(uses.map(\.line) == [2, 2])
    }

    @Test("An expectation shows the codes of its titles")
    func shown() {
        let text = "error[a/b]: `x` is wrong.\n --> x.yaml:1:1\n  | [c/d]\n\nwarning[e/f]: y\nnote: z\n"
        #expect(DiagnosticCodes.shown(in: text) == ["a/b", "e/f"])
    }

    @Test("A code without a case is found, and so is an exception without a ground")
    func badCodes() {
        let file = CheckedFile(
            path: "Sources/X/X.swift", text: "f(\"yaml/a\")\nf(\"yaml/b\")\nf(\"yaml/c\")\nf(\"yaml/d\")\n")
        let codes = DiagnosticCodes(in: [file])
        func findings(_ corpus: Set<String>, _ elsewhere: [String: String]) -> [Int] {
            codes.findings(corpus: corpus, elsewhere: elsewhere) { $0 == "T.swift" ? "\"yaml/c\"" : nil }.lines
        }
        #expect(findings(["yaml/a", "yaml/b", "yaml/d"], ["yaml/c": "T.swift"]) == [])
        #expect(findings(["yaml/a", "yaml/b"], ["yaml/c": "T.swift"]) == [4])
        #expect(findings(["yaml/a", "yaml/b", "yaml/c", "yaml/d"], ["yaml/c": "T.swift"]) == [3])
        #expect(findings(["yaml/a", "yaml/b", "yaml/c"], ["yaml/d": "T.swift"]) == [4])
        #expect(findings(["yaml/a", "yaml/b", "yaml/c", "yaml/d"], ["yaml/gone": "T.swift"]) == [1])
    }
}
