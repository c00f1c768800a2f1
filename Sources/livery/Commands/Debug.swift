import LiveryCompiler
import LiveryDiagnostics
import LiveryWorkspace

extension Command {
    static let debug = Command(
        name: "debug",
        summary: "Show how Livery reads a YAML text: its events, its values or the place of each node.",
        details: [
            "Any YAML 1.2.2 is read, not only what a definition may hold. A text with errors prints nothing but its "
                + "diagnostics, and the exit status is 1."
        ],
        operands: [
            Operand(
                name: "VIEW",
                help: "yaml-events: the notation of the YAML test suite; yaml-json: the values under the core schema, "
                    + "a line for each document; yaml-spans: each node with its bytes, lines and columns",
                isRequired: true, candidates: .words(["yaml-events", "yaml-json", "yaml-spans"])),
            Operand(name: "FILE", help: "the text; - reads standard input", isRequired: true),
        ],
        examples: [
            Example(
                line: "livery debug yaml-json tenants/platform.yaml", effect: "the file as one line of JSON"),
            Example(line: "livery debug yaml-events -", effect: "the events of what is typed or piped"),
        ],
        run: runDebug)
}

@Sendable private func runDebug(_ invocation: Invocation, on console: Console) throws(Failure) -> ExitStatus {
    let name = invocation.operands[0]
    guard let view = YAMLInspection(rawValue: name) else {
        let views = YAMLInspection.allCases.map(\.rawValue)
        let nearest = Similarity.nearest(to: name, in: views)
        throw .usage(
            "there is no view `\(name)`.",
            help: [nearest.map { "did you mean `\($0)`?" } ?? "it is one of \(views.joined(separator: ", "))."])
    }
    let path = invocation.operands[1]
    var sources = SourceMap()
    let bytes: [UInt8]
    do throws(SystemError) {
        bytes = try Workspace.text(at: path)
    } catch { throw Failure(error) }
    let file = sources.add(path: path == "-" ? "standard input" : path, bytes: bytes)
    let result = Compiler.inspect(file, as: view)
    console.report(result.diagnostics, from: sources)
    guard let text = result.text else { return .findings }
    try console.print(bytes: text)
    return .clean
}
