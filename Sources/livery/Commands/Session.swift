import LiveryCompiler
import LiveryDiagnostics
import LiveryTenant
import LiveryWorkspace

/// What `compile`, `validate`, `explain` and `preview` begin with: the workspace, and the shops that the person named.
struct Session {
    let workspace: Workspace
    /// Empty for all shops.
    let named: [String]
    let console: Console
    let reporting: Reporting

    init(_ invocation: Invocation, shops named: [String], on console: Console) throws(Failure) {
        let progress = Progress("reading the workspace", on: console)
        var workspace = Workspace.read(at: invocation.workspace, threads: try Self.threads(invocation))
        workspace.input.today = try Self.today(invocation, console)
        progress.end()
        try self.init(invocation, Self.ids(of: named, invocation), workspace, on: console)
    }

    /// `named` are ids already, and the workspace was read.
    init(_ invocation: Invocation, _ named: [String], _ workspace: Workspace, on console: Console) throws(Failure) {
        reporting = try Reporting(invocation)
        self.workspace = workspace
        self.named = named
        self.console = console
        // Without any shop, the findings about the workspace say more than "there is no such shop".
        for shop in named where !workspace.shops.contains(shop) && !workspace.shops.isEmpty {
            throw .usage("there is no shop `\(shop)`.", help: Self.help(for: shop, among: workspace.shops))
        }
    }

    /// How many shops the run is about.
    var count: Int { named.isEmpty ? workspace.shops.count : Set(named).count }

    func compile(_ invocation: Invocation, emitBundles: Bool) throws(Failure) -> Compilation {
        let threads = try Self.threads(invocation)
        let progress = Progress("compiling \(Self.shops(count))", on: console)
        defer { progress.end() }
        return Compiler.compile(workspace.input, only: Set(named), emitBundles: emitBundles, threads: threads)
    }

    /// The day by which silences run out.
    static func today(_ invocation: Invocation, _ console: Console) throws(Failure) -> CalendarDate? {
        try invocation.day(of: .asOf) ?? CalendarDate(console.today())
    }

    static func threads(_ invocation: Invocation) throws(Failure) -> Int {
        try invocation.number(of: .threads, in: 1...1024) ?? Console.processors
    }

    /// Shows findings as the person asked.
    func report(_ diagnostics: [Diagnostic], from sources: SourceMap) throws(Failure) {
        let shops = named.isEmpty ? workspace.shops : Set(named).sorted()
        try reporting.write(diagnostics, from: sources, shops: shops, on: console)
    }

    static func shops(_ count: Int) -> String {
        count == 1 ? "1 shop" : "\(count) shops"
    }

    /// The ids of the shops that a person named.
    static func ids(of words: [String], _ invocation: Invocation) -> [String] {
        words.map { id(in: $0, of: invocation.workspace) }
    }

    /// The id of a shop, also when the person, or a hook that knows changed files, gave the path of its definition.
    private static func id(in word: String, of workspace: String) -> String {
        let shops = "tenants/shops/"
        for folder in [Workspace.path(shops, in: workspace), Workspace.reportFolder(of: workspace) + shops] {
            for start in [folder, "./" + folder] where word.hasPrefix(start) && word.hasSuffix(".yaml") {
                return String(word.dropFirst(start.count).dropLast(".yaml".count))
            }
        }
        return word
    }

    private static func help(for shop: String, among shops: [String]) -> [String] {
        var name = shop[...]
        if name.hasSuffix(".yaml") { name = name.dropLast(".yaml".count) }
        if let end = name.lastIndex(of: "/") { name = name[name.index(after: end)...] }
        if let nearest = Similarity.nearest(to: String(name), in: shops) { return ["did you mean `\(nearest)`?"] }
        if shops.count <= 12 { return ["the shops are \(shops.joined(separator: ", "))."] }
        return ["`livery new \(shop)` would write it."]
    }
}

extension Command.Option {
    static let asOf = Command.Option(
        name: "as-of", value: "DATE", help: "the day by which silences run out, as 2027-03-31 (default: today)")
    static let threads = Command.Option(
        name: "threads", value: "N", help: "work on so many shops at once (default: one for each processor)")
}

extension Command.Operand {
    static let shops = Command.Operand(
        name: "SHOP", help: "the name of a file in tenants/shops without its ending, or its path (default: all shops)",
        isRepeated: true, candidates: .shops)
    static let shop = Command.Operand(
        name: "SHOP", help: "the name of a file in tenants/shops without its ending", isRequired: true,
        candidates: .shops)
}

extension Console {
    /// Shows findings to the person who must mend them.
    func report(_ diagnostics: [Diagnostic], from sources: SourceMap) {
        guard !diagnostics.isEmpty else { return }
        show(
            HumanRenderer.render(
                diagnostics, from: sources, width: width, colored: isColored, breaksMessages: isWatched))
    }
}

extension Invocation {
    fileprivate func day(of option: Command.Option) throws(Failure) -> CalendarDate? {
        guard let text = value(of: option) else { return nil }
        guard let day = CalendarDate(text) else {
            throw .usage("`--\(option.name)` takes a day such as 2027-03-31, not `\(text)`.")
        }
        return day
    }
}
