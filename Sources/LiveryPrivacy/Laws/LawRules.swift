import LiveryDiagnostics
import LiveryTenant

extension Law {
    /// What the laws ask and the tenant's facts do not give.
    static func check(_ tenant: Tenant, dataMap: DataMap) -> [Diagnostic] {
        let verdicts = LawVerdicts.on(tenant)
        let laws = verdicts.laws
        var diagnostics = verdicts.all.contains(.open) ? openQuestions(findings(for: tenant)) : []
        for law in laws {
            if let age = law.childAge(for: tenant), tenant.privacy.minimumAge < age {
                diagnostics.append(.minimumAge(tenant.privacy.minimumAge, below: age, law))
            }
            if let answer = law.answer, tenant.privacy.answerDays > answer.days {
                diagnostics.append(.answerDays(tenant.privacy.answerDays, above: answer, law))
            }
        }
        if laws.contains(where: { $0.id == "ca-qc" }), tenant.privacy.officer == nil {
            diagnostics.append(.missingOfficer())
        }
        if laws.contains(where: { $0.id == "us-ri-disclosure" }), tenant.privacy.buyers.isEmpty {
            diagnostics.append(.unnamedBuyers(tenant))
        }
        if !tenant.givesData, !tenant.privacy.buyers.isEmpty { diagnostics.append(.unusedBuyers()) }
        if tenant.privacy.forChildren { diagnostics.append(.madeForChildren()) }
        diagnostics += laws.filter { $0.bans(noSale, tenant) }.map(Diagnostic.bannedSale)
        diagnostics += laws.compactMap { missingRepresentative($0, tenant) }
        return diagnostics + checkTransfers(of: tenant, dataMap: dataMap, laws: laws)
    }

    /// One finding for each fact that nobody gave and a law turns on.
    private static func openQuestions(_ findings: [LawFinding]) -> [Diagnostic] {
        let open = findings.filter { $0.verdict == .open }
        let questions = open.flatMap { finding in
            finding.reasons.filter(\.isOpen).compactMap { reason in reason.path.map { (path: $0, law: finding.law) } }
        }
        return questions.map(\.path).uniqued().map { path in
            .openSize(path, laws: questions.filter { $0.path == path }.map(\.law.name).uniqued())
        }
    }

    private func bans(_ text: String, _ tenant: Tenant) -> Bool {
        duties.contains { duty in
            duty.text == text && holds(duty.when, for: tenant)
                && (duty.since.map { $0 <= tenant.privacy.effectiveDate } ?? true)
        }
    }

    private static func missingRepresentative(_ law: Law, _ tenant: Tenant) -> Diagnostic? {
        guard law.holds(.standsElsewhere, for: tenant) else { return nil }
        switch law.id {
        case "eu-gdpr" where tenant.privacy.euRepresentative == nil:
            return .missingRepresentative(law, "the European Union", key: "eu_representative")
        case "uk-gdpr" where tenant.privacy.ukRepresentative == nil:
            return .missingRepresentative(law, "the United Kingdom", key: "uk_representative")
        default: return nil
        }
    }

    /// GDPR Art. 13(1)(f), CQLR c. P-39.1 s. 8: the policy says to which countries data goes.
    private static func checkTransfers(
        of tenant: Tenant, dataMap: DataMap, laws: [Law]
    ) -> [Diagnostic] {
        var diagnostics: [Diagnostic] = []
        if tenant.operator.transferSafeguard == nil, let law = laws.first(where: \.asksForLegalBasis),
            let country = dataMap.countries.first(where: { !europeanEconomicArea.contains($0) && $0 != "GB" })
        {
            diagnostics.append(.missingSafeguard(country, law))
        }
        if let law = laws.first(where: { ["law-gdpr", "law-uk", "law-quebec", "law-canada"].contains($0.annex) }) {
            // A sister shop is the same business next door; all others have a country in their facts.
            let unknown = dataMap.shares.map(\.recipient).filter { $0.country == nil && $0.role != .sisterShop }
            diagnostics += unknown.map { .unknownCountry($0, law) }
        }
        return diagnostics
    }
}

extension DataMap {
    /// Where the companies work that get data, in order.
    var countries: [String] { Set(shares.compactMap(\.recipient.country)).sorted() }
}

extension Diagnostic {
    /// `a, b or c`.
    private static func oneOf(_ names: [String]) -> String {
        guard let last = names.last, names.count > 1 else { return names.first ?? "" }
        return names.dropLast().joined(separator: ", ") + " or " + last
    }

    /// Most shops are far below every threshold: one line in `platform.yaml` says so for all of them.
    fileprivate static func openSize(_ path: String, laws: [String]) -> Diagnostic {
        let parts = path.split(separator: ".")
        let key = parts.dropFirst(2).first.map(String.init) ?? ""
        let value = key == "small_business" ? "true" : "..."
        return Diagnostic(
            code: "privacy/size-missing",
            "Nothing says `\(key)`, and whether \(oneOf(laws)) \(laws.count > 1 ? "apply" : "applies") "
                + "turns on it.",
            at: nil, path: path,
            help: "Add `size: {\(key): \(value)}` to `privacy`: in platform.yaml where it is true of every shop.")
    }

    fileprivate static func minimumAge(_ age: Int, below limit: Int, _ law: Law) -> Diagnostic {
        Diagnostic(
            code: "privacy/minimum-age",
            "The minimum age of \(age) is below \(limit), which \(law.name) sets where customers live.",
            at: nil, causes: [.init("privacy.customers_in", "where customers live")],
            path: "privacy.minimum_age", help: "Write `\(limit)` or more: \(law.cite.text).")
    }

    fileprivate static func answerDays(_ days: Int, above limit: Law.Answer, _ law: Law) -> Diagnostic {
        Diagnostic(
            code: "privacy/answer-days",
            "An answer within \(days) days is later than the \(limit.days) days that \(law.name) allows.",
            at: nil, causes: [.init("privacy.customers_in", "where customers live")],
            path: "privacy.answer_days", help: "Write `\(limit.days)` or less: \(limit.cite.text).")
    }

    /// CQLR c. P-39.1 s. 3.1.
    fileprivate static func missingOfficer() -> Diagnostic {
        Diagnostic(
            code: "privacy/officer-missing",
            "Customers live in Quebec, where a shop must publish who is in charge of personal information.",
            at: nil, causes: [.init("privacy.customers_in", "where customers live")],
            path: "privacy.officer", help: "Add `officer` with name, title and e-mail address.")
    }

    /// R.I. Gen. Laws 6-48.1-3(a): no size threshold.
    fileprivate static func unnamedBuyers(_ tenant: Tenant) -> Diagnostic {
        let does = tenant.privacy.sellsData ? "sells data" : "gives data for ads"
        return Diagnostic(
            code: "privacy/buyers-missing",
            "The shop \(does) and has customers in Rhode Island, where the policy must name every buyer.",
            at: nil, causes: [.init("privacy.customers_in", "where customers live")],
            path: tenant.privacy.sellsData ? "privacy.sells_data" : "privacy.shares_for_ads",
            help: "Add `buyers: [{name: ..., country: US}]` with each company.")
    }

    fileprivate static func unusedBuyers() -> Diagnostic {
        Diagnostic(
            code: "privacy/buyers-unused", "Buyers are named, but the shop neither sells data nor gives it for ads.",
            at: nil, path: "privacy.buyers", help: "Delete `buyers`, or say what is sold.")
    }

    /// 15 USC 6502: a parent must agree first, and the app has no way to ask one.
    fileprivate static func madeForChildren() -> Diagnostic {
        Diagnostic(
            code: "privacy/made-for-children",
            "The app is said to be made for children, and it has no way to ask their parents, as COPPA wants.",
            at: nil, path: "privacy.for_children", help: "Write `false` if it is for people who look after a car.")
    }

    fileprivate static func bannedSale(by law: Law) -> Diagnostic {
        Diagnostic(
            code: "privacy/sale-banned", "The shop sells exact locations, which \(law.name) forbids.", at: nil,
            causes: [.init("privacy.customers_in", "where customers live")], path: "privacy.sold_data",
            help: "Take `location` out of `sold_data`, and stop that sale first.")
    }

    /// Art. 27 spares those who handle data now and then, at no risk; that is for a lawyer to say.
    fileprivate static func missingRepresentative(_ law: Law, _ place: String, key: String) -> Diagnostic {
        Diagnostic(
            code: "privacy/representative-missing", severity: .warning,
            "Customers live in \(place) and the shop stands elsewhere, but nobody represents it there, as \(law.name) "
                + "asks.",
            at: nil, causes: [.init("privacy.customers_in", "where customers live")],
            path: "privacy.\(key)",
            help: "Add `\(key)` with name, address and email, or silence this where Art. 27(2) spares the shop.")
    }

    fileprivate static func unknownCountry(_ recipient: DataMap.Recipient, _ law: Law) -> Diagnostic {
        Diagnostic(
            code: "privacy/country-unknown", severity: .warning,
            "Nobody knows in which country \(recipient.name) works, which \(law.name) asks the policy to state.",
            at: nil, causes: [.init("privacy.customers_in", "where customers live")], path: recipient.because,
            help: "Find out, then set `country` in a file of the provider below `integrations/`.")
    }

    /// GDPR Art. 13(1)(f).
    fileprivate static func missingSafeguard(_ country: String, _ law: Law) -> Diagnostic {
        Diagnostic(
            code: "privacy/safeguard-missing", severity: .warning,
            "Data goes to `\(country)`, and no safeguard is named, which \(law.name) asks the policy to state.",
            at: nil, causes: [.init("privacy.customers_in", "where customers live")],
            path: "operator.transfer_safeguard",
            help: "Add `transfer_safeguard: standard_contractual_clauses` to the operator if that is what was agreed.")
    }
}
