import Foundation
import LiveryCompiler
import Testing

@testable import livery

/// `--shard`, `--alone`, `livery merge` and `livery actions` as a person runs them.
@Suite struct PartCommandTests {
    private let folder: Scratch

    init() throws {
        folder = try Scratch()
    }

    private func livery(_ words: String..., environment: [String: String] = [:]) throws -> Run {
        try Run(words, in: folder.path, environment: environment)
    }

    @Test(arguments: [
        (["GITLAB_CI": "true", "CI_NODE_INDEX": "2", "CI_NODE_TOTAL": "4"], "2/4"),
        (["GITLAB_CI": "true", "CI_NODE_TOTAL": "1"], "1/1"),
        (["CIRCLE_NODE_INDEX": "0", "CIRCLE_NODE_TOTAL": "3"], "1/3"),
        (["BUILDKITE_PARALLEL_JOB": "4", "BUILDKITE_PARALLEL_JOB_COUNT": "5"], "5/5"),
        (["SYSTEM_JOBPOSITIONINPHASE": "1", "SYSTEM_TOTALJOBSINPHASE": "2"], "1/2"),
        (["SEMAPHORE_JOB_INDEX": "2", "SEMAPHORE_JOB_COUNT": "2"], "2/2"),
        (["BITBUCKET_PARALLEL_STEP": "1", "BITBUCKET_PARALLEL_STEP_COUNT": "2"], "2/2"),
    ])
    func knowsCISystems(_ variables: [String: String], shard: String) throws {
        #expect(try CISystem.shard { variables[$0] }.text == shard)
    }

    @Test(arguments: [
        ([:], "finds no variables"), (["GITHUB_ACTIONS": "true"], "GitHub Actions sets no variables"),
        // Other systems count these from 0.
        (["CI_NODE_INDEX": "0", "CI_NODE_TOTAL": "4"], "finds no variables"),
        (["CIRCLE_NODE_INDEX": "3", "CIRCLE_NODE_TOTAL": "3"], "CircleCI says that this is job `3` of `3`"),
        (["CIRCLE_NODE_INDEX": "x", "CIRCLE_NODE_TOTAL": "3"], "job `x` of `3`"),
        (["CIRCLE_NODE_TOTAL": "3"], "job `` of `3`"),
        (
            [
                "CIRCLE_NODE_INDEX": "0", "CIRCLE_NODE_TOTAL": "3", "SEMAPHORE_JOB_INDEX": "1",
                "SEMAPHORE_JOB_COUNT": "3",
            ], "the variables of CircleCI and of Semaphore"
        ),
    ])
    func refusesOtherVariables(_ variables: [String: String], words: String) {
        #expect {
            try CISystem.shard { variables[$0] }
        } throws: { error in
            (error as? Failure)?.message.contains(words) == true && (error as? Failure)?.status == .usage
        }
    }

    @Test(arguments: [
        (["--shard", "x"], "takes I/N such as 2/4"), (["--shard", "0/4"], "there is no shard 0 of 4"),
        (["--shard", "5/4"], "there is no shard 5 of 4"), (["--shard", "1/0"], "1 to 1000 shards"),
        (["--shard", "1/4/2"], "takes I/N"), (["--shard", "1/2", "elm"], "takes no SHOP"),
        (["--shard", "1/2", "--check"], "exclude each other"), (["--shard", "1/2", "--alone"], "exclude each other"),
        (["--alone"], "takes one SHOP"), (["--alone", "elm", "oak"], "takes one SHOP"),
        (["--alone", "elm", "--check"], "exclude each other"), (["--content-key", "x"], "goes with `--alone`"),
    ])
    func refusesOptions(_ options: [String], words: String) throws {
        let run = try Run(["compile"] + options, in: folder.path)
        #expect(run.status == 64 && run.errors.contains(words), "\(run.errors)")
    }

    @Test func mergesWhatShardsMade() throws {
        try copySamples(["oakwood-auto-care", "pruitt-auto", "cedar-lane-waco"])
        let one = try livery("compile", "--output", "one")
        for shard in ["3/3", "1/3", "2/3"] { #expect(try livery("compile", "--shard", shard).status == 0) }
        let merged = try livery("merge", "--output", "merged")
        #expect(merged == one)
        #expect(try livery("verify", "merged").status == 0)
        #expect(try livery("compile", "--output", "merged").errors.contains("0 bundles written, 3 unchanged"))
        #expect(try livery("merge", "--output", "merged", "--explain").errors.hasPrefix("every bundle is as "))

        let checked = try livery("validate")
        #expect(try livery("validate", "--shard", "1/1", "--facts", "checked").status == 0)
        #expect(try livery("merge", "checked") == checked)
        #expect(try livery("merge", "checked", "--prune").status == 64)
        #expect(try livery("merge", "checked", "shards").errors.contains("holds bundles"))
        #expect(try livery("validate", "--facts", "checked").status == 64)
        try folder.remove("shards/2-of-3")
        let missing = try livery("merge")
        #expect(missing.status == 74 && missing.errors.hasPrefix("livery: shard 2/3 is missing.\n"))
        try folder.write("mine/facts.json", "mine")
        #expect(try livery("merge", "mine").errors.contains("holds no facts of a part"))
        #expect(try livery("compile", "--shard", "1/3", "--output", "mine").status == 74)
        #expect(folder.read("mine/facts.json") == "mine")
        #expect(try livery("merge", "nowhere").status == 74)
        #expect(try livery("schema", "facts").output.contains("\"ios_bundle_id\""))
    }

    @Test func findsConflictsBetweenShards() throws {
        try copySamples(["pruitt-auto"])
        let text = try #require(folder.read("tenants/shops/pruitt-auto.yaml"))
        try folder.write("tenants/shops/b-copy.yaml", text)
        let one = try livery("compile")
        #expect(one.status == 1 && one.errors.contains("compiler/shared-identity"))
        // One is in the first shard of two, the other in the second.
        #expect(try livery("compile", "--shard", "1/2").status == 0)
        #expect(try livery("compile", "--shard", "2/2").status == 0)
        #expect(folder.read("shards/1-of-2/facts.json")?.contains("\"shop\": \"b-copy\"") == true)
        #expect(folder.read("shards/2-of-2/facts.json")?.contains("\"shop\": \"pruitt-auto\"") == true)
        #expect(try livery("merge") == one)
        #expect(folder.read("output/pruitt-auto/manifest.json") == nil)
        #expect(try livery("merge", "--keep-going").errors.contains("left out because of errors: b-copy, pruitt-auto"))
    }

    @Test func listsActions() throws {
        try copySamples(["oakwood-auto-care", "pruitt-auto"])
        let list = try livery("actions")
        let document = try JSONSerialization.jsonObject(with: Data(list.output.utf8)) as? [String: Any]
        let actions = try #require(document?["actions"] as? [[String: Any]])
        #expect(actions.map { $0["shop"] as? String } == ["oakwood-auto-care", "pruitt-auto"])
        let command = try #require(actions[0]["command"] as? [String])
        #expect(try Run(Array(command.dropFirst()), in: folder.path).status == 0)
        #expect(try livery("compile", "--alone", "pruitt-auto").status == 0)
        let merge = try #require((document?["merge"] as? [String: Any])?["command"] as? [String])
        #expect(try Run(Array(merge.dropFirst()), in: folder.path).errors.contains("2 shops: 2 bundles written"))

        let shop = try #require(folder.read("tenants/shops/oakwood-auto-care.yaml"))
        try folder.write("tenants/shops/oakwood-auto-care.yaml", shop + "# more\n")
        let other = try Run(Array(command.dropFirst()), in: folder.path)
        #expect(other.status == 74 && other.errors.contains("are not those that the content key stands for"))

        #expect(try livery("actions", "--format", "ninja:build.ninja").output == "")
        #expect(folder.read("build.ninja")?.contains("generator = 1") == true)
        #expect(try livery("actions", "--format", "nija").errors.hasSuffix("did you mean `ninja`?\n"))
        #expect(try livery("actions", "--format", "ninja:").status == 64)
        #expect(try livery("actions", "--format", "bazel").output.contains("\"pruitt-auto\": struct("))
    }

    private func copySamples(_ shops: [String]) throws {
        let samples = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "tenants").path
        try FileManager.default.copyItem(atPath: samples, toPath: folder.path + "/tenants")
        for name in try FileManager.default.contentsOfDirectory(atPath: folder.path + "/tenants/shops")
        where !shops.contains(String(name.dropLast(".yaml".count))) {
            try folder.remove("tenants/shops/" + name)
        }
    }
}
