import LiveryDiagnostics
package import LiveryTenant

/// A law that protects customers whatever the size of the shop, with what it asks of every shop they come to. Laws with
/// a size threshold are not here: most shops stay below it, and a policy never promises a right that no law gives.
package struct Jurisdiction: Sendable {
    /// The id of its annex, such as `law-gdpr`.
    package let id: String
    /// As people say it.
    package let name: String
    /// Countries (ISO 3166-1) or regions (ISO 3166-2) whose people it protects.
    package let places: [String]
    /// Regions of those countries where another law stands in its place.
    package let exceptPlaces: [String]
    /// Below this age a parent must agree, or the app must not be made for the child.
    package let minimumAge: Int?
    /// The longest time that the law leaves for an answer.
    package let answerDays: Int?
    /// Whether measuring needs a yes first: Directive 2002/58/EC Art. 5(3), PECR reg. 6, CQLR c. P-39.1 s. 8.1.
    package let asksBeforeMeasuring: Bool
    /// Where the law is written.
    package let cite: String

    /// Whether every use needs a legal basis: Art. 6(1) of the GDPR and of the UK GDPR.
    package var asksForLegalBasis: Bool { ["law-gdpr", "law-uk"].contains(id) }

    /// The members of the European Union, Iceland, Liechtenstein and Norway.
    static let europeanEconomicArea = [
        "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IS", "IT", "LI",
        "LT", "LU", "LV", "MT", "NL", "NO", "PL", "PT", "RO", "SE", "SI", "SK",
    ]

    package static let all = [
        Jurisdiction(
            // No size threshold: any commercial site or app that collects data of Californians.
            id: "law-california", name: "CalOPPA", places: ["US-CA"], exceptPlaces: [], minimumAge: nil,
            answerDays: nil,
            asksBeforeMeasuring: false, cite: "Cal. Bus. & Prof. Code 22575-22579"),
        Jurisdiction(
            // Art. 8(1) lets a member state go down to 13; 16 holds everywhere. Art. 12(3): one month.
            id: "law-gdpr", name: "the GDPR", places: europeanEconomicArea, exceptPlaces: [], minimumAge: 16,
            answerDays: 30,
            asksBeforeMeasuring: true, cite: "Regulation (EU) 2016/679 Art. 8(1), 12(3)"),
        Jurisdiction(
            id: "law-uk", name: "the UK GDPR", places: ["GB"], exceptPlaces: [], minimumAge: 13, answerDays: 30,
            asksBeforeMeasuring: true, cite: "UK GDPR Art. 8(1), 12(3)"),
        Jurisdiction(
            id: "law-quebec", name: "Quebec's Act P-39.1", places: ["CA-QC"], exceptPlaces: [], minimumAge: 14,
            answerDays: 30,
            asksBeforeMeasuring: true, cite: "CQLR c. P-39.1 s. 4.1, 32"),
        Jurisdiction(
            // Alberta, British Columbia and Quebec have laws of their own for shops.
            id: "law-canada", name: "PIPEDA", places: ["CA"], exceptPlaces: ["CA-AB", "CA-BC", "CA-QC"],
            minimumAge: nil,
            answerDays: 30, asksBeforeMeasuring: false, cite: "S.C. 2000 c. 5 s. 8"),
    ]

    /// Those of the tenant's places where the law applies, in order.
    package func places(of tenant: Tenant) -> [Region] {
        tenant.privacy.customersIn.filter(protects).sorted()
    }

    private func protects(_ region: Region) -> Bool {
        guard !exceptPlaces.contains(region.code) else { return false }
        // Customers anywhere in a country can live in any part of it.
        return places.contains(region.code) || places.contains(region.country)
            || (!region.isSubdivision && places.contains { $0.hasPrefix("\(region.code)-") })
    }

    /// The laws that apply to a tenant: home first, then by id.
    package static func applying(to tenant: Tenant) -> [Jurisdiction] {
        let home = tenant.shop.address.region
        return all.filter { !$0.places(of: tenant).isEmpty }.sorted { left, right in
            (left.protects(home) ? 0 : 1, left.id) < (right.protects(home) ? 0 : 1, right.id)
        }
    }

    /// What the laws ask and the tenant's facts do not give.
    static func check(_ tenant: Tenant, dataMap: DataMap) -> [Diagnostic] {
        let laws = applying(to: tenant)
        var diagnostics: [Diagnostic] = []
        for law in laws {
            if let age = law.minimumAge, tenant.privacy.minimumAge < age {
                diagnostics.append(.minimumAge(tenant.privacy.minimumAge, below: age, law))
            }
            if let days = law.answerDays, tenant.privacy.answerDays > days {
                diagnostics.append(.answerDays(tenant.privacy.answerDays, above: days, law))
            }
        }
        if laws.contains(where: { $0.id == "law-quebec" }), tenant.privacy.officer == nil {
            diagnostics.append(.missingOfficer())
        }
        if tenant.privacy.sellsData, tenant.privacy.customersIn.contains(where: { ["US", "US-RI"].contains($0.code) }) {
            diagnostics.append(.unnamedBuyers())
        }
        return diagnostics + checkTransfers(of: tenant, dataMap: dataMap, laws: laws)
    }

    /// GDPR Art. 13(1)(f), CQLR c. P-39.1 s. 8: the policy says to which countries data goes.
    private static func checkTransfers(
        of tenant: Tenant, dataMap: DataMap, laws: [Jurisdiction]
    ) -> [Diagnostic] {
        var diagnostics: [Diagnostic] = []
        if tenant.operator.transferSafeguard == nil,
            let law = laws.first(where: { ["law-gdpr", "law-uk"].contains($0.id) }),
            let country = dataMap.countries.first(where: { !europeanEconomicArea.contains($0) && $0 != "GB" })
        {
            diagnostics.append(.missingSafeguard(country, law))
        }
        if let law = laws.first(where: { $0.id != "law-california" }) {
            // A sister shop is the same business next door; all others have a country in their facts.
            let unknown = dataMap.shares.map(\.recipient).filter { $0.country == nil && $0.role != .sisterShop }
            diagnostics += unknown.map { .unknownCountry($0, law) }
        }
        return diagnostics
    }
}

extension DataMap {
    /// Where the companies work that get data, in order.
    var countries: [String] { Set(rows.flatMap(\.recipients).compactMap(\.country)).sorted() }
}

extension Diagnostic {
    fileprivate static func minimumAge(_ age: Int, below limit: Int, _ law: Jurisdiction) -> Diagnostic {
        Diagnostic(
            code: "privacy/minimum-age",
            "The minimum age of \(age) is below \(limit), which \(law.name) sets where customers live.",
            at: nil, path: "privacy.minimum_age", help: "Write `\(limit)` or more: \(law.cite).")
    }

    fileprivate static func answerDays(_ days: Int, above limit: Int, _ law: Jurisdiction) -> Diagnostic {
        Diagnostic(
            code: "privacy/answer-days",
            "An answer within \(days) days is later than the \(limit) days that \(law.name) allows.",
            at: nil, path: "privacy.answer_days", help: "Write `\(limit)` or less: \(law.cite).")
    }

    /// CQLR c. P-39.1 s. 3.1.
    fileprivate static func missingOfficer() -> Diagnostic {
        Diagnostic(
            code: "privacy/officer-missing",
            "Customers live in Quebec, where a shop must publish who is in charge of personal information.",
            at: nil, path: "privacy.officer", help: "Add `officer` with name, title and e-mail address.")
    }

    /// R.I. Gen. Laws 6-48.1-3(a): no size threshold.
    fileprivate static func unnamedBuyers() -> Diagnostic {
        Diagnostic(
            code: "privacy/buyers-missing",
            "The shop sells data and has customers in Rhode Island, where the policy must name every buyer.",
            at: nil, path: "privacy.sells_data", help: "A definition cannot name buyers yet: stop the sale first.")
    }

    fileprivate static func unknownCountry(_ recipient: DataMap.Recipient, _ law: Jurisdiction) -> Diagnostic {
        Diagnostic(
            code: "privacy/country-unknown", severity: .warning,
            "Nobody knows in which country \(recipient.name) works, which \(law.name) asks the policy to state.",
            at: nil, path: recipient.because,
            help: "Find out, then set `country` in a file of the provider below `integrations/`.")
    }

    /// GDPR Art. 13(1)(f).
    fileprivate static func missingSafeguard(_ country: String, _ law: Jurisdiction) -> Diagnostic {
        Diagnostic(
            code: "privacy/safeguard-missing", severity: .warning,
            "Data goes to `\(country)`, and no safeguard is named, which \(law.name) asks the policy to state.",
            at: nil, path: "operator.transfer_safeguard",
            help: "Add `transfer_safeguard: standard_contractual_clauses` to the operator if that is what was agreed.")
    }
}
