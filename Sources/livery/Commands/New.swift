import LiveryCompiler
import LiveryDiagnostics
import LiveryTenant
import LiveryWorkspace

extension Command {
    static let new = Command(
        name: "new",
        summary: "Write the complete definition of a new shop from a few answers, or of many from a table.",
        details: [
            "On a terminal it asks for what the options do not say; elsewhere every answer is an option. What it "
                + "writes passes `livery validate` as it stands. A file that exists is never overwritten.",
            "--from-csv writes a shop for each line of a table, all of them or none. Column `shop` holds its id, "
                + "the others are named like the options, identifier.KEY for identifiers; an empty cell is no answer. "
                + "An option beside it holds for every line that says nothing else.",
        ],
        operands: [
            Operand(name: "SHOP", help: "the id of the shop, such as oakwood: a-z, 0-9 and hyphens")
        ],
        options: Question.all.map(\.option) + [.identifier, .fromCSV, .csvHeader, .onlyPrint],
        examples: [
            Example(line: "livery new oakwood", effect: "asks, and writes tenants/shops/oakwood.yaml"),
            Example(
                line:
                    "livery new oakwood --name \"Oakwood Auto Care\" --street \"12 Elm Street\" --city Austin "
                    + "--region Texas --postal-code 78704 --time-zone Chicago --phone \"(512) 555-0123\" "
                    + "--email hello@oakwoodauto.example --hours \"mon-fri 7:30-17:30, sat 8-12\" "
                    + "--primary-color \"#1F5A3C\" --provider tekmetric --identifier shop_id=4821 --billing 2.5%",
                effect: "writes the same file without a question"),
            Example(
                line: "livery new --from-csv shops.csv --group cedar-lane --provider tekmetric",
                effect: "writes a shop of a chain for each line of the table"),
        ],
        run: runNew)
}

extension Command.Option {
    static let onlyPrint = Command.Option(name: "print", help: "print the definition instead of writing it")
}

@Sendable private func runNew(_ invocation: Invocation, on console: Console) throws(Failure) -> ExitStatus {
    if invocation.has(.csvHeader) {
        guard !invocation.has(.fromCSV), invocation.operands.isEmpty else {
            throw .usage("`--csv-header` only prints, and goes with no SHOP and no `--from-csv`.")
        }
        try console.print(ShopTable.header)
        return .clean
    }
    if let file = invocation.value(of: .fromCSV) {
        var shops = try NewShops(invocation, from: file, on: console)
        return try shops.run()
    }
    guard let shop = invocation.operands.first else {
        throw .usage("SHOP is missing.", help: ["`livery new --help` shows how it is used."])
    }
    if let problem = Workspace.problem(withShopName: shop) { throw .usage(problem) }
    let workspace = Workspace.read(at: invocation.workspace)
    let path = "tenants/shops/\(shop).yaml"
    if workspace.shops.contains(shop) {
        throw Failure(
            .inputOutput, "`\(Workspace.path(path, in: invocation.workspace))` exists, and is never overwritten.",
            help: ["edit it, or choose another id."])
    }
    let draft = NewShop(shop, in: workspace.input)
    guard let answers = draft.answers(today: console.today()) else {
        console.report(draft.blockers, from: workspace.input.sources)
        return .findings
    }
    var interview = Interview(invocation, answers, on: console, isInherited: draft.isInherited(by: invocation))
    try interview.run()

    let text = DefinitionText.of(interview.answers)
    let checked = draft.check(text, path: path)
    console.report(checked.diagnostics, from: checked.sources)
    if checked.diagnostics.hasErrors {
        try console.print(text)
        console.say("\(shop): nothing written, because the definition above would not pass `livery validate`")
        return .findings
    }
    return try write(text, to: path, shop, in: workspace, invocation, interview.assumptions, console)
}

private func write(
    _ text: String, to path: String, _ shop: String, in workspace: Workspace, _ invocation: Invocation,
    _ assumptions: [String], _ console: Console
) throws(Failure) -> ExitStatus {
    if !assumptions.isEmpty {
        console.say("Taken for granted, and stated by the policy: \(assumptions.joined(separator: ", ")).")
    }
    if invocation.has(.onlyPrint) {
        try console.print(text)
        return .clean
    }
    do throws(SystemError) {
        guard try Workspace.create(path, in: invocation.workspace, Array(text.utf8)) else {
            throw SystemError.exists(path)
        }
    } catch { throw Failure(error) }
    _ = try EditorSchemas(of: workspace.input).write(in: invocation.workspace)
    try console.print(Workspace.path(path, in: invocation.workspace) + "\n")
    console.say("`livery preview \(shop)` shows the app, `livery compile \(shop)` writes the bundle.")
    return .clean
}

/// A shop that does not exist yet, tried out in memory against the workspace.
struct NewShop {
    private let id: String
    private let input: CompilationInput

    init(_ id: String, in input: CompilationInput) {
        self.id = id
        self.input = input
    }

    /// What keeps any shop from being written here: no workspace, or no operator.
    var blockers: [Diagnostic] {
        let found = input.platform == nil ? input.problems.filter { $0.severity == .error } : []
        return found.isEmpty ? [.newShopNeedsPlatform()] : found
    }

    func answers(today: String) -> Answers? {
        guard input.platform != nil else { return nil }
        let catalogue = Compiler.catalogue(input)
        return Answers(
            id: id, today: today, catalogue: catalogue, groups: input.groups.keys.sorted(),
            operatorWebsite: inherited("operator.website", group: nil))
    }

    /// Whether the layers that the shop will stand on set a path.
    func isInherited(by invocation: Invocation) -> (String) -> Bool {
        let group = Self.group(of: invocation)
        return { inherited($0, group: group) != nil }
    }

    static func group(of invocation: Invocation) -> String? {
        Question.all.first { $0.option.name == "group" }.flatMap { invocation.value(of: $0.option) }
    }

    /// What the whole workspace says of the new definition, without faults that stood there before.
    func check(_ text: String, path: String) -> (diagnostics: [Diagnostic], sources: SourceMap) {
        var tried = input
        tried.problems = []
        tried.shopProblems = [:]
        let file = tried.sources.add(path: path, bytes: Array(text.utf8))
        tried.shops[id] = file
        let result = Compiler.compile(tried, only: [id], emitBundles: false)
        return (result.diagnostics, result.sources)
    }

    private func inherited(_ path: String, group: String?) -> String? {
        var tried = input
        let text = "livery: 1\n" + (group.map { "group: \($0)\n" } ?? "")
        tried.shops[id] = tried.sources.add(path: id, bytes: Array(text.utf8))
        let found = Compiler.explain(tried, shop: id, path: path, environment: .production).explanation
        return found?.entries.first?.origin.value
    }
}

extension Diagnostic {
    fileprivate static func newShopNeedsPlatform() -> Diagnostic {
        Diagnostic(
            code: "workspace/new-needs-platform", "A shop stands on `tenants/platform.yaml`, and there is none.",
            at: nil,
            help: "Write down the operator there first.")
    }
}
