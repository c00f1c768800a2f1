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
    let (comparison, checked) = try compare(session, invocation, with: output)
    let found = checked.findings(only: Set(session.named))
    let (shown, notice) = known.sift(found.diagnostics, of: checked)
    try session.report(shown, from: checked.sources)
    if shown.hasErrors, !invocation.has(.keepGoing) {
        console.say(session.summary(["nothing compared"], shown, notice))
        return .findings
    }
    let clean = comparison.shops.subtracting(found.refused)
    let drift: Drift
    do throws(SystemError) {
        // Folders of shops that are no more can be told from others only when every shop was looked at.
        let existing = session.named.isEmpty ? Set(session.workspace.shops) : nil
        drift = try comparison.drift(of: clean, known: existing)
    } catch { throw Failure(error) }
    for line in drift.lines { try console.print(line + "\n") }
    let result = drift.items.isEmpty ? "\(output) is current" : "\(output) is not current"
    console.say(session.summary([result], shown, notice))
    let missing = checked.shops.filter { session.isAbout($0) && !clean.contains($0) }
    if !missing.isEmpty { console.say(leftOut(missing)) }
    if shown.hasErrors || !missing.isEmpty { return .findings }
    return drift.items.isEmpty ? .clean : .drift
}

/// Compiles all shops, and compares the bundles of those that were asked for as they are made.
private func compare(
    _ session: Session, _ invocation: Invocation, with output: String
) throws(Failure) -> (Comparison, CompilerSession) {
    let threads = try Session.threads(invocation)
    let progress = Progress("comparing \(Session.shops(session.count))", on: session.console)
    defer { progress.end() }
    let comparison = Comparison(with: output)
    var checked = CompilerSession(session.workspace.input)
    _ = checked.work(threads: threads, emitsBundle: session.isAbout) { comparison.take($1, of: $0) }
    return (comparison, checked)
}

extension Session {
    fileprivate func isAbout(_ shop: String) -> Bool { named.isEmpty || named.contains(shop) }

    /// `12 shops: 12 bundles written, 0 unchanged, 2 warnings`.
    func summary(_ parts: [String], _ diagnostics: [Diagnostic], _ notice: String?) -> String {
        let findings = HumanRenderer.summary(of: diagnostics)
        return "\(Self.shops(count)): " + (parts + [findings, notice].compactMap(\.self)).joined(separator: ", ")
    }
}
