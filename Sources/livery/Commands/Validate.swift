import LiveryCompiler
import LiveryDiagnostics
import LiveryWorkspace

extension Command {
    static let validate = Command(
        name: "validate",
        summary:
            "Report everything that is wrong with the definitions, each at its place and with what to write instead.",
        details: [
            "Writes no file unless it is told to mend. What it finds goes to standard error, or in a format for "
                + "programs to standard output or a file; several formats at once are fine.",
            "A mended file keeps its comments and its layout byte for byte; only what a finding offers as its fix is "
                + "changed.",
            "With --shard it checks a part of the shops and writes a facts.json, from which `livery merge` tells what "
                + "the rules that look across shops find.",
        ],
        operands: [.shops],
        options: [.fix, .diff, .interactive, .watch, .readability, .shard, .factsFolder] + Option.reporting + [
            .baseline, .writeBaseline, .asOf, .threads,
        ],
        examples: [
            Example(line: "livery validate", effect: "checks the whole workspace"),
            Example(line: "livery validate oakwood elm", effect: "checks two shops and the layers that they stand on"),
            Example(line: "livery validate --diff", effect: "shows what --fix would change, and changes nothing"),
            Example(
                line: "livery validate oakwood --readability", effect: "also measures how hard the policy is to read"),
            Example(line: "livery validate --watch", effect: "checks again what each change can have altered"),
            Example(
                line: "livery validate --watch --format json:findings.json",
                effect: "also keeps a report current, for an editor or a dashboard"),
            Example(
                line: "livery validate --format github --format sarif:livery.sarif",
                effect: "annotates a change on GitHub, and writes a report for code scanning"),
        ],
        run: runValidate)
}

extension Command.Option {
    static let readability = Command.Option(
        name: "readability", help: "print words, sentences, reading ease and school year of each policy, by layer")
}

@Sendable private func runValidate(_ invocation: Invocation, on console: Console) throws(Failure) -> ExitStatus {
    if invocation.has(.writeBaseline) {
        guard invocation.operands.isEmpty, !invocation.has(.baseline), !invocation.has(.watch),
            !Mending.isWanted(by: invocation)
        else { throw .usage("`--write-baseline` looks at all shops, and goes with no SHOP, baseline, watch or fix.") }
    }
    let part = try Part.asked(invocation, on: console)
    let known = try KnownFindings(invocation, isWhole: part == nil ? nil : false)
    if let part { return try PartialValidation(invocation, part, hiding: known, on: console).run() }
    if invocation.has(.factsFolder) { throw .usage("`--facts` says where the facts of a `--shard` go.") }
    if invocation.has(.watch) {
        guard !Mending.isWanted(by: invocation) else { throw .usage("`--watch` checks only, and mends nothing.") }
        var loop = try WatchLoop(invocation, hiding: known, on: console)
        return try loop.run { _, _, _, _ in WatchLoop.Answer() }
    }
    let session = try Session(invocation, shops: invocation.operands, on: console)
    if Mending.isWanted(by: invocation) { return try Mending(invocation, session, console).run() }
    if invocation.has(.readability), session.reporting.takesOutput {
        throw .usage(
            "`--readability` prints to standard output, where a report cannot go too.",
            help: ["write the report to a file: `--format FORMAT:FILE`."])
    }
    let result = try session.compile(invocation, emitBundles: false)
    if let file = invocation.value(of: .writeBaseline) {
        return try KnownFindings.write(result, to: file, on: console)
    }
    let (shown, notice) = known.sift(result.diagnostics, of: result)
    try session.report(shown, from: result.sources)
    let findings = [HumanRenderer.summary(of: shown) ?? "nothing to report", notice].compactMap(\.self)
    console.say("\(Session.shops(session.count)): \(findings.joined(separator: ", "))")
    if invocation.has(.readability) {
        let threads = try invocation.number(of: .threads, in: 1...1024) ?? Console.processors
        let shops = result.shops.map(\.id)
        try console.print(Compiler.readability(session.workspace.input, of: shops, threads: threads))
    }
    return shown.hasErrors ? .findings : .clean
}
