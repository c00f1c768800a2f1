package import LiveryDiagnostics
import LiveryYAML

/// What can be shown of a YAML text, whatever it is a definition of.
package enum YAMLInspection: String, CaseIterable, Sendable {
    case events = "yaml-events"
    case json = "yaml-json"
    case spans = "yaml-spans"
}

extension Compiler {
    /// Reads a text as the full language, not as the profile of a definition. No text when it is no YAML.
    package static func inspect(
        _ file: SourceFile, as view: YAMLInspection
    ) -> (text: [UInt8]?, diagnostics: [Diagnostic]) {
        let limits = YAMLLimits.definition
        let (events, faults) = YAMLEvents.read(file, limits: limits)
        guard let events, !faults.hasErrors else { return (nil, faults.sortedAndUnique()) }
        switch view {
        case .events: return (Array(events.eventText.utf8), faults)
        case .spans: return (events.spanText(), faults)
        case .json:
            let (text, findings) = events.jsonText(limits: limits)
            return (text, (faults + findings).sortedAndUnique())
        }
    }
}
