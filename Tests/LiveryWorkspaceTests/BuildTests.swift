import Foundation
import LiveryCompiler
import LiveryDiagnostics
import Testing

@testable import LiveryBundle
@testable import LiveryWorkspace

@Suite("A run that goes on from the one before")
struct BuildTests {
    private let folder: TemporaryFolder
    private var output: String { folder.path + "/output" }

    init() throws {
        folder = try TemporaryFolder()
    }

    /// `LIVERY_EDITS=5000 swift test --filter BuildTests` makes many more.
    private static let edits = ProcessInfo.processInfo.environment["LIVERY_EDITS"].flatMap { Int($0) } ?? 24
    private static let seed = ProcessInfo.processInfo.environment["LIVERY_SEED"].flatMap { UInt64($0) } ?? 20_261_122

    @Test("After any edits it finds and writes what a clean run does")
    func sameAsClean() throws {
        var editor = try RandomEdits(seed: Self.seed, in: folder)
        var story: [String] = []
        for step in 1...Self.edits {
            // Two edits between runs now and then; and now and then none.
            for _ in 0..<[0, 1, 1, 1, 2, 3][step % 6] { story.append("\(step): " + (try editor.edit())) }
            if step % 16 == 0 { try editor.mend() }
            let last = story.suffix(6).joined(separator: "; ")
            let run = try compile()
            let input = Workspace.read(at: folder.path).input
            let clean = Compiler.compile(input, threads: 2)
            let expected = HumanRenderer.render(clean.diagnostics, from: clean.sources)
            let difference = UnifiedDiff.between(Array(expected.utf8), Array(run.report.utf8), path: "report")
            #expect(String(decoding: difference, as: UTF8.self) == "", "seed \(Self.seed), \(last)")
            for case (let shop, let bundle?) in clean.shops.map({ ($0.id, $0.bundle) }) {
                for file in bundle.files {
                    let found = FileManager.default.contents(atPath: "\(output)/\(shop)/\(file.path)").map(Array.init)
                    #expect(found == file.bytes, "seed \(Self.seed), \(shop)/\(file.path), \(last)")
                }
            }
            if step % 3 == 0 {
                let again = try compile()
                #expect(again.written == 0 && again.report == expected, "seed \(Self.seed), \(last)")
            }
        }
    }

    @Test("Only what a change can have altered is made again, for the reason that is true")
    func reasons() throws {
        try sample()
        #expect(try compile().reasons.values.allSatisfy { $0 == [.unknown] })
        #expect(try compile().reasons == [:])
        try append("# more\n", to: "tenants/shops/pruitt-auto.yaml")
        #expect(try compile().reasons == ["pruitt-auto": [.changed("tenants/shops/pruitt-auto.yaml")]])
        try append("# more\n", to: "tenants/groups/cedar-lane.yaml")
        #expect(
            try compile().reasons.keys.sorted() == [
                "cedar-lane-georgetown", "cedar-lane-round-rock", "cedar-lane-waco",
            ])
        try folder.write("tenants/integrations/shopmonkey.yaml", "livery: 1\n")
        let users = try compile().reasons
        #expect(!users.isEmpty && users.count < 14)
        #expect(users.values.allSatisfy { $0 == [.appeared("tenants/integrations/shopmonkey.yaml")] })
        try append(" ", to: "output/pruitt-auto/api/production.json")
        try FileManager.default.removeItem(atPath: output + "/oakwood-auto-care/consent")
        #expect(try compile().reasons == ["oakwood-auto-care": [.touched], "pruitt-auto": [.touched]])
        try append("# more\n", to: "tenants/platform.yaml")
        #expect(try compile().reasons.count == 14)
        #expect(try compile().reasons == [:])
    }

    @Test("A file that is saved again without a change is no reason, and neither is one that nobody uses")
    func noReason() throws {
        try sample()
        _ = try compile()
        let path = "tenants/shops/pruitt-auto.yaml"
        try folder.write(path, folder.read(path) ?? "")
        try folder.write("tenants/assets/nobody/logo.svg", "<svg/>")
        #expect(try compile().reasons == [:])
    }

    @Test("A state that is damaged anywhere is as none")
    func damage() throws {
        try sample()
        _ = try compile()
        let path = output + "/.livery/state"
        let state = try #require(FileManager.default.contents(atPath: path))
        #expect(State(Array(state))?.shops.count == 14)
        for index in stride(from: 0, to: state.count, by: 997) {
            var bytes = Array(state)
            bytes[index] ^= 0x10
            #expect(State(bytes) == nil)
            #expect(State(Array(state.prefix(index))) == nil)
        }
        try Data("livery state 0\n".utf8).write(to: URL(fileURLWithPath: path))
        let run = try compile()
        #expect(run.absence == .broken && run.reasons.count == 14 && run.written == 0)
        #expect(try compile().reasons == [:])
    }

    @Test("What an earlier run wrote is Livery's, whatever has become of the manifest")
    func lostManifest() throws {
        try sample()
        _ = try compile()
        try FileManager.default.removeItem(atPath: output + "/pruitt-auto/manifest.json")
        try append(" ", to: "output/pruitt-auto/api/production.json")
        let run = try compile()
        #expect(run.blocked.isEmpty && run.written == 1)
        #expect(try compile().reasons == [:])
    }

    @Test("A workspace that changes while it is compiled is noticed")
    func overtaken() throws {
        try sample()
        let build = Build(at: folder.path, output: output, asked: [], today: nil, threads: 2)
        #expect(build.isCurrent(threads: 2))
        try append("# more\n", to: "tenants/shops/pruitt-auto.yaml")
        #expect(!build.isCurrent(threads: 2))
    }

    @Test("A run that is or was at the output is noticed, whether it left a state or not")
    func overtakenByRun() throws {
        try sample()
        _ = try compile()
        let build = Build(at: folder.path, output: output, asked: [], today: nil, threads: 2)
        #expect(!build.hasWork && !build.isOvertaken && build.isCurrent(threads: 2))
        guard let publisher = try Publisher.open(output) else { throw Busy() }
        #expect(build.isOvertaken && build.isCurrent(threads: 2))
        let late = Build(at: folder.path, output: output, asked: [], today: nil, threads: 2)
        try publisher.finish()
        #expect(build.isOvertaken && late.isOvertaken)
        let next = Build(at: folder.path, output: output, asked: [], today: nil, threads: 2)
        #expect(!next.isOvertaken)
        try append("# more\n", to: "tenants/shops/pruitt-auto.yaml")
        _ = try compile()
        #expect(next.isOvertaken)
        let last = Build(at: folder.path, output: output, asked: [], today: nil, threads: 2)
        try FileManager.default.removeItem(atPath: output + "/.livery/state")
        #expect(last.isOvertaken && !last.isCurrent(threads: 2))
    }

    @Test("What was found is not worked out again until something changes")
    func conclusion() throws {
        try sample()
        try append("<svg/>", to: "tenants/assets/nobodys.svg")
        let first = try compile(isSettled: true)
        #expect(first.report.contains("nobodys.svg"))
        let again = try compile(isSettled: true)
        #expect(again.isConcluded && again.report == first.report && again.written == 0)
        try append("<svg/>", to: "tenants/assets/nobodys-too.svg")
        let more = try compile(isSettled: true)
        #expect(!more.isConcluded && more.report.contains("nobodys-too.svg") && more.written == 0)
        #expect(try compile(isSettled: true).isConcluded)
        try append("# more\n", to: "tenants/platform.yaml")
        let changed = try compile(isSettled: true)
        #expect(!changed.isConcluded && changed.reasons.count == 14)
        try FileManager.default.removeItem(atPath: output + "/pruitt-auto/manifest.json")
        let touched = try compile(isSettled: true)
        #expect(!touched.isConcluded && touched.written == 1 && touched.report == more.report)
    }

    private func sample() throws {
        let samples = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "tenants").path
        try FileManager.default.copyItem(atPath: samples, toPath: folder.path + "/tenants")
    }

    private func append(_ text: String, to path: String) throws {
        try folder.write(path, (folder.read(path) ?? "") + text)
    }

    private struct Busy: Error {}

    private struct Outcome {
        var report = ""
        var reasons: [String: [Build.Reason]] = [:]
        var absence: State.Absence?
        var written = 0
        var blocked: [String] = []
        var isConcluded = false
    }

    /// `livery compile --keep-going --adopt`, in one thread of control.
    /// `isSettled`: ten seconds later than it is, so that all files are old enough to be known by their versions.
    private func compile(isSettled: Bool = false) throws -> Outcome {
        let started = FileVersion.now() + (isSettled ? 10_000_000_000 : 0)
        var build = Build(at: folder.path, output: output, asked: [], today: nil, threads: 2, started: started)
        var outcome = Outcome(reasons: build.reasons, absence: build.absence)
        outcome.isConcluded = build.isConcluded
        guard let publisher = try Publisher.open(output) else { throw Busy() }
        let drafts = build.check(threads: 2, adopting: true, with: publisher)
        let found = build.session.findings()
        let isSupplied = build.supplyTexts(for: found.diagnostics)
        #expect(isSupplied)
        outcome.report = HumanRenderer.render(found.diagnostics, from: build.session.sources)
        try build.publish(drafts, threads: 2, with: publisher) { shop, result in
            if case .blocked = result.change { outcome.blocked.append(shop) }
            if result.change == .written { outcome.written += 1 }
        }
        if build.settle(found) { try build.save(with: publisher) }
        try publisher.finish()
        return outcome
    }
}
