import Foundation
import Testing

/// `livery compile` on a workspace that was compiled before.
@Suite struct CompileAgainTests {
    private let folder: Scratch

    init() throws {
        folder = try Scratch()
        let samples = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "tenants").path
        try FileManager.default.copyItem(atPath: samples, toPath: folder.path + "/tenants")
        for shop in try FileManager.default.contentsOfDirectory(atPath: folder.path + "/tenants/shops")
        where !["cedar-lane-waco.yaml", "pruitt-auto.yaml"].contains(shop) {
            try FileManager.default.removeItem(atPath: folder.path + "/tenants/shops/" + shop)
        }
    }

    @Test func saysWhyABundleIsMade() throws {
        #expect(try explained() == ["all shops: no earlier run has left anything to go on from"])
        #expect(try explained() == ["every bundle is as an earlier run left it, and so is all that it was made from"])
        try append("# more\n", to: "tenants/groups/cedar-lane.yaml")
        try append(" ", to: "output/pruitt-auto/api/production.json")
        #expect(
            try explained() == [
                "cedar-lane-waco: tenants/groups/cedar-lane.yaml has changed",
                "pruitt-auto: somebody was at its bundle: output/pruitt-auto/api/production.json",
            ])
        try folder.write("tenants/integrations/mitchell1.yaml", "livery: 1\n")
        try append("# more\n", to: "tenants/shops/pruitt-auto.yaml")
        try folder.write("output/cedar-lane-waco/mine.txt", "mine")
        #expect(
            try explained() == [
                "cedar-lane-waco: somebody was at its bundle, and left it as it was",
                "pruitt-auto: tenants/shops/pruitt-auto.yaml has changed",
            ])
        try folder.write("output/.livery/state", "livery state 1\n")
        #expect(try explained() == ["all shops: what the earlier run left is damaged"])
    }

    @Test func repeatsTheWarningsOfShopsThatItKnows() throws {
        try append("# livery: allow tenant/low-contrast: nobody knows why\n", to: "tenants/shops/pruitt-auto.yaml")
        let first = try livery("compile")
        #expect(first.status == 0 && first.errors.contains("warning[compiler/unused-silence]"), "\(first.errors)")
        let again = try livery("compile")
        #expect(again.errors.replacing("0 bundles written, 2", with: "2 bundles written, 0") == first.errors)
        #expect(try livery("compile", "pruitt-auto").errors.contains("nobody knows why"))
        #expect(try livery("compile", "cedar-lane-waco").errors == "1 shop: 0 bundles written, 1 unchanged\n")
    }

    @Test func takesOverWhatStandsInTheWay() throws {
        try folder.write("output/pruitt-auto/api/production.json", "mine")
        let blocked = try livery("compile")
        #expect(blocked.status == 74 && blocked.errors.contains("--adopt"))
        #expect(try livery("compile", "--adopt").status == 0)
        #expect(try livery("compile", "--check").status == 0)
    }

    @Test func knowsItsFilesWhenTheManifestIsLost() throws {
        #expect(try livery("compile").status == 0)
        try FileManager.default.removeItem(atPath: folder.path + "/output/pruitt-auto/manifest.json")
        try append(" ", to: "output/pruitt-auto/api/production.json")
        #expect(try livery("compile").status == 0)
        #expect(try livery("compile", "--check").status == 0)
    }

    @Test func refusesWhatMakesNoSense() throws {
        for words in [
            ["--check", "--explain"], ["--check", "--adopt"], ["--watch", "--explain"], ["--watch", "--adopt"],
        ] {
            let run = try Run(["compile"] + words, in: folder.path)
            #expect(run.status == 64, "\(words)")
        }
    }

    @Test func waitsForAnotherRun() async throws {
        #expect(try livery("compile").status == 0)
        try append("# more\n", to: "tenants/shops/pruitt-auto.yaml")
        let lock = open(folder.path + "/output/.livery/lock", O_RDWR | O_CREAT, 0o644)
        #expect(write(lock, "4821\n", 5) == 5 && flock(lock, LOCK_EX) == 0)
        let path = folder.path
        let run = Task.detached { try Run(["compile"], in: path) }
        // The lock goes when the other run is known to wait, or at the end of all patience.
        for _ in 0..<600 where !Self.isWaiting(beside: path) { try await Task.sleep(for: .milliseconds(50)) }
        close(lock)
        let result = try await run.value
        #expect(result.status == 0)
        #expect(
            result.errors
                == "waiting for process 4821, which is writing to output\n2 shops: 1 bundle written, 1 unchanged\n")
    }

    /// Whether a command has said so, in the file that takes its standard error.
    private static func isWaiting(beside folder: String) -> Bool {
        let above = folder + "/.."
        let names = (try? FileManager.default.contentsOfDirectory(atPath: above)) ?? []
        return names.contains { name in
            name.hasSuffix(".err")
                && FileManager.default.contents(atPath: above + "/" + name)?.starts(with: Array("waiting".utf8)) == true
        }
    }

    private func explained() throws -> [String] {
        let run = try livery("compile", "--explain")
        #expect(run.status == 0, "\(run.errors)")
        let subjects = ["all shops: ", "every bundle ", "cedar-lane-waco: ", "pruitt-auto: "]
        return run.errors.split(separator: "\n").map(String.init).filter { line in
            subjects.contains { line.hasPrefix($0) }
        }
    }

    private func append(_ text: String, to path: String) throws {
        try folder.write(path, (folder.read(path) ?? "") + text)
    }

    private func livery(_ words: String...) throws -> Run {
        try Run(words, in: folder.path)
    }
}
