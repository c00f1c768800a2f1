import Foundation
import LiveryCompiler
import LiveryDiagnostics
import Testing

@testable import LiveryWorkspace

@Suite("A workspace that is followed from change to change")
struct RereadingTests {
    @Test("After any edits a watch finds what a run finds that reads everything", arguments: [1, 2, 3, 4] as [UInt64])
    func sameAsClean(_ seed: UInt64) throws {
        let folder = try TemporaryFolder()
        var editor = try RandomEdits(seed: seed, in: folder)
        var workspace = Workspace.read(at: folder.path)
        var session = CompilerSession(workspace.input)
        var story: [String] = []
        for _ in 0..<12 {
            let before = Self.definitions(in: folder)
            for _ in 0..<2 { story.append(try editor.edit()) }
            let after = Self.definitions(in: folder)
            let changed = Set(before.keys).union(after.keys).filter { before[$0] != after[$0] }
            let reread = workspace.reread(changed, at: folder.path)
            session.update(to: workspace.input, rereading: reread)
            while !session.pending.isEmpty { _ = session.work(limit: 3, threads: 2) }

            let clean = Compiler.compile(Workspace.read(at: folder.path).input, emitBundles: false, threads: 2)
            let found = HumanRenderer.render(session.findings().diagnostics, from: session.sources)
            #expect(
                found == HumanRenderer.render(clean.diagnostics, from: clean.sources),
                "seed \(seed): \(story.joined(separator: "; "))")
        }
    }

    @Test("A group concerns its shops alone, and a picture those that show it")
    func concernsFew() throws {
        let folder = try TemporaryFolder()
        _ = try RandomEdits(seed: 1, in: folder)
        var workspace = Workspace.read(at: folder.path)
        var session = CompilerSession(workspace.input)
        _ = session.work(threads: 2)

        func changed(_ path: String) throws -> Set<String> {
            try folder.write(path, (folder.read(path) ?? "") + (path.hasSuffix(".svg") ? "<!-- -->" : "# more\n"))
            let reread = workspace.reread([path], at: folder.path)
            session.update(to: workspace.input, rereading: reread)
            let pending = session.pending
            _ = session.work()
            return pending
        }
        #expect(try changed("tenants/groups/cedar-lane.yaml") == ["cedar-lane-georgetown", "cedar-lane-waco"])
        #expect(try changed("tenants/shops/pruitt-auto.yaml") == ["pruitt-auto"])
        #expect(try changed("tenants/assets/oakwood-auto-care/logo.svg") == ["oakwood-auto-care"])
        #expect(try changed("tenants/platform.yaml").count == session.shops.count)
    }

    /// The files below `tenants`, and what they hold.
    private static func definitions(in folder: TemporaryFolder) -> [String: Data] {
        let files = folder.entries.filter { $0.hasPrefix("tenants/") && !$0.hasSuffix("/") }
        return Dictionary(uniqueKeysWithValues: files.map { ($0, read($0, in: folder)) })
    }

    private static func read(_ file: String, in folder: TemporaryFolder) -> Data {
        FileManager.default.contents(atPath: folder.path + "/" + file) ?? Data()
    }
}
