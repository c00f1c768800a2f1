import LiveryCompiler
import LiveryDiagnostics
import LiveryWorkspace

func explainLaws(of shop: String, _ session: Session, on console: Console) throws(Failure) -> ExitStatus {
    let result = Compiler.explainLaws(session.workspace.input, shop: shop)
    try session.report(result.diagnostics, from: result.sources)
    guard let explanation = result.explanation else { return .findings }
    try console.print(TextWidth.printable(lines: explanation.text))
    return .clean
}

extension TextWidth {
    fileprivate static func printable(lines text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).map { printable(String($0)) }
            .joined(separator: "\n")
    }
}
