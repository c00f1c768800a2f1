import Foundation
import LiveryBundle
import LiveryDiagnostics
import Testing

@testable import LiveryCompiler

/// What happens to `livery diff` when a former bundle is not as it was; Tests/Corpus/changes has what it tells.
struct DifferenceTests {
    private static let bundle = Result {
        try #require(Compiler.compile(SampleWorkspace.input, only: ["oakwood-auto-care"]).shops.first?.bundle)
    }

    private func read(_ bundle: LiveryBundle.Bundle, of shop: String? = nil) -> (record: BundleRecord?, text: String) {
        var sources = SourceMap()
        let (record, diagnostics) = BundleRecord.read(bundle, of: shop, named: "former/oakwood", into: &sources)
        return (record, HumanRenderer.render(diagnostics, from: sources))
    }

    /// The bundle with one file changed, or without it.
    private func damaged(_ path: String, _ change: (String) -> String?) throws -> LiveryBundle.Bundle {
        LiveryBundle.Bundle(
            files: try Self.bundle.get().files.compactMap { file in
                guard file.path == path else { return file }
                let text = change(String(decoding: file.bytes, as: UTF8.self))
                return text.map { BundleFile(path: path, bytes: Array($0.utf8)) }
            })
    }

    @Test func aWholeBundleIsRead() throws {
        let (record, text) = read(try Self.bundle.get(), of: "oakwood-auto-care")
        #expect(text == "")
        let found = try #require(record)
        #expect(found.shop == "oakwood-auto-care" && found.consentRevision != nil)
        #expect(BundleDifference(from: found, to: found).isEmpty)
    }

    @Test(arguments: [
        ("privacy/policy.json", "no file `privacy/policy.json`", "compiler/incomparable-bundle"),
        ("privacy/data-map.json", "has no file `privacy/data-map.json`", "compiler/damaged-bundle"),
        ("consent/cookies.json", "has no file `consent/cookies.json`", "compiler/damaged-bundle"),
    ])
    func aLostFileIsNamed(_ path: String, _ message: String, _ code: String) throws {
        let (record, text) = read(try damaged(path) { _ in nil })
        #expect(record == nil && text.contains(message) && text.contains(code), "\(text)")
    }

    @Test func aMemberThatIsNotThereIsShownWhereItShouldBe() throws {
        let (record, text) = read(
            try damaged("privacy/policy.json") {
                $0.replacing("\"answer_days\": 30", with: "\"answer_days\": \"soon\"")
            })
        #expect(record == nil)
        #expect(text.contains("`answer_days` is not a whole number."), "\(text)")
        #expect(text.contains("--> former/oakwood/privacy/policy.json:"), "\(text)")
        let lost = read(try damaged("privacy/data-map.json") { $0.replacing("\"purposes\"", with: "\"uses\"") })
        #expect(lost.text.contains("`collected[0].purposes` is missing."), "\(lost.text)")
    }

    @Test(arguments: ["", "{", "[]", "{\"a\": ", "null", "\u{0}", "{\"a\": 1}", "<<<<<<< HEAD\n{}\n=======\n"])
    func whatIsNoJSONIsRefused(_ text: String) throws {
        for path in ["privacy/policy.json", "privacy/provenance.json", "app/permissions.json"] {
            let (record, report) = read(try damaged(path) { _ in text })
            #expect(record == nil && report.contains("compiler/damaged-bundle"), "\(report)")
        }
    }

    @Test func whatIsNestedWithoutEndIsRefused() throws {
        let deep = String(repeating: "[", count: 100_000)
        #expect(read(try damaged("privacy/policy.json") { _ in deep }).record == nil)
        // A file of another kind is only compared.
        let odd = read(try damaged("api/production.json") { _ in deep })
        let difference = BundleDifference(
            from: try #require(read(try Self.bundle.get()).record), to: try #require(odd.record))
        #expect(difference.configuration.map(\.file) == ["api/production.json"])
    }

    @Test func anotherShopOrFormatIsRefused() throws {
        let other = read(try Self.bundle.get(), of: "elm")
        #expect(other.text.contains("is of `oakwood-auto-care`, and not of `elm`"), "\(other.text)")
        let newer = read(
            try damaged("privacy/policy.json") { $0.replacing("\"format_version\": 1", with: "\"format_version\": 99") }
        )
        #expect(newer.text.contains("has format version 99"), "\(newer.text)")
    }

    /// Every prefix of a record ends in a value or a diagnostic.
    @Test func aCutFileNeverCrashes() throws {
        let file = try #require(try Self.bundle.get().files.first { $0.path == "privacy/policy.json" })
        let text = String(decoding: file.bytes, as: UTF8.self)
        for end in stride(from: 0, to: text.utf8.count - 2, by: 97) {
            let cut = String(decoding: text.utf8.prefix(end), as: UTF8.self)
            #expect(read(try damaged("privacy/policy.json") { _ in cut }).record == nil)
        }
    }
}
