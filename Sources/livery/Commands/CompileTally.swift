import LiveryDiagnostics
import LiveryWorkspace

/// What became of the bundles of a run.
struct Tally {
    var written = 0
    var unchanged = 0
    var removed = 0
    var isBlocked = false
    /// Shops that get no bundle because of errors, in order.
    var leftOut: [String] = []
    /// Files of bundles that were not as they should be, by shop.
    var repaired: [String: [String]] = [:]
    /// Why the next run cannot go on from this one.
    var unsaved: SystemError?
    var diagnostics: [Diagnostic]

    init(diagnostics: [Diagnostic]) {
        self.diagnostics = diagnostics
    }

    mutating func add(_ outcome: Publisher.Outcome, of shop: String) {
        switch outcome.change {
        case .written: written += 1
        case .unchanged: unchanged += 1
        case .blocked(let obstacles):
            isBlocked = true
            diagnostics += obstacles.map { .foreignFileInTheWay($0) }
        }
        if !outcome.drift.isEmpty { repaired[shop] = outcome.drift.map(\.path) }
        if !outcome.foreign.isEmpty { diagnostics.append(.foreignFiles(outcome.foreign, of: shop)) }
    }

    var counts: [String] {
        let main = ["\(written) bundle\(written == 1 ? "" : "s") written", "\(unchanged) unchanged"]
        return removed == 0 ? main : main + ["\(removed) removed"]
    }
}

extension Diagnostic {
    static func foreignFiles(_ paths: [String], of shop: String) -> Diagnostic {
        let shown = paths.prefix(5).map { "`\($0)`" }.joined(separator: ", ")
        let more = paths.count > 5 ? " and \(paths.count - 5) more" : ""
        return Diagnostic(
            code: "workspace/foreign-file", severity: .note,
            "Livery did not write \(shown)\(more), and leaves \(paths.count == 1 ? "it" : "them") there.", at: nil)
    }

    static func foreignFileInTheWay(_ path: String) -> Diagnostic {
        Diagnostic(
            code: "workspace/foreign-file-in-the-way",
            "Livery did not write `\(path)`, and a part of a bundle belongs there.", at: nil,
            help: "Nothing of this shop was written. Move it away; or, if it was generated once, "
                + "`livery compile --adopt` replaces it.")
    }

    static func leftBundle(_ path: String) -> Diagnostic {
        Diagnostic(
            code: "workspace/left-bundle", severity: .warning,
            "`\(path)` is the bundle of a shop that has no definition any more.", at: nil,
            help: "`livery compile --prune` removes it once nothing else is wrong.")
    }
}
