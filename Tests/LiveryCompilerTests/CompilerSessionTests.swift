import LiveryBundle
import LiveryCompiler
import LiveryDiagnostics
import Testing

@Suite("A session that follows changes")
struct CompilerSessionTests {
    @Test("After any edits it finds what a clean run finds, in the same order", arguments: [1, 2, 3, 20_261_122])
    func sameAsClean(_ seed: UInt64) throws {
        var editor = RandomEditor(seed: seed)
        var session = CompilerSession(editor.input)
        for step in 0..<12 {
            let edit = editor.edit()
            let input = editor.input
            session.update(to: input)
            // Some edits arrive while earlier ones are still being worked on.
            if Bool.random(using: &editor.random) { _ = session.work(limit: 2) }
            if step % 4 == 3 { continue }
            while !session.pending.isEmpty { _ = session.work(limit: 2, threads: 2) }

            let clean = Compiler.compile(input, emitBundles: false)
            let expected = HumanRenderer.render(clean.diagnostics, from: clean.sources)
            let found = session.findings()
            #expect(HumanRenderer.render(found.diagnostics, from: session.sources) == expected, "seed \(seed), \(edit)")
            #expect(session.shops == clean.shops.map(\.id))
        }
        let ids = session.shops
        let bundles = session.bundles(of: ids, threads: 2)
        let clean = Compiler.compile(editor.input, threads: 2).shops.filter { $0.bundle != nil }
        let refused = session.findings().refused
        #expect(bundles.map(\.shop).filter { !refused.contains($0) } == clean.map(\.id))
        for (shop, bundle) in bundles where !refused.contains(shop) {
            #expect(bundle.files == clean.first { $0.id == shop }?.bundle?.files, "seed \(seed), \(shop)")
        }
    }

    @Test("Only the shop that changed is checked again")
    func onlyChanged() throws {
        var editor = RandomEditor(seed: 7)
        var session = CompilerSession(editor.input)
        _ = session.work()
        let shop = try #require(editor.shops.keys.sorted().first)
        editor.shops[shop]? += "# one more comment\n"
        #expect(session.update(to: editor.input) == [shop])
        #expect(session.pending == [shop])
        #expect(session.work().map(\.id) == [shop])
        #expect(session.update(to: editor.input).isEmpty)
        #expect(session.pending.isEmpty)
    }

    @Test("A change of the platform's file concerns everybody, and an urgent shop comes first")
    func shared() throws {
        var editor = RandomEditor(seed: 7)
        var session = CompilerSession(editor.input)
        _ = session.work()
        editor.platform += "# one more comment\n"
        session.update(to: editor.input)
        #expect(session.pending == Set(editor.shops.keys))
        let last = try #require(session.shops.last)
        #expect(session.work(urgent: [last], limit: 1).map(\.id) == [last])
        #expect(session.work(limit: 1).map(\.id) == [try #require(session.shops.first)])
    }
}

/// Part of the sample workspace, and mistakes that people make in it.
private struct RandomEditor {
    var random: SeededGenerator
    var platform: String
    var groups: [String: String]
    var shops: [String: String]
    var integrations: [String: String]
    var clauses: [String: String]
    var assets: Assets
    var shopProblems: [String: [Diagnostic]] = [:]

    init(seed: UInt64) {
        random = SeededGenerator(seed: seed)
        let sample = SampleWorkspace.input
        func text(_ file: SourceFile) -> String { String(decoding: file.bytes, as: UTF8.self) }
        platform = sample.platform.map(text) ?? ""
        groups = sample.groups.mapValues(text)
        let names = ["cedar-lane-waco", "cedar-lane-georgetown", "pruitt-auto", "oakwood-auto-care"]
        shops = sample.shops.filter { names.contains($0.key) }.mapValues(text)
        integrations = sample.integrations.mapValues(text)
        clauses = sample.clauses.mapValues(text)
        assets = sample.assets
    }

    /// As a reader numbers the files.
    var input: CompilationInput {
        var input = CompilationInput()
        input.platform = input.sources.add(path: "tenants/platform.yaml", bytes: Array(platform.utf8))
        func add(_ texts: [String: String], _ folder: String) -> [String: SourceFile] {
            var files: [String: SourceFile] = [:]
            for (id, text) in texts.sorted(by: { $0.key < $1.key }) {
                files[id] = input.sources.add(path: "tenants/\(folder)/\(id).yaml", bytes: Array(text.utf8))
            }
            return files
        }
        input.groups = add(groups, "groups")
        input.shops = add(shops, "shops")
        input.integrations = add(integrations, "integrations")
        for (name, text) in clauses.sorted(by: { $0.key < $1.key }) {
            input.clauses[name] = input.sources.add(path: "tenants/clauses/\(name)", bytes: Array(text.utf8))
        }
        input.assets = assets
        input.shopProblems = shopProblems
        return input
    }

    /// Changes something, and says what.
    mutating func edit() -> String {
        let shop = shops.keys.sorted().randomElement(using: &random) ?? ""
        switch Int.random(in: 0..<17, using: &random) {
        case 0:
            let copy = ["a-new-shop", "m-new-shop", "z-new-shop"].randomElement(using: &random) ?? ""
            shops[copy] = shops[shop]
            return "copied \(shop) to \(copy)"
        case 1 where shops.count > 2:
            shops[shop] = nil
            return "removed \(shop)"
        case 2:
            platform = spoiled(platform)
            return "spoiled the platform"
        case 3:
            let group = groups.keys.sorted().randomElement(using: &random) ?? ""
            groups[group] = spoiled(groups[group] ?? "")
            return "spoiled the group \(group)"
        case 4:
            let asset = assets.paths.randomElement(using: &random) ?? ""
            assets[asset] = nil
            return "removed the asset \(asset)"
        case 5:
            let problem = Diagnostic(code: "workspace/unreadable", "`\(shop)` cannot be read.", at: nil)
            shopProblems = shopProblems.isEmpty ? [shop: [problem]] : [:]
            return "made \(shop) unreadable, or all readable"
        case 7:
            let text = "# How do you keep it safe?\nid: safety\nkind: section\n\n## safety.dog\n\n"
            let endings = ["A dog.", "A dog at {shop.name}.", "A dog at {shop.nam}."]
            clauses["dog.en.md"] = endings.randomElement(using: &random).map { text + $0 }
            return "wrote a clause"
        case 6:
            let sample = SampleWorkspace.input
            shops[shop] = sample.shops[shop].map { String(decoding: $0.bytes, as: UTF8.self) } ?? shops[shop]
            assets = sample.assets
            return "mended \(shop)"
        case 8...11:
            let other = shops.keys.sorted().randomElement(using: &random) ?? ""
            return "took \(take(from: other, to: shop)) from \(other) to \(shop)"
        default:
            shops[shop] = spoiled(shops[shop] ?? "")
            return "spoiled \(shop)"
        }
    }

    /// Lines that two shops should not have alike, and the group.
    private mutating func take(from other: String, to shop: String) -> String {
        let keys = ["bundle_id:", "application_id:", "phone:", "email:", "website:", "app_name:", "group:", "shop_id:"]
        let key = keys.randomElement(using: &random) ?? ""
        func lines(_ text: String?) -> [Substring] {
            (text ?? "").split(separator: "\n", omittingEmptySubsequences: false)
        }
        func isMeant(_ line: Substring) -> Bool { line.drop { $0 == " " }.hasPrefix(key) }
        let taken = lines(shops[other]).first(where: isMeant)
        shops[shop] = lines(shops[shop]).compactMap { isMeant($0) ? taken : $0 }.joined(separator: "\n")
        return key
    }

    private mutating func spoiled(_ text: String) -> String {
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let index = Int.random(in: 0..<lines.count, using: &random)
        switch Int.random(in: 0..<4, using: &random) {
        case 0: lines.remove(at: index)
        case 1: lines.insert(lines[index], at: index)
        case 2: lines[index] = String(lines[index].dropLast())
        default: lines[index] = lines[index].replacing(": ", with: "s: ")
        }
        return lines.joined(separator: "\n")
    }
}

/// SplitMix64: the same numbers from the same seed, everywhere.
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
