import Foundation
import Testing

/// The built command as a person runs it: files, both outputs and the exit status.
@Suite struct EndToEndTests {
    private let folder: Scratch

    init() throws {
        folder = try Scratch()
    }

    @Test func showsHelpAndVersion() throws {
        #expect(try livery("--version") == Run(status: 0, output: "livery 0.1.0\n", errors: ""))
        let help = try livery("--help")
        #expect(help.status == 0 && help.output.contains("compile") && help.errors == "")
        let wrong = try livery("compil")
        #expect(
            wrong
                == Run(
                    status: 64, output: "",
                    errors: "livery: there is no command `compil`.\n  did you mean `livery compile`?\n"))
    }

    @Test func needsAWorkspace() throws {
        let run = try livery("compile")
        #expect(run.status == 1 && run.output == "")
        #expect(
            run.errors.hasPrefix(
                "error[workspace/no-tenants-folder]: There is no folder `tenants` in the current folder.\n"))
    }

    @Test func takesAShopFromNothingToItsBundle() throws {
        try folder.write("tenants/platform.yaml", Self.platform)
        let new = try livery(["new", "oakwood"] + Self.answers)
        #expect(new.output == "tenants/shops/oakwood.yaml\n")
        #expect(new.status == 0, "\(new.errors)")
        #expect(try livery("validate").status == 0)
        let first = try livery("compile")
        #expect(first.status == 0 && first.output == "", "\(first.errors)")
        #expect(first.errors.contains("1 shop: 1 bundle written, 0 unchanged"))
        #expect(try livery("compile").errors.contains("0 bundles written, 1 unchanged"))
        #expect(try livery("compile", "--check").status == 0)

        try folder.write("output/oakwood/api/production.json", "{}")
        let check = try livery("compile", "--check")
        #expect(check.status == 2)
        #expect(check.output.hasPrefix("differs output/oakwood/api/production.json\n    @@ -1"))
        #expect(check.output.contains("\n    -{}\n") && check.output.hasSuffix(" more lines\n"))
        #expect(folder.read("output/oakwood/api/production.json") == "{}")
        #expect(try livery("compile").status == 0)
        #expect(try livery("compile", "--check").status == 0)

        #expect(folder.read("tenants/shops/oakwood.yaml")?.hasPrefix("# yaml-language-server: $schema=") == true)
        #expect(folder.read("tenants/.livery/shop.schema.json") == (try livery("schema", "shop").output))
        #expect(try livery("schema", "--write").output == "")
        #expect(try livery("schema", "shp").status == 64)
        #expect(try livery("schema", "datamap").errors.hasSuffix("did you mean `data-map`?\n"))
        #expect(try livery("schema", "data-map").output.contains("\"additionalProperties\": false"))
        #expect(try livery("schema", "--list") == livery("schema"))
        #expect(try livery("schema", "--list", "shop").status == 64)
        let preview = try livery("preview", "oakwood")
        #expect(preview.status == 0 && preview.output == "oakwood.preview.html\n")
        #expect(folder.read("oakwood.preview.html")?.contains("Oakwood") == true)
        let explained = try livery("explain", "oakwood", "shop.phone")
        #expect(explained.output == "shop.phone: \"+15125550123\"\n  set by     tenants/shops/oakwood.yaml:7:10\n")
        #expect(try livery("explain", "oakwood", "shop.phon").status == 64)
    }

    @Test func explainsACode() throws {
        let page = try livery("explain", "schema/unknown-key")
        #expect(page.status == 0 && page.errors == "")
        #expect(page.output.hasPrefix("schema/unknown-key (error): A key that Livery does not know\n\nThe format has"))
        #expect(page.output.contains("\nMENDED\n\n      phone: \"+15125550123\"\n"))
        let wrong = try livery("explain", "schema/unknwon-key")
        #expect(wrong.status == 64)
        #expect(wrong.errors.hasSuffix("did you mean `schema/unknown-key`?\n"))
        #expect(try livery("explain", "tenant/unknown-key").errors.contains("schema/unknown-key"))
        let list = try livery("explain", "--codes")
        #expect(list.status == 0 && list.output.contains("\ntenant/low-contrast "))
        #expect(list.output.split(separator: "\n").count > 150)
        #expect(try livery("explain").status == 64)
        #expect(try livery("explain", "--codes", "oakwood").status == 64)
    }

    @Test func tellsWhatChanged() throws {
        try folder.write("tenants/platform.yaml", Self.platform)
        #expect(try livery(["new", "oakwood"] + Self.answers).status == 0)
        #expect(try livery("compile").status == 0)
        let same = try livery("diff", "oakwood", "--since", "output", "--check")
        #expect(same == Run(status: 0, output: "oakwood: nothing changed.\n", errors: ""))

        let definition = try #require(folder.read("tenants/shops/oakwood.yaml"))
        try folder.write("former/tenants/shops/oakwood.yaml", definition)
        try folder.write("former/tenants/platform.yaml", Self.platform)
        try folder.write(
            "tenants/shops/oakwood.yaml", definition.replacing("\nprivacy:\n", with: "\nprivacy:\n  answer_days: 45\n"))
        for place in ["output", "output/oakwood", "former"] {
            let changed = try livery("diff", "oakwood", "--since", place, "--check", "--notices", "notices")
            #expect(changed.status == 2, "\(changed.errors)")
            #expect(changed.output.contains("~ rights       time to answer a request: 30 days -> 45 days\n"))
            #expect(changed.errors.contains("wrote notices/oakwood.email.txt\n"))
        }
        #expect(folder.read("notices/oakwood.email.txt")?.hasPrefix("Subject: A change in how ") == true)
        #expect(folder.read("notices/oakwood.banner.txt")?.contains("within 45 days") == true)
        #expect(folder.read("notices/oakwood.web.md")?.hasPrefix("## What changes") == true)
        #expect(
            try livery("diff", "--since", "output", "--format", "json").output.contains("\"cause\": \"fewer_rights\""))
        #expect(
            try livery("diff", "--since", "output", "--format", "markdown").output.hasPrefix("## oakwood\n\nVersion "))
        #expect(try livery("compile", "--output", "new").status == 0)
        let folders = try livery("diff", "output/oakwood", "new/oakwood")
        #expect(folders.status == 0 && folders.output.contains("45 days"))

        #expect(try livery("diff", "oakwood").status == 64)
        #expect(try livery("diff", "output", "new").status == 74)
        #expect(try livery("diff", "--since", "nowhere").status == 74)
        try folder.write("output/oakwood/privacy/policy.json", "{")
        let damaged = try livery("diff", "--since", "output")
        #expect(damaged.status == 1 && damaged.errors.contains("compiler/damaged-bundle"))
    }

    @Test func takesClausesOfTheWorkspace() throws {
        try folder.write("tenants/platform.yaml", Self.platform)
        #expect(try livery(["new", "oakwood"] + Self.answers).status == 0)
        #expect(try livery("compile").status == 0)
        let head = "# How do you keep it safe?\nid: safety\nkind: section\n\n## safety.dog\n\n"
        try folder.write("tenants/clauses/safety.en.md", head + "A dog guards {shop.nam}.\n")
        let wrong = try livery("compile")
        #expect(wrong.status == 1 && wrong.errors.contains("--> tenants/clauses/safety.en.md:7:15"), "\(wrong.errors)")
        #expect(wrong.errors.contains("did you mean `shop.name`?"))

        try folder.write("tenants/clauses/safety.en.md", head + "A dog guards {shop.name}.\n")
        let written = try livery("compile")
        #expect(written.errors.contains("1 bundle written"), "\(written.errors)")
        #expect(folder.read("output/oakwood/privacy/policy.en.md")?.contains("A dog guards ") == true)
        #expect(
            folder.read("output/oakwood/privacy/provenance.json")?
                .contains("\"file\": \"tenants/clauses/safety.en.md\",\n          \"line\": 5") == true)
        #expect(try livery("compile").errors.contains("0 bundles written"))
        let explained = try livery("explain", "oakwood", "--policy", "dog")
        #expect(explained.output.contains("written in tenants/clauses/safety.en.md:5:4"), "\(explained.output)")
        #expect(try livery("explain", "--facts").output.contains("\nshop.name "))

        let measured = try livery("validate", "--readability")
        #expect(measured.status == 0 && measured.output.hasPrefix("oakwood\n"))
        #expect(measured.output.contains("\n  whole page "))
        #expect(try livery("validate", "--readability", "--format", "json").status == 64)
        try folder.remove("tenants/clauses/safety.en.md")
        #expect(try livery("compile").errors.contains("1 bundle written"))
    }

    @Test func hidesKnownFindings() throws {
        try folder.write("tenants/platform.yaml", Self.platform)
        #expect(try livery(["new", "oakwood"] + Self.answers).status == 0)
        let good = folder.read("tenants/shops/oakwood.yaml") ?? ""
        try folder.write("tenants/shops/oakwood.yaml", good + "fax: 1\n")
        #expect(try livery("validate").status == 1)
        #expect(try livery("validate", "--write-baseline", "known.json").errors.contains("1 finding written"))

        try folder.write("tenants/shops/oakwood.yaml", "# a line more\n" + good + "fax: 1\n")
        let known = try livery("validate", "--baseline", "known.json")
        #expect(known.status == 0)
        #expect(known.errors == "1 shop: nothing to report, 1 known finding hidden\n")
        let compiled = try livery("compile", "--baseline", "known.json")
        #expect(compiled.status == 1 && compiled.errors.contains("0 bundles written"), "\(compiled.errors)")
        #expect(compiled.errors.hasSuffix("left out because of errors: oakwood\n"))
        let compared = try livery("compile", "--check", "--baseline", "known.json")
        #expect(compared.status == 1 && compared.errors.hasSuffix("left out because of errors: oakwood\n"))
        #expect(folder.read("output/oakwood/manifest.json") == nil)

        try folder.write("tenants/shops/oakwood.yaml", good + "fax: 1\nfox: 1\n")
        let new = try livery("validate", "--baseline", "known.json")
        #expect(new.status == 1 && new.errors.contains("`fox`") && !new.errors.contains("`fax`"))

        try folder.write("tenants/shops/oakwood.yaml", good)
        let stale = try livery("validate", "--baseline", "known.json")
        #expect(stale.status == 0 && stale.errors.contains("note[compiler/stale-baseline]: 1 known finding of"))
        #expect(try livery("validate", "--baseline", "tenants/platform.yaml").status == 64)
        #expect(try livery("validate", "--baseline", "none.json").status == 74)
    }

    @Test func neverOverwritesAShop() throws {
        try folder.write("tenants/platform.yaml", Self.platform)
        try folder.write("tenants/shops/oakwood.yaml", "mine")
        let run = try livery(["new", "oakwood"] + Self.answers)
        #expect(run.status == 74 && folder.read("tenants/shops/oakwood.yaml") == "mine")
        #expect(try livery("new", "Oak Wood").status == 64)
    }

    @Test func writesAChainFromATable() throws {
        try folder.write("tenants/platform.yaml", Self.platform)
        let columns = "shop,name,street,city,region,postal_code,time-zone,phone,email,hours,primary-color,bundle-id"
        let header = try livery("new", "--csv-header").output
        #expect(columns.split(separator: ",").allSatisfy { header.contains($0.replacing("_", with: "-")) })
        func row(_ shop: String, _ number: Int, region: String = "Texas") -> String {
            "\r\n\(shop),\"Elm \"\"\(number)\"\", Ltd\",\(number) Elm Street,Austin,\(region),78704,Chicago,"
                + "(512) 555-012\(number),a@elm.example,\"mon-fri 8-17, sat 8-12\",#1F5A3C,example.elm.s\(number)"
        }
        let words = ["new", "--from-csv", "shops.csv", "--provider", "none", "--billing", "2.5%"]
        try folder.write("shops.csv", columns + row("elm-1", 1, region: "Texsa") + row("Elm 2", 2) + row("elm-1", 3))
        let wrong = try livery(words)
        #expect(wrong.status == 64 && wrong.output == "")
        #expect(wrong.errors.contains("shops.csv:2:44: `region`: `Texsa` is no region; did you mean `Texas`?\n"))
        #expect(wrong.errors.contains("shops.csv:3:1: `Elm 2` cannot be the id of a shop"))
        #expect(wrong.errors.contains("shops.csv:4:1: `elm-1` is also the shop of line 2.\n"))

        try folder.write("shops.csv", columns + row("elm-1", 1) + row("elm-2", 1))
        let clash = try livery(words)
        #expect(clash.status == 1 && clash.errors.contains("error[compiler/shared-identity]"), "\(clash.errors)")
        #expect(folder.read("tenants/shops/elm-1.yaml") == nil)

        try folder.write("shops.csv", "\u{FEFF}" + columns + row("elm-1", 1) + row("elm-2", 2) + "\r\n")
        let run = try livery(words)
        #expect(
            run.status == 0 && run.output == "tenants/shops/elm-1.yaml\ntenants/shops/elm-2.yaml\n", "\(run.errors)")
        #expect(folder.read("tenants/shops/elm-2.yaml")?.contains("name: \"Elm \\\"2\\\", Ltd\"") == true)
        #expect(try livery("validate").status == 0)
        let again = try livery(words)
        #expect(again.status == 64 && again.errors.contains("shops.csv:2:1: `tenants/shops/elm-1.yaml` exists"))

        try folder.write("shops.csv", "shop,nmae\nelm,Elm\n")
        #expect(try livery(words).errors.contains("shops.csv:1:6: `nmae` is no column; did you mean `name`?\n"))
        try folder.write("shops.csv", "shop,name\nelm,\"Elm\n")
        #expect(try livery(words).errors == "livery: shops.csv:2:5: the quote is never closed.\n")
        try folder.write("shops.csv", "shop,name\nelm\n")
        #expect(try livery(words).errors.contains("shops.csv:2:1: this line has 1 cells, and the first line 2.\n"))
        #expect(try livery("new", "elm", "--from-csv", "shops.csv").status == 64)
        #expect(try livery("new", "--from-csv", "none.csv").status == 74)
        #expect(try livery("new").errors.hasPrefix("livery: SHOP is missing.\n"))
    }

    @Test func asksForWhatIsMissing() throws {
        try folder.write("tenants/platform.yaml", Self.platform)
        let run = try livery("new", "oakwood", "--name", "Oakwood", "--region", "Texsa")
        #expect(run.status == 64)
        #expect(run.errors.contains("  `--region`: `Texsa` is no region; did you mean `Texas`?\n"))
        #expect(run.errors.contains("  `--phone`") == false)
        #expect(run.errors.contains("  `--street` is missing: the street and number.\n"))
    }

    @Test func writesNothingWhenAnythingIsWrong() throws {
        try folder.write("tenants/platform.yaml", Self.platform)
        _ = try livery(["new", "oakwood"] + Self.answers)
        try folder.write("tenants/shops/elm.yaml", "livery: 1\nshpo: {}\n")
        try folder.write("tenants/shops/fir.yaml/x", "")
        let run = try livery("compile")
        #expect(run.status == 1 && folder.read("output/oakwood/manifest.json") == nil)
        #expect(run.errors.contains("--> tenants/shops/elm.yaml:2:1\n"))
        #expect(
            run.errors.contains(
                "error[workspace/not-a-file]: `tenants/shops/fir.yaml` must be a file, and is a folder."))
        let going = try livery("compile", "--keep-going")
        #expect(going.status == 1 && folder.read("output/oakwood/manifest.json") != nil)
        #expect(folder.read("output/elm/manifest.json") == nil)
        #expect(going.errors.hasSuffix("left out because of errors: elm\n"))
        #expect(try livery("validate", "oakwood").status == 0)
        let unknown = try livery("validate", "okwood")
        #expect(unknown.status == 64 && unknown.errors.contains("did you mean `oakwood`?"))
    }

    @Test func mendsWhatItIsSureOf() throws {
        try folder.write("tenants/platform.yaml", Self.platform)
        #expect(try livery(["new", "oakwood"] + Self.answers).status == 0)
        let path = "tenants/shops/oakwood.yaml"
        let sound = try #require(folder.read(path))
        let broken = sound.replacingOccurrences(of: "enabled: true}", with: "enabled: yes} # sure")
            .replacingOccurrences(of: "  email: ", with: "  email:")
        try folder.write(path, broken)
        let shown = try livery("validate", "--diff")
        #expect(shown.status == 1 && shown.output.hasPrefix("--- a/\(path)\n+++ b/\(path)\n@@ -"))
        #expect(folder.read(path) == broken)
        let asked = try livery("validate", "--interactive")
        #expect(asked.status == 64 && asked.errors.hasPrefix("livery: `--interactive` needs a terminal."))
        let mended = try livery("validate", "--fix")
        #expect(mended.status == 0 && mended.output == path + "\n", "\(mended.errors)")
        #expect(folder.read(path) == sound.replacingOccurrences(of: "enabled: true}", with: "enabled: true} # sure"))
        #expect(try livery("validate", "--fix").errors == "0 findings mended; nothing left to report\n")
    }

    @Test func removesLeftBundlesOnlyWhenAsked() throws {
        try folder.write("tenants/platform.yaml", Self.platform)
        _ = try livery(["new", "oakwood"] + Self.answers)
        try folder.write("output/gone/manifest.json", "{\"files\": []}")
        #expect(try livery("compile").errors.contains("warning[workspace/left-bundle]: `output/gone`"))
        #expect(try livery("compile", "--check").output == "outdated output/gone\n")
        #expect(try livery("compile", "--prune").errors.contains("1 removed"))
        #expect(folder.read("output/gone/manifest.json") == nil)
        #expect(try livery("compile", "--prune", "oakwood").status == 64)
    }

    @Test func leavesForeignFilesWhereTheyAre() throws {
        try folder.write("tenants/platform.yaml", Self.platform)
        _ = try livery(["new", "oakwood"] + Self.answers)
        try folder.write("output/oakwood/api/production.json", "mine")
        let blocked = try livery("compile")
        #expect(blocked.status == 74)
        #expect(blocked.errors.contains("error[workspace/foreign-file-in-the-way]: "))
        #expect(folder.read("output/oakwood/api/production.json") == "mine")
        #expect(folder.read("output/oakwood/manifest.json") == nil)

        try FileManager.default.removeItem(atPath: folder.path + "/output/oakwood/api/production.json")
        try folder.write("output/oakwood/notes.txt", "mine")
        let beside = try livery("compile")
        #expect(beside.status == 0 && folder.read("output/oakwood/notes.txt") == "mine")
        #expect(beside.errors.contains("note[workspace/foreign-file]: "))
    }

    @Test func needsAnOperatorForANewShop() throws {
        try folder.write("tenants/groups/elm.yaml", "livery: 1\n")
        let run = try livery(["new", "oakwood"] + Self.answers)
        #expect(run.status == 1 && run.output == "")
        #expect(run.errors.contains("error[workspace/new-needs-platform]: "), "\(run.errors)")
    }

    @Test func writesTheSameBytesAnywhere() throws {
        let samples = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "tenants").path
        let settings: [(folder: String, environment: [String: String], threads: String)] = [
            ("here", ["TZ": "UTC", "LANG": "C", "LC_ALL": "C"], "1"),
            ("some where else", ["TZ": "Pacific/Kiritimati", "LANG": "tr_TR.UTF-8", "LC_ALL": "de_DE.UTF-8"], "7"),
        ]
        var trees: [[String: Data]] = []
        for setting in settings {
            let root = folder.path + "/" + setting.folder
            try FileManager.default.createDirectory(atPath: root, withIntermediateDirectories: true)
            try FileManager.default.copyItem(atPath: samples, toPath: root + "/tenants")
            let run = try Run(
                ["compile", "--threads", setting.threads], in: root, environment: setting.environment)
            #expect(run.status == 0, "\(run.errors)")
            trees.append(Self.files(below: root + "/output"))
        }
        #expect(trees[0].count > 100)
        #expect(trees[0] == trees[1])
    }

    private static func files(below root: String) -> [String: Data] {
        let all = FileManager.default.enumerator(atPath: root)?.compactMap { $0 as? String } ?? []
        let paths = all.filter { !$0.hasPrefix(".livery") }
        return paths.reduce(into: [:]) { $0[$1] = FileManager.default.contents(atPath: root + "/" + $1) }
    }

    @Test func showsHowATextIsRead() throws {
        try folder.write("two.yaml", "a: &x [1, ~, no]\nb: *x\n---\n- .5\n")
        let json = try livery("debug", "yaml-json", "two.yaml")
        #expect(json == Run(status: 0, output: "{\"a\":[1,null,\"no\"],\"b\":[1,null,\"no\"]}\n[0.5]\n", errors: ""))
        try folder.write("one.yaml", "a: [\"é\", 2]\n")
        let events = "+STR\n+DOC\n+MAP\n=VAL :a\n+SEQ []\n=VAL \"é\n=VAL :2\n-SEQ\n-MAP\n-DOC\n-STR\n"
        #expect(try livery("debug", "yaml-events", "one.yaml") == Run(status: 0, output: events, errors: ""))
        let spans = """
            0..<12 1:1-1:12 mapping block
              0..<1 1:1-1:2 plain a
              3..<12 1:4-1:12 sequence flow
                4..<8 1:5-1:8 doubleQuoted "é"
                10..<11 1:10-1:11 plain 2

            """
        #expect(try livery("debug", "yaml-spans", "one.yaml") == Run(status: 0, output: spans, errors: ""))
        let piped = try Run(["debug", "yaml-json", "-"], in: folder.path, input: "one.yaml")
        #expect(piped == Run(status: 0, output: "{\"a\":[\"é\",2]}\n", errors: ""))
    }

    @Test func refusesWhatIsNoYAML() throws {
        try folder.write("bad.yaml", "a: [1\nb: \"x\n")
        for view in ["yaml-events", "yaml-json", "yaml-spans"] {
            let run = try livery("debug", view, "bad.yaml")
            #expect(run.status == 1 && run.output == "")
            #expect(run.errors.contains("error[yaml/unclosed-bracket]") && run.errors.contains("bad.yaml:1:4"))
            #expect(run.errors.contains("error[yaml/unclosed-quote]"))
        }
        let run = try Run(["debug", "yaml-json", "-"], in: folder.path, input: "bad.yaml")
        #expect(run.status == 1 && run.errors.contains("standard input:1:4"))
        try folder.write("keys.yaml", "? [a]\n: b\n")
        #expect(try livery("debug", "yaml-events", "keys.yaml").status == 0)
        #expect(try livery("debug", "yaml-json", "keys.yaml").errors.hasPrefix("error[yaml/key-not-text]"))
        #expect(try livery("debug", "yaml-json", "missing.yaml").status == 74)
        #expect(try livery("debug", "yaml-jsno", "keys.yaml").errors.contains("did you mean `yaml-json`?"))
    }

    private func livery(_ words: String...) throws -> Run {
        try livery(words)
    }

    private func livery(_ words: [String]) throws -> Run {
        try Run(words, in: folder.path)
    }
}

struct Run: Equatable {
    let status: Int32
    let output: String
    let errors: String

    init(status: Int32, output: String, errors: String) {
        (self.status, self.output, self.errors) = (status, output, errors)
    }

    init(
        _ words: [String], in folder: String, environment: [String: String] = [:], input: String? = nil
    ) throws {
        let process = Process()
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        process.executableURL = Self.binary
        process.arguments = words
        process.currentDirectoryURL = URL(fileURLWithPath: folder)
        let stream = input.flatMap { FileHandle(forReadingAtPath: folder + "/" + $0) }
        process.standardInput = stream ?? FileHandle.nullDevice
        // Files, because a full pipe would make the command wait for us.
        let names = ["out", "err"].map { folder + "/../" + UUID().uuidString + "." + $0 }
        for name in names { try Data().write(to: URL(fileURLWithPath: name)) }
        defer { for name in names { try? FileManager.default.removeItem(atPath: name) } }
        process.standardOutput = FileHandle(forWritingAtPath: names[0])
        process.standardError = FileHandle(forWritingAtPath: names[1])
        try process.run()
        process.waitUntilExit()
        status = process.terminationStatus
        output = String(decoding: FileManager.default.contents(atPath: names[0]) ?? Data(), as: UTF8.self)
        errors = String(decoding: FileManager.default.contents(atPath: names[1]) ?? Data(), as: UTF8.self)
    }

    /// SwiftPM builds the command beside the tests.
    private static var binary: URL {
        #if os(macOS)
        let bundle = Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") }
        return (bundle?.bundleURL ?? Bundle.main.bundleURL).deletingLastPathComponent().appending(path: "livery")
        #else
        return URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent().appending(path: "livery")
        #endif
    }
}

/// A folder of a test, removed with the value.
final class Scratch {
    let path: String

    init() throws {
        path = NSTemporaryDirectory() + "livery-run-" + UUID().uuidString + "/workspace"
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit {
        try? FileManager.default.removeItem(atPath: URL(fileURLWithPath: path).deletingLastPathComponent().path)
    }

    func write(_ name: String, _ text: String) throws {
        let file = URL(fileURLWithPath: path + "/" + name)
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
    }

    func remove(_ name: String) throws {
        try FileManager.default.removeItem(atPath: path + "/" + name)
    }

    func read(_ name: String) -> String? {
        FileManager.default.contents(atPath: path + "/" + name).map { String(decoding: $0, as: UTF8.self) }
    }
}

extension EndToEndTests {
    fileprivate static let answers = [
        "--name", "Oakwood \"Auto\" & <Care> #1", "--street", "12 Elm Street", "--city", "Austin", "--region", "Texas",
        "--postal-code", "78704", "--time-zone", "Chicago", "--phone", "(512) 555-0123", "--email",
        "hello@oakwoodauto.example", "--hours", "mon-fri 7:30-17:30, sat 8-12", "--primary-color", "#1F5A3C",
        "--provider", "tekmetric", "--identifier", "shop_id=4821", "--billing", "2.5%",
    ]
}
