import LiveryCompiler
import LiveryDiagnostics
import LiveryTenant
import LiveryWorkspace

extension Command {
    static let explain = Command(
        name: "explain",
        summary: "Show why a value of a shop is what it is: who set it, at which line, and whom it overrides.",
        details: ["Without a PATH, the whole resolved definition is shown with the origin of each value."],
        operands: [
            .shop,
            Operand(name: "PATH", help: "a value or an area, such as branding.colors.light.primary or privacy"),
        ],
        options: [.environment],
        examples: [
            Example(line: "livery explain oakwood", effect: "every value of the shop with its origin"),
            Example(line: "livery explain oakwood shop.phone", effect: "one value and all that stand behind it"),
            Example(line: "livery explain oakwood api --environment staging", effect: "an area as staging sees it"),
        ],
        run: runExplain)
}

extension Command.Option {
    fileprivate static let environment = Command.Option(
        name: "environment", value: "E", help: "resolve for this environment (default: production)",
        choices: EnvironmentName.allCases.map(\.rawValue))
}

@Sendable private func runExplain(_ invocation: Invocation, on console: Console) throws(Failure) -> ExitStatus {
    let shop = invocation.operands[0]
    let path = invocation.operands.count > 1 ? invocation.operands[1] : nil
    let session = try Session(invocation, shops: [shop], on: console)
    let environment = invocation.value(of: .environment).flatMap(EnvironmentName.init) ?? .production
    let result = Compiler.explain(session.workspace.input, shop: shop, path: path, environment: environment)
    guard let explanation = result.explanation, !explanation.entries.isEmpty else {
        session.report(result.diagnostics, from: result.sources)
        if let path, !result.diagnostics.hasErrors {
            let all = Compiler.explain(session.workspace.input, shop: shop, path: nil, environment: environment)
            throw unknown(path, of: shop, among: all.explanation?.entries.map(\.path) ?? [])
        }
        return .findings
    }
    let text = ExplanationText(sources: result.sources)
    let isOneValue = explanation.entries.count == 1 && path != nil
    try console.print(isOneValue ? text.story(of: explanation.entries[0]) : text.list(explanation.entries))
    return .clean
}

private func unknown(_ path: String, of shop: String, among paths: [String]) -> Failure {
    var candidates: [String] = []
    for known in paths {
        let parts = known.split(separator: ".")
        for count in 1...max(1, parts.count) {
            let prefix = parts.prefix(count).joined(separator: ".")
            if candidates.last != prefix, !candidates.contains(prefix) { candidates.append(prefix) }
        }
    }
    let nearest = Similarity.nearest(to: path, in: candidates)
        ?? candidates.first { $0.hasSuffix("." + path) }
    return .usage(
        "`\(shop)` has no value at `\(path)`.",
        help: [nearest.map { "did you mean `\($0)`?" } ?? "`livery explain \(shop)` lists every path."])
}

/// How explanations look on a terminal: every line can be searched, and starts with the place to open.
struct ExplanationText {
    let sources: SourceMap

    /// One line for each value: `shop.name: Oakwood Auto Care  # tenants/shops/oakwood.yaml:4:9`.
    func list(_ entries: [Explanation.Entry]) -> String {
        entries.map { entry in
            let lines = entry.value.split(separator: "\n", omittingEmptySubsequences: false)
            let value = lines.count == 1 ? " " + lines[0] : lines.map { "\n    " + $0 }.joined()
            return TextWidth.printable("\(entry.path):") + value.split(separator: "\n", omittingEmptySubsequences: false)
                .map { TextWidth.printable(String($0)) }.joined(separator: "\n")
                + "  # \(origin(entry.layer, entry.span))\n"
        }.joined()
    }

    /// One value with everything behind it, strongest first.
    func story(of entry: Explanation.Entry) -> String {
        var text = "\(entry.path): \(TextWidth.printable(entry.value))\n"
        text += "  set by     \(origin(entry.layer, entry.span))\n"
        for override in entry.overrides {
            text += "  overrides  \(origin(override.layer, override.span)): \(TextWidth.printable(override.value))\n"
        }
        return text
    }

    private func origin(_ layer: String, _ span: SourceSpan?) -> String {
        guard let span, Int(span.file.rawValue) < sources.files.count else { return layer }
        let position = sources.position(of: span)
        return position.contains(layer) ? position : "\(layer) (\(position))"
    }
}
