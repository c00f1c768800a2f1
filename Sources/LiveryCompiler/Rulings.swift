package import LiveryDiagnostics
import LiveryTenant

/// What a workspace makes of findings: the severities of `platform.yaml`, and the silences of its files.
package struct Rulings: Sendable {
    private let severities: [String: SeverityRule]
    private let today: CalendarDate?
    private(set) var silences: [Silence] = []
    /// What is wrong with the silences.
    private(set) var faults: [Diagnostic] = []
    /// Whether the day matters.
    private(set) var isDated = false

    init(severities: [String: SeverityRule], today: CalendarDate?, files: [SourceFile]) {
        self.severities = severities
        self.today = today
        for file in files { add(file) }
    }

    /// The same with the silences of one more file.
    func adding(_ file: SourceFile) -> Rulings {
        var rulings = self
        rulings.add(file)
        return rulings
    }

    private mutating func add(_ file: SourceFile) {
        let scanner = SilenceScanner(file, severities: severities, today: today)
        silences += scanner.silences
        faults += scanner.faults
        isDated = isDated || scanner.isDated
    }

    /// The findings that are left, with the severities that they are to have, and the silences that took one away.
    func judge(_ diagnostics: [Diagnostic]) -> (left: [Diagnostic], used: Set<Silence>) {
        var used: Set<Silence> = []
        let left = severities.isEmpty ? diagnostics : settled(diagnostics)
        guard !silences.isEmpty else { return (left, used) }
        return (
            left.filter { diagnostic in
                guard let silence = silences.first(where: { $0.covers(diagnostic) }) else { return true }
                used.insert(silence)
                return false
            }, used
        )
    }

    /// The findings with the severities that they are to have.
    package func settled(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
        diagnostics.compactMap { diagnostic in
            // A code whose gravity depends on the case keeps its errors.
            guard diagnostic.severity != .error, let rule = severities[diagnostic.code] else { return diagnostic }
            return rule.applied(to: diagnostic)
        }
    }
}
