import Foundation
import LiveryCompiler
import LiveryDiagnostics
import Testing

@testable import LiveryWorkspace

@Suite struct WorkspaceReaderTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        try folder.write("tenants/platform.yaml")
        try folder.write("tenants/shops/elm.yaml", "elm")
    }

    private var workspace: Workspace { Workspace.read(at: folder.path) }

    /// Every finding as `code: message`, in order.
    private var findings: [String] {
        let input = workspace.input
        let all = input.problems + input.shopProblems.sorted { $0.key < $1.key }.flatMap(\.value)
        return all.map { "\($0.severity.rawValue) \($0.code): \($0.message)" }
    }

    @Test func readsEveryKind() throws {
        try folder.write("tenants/groups/cedar.yaml", "group")
        try folder.write("tenants/integrations/shop_ware.yaml", "integration")
        try folder.write("tenants/assets/elm/deep/logo.svg", "<svg/>")
        try folder.write("tenants/shops/b.yaml", "b")
        try folder.write("tenants/shops/.hidden.yaml")
        try folder.write("tenants/README.md")
        try folder.write("tenants/clauses/README.md")
        try folder.write("tenants/clauses/safety.en.md", "clause")
        let input = workspace.input
        #expect(findings == [])
        #expect(
            input.sources.files.map(\.path) == [
                "tenants/platform.yaml", "tenants/groups/cedar.yaml", "tenants/shops/b.yaml", "tenants/shops/elm.yaml",
                "tenants/integrations/shop_ware.yaml", "tenants/clauses/safety.en.md",
            ])
        #expect(input.clauses.keys.sorted() == ["safety.en.md"])
        #expect(input.shops["elm"]?.bytes == Array("elm".utf8))
        #expect(input.assets.paths == ["elm/deep/logo.svg"])
        #expect(workspace.shops == ["b", "elm"])
    }

    @Test func saysWhereItLooked() throws {
        let empty = try TemporaryFolder()
        #expect(Workspace.read(at: empty.path).input.problems.map(\.code) == ["workspace/no-tenants-folder"])
        try empty.write("tenants")
        #expect(Workspace.read(at: empty.path).input.problems.map(\.code) == ["workspace/not-a-folder"])
        try FileManager.default.removeItem(atPath: empty.path + "/tenants")
        try empty.write("tenants/platform.yaml")
        #expect(Workspace.read(at: empty.path).input.problems.map(\.code) == ["workspace/no-shops"])
    }

    @Test func namesWhatIsNotRead() throws {
        try folder.write("tenants/shop/oak.yaml")
        try folder.write("tenants/platform.yml")
        try folder.write("tenants/shops/oak.yml")
        try folder.write("tenants/shops/oak.csv")
        try folder.write("tenants/shops/Bob's Brakes.yaml")
        try folder.write("tenants/shops/a--b.yaml")
        #expect(
            findings == [
                "error workspace/unknown-ending: `tenants/platform.yml` does not end in `.yaml` and is not read.",
                "warning workspace/unknown-entry: `tenants/shop` is not part of a workspace and is not read.",
                "error workspace/bad-name: The name of `tenants/shops/Bob's Brakes.yaml` is its id, and must be 1 to "
                    + "63 characters: a-z, 0-9 and single hyphens between them.",
                "error workspace/bad-name: The name of `tenants/shops/a--b.yaml` is its id, and must be 1 to 63 "
                    + "characters: a-z, 0-9 and single hyphens between them.",
                "warning workspace/unread-file: `tenants/shops/oak.csv` does not end in `.yaml` and is not read.",
                "error workspace/unknown-ending: `tenants/shops/oak.yml` does not end in `.yaml` and is not read.",
            ])
        #expect(workspace.input.shopProblems["Bob's Brakes"]?.first?.help == "Rename it to `bobs-brakes.yaml`.")
    }

    @Test func meetsEverythingThatIsNoFile() throws {
        try folder.write("tenants/shops/folder.yaml/x")
        mkfifo(folder.path + "/tenants/shops/pipe.yaml", 0o600)
        #expect(
            findings == [
                "error workspace/not-a-file: `tenants/shops/folder.yaml` must be a file, and is a folder.",
                "error workspace/not-a-file: `tenants/shops/pipe.yaml` must be a file, and is a pipe, socket "
                    + "or device.",
            ])
        #expect(workspace.shops == ["elm", "folder", "pipe"])
        #expect(workspace.input.shops.keys.sorted() == ["elm"])
    }

    @Test func neverReadsAHugeFile() throws {
        let path = folder.path + "/tenants/shops/huge.yaml"
        try folder.write("tenants/shops/huge.yaml")
        // Sparse: takes no room on disk, and would take 100 MB of memory if it were read.
        truncate(path, 100 << 20)
        try folder.write("tenants/assets/elm/logo.png")
        truncate(folder.path + "/tenants/assets/elm/logo.png", 3 << 20)
        #expect(
            findings == [
                "error workspace/too-large: `tenants/assets/elm/logo.png` is larger than 2 MiB and is not read.",
                "error workspace/too-large: `tenants/shops/huge.yaml` is larger than 16 MiB and is not read.",
            ])
    }

    @Test func followsLinksOnlyInside() throws {
        try folder.write("outside.yaml", "secret")
        try folder.link("tenants/shops/inside.yaml", to: "elm.yaml")
        try folder.link("tenants/shops/leaves.yaml", to: "../../outside.yaml")
        try folder.link("tenants/shops/loop.yaml", to: "loop.yaml")
        try folder.link("tenants/shops/dangling.yaml", to: "nowhere.yaml")
        try folder.write("tenants/assets/elm/logo.svg")
        try folder.link("tenants/assets/again", to: "../assets")
        let codes = findings.map { $0.split(separator: ":")[0] }
        #expect(
            codes == [
                "error workspace/linked-folder", "error workspace/broken-link", "error workspace/link-leaves",
                "error workspace/broken-link",
            ])
        #expect(workspace.input.shops["inside"]?.bytes == Array("elm".utf8))
        #expect(workspace.input.shops["leaves"] == nil)
    }

    @Test func saysWhatCannotBeRead() throws {
        // The superuser can read everything.
        guard getuid() != 0 else { return }
        try folder.write("tenants/shops/locked.yaml")
        chmod(folder.path + "/tenants/shops/locked.yaml", 0)
        #expect(
            findings == ["error workspace/unreadable: `tenants/shops/locked.yaml` cannot be read: Permission denied."])
    }

    @Test func survivesStrangeNames() throws {
        try folder.write("tenants/shops/a\nb.yaml")
        #expect(findings.map { $0.split(separator: ":")[0] } == ["error workspace/unprintable-name"])
    }

    @Test(arguments: [("Bob's Brakes", "bobs-brakes"), ("--A__b--", "a-b"), ("Žluť", nil), ("oak.wood", "oak-wood")])
    func suggestsNames(_ typed: String, _ suggestion: String?) {
        #expect(NameShape.slug.suggestion(for: typed) == (typed == "Žluť" ? "lu" : suggestion))
    }

    @Test func neverOverwritesADefinition() throws {
        #expect(try Workspace.create("tenants/shops/elm.yaml", in: folder.path, [1]) == false)
        #expect(folder.read("tenants/shops/elm.yaml") == "elm")
        #expect(try Workspace.create("tenants/shops/new.yaml", in: folder.path, Array("new".utf8)))
        #expect(folder.read("tenants/shops/new.yaml") == "new")
    }

    /// Of many shops, the files are looked at ahead.
    @Test func threadsFindTheSame() throws {
        for number in 0..<200 {
            let shop = "shop-\(number)"
            switch number % 10 {
            case 0: try folder.write("tenants/shops/\(shop).yaml/x")
            case 1: try folder.link("tenants/shops/\(shop).yaml", to: "nowhere.yaml")
            case 2: try folder.link("tenants/shops/\(shop).yaml", to: "elm.yaml")
            case 3: try folder.write("tenants/shops/\(shop).yml")
            default: try folder.write("tenants/shops/\(shop).yaml", shop)
            }
            switch number % 7 {
            case 0: try folder.write("tenants/assets/\(shop)/deep/logo.svg", "<svg/>")
            case 1: try folder.write("tenants/assets/\(shop)/.hidden")
            case 2: try folder.link("tenants/assets/\(shop)", to: "nowhere")
            case 3: try folder.write("tenants/assets/\(shop).png", "no picture")
            default: break
            }
        }
        let known: @Sendable (String, FileVersion) -> Bool = { path, _ in path.hasSuffix("4.yaml") }
        let one = Workspace.read(at: folder.path, threads: 1, isKnown: known)
        let four = Workspace.read(at: folder.path, threads: 4, isKnown: known)
        #expect(one.shops.count > 150 && !one.input.shopProblems.isEmpty && !one.unread.isEmpty)
        #expect(four.shops == one.shops)
        #expect(four.versions == one.versions)
        #expect(four.unread == one.unread)
        #expect(four.input.problems == one.input.problems)
        #expect(four.input.shopProblems == one.input.shopProblems)
        #expect(four.input.assets.paths == one.input.assets.paths)
        #expect(four.input.sources.files.map(\.path) == one.input.sources.files.map(\.path))
        #expect(four.input.shops.mapValues(\.bytes) == one.input.shops.mapValues(\.bytes))
        #expect(one.isCurrent(at: folder.path, threads: 4))
        try folder.write("tenants/shops/shop-199.yaml", "another")
        #expect(!one.isCurrent(at: folder.path, threads: 4))
    }

    @Test func replacesAPageAsAWhole() throws {
        try folder.write("page.html", "old")
        try Workspace.replace(folder.path + "/page.html", Array("new".utf8))
        #expect(folder.read("page.html") == "new")
        #expect(folder.entries.filter { $0.hasPrefix("page") } == ["page.html"])
    }
}
