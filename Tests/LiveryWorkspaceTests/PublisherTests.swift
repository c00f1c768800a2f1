import Foundation
import Testing

@testable import LiveryBundle
@testable import LiveryWorkspace

private typealias Bundle = LiveryBundle.Bundle

@Suite struct PublisherTests {
    private let folder: TemporaryFolder
    private var output: String { folder.path + "/output" }

    init() throws {
        folder = try TemporaryFolder()
    }

    /// A bundle with a manifest that lists its files.
    private func bundle(_ files: [String: String]) -> Bundle {
        let list = files.keys.sorted().map { "{\"path\": \"\($0)\", \"bytes\": \(files[$0]?.utf8.count ?? 0)}" }
        var all = files
        all["manifest.json"] = "{\"formatVersion\": 1, \"files\": [\(list.joined(separator: ", "))]}\n"
        return Bundle(
            files: all.sorted { $0.key < $1.key }.map { BundleFile(path: $0.key, bytes: Array($0.value.utf8)) })
    }

    @discardableResult
    private func publish(_ files: [String: String], of shop: String = "elm") throws -> Publisher.Outcome {
        let publisher = try open()
        let outcome: Publisher.Outcome
        do { outcome = try publisher.publish(bundle(files), of: shop) } catch {
            try publisher.finish()
            throw error
        }
        try publisher.finish()
        return outcome
    }

    @Test func writesAndLeavesUnchangedAlone() throws {
        #expect(try publish(["a.txt": "1", "deep/er/b.txt": "2"]).change == .written)
        #expect(
            folder.entries == [
                "output/", "output/elm/", "output/elm/a.txt", "output/elm/deep/", "output/elm/deep/er/",
                "output/elm/deep/er/b.txt", "output/elm/manifest.json",
            ])
        let before = try inode("output/elm/a.txt")
        #expect(try publish(["a.txt": "1", "deep/er/b.txt": "2"]).change == .unchanged)
        #expect(try inode("output/elm/a.txt") == before)
    }

    @Test func removesWhatIsNotGeneratedAnyMore() throws {
        try publish(["a.txt": "1", "deep/b.txt": "2"])
        #expect(try publish(["a.txt": "1"]).change == .written)
        #expect(folder.entries == ["output/", "output/elm/", "output/elm/a.txt", "output/elm/manifest.json"])
    }

    @Test func keepsForeignFilesAndLinks() throws {
        try publish(["a.txt": "1", "deep/b.txt": "2"])
        try folder.write("output/elm/deep/NOTES.txt", "mine")
        try folder.write("output/elm/mine/x", "mine")
        try folder.write("outside", "untouched")
        try folder.link("output/elm/mine/link", to: "../../../outside")
        let before = try inode("output/elm/mine/x")
        let outcome = try publish(["a.txt": "2"])
        #expect(outcome.change == .written)
        #expect(
            outcome.foreign.map { $0.dropFirst(output.count) } == [
                "/elm/deep/NOTES.txt", "/elm/mine/link", "/elm/mine/x",
            ])
        #expect(folder.read("output/elm/a.txt") == "2")
        #expect(folder.read("output/elm/deep/NOTES.txt") == "mine")
        #expect(try inode("output/elm/mine/x") == before)
        #expect(folder.read("outside") == "untouched")
        #expect(!folder.entries.contains("output/elm/deep/b.txt"))
        #expect(!folder.entries.contains("output/.livery/"))
    }

    @Test func neverWritesThroughALink() throws {
        try folder.write("elsewhere/keep", "1")
        try folder.write("output/x", "1")
        try folder.link("output/elm", to: "../elsewhere")
        #expect(try publish(["a.txt": "1"]).change == .blocked(by: [output + "/elm"]))
        #expect(folder.entries.filter { $0.hasPrefix("elsewhere") } == ["elsewhere/", "elsewhere/keep"])

        try publish(["a.txt": "1"], of: "fir")
        try folder.link("output/fir/privacy", to: "../../elsewhere")
        #expect(
            try publish(["a.txt": "1", "privacy/p.txt": "2"], of: "fir").change
                == .blocked(by: [output + "/fir/privacy"]))
        #expect(folder.entries.filter { $0.hasPrefix("elsewhere") } == ["elsewhere/", "elsewhere/keep"])
        #expect(folder.read("output/fir/a.txt") == "1")
    }

    @Test func neverFollowsALinkInItsOwnFolder() throws {
        try publish(["a.txt": "1"])
        try folder.write("elsewhere/keep", "1")
        for name in ["new-elm", "old-fir", "old-elm", "whole-elm", "gone-elm", "new-state", ".gitignore"] {
            try FileManager.default.createDirectory(atPath: output + "/.livery", withIntermediateDirectories: true)
            try folder.link("output/.livery/" + name, to: "../../elsewhere")
            #expect(try publish(["a.txt": "2"]).change != .blocked(by: []))
            try? FileManager.default.removeItem(atPath: output + "/.livery")
        }
        #expect(folder.entries.filter { $0.hasPrefix("elsewhere") } == ["elsewhere/", "elsewhere/keep"])
        #expect(folder.read("elsewhere/keep") == "1" && folder.read("output/fir/keep") == nil)
        try folder.link("output/.livery", to: "../elsewhere")
        #expect(throws: SystemError.self) { try publish(["a.txt": "3"]) }
    }

    @Test func neverWritesOverAForeignFile() throws {
        try folder.write("output/elm/a.txt", "mine")
        #expect(try publish(["a.txt": "1"]).change == .blocked(by: [output + "/elm/a.txt"]))
        #expect(folder.entries == ["output/", "output/elm/", "output/elm/a.txt"])
        // The same bytes may stay: nobody can tell whose they are.
        #expect(try publish(["a.txt": "mine"]).change == .written)
    }

    @Test func ownsOnlyWhatTheManifestLists() throws {
        try publish(["a.txt": "1"])
        let evil = "{\"files\": [{\"path\": \"../../outside\"}, {\"path\": \"/etc/hostname\"}, {\"path\": \"a.txt\"}]}"
        try folder.write("output/elm/manifest.json", evil)
        try folder.write("outside", "untouched")
        #expect(try publish(["b.txt": "1"]).change == .written)
        #expect(folder.read("outside") == "untouched")
        #expect(folder.entries.filter { $0.hasPrefix("output/elm/") }.count == 3)
    }

    @Test func mendsWhatAKilledRunLeft() throws {
        try publish(["a.txt": "1"])
        try folder.write("output/.livery/new-elm/half", "half")
        try folder.write("output/.livery/old-fir/manifest.json", "{\"files\": []}")
        try folder.write("output/.livery/old-elm/a.txt", "0")
        #expect(try publish(["a.txt": "1"]).change == .unchanged)
        #expect(
            folder.entries == [
                "output/", "output/elm/", "output/elm/a.txt", "output/elm/manifest.json", "output/fir/",
                "output/fir/manifest.json",
            ])
    }

    @Test func finishesWhatAKilledRunBegan() throws {
        // Killed before the exchange, after it, and while a shop was removed that is no more.
        for name in ["whole-elm", "old-elm", "gone-elm"] {
            try publish(["a.txt": "1", "deep/b.txt": "2"])
            let left = "output/.livery/" + name
            try folder.write(left + "/a.txt", "0")
            try folder.write(left + "/deep/late.txt", "mine")
            try folder.write(left + "/manifest.json", "{\"files\": [{\"path\": \"a.txt\"}]}")
            #expect(try publish(["a.txt": "1", "deep/b.txt": "2"]).change == .unchanged)
            #expect(folder.read("output/elm/a.txt") == "1")
            #expect(folder.read("output/elm/deep/late.txt") == "mine")
            #expect(!folder.entries.contains { $0.hasPrefix("output/.livery") })
        }
    }

    @Test func knowsItsFilesAfterAMerge() throws {
        try publish(["a.txt": "1", "b.txt": "1"])
        let broken = """
            {
              "format_version": 1,
            <<<<<<< HEAD
              "inputs": {},
                  "path": "a.txt",
            =======
                  "path": "b.txt"
                  "path": "../../outside",
            >>>>>>> other
            """
        try folder.write("output/elm/manifest.json", broken)
        #expect(try publish(["a.txt": "2", "b.txt": "2"]).change == .written)
        try folder.write("output/elm/manifest.json", "{\"name\": \"format_version inputs\"}")
        try folder.write("output/elm/a.txt", "3")
        #expect(
            try publish(["a.txt": "4"]).change == .blocked(by: [output + "/elm/a.txt", output + "/elm/manifest.json"]))
    }

    @Test func adoptsOnlyWhatStandsInTheWay() throws {
        try folder.write("output/elm/a.txt", "mine")
        try folder.write("output/elm/other.txt", "mine")
        try folder.link("output/elm/b.txt", to: "a.txt")
        let publisher = try open()
        let files = ["a.txt": "1", "b.txt": "1"]
        #expect(
            try publisher.publish(bundle(files), of: "elm", adopting: true).change
                == .blocked(by: [output + "/elm/b.txt"]))
        try FileManager.default.removeItem(atPath: output + "/elm/b.txt")
        let outcome = try publisher.publish(bundle(files), of: "elm", adopting: true)
        try publisher.finish()
        #expect(outcome.change == .written && outcome.foreign == [output + "/elm/other.txt"])
        #expect(folder.read("output/elm/a.txt") == "1" && folder.read("output/elm/other.txt") == "mine")
    }

    @Test func letsOneRunAtATime() throws {
        let first = try open()
        #expect(Publisher.holder(of: output) == Int(getpid()))
        #expect(try isBusy())
        try first.finish()
        #expect(try !isBusy())
    }

    @Test func keepsTheFormerBundleWhenWritingFails() throws {
        try publish(["a.txt": "1"])
        // A name that no file system takes.
        let long = String(repeating: "x", count: 300)
        #expect(throws: SystemError.self) { try publish(["a.txt": "2", long: "3"]) }
        #expect(folder.entries == ["output/", "output/elm/", "output/elm/a.txt", "output/elm/manifest.json"])
        #expect(folder.read("output/elm/a.txt") == "1")
    }

    @Test func saysWhenTheOutputIsReadOnly() throws {
        guard getuid() != 0 else { return }
        try folder.write("output/x")
        chmod(output, 0o555)
        defer { chmod(output, 0o755) }
        #expect(throws: SystemError.self) { try publish(["a.txt": "1"]) }
    }

    @Test func prunesOnlyWhatItOwns() throws {
        try publish(["a.txt": "1", "deep/b.txt": "2"], of: "elm")
        try publish(["a.txt": "1", "deep/b.txt": "2"], of: "fir")
        try folder.write("output/fir/deep/NOTES.txt", "mine")
        try folder.write("output/not-a-bundle/x", "mine")
        #expect(try Drift.leftShops(in: output, besides: []) == ["elm", "fir"])
        let publisher = try open()
        #expect(try publisher.remove("elm") == [])
        #expect(try publisher.remove("fir") == [output + "/fir/deep/NOTES.txt"])
        try publisher.finish()
        #expect(
            folder.entries == [
                "output/", "output/fir/", "output/fir/deep/", "output/fir/deep/NOTES.txt", "output/not-a-bundle/",
                "output/not-a-bundle/x",
            ])
    }

    @Test func findsEachDrift() throws {
        try publish(["a.txt": "1", "b.txt": "1", "c.txt": "1", "d.txt": "1"])
        try publish(["a.txt": "1"], of: "gone")
        try folder.write("output/elm/a.txt", "changed")
        try FileManager.default.removeItem(atPath: output + "/elm/b.txt")
        try folder.write("output/elm/z.txt")
        let bundle = bundle(["a.txt": "1", "b.txt": "1", "c.txt": "1"])
        let comparison = Comparison(with: output)
        for shop in ["elm", "fir"] { comparison.take(bundle, of: shop) }
        #expect(comparison.shops == ["elm", "fir"])
        let drift = try comparison.drift(of: ["elm", "fir"], known: ["elm", "fir"])
        #expect(
            drift.items.map { "\($0.difference.rawValue) \($0.path.dropFirst(output.count + 1))" } == [
                "differs elm/a.txt", "missing elm/b.txt", "outdated elm/d.txt", "differs elm/manifest.json",
                "foreign elm/z.txt", "missing fir", "outdated gone",
            ])
        #expect(try comparison.drift(of: [], known: nil).items == [])
        #expect(try Comparison(with: folder.path + "/none").drift(of: [], known: []).items == [])
    }

    private func open() throws -> Publisher {
        guard let publisher = try Publisher.open(output) else { throw Busy() }
        return publisher
    }

    private struct Busy: Error {}

    private func isBusy() throws -> Bool {
        guard let publisher = try Publisher.open(output) else { return true }
        try publisher.finish()
        return false
    }

    private func inode(_ name: String) throws -> Int {
        let attributes = try FileManager.default.attributesOfItem(atPath: folder.path + "/" + name)
        return try #require(attributes[.systemFileNumber] as? Int)
    }
}

@Suite struct PublishedManifestTests {
    @Test func readsAList() {
        let manifest = "{ \"a\": [1, true, null, -2.5e3, \"\\u0041\\n\"], \"files\" : [ {\"path\":\"x\\/y\"} ] }\n"
        #expect(PublishedManifest(Array(manifest.utf8))?.owned == ["x/y", "manifest.json"])
        #expect(PublishedManifest(Array("{\"files\": []}".utf8))?.owned == ["manifest.json"])
    }

    @Test(arguments: [
        "", "{", "[]", "{\"files\": {}}", "{\"files\": [1]}", "{\"files\": [{\"path\": 1}]}", "{\"files\": []} x",
        "{\"files\": [{\"path\": \"\\ud800\"}]}", "{\"files\": [{\"path\": \"a\nb\"}]}", "{\"files\": [,]}", "\"",
        "{\"a\":}",
    ])
    func refusesAnythingElse(_ text: String) {
        #expect(PublishedManifest(Array(text.utf8)) == nil)
    }

    @Test func isNotExhausted() {
        #expect(PublishedManifest(Array(String(repeating: "[", count: 1 << 20).utf8)) == nil)
    }
}
