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
    /// Empty for all shops, or for those of a part.
    private let named: [String]
    /// Leaves the other shops, and the rules across shops, to other runs and to a merge.
    private let part: Part?
    /// Takes over what other runs have found and made.
    private let parts: Parts?
    private let today: CalendarDate?
    private let threads: Int

    init(
        _ invocation: Invocation, to output: String, part: Part? = nil, merging parts: Parts? = nil,
        hiding known: KnownFindings, on console: Console
    ) throws(Failure) {
        self.part = part
        self.parts = parts
        self.invocation = invocation
        self.output = output
        self.known = known
        self.console = console
        named = part == nil && parts == nil ? Session.ids(of: invocation.operands, invocation) : []
        today = try Session.today(invocation, console)
        threads = try Session.threads(invocation)
    }

    func run() throws(Failure) -> ExitStatus {
        for _ in 0..<3 {
            try awaitOthers()
            var publisher: Publisher?
            if let status = try attempt(holding: &publisher, isLast: false) { return status }
        }
        // Somebody changes the workspace faster than it can be compiled. From here on other runs wait; they will see
        // what comes after this.
        var publisher = try? openPublisher(of: output, console)
        defer { if let publisher = publisher.take() { try? publisher.finish() } }
        return try attempt(holding: &publisher, isLast: true) ?? .bug
    }

    /// Lets a run that is at the output come to its end, and clears away what a killed one left: what is read before
    /// that may be old at once. What forbids it is said by whoever has something to write.
    private func awaitOthers() throws(Failure) {
        guard Publisher.isLocked(output) else { return }
        let interruption = Interruption()
        do throws(Failure) {
            let publisher = try openPublisher(of: output, console)
            try? publisher.finish()
        } catch {
            if interruption.hasCome { throw error }
        }
        _ = interruption.end()
    }

    /// nil when the workspace or the output was changed meanwhile, so that the result would be old at once.
    private func attempt(holding held: inout Publisher?, isLast: Bool) throws(Failure) -> ExitStatus? {
        let reading = Progress("reading the workspace", on: console)
        var build = Build(
            at: invocation.workspace, output: output, asked: Set(named), today: today, threads: threads, part: part,
            parts: parts)
        reading.end()
        if let misfit = build.misfit { throw Failure(misfit) }
        let session = try Session(invocation, named, build.workspace, on: console)
        guard build.hasWork || part != nil else {
            return try concludeWithoutWork(session, &build, holding: &held, isLast: isLast)
        }
        let interruption = Interruption()
        do throws(Failure) {
            if held == nil { held = try takeLock(for: build, isLast: isLast) }
        } catch {
            // What is wrong with the definitions is said first.
            build.checkOnly(threads: threads)
            let found = found(in: build)
            guard build.supplyTexts(for: found.diagnostics) || isLast else { return nil }
            if let status = try refusal(session, build, found.diagnostics) { return status }
            throw error
        }
        guard let publisher = held.take() else {
            _ = interruption.end()
            return nil
        }
        return try compile(session, &build, interruption, publisher, isLast: isLast)
    }

    /// nil where another run has been at the output since it was looked at, or somebody at the workspace.
    private func takeLock(for build: Build, isLast: Bool) throws(Failure) -> Publisher? {
        if isLast { return try openPublisher(of: output, console) }
        while !build.isOvertaken {
            do throws(SystemError) {
                guard let publisher = try Publisher.open(output) else { continue }
                if build.isCurrent(threads: threads) { return publisher }
                try? publisher.finish()
                return nil
            } catch { throw Failure(error) }
        }
        return nil
    }

    /// nil when the workspace was changed meanwhile.
    private func compile(
        _ session: Session, _ build: inout Build, _ interruption: Interruption, _ publisher: consuming Publisher,
        isLast: Bool
    ) throws(Failure) -> ExitStatus? {
        let drafts = draft(&build, with: publisher)
        let found = found(in: build)
        let planned = invocation.value(of: .contentKey)
        let isPlanned = planned == nil || found.diagnostics.hasErrors || build.contentKeys == [planned]
        let isCertain = build.supplyTexts(for: found.diagnostics) || isLast
        let isRefused = isCertain && isRefused(build, found.diagnostics)
        let isIncomplete = drafts.failure != nil || drafts.problem != nil
        if isRefused || !isCertain || interruption.hasCome || isIncomplete || !isPlanned {
            build.abandon(drafts, with: publisher)
            let unsaid = isRefused ? leaveFacts(of: build) : nil
            try? publisher.finish()
            if let signal = interruption.end() {
                console.say("interrupted: every bundle is as it was.")
                return signal
            }
            if isRefused {
                let status = try refusal(session, build, found.diagnostics)
                if let unsaid { throw Failure(unsaid) }
                return status
            }
            if !isPlanned { throw .otherInputs(named: invocation.operands) }
            if let problem = drafts.problem { throw Failure(problem) }
            guard let failure = drafts.failure else { return nil }
            throw .writing(failure)
        }
        return try publish(drafts, found, interruption, publisher, session, &build)
    }

    private func draft(_ build: inout Build, with publisher: borrowing Publisher) -> Build.Drafts {
        let progress = Progress("compiling \(Session.shops(build.session.pending.count))", on: console)
        defer { progress.end() }
        let count = Session.shops(build.session.shops.count)
        return build.check(
            threads: threads, adopting: invocation.has(.adopt), with: publisher, isOver: { Interruption.hasCome },
            progress: { progress.update("compiling: \($0) of \(count) to go") })
    }

    private typealias Found = (diagnostics: [Diagnostic], refused: Set<String>)

    private func found(in build: Build) -> Found {
        build.findings(only: Set(named))
    }

    /// Tells the merge about the shops of a part; gives why that could not be done.
    private func leaveFacts(of build: Build) -> SystemError? {
        guard part != nil else { return nil }
        do throws(SystemError) {
            try build.leaveFacts(hasBundles: true)
            return nil
        } catch { return error }
    }

    private func isRefused(_ build: Build, _ found: [Diagnostic]) -> Bool {
        known.sift(found, of: build.session).shown.hasErrors && !invocation.has(.keepGoing)
    }

    /// Counts what is as it was, and what cannot be made.
    private func count(in build: Build, refused: Set<String>, drafts: Set<String>, _ tally: inout Tally) {
        let current = current(in: build, refused: refused)
        tally.unchanged = current.count
        tally.leftOut = asked(of: build).filter { !current.contains($0) && !drafts.contains($0) }
    }

    /// Says why nothing is written; nil when nothing speaks against it.
    private func refusal(
        _ session: Session, _ build: Build, _ found: [Diagnostic]
    ) throws(Failure) -> ExitStatus? {
        guard isRefused(build, found) else { return nil }
        let (shown, notice) = known.sift(found, of: build.session)
        try session.report(shown, from: build.session.sources)
        console.say(session.summary(["nothing written"], shown, notice))
        return .findings
    }

    /// Where every bundle is as the run before left it.
    private func concludeWithoutWork(
        _ session: Session, _ build: inout Build, holding held: inout Publisher?, isLast: Bool
    ) throws(Failure) -> ExitStatus? {
        guard isLast || !build.isOvertaken else { return nil }
        let found = found(in: build)
        guard build.supplyTexts(for: found.diagnostics) || isLast else { return nil }
        if let status = try refusal(session, build, found.diagnostics) { return status }
        let left = try leftShops(build)
        if !left.isEmpty, invocation.has(.prune), !found.diagnostics.hasErrors {
            let interruption = Interruption()
            if held == nil { held = try takeLock(for: build, isLast: isLast) }
            guard let publisher = held.take() else {
                _ = interruption.end()
                return nil
            }
            return try publish(build.noDrafts, found, interruption, publisher, session, &build)
        }
        var tally = Tally(diagnostics: found.diagnostics)
        count(in: build, refused: found.refused, drafts: [], &tally)
        tally.diagnostics += left.map { .leftBundle(output + "/" + $0) }
        build.saveQuietly(found)
        return try end(session, build, tally)
    }

    private func publish(
        _ drafts: Build.Drafts, _ found: Found, _ interruption: Interruption, _ publisher: consuming Publisher,
        _ session: Session, _ build: inout Build
    ) throws(Failure) -> ExitStatus {
        var tally = Tally(diagnostics: found.diagnostics)
        count(in: build, refused: found.refused, drafts: drafts.shops, &tally)
        let left = try leftShops(build)
        let isPruning = invocation.has(.prune) && !found.diagnostics.hasErrors
        let progress = Progress("writing \(Session.shops(drafts.count))", on: console)
        var failure: SystemError?
        do throws(SystemError) {
            try build.publish(drafts, threads: threads, with: publisher, isOver: { interruption.hasCome }) {
                tally.add($1, of: $0)
            }
            if !interruption.hasCome { try settle(left, isPruning: isPruning, with: publisher, &tally) }
        } catch { failure = error }
        if failure != nil || interruption.hasCome { build.abandon(drafts, with: publisher) }
        if build.settle(found) {
            do throws(SystemError) { try build.save(with: publisher) } catch { tally.unsaved = error }
        }
        if failure == nil, !interruption.hasCome { failure = leaveFacts(of: build) }
        do throws(SystemError) { try publisher.finish() } catch { failure = failure ?? error }
        progress.end()
        let status = try end(session, build, tally)
        if let failure { throw .writing(failure) }
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
        guard named.isEmpty, part == nil else { return [] }
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

extension Failure {
    init(_ problem: Parts.Problem) {
        self.init(.inputOutput, problem.message, help: [problem.help].compactMap(\.self))
    }

    fileprivate static func otherInputs(named shops: [String]) -> Failure {
        Failure(
            .inputOutput, "the inputs of `\(shops.joined())` are not those that the content key stands for.",
            help: ["something has changed since `livery actions` listed them; list them again."])
    }

    fileprivate static func writing(_ error: SystemError) -> Failure {
        Failure(.inputOutput, Failure(error).message, help: ["no bundle was left half-written."])
    }
}
