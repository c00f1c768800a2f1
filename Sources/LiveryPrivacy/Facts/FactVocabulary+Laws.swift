import LiveryTenant

extension FactVocabulary {
    static let lawFlags: [Definition<Bool>] =
        GrantedRight.allCases.map { right in
            flag("right.\(right.rawValue)", from: "privacy.grants_rights", "privacy.customers_in") { $0.gives(right) }
        } + [
            flag("law.ccpa", from: "privacy.customers_in", "privacy.size.annual_revenue") { $0.has("us-ca-ccpa") },
            flag("states.towing", from: "features.towing.enabled") { $0.tenant.hasSensitiveData },
            flag("gives.data", from: "privacy.sells_data", "privacy.shares_for_ads") { $0.tenant.givesData },
            flag("sells.sensitive", from: "privacy.sold_data") { $0.tenant.sellsSensitiveData },
            flag("states.models", from: "privacy.customers_in") { facts in
                facts.states.contains { $0.asksAboutModels(on: facts.tenant.privacy.effectiveDate) }
            },
            flag("states.signal", from: "privacy.sells_data", "privacy.customers_in") { facts in
                let date = facts.tenant.privacy.effectiveDate
                return facts.tenant.givesData
                    && facts.states.contains { $0.signal.map { $0.since <= date } ?? false }
            },
        ]
        + stateRights.map { right in
            flag("states.\(right.rawValue)", from: "privacy.customers_in") { !$0.states(giving: right).isEmpty }
        }

    /// Those that not every state gives.
    private static let stateRights: [Law.Right] = [
        .correction, .optOutOfAds, .optOutOfProfiling, .recipientList, .recipientKinds, .questionProfiling,
    ]

    static let lawTexts: [Definition<String?>] =
        Law.all.compactMap(\.annex).uniqued().map { annex in
            let dotted = annex.utf8.map { $0 == UInt8(ascii: "-") ? UInt8(ascii: ".") : $0 }
            return optionalWorded("\(String(decoding: dotted, as: UTF8.self)).places", from: "privacy.customers_in") {
                $0.places(annex)
            }
        }
        + stateRights.map { right in
            // Named where only some of the states give it.
            optionalWorded("states.\(right.rawValue).only", from: "privacy.customers_in") { facts in
                let some = facts.facts.states(giving: right)
                return some.count == facts.states.count ? nil : facts.names(of: some, "list.or")
            }
        } + stateTexts + transferTexts

    private static let stateTexts: [Definition<String?>] = [
        worded("states.names", from: "privacy.customers_in") { $0.names(of: $0.states, "list.and") },
        // The shortest of them holds everywhere.
        optionalWorded("states.more", from: "privacy.customers_in") { facts in
            facts.states.compactMap { $0.answer?.more }.min().map { facts.words.count($0, "days") }
        },
        optionalWorded("states.appeal", from: "privacy.customers_in") { facts in
            let appealing = facts.states.filter { $0.appeal?.days != nil }
            return appealing.isEmpty ? nil : facts.names(of: appealing, "list.or")
        },
        optionalWorded("states.appeal.only", from: "privacy.customers_in") { facts in
            let appealing = facts.states.filter { $0.appeal?.days != nil }
            return appealing.count == facts.states.count ? nil : facts.names(of: appealing, "list.or")
        },
        optionalWorded("states.appeal.days", from: "privacy.customers_in") { facts in
            facts.states.compactMap { $0.appeal?.days }.min().map { facts.words.count($0, "days") }
        },
        optionalWorded("states.authorities", from: "privacy.customers_in") { facts in
            let authorities = facts.states.compactMap { $0.appeal?.authority }
            let named = Law.Authority.allCases.filter(authorities.contains).map { authority in
                let states = facts.states.filter { $0.appeal?.authority == authority }
                return facts.words["authority.\(authority.rawValue)"] + " " + facts.names(of: states, "list.or")
            }
            return named.isEmpty ? nil : facts.words.list(named, joinedBy: "list.or")
        },
        optionalWorded("sold.data", from: "privacy.sold_data") { $0.data($0.tenant.privacy.soldData) },
        optionalWorded("sensitive.data", from: "features") { facts in
            facts.data([DataCategory.login, .location].filter { facts.dataMap[$0] != nil })
        },
        optional("eu.name", from: "privacy.eu_representative") { $0.tenant.privacy.euRepresentative?.name },
        optional("eu.address", from: "privacy.eu_representative") { $0.tenant.privacy.euRepresentative?.address },
        optional("eu.email", from: "privacy.eu_representative") { $0.tenant.privacy.euRepresentative?.email },
        optional("uk.name", from: "privacy.uk_representative") { $0.tenant.privacy.ukRepresentative?.name },
        optional("uk.address", from: "privacy.uk_representative") { $0.tenant.privacy.ukRepresentative?.address },
        optional("uk.email", from: "privacy.uk_representative") { $0.tenant.privacy.ukRepresentative?.email },
    ]

    private static let transferTexts: [Definition<String?>] = [
        optionalWorded("transfer.gdpr", from: "operator.service_providers") {
            $0.countries(outside: Law.europeanEconomicArea)
        },
        // The United Kingdom treats the countries of the EEA as adequate.
        optionalWorded("transfer.uk", from: "operator.service_providers") {
            $0.countries(outside: Law.europeanEconomicArea + ["GB"])
        },
        optionalWorded("transfer.outside_canada", from: "operator.service_providers") { $0.countries(outside: ["CA"]) },
        optionalWorded("transfer.safeguard", from: "operator.transfer_safeguard") { facts in
            facts.tenant.operator.transferSafeguard.map { facts.words["safeguard.\($0.rawValue)"] }
        },
    ]

    static let lawLists: [ListDefinition] = [
        ListDefinition(name: "buyer", fields: ["name", "gets", "country", "page.url?"]) { facts in
            facts.tenant.privacy.buyers.sorted { $0.name < $1.name }.map { buyer in
                NamedRow(
                    [
                        "name": buyer.name,
                        "gets": facts.data(
                            DataCategory.allCases.filter(facts.tenant.privacy.soldData.contains)) ?? "",
                        "country": facts.formats.country(buyer.country),
                        "page.url": buyer.privacyPolicy,
                    ], paths: ["privacy.buyers.\(buyer.name)"])
            }
        },
        // The words of a law, which no translation changes.
        ListDefinition(name: "literal", fields: ["text"]) { facts in
            facts.laws.filter { $0.id != "us-ca-ccpa" }.flatMap { law in
                law.literals.filter { law.holds($0.when, for: facts.tenant) }.map(\.text)
            }.uniqued().map { NamedRow(["text": $0], paths: ["privacy.customers_in", "privacy.sold_data"]) }
        },
        ListDefinition(name: "ccpa", fields: ["kind", "what", "who"]) { $0.californianRows },
    ]
}

extension PolicyFacts {
    /// The ids of the annexes: home first, then in order.
    var annexes: [String] {
        let home = tenant.shop.address.region
        let atHome = laws.filter { $0.protects(home) }.compactMap(\.annex)
        return laws.compactMap(\.annex).uniqued().sorted { left, right in
            (atHome.contains(left) ? 0 : 1, left) < (atHome.contains(right) ? 0 : 1, right)
        }
    }

    func has(_ law: String) -> Bool { laws.contains { $0.id == law } }

    /// The state laws that apply, by the names of their states.
    var states: [Law] {
        laws.filter { $0.annex == "law-states" }.sorted { $0.places[0] < $1.places[0] }
    }

    func states(giving right: Law.Right) -> [Law] {
        states.filter { $0.rights(on: tenant.privacy.effectiveDate).contains(right) }
    }

    /// Whether every customer can ask for it: the shop grants it, or each place has a law that gives it.
    func gives(_ granted: GrantedRight) -> Bool {
        if tenant.privacy.grantsRights.contains(granted) { return true }
        let right: Law.Right =
            switch granted {
            case .copy: .access
            case .correction: .correction
            case .deletion: .deletion
            }
        let giving = laws.filter { $0.rights(on: tenant.privacy.effectiveDate).contains(right) }
        return tenant.privacy.customersIn.allSatisfy { place in giving.contains { $0.coversAll(of: place) } }
    }

}

extension WordedFacts {
    /// Cal. Civ. Code 1798.140(v)(1), (ae): known, not looked up item by item.
    fileprivate var californianRows: [NamedRow] {
        let kinds: [(String, [DataCategory])] = [
            ("identifiers", [.name, .email, .phone, .address, .login, .pushToken, .logs]),
            ("records", [.paymentCard, .messages]),
            (
                "commercial",
                [
                    .vehicle, .vin, .plate, .mileage, .appointments, .repairRecords, .estimates, .inspections,
                    .paymentHistory, .loyaltyPoints,
                ]
            ),
            ("internet", [.device, .usage, .crashes]), ("geolocation", [.location]),
            ("audio", [.photos, .callRecordings]),
        ]
        return kinds.compactMap { kind, categories in
            let rows = categories.compactMap { dataMap[$0] }
            guard !rows.isEmpty else { return nil }
            let roles = Set(rows.flatMap(\.recipients).map(\.role))
            let who = DataMap.Recipient.Role.allCases.filter { $0 != .shop && roles.contains($0) }
            return NamedRow(
                [
                    "kind": words["ccpa.\(kind)"],
                    "what": words.shortList(rows.map(\.category)).capitalizingFirst(),
                    "who": who.isEmpty
                        ? words["ccpa.nobody"]
                        : words.list(who.map { $0 == .operator ? tenant.operator.name : words["role.\($0.rawValue)"] })
                            .capitalizingFirst(),
                ], paths: rows.flatMap(\.because))
        }
    }
}

extension Law {
    /// Whether everybody in a place stands under it.
    fileprivate func coversAll(of place: Region) -> Bool {
        guard !exceptPlaces.contains(place.code), place.isSubdivision || exceptPlaces.isEmpty else { return false }
        return places.contains(place.code) || places.contains(place.country)
    }
}
