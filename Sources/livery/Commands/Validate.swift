import LiveryCompiler
import LiveryDiagnostics

extension Command {
    static let validate = Command(
        name: "validate",
        summary:
            "Report everything that is wrong with the definitions, each at its place and with what to write instead.",
        details: [
            "Changes no definition. What it finds goes to standard error, or in a format for programs to standard output "
                + "or a file; several formats at once are fine."
        ],
        operands: [.shops],
        options: Option.reporting + [.threads],
        examples: [
            Example(line: "livery validate", effect: "checks the whole workspace"),
            Example(line: "livery validate oakwood elm", effect: "checks two shops and the layers that they stand on"),
            Example(
                line: "livery validate --format github --format sarif:livery.sarif",
                effect: "annotates a change on GitHub, and writes a report for code scanning"),
        ],
        run: runValidate)
}

@Sendable private func runValidate(_ invocation: Invocation, on console: Console) throws(Failure) -> ExitStatus {
    let session = try Session(invocation, shops: invocation.operands, on: console)
    let result = try session.compile(invocation, emitBundles: false)
    try session.report(result.diagnostics, from: result.sources)
    let findings = HumanRenderer.summary(of: result.diagnostics) ?? "nothing to report"
    console.say("\(Session.shops(session.count)): \(findings)")
    return result.diagnostics.hasErrors ? .findings : .clean
}
