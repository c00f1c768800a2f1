import LiveryCompiler
import LiveryDiagnostics
import LiveryWorkspace

#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

extension Command.Option {
    static let watch = Command.Option(
        name: "watch",
        help: "stay, and answer each change of a file until Ctrl-C (exit status 130); reports are written each time")
}

/// Checks the workspace, then again what each change can have altered.
///
/// A shop's own file is answered at once. A change of what many shops share is worked off in pieces, and a shop that is
/// saved meanwhile does not wait for its end.
struct WatchLoop: ~Copyable {
    /// Shops that are worked on between two looks at the files: little enough that a save does not wait long.
    static let pieces = 16

    private let invocation: Invocation
    /// Empty for all shops.
    let named: Set<String>
    let console: Console
    let threads: Int
    private let reporting: Reporting
    /// Hides findings from the report, as it does in a single run.
    private let known: KnownFindings
    private var watcher: WorkspaceWatcher
    private var workspace: Workspace
    private(set) var session: CompilerSession

    init(_ invocation: Invocation, hiding known: KnownFindings, on console: Console) throws(Failure) {
        let threads = try invocation.number(of: .threads, in: 1...1024) ?? Console.processors
        let watcher = try Self.watcher(of: invocation.workspace)
        let session = try Session(invocation, shops: invocation.operands, on: console)
        try session.reporting.checkRepeatable()
        self.invocation = invocation
        named = Set(session.named)
        self.console = console
        self.threads = threads
        reporting = session.reporting
        self.known = known
        self.watcher = watcher
        workspace = session.workspace
        self.session = CompilerSession(workspace.input)
    }

    private static func watcher(of root: String) throws(Failure) -> WorkspaceWatcher {
        do throws(SystemError) { return try WorkspaceWatcher(root: root) } catch { throw .unwatchable(error) }
    }

    static var isOver: Bool { Interruption.hasCome }

    /// What is done with a state of the workspace besides checking it.
    struct Answer {
        /// For the summary.
        var words: String?
        /// What was found in doing it.
        var diagnostics: [Diagnostic] = []
        /// A line below the summary.
        var more: String?
    }

    /// Runs until Ctrl-C. `answer` is called whenever all is checked, with the shops that were checked for it and those
    /// that a rule across shops refuses.
    mutating func run(
        answer: (borrowing WatchLoop, [Diagnostic], Set<String>, Set<String>) throws(Failure) -> Answer
    ) throws(Failure) -> ExitStatus {
        let interruption = Interruption()
        var started = Self.now()
        while true {
            guard let checked = try settle(&started) else { return interruption.end() ?? .bug }
            let found = session.findings(only: named)
            let answer = try answer(self, found.diagnostics, checked, found.refused)
            let further = session.rulings.settled(answer.diagnostics).sortedAndUnique()
            let (shown, notice) = known.sift(found.diagnostics + further, of: session)
            clear()
            try report(shown)
            say(checked.count, since: started, shown, answer.words, notice)
            if let more = answer.more { console.say(more) }
            guard let changed = try wait(upTo: -1) else { return interruption.end() ?? .bug }
            started = Self.now()
            take(changed)
        }
    }

    /// Works until nothing is pending; nil after Ctrl-C.
    private mutating func settle(_ started: inout Int) throws(Failure) -> Set<String>? {
        let progress = Progress("checking \(Session.shops(session.pending.count))", on: console)
        defer { progress.end() }
        var checked: Set<String> = []
        var urgent: Set<String> = []
        while !session.pending.isEmpty {
            checked.formUnion(session.work(urgent: urgent, limit: Self.pieces * threads, threads: threads).map(\.id))
            if !urgent.isEmpty { showEarly(urgent, since: started, progress) }
            urgent = []
            progress.update("checking: \(session.pending.count) of \(Session.shops(session.shops.count)) to go")
            guard !session.pending.isEmpty else { break }
            guard let changed = try wait(upTo: 0) else { return nil }
            if !changed.isEmpty {
                started = Self.now()
                urgent = take(changed)
            }
        }
        return checked
    }

    /// What a person who saved one shop waits for, while others are still being worked on.
    private func showEarly(_ urgent: Set<String>, since started: Int, _ progress: Progress) {
        guard !session.pending.isEmpty, urgent.count < Self.pieces else { return }
        progress.pause {
            let found = known.siftSome(session.findings(only: urgent).diagnostics, of: session)
            reporting.tellEarly(found, from: session.sources, on: console)
            say(urgent.count, since: started, found, "\(session.pending.count) to go")
        }
    }

    /// The next changes; nil after Ctrl-C.
    private mutating func wait(upTo milliseconds: Int32) throws(Failure) -> Set<String>? {
        do throws(SystemError) {
            while !Self.isOver {
                // A signal that comes just before the wait must not go unseen.
                let changed = try watcher.changes(within: milliseconds < 0 ? 250 : milliseconds)
                if !changed.isEmpty || milliseconds >= 0 { return changed }
            }
        } catch { throw .unwatchable(error) }
        return nil
    }

    @discardableResult
    private mutating func take(_ changed: Set<String>) -> Set<String> {
        let reread = workspace.reread(changed, at: invocation.workspace)
        return session.update(to: workspace.input, rereading: reread)
    }

    private func report(_ diagnostics: [Diagnostic]) throws(Failure) {
        let shops = named.isEmpty ? session.shops : named.sorted()
        try reporting.write(diagnostics, from: session.sources, shops: shops, on: console)
    }

    private func clear() {
        if console.isWatched { console.show("\u{1B}[2J\u{1B}[3J\u{1B}[H") }
    }

    private func say(
        _ count: Int, since started: Int, _ diagnostics: [Diagnostic], _ result: String?, _ notice: String? = nil
    ) {
        let findings = HumanRenderer.summary(of: diagnostics) ?? "nothing to report"
        let parts = [result, findings, notice].compactMap(\.self).joined(separator: ", ")
        console.say(
            "\(Session.shops(count)) of \(session.shops.count) checked in \(Self.now() - started) ms: \(parts)")
    }

    /// Milliseconds of a clock that nobody sets.
    private static func now() -> Int {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
    }
}

extension Failure {
    fileprivate static func unwatchable(_ error: SystemError) -> Failure {
        // inotify(7): so many watches are allowed for each account.
        let help =
            error.code == ENOSPC
            ? ["the system allows no more watches: raise fs.inotify.max_user_watches."]
            : ["run Livery where `tenants/` stands, or name that place with `--workspace DIR`."]
        return Failure(.inputOutput, Failure(error).message, help: help)
    }
}
