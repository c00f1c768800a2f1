import LiveryBundle
import LiveryCompiler
import LiveryDiagnostics
import LiveryWorkspace

extension Command {
    static let diff = Command(
        name: "diff",
        summary: "Show what changed since former bundles, by fact: what customers must be told of, and how.",
        details: [
            "Compares what a shop's definition says now with DIR: a former output folder, the folder of one bundle, or "
                + "a checked-out tree that holds tenants/, which is compiled first. Or compares two folders of "
                + "bundles, OLD and NEW.",
            "A change is material when there is new data, a new purpose, a new recipient or country, a sale, a "
                + "longer time, a lost right, or another name or contact. Then it says which laws ask for a notice, "
                + "and drafts it.",
        ],
        operands: [
            Operand(
                name: "SHOP|FOLDER", help: "shops (default: all shops), or without --since two folders, OLD and NEW",
                isRepeated: true)
        ],
        options: [.since, .view, .notices, .material, .threads],
        examples: [
            Example(line: "livery diff oakwood --since output", effect: "what the last compilation did not say yet"),
            Example(
                line: "livery diff --since ../june",
                effect: "what changed since the tree that `git worktree add ../june COMMIT` checked out"),
            Example(line: "livery diff old/oakwood new/oakwood", effect: "compares two bundles"),
            Example(
                line: "livery diff --since output --notices notices --check",
                effect: "writes the notices, and exits with 2 when customers must be told"),
        ],
        run: runDiff)
}

extension Command.Option {
    fileprivate static let since = Command.Option(
        name: "since", value: "DIR", help: "compare with these bundles, or with the definitions in this tree")
    fileprivate static let view = Command.Option(
        name: "format", value: "FORMAT", help: "how to show it (default: human)",
        choices: ["human", "json", "markdown"])
    fileprivate static let notices = Command.Option(
        name: "notices", value: "DIR", help: "write the drafts into this folder: e-mail, banner and website")
    fileprivate static let material = Command.Option(
        name: "check", help: "exit with status 2 when a change is material")
}

@Sendable private func runDiff(_ invocation: Invocation, on console: Console) throws(Failure) -> ExitStatus {
    var comparison = Comparison(invocation: invocation, console: console)
    let isComplete: Bool
    if let since = invocation.value(of: .since) {
        isComplete = try comparison.compare(shops: invocation.operands, since: since)
    } else {
        guard invocation.operands.count == 2 else {
            throw .usage(
                "say what to compare with: `--since DIR`, or two folders.",
                help: ["`livery diff --help` shows how it is used."])
        }
        isComplete = try comparison.compare(invocation.operands[0], with: invocation.operands[1])
    }
    guard isComplete else { return .findings }
    try comparison.show()
    if let folder = invocation.value(of: .notices) { try comparison.writeNotices(into: folder) }
    return invocation.has(.material) && comparison.differences.contains(where: \.isMaterial) ? .drift : .clean
}

/// One run: finds both sides, and holds what differs.
private struct Comparison {
    let invocation: Invocation
    let console: Console
    private(set) var differences: [BundleDifference] = []
    /// Shops that have no former bundle.
    private var newShops: [String] = []

    init(invocation: Invocation, console: Console) {
        self.invocation = invocation
        self.console = console
    }

    /// False when something could not be compared; that was reported.
    mutating func compare(shops: [String], since place: String) throws(Failure) -> Bool {
        let session = try Session(invocation, shops: shops, on: console)
        guard let former = try former(at: place) else {
            throw Failure(
                .inputOutput, "`\(place)` holds neither bundles nor definitions.",
                help: ["name a former output folder, the folder of one bundle, or a tree that holds `tenants/`."])
        }
        let compilation = try session.compile(invocation, emitBundles: true)
        guard !compilation.diagnostics.hasErrors else {
            try session.report(compilation.diagnostics, from: compilation.sources)
            return false
        }
        guard let formerBundle = try lookup(in: former, at: place, shops: compilation.shops.map(\.id)) else {
            return false
        }
        var isComplete = true
        for shop in compilation.shops {
            guard let bundle = shop.bundle else { continue }
            guard let (old, name) = try formerBundle(shop.id) else {
                guard shops.isEmpty else {
                    throw Failure(.inputOutput, "`\(place)` holds no bundle of `\(shop.id)`.")
                }
                newShops.append(shop.id)
                continue
            }
            isComplete = add(shop.id, old: old, name, new: bundle, shop.id) && isComplete
        }
        return isComplete
    }

    mutating func compare(_ old: String, with new: String) throws(Failure) -> Bool {
        add(nil, old: try bundle(at: old), old, new: try bundle(at: new), new)
    }

    private mutating func add(_ shop: String?, old: Bundle, _ oldName: String, new: Bundle, _ newName: String) -> Bool {
        var sources = SourceMap()
        let before = BundleRecord.read(old, of: shop, named: oldName, into: &sources)
        let after = BundleRecord.read(new, of: shop ?? before.record?.shop, named: newName, into: &sources)
        console.report(before.diagnostics + after.diagnostics, from: sources)
        guard let before = before.record, let after = after.record else { return false }
        differences.append(BundleDifference(from: before, to: after))
        return true
    }

    private func former(at place: String) throws(Failure) -> FormerBundles? {
        do throws(SystemError) { return try FormerBundles.find(at: place) } catch { throw Failure(error) }
    }

    private func bundle(at folder: String) throws(Failure) -> Bundle {
        do throws(SystemError) {
            if let bundle = try FormerBundles.read(folder) { return bundle }
        } catch { throw Failure(error) }
        throw Failure(
            .inputOutput, "`\(folder)` is not the folder of a bundle: it has no manifest of Livery.",
            help: ["for a folder of several bundles, name the folder of one shop below it."])
    }

    /// How to get at the former bundle of a shop, with the name under which people know it; nil when the definitions of
    /// that time have errors.
    private func lookup(
        in former: FormerBundles, at place: String, shops: [String]
    ) throws(Failure) -> ((String) throws(Failure) -> (Bundle, String)?)? {
        switch former {
        case .bundle(let bundle): return { _ throws(Failure) in (bundle, place) }
        case .output:
            return { shop throws(Failure) in
                let folder = Workspace.path(shop, in: place)
                do throws(SystemError) { return try FormerBundles.read(folder).map { ($0, folder) } } catch {
                    throw Failure(error)
                }
            }
        case .definitions:
            let workspace = Workspace.read(at: place)
            let known = Set(workspace.shops).intersection(shops)
            guard !known.isEmpty else { return { _ throws(Failure) in nil } }
            let threads = try invocation.number(of: .threads, in: 1...1024) ?? Console.processors
            let compilation = Compiler.compile(workspace.input, only: known, threads: threads)
            guard !compilation.diagnostics.hasErrors else {
                console.report(compilation.diagnostics.filter { $0.severity == .error }, from: compilation.sources)
                console.say("the definitions in `\(place)` have errors, and cannot be compared with.")
                return nil
            }
            let bundles = Dictionary(compilation.shops.map { ($0.id, $0.bundle) }) { first, _ in first }
            return { shop throws(Failure) in bundles[shop].flatMap(\.self).map { ($0, Workspace.path(shop, in: place)) }
            }
        }
    }

    func show() throws(Failure) {
        switch invocation.value(of: .view) {
        case "json": try console.print(bytes: DifferenceReport.json(differences, newShops: newShops))
        case "markdown":
            try console.print(differences.filter(isShown).map(\.markdown).joined(separator: "\n"))
        default:
            let drafts = invocation.value(of: .notices) == nil
            try console.print(differences.filter(isShown).map { $0.text(drafts: drafts) }.joined(separator: "\n"))
        }
        let unchanged = differences.filter { !isShown($0) }.count
        if unchanged > 0 { console.say("\(Session.shops(unchanged)) unchanged") }
        for shop in newShops { console.say("`\(shop)` is new: there is no former bundle of it.") }
    }

    /// Of many shops only those that changed have something to say.
    private func isShown(_ difference: BundleDifference) -> Bool { differences.count == 1 || !difference.isEmpty }

    func writeNotices(into folder: String) throws(Failure) {
        for difference in differences {
            for (ending, text) in difference.notices {
                let path = Workspace.path("\(difference.shop).\(ending)", in: folder)
                do throws(SystemError) { try Workspace.writeReport(path, Array(text.utf8)) } catch {
                    throw Failure(error)
                }
                console.say("wrote \(path)")
            }
        }
    }
}
