package import LiveryDiagnostics
package import LiveryTenant

extension PolicyDocument {
    /// What the shop tells its customers: "we" is the shop, and the operator is always called by name.
    ///
    /// The diagnostics carry the path of the field to mend and no span.
    package static func compose(
        tenant: Tenant, dataMap: DataMap, consent: ConsentSettings, clauses library: ClauseLibrary = .english
    ) -> (document: PolicyDocument, diagnostics: [Diagnostic]) {
        let facts = PolicyFacts(tenant: tenant, dataMap: dataMap, consent: consent, words: library.words)
        let document = PolicyDocument(
            library.customer, facts: facts,
            title: library.words.title("title.customer", tenant.shop.name), order: facts.annexes)
        return (
            document,
            Law.check(tenant, dataMap: dataMap) + ConsistencyChecks.check(tenant, consent)
                + document.checkReading(tenant, dataMap, library)
        )
    }

    /// What the operator tells the shop: "we" is the operator, "you" are the shop's owner and staff.
    package static func composePartnerNotice(
        tenant: Tenant, dataMap: DataMap, consent: ConsentSettings, clauses library: ClauseLibrary = .english
    ) -> (document: PolicyDocument, diagnostics: [Diagnostic]) {
        let facts = PolicyFacts(tenant: tenant, dataMap: dataMap, consent: consent, words: library.words)
        let document = PolicyDocument(
            library.partner, facts: facts, title: library.words.title("title.partner", tenant.shop.name), order: [])
        return (document, [])
    }

    private init(_ clauses: [ClauseSection], facts: PolicyFacts, title: String, order: [String]) {
        var writer = ClauseWriter(facts, vocabulary: .shared)
        let table = clauses.first { $0.kind == .table }.flatMap { writer.section($0)?.blocks.first }
        guard case .table(let rows)? = table?.content else {
            preconditionFailure("a test proves that every document has a table, and an account gives it a row")
        }
        let text = clauses.filter { $0.kind == .section }.compactMap { writer.section($0) }
        // The laws come in the order of the tenant: home first.
        let annexes = order.compactMap { id in
            clauses.first { $0.kind == .annex && $0.id == id }.flatMap { writer.section($0) }
        }
        self.init(
            locale: facts.words.locale,
            title: title,
            shopName: facts.tenant.shop.name,
            effectiveDate: facts.tenant.privacy.effectiveDate,
            card: clauses.filter { $0.kind == .card }.flatMap { writer.card($0) },
            table: rows,
            sections: text + annexes,
            meaning: Self.meaning(of: clauses, facts, order: order))
    }

    private static func meaning(of clauses: [ClauseSection], _ facts: PolicyFacts, order: [String])
        -> [PolicyMeaning.Line]
    {
        var meaning = PolicyMeaning(facts, vocabulary: .shared)
        for section in clauses where section.kind != .annex || order.contains(section.id) { meaning.add(section) }
        return meaning.lines.sorted { $0.clause.utf8.lexicographicallyPrecedes($1.clause.utf8) }
    }
}

extension Words {
    /// `Privacy at Oakwood Auto Care`.
    fileprivate func title(_ key: String, _ shop: String) -> String { "\(self[key]) \(shop)" }
}
