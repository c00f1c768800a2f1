import Foundation
import Testing

@testable import livery

@Suite struct CompletionTests {
    private let completion = Completion(commands: CommandLineTool.commands) { kind, workspace in
        kind == "groups" ? ["cedar-lane"] : ["elm", "oakwood", "oakwood-north"].map { workspace + $0 }
    }

    private func words(_ line: String) -> [String] {
        completion.candidates(for: line.split(separator: " ", omittingEmptySubsequences: false).map(String.init))
            .map(\.word)
    }

    @Test(arguments: [
        ("ver", ["verify"]), ("--v", ["--version"]), ("help ver", ["verify"]), ("help verify ", []),
        ("validate oak", ["oakwood", "oakwood-north"]), ("validate oakwood oak", ["oakwood-north"]),
        ("validate --fi", ["--fix"]), ("validate --fix --fi", []), ("validate -- -", []), ("validate -- el", ["elm"]),
        ("validate --format sa", ["sarif"]), ("validate --format=sa", ["--format=sarif"]),
        ("validate --format = sa", ["--format=sarif"]), ("validate --format sarif --form", ["--format"]),
        ("validate --threads ", []), ("validate --workspace bay/ el", []),
        ("validate --workspace bay/ bay/e", ["bay/elm"]),
        ("validate --workspace=bay/ bay/e", ["bay/elm"]), ("explain schema/unknown-k", ["schema/unknown-key"]),
        ("explain oakwood ", []), ("explain oakwood api --environment s", ["staging"]), ("schema data", ["data-map"]),
        ("new --group ", ["cedar-lane"]), ("new --sells-data ", ["yes", "no"]), ("debug yaml-e", ["yaml-events"]),
        ("completions f", ["fish"]), ("nonsense ", []), ("preview elm ", []),
    ])
    func offers(_ line: String, _ candidates: [String]) {
        #expect(words(line) == candidates)
    }

    @Test func offersEveryCommandAndOptionWithItsHelp() {
        let commands = completion.candidates(for: [""])
        #expect(CommandLineTool.commands.allSatisfy { command in commands.contains { $0.word == command.name } })
        for command in CommandLineTool.commands {
            let found = completion.candidates(for: [command.name, "--"])
            #expect(found.map(\.word) == command.allOptions.map { "--" + $0.name })
            #expect(found.allSatisfy { !$0.help.isEmpty && !$0.help.contains("\t") && !$0.help.contains("\n") })
        }
    }

    @Test func printsScripts() throws {
        let folder = try Scratch()
        try folder.write("tenants/shops/elm.yaml", "livery: 1\n")
        for shell in ["bash", "zsh", "fish"] {
            let run = try Run(["completions", shell], in: folder.path)
            #expect(run.status == 0 && run.output.contains("completions words -- ") && run.errors == "")
        }
        #expect(try Run(["completions", "words", "--", "validate", "e"], in: folder.path).output == "elm\t\n")
        #expect(try Run(["completions", "tcsh"], in: folder.path).status == 64)
        #expect(try Run(["completions", "bash", "more"], in: folder.path).status == 64)
    }
}
