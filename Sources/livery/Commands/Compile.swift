import LiveryBundle
import LiveryCompiler
import LiveryDiagnostics
import LiveryWorkspace

extension Command {
    static let compile = Command(
        name: "compile",
        summary:
            "Write the bundle of each shop: app configuration, policy, consent settings, integration manifests.",
        details: [
            "An error anywhere means that nothing is written, unless --keep-going is given. A bundle is replaced as a "
                + "whole or not at all; files that Livery did not write stay as they are.",
            "A --baseline hides known errors and keeps them from stopping the other shops. A shop with a known error "
                + "still gets no bundle: it is named, and the exit status is 1, for the output is not complete.",
        ],
        operands: [.shops],
        options: [.output, .check, .keepGoing, .prune, .watch] + Option.reporting + [.baseline, .asOf, .threads],
        examples: [
            Example(line: "livery compile", effect: "writes the bundles of all shops below output/"),
            Example(line: "livery compile oakwood --output /tmp/bundles", effect: "writes one bundle somewhere else"),
            Example(line: "livery compile --check", effect: "writes nothing, and fails when output/ is not current"),
            Example(line: "livery compile --keep-going", effect: "writes the bundles of the shops without errors"),
            Example(line: "livery compile --prune", effect: "also removes the bundles of shops that are no more"),
            Example(line: "livery compile --watch", effect: "writes the bundles anew that a change has altered"),
        ],
        run: runCompile)
}

extension Command.Option {
    static let output = Command.Option(
        name: "output", value: "DIR", help: "where the bundles go (default: output/ in the workspace)")
    static let check = Command.Option(
        name: "check", help: "write nothing; list each file that is not as it should be, and exit with status 2")
    static let keepGoing = Command.Option(name: "keep-going", help: "write the shops that have no errors")
    static let prune = Command.Option(
        name: "prune", help: "remove the bundles of shops that have no definition any more")
}

@Sendable private func runCompile(_ invocation: Invocation, on console: Console) throws(Failure) -> ExitStatus {
    if invocation.has(.prune), !invocation.operands.isEmpty {
        throw .usage("`--prune` looks at all shops and takes no SHOP.")
    }
    if invocation.has(.prune), invocation.has(.check) {
        throw .usage("`--check` writes nothing, so that `--prune` has nothing to do.")
    }
    let known = try KnownFindings(invocation)
    if invocation.has(.watch) { return try runCompileWatch(invocation, on: console) }
    let session = try Session(invocation, shops: invocation.operands, on: console)
    if session.reporting.takesOutput, invocation.has(.check) {
        throw .usage(
            "`--check` lists files on standard output, where a report cannot go too.",
            help: ["write the report to a file: `--format FORMAT:FILE`."])
    }
    let output = invocation.value(of: .output) ?? Workspace.path("output", in: invocation.workspace)
    let compilation = try session.compile(invocation, emitBundles: true)
    let run = CompileRun(session: session, output: output, compilation: compilation, known: known)
    if known.sift(compilation.diagnostics, of: compilation).shown.hasErrors, !invocation.has(.keepGoing) {
        return try run.refuse()
    }
    return invocation.has(.check) ? try run.check() : try run.publish(pruning: invocation.has(.prune))
}

/// What happens once everything is compiled.
private struct CompileRun {
    let session: Session
    let output: String
    let compilation: Compilation
    /// Hides findings from the report, and nothing from what decides which bundles are written.
    let known: KnownFindings

    private var console: Console { session.console }

    /// The shops whose bundles may be written, in order.
    private var clean: [(shop: String, bundle: Bundle)] {
        compilation.shops.compactMap { shop in
            guard !shop.diagnostics.hasErrors, let bundle = shop.bundle else { return nil }
            return (shop.id, bundle)
        }
    }

    /// Folders of shops that are no more can be told from others only when every shop was looked at.
    private var existing: Set<String>? {
        session.named.isEmpty ? Set(session.workspace.shops) : nil
    }

    func refuse() throws(Failure) -> ExitStatus {
        let (shown, notice) = known.sift(compilation.diagnostics, of: compilation)
        try session.report(shown, from: compilation.sources)
        console.say(summary(["nothing written"], shown, notice))
        return .findings
    }

    func check() throws(Failure) -> ExitStatus {
        let (shown, notice) = known.sift(compilation.diagnostics, of: compilation)
        try session.report(shown, from: compilation.sources)
        let progress = Progress("comparing \(Session.shops(clean.count))", on: console)
        defer { progress.end() }
        let drift: Drift
        do throws(SystemError) {
            drift = try Drift.check(clean, known: existing, output: output)
        } catch { throw Failure(error) }
        progress.end()
        for item in drift.items { try console.print("\(item.difference.rawValue) \(item.path)\n") }
        let result = drift.items.isEmpty ? "\(output) is current" : "\(output) is not current"
        console.say(summary([result], shown, notice))
        let isComplete = !nameLeftOut()
        if shown.hasErrors || !isComplete { return .findings }
        return drift.items.isEmpty ? .clean : .drift
    }

    func publish(pruning: Bool) throws(Failure) -> ExitStatus {
        var tally = Tally(diagnostics: compilation.diagnostics)
        let publisher = try openPublisher(of: output)
        let progress = Progress("writing \(Session.shops(clean.count))", on: console)
        var failure: SystemError?
        do throws(SystemError) {
            try write(with: publisher, &tally, progress)
            if let existing { try settleLeftShops(besides: existing, with: publisher, pruning: pruning, &tally) }
        } catch { failure = error }
        do throws(SystemError) { try publisher.finish() } catch { failure = failure ?? error }
        progress.end()

        let found = compilation.rulings.settled(tally.diagnostics).sortedAndUnique()
        let (diagnostics, notice) = known.sift(found, of: compilation)
        try session.report(diagnostics, from: compilation.sources)
        console.say(summary(tally.counts, diagnostics, notice))
        if let failure {
            let failure = Failure(failure)
            throw Failure(.inputOutput, failure.message, help: ["no bundle was left half-written."])
        }
        let isComplete = !nameLeftOut()
        if tally.isBlocked { return .inputOutput }
        return diagnostics.hasErrors || !isComplete ? .findings : .clean
    }

    /// Names the shops that have no bundle because of errors, which a baseline may hide; whether there are any.
    private func nameLeftOut() -> Bool {
        let clean = Set(clean.map(\.shop))
        let leftOut = compilation.shops.map(\.id).filter { !clean.contains($0) }
        guard !leftOut.isEmpty else { return false }
        let more = leftOut.count > 10 ? " and \(leftOut.count - 10) more" : ""
        console.say("left out because of errors: \(leftOut.prefix(10).joined(separator: ", "))\(more)")
        return true
    }

    private func write(
        with publisher: borrowing Publisher, _ tally: inout Tally, _ progress: Progress
    ) throws(SystemError) {
        let clean = clean
        for (number, (shop, bundle)) in clean.enumerated() {
            progress.update("writing \(number + 1) of \(Session.shops(clean.count))")
            tally.add(try publisher.publish(bundle, of: shop), of: shop)
        }
    }

    /// The bundles of shops that have no definition any more. While anything is wrong none is removed: the definition
    /// may only be misplaced.
    private func settleLeftShops(
        besides known: Set<String>, with publisher: borrowing Publisher, pruning: Bool, _ tally: inout Tally
    ) throws(SystemError) {
        for shop in try Drift.leftShops(in: output) where !known.contains(shop) {
            guard pruning, !tally.diagnostics.hasErrors else {
                tally.diagnostics.append(.leftBundle(output + "/" + shop))
                continue
            }
            let kept = try publisher.remove(shop)
            if !kept.isEmpty { tally.diagnostics.append(.foreignFiles(kept, of: shop)) }
            tally.removed += 1
        }
    }

    /// `12 shops: 12 bundles written, 0 unchanged, 2 warnings`.
    private func summary(_ parts: [String], _ diagnostics: [Diagnostic], _ notice: String?) -> String {
        let findings = HumanRenderer.summary(of: diagnostics)
        return "\(Session.shops(session.count)): "
            + (parts + [findings, notice].compactMap(\.self)).joined(separator: ", ")
    }
}

func openPublisher(of output: String) throws(Failure) -> Publisher {
    do throws(SystemError) {
        if let publisher = try Publisher.open(output) { return publisher }
    } catch { throw Failure(error) }
    throw Failure(.inputOutput, "another run of Livery is writing to `\(output)`.", help: ["wait for its end."])
}

struct Tally {
    var written = 0
    var unchanged = 0
    var removed = 0
    var isBlocked = false
    var diagnostics: [Diagnostic]

    init(diagnostics: [Diagnostic]) {
        self.diagnostics = diagnostics
    }

    mutating func add(_ outcome: Publisher.Outcome, of shop: String) {
        switch outcome.change {
        case .written: written += 1
        case .unchanged: unchanged += 1
        case .blocked(let obstacles):
            isBlocked = true
            diagnostics += obstacles.map { .foreignFileInTheWay($0) }
        }
        if !outcome.foreign.isEmpty { diagnostics.append(.foreignFiles(outcome.foreign, of: shop)) }
    }

    var counts: [String] {
        let main = ["\(written) bundle\(written == 1 ? "" : "s") written", "\(unchanged) unchanged"]
        return removed == 0 ? main : main + ["\(removed) removed"]
    }
}

extension Diagnostic {
    fileprivate static func foreignFiles(_ paths: [String], of shop: String) -> Diagnostic {
        let shown = paths.prefix(5).map { "`\($0)`" }.joined(separator: ", ")
        let more = paths.count > 5 ? " and \(paths.count - 5) more" : ""
        return Diagnostic(
            code: "workspace/foreign-file", severity: .note,
            "Livery did not write \(shown)\(more), and leaves \(paths.count == 1 ? "it" : "them") there.", at: nil)
    }

    fileprivate static func foreignFileInTheWay(_ path: String) -> Diagnostic {
        Diagnostic(
            code: "workspace/foreign-file-in-the-way",
            "Livery did not write `\(path)`, and a part of a bundle belongs there.", at: nil,
            help: "Move it away, or remove it if it was generated once. Nothing of this shop was written.")
    }

    fileprivate static func leftBundle(_ path: String) -> Diagnostic {
        Diagnostic(
            code: "workspace/left-bundle", severity: .warning,
            "`\(path)` is the bundle of a shop that has no definition any more.", at: nil,
            help: "`livery compile --prune` removes it once nothing else is wrong.")
    }
}
