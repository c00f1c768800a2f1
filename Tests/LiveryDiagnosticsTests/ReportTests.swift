import Foundation
import Testing

@testable import LiveryDiagnostics

/// One run with everything that is hard to write down, in every format. The texts in Expected are what programs and
/// people get; Tests/Validators/reports holds the same files against the formats' own definitions.
@Suite struct ReportTests {
    private static let sample = Sample()

    @Test(arguments: Rendering.allCases)
    func looksAsExpected(_ rendering: Rendering) throws {
        let file = Self.expected.appending(path: rendering.file)
        let text = Self.sample.text(rendering)
        if ProcessInfo.processInfo.environment["LIVERY_UPDATE"] == "1" {
            try Data(text.utf8).write(to: file)
        }
        let expected = try String(contentsOf: file, encoding: .utf8)
        #expect(text == expected, "LIVERY_UPDATE=1 writes \(rendering.file) anew")
    }

    @Test func nothingElseIsExpected() throws {
        let names = try FileManager.default.contentsOfDirectory(atPath: Self.expected.path)
        #expect(names.sorted() == Rendering.allCases.map(\.file).sorted())
    }

    @Test(arguments: Rendering.allCases)
    func neverShowsASecret(_ rendering: Rendering) {
        #expect(!Self.sample.text(rendering).contains("51HxSecret"))
    }

    @Test(arguments: [Rendering.human, .ascii, .narrated, .compact, .github, .junit, .checkstyle])
    func cannotSteerATerminal(_ rendering: Rendering) {
        let scalars = Self.sample.text(rendering).unicodeScalars
        let controls = scalars.filter { $0 != "\n" && ($0.value < 0x20 || $0.value == 0x7F) }
        #expect(controls.isEmpty)
    }

    @Test func asciiIsASCII() {
        #expect(Self.sample.text(.ascii).utf8.allSatisfy { $0 < 0x80 })
    }

    @Test func hidesTheLeastSevere() {
        let severities: [Diagnostic.Severity] = [.note, .warning, .error, .warning, .error]
        let findings = severities.enumerated().map { Diagnostic(code: "a/b", severity: $1, "\($0)", at: nil) }
        #expect(findings.mostSevere(3).map(\.message) == ["1", "2", "4"])
        #expect(findings.mostSevere(9) == findings)
        #expect(findings.mostSevere(0).isEmpty)

        let report = Report(findings, from: SourceMap(), limit: 3, version: "1.0.0")
        #expect(report.hiddenNotice == "2 findings are hidden by --max-errors")
        #expect(GitHubAnnotations.render(report).contains("2 findings are hidden by --max-errors."))
        #expect(String(decoding: JSONReport.render(report), as: UTF8.self).contains("\"hidden\": 2"))
        #expect(String(decoding: SARIFReport.render(report), as: UTF8.self).contains("2 findings are hidden"))
    }

    @Test func namesFilesFromWhereItWasStarted() {
        var page = Page()
        let spans = page.add("tenants/shops/elm.yaml", "«a»: 1\n")
        let finding = Diagnostic(code: "a/b", "A.", at: spans[0])
        let report = Report([finding], from: page.sources, in: "apps/shops/", version: "1.0.0")
        #expect(CompactRenderer.render(report) == "apps/shops/tenants/shops/elm.yaml:1:1: error: A. [a/b]\n")
    }

    @Test func fingerprintsSurviveEditsElsewhere() {
        let before = fingerprints("«a»: 1\n«b»: 1\n", paths: ["x.a", "x.b"])
        let after = fingerprints("new: 1\n\n«a»: 1\n«b»: 1\n", paths: ["x.a", "x.b"])
        #expect(before == after)
        #expect(Set(before).count == 2)
        #expect(before.allSatisfy { $0.hasSuffix(":1") })
        let same = fingerprints("«a»: 1\n«b»: 1\n", paths: ["x", "x"])
        #expect(same[0].dropLast() == same[1].dropLast() && same[1].hasSuffix(":2"))
    }

    private func fingerprints(_ text: String, paths: [String]) -> [String] {
        var page = Page()
        let findings = zip(page.add("a.yaml", text), paths).map { Diagnostic(code: "a/b", "A.", at: $0, path: $1) }
        return Report(findings, from: page.sources, version: "1.0.0").findings.map(\.fingerprint)
    }

    private static let expected = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(
        path: "Expected")
}

@Suite struct ReportLimitTests {
    @Test func gitHubIsToldWhatItDoesNotShow() {
        let report = Report(findings(errors: 12, warnings: 11, notes: 12), from: SourceMap(), version: "1.0.0")
        let lines = GitHubAnnotations.render(report).split(separator: "\n")
        #expect(lines.count == 36)
        #expect(lines.count { $0.hasPrefix("::notice ") } == 10)
        #expect(
            lines.last
                == """
                ::notice title=Livery::12 errors, 11 warnings and 12 notes. GitHub shows 10 of a kind: \
                2 errors, 1 warning, 3 notes more in the log.
                """)
    }

    @Test func gitHubIsToldNothingMoreWhenAllIsShown() {
        let report = Report(findings(errors: 10, warnings: 0, notes: 9), from: SourceMap(), version: "1.0.0")
        #expect(GitHubAnnotations.render(report).hasSuffix("\nlivery: 10 errors and 9 notes.\n"))
        #expect(
            GitHubAnnotations.render(Report([], from: SourceMap(), version: "1.0.0"))
                == "livery: nothing to report.\n")
    }

    @Test func escapesWorkflowCommands() {
        #expect(GitHubAnnotations.escaped("100%\r\n::x,") == "100%25%0D%0A::x,")
        #expect(GitHubAnnotations.escaped(property: "a:b,c%2C\n") == "a%3Ab%2Cc%252C%0A")
    }

    @Test func sarifStaysWithinWhatIsAccepted() {
        let report = Report(
            findings(errors: SARIFReport.accepted - 1, warnings: 2, notes: 1), from: SourceMap(), version: "1.0.0")
        let text = String(decoding: SARIFReport.render(report), as: UTF8.self)
        #expect(text.components(separatedBy: "\"ruleIndex\"").count - 1 == SARIFReport.accepted)
        #expect(text.contains("Only the 25000 most severe of 25002 findings are in this file"))
        #expect(text.contains("Code scanning shows the 5000 most severe of 25000 results."))
        #expect(!text.contains("\"level\": \"note\""))
    }

    @Test func sarifPathsAreReferences() {
        #expect(SARIFReport.uri(of: "tenants/a b/é:#?%.yaml") == "tenants/a%20b/%C3%A9%3A%23%3F%25.yaml")
    }

    @Test func xmlHoldsWhatItCan() {
        #expect(
            XMLText.escaped("<a b=\"c\" d='e'>&\n\t\u{0}\u{1B}\u{FFFF}é")
                == "&lt;a b=&quot;c&quot; d=&apos;e&apos;&gt;&amp;&#10;&#9;\u{FFFD}\u{FFFD}\u{FFFD}é")
    }

    @Test func everyStageHasACaseInJUnit() {
        let text = JUnitReport.render(Report([], from: SourceMap(), shops: ["elm"], version: "1.0.0"))
        #expect(text.contains("<testsuites name=\"livery\" tests=\"12\" failures=\"0\""))
        #expect(text.components(separatedBy: "<testsuite ").count - 1 == 2)
    }

    private func findings(errors: Int, warnings: Int, notes: Int) -> [Diagnostic] {
        let counts: [(Diagnostic.Severity, Int)] = [(.note, notes), (.warning, warnings), (.error, errors)]
        return counts.flatMap { severity, count in
            (0..<count).map { Diagnostic(code: "a/\(severity)", severity: severity, "Number \($0).", at: nil) }
        }
    }
}
