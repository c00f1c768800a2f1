import LiveryBundle
import LiveryCompiler
import LiveryDiagnostics
import LiveryWorkspace

/// `livery compile --check`: compiles everything, whatever earlier runs have left, and reads every byte of the output.
func runCompileCheck(
    _ invocation: Invocation, of output: String, hiding known: KnownFindings, on console: Console
) throws(Failure) -> ExitStatus {
    let session = try Session(invocation, shops: invocation.operands, on: console)
    if session.reporting.takesOutput {
        throw .usage(
            "`--check` lists files on standard output, where a report cannot go too.",
            help: ["write the report to a file: `--format FORMAT:FILE`."])
    }
    let compilation = try session.compile(invocation, emitBundles: true)
    let (shown, notice) = known.sift(compilation.diagnostics, of: compilation)
    try session.report(shown, from: compilation.sources)
    if shown.hasErrors, !invocation.has(.keepGoing) {
        console.say(session.summary(["nothing compared"], shown, notice))
        return .findings
    }
    let clean: [(shop: String, bundle: Bundle)] = compilation.shops.compactMap { shop in
        shop.diagnostics.hasErrors ? nil : shop.bundle.map { (shop.id, $0) }
    }
    let progress = Progress("comparing \(Session.shops(clean.count))", on: console)
    defer { progress.end() }
    let drift: Drift
    do throws(SystemError) {
        // Folders of shops that are no more can be told from others only when every shop was looked at.
        let existing = session.named.isEmpty ? Set(session.workspace.shops) : nil
        drift = try Drift.check(clean, known: existing, output: output)
    } catch { throw Failure(error) }
    progress.end()
    for line in drift.lines { try console.print(line + "\n") }
    let result = drift.items.isEmpty ? "\(output) is current" : "\(output) is not current"
    console.say(session.summary([result], shown, notice))
    let missing = compilation.shops.map(\.id).filter { id in !clean.contains { $0.shop == id } }
    if !missing.isEmpty { console.say(leftOut(missing)) }
    if shown.hasErrors || !missing.isEmpty { return .findings }
    return drift.items.isEmpty ? .clean : .drift
}

extension Session {
    /// `12 shops: 12 bundles written, 0 unchanged, 2 warnings`.
    func summary(_ parts: [String], _ diagnostics: [Diagnostic], _ notice: String?) -> String {
        let findings = HumanRenderer.summary(of: diagnostics)
        return "\(Self.shops(count)): " + (parts + [findings, notice].compactMap(\.self)).joined(separator: ", ")
    }
}
