import LiveryCompiler
import LiveryDiagnostics
import LiveryWorkspace

/// `livery compile --watch`: what was checked is also written.
func runCompileWatch(
    _ invocation: Invocation, hiding known: KnownFindings, on console: Console
) throws(Failure) -> ExitStatus {
    for option in [Command.Option.check, .prune, .adopt, .explain] where invocation.has(option) {
        throw .usage("`--watch` only writes bundles, and takes no `--\(option.name)`.")
    }
    let output = invocation.value(of: .output) ?? Workspace.path("output", in: invocation.workspace)
    // The shops whose bundles may not be current; those that have errors stay here until they have none.
    var waiting: Set<String> = []
    var loop = try WatchLoop(invocation, hiding: known, on: console)
    return try loop.run { loop, diagnostics, checked, refused throws(Failure) in
        waiting.formUnion(checked)
        waiting = waiting.filter(loop.session.knows)
        if !loop.named.isEmpty { waiting.formIntersection(loop.named) }
        if !invocation.has(.keepGoing), known.siftSome(diagnostics, of: loop.session).hasErrors {
            return WatchLoop.Answer(words: "nothing written")
        }
        let (tally, done) = try loop.write(waiting.subtracting(refused).sorted(), to: output)
        waiting.subtract(done)
        return WatchLoop.Answer(
            words: tally.counts.joined(separator: ", "), diagnostics: tally.diagnostics,
            more: waiting.isEmpty ? nil : leftOut(waiting.sorted()))
    }
}

extension WatchLoop {
    /// Writes the bundles of those shops that have no errors, a few at a time, and names them. One that cannot take its
    /// place is not named, so that it is tried again.
    fileprivate borrowing func write(
        _ shops: [String], to output: String
    ) throws(Failure) -> (tally: Tally, done: Set<String>) {
        var tally = Tally(diagnostics: [])
        var done: Set<String> = []
        guard !shops.isEmpty else { return (tally, done) }
        let publisher = try openPublisher(of: output, console)
        let progress = Progress("writing \(Session.shops(shops.count))", on: console)
        defer { progress.end() }
        var failure: SystemError?
        do throws(SystemError) {
            for start in stride(from: 0, to: shops.count, by: Self.pieces) where !Self.isOver {
                progress.update("writing: \(shops.count - start) of \(Session.shops(shops.count)) to go")
                let piece = Array(shops[start..<min(start + Self.pieces, shops.count)])
                for (shop, bundle) in session.bundles(of: piece, threads: threads) {
                    let outcome = try publisher.publish(bundle, of: shop)
                    tally.add(outcome, of: shop)
                    if case .blocked = outcome.change { continue }
                    done.insert(shop)
                }
            }
        } catch { failure = error }
        do throws(SystemError) { try publisher.finish() } catch { failure = failure ?? error }
        if let failure { throw Failure(failure) }
        return (tally, done)
    }
}
