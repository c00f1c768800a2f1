import LiveryCompiler
import LiveryDiagnostics
import LiveryWorkspace

extension Command.Option {
    static let fix = Command.Option(name: "fix", help: "make the fixes that findings offer, and report what is left")
    static let diff = Command.Option(name: "diff", help: "show what --fix would change, and write nothing")
    static let interactive = Command.Option(name: "interactive", help: "ask before each fix; needs a terminal")
}

/// `livery validate --fix`, `--diff` and `--interactive`.
struct Mending {
    private let invocation: Invocation
    private let session: Session
    private let console: Console

    static func isWanted(by invocation: Invocation) -> Bool {
        [.fix, .diff, .interactive].contains { invocation.has($0) }
    }

    init(_ invocation: Invocation, _ session: Session, _ console: Console) throws(Failure) {
        guard !invocation.has(.interactive) || console.isInteractive else {
            throw .usage(
                "`--interactive` needs a terminal.", help: ["`--fix` makes every fix, `--diff` shows them."])
        }
        guard !session.reporting.takesOutput else {
            throw .usage(
                "what is mended is listed on standard output, where a report cannot go too.",
                help: ["write the report to a file: `--format FORMAT:FILE`."])
        }
        (self.invocation, self.session, self.console) = (invocation, session, console)
    }

    func run() throws(Failure) -> ExitStatus {
        var questions = Questions(console: console, isAsking: invocation.has(.interactive))
        let threads = try invocation.number(of: .threads, in: 1...1024) ?? Console.processors
        let mended = Mended(session.workspace.input, only: Set(session.named), threads: threads) {
            questions.accept($0, $1)
        }
        return invocation.has(.diff) ? try show(mended) : try write(mended)
    }

    /// The files stay as they are, so the report and the exit status are about them as they are.
    private func show(_ mended: Mended) throws(Failure) -> ExitStatus {
        try console.print(bytes: mended.difference)
        try session.report(mended.before.diagnostics, from: mended.before.sources)
        let files = Self.count(mended.changes.count, "file")
        console.say("\(Self.count(mended.findings.count, "finding")) would be mended in \(files)")
        return mended.before.diagnostics.hasErrors ? .findings : .clean
    }

    private func write(_ mended: Mended) throws(Failure) -> ExitStatus {
        for change in mended.changes {
            guard try rewrite(change) else {
                throw Failure(
                    .inputOutput, "`\(change.path)` was changed by somebody else meanwhile, and is left as it is.",
                    help: ["run the command again."])
            }
            try console.print(Workspace.path(change.path, in: invocation.workspace) + "\n")
        }
        try session.report(mended.after.diagnostics, from: mended.after.sources)
        let left = HumanRenderer.summary(of: mended.after.diagnostics) ?? "nothing left to report"
        console.say("\(Self.count(mended.findings.count, "finding")) mended; \(left)")
        return mended.after.diagnostics.hasErrors ? .findings : .clean
    }

    private func rewrite(_ change: (path: String, old: [UInt8], new: [UInt8])) throws(Failure) -> Bool {
        do throws(SystemError) {
            return try Workspace.rewrite(change.path, in: invocation.workspace, from: change.old, to: change.new)
        } catch { throw Failure(error) }
    }

    private static func count(_ number: Int, _ noun: String) -> String {
        "\(number) \(noun)\(number == 1 ? "" : "s")"
    }
}

/// Asks once about each finding; without asking, everything is agreed to.
private struct Questions {
    let console: Console
    var isAsking: Bool
    private var answers: [String: Bool] = [:]
    private var isOver = false

    init(console: Console, isAsking: Bool) {
        (self.console, self.isAsking) = (console, isAsking)
    }

    mutating func accept(_ finding: Diagnostic, _ sources: SourceMap) -> Bool {
        // Fixes move what stands behind them, so a finding that was declined is known by its words.
        let name = "\(finding.code) \(finding.path) \(finding.message)"
        if let answer = answers[name] { return answer }
        guard isAsking else { return true }
        guard !isOver else { return false }
        console.report([finding], from: sources)
        console.show("Make this fix? [y]es, [n]o, [a]ll that are left, [q]uit: ")
        while true {
            switch console.answer()?.lowercased() {
            case "y", "yes":
                answers[name] = true
                return true
            case "n", "no":
                answers[name] = false
                return false
            case "a", "all":
                isAsking = false
                return true
            case let answer where answer == nil || answer == "q" || answer == "quit":
                // The end of the input leaves the cursor behind the question.
                if answer == nil { console.say("") }
                isOver = true
                return false
            default: console.show("Please answer y, n, a or q: ")
            }
        }
    }
}
