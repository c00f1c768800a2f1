import LiveryBundle
import LiveryDiagnostics
package import LiveryTenant

/// The work of a workspace in steps that a build system can run: one for each shop, which reads nothing but its inputs,
/// and a merge.
package struct ActionList: Sendable {
    package struct Action: Sendable {
        package let shop: String
        /// The files that are read, each with what it holds.
        package let inputs: [ShopInputs.Input]
        /// Files that would be read if they were there.
        package let absent: [String]
        /// nil for a shop with errors: what it would be made from is not known for certain.
        package let contentKey: String?
        /// The day on which its findings are true, where they may not be on another.
        package let day: CalendarDate?
    }

    package let actions: [Action]
    /// Everything that the list and the merge depend on, in the order of bytes.
    package let files: [String]
    /// The folders in which a new file may change the list.
    package let folders: [String]
}

extension CompilerSession {
    /// What there is to do, once every shop was checked.
    package var actionList: ActionList {
        let input = prepared.input
        let clauses = input.clauses.values.map { ShopInputs.Input(path: $0.path, digest: ContentDigest(of: $0.bytes)) }
            .sorted { $0.path < $1.path }
        let shared = [input.platform].compactMap(\.self) + input.groups.values + input.integrations.values
        let sharedInputs =
            shared.map { ShopInputs.Input(path: $0.path, digest: ContentDigest(of: $0.bytes)) }
            .sorted { $0.path < $1.path } + clauses
        let actions = shops.map { action(of: $0, clauses: clauses, shared: sharedInputs) }
        let files = Set(sharedInputs.map(\.path)).union(actions.flatMap { $0.inputs.map(\.path) })
        let folders = files.filter { !$0.hasPrefix("tenants/assets/") }.compactMap { path in
            path.lastIndex(of: "/").map { String(path[..<$0]) }
        }
        return ActionList(
            actions: actions, files: files.sorted(), folders: Set(folders).union(["tenants"]).sorted())
    }

    private func action(
        of shop: String, clauses: [ShopInputs.Input], shared: [ShopInputs.Input]
    ) -> ActionList.Action {
        guard let known = inputs(of: shop) else {
            let own = prepared.input.shops[shop].map { file in
                ShopInputs.Input(path: file.path, digest: file.bytes.isEmpty ? nil : ContentDigest(of: file.bytes))
            }
            return ActionList.Action(
                shop: shop, inputs: [own].compactMap(\.self) + shared, absent: [], contentKey: nil, day: nil)
        }
        let files = known.inputs.filter { $0.path != ShopInputs.clauses }
        return ActionList.Action(
            shop: shop, inputs: files.filter { $0.digest != nil } + clauses,
            absent: files.filter { $0.digest == nil }.map(\.path), contentKey: known.contentKey(),
            day: kept[shop]?.day)
    }
}

/// How the actions are written down, for a workspace as it is spelled where the build runs.
package struct ActionText: Sendable {
    let list: ActionList
    /// Empty for the current folder.
    let workspace: String
    /// Where the merge puts the bundles; nil for `output/` in the workspace.
    let output: String?
    /// The program, as an absolute path, where the text is for this machine alone.
    let program: String

    package var count: Int { list.actions.count }

    package init(_ list: ActionList, workspace: String, output: String?, program: String) {
        self.list = list
        self.workspace = workspace
        self.output = output
        self.program = program
    }

    /// How a path below the workspace is spelled.
    func path(_ path: String) -> String {
        if workspace.isEmpty || workspace == "." { return path }
        return workspace.hasSuffix("/") ? workspace + path : workspace + "/" + path
    }

    static let folder = "actions"
    var mergedMark: String { path(Self.folder + "/merged") }

    func folder(of action: ActionList.Action) -> String { path(Self.folder + "/" + action.shop) }
    func facts(of action: ActionList.Action) -> String { folder(of: action) + "/" + FactsFile.name }

    private var workspaceOption: [String] {
        workspace.isEmpty || workspace == "." ? [] : ["--workspace", workspace]
    }

    func command(of action: ActionList.Action) -> [String] {
        ["compile", action.shop, "--alone", "--output", folder(of: action)]
            + (action.contentKey.map { ["--content-key", $0] } ?? [])
            + (action.day.map { ["--as-of", $0.text] } ?? []) + workspaceOption
    }

    private var outputOption: [String] { output.map { ["--output", $0] } ?? [] }

    var mergeCommand: [String] { ["merge", path(Self.folder)] + outputOption + workspaceOption }

    func listCommand(_ format: String, to file: String) -> [String] {
        ["actions", "--format", format + ":" + file] + outputOption + workspaceOption
    }

    static func quoted(_ words: [String]) -> String {
        words.map(quoted).joined(separator: " ")
    }

    /// As a word of a shell: POSIX.1-2017, Shell Command Language 2.2.2.
    static func quoted(_ word: String) -> String {
        let isPlain = word.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "/"), UInt8(ascii: "."), UInt8(ascii: "_"),
                UInt8(ascii: "-"), UInt8(ascii: ":"), UInt8(ascii: "@"), UInt8(ascii: ","):
                true
            default: false
            }
        }
        return isPlain && !word.isEmpty ? word : "'" + word.replacing("'", with: "'\\''") + "'"
    }
}

extension ActionText {
    /// For programs: every action with its inputs and outputs.
    package var json: [UInt8] {
        JSONWriter.document(size: 1 << 16) { document in
            document.field("livery_actions", 1)
            document.object("compiler") { $0.field("version", Compiler.version) }
            document.array("actions") { list in
                for action in self.list.actions { list.element { write(action, to: &$0) } }
            }
            document.object("merge") { merge in
                merge.flatArray("command") { list in
                    for word in ["livery"] + mergeCommand { list.element(word) }
                }
                merge.strings(
                    "inputs", list.actions.map { folder(of: $0) + "/" } + list.files.map { path($0) })
                merge.flatArray("outputs") { $0.element(output.map { $0 + "/" } ?? path("output/")) }
            }
        }
    }

    private func write(_ action: ActionList.Action, to json: inout JSONWriter) {
        json.field("shop", action.shop)
        json.field("content_key", orNull: action.contentKey)
        json.flatArray("command") { list in for word in ["livery"] + command(of: action) { list.element(word) } }
        json.array("inputs") { list in
            for input in action.inputs {
                list.flatElement { object in
                    object.field("path", path(input.path))
                    object.field("sha256", orNull: input.digest?.hexadecimal)
                }
            }
        }
        json.strings("absent", action.absent.map { path($0) })
        json.flatArray("outputs") { list in
            list.element(facts(of: action))
            list.element(folder(of: action) + "/" + action.shop + "/")
        }
    }

    /// A matrix generates 256 jobs at most:
    /// https://docs.github.com/actions/how-tos/write-workflows/choose-what-workflows-do/run-job-variations
    package static let matrixLimit = 256

    /// The value of `strategy.matrix` in a workflow of GitHub, on one line, as an output of a step must be.
    package var gitHubMatrix: [UInt8] {
        JSONWriter.line { document in
            document.array("include") { list in
                for action in self.list.actions {
                    list.element { entry in
                        entry.field("shop", action.shop)
                        entry.field("content_key", action.contentKey ?? "")
                    }
                }
            }
        }
    }
}
