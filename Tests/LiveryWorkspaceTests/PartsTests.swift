import Foundation
import LiveryDiagnostics
import Testing

@testable import LiveryBundle
@testable import LiveryCompiler
@testable import LiveryWorkspace

@Suite("Parts of a workspace that are worked on apart")
struct PartsTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    /// `LIVERY_EDITS=64 swift test --filter PartsTests` tries so many workspaces, with 1 to 16 shards in turn.
    private static let rounds = ProcessInfo.processInfo.environment["LIVERY_EDITS"].flatMap { Int($0) }
    private static let totals = rounds.map { (0..<$0).map { $0 % 16 + 1 } } ?? [1, 3, 8]
    private static let seed = ProcessInfo.processInfo.environment["LIVERY_SEED"].flatMap { UInt64($0) } ?? 20_261_123

    @Test("Shards, however many and in any order, give what one run gives")
    func sameAsOne() throws {
        var editor = try RandomEdits(seed: Self.seed, in: folder)
        var random = SeededGenerator(seed: Self.seed)
        var conflicts = 0
        for (round, total) in zip(1..., Self.totals) {
            if round % 8 == 0 { try editor.mend() }
            var story: [String] = []
            for _ in 0..<(round % 4) { story.append(try editor.edit()) }
            // Two shops of one identity, mostly in different shards.
            if round % 2 == 0 { try duplicate("pruitt-auto", as: "z-copy-\(round)") }
            let note = Comment(rawValue: "seed \(Self.seed), round \(round), \(story.joined(separator: "; "))")
            try remove(["one", "merged", "parts", "tenants/shops/z-copy-\(round - 2).yaml"])

            let one = try run("one")
            for index in (1...total).shuffled(using: &random) {
                _ = try run("parts/\(index)", .shard(try #require(Shard(index: index, total: total))))
            }
            let merged = try run("merged", merging: Parts(at: [folder.path + "/parts"]))
            let difference = UnifiedDiff.between(Array(one.report.utf8), Array(merged.report.utf8), path: "report")
            #expect(String(decoding: difference, as: UTF8.self) == "", note)
            #expect(one.refused == merged.refused, note)
            #expect(try files("one") == files("merged"), note)
            if one.report.contains("compiler/shared-identity") { conflicts += 1 }
            // What the merge remembers is true: the next run has nothing to do.
            #expect(try run("merged").written == 0, note)
        }
        #expect(conflicts > 0)
    }

    @Test("Shops that are compiled alone give what one run gives")
    func alone() throws {
        _ = try RandomEdits(seed: 1, in: folder)
        let one = try run("one")
        for shop in Workspace.read(at: folder.path).shops { _ = try run("parts/\(shop)", .shop(shop)) }
        let merged = try run("merged", merging: Parts(at: [folder.path + "/parts"]))
        #expect(one.report == merged.report)
        #expect(try files("one") == files("merged"))
        // Nothing but the shop's own inputs is in it: another shop changes nothing.
        let before = try files("parts/pruitt-auto")
        try append("# more\n", to: "tenants/shops/oakwood-auto-care.yaml")
        _ = try run("parts/pruitt-auto", .shop("pruitt-auto"))
        #expect(try files("parts/pruitt-auto") == before)
    }

    @Test("A facts file reads back as it was written, and any change of it is noticed")
    func facts() throws {
        _ = try RandomEdits(seed: 1, in: folder)
        _ = try run("part", .shard(try #require(Shard(index: 1, total: 1))))
        let path = folder.path + "/part/facts.json"
        let bytes = Array(try #require(FileManager.default.contents(atPath: path)))
        let facts = try FactsFile(reading: bytes)
        #expect(facts.bytes == bytes)
        #expect(facts.shops.count == 4 && facts.shops.allSatisfy { $0.record != nil && $0.manifest != nil })
        for index in stride(from: 20, to: bytes.count, by: 211) {
            var damaged = bytes
            damaged[index] ^= 0x10
            #expect(throws: FactsFile.Fault.self) { try FactsFile(reading: damaged) }
            #expect(throws: FactsFile.Fault.self) { try FactsFile(reading: Array(bytes.prefix(index))) }
        }
        #expect(throws: FactsFile.Fault.foreign) { try FactsFile(reading: Array("{}".utf8)) }
        let later = Array(String(decoding: bytes, as: UTF8.self).replacing("_facts\": 1", with: "_facts\": 2").utf8)
        #expect(throws: FactsFile.Fault.otherVersion) { try FactsFile(reading: later) }
    }

    @Test("What is missing, there twice, damaged or made from something else is named")
    func problems() throws {
        _ = try RandomEdits(seed: 1, in: folder)
        for index in 1...3 { try shard(index, of: 3) }
        try remove(["parts/2"])
        #expect(problem() == "shard 2/3 is missing.")
        try copy("parts/3", to: "parts/4")
        #expect(problem()?.hasSuffix("parts/3` and `\(folder.path)/parts/4` are both shard 3/3.") == true)
        try remove(["parts/4"])
        try shard(1, of: 2, at: "parts/2")
        #expect(problem()?.contains("is shard 1/3, and") == true)
        try shard(2, of: 3)
        #expect(problem() == nil)

        let path = "parts/1/facts.json"
        let text = try #require(folder.read(path))
        try folder.write(path, text.replacing("0.1.0", with: "0.0.9"))
        #expect(problem()?.hasSuffix("is damaged: it is not as Livery wrote it.") == true)
        try folder.write(path, "{}\n")
        #expect(problem()?.hasSuffix("holds no facts of a part.") == true)
        try folder.write(path, text)

        try folder.write("tenants/shops/z-new.yaml", "livery: 1\n")
        #expect(problem() == "no part holds the shop `z-new`.")
        try remove(["tenants/shops/z-new.yaml"])
        try append("# more\n", to: "tenants/platform.yaml")
        #expect(problem()?.hasSuffix("workspace: `tenants/platform.yaml` has changed since.") == true)
        for index in 1...3 { try shard(index, of: 3) }
        try append("# more\n", to: "tenants/shops/pruitt-auto.yaml")
        #expect(problem()?.hasSuffix("`tenants/shops/pruitt-auto.yaml` has changed since.") == true)
        for index in 1...3 { try shard(index, of: 3) }
        try append(" ", to: try #require(bundleFile("pruitt-auto/api/production.json")))
        #expect(problem()?.contains("/pruitt-auto` is not the one that was made with its `facts.json`.") == true)
    }

    private func shard(_ index: Int, of total: Int, at place: String? = nil) throws {
        _ = try run(place ?? "parts/\(index)", .shard(try #require(Shard(index: index, total: total))))
    }

    /// Why the parts cannot be merged.
    private func problem() -> String? {
        do {
            return try run("merged", merging: Parts(at: [folder.path + "/parts"])).problem?.message
        } catch let problem as Parts.Problem {
            return problem.message
        } catch { return "\(error)" }
    }

    private func bundleFile(_ path: String) -> String? {
        folder.entries.first { $0.hasPrefix("parts/") && $0.hasSuffix(path) }
    }

    private struct Busy: Error {}

    private struct Outcome {
        var report = ""
        var refused: Set<String> = []
        var written = 0
        var problem: Parts.Problem?
    }

    /// `livery compile --keep-going` over all shops or a part, or `livery merge --keep-going`.
    private func run(_ place: String, _ part: Part? = nil, merging parts: Parts? = nil) throws -> Outcome {
        let output = folder.path + "/" + place
        var build = Build(
            at: folder.path, output: output, today: nil, threads: 2, part: part, parts: parts)
        var outcome = Outcome(problem: build.misfit)
        guard build.misfit == nil else { return outcome }
        guard let publisher = try Publisher.open(output) else { throw Busy() }
        let drafts = build.check(threads: 2, with: publisher)
        let found = build.findings()
        let isSupplied = build.supplyTexts(for: found.diagnostics)
        #expect(isSupplied)
        outcome.report = HumanRenderer.render(found.diagnostics, from: build.session.sources)
        outcome.refused = found.refused
        outcome.problem = drafts.problem
        if drafts.problem != nil {
            build.abandon(drafts, with: publisher)
        } else {
            try build.publish(drafts, threads: 2, with: publisher) { _, result in
                if result.change == .written { outcome.written += 1 }
            }
        }
        if part != nil { try build.leaveFacts(hasBundles: true) }
        if build.settle(found) { try build.save(with: publisher) }
        try publisher.finish()
        return outcome
    }

    private func duplicate(_ shop: String, as copy: String) throws {
        guard let text = folder.read("tenants/shops/\(shop).yaml") else { return }
        try folder.write("tenants/shops/\(copy).yaml", text)
    }

    private func append(_ text: String, to path: String) throws {
        try folder.write(path, (folder.read(path) ?? "") + text)
    }

    private func copy(_ path: String, to new: String) throws {
        try FileManager.default.copyItem(atPath: folder.path + "/" + path, toPath: folder.path + "/" + new)
    }

    private func remove(_ paths: [String]) throws {
        for path in paths { try? FileManager.default.removeItem(atPath: folder.path + "/" + path) }
    }

    /// Every file below a folder but the state, which is about inodes.
    private func files(_ place: String) throws -> [String: Data] {
        var files: [String: Data] = [:]
        for path in folder.entries where path.hasPrefix(place + "/") && !path.hasSuffix("/") {
            guard !path.hasSuffix(".livery/state") else { continue }
            files[String(path.dropFirst(place.count))] = FileManager.default.contents(atPath: folder.path + "/" + path)
        }
        return files
    }
}
