import LiveryCompiler
import LiveryDiagnostics
import LiveryWorkspace

extension Command {
    static let preview = Command(
        name: "preview",
        summary: "Write one HTML page that shows a shop its app, its privacy policy and its cookie banner.",
        details: ["The page is complete in itself: it can be sent by e-mail and opened without a network."],
        operands: [.shop],
        options: [.page],
        examples: [
            Example(line: "livery preview oakwood", effect: "writes oakwood.preview.html in the current folder"),
            Example(line: "livery preview oakwood --output -", effect: "prints the page"),
        ],
        run: runPreview)
}

extension Command.Option {
    fileprivate static let page = Command.Option(
        name: "output", value: "FILE", help: "where the page goes; - prints it (default: SHOP.preview.html)")
}

@Sendable private func runPreview(_ invocation: Invocation, on console: Console) throws(Failure) -> ExitStatus {
    let shop = invocation.operands[0]
    let session = try Session(invocation, shops: [shop], on: console)
    let result = Compiler.preview(session.workspace.input, shop: shop)
    try session.report(result.diagnostics, from: result.sources)
    guard let page = result.page else {
        let findings = HumanRenderer.summary(of: result.diagnostics) ?? "no page"
        console.say("\(shop): nothing written, \(findings)")
        return .findings
    }
    let path = invocation.value(of: .page) ?? shop + ".preview.html"
    if path == "-" {
        try console.print(bytes: page)
        return .clean
    }
    do throws(SystemError) {
        try Workspace.replace(path, page)
    } catch { throw Failure(error) }
    try console.print(path + "\n")
    return .clean
}
