import LiveryCompiler
import LiveryDiagnostics
import LiveryWorkspace

extension Command.Option {
    static let baseline = Command.Option(
        name: "baseline", value: "FILE",
        help: "hide the findings that FILE lists; a shop with hidden errors still gets no bundle")
    static let writeBaseline = Command.Option(
        name: "write-baseline", value: "FILE", help: "write all present errors and warnings to FILE as known")
}

/// The findings that `--baseline` says are known.
struct KnownFindings {
    private let baseline: Baseline?
    private let file: String
    /// Entries of shops that nobody asked about match nothing, and are not stale.
    private let isWhole: Bool

    /// - Parameter isWhole: whether all shops are looked at; nil for "unless some are named".
    init(_ invocation: Invocation, isWhole: Bool? = nil) throws(Failure) {
        file = invocation.value(of: .baseline) ?? ""
        self.isWhole = isWhole ?? invocation.operands.isEmpty
        guard invocation.has(.baseline) else {
            baseline = nil
            return
        }
        if Mending.isWanted(by: invocation) { throw .usage("what is mended is shown whole, without a `--baseline`.") }
        let bytes: [UInt8]?
        do throws(SystemError) {
            bytes = try Workspace.readBaseline(file)
        } catch { throw Failure(error) }
        guard let bytes, let baseline = Baseline(reading: bytes) else {
            throw .usage(
                "`\(file)` is no list of known findings.", help: ["`livery validate --write-baseline FILE` writes one."]
            )
        }
        self.baseline = baseline
    }

    /// What is to be shown, and a few words about the rest.
    func sift(_ diagnostics: [Diagnostic], of compilation: Compilation) -> (shown: [Diagnostic], notice: String?) {
        sift(diagnostics, compilation.sources, compilation.rulings)
    }

    func sift(_ diagnostics: [Diagnostic], of session: CompilerSession) -> (shown: [Diagnostic], notice: String?) {
        sift(diagnostics, session.sources, session.rulings)
    }

    /// Of findings that are not all there are, so that nothing is stale.
    func siftSome(_ diagnostics: [Diagnostic], of session: CompilerSession) -> [Diagnostic] {
        baseline?.sift(diagnostics, from: session.sources).new ?? diagnostics
    }

    private func sift(
        _ diagnostics: [Diagnostic], _ sources: SourceMap, _ rulings: Rulings
    ) -> (shown: [Diagnostic], notice: String?) {
        guard let baseline else { return (diagnostics, nil) }
        var (new, hidden, stale) = baseline.sift(diagnostics, from: sources)
        if stale > 0, isWhole {
            // In its place among findings that are in order.
            let place = new.firstIndex { $0.span != nil || $0.severity == .note } ?? new.endIndex
            new.insert(contentsOf: rulings.settled([.staleBaseline(stale, in: file)]), at: place)
        }
        return (new, hidden == 0 ? nil : "\(hidden) known finding\(hidden == 1 ? "" : "s") hidden")
    }

    static func write(_ compilation: Compilation, to file: String, on console: Console) throws(Failure) -> ExitStatus {
        let baseline = Baseline(of: compilation.diagnostics, from: compilation.sources)
        do throws(SystemError) {
            try Workspace.replace(file, baseline.bytes)
        } catch { throw Failure(error) }
        console.say("\(baseline.count) finding\(baseline.count == 1 ? "" : "s") written to \(file) as known")
        return .clean
    }
}

extension Diagnostic {
    fileprivate static func staleBaseline(_ count: Int, in file: String) -> Diagnostic {
        Diagnostic(
            code: "compiler/stale-baseline", severity: .note,
            "\(count) known finding\(count == 1 ? "" : "s") of `\(file)` \(count == 1 ? "is" : "are") gone.", at: nil,
            help: "`livery validate --write-baseline \(file)` writes it anew.")
    }
}
