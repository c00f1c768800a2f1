package import LiveryDiagnostics
import LiverySchema

/// What a workspace makes of a warning.
package enum SeverityRule: String, CaseIterable, Sendable {
    case error
    case warning
    case off

    /// The finding as the workspace wants it; nil where it wants none.
    package func applied(to diagnostic: Diagnostic) -> Diagnostic? {
        var diagnostic = diagnostic
        switch self {
        case .off: return nil
        case .error: diagnostic.severity = .error
        case .warning: diagnostic.severity = .warning
        }
        return diagnostic
    }
}

extension Layer {
    /// The severities that this layer sets, by code; what is wrong among them is left out, and reported elsewhere.
    package var severities: [String: SeverityRule] {
        var rules: [String: SeverityRule] = [:]
        for entry in tree["diagnostics"]?.entries ?? [] where DiagnosticPages.isAdjustable(entry.key) {
            rules[entry.key] = entry.value.text.flatMap(SeverityRule.init)
        }
        return rules
    }
}

extension Schema<[KeyedValue<SeverityRule>]> {
    /// `diagnostics` of `platform.yaml`.
    static var severities: Schema<[KeyedValue<SeverityRule>]> {
        map(keys: "code", of: .choice("a severity")) { entry, context in
            guard let severity = DiagnosticPages.severity(of: entry.key) else {
                return .unknownCode(entry, in: context)
            }
            return severity == .error ? .fixedSeverity(entry, in: context) : nil
        }
    }
}

extension Diagnostic {
    fileprivate static func unknownCode(_ entry: LayeredNode.Entry, in context: DecodingContext) -> Diagnostic {
        let meant = Similarity.nearest(to: entry.key, in: DiagnosticPages.codes)
        return Diagnostic(
            code: "tenant/unknown-code", "No diagnostic has the code `\(entry.key)`.", at: entry.keySpan,
            label: meant.map { "did you mean `\($0)`?" }, path: context.pathText + "." + entry.key,
            help: "`livery explain --codes` lists all codes.",
            fixes: meant.map { [Fix(title: "Rename to `\($0)`", span: entry.keySpan, replacement: $0)] } ?? [])
    }

    fileprivate static func fixedSeverity(_ entry: LayeredNode.Entry, in context: DecodingContext) -> Diagnostic {
        Diagnostic(
            code: "tenant/fixed-severity", "`\(entry.key)` is an error and cannot become anything less.",
            at: entry.keySpan, path: context.pathText + "." + entry.key,
            help: "Only warnings and notes can be set. Delete this line.")
    }
}
