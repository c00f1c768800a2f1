import Foundation
import Testing

/// `--format` and its kin, from the words of the command line to the bytes of the files.
@Suite struct ReportingTests {
    private let folder: Scratch

    init() throws {
        folder = try Scratch()
        try folder.write("tenants/platform.yaml", "livery: 1\n")
        try folder.write("tenants/shops/elm.yaml", "livery: 1\nshpo: {}\nbrandng: {}\n")
        try folder.write("tenants/shops/fir.yaml", "livery: 1\nshop: [\n")
    }

    @Test func printsOneReportAndWritesOthers() throws {
        let run = try livery(
            "validate", "--format", "compact", "--format=json:reports/all.json", "--format", "human:reports/human.txt")
        #expect(run.status == 1)
        #expect(run.output.contains("tenants/shops/elm.yaml:2:1: error: `shpo` is not a key of a definition."))
        #expect(!run.errors.contains("-->") && run.errors.hasPrefix("2 shops: "))
        #expect(folder.read("reports/all.json")?.contains("\"code\": \"schema/unknown-key\"") == true)
        #expect(folder.read("reports/human.txt")?.contains("--> tenants/shops/elm.yaml:2:1\n") == true)
        #expect(try names(in: "reports") == ["all.json", "human.txt"])
    }

    @Test func reportsToPeopleOnStandardError() throws {
        let run = try livery("validate", "--format", "human", "--format", "gitlab")
        #expect(run.output.hasPrefix("[\n") && run.errors.contains("--> tenants/shops/elm.yaml:2:1\n"))
        #expect(try livery("validate").output == "")
    }

    @Test func namesFilesFromWhereItIsStarted() throws {
        let run = try livery(
            "validate", "--workspace", "./inner/", "--format", "compact", moving: "tenants", to: "inner/tenants")
        #expect(run.output.contains("\ninner/tenants/shops/elm.yaml:2:1: error: "))
        let absolute = try livery("validate", "--workspace", folder.path + "/inner", "--format", "compact")
        #expect(absolute.output == run.output)
        let above = try livery("validate", "--workspace", "inner/../inner", "--format", "compact")
        #expect(above.output == run.output)
    }

    @Test func saysHowMuchItHides() throws {
        let all = try livery("validate", "--format", "compact")
        let count = all.output.split(separator: "\n").count
        let some = try livery("validate", "--format", "compact", "--max-errors", "2")
        #expect(some.status == 1 && some.output.split(separator: "\n").count == 2)
        #expect(some.errors.contains("\(count - 2) more findings are not shown; `--max-errors 0` shows all.\n"))
        #expect(some.errors.hasSuffix(all.errors), "the summary counts all")
        #expect(try livery("validate", "--format", "compact", "--max-errors", "0") == all)
    }

    @Test func showsAHundredOnATerminalAndAllElsewhere() throws {
        let keys = (0..<120).map { "key\($0): 1\n" }.joined()
        try folder.write("tenants/shops/elm.yaml", "livery: 1\n" + keys)
        let run = try livery("validate", "--format", "human", "--format", "compact")
        #expect(run.errors.components(separatedBy: "\n\n").count == 101)
        #expect(run.errors.contains(" more findings are not shown; `--max-errors 0` shows all.\n"))
        #expect(run.output.components(separatedBy: "[schema/unknown-key]").count == 121)
    }

    @Test func speaksPlainly() throws {
        let narrated = try livery("validate", "--narrated")
        #expect(
            narrated.errors.contains("Error in tenants/shops/elm.yaml, line 2, column 1: `shpo` is not a key"))
        #expect(!narrated.errors.contains("^"))
        try folder.write("tenants/shops/elm.yaml", "livery: 1\nZürich: 1\n")
        let ascii = try livery("validate", "--ascii")
        #expect(ascii.errors.contains("Z<U+00FC>rich") && ascii.errors.utf8.allSatisfy { $0 < 0x80 })
    }

    @Test func reportsWhatCompileFinds() throws {
        let run = try livery("compile", "--format", "sarif:a.sarif", "--format", "github")
        #expect(run.status == 1 && run.output.contains("::error file=tenants/shops/elm.yaml,line=2,"))
        #expect(folder.read("a.sarif")?.contains("\"version\": \"2.1.0\"") == true)
        let check = try livery("compile", "--check", "--format", "github")
        #expect(check.status == 64 && check.output == "")
        #expect(try livery("compile", "--check", "--format", "github:a.txt").status == 1)
    }

    @Test func takesThePathOfAShop() throws {
        let run = try livery("validate", "tenants/shops/elm.yaml", "./tenants/shops/elm.yaml", "--format", "compact")
        #expect(run.status == 1 && run.errors.hasPrefix("1 shop: "))
        #expect(run.output.contains("elm.yaml:2:1") && !run.output.contains("fir.yaml"))
        #expect(try livery("validate", "other/tenants/shops/elm.yaml").status == 64)
    }

    @Test func refusesWhatItCannotDo() throws {
        #expect(
            try livery("validate", "--format", "sarfi")
                == Run(
                    status: 64, output: "",
                    errors: "livery: there is no format `sarfi`.\n  did you mean `sarif`?\n"))
        #expect(try livery("validate", "--format", "json", "--format", "sarif").status == 64)
        #expect(try livery("validate", "--format", "json:a", "--format", "sarif:a").status == 64)
        #expect(try livery("validate", "--format", "json:").status == 64)
        #expect(try livery("validate", "--max-errors", "-1").status == 64)
        try folder.write("taken", "")
        let run = try livery("validate", "--format", "json:taken/a.json")
        #expect(run.status == 74 && run.errors.contains("cannot make the folder `taken`"))
    }

    private func livery(_ words: String...) throws -> Run {
        try Run(words, in: folder.path)
    }

    private func livery(_ words: String..., moving from: String, to: String) throws -> Run {
        let place = URL(fileURLWithPath: folder.path + "/" + to)
        try FileManager.default.createDirectory(
            at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
        try FileManager.default.moveItem(atPath: folder.path + "/" + from, toPath: place.path)
        return try Run(words, in: folder.path)
    }

    private func names(in name: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder.path + "/" + name).sorted()
    }
}
