import Foundation
import LiveryCompiler
import LiveryDiagnostics
import Testing

@Suite("Silences and severities")
struct SilenceTests {
    private static let good = "    light: {primary: \"#1F5A3C\", on_primary: \"#FFFFFF\"}\n"
    private static let weak = "    light: {primary: \"#1F5A3C\", on_primary: \"#9BBFAA\"}"
    private static let silence = "# livery: allow tenant/low-contrast: brand mandated"

    @Test(
        "A warning is silenced on its line and on a line above it",
        arguments: [
            "\(weak) \(silence)\n", "    \(silence)\n\(weak)\n", "\(silence)\n# another comment\n\n\(weak)\n",
            "\(weak)\t#livery:allow tenant/low-contrast : brand mandated\r\n",
        ])
    func silenced(_ lines: String) throws {
        let compilation = try Self.compile(shop: [Self.good: lines])
        #expect(compilation.diagnostics == [])
        #expect(compilation.shops.allSatisfy { $0.bundle != nil })
    }

    @Test(
        "A silence on another line, or for another code, hides nothing and is of no use itself",
        arguments: [
            "\(weak)\n    \(silence)\n", "    \(silence)\n    # x\n    dark: {}\n\(weak)\n",
            "\(weak) # livery: allow tenant/long-name-under-icon: brand mandated\n",
        ])
    func unused(_ lines: String) throws {
        let dark = "    dark: {primary: \"#8FD3AE\", on_primary: \"#06301B\"}\n"
        let edits = lines.contains("dark") ? [Self.good + dark: lines.replacing("    dark: {}\n", with: dark)] : nil
        let found = try Self.compile(shop: edits ?? [Self.good: lines]).diagnostics.map(\.code)
        #expect(found.sorted() == ["compiler/unused-silence", "tenant/low-contrast"])
    }

    @Test(
        "What is no comment, or no silence, is left alone",
        arguments: [
            ("      subtitle: Honest car care in Austin\n", "      subtitle: \"a # livery: allow x/y\"\n"),
            (
                "      description: Book a visit and see what we did.\n",
                "      description: |\n        # livery: allow x/y\n"
            ),
            ("      description: Book a visit and see what we did.\n", "      description: a#livery: allow\n"),
            ("livery: 1\n", "livery: 1 # livery: allows everything\n"),
            ("livery: 1\n", "livery: 1 # livery: 1 is the format\n"),
        ])
    func noSilence(_ old: String, _ new: String) throws {
        #expect(try Self.compile(shop: [old: new]).diagnostics.filter { $0.code.hasPrefix("compiler/") } == [])
    }

    @Test("A silence in a shared file counts for whoever meets the finding there")
    func sharedFile() throws {
        let colors = "branding:\n  colors:\n    light: {primary: \"#1F5A3C\", on_primary: \"#9BBFAA\"}"
        let edit = ["environments:\n": "\(colors) \(Self.silence)\nenvironments:\n"]
        #expect(try Self.compile(shop: [Self.good: ""], platform: edit).diagnostics == [])
        let misplaced = ["  backup_days: 35\n": "  backup_days: 35 \(Self.silence)\n"]
        let found = try Self.compile(platform: misplaced)
        #expect(found.diagnostics.map(\.code) == ["compiler/unused-silence"])
        #expect(found.shops.allSatisfy { $0.bundle != nil })
    }

    @Test("While a shop has errors, nobody says that a silence is of no use")
    func errorsFirst() throws {
        let edits = ["group: elm\n": "group: elm \(Self.silence)\n", "hello@oakwood.example": "hello@oakwood"]
        #expect(try Self.compile(shop: edits).diagnostics.map(\.code) == ["tenant/invalid-email"])
    }

    @Test("A wrong silence refuses the bundle, as every error does")
    func wrongSilence() throws {
        let compilation = try Self.compile(platform: ["livery: 1\n": "livery: 1 # livery: allow tenant/low-contrast\n"])
        #expect(compilation.diagnostics.map(\.code) == ["compiler/silence-without-reason"])
        #expect(compilation.shops.allSatisfy { $0.bundle == nil })
    }

    @Test("A workspace can make a warning an error, or nothing", arguments: ["error", "warning", "off"])
    func severity(_ rule: String) throws {
        let edit = ["environments:\n": "diagnostics: {tenant/low-contrast: \(rule)}\nenvironments:\n"]
        let compilation = try Self.compile(shop: [Self.good: Self.weak + "\n"], platform: edit)
        #expect(compilation.diagnostics.map(\.severity.rawValue) == (rule == "off" ? [] : [rule]))
        #expect((compilation.shops.first?.bundle == nil) == (rule == "error"))
    }

    private static func compile(shop: [String: String] = [:], platform: [String: String] = [:]) throws -> Compilation {
        var files = try CorpusCase.baseFiles()
        for (file, edits) in [("shops/oakwood.yaml", shop), ("platform.yaml", platform)] {
            for (old, new) in edits.sorted(by: { $0.key < $1.key }) {
                let parts = (files[file] ?? "").components(separatedBy: old)
                try #require(parts.count == 2, "\(old) must stand once in \(file)")
                files[file] = parts.joined(separator: new)
            }
        }
        return Compiler.compile(CorpusCase.input(of: files.mapValues { Array($0.utf8) }))
    }
}
