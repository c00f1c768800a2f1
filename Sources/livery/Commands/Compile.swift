import LiveryBundle
import LiveryCompiler
import LiveryDiagnostics
import LiveryWorkspace

extension Command {
    static let compile = Command(
        name: "compile",
        summary:
            "Write the bundle of each shop: app configuration, policy, consent settings, integration manifests.",
        details: [
            "An error anywhere means that nothing is written, unless --keep-going is given. A bundle is replaced as a "
                + "whole or not at all; files that Livery did not write stay as they are.",
            "What was compiled before and has not changed since, on either side, is not compiled again. What a run "
                + "must remember stands in .livery/state in the output folder, and can be removed at any time.",
            "With --shard it works on a part of the shops, while other parts are worked on elsewhere, and leaves a "
                + "facts.json beside their bundles, with which `livery merge` puts all parts together. The rules that "
                + "look across shops are left to it. docs/spreading.md has recipes.",
            "A --baseline hides known errors and keeps them from stopping the other shops. A shop with a known error "
                + "still gets no bundle: it is named, and the exit status is 1, for the output is not complete.",
        ],
        operands: [.shops],
        options: [.output, .check, .keepGoing, .prune, .adopt, .explain, .watch, .shard, .alone, .contentKey]
            + Option.reporting + [.baseline, .asOf, .threads],
        examples: [
            Example(line: "livery compile", effect: "writes the bundles of all shops below output/"),
            Example(line: "livery compile oakwood --output /tmp/bundles", effect: "writes one bundle somewhere else"),
            Example(line: "livery compile --check", effect: "writes nothing, and fails when output/ is not current"),
            Example(line: "livery compile --keep-going", effect: "writes the bundles of the shops without errors"),
            Example(line: "livery compile --prune", effect: "also removes the bundles of shops that are no more"),
            Example(line: "livery compile --explain", effect: "also says why each bundle was made"),
            Example(line: "livery compile --shard 2/4", effect: "writes a quarter of the bundles, for a merge"),
            Example(line: "livery compile --watch", effect: "writes the bundles anew that a change has altered"),
        ],
        run: runCompile)
}

extension Command.Option {
    static let output = Command.Option(
        name: "output", value: "DIR",
        help: "where the bundles go (default: output/ in the workspace; shards/I-of-N/ of a shard, actions/SHOP/ alone)"
    )
    static let check = Command.Option(
        name: "check",
        help: "write nothing; list each file that is not as it should be, with a short difference; exit with status 2"
    )
    static let keepGoing = Command.Option(name: "keep-going", help: "write the shops that have no errors")
    static let prune = Command.Option(
        name: "prune", help: "remove the bundles of shops that have no definition any more")
    static let adopt = Command.Option(
        name: "adopt",
        help: "replace also files that Livery does not know for its own, where a part of a bundle belongs")
    static let explain = Command.Option(name: "explain", help: "say why each bundle had to be made")
}

@Sendable private func runCompile(_ invocation: Invocation, on console: Console) throws(Failure) -> ExitStatus {
    if invocation.has(.prune), !invocation.operands.isEmpty {
        throw .usage("`--prune` looks at all shops and takes no SHOP.")
    }
    if invocation.has(.prune), invocation.has(.check) {
        throw .usage("`--check` writes nothing, so that `--prune` has nothing to do.")
    }
    if invocation.has(.check), invocation.has(.explain) || invocation.has(.adopt) {
        throw .usage("`--check` compiles all and writes nothing: it goes with neither `--explain` nor `--adopt`.")
    }
    let part = try Part.asked(invocation, on: console)
    let known = try KnownFindings(invocation, isWhole: part == nil ? nil : false)
    if let part {
        let output = invocation.value(of: .output) ?? part.folder(in: invocation.workspace)
        return try CompileRun(invocation, to: output, part: part, hiding: known, on: console).run()
    }
    if invocation.has(.watch) { return try runCompileWatch(invocation, hiding: known, on: console) }
    let output = invocation.value(of: .output) ?? Workspace.path("output", in: invocation.workspace)
    if invocation.has(.check) { return try runCompileCheck(invocation, of: output, hiding: known, on: console) }
    return try CompileRun(invocation, to: output, hiding: known, on: console).run()
}
