import Foundation
import LiveryCompiler
import LiveryDiagnostics
import Testing

@Suite("Pages about diagnostics")
struct DiagnosticPageTests {
    @Test("A page says what and why, and shows an example or says what to do", arguments: DiagnosticPages.codes)
    func sections(_ code: String) throws {
        let page = try #require(DiagnosticPages.page(for: code))
        #expect(DiagnosticPages.severity(of: code) == page.severity)
        #expect(page.markdown.hasPrefix("# \(page.title)\n\n`\(code)`, \(page.severity.rawValue)\n\n"))
        #expect(!page.title.isEmpty && !page.title.hasSuffix(".") && !page.what.isEmpty && !page.why.isEmpty)
        #expect((page.example == nil) == (page.advice != nil), "an example, or advice, and not both")
        let isExcepted = code.hasPrefix("workspace/") || Self.withoutExample[code] != nil
        #expect((page.example == nil) == isExcepted, "codes without an example are listed, with the reason")
        let text = page.plainText
        #expect(text.hasPrefix("\(code) (\(page.severity.rawValue)): \(page.title)\n\n"))
        #expect(!text.contains("<!--") && !text.contains("```") && !text.contains("\n#"))
    }

    /// Codes whose page cannot prove itself by a few lines of YAML. Those of `workspace/` are about folders.
    static let withoutExample: [String: String] = [
        "compiler/cut-picture": "the picture is wrong",
        "compiler/damaged-bundle": "a bundle is wrong",
        "compiler/equal-logos": "the picture is wrong",
        "compiler/foreign-domain": "a second shop is needed",
        "compiler/id-of-another-shop": "a second shop is needed",
        "compiler/incomparable-bundle": "a bundle is wrong",
        "compiler/large-logo": "the picture is wrong",
        "compiler/mail-to-another-shop": "a second shop is needed",
        "compiler/missing-platform": "a whole file is missing",
        "compiler/picture-of-another-shop": "a second shop is needed",
        "compiler/reserved-provider": "the name of a file is wrong",
        "compiler/secret-of-another-shop": "a second shop is needed",
        "compiler/shared-account": "a second shop is needed",
        "compiler/shared-app-name": "a second shop is needed",
        "compiler/shared-contact": "a second shop is needed",
        "compiler/shared-identity": "a second shop is needed",
        "compiler/shared-payments": "a second shop is needed",
        "compiler/shared-secret": "a second shop is needed",
        "compiler/sizeless-logo": "the picture is wrong",
        "compiler/stale-baseline": "the command line is wrong",
        "compiler/transparent-icon": "the picture is wrong",
        "compiler/unknown-path": "the command line is wrong",
        "compiler/unknown-shop": "the command line is wrong",
        "compiler/unsafe-logo": "the picture is wrong",
        "compiler/unused-group": "a whole file is too many",
        "compiler/unused-picture": "a whole file is too many",
        "compiler/wrong-asset-format": "the picture is wrong",
        "compiler/wrong-icon-size": "the picture is wrong",
        "privacy/officer-undeclared": "a company needs a country of its own, too",
        "privacy/teens-sold": "several values are wrong together",
        "privacy/card-long": "many long names are needed",
        "privacy/clause-absent-value": "a clause is Markdown",
        "privacy/clause-dead-link": "a clause is Markdown",
        "privacy/clause-empty-section": "a clause is Markdown",
        "privacy/clause-misplaced": "a clause is Markdown",
        "privacy/clause-never-applies": "a clause is Markdown",
        "privacy/clause-syntax": "a clause is Markdown",
        "privacy/clause-unknown-fact": "a clause is Markdown",
        "privacy/hard-to-read": "a clause is Markdown",
        "privacy/long-sentence": "a clause is Markdown",
        "privacy/page-long": "a clause is Markdown",
        "privacy/sale-banned": "towing is needed besides, with a period for what it collects",
        "privacy/resource-undeclared": "a new provider is needed besides",
        "tenant/history-after-deletion": "two areas do not fit together",
        "tenant/towing-calls-shop": "another area must know of the place of a car",
        "yaml/alias-expansion": "what brings it about is wrong for other reasons too",
        "yaml/invalid-character": "nobody can see the character",
        "yaml/key-too-long": "a thousand characters are needed",
        "yaml/not-utf8": "a page is UTF-8",
        "yaml/recursive-alias": "what brings it about is wrong for other reasons too",
        "yaml/too-deep": "it is about size",
        "yaml/too-large": "it is about size",
        "yaml/too-many-nodes": "it is about size",
    ]

    @Test(
        "The wrong example has this fault and no other, the mended one none",
        arguments: DiagnosticPages.codes.filter { DiagnosticPages.page(for: $0)?.example != nil })
    func example(_ code: String) throws {
        let page = try #require(DiagnosticPages.page(for: code))
        let example = try #require(page.example)
        let wrong = try findings(in: example, with: example.wrong)
        #expect(wrong.contains { $0.code == code && $0.severity == page.severity }, "\(wrong.map(\.message))")
        #expect(Set(wrong.filter { $0.severity == .error }.map(\.code)).subtracting([code]) == [])
        let mended = try findings(in: example, with: example.mended)
        #expect(mended.filter { $0.code == code || $0.severity == .error }.map(\.message) == [])
    }

    private func findings(in example: DiagnosticPage.Example, with text: String) throws -> [Diagnostic] {
        var files = try CorpusCase.baseFiles()
        let file = example.file.replacingOccurrences(of: "tenants/", with: "")
        if let place = example.place {
            let parts = ("\n" + (files[file] ?? "")).components(separatedBy: "\n" + place)
            try #require(parts.count == 2, "these lines must stand once in \(file):\n\(place)")
            files[file] = String((parts[0] + "\n" + text + parts[1]).dropFirst())
        } else {
            files[file] = text
        }
        return Compiler.compile(CorpusCase.input(of: files.mapValues { Array($0.utf8) }), emitBundles: false)
            .diagnostics
    }

    @Test("Whatever the corpus shows has the severity of its page")
    func severities() throws {
        for example in CorpusCase.all(below: "diagnostics") {
            let compilation = Compiler.compile(try example.input(), emitBundles: false)
            for finding in compilation.diagnostics where finding.severity != .error {
                #expect(DiagnosticPages.page(for: finding.code)?.severity == finding.severity, "\(finding.code)")
            }
        }
    }
}
