import LiveryCompiler
import LiveryDiagnostics
import LiveryWorkspace

extension Command.Option {
    static let shard = Command.Option(
        name: "shard", value: "I/N",
        help: "look at the I-th of N parts of the shops only; `auto` asks the variables of the CI system",
        suggestions: .words(["auto"]))
    static let alone = Command.Option(
        name: "alone", help: "compile one SHOP as if it were the only one, for `livery merge`")
    static let contentKey = Command.Option(
        name: "content-key", value: "KEY",
        help: "with --alone: fail unless the shop's inputs are those that KEY stands for")
    static let factsFolder = Command.Option(
        name: "facts", value: "DIR", help: "where the facts of a shard go (default: shards/I-of-N/)")
}

extension Part {
    /// What `--shard` and `--alone` ask for; nil without them.
    static func asked(_ invocation: Invocation, on console: Console) throws(Failure) -> Part? {
        guard invocation.has(.shard) || invocation.has(.alone) || invocation.has(.contentKey) else { return nil }
        let option = Command.Option.shard.name
        if invocation.has(.shard), invocation.has(.alone) {
            throw .usage("`--shard` and `--alone` exclude each other.")
        }
        if invocation.has(.contentKey), !invocation.has(.alone) { throw .usage("`--content-key` goes with `--alone`.") }
        let whole: [Command.Option] = [
            .check, .prune, .watch, .fix, .diff, .interactive, .readability, .writeBaseline,
        ]
        for other in whole where invocation.has(other) {
            throw .usage("`--\(invocation.has(.shard) ? option : "alone")` and `--\(other.name)` exclude each other.")
        }
        guard let text = invocation.value(of: .shard) else { return try alone(invocation) }
        guard invocation.operands.isEmpty else {
            throw .usage("`--shard` chooses the shops itself, and takes no SHOP.")
        }
        return .shard(try text == "auto" ? CISystem.shard(in: Console.environment) : shard(text))
    }

    private static func alone(_ invocation: Invocation) throws(Failure) -> Part {
        let ids = Session.ids(of: invocation.operands, invocation)
        guard ids.count == 1, let id = ids.first else { throw .usage("`--alone` takes one SHOP.") }
        let shops = Workspace.names(of: "shops", in: invocation.workspace)
        if !shops.isEmpty, !shops.contains(id) {
            let nearest = Similarity.nearest(to: id, in: shops)
            throw .usage("there is no shop `\(id)`.", help: nearest.map { ["did you mean `\($0)`?"] } ?? [])
        }
        return .shop(id)
    }

    private static func shard(_ text: String) throws(Failure) -> Shard {
        let numbers = text.split(separator: "/", omittingEmptySubsequences: false).map { Int($0) }
        guard numbers.count == 2, let index = numbers[0], let total = numbers[1] else {
            throw .usage("`--shard` takes I/N such as 2/4, or `auto`, not `\(text)`.")
        }
        guard (1...Shard.limit).contains(total) else {
            throw .usage("`--shard \(text)`: there can be 1 to \(Shard.limit) shards.")
        }
        guard let shard = Shard(index: index, total: total) else {
            throw .usage("`--shard \(text)`: there is no shard \(index) of \(total); they count from 1 to \(total).")
        }
        return shard
    }

    /// Where its output goes when nobody says.
    func folder(in workspace: String) -> String {
        switch self {
        case .shard(let shard): Workspace.path("shards/\(shard.index)-of-\(shard.total)", in: workspace)
        case .shop(let id): Workspace.path("actions/\(id)", in: workspace)
        }
    }
}

/// A system that runs several copies of a job and tells each by variables which one it is.
struct CISystem {
    let name: String
    let index: String
    let total: String
    /// The index of the first copy.
    let base: Int
    /// A variable that must be set too, where others use the same names in another sense.
    var mark: String?

    static let all = [
        // https://docs.gitlab.com/ci/variables/predefined_variables/; counts from 1:
        // https://gitlab.com/gitlab-org/gitlab/-/blob/master/lib/gitlab/ci/variables/builder.rb
        CISystem(name: "GitLab CI", index: "CI_NODE_INDEX", total: "CI_NODE_TOTAL", base: 1, mark: "GITLAB_CI"),
        // https://circleci.com/docs/variables/: from 0 to CIRCLE_NODE_TOTAL - 1.
        CISystem(name: "CircleCI", index: "CIRCLE_NODE_INDEX", total: "CIRCLE_NODE_TOTAL", base: 0),
        // https://buildkite.com/docs/pipelines/environment-variables: the first is 0.
        CISystem(
            name: "Buildkite", index: "BUILDKITE_PARALLEL_JOB", total: "BUILDKITE_PARALLEL_JOB_COUNT", base: 0),
        // https://learn.microsoft.com/azure/devops/pipelines/test/parallel-testing-any-test-runner; counts from 1, as
        // its sample shows: https://github.com/PBoraMSFT/ParallelTestingSample-Python
        CISystem(
            name: "Azure Pipelines", index: "SYSTEM_JOBPOSITIONINPHASE", total: "SYSTEM_TOTALJOBSINPHASE", base: 1),
        // https://docs.semaphoreci.com/reference/env-vars: from 1 to SEMAPHORE_JOB_COUNT.
        CISystem(name: "Semaphore", index: "SEMAPHORE_JOB_INDEX", total: "SEMAPHORE_JOB_COUNT", base: 1),
        // https://support.atlassian.com/bitbucket-cloud/docs/set-up-or-run-parallel-steps/: a zero-based index.
        CISystem(
            name: "Bitbucket Pipelines", index: "BITBUCKET_PARALLEL_STEP", total: "BITBUCKET_PARALLEL_STEP_COUNT",
            base: 0),
    ]

    /// Which shard this job is, as its variables say.
    static func shard(in environment: (String) -> String?) throws(Failure) -> Shard {
        func value(_ name: String) -> String? { environment(name).flatMap { $0.isEmpty ? nil : $0 } }
        let present = all.filter { system in
            value(system.total) != nil && (system.mark.map { value($0) != nil } ?? true)
        }
        guard let system = present.first, let count = value(system.total) else {
            throw noSystem(isGitHub: value("GITHUB_ACTIONS") != nil)
        }
        if present.count > 1 {
            throw .usage("`--shard auto` finds the variables of \(present[0].name) and of \(present[1].name).")
        }
        // GitLab: a job without `parallel` has a total of 1, and no index.
        let position = value(system.index) ?? (count == "1" ? String(system.base) : "")
        guard let total = Int(count), let index = Int(position),
            let shard = Shard(index: index - system.base + 1, total: total)
        else {
            throw .usage(
                "`--shard auto`: \(system.name) says that this is job `\(position)` of `\(count)`.",
                help: ["\(system.index) should count from \(system.base), and \(system.total) be 1 to \(Shard.limit)."])
        }
        return shard
    }

    private static func noSystem(isGitHub: Bool) -> Failure {
        if isGitHub {
            // https://docs.github.com/actions/reference/workflows-and-actions/contexts#strategy-context: the index
            // counts from 0, and neither is a variable.
            return .usage(
                "`--shard auto`: GitHub Actions sets no variables for the jobs of a matrix.",
                help: ["write `--shard \"$((${{ strategy.job-index }} + 1))/${{ strategy.job-total }}\"`."])
        }
        let names = all.map { "\($0.name) (\($0.index))" }.joined(separator: ", ")
        return .usage("`--shard auto` finds no variables of a CI system.", help: ["it knows \(names)."])
    }
}
