import LiveryCompiler
import LiveryDiagnostics
import LiveryTenant

/// The workspace held against what a run left: which shops are as they were then, and what is new about the others.
struct Memory {
    let workspace: Workspace
    /// Of the shops all of whose inputs are as they were.
    private(set) var records: [String: ShopRecord] = [:]
    /// Why the others must be worked on.
    private(set) var reasons: [String: [Build.Reason]] = [:]

    private let state: State?
    /// What the files hold that many shops share, by path.
    private let shared: [String: ContentDigest]
    private var pictures: [String: ContentDigest?] = [:]

    init(_ state: State?, at root: String, today: CalendarDate?, part: Part? = nil, threads: Int) {
        self.state = state
        let files = state?.files ?? [:]
        var workspace =
            part.map { Workspace.read(at: root, part: $0, threads: threads) }
            ?? Workspace.read(at: root, threads: threads) { path, version in files[path]?.version == version }
        workspace.input.today = today
        self.workspace = workspace
        let input = workspace.input
        let sharedFiles = [input.platform].compactMap(\.self) + input.groups.values + input.integrations.values
        var shared = Dictionary(
            sharedFiles.map { ($0.path, ContentDigest(of: $0.bytes)) }, uniquingKeysWith: { first, _ in first })
        shared[ShopInputs.clauses] = input.clausesDigest
        self.shared = shared
        for shop in workspace.shops {
            guard let record = state?.shops[shop]?.record else {
                reasons[shop] = [.unknown]
                continue
            }
            var news = record.inputs.inputs.compactMap { change(of: $0, for: shop) }
            if let day = record.day, day != today { news.append(.otherDay) }
            if news.isEmpty { records[shop] = record } else { reasons[shop] = news }
        }
    }

    /// Whether every shop is as it was, and no file had to be read for that but those that shops share.
    private var isAsItWas: Bool {
        reasons.isEmpty && pictures.isEmpty && state?.shops.count == records.count
            && workspace.unread.count == workspace.shops.count
    }

    /// What the run before has found in just this; nil when it has left no word of that.
    var conclusion: [UInt8]? {
        guard isAsItWas, workspace.input.problems.isEmpty, workspace.input.shopProblems.isEmpty,
            let conclusion = state?.conclusion, conclusion.ground == ground
        else { return nil }
        return conclusion.findings
    }

    /// All that findings rest on besides what the records of the shops speak of.
    var ground: Checksum {
        var text = workspace.input.today?.text ?? ""
        for (path, digest) in shared.sorted(by: { $0.key < $1.key }) { text += "\n\(digest.hexadecimal) \(path)" }
        var ground = Checksum(of: Array(text.utf8)[...])
        // In any order.
        var (first, second): (UInt64, UInt64) = (0, 0)
        workspace.input.assets.forEachPath { path in
            let picture = Checksum(of: Array(path.utf8)[...])
            first &+= picture.first
            second &+= picture.second
        }
        ground.add(first)
        ground.add(second)
        return ground
    }

    /// How the workspace differs from what a shop was made from, or from what many shops share.
    mutating func changes(of inputs: [ShopInputs.Input], for shop: String) -> [Build.Reason] {
        inputs.compactMap { change(of: $0, for: shop) }
    }

    private mutating func change(of input: ShopInputs.Input, for shop: String) -> Build.Reason? {
        let now = digest(of: input.path, shop: shop)
        if now == input.digest { return nil }
        if now == nil { return .vanished(input.path) }
        return input.digest == nil ? .appeared(input.path) : .changed(input.path)
    }

    private mutating func digest(of path: String, shop: String) -> ContentDigest? {
        if let digest = shared[path] { return digest }
        if path.hasPrefix(Self.assets) { return picture(path) }
        guard let file = workspace.input.shops[shop], file.path == path else { return nil }
        return workspace.unread.contains(shop) ? state?.files[path]?.digest : ContentDigest(of: file.bytes)
    }

    private mutating func picture(_ path: String) -> ContentDigest? {
        if let version = workspace.versions[path], let known = state?.files[path], known.version == version {
            return known.digest
        }
        if let known = pictures[path] { return known }
        let digest = workspace.input.assets[String(path.dropFirst(Self.assets.count))].map { ContentDigest(of: $0) }
        pictures[path] = .some(digest)
        return digest
    }

    private static let assets = "tenants/assets/"
}

extension State {
    /// Definitions of shops, and pictures: what is many, and is not read when it is known.
    static func remembers(_ path: String) -> Bool {
        path.hasPrefix("tenants/shops/") || path.hasPrefix("tenants/assets/")
    }

    /// What the run before left in an output folder; or a new state, and why. None where nobody can say which compiler
    /// this is.
    static func load(from output: String) -> (State?, Absence?) {
        let bytes = try? FileSystem.read(path(in: output), limit: limit)
        let found = bytes.flatMap { State($0) }
        guard let compiler = CompilerIdentity.current(known: found?.compiler) else { return (nil, .otherCompiler) }
        guard let found else { return (State(compiler: compiler), bytes == nil ? .missing : .broken) }
        // The form may be another one too.
        guard found.compiler == compiler else { return (State(compiler: compiler), .otherCompiler) }
        return (found, nil)
    }

    static func path(in output: String) -> String { output + "/.livery/state" }

    /// A state larger than this is none of ours.
    private static let limit = 1 << 30
}

extension Publisher {
    /// Puts a state in the place of the former one; the session has what is not in it.
    func keep(_ state: State, with session: CompilerSession) throws(SystemError) {
        let draft = workshop + "/new-state"
        try FileSystem.removeTree(draft)
        do throws(SystemError) {
            try FileSystem.create(draft) { file throws(SystemError) in try state.write(with: session, to: file) }
            try FileSystem.rename(draft, to: State.path(in: output))
        } catch {
            try? FileSystem.removeTree(draft)
            throw error
        }
        // Git would offer it for a commit.
        let list = workshop + "/.gitignore"
        if try FileSystem.status(list) == nil { try FileSystem.create(list, Array("*\n".utf8)) }
    }
}
