import LiveryCompiler
import LiveryDiagnostics

/// How `livery explain SHOP --policy WORDS` answers: each statement, then the facts that put it there.
struct PolicyExplanationText {
    let explanation: PolicyExplanation

    var text: String {
        explanation.statements.map(block).joined(separator: "\n")
    }

    private func block(_ statement: PolicyExplanation.Statement) -> String {
        var text = TextWidth.printable(statement.heading) + "\n"
        for line in statement.text.split(separator: "\n") { text += "  \(TextWidth.printable(String(line)))\n" }
        if let span = statement.span { text += "  written in \(explanation.sources.position(of: span))\n" }
        guard !statement.facts.isEmpty else { return text + "  says so for every shop\n" }
        for (number, fact) in statement.facts.enumerated() {
            text += (number == 0 ? "  because  " : "           ") + line(fact) + "\n"
        }
        return text
    }

    private func line(_ fact: PolicyExplanation.Fact) -> String {
        let place = fact.value == nil ? nil : fact.span.map(explanation.sources.position)
        return TextWidth.printable(fact.text) + (place.map { "  # \($0)" } ?? "")
    }
}
