import LiveryDiagnostics
import LiveryTenant

extension PolicyDocument {
    /// Limits that keep a page readable. The built-in clauses keep them; many companies, long names and clauses of a
    /// workspace can break them. Of single sentences only those of the workspace are told, for nobody there can mend
    /// the others. Pages in a language without a formula are not measured.
    func checkReading(_ tenant: Tenant, _ dataMap: DataMap, _ clauses: ClauseLibrary) -> [Diagnostic] {
        var diagnostics: [Diagnostic] = []
        let short = card.reduce(0) { $0 + $1.said.words }
        if short > Readability.cardLimit { diagnostics.append(.longCard(short)) }
        if wordCount > Readability.pageLimit { diagnostics.append(.longPage(wordCount)) }
        guard Readability.measures(locale) else { return diagnostics }
        for (isAnnex, least) in [(false, Readability.bodyEase), (true, Readability.annexEase)] {
            // With names in it a text only looks harder, so that most need no second look.
            var hasty = Readability([])
            eachPassage(annexes: isAnnex) { hasty.add($0.reading) }
            guard hasty.ease < least || hasty.longSentences > 0 else { continue }
            let names = PolicyReadability.names(of: tenant, dataMap)
            let measure = Readability(texts(annexes: isAnnex), names: names)
            if measure.ease < least { diagnostics.append(.hardToRead(measure.ease, least: least, isAnnex: isAnnex)) }
            guard measure.longSentences > 0 else { continue }
            for block in sections.filter({ $0.isAnnex == isAnnex }).flatMap(\.blocks) {
                guard let place = clauses.places[block.clause] else { continue }
                let measure = Readability(block.texts, names: names)
                guard measure.longSentences > 0 else { continue }
                diagnostics.append(.longSentence(measure.longestSentence, clause: block.clause, at: place))
            }
        }
        return diagnostics
    }
}

extension Diagnostic {
    fileprivate static func longCard(_ words: Int) -> Diagnostic {
        Diagnostic(
            code: "privacy/card-long", severity: .warning,
            "The short answer of the policy has \(words) words; people read \(Readability.cardLimit).",
            at: nil, path: "shop.name", help: "Shorten the names of the shop, its places or its companies.")
    }

    fileprivate static func longPage(_ words: Int) -> Diagnostic {
        Diagnostic(
            code: "privacy/page-long", severity: .warning,
            "The policy has \(words) words; over \(Readability.pageLimit) hardly anybody reads it.",
            at: nil, path: "shop.name", help: "Do without a company, a cookie or a clause of your own.")
    }

    fileprivate static func hardToRead(_ ease: Double, least: Double, isAnnex: Bool) -> Diagnostic {
        Diagnostic(
            code: "privacy/hard-to-read", severity: .warning,
            "The \(isAnnex ? "parts about laws have" : "text of the policy has") a reading ease of "
                + "\(ease.withOneDecimal), and \(Int(least)) is the least.",
            at: nil, path: "shop.name",
            help: "Write clauses of your own in shorter sentences and words; `livery validate --readability` measures.")
    }

    fileprivate static func longSentence(_ words: Int, clause: String, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            code: "privacy/long-sentence", severity: .warning,
            "A sentence of the clause `\(clause)` has \(words) words, and \(Readability.sentenceLimit) are the most.",
            at: span, help: "Make two sentences of it, or shorten the values that it lists.")
    }
}
