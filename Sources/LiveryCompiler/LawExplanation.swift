package import LiveryDiagnostics
package import LiveryPrivacy
import LiveryTenant

/// Which laws apply to a shop, why, and what each asks.
package struct LawExplanation: Sendable {
    package struct Entry: Sendable {
        package let finding: LawFinding
        package let facts: [Fact]
        package let demands: [LawFinding.Demand]
    }
    package struct Fact: Sendable {
        /// Why the law applies or does not.
        package let text: String
        package let path: String?
        /// nil for a fact that no layer sets.
        package let span: SourceSpan?
    }

    package let shop: String
    /// `YYYY-MM-DD`: the day from which the policy counts.
    package let date: String
    /// In the order of the table of laws.
    package let entries: [Entry]
    package let sources: SourceMap
}

extension Compiler {
    /// What every known law means for a shop. The explanation is nil when the shop does not exist or its definition
    /// has errors; the diagnostics then say so. A question that a law leaves open is no error here, but an entry.
    package static func explainLaws(
        _ input: CompilationInput, shop id: String
    ) -> (explanation: LawExplanation?, sources: SourceMap, diagnostics: [Diagnostic]) {
        let prepared = Prepared(input)
        guard let file = input.shops[id] else {
            return (nil, prepared.sources, [.unknownShop(id, known: input.shops.keys.sorted())])
        }
        let layer = Prepared.layer(.shop(id), file)
        guard let (ground, group, faults) = prepared.layers(under: layer) else {
            return (nil, prepared.sources, prepared.diagnostics + layer.diagnostics)
        }
        let own = [group, layer].compactMap(\.self)
        let resolution = Resolution(shop: id, on: ground, own: own, catalogue: prepared.catalogue)
        let found = (ground.layers + own).flatMap(\.diagnostics) + faults + resolution.diagnostics
        let diagnostics = (prepared.diagnostics + found).sortedAndUnique().filter { $0.severity == .error }
        guard let tenant = resolution.tenant, diagnostics.isEmpty else { return (nil, prepared.sources, diagnostics) }
        let entries = Law.findings(for: tenant).map { finding in
            LawExplanation.Entry(
                finding: finding,
                facts: finding.reasons.map { reason in
                    LawExplanation.Fact(
                        text: reason.text, path: reason.path,
                        span: reason.path.flatMap { resolution.origins.exactPlace(of: $0) })
                }, demands: finding.demands(of: tenant))
        }
        let explanation = LawExplanation(
            shop: id, date: tenant.privacy.effectiveDate.text, entries: entries, sources: prepared.sources)
        return (explanation, prepared.sources, [])
    }
}

extension LawExplanation {
    /// As a terminal shows it: first the laws that apply, with what they ask; then those that do not, and why; last
    /// those of places where nobody is known to live.
    package var text: String {
        var text = "Laws for `\(shop)` as of \(date), the day from which its policy counts\n"
        for entry in entries where entry.finding.verdict == .applies { text += "\n" + block(entry) }
        for entry in entries where entry.finding.verdict == .open { text += "\n" + block(entry) }
        for entry in entries where [.spares, .notInForce].contains(entry.finding.verdict) {
            text += "\n" + block(entry)
        }
        let elsewhere = entries.filter { $0.finding.verdict == .nobodyThere }
        guard !elsewhere.isEmpty else { return text }
        text += "\nNo customers where these protect people"
        text += place(of: elsewhere[0].facts[0]) + "\n"
        return text + elsewhere.map { "  \($0.finding.law.name): \($0.facts[0].text)\n" }.joined()
    }

    private func block(_ entry: Entry) -> String {
        let law = entry.finding.law
        var text = "\(law.name) \(Self.words(entry.finding.verdict))  (\(law.id))\n"
        for (number, fact) in entry.facts.enumerated() {
            text += (number == 0 ? "  because  " : "           ") + fact.text + place(of: fact) + "\n"
        }
        text += "  written  \(law.cite.text) (\(law.cite.mark.rawValue))\n"
        for (number, demand) in entry.demands.enumerated() {
            text += (number == 0 ? "  demands  " : "           ")
            text += "\(demand.text)  (\(demand.cite.text), \(demand.cite.mark.rawValue))\n"
        }
        return text
    }

    private func place(of fact: Fact) -> String {
        guard let path = fact.path else { return "" }
        return "  # \(path)" + (fact.span.map { ", \(sources.position(of: $0))" } ?? " is not set")
    }

    private static func words(_ verdict: LawFinding.Verdict) -> String {
        switch verdict {
        case .applies: "applies"
        case .open: "is open: a fact is missing"
        case .spares: "does not apply"
        case .notInForce: "is not in force"
        case .nobodyThere: "protects nobody here"
        }
    }
}
