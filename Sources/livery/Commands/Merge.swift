import LiveryCompiler
import LiveryDiagnostics
import LiveryWorkspace

extension Command {
    static let merge = Command(
        name: "merge",
        summary: "Put together what runs over parts of a workspace have made, and check the rules across all shops.",
        details: [
            "Each part is a folder that `livery compile --shard` or `livery validate --shard` has written, with its "
                + "facts.json. What comes of a merge, in output/ and on the terminal, is byte for byte what one run "
                + "over all shops would have left, with the same options.",
            "It runs in the workspace that the parts were made from, with the same program, and says what is missing, "
                + "there twice, damaged, or made from something else. Where the parts were only checked, it tells what "
                + "was found and writes nothing.",
        ],
        operands: [
            Operand(
                name: "DIR", help: "a part, its facts.json, or a folder of parts (default: shards/)", isRepeated: true)
        ],
        options: [.mergedOutput, .keepGoing, .prune, .adopt, .explain] + Option.reporting
            + [.baseline, .asOf, .threads],
        examples: [
            Example(line: "livery merge", effect: "merges the shards in shards/ into output/"),
            Example(line: "livery merge one two --output /tmp/bundles", effect: "merges two parts somewhere else"),
        ],
        run: runMerge)
}

extension Command.Option {
    /// Called like ``output``, which has another default.
    static let mergedOutput = Command.Option(
        name: "output", value: "DIR", help: "where the bundles go (default: output/ in the workspace)")
}

@Sendable private func runMerge(_ invocation: Invocation, on console: Console) throws(Failure) -> ExitStatus {
    let known = try KnownFindings(invocation, isWhole: true)
    let places =
        invocation.operands.isEmpty ? [Workspace.path("shards", in: invocation.workspace)] : invocation.operands
    let parts: Parts
    do throws(Parts.Problem) { parts = try Parts(at: places) } catch { throw Failure(error) }
    guard parts.hasBundles else {
        return try PartialValidation(invocation, merging: parts, hiding: known, on: console).run()
    }
    let output = invocation.value(of: .output) ?? Workspace.path("output", in: invocation.workspace)
    return try CompileRun(invocation, to: output, merging: parts, hiding: known, on: console).run()
}

/// `livery validate` over a part of the shops, or over what was found in all parts.
struct PartialValidation {
    private let invocation: Invocation
    private let part: Part?
    private let parts: Parts?
    private let known: KnownFindings
    private let console: Console

    init(
        _ invocation: Invocation, _ part: Part? = nil, merging parts: Parts? = nil, hiding known: KnownFindings,
        on console: Console
    ) throws(Failure) {
        self.invocation = invocation
        self.part = part
        self.parts = parts
        self.known = known
        self.console = console
        let writing: [Command.Option] = [.output, .keepGoing, .prune, .adopt, .explain]
        for option in writing where parts != nil && invocation.has(option) {
            throw .usage("these parts were only checked: nothing is written, so that `--\(option.name)` has no use.")
        }
    }

    func run() throws(Failure) -> ExitStatus {
        let threads = try Session.threads(invocation)
        let folder = invocation.value(of: .factsFolder) ?? part?.folder(in: invocation.workspace) ?? ""
        var build = Build(
            at: invocation.workspace, output: folder, today: try Session.today(invocation, console), threads: threads,
            part: part, parts: parts)
        if let misfit = build.misfit { throw Failure(misfit) }
        let session = try Session(invocation, [], build.workspace, on: console)
        build.checkOnly(threads: threads)
        let found = build.findings().diagnostics
        let (shown, notice) = known.sift(found, of: build.session)
        try session.report(shown, from: build.session.sources)
        if part != nil {
            do throws(SystemError) { try build.leaveFacts(hasBundles: false) } catch { throw Failure(error) }
        }
        let findings = [HumanRenderer.summary(of: shown) ?? "nothing to report", notice].compactMap(\.self)
        console.say("\(Session.shops(session.count)): \(findings.joined(separator: ", "))")
        return shown.hasErrors ? .findings : .clean
    }
}
