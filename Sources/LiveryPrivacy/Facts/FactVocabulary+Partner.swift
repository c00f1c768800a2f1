import LiveryTenant

extension FactVocabulary {
    static let partnerTexts: [Definition<String?>] = [
        optionalWorded("billing.rate", from: "billing.commission_percent") { facts in
            guard case .commission(let basisPoints) = facts.production.billing.model else { return nil }
            return "\(decimal(basisPoints)) \(facts.words["percent"])"
        },
        optional("billing.fee", from: "billing.monthly_fee") { facts in
            guard case .subscription(let amount, let currency) = facts.production.billing.model else {
                return nil
            }
            return "\(currency) \(money(amount, currency))"
        },
    ]

    static let partnerLists: [ListDefinition] = [
        ListDefinition(
            name: "shop_system", fields: ["name", "gets?", "sends?", "page.url?"], remembered: \.systems,
            subjects: { SystemSubject.all(in: $0, isForPartner: true) },
            row: { $0.row($1) }),
        ListDefinition(
            name: "partner_measure", fields: ["text"], remembered: \.words,
            subjects: { WordSubject.measures(of: $0.tenant, "partner.measure") },
            row: { $0.row($1) }),
        ListDefinition(
            name: "partner_provider", fields: ["name", "job", "country?"], remembered: \.companies,
            subjects: { CompanySubject.all(in: $0, jobs: "partner.job") },
            row: { $0.row($1) }),
        ListDefinition(name: "partner_measurer", fields: ["name", "what"]) { facts in
            facts.consent.providers.map { provider in
                NamedRow(
                    ["name": provider.name, "what": facts.words["partner.\(provider.id)"]],
                    paths: ["analytics.\(provider.id)"])
            }
        },
    ]

    /// `250` is `2.5`.
    private static func decimal(_ hundredths: Int) -> String {
        let rest = hundredths % 100
        guard rest != 0 else { return "\(hundredths / 100)" }
        return "\(hundredths / 100)." + (rest % 10 == 0 ? "\(rest / 10)" : rest < 10 ? "0\(rest)" : "\(rest)")
    }

    /// ISO 4217: yen and won have no smaller unit.
    private static func money(_ amount: Int, _ currency: String) -> String {
        guard !["JPY", "KRW"].contains(currency) else { return "\(amount)" }
        let cents = amount % 100
        return "\(amount / 100).\(cents < 10 ? "0" : "")\(cents)"
    }
}
