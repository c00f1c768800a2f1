package import LiveryDiagnostics
import LiveryTenant

extension PolicyDocument {
    /// What the shop tells its customers: "we" is the shop, and the operator is always called by name.
    ///
    /// The diagnostics carry the path of the field to mend and no span.
    package static func compose(
        _ library: ClauseLibrary, from answers: PolicyAnswers
    ) -> (document: PolicyDocument, diagnostics: [Diagnostic]) {
        let facts = answers.facts
        let (tenant, dataMap) = (facts.tenant, facts.dataMap)
        let document = PolicyDocument(
            library.customer, answers, words: library.words,
            title: library.words.title("title.customer", tenant.shop.name), order: facts.annexes)
        return (
            document,
            Law.check(tenant, dataMap: dataMap) + ConsistencyChecks.check(tenant, facts.consent)
                + document.checkReading(tenant, dataMap, library)
        )
    }

    /// What the operator tells the shop: "we" is the operator, "you" are the shop's owner and staff.
    package static func composePartnerNotice(
        _ library: ClauseLibrary, from answers: PolicyAnswers
    ) -> PolicyDocument {
        PolicyDocument(
            library.partner, answers, words: library.words,
            title: library.words.title("title.partner", answers.facts.tenant.shop.name), order: [])
    }

    private init(
        _ clauses: [ClauseSection], _ answers: PolicyAnswers, words: Words, title: String, order: [String]
    ) {
        let tenant = answers.facts.tenant
        var writer = ClauseWriter(answers)
        let table = clauses.first { $0.kind == .table }.flatMap { writer.section($0)?.blocks.first }
        guard case .table(let rows)? = table?.content else {
            preconditionFailure("a test proves that every document has a table, and an account gives it a row")
        }
        let text = clauses.filter { $0.kind == .section }.compactMap { writer.section($0) }
        // The laws come in the order of the tenant: home first.
        let annexes = order.compactMap { id in
            clauses.first { $0.kind == .annex && $0.id == id }.flatMap { writer.section($0) }
        }
        let card = clauses.filter { $0.kind == .card }.flatMap { writer.card($0) }
        self.init(
            locale: words.locale,
            title: title,
            shopName: tenant.shop.name,
            effectiveDate: tenant.privacy.effectiveDate,
            card: card,
            table: rows,
            sections: text + annexes,
            meaning: PolicyMeaning.Line.sorted(writer.meaning))
    }
}

extension Words {
    /// `Privacy at Oakwood Auto Care`.
    fileprivate func title(_ key: String, _ shop: String) -> String { "\(self[key]) \(shop)" }
}
