import LiveryBundle
import LiveryCompiler
import LiveryDiagnostics
import LiveryTenant
import LiveryWorkspace

/// `livery compile`: goes on from what an earlier run has left, and publishes what is not current.
struct CompileRun {
    private let invocation: Invocation
    private let output: String
    /// Hides findings from the report, and nothing from what decides which bundles are written.
    private let known: KnownFindings
    private let console: Console
    /// Empty for all shops.
    private let named: [String]
    private let today: CalendarDate?
    private let threads: Int

    init(
        _ invocation: Invocation, to output: String, hiding known: KnownFindings, on console: Console
    ) throws(Failure) {
        self.invocation = invocation
        self.output = output
        self.known = known
        self.console = console
        named = Session.ids(of: invocation.operands, invocation)
        today = try Session.today(invocation, console)
        threads = try Session.threads(invocation)
    }

    func run() throws(Failure) -> ExitStatus {
        for _ in 0..<3 {
            if let status = try attempt(isLast: false) { return status }
        }
        // Somebody changes the workspace faster than it can be compiled. The next run will see what came after this.
        return try attempt(isLast: true) ?? .bug
    }

    /// nil when the workspace was changed meanwhile, so that the result would be old at once.
    private func attempt(isLast: Bool) throws(Failure) -> ExitStatus? {
        let reading = Progress("reading the workspace", on: console)
        var build = Build(
            at: invocation.workspace, output: output, asked: Set(named), today: today, threads: threads)
        reading.end()
        let session = try Session(invocation, named, build.workspace, on: console)
        let progress = Progress("compiling \(Session.shops(build.session.pending.count))", on: console)
        let bundles = build.check(threads: threads)
        progress.end()
        let found = build.session.findings(only: Set(named))
        guard build.supplyTexts(for: found.diagnostics) || isLast else { return nil }

        if known.sift(found.diagnostics, of: build.session).shown.hasErrors, !invocation.has(.keepGoing) {
            let (shown, notice) = known.sift(found.diagnostics, of: build.session)
            try session.report(shown, from: build.session.sources)
            console.say(session.summary(["nothing written"], shown, notice))
            return .findings
        }
        var tally = Tally(diagnostics: found.diagnostics)
        let current = current(in: build, refused: found.refused)
        tally.unchanged = current.count
        tally.leftOut = asked(of: build).filter { shop in
            !current.contains(shop) && !bundles.contains { $0.shop == shop }
        }
        let left = try leftShops(build)
        let isPruning = invocation.has(.prune) && !found.diagnostics.hasErrors
        if bundles.isEmpty, left.isEmpty || !isPruning {
            tally.diagnostics += left.map { .leftBundle(output + "/" + $0) }
            build.saveQuietly()
            return try end(session, build, tally)
        }
        let interruption = Interruption()
        let publisher = try openPublisher(of: output, console)
        guard isLast || build.isCurrent else {
            try? publisher.finish()
            _ = interruption.end()
            return nil
        }
        return try publish(bundles, left, isPruning, publisher, interruption, session, &build, &tally)
    }

    private func publish(
        _ bundles: [(shop: String, bundle: Bundle)], _ left: [String], _ isPruning: Bool,
        _ publisher: consuming Publisher, _ interruption: Interruption, _ session: Session, _ build: inout Build,
        _ tally: inout Tally
    ) throws(Failure) -> ExitStatus {
        let progress = Progress("writing \(Session.shops(bundles.count))", on: console)
        var failure: SystemError?
        do throws(SystemError) {
            for (number, (shop, bundle)) in bundles.enumerated() where !interruption.hasCome {
                progress.update("writing \(number + 1) of \(Session.shops(bundles.count))")
                let isAdopting = invocation.has(.adopt)
                let outcome = try build.publish(bundle, of: shop, adopting: isAdopting, with: publisher)
                tally.add(outcome, of: shop)
            }
            if !interruption.hasCome { try settle(left, isPruning: isPruning, with: publisher, &tally) }
        } catch { failure = error }
        if build.settle() {
            do throws(SystemError) { try build.save(with: publisher) } catch { tally.unsaved = error }
        }
        do throws(SystemError) { try publisher.finish() } catch { failure = failure ?? error }
        progress.end()
        let status = try end(session, build, tally)
        if let failure {
            let failure = Failure(failure)
            throw Failure(.inputOutput, failure.message, help: ["no bundle was left half-written."])
        }
        guard let signal = interruption.end() else { return status }
        console.say("interrupted: every bundle is whole, and the next run goes on from here.")
        return signal
    }

    /// The bundles of shops that have no definition any more. While anything is wrong none is removed: the definition
    /// may only be misplaced.
    private func settle(
        _ left: [String], isPruning: Bool, with publisher: borrowing Publisher, _ tally: inout Tally
    ) throws(SystemError) {
        for shop in left {
            guard isPruning, !tally.diagnostics.hasErrors else {
                tally.diagnostics.append(.leftBundle(output + "/" + shop))
                continue
            }
            let kept = try publisher.remove(shop)
            if !kept.isEmpty { tally.diagnostics.append(.foreignFiles(kept, of: shop)) }
            tally.removed += 1
        }
    }

    /// Reports, and says in a line what became of everything.
    private func end(_ session: Session, _ build: Build, _ tally: Tally) throws(Failure) -> ExitStatus {
        if invocation.has(.explain) {
            for line in build.explanation(repaired: tally.repaired) { console.say(line) }
        }
        let found = build.session.rulings.settled(tally.diagnostics).sortedAndUnique()
        let (diagnostics, notice) = known.sift(found, of: build.session)
        try session.report(diagnostics, from: build.session.sources)
        if let error = tally.unsaved {
            console.say("the next run will compile everything anew: \(Failure(error).message)")
        }
        console.say(session.summary(tally.counts, diagnostics, notice))
        if !tally.leftOut.isEmpty { console.say(leftOut(tally.leftOut)) }
        if tally.isBlocked { return .inputOutput }
        return diagnostics.hasErrors || !tally.leftOut.isEmpty ? .findings : .clean
    }

    /// Bundles that were made before and are as they should be.
    private func current(in build: Build, refused: Set<String>) -> Set<String> {
        Set(asked(of: build).filter { build.reasons[$0] == nil && !refused.contains($0) })
    }

    private func asked(of build: Build) -> [String] {
        named.isEmpty ? build.session.shops : build.session.shops.filter(Set(named).contains)
    }

    /// Folders of shops that are no more can be told from others only when every shop was looked at.
    private func leftShops(_ build: Build) throws(Failure) -> [String] {
        guard named.isEmpty else { return [] }
        do throws(SystemError) {
            return try Drift.leftShops(in: output, besides: Set(build.workspace.shops))
        } catch { throw Failure(error) }
    }
}

/// Names the shops that have no bundle because of errors, which a baseline may hide.
func leftOut(_ shops: [String]) -> String {
    let more = shops.count > 10 ? " and \(shops.count - 10) more" : ""
    return "left out because of errors: \(shops.prefix(10).joined(separator: ", "))\(more)"
}

/// Waits for the end of another run.
func openPublisher(of output: String, _ console: Console) throws(Failure) -> Publisher {
    var isTold = false
    do throws(SystemError) {
        while true {
            if let publisher = try Publisher.open(output) { return publisher }
            if !isTold {
                let holder = Publisher.holder(of: output).map { "process \($0)" } ?? "another run of Livery"
                console.say("waiting for \(holder), which is writing to \(output)")
                isTold = true
            }
            if Interruption.hasCome { break }
            Console.pause(milliseconds: 20)
        }
    } catch { throw Failure(error) }
    throw Failure(.interrupted, "interrupted while another run was writing to `\(output)`.")
}
