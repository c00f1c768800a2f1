import LiveryTenant

extension FactVocabulary {
    static let dataTexts: [Definition<String?>] = [
        worded("data.account", from: "app") { facts in
            facts.data(collected(by: CollectedData.account, facts).subtracting(CategorySet(.login))) ?? ""
        },
        worded("data.traffic", from: "api") { $0.data(collected(by: CollectedData.traffic, $0)) ?? "" },
        optionalWorded("data.garage", from: "features.vehicle_garage") { facts in
            guard facts.tenant.features.vehicleGarage != nil else { return nil }
            let data = CollectedData.feature(.vehicleGarage, of: facts.tenant.features).map(\.category)
            let parts = DataCategory.allCases.filter(data.contains).flatMap { category in
                facts.words.parts("car.\(category.rawValue)")
            }
            return facts.words.list(facts.words.sharing(parts))
        },
        worded("card.data", from: "features") { facts in
            facts.words.list(facts.groups.compactMap(\.cardKey).uniqued().map { facts.words["group.\($0)"] })
        },
        worded("card.purposes", from: "features") { facts in
            let purposes = facts.dataMap.purposes
            let told: [DataMap.Purpose] = [.booking, .repair, .contact, .reminders, .payment]
            let shown =
                (purposes.contains(PurposeSet(.booking)) ? [] : [.signIn])
                + told.filter { purposes.contains(PurposeSet($0)) }
            return facts.words.list(shown.map { facts.words["purpose.\($0.rawValue)"] })
        },
        worded("card.others", from: "integrations", "operator.service_providers") { facts in
            facts.words.count(facts.facts.countOfOthers, "companies")
        },
        worded("back", from: "features") { facts in
            let features = facts.tenant.features
            let works =
                features.serviceHistory != nil || features.inspections != nil
                || features.estimateApproval != nil || features.messaging != nil
            let parts = [
                features.booking != nil ? "booking" : nil, works ? "work" : nil,
                features.loyalty != nil ? "loyalty" : nil, "always",
            ].compactMap { $0 }
            return facts.words.list(parts.map { facts.words["back.\($0)"] })
        },
    ]

    static let dataLists: [ListDefinition] = [
        ListDefinition(
            name: "data", fields: ["what", "why", "who", "kept"], remembered: \.groups,
            subjects: { facts in facts.groups.map { GroupSubject($0, in: facts.dataMap) } },
            row: { $0.row($1) }),
        ListDefinition(
            name: "purpose", fields: ["label", "data"], remembered: \.purposes,
            subjects: { PurposeSubject.all(in: $0.dataMap) },
            row: { $0.row($1) }),
        ListDefinition(
            name: "question", fields: ["text"], remembered: \.words,
            subjects: { WordSubject.questions(about: $0.dataMap) },
            row: { $0.row($1) }),
        ListDefinition(
            name: "tax_hold", fields: ["data", "kept"], remembered: \.taxHolds,
            subjects: { TaxHoldSubject.all(in: $0) },
            row: { $0.row($1) }),
        ListDefinition(name: "basis", fields: ["label", "uses"]) { facts in
            let purposes = facts.dataMap.purposes.members
            return DataMap.Basis.allCases.compactMap { basis in
                let uses =
                    purposes.filter { $0.basis == basis }
                    .map { facts.words["\(basis == .interest ? "interest" : "purpose").\($0.rawValue)"] }
                    + facts.extraUses(of: basis)
                guard !uses.isEmpty else { return nil }
                return NamedRow(
                    ["label": facts.words["basis.\(basis.rawValue)"], "uses": facts.words.list(uses)],
                    paths: ["features"])
            }
        },
    ]

    private static func collected(by data: [CollectedData], _ facts: WordedFacts) -> CategorySet {
        CategorySet(data.map(\.category)).intersection(facts.dataMap.collected)
    }
}

extension WordedFacts {
    /// Uses that need a yes besides those of the data map.
    fileprivate func extraUses(of basis: DataMap.Basis) -> [String] {
        guard basis == .consent else { return [] }
        return [
            tenant.sendsTexts ? words["use.texts"] : nil,
            tenant.features.push != nil ? words["use.push"] : nil,
            tenant.privacy.recordsCalls ? words["use.calls"] : nil,
        ].compactMap { $0 }
    }
}

extension String {
    func capitalizingFirst() -> String {
        guard let first = utf8.first, (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(first) else {
            return prefix(1).uppercased() + dropFirst()
        }
        // A mark may follow that belongs to the letter; it stays where it is.
        return String(UnicodeScalar(first & 0xDF)) + Substring(unicodeScalars.dropFirst())
    }
}
