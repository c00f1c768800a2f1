import LiveryCompiler
import LiveryDiagnostics
import LiveryWorkspace

extension Command {
    static let actions = Command(
        name: "actions",
        summary: "List what there is to do, one step for each shop, for build systems that run the steps.",
        details: [
            "A step compiles one shop with `livery compile SHOP --alone` from the inputs that are listed, and from "
                + "nothing else; a last one merges. Each has a content key: with the same key and the same program it "
                + "makes the same bytes, wherever it runs.",
            "The files for ninja and make renew themselves when the workspace changes, if they were written to a FILE "
                + "in the folder where the build runs. docs/spreading.md shows all formats at work.",
        ],
        options: [.actionFormat, .mergedOutput, .asOf, .threads],
        examples: [
            Example(line: "livery actions --format ninja:build.ninja", effect: "writes what `ninja` then builds"),
            Example(line: "livery actions --format json", effect: "prints the steps for a program"),
            Example(line: "livery actions --format github-matrix", effect: "prints a matrix for a workflow"),
        ],
        run: runActions)

    fileprivate enum ActionFormat: String, CaseIterable {
        case json, ninja, make, bazel
        case gitHubMatrix = "github-matrix"
    }
}

extension Command.Option {
    fileprivate static let actionFormat = Command.Option(
        name: "format", value: "FORMAT[:FILE]",
        help: "json (the default), ninja, make, bazel or github-matrix, to standard output or a file",
        suggestions: .words(Command.ActionFormat.allCases.map(\.rawValue)))
}

@Sendable private func runActions(_ invocation: Invocation, on console: Console) throws(Failure) -> ExitStatus {
    let (format, file) = try actionFormat(invocation.value(of: .actionFormat) ?? "json")
    let threads = try Session.threads(invocation)
    let output = invocation.value(of: .output) ?? Workspace.path("output", in: invocation.workspace)
    var build = Build(
        at: invocation.workspace, output: output, today: try Session.today(invocation, console), threads: threads)
    guard !build.workspace.input.problems.hasErrors, !build.workspace.shops.isEmpty else {
        console.report(build.workspace.input.problems, from: build.session.sources)
        return .findings
    }
    let progress = Progress("looking at \(Session.shops(build.session.pending.count))", on: console)
    build.checkOnly(threads: threads)
    progress.end()
    let text = ActionText(
        build.session.actionList, workspace: invocation.workspace, output: invocation.value(of: .output),
        program: Workspace.program ?? "livery")
    let bytes = try bytes(of: text, as: format, file)
    guard let file else {
        try console.print(bytes: bytes)
        return .clean
    }
    do throws(SystemError) { try Workspace.writeReport(file, bytes) } catch { throw Failure(error) }
    return .clean
}

private func bytes(of text: ActionText, as format: Command.ActionFormat, _ file: String?) throws(Failure) -> [UInt8] {
    switch format {
    case .json: return text.json
    case .ninja: return text.ninja(writtenTo: file)
    case .make: return text.make(writtenTo: file)
    case .bazel:
        if let name = text.namesUnknownToBazel.first {
            throw .usage("Bazel has no label for `\(name)`.", help: ["rename it, with letters of ASCII and no colon."])
        }
        return text.bazel
    case .gitHubMatrix:
        guard text.count <= ActionText.matrixLimit else {
            throw .usage(
                "a matrix of GitHub has \(ActionText.matrixLimit) jobs at most, and these are \(text.count).",
                help: ["spread shards instead: `livery compile --shard`."])
        }
        return text.gitHubMatrix
    }
}

/// `ninja` or `ninja:FILE`.
private func actionFormat(_ value: String) throws(Failure) -> (Command.ActionFormat, file: String?) {
    let parts = value.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    let names = Command.ActionFormat.allCases.map(\.rawValue)
    guard let format = Command.ActionFormat(rawValue: parts[0]) else {
        let nearest = Similarity.nearest(to: parts[0], in: names)
        throw .usage(
            "there is no format `\(parts[0])`.",
            help: [nearest.map { "did you mean `\($0)`?" } ?? "it is one of \(names.joined(separator: ", "))."])
    }
    guard parts.count == 2 else { return (format, nil) }
    if parts[1].isEmpty { throw .usage("`--format \(value)` names no file.") }
    return (format, parts[1])
}
