import LiveryCompiler
import LiveryDiagnostics
import LiveryWorkspace

extension Command.Option {
    static let fromCSV = Command.Option(
        name: "from-csv", value: "FILE",
        help: "write a shop for each line of a table whose columns are named like these options; - reads standard input"
    )
    static let csvHeader = Command.Option(name: "csv-header", help: "print the first line of such a table")
}

/// `livery new --from-csv`: the shops of a chain in one go, all of them or none.
struct NewShops {
    private let invocation: Invocation
    private let console: Console
    private let file: String
    private let workspace: Workspace
    private var problems: [ShopTable.Problem] = []
    private var assumptions: Set<String> = []

    init(_ invocation: Invocation, from file: String, on console: Console) throws(Failure) {
        guard invocation.operands.isEmpty else {
            throw .usage("`--from-csv` names the shops itself and takes no SHOP.")
        }
        guard !invocation.has(.onlyPrint) else {
            throw .usage("`--print` shows one definition, and `--from-csv` makes many.")
        }
        (self.invocation, self.file, self.console) = (invocation, file, console)
        workspace = Workspace.read(at: invocation.workspace)
    }

    private struct Draft {
        let row: ShopTable.Row
        let text: String
        var path: String { "tenants/shops/\(row.id).yaml" }
    }

    mutating func run() throws(Failure) -> ExitStatus {
        let table = try read()
        let inherited = NewShop("", in: workspace.input)
        guard let answers = inherited.answers(today: console.today()) else {
            console.report(inherited.blockers, from: workspace.input.sources)
            return .findings
        }
        var drafts: [Draft] = []
        var inheritance = Inheritance(inherited)
        let progress = Progress("reading \(Session.shops(table.rows.count))", on: console)
        defer { progress.end() }
        for (number, row) in table.rows.enumerated() {
            progress.update("reading \(number + 1) of \(Session.shops(table.rows.count))")
            if let objection = objection(to: row.id) {
                problems.append(.init(place: row.place(of: ShopTable.shopColumn), message: objection))
                continue
            }
            let known = inheritance.paths(for: row.invocation)
            var interview = Interview(row.invocation, answers.of(row.id), on: console) { known.contains($0) }
            try interview.fill()
            problems += interview.problems.map {
                .init(place: row.place(of: $0.option), message: $0.sentence(about: $0.option))
            }
            assumptions.formUnion(interview.assumptions)
            drafts.append(Draft(row: row, text: DefinitionText.of(interview.answers)))
        }
        progress.end()
        guard problems.isEmpty else { return refuse(table.rows.count) }
        return try check(drafts) ? write(drafts) : .findings
    }

    private mutating func read() throws(Failure) -> ShopTable {
        let bytes: [UInt8]
        do throws(SystemError) { bytes = try Workspace.text(at: file) } catch { throw Failure(error) }
        do throws(CSVTable.Fault) {
            let table = ShopTable(try CSVTable(bytes), defaults: invocation)
            problems = table.problems
            return table
        } catch {
            throw .usage("\(name):\(error.place.line):\(error.place.column): \(error.message)")
        }
    }

    private var name: String { file == "-" ? "standard input" : file }

    private func objection(to id: String) -> String? {
        if let problem = Workspace.problem(withShopName: id) { return problem }
        return workspace.shops.contains(id) ? "`tenants/shops/\(id).yaml` exists, and is never overwritten." : nil
    }

    private func refuse(_ count: Int) -> ExitStatus {
        let limit = 100
        let sorted = problems.sorted { $0.place < $1.place }
        for problem in sorted.prefix(limit) {
            console.say("\(name):\(problem.place.line):\(problem.place.column): \(problem.message)")
        }
        if sorted.count > limit { console.say("and \(sorted.count - limit) more") }
        let problems = "\(sorted.count) problem\(sorted.count == 1 ? "" : "s")"
        console.say("\(Session.shops(count)) in the table: nothing written, because of \(problems)")
        return .usage
    }

    /// What the whole workspace says of all new definitions together, so that two of them cannot clash.
    private func check(_ drafts: [Draft]) throws(Failure) -> Bool {
        var tried = workspace.input
        tried.problems = []
        tried.shopProblems = [:]
        for draft in drafts {
            tried.shops[draft.row.id] = tried.sources.add(path: draft.path, bytes: Array(draft.text.utf8))
        }
        let progress = Progress("checking \(Session.shops(drafts.count))", on: console)
        defer { progress.end() }
        let result = Compiler.compile(
            tried, only: Set(drafts.map(\.row.id)), emitBundles: false, threads: Console.processors)
        progress.end()
        console.report(result.diagnostics, from: result.sources)
        guard result.diagnostics.hasErrors else { return true }
        let wrong = Set(result.shops.filter { $0.diagnostics.hasErrors }.map(\.id))
        for draft in drafts where wrong.contains(draft.row.id) {
            let place = draft.row.place(of: ShopTable.shopColumn)
            console.say(
                "\(name):\(place.line):\(place.column): this line makes the file `\(draft.path)` that is shown above")
        }
        console.say("\(Session.shops(drafts.count)) in the table: nothing written")
        return false
    }

    private func write(_ drafts: [Draft]) throws(Failure) -> ExitStatus {
        if !assumptions.isEmpty {
            let list = assumptions.sorted().joined(separator: ", ")
            console.say("Taken for granted where the table says nothing, and stated by the policies: \(list).")
        }
        let files = drafts.map { (path: $0.path, bytes: Array($0.text.utf8)) }
        do throws(SystemError) {
            try Workspace.create(files, in: invocation.workspace)
        } catch { throw Failure(error) }
        _ = try EditorSchemas(of: workspace.input).write(in: invocation.workspace)
        for draft in drafts { try console.print(Workspace.path(draft.path, in: invocation.workspace) + "\n") }
        console.say("\(Session.shops(drafts.count)) written; `livery compile` writes the bundles.")
        return .clean
    }
}

/// What the layers below a shop set, found out once for each group.
private struct Inheritance {
    private let shop: NewShop
    private var byGroup: [String: Set<String>] = [:]

    init(_ shop: NewShop) {
        self.shop = shop
    }

    mutating func paths(for invocation: Invocation) -> Set<String> {
        let group = NewShop.group(of: invocation) ?? ""
        if let known = byGroup[group] { return known }
        let isInherited = shop.isInherited(by: invocation)
        let paths = Set(Question.all.compactMap(\.inherited).filter(isInherited))
        byGroup[group] = paths
        return paths
    }
}
