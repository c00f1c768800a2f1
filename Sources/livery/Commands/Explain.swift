import LiveryCompiler
import LiveryDiagnostics
import LiveryTenant
import LiveryWorkspace

extension Command {
    static let explain = Command(
        name: "explain",
        summary: "Show why a value of a shop is what it is, or what the code of a finding means.",
        details: [
            "For a SHOP: who set each value, at which line, and whom it overrides; without a PATH, the whole resolved "
                + "definition. For a CODE, such as schema/unknown-key: what is wrong, why it matters, and an example."
        ],
        operands: [
            Operand(
                name: "SHOP|CODE", help: "a file in tenants/shops without its ending, or a code with its slash",
                candidates: .shopsOrCodes),
            Operand(name: "PATH", help: "a value or an area, such as branding.colors.light.primary or privacy"),
        ],
        options: [.environment, .policy, .laws, .codes, .facts],
        examples: [
            Example(line: "livery explain schema/unknown-key", effect: "the page about a code"),
            Example(line: "livery explain oakwood", effect: "every value of the shop with its origin"),
            Example(line: "livery explain oakwood shop.phone", effect: "one value and all that stand behind it"),
            Example(line: "livery explain oakwood api --environment staging", effect: "an area as staging sees it"),
            Example(line: "livery explain oakwood --policy payment", effect: "why the policy speaks of payment"),
            Example(line: "livery explain oakwood --laws", effect: "which laws apply, why, and what they ask"),
        ],
        run: runExplain)
}

extension Command.Option {
    fileprivate static let environment = Command.Option(
        name: "environment", value: "E", help: "resolve for this environment (default: production)",
        choices: EnvironmentName.allCases.map(\.rawValue))
    fileprivate static let policy = Command.Option(
        name: "policy", value: "WORDS", help: "show what the policy says of this, and the facts behind it")
    fileprivate static let laws = Command.Option(
        name: "laws", help: "show for every known privacy law whether it applies, why or why not, and what it asks")
    fileprivate static let facts = Command.Option(
        name: "facts", help: "list the facts that a clause of tenants/clauses can ask for")
    fileprivate static let codes = Command.Option(
        name: "codes", help: "list every code with its severity and title")
}

@Sendable private func runExplain(_ invocation: Invocation, on console: Console) throws(Failure) -> ExitStatus {
    if invocation.has(.facts) {
        guard invocation.operands.isEmpty else { throw .usage("`--facts` lists all facts and takes no operand.") }
        try console.print(Compiler.clauseFacts)
        return .clean
    }
    if invocation.has(.codes) {
        guard invocation.operands.isEmpty else { throw .usage("`--codes` lists all codes and takes no operand.") }
        try console.print(CodeText.list)
        return .clean
    }
    guard let shop = invocation.operands.first else {
        throw .usage("say what to explain: a SHOP, a CODE, or `--codes`.")
    }
    if shop.contains("/") {
        guard invocation.operands.count == 1 else { throw .usage("a code has no values: leave the PATH out.") }
        try console.print(CodeText.page(of: shop))
        return .clean
    }
    let path = invocation.operands.count > 1 ? invocation.operands[1] : nil
    let session = try Session(invocation, shops: [shop], on: console)
    if invocation.has(.laws) {
        guard invocation.value(of: .policy) == nil else {
            throw .usage("`--laws` and `--policy` are two questions.", help: ["ask one at a time"])
        }
        guard path == nil else {
            throw .usage("`--laws` looks at the whole definition.", help: ["leave out `\(path ?? "")`"])
        }
        return try explainLaws(of: shop, session, on: console)
    }
    if let words = invocation.value(of: .policy) {
        guard path == nil else {
            throw .usage("`--policy` looks through the whole policy.", help: ["leave out `\(path ?? "")`"])
        }
        return try explainPolicy(of: shop, speakingOf: words, session, on: console)
    }
    let environment = invocation.value(of: .environment).flatMap(EnvironmentName.init) ?? .production
    let result = Compiler.explain(session.workspace.input, shop: shop, path: path, environment: environment)
    guard let explanation = result.explanation else {
        try session.report(result.diagnostics, from: session.workspace.input.sources)
        return path != nil && result.diagnostics.contains { $0.code == "compiler/unknown-path" } ? .usage : .findings
    }
    try session.report(result.diagnostics, from: explanation.sources)
    let text = ExplanationText(sources: explanation.sources)
    let isOneValue = explanation.entries.count == 1 && path == explanation.entries[0].path
    try console.print(isOneValue ? text.story(of: explanation.entries[0]) : text.list(explanation.entries))
    return .clean
}

private func explainPolicy(
    of shop: String, speakingOf words: String, _ session: Session, on console: Console
) throws(Failure) -> ExitStatus {
    let result = Compiler.explainPolicy(session.workspace.input, shop: shop, speakingOf: words)
    try session.report(result.diagnostics, from: result.sources)
    guard let explanation = result.explanation else { return .findings }
    guard !explanation.statements.isEmpty else {
        try console.print("The policy of `\(shop)` has no word about `\(words)`.\n")
        return .clean
    }
    try console.print(PolicyExplanationText(explanation: explanation).text)
    return .clean
}

/// How explanations look on a terminal: every line can be searched, and names the place to open.
struct ExplanationText {
    let sources: SourceMap

    /// One line for each value: `shop.name: Oakwood Auto Care  # tenants/shops/oakwood.yaml:4:9`.
    func list(_ entries: [Explanation.Entry]) -> String {
        let values = entries.map { TextWidth.printable("\($0.path): \(Self.shortened($0.origin.value))") }
        let column = min(60, values.map(TextWidth.columns).max() ?? 0)
        return zip(entries, values).map { entry, value in
            let gap = String(repeating: " ", count: max(0, column - TextWidth.columns(of: value)))
            return "\(value)\(gap)  # \(sources.position(of: entry.origin.span))\n"
        }.joined()
    }

    /// A list shows where to look; one value alone is shown whole.
    private static func shortened(_ value: String) -> String {
        value.count <= 60 ? value : value.prefix(59) + "…"
    }

    /// One value with everything behind it, strongest first.
    func story(of entry: Explanation.Entry) -> String {
        var text = TextWidth.printable("\(entry.path): \(entry.origin.value)") + "\n"
        text += "  set by     \(sources.position(of: entry.origin.span))\n"
        for former in entry.overrides {
            text += "  overrides  \(sources.position(of: former.span)): \(TextWidth.printable(former.value))\n"
        }
        return text
    }
}

/// What is known about codes, as a terminal shows it.
enum CodeText {
    static var list: String {
        let codes = DiagnosticPages.codes
        let column = (codes.map(\.utf8.count).max() ?? 0) + 2
        return codes.compactMap(DiagnosticPages.page).map { page in
            let gap = String(repeating: " ", count: column - page.code.utf8.count)
            let severity = page.severity.rawValue + String(repeating: " ", count: 9 - page.severity.rawValue.utf8.count)
            return "\(page.code)\(gap)\(severity)\(page.title)\n"
        }.joined()
    }

    private static func authorities(of code: String) -> String {
        let lines = Compiler.authorities(of: code)
        guard !lines.isEmpty else { return "" }
        return "\nWho asks\n\n" + lines.map { "  \($0)\n" }.joined()
    }

    static func page(of code: String) throws(Failure) -> String {
        if let page = DiagnosticPages.page(for: code) { return page.plainText + authorities(of: code) }
        let what = String(code.split(separator: "/", omittingEmptySubsequences: false).last ?? "")
        let meant =
            DiagnosticPages.codes.first { $0.hasSuffix("/" + what) }
            ?? Similarity.nearest(to: code, in: DiagnosticPages.codes)
        throw .usage(
            "there is no code `\(code)`.",
            help: [meant.map { "did you mean `\($0)`?" } ?? "`livery explain --codes` lists all codes."])
    }
}
