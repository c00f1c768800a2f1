import LiveryTenant

extension FactVocabulary {
    static let dataTexts: [Definition<String?>] = [
        worded("data.account", from: "app") { facts in
            facts.data(collected(by: CollectedData.account, facts).filter { $0 != .login }) ?? ""
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
            let purposes = Set(facts.dataMap.rows.flatMap(\.purposes))
            let told: [DataMap.Purpose] = [.booking, .repair, .contact, .reminders, .payment]
            let shown = (purposes.contains(.booking) ? [] : [.signIn]) + told.filter(purposes.contains)
            return facts.words.list(shown.map { facts.words["purpose.\($0.rawValue)"] })
        },
        worded("card.others", from: "integrations", "operator.service_providers") { facts in
            facts.words.count(facts.facts.others.count, "companies")
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
        ListDefinition(name: "data", fields: ["what", "why", "who", "kept"]) { facts in
            facts.groups.map { group in
                NamedRow(
                    [
                        "what": facts.words.shortList(group.rows.map(\.category)).capitalizingFirst(),
                        "why": facts.words.list(group.uses.map { facts.words["purpose.\($0.rawValue)"] }),
                        "who": facts.who(group).capitalizingFirst(),
                        "kept": facts.kept(group).capitalizingFirst(),
                    ], paths: group.paths)
            }
        },
        ListDefinition(name: "purpose", fields: ["label", "data"]) { facts in
            DataMap.Purpose.allCases.compactMap { purpose in
                let rows = facts.dataMap.rows.filter { $0.purposes.contains(purpose) }
                guard let data = facts.data(rows.map(\.category)) else { return nil }
                return NamedRow(
                    ["label": facts.words["purpose.\(purpose.rawValue)"], "data": data],
                    paths: rows.flatMap(\.because))
            }
        },
        ListDefinition(name: "question", fields: ["text"]) { facts in
            let reasons = Set(facts.dataMap.rows.map(\.retention.reason))
            let questions = RetentionPeriod.Reason.allCases.filter(reasons.contains).map(\.rawValue) + ["leak"]
            return questions.map {
                NamedRow(["text": facts.words["question.\($0)"]], paths: ["privacy.retention"])
            }
        },
        ListDefinition(name: "tax_hold", fields: ["data", "kept"]) { facts in
            facts.groups.filter { $0.rows.contains { $0.retention.reason == .taxLaw } }.map { group in
                NamedRow(
                    [
                        "data": facts.data(group.rows.map(\.category))?.capitalizingFirst(),
                        "kept": group.rows.first?.retention.text(facts.words),
                    ], paths: group.paths)
            }
        },
        ListDefinition(name: "basis", fields: ["label", "uses"]) { facts in
            let purposes = Set(facts.dataMap.rows.flatMap(\.purposes))
            return DataMap.Basis.allCases.compactMap { basis in
                let uses =
                    DataMap.Purpose.allCases.filter { purposes.contains($0) && $0.basis == basis }
                    .map { facts.words["\(basis == .interest ? "interest" : "purpose").\($0.rawValue)"] }
                    + facts.extraUses(of: basis)
                guard !uses.isEmpty else { return nil }
                return NamedRow(
                    ["label": facts.words["basis.\(basis.rawValue)"], "uses": facts.words.list(uses)],
                    paths: ["features"])
            }
        },
    ]

    private static func collected(by data: [CollectedData], _ facts: WordedFacts) -> [DataCategory] {
        let categories = Set(data.map(\.category))
        return DataCategory.allCases.filter { categories.contains($0) && facts.dataMap[$0] != nil }
    }
}

/// The rows of the data map that a reader sees as one, because they are kept for the same time.
struct DataGroup {
    /// A category of `privacy.retention`, `payment_card` or `measuring`.
    let key: String
    let rows: [DataMap.Row]

    /// In the order of a visit; card details stand alone, for the shop never sees them.
    static func all(of dataMap: DataMap) -> [DataGroup] {
        let keys = RetentionCategory.allCases.flatMap { category in
            switch category {
            case .payments: ["payment_card", category.rawValue]
            case .deviceLogs: [category.rawValue, "measuring"]
            default: [category.rawValue]
            }
        }
        return keys.compactMap { key in
            let rows = dataMap.rows.filter { row in
                switch row.category {
                case .paymentCard: key == "payment_card"
                case .usage: key == "measuring"
                default: key == row.category.retention?.rawValue
                }
            }
            return rows.isEmpty ? nil : DataGroup(key: key, rows: rows)
        }
    }

    var purposes: [DataMap.Purpose] {
        let used = Set(rows.flatMap(\.purposes))
        return DataMap.Purpose.allCases.filter(used.contains)
    }

    /// What the reader is told: that tax law asks for it stands with the period.
    var uses: [DataMap.Purpose] { purposes.filter { $0 != .legalDuty } }

    /// Its part of the card; nil for what has a line of its own there.
    var cardKey: String? {
        switch key {
        case "vehicles", "appointments", "repair_records", "photos": "car"
        case "payments", "payment_card": "payments"
        case "location", "measuring", "call_recordings": nil
        default: key
        }
    }

    var paths: [String] {
        rows.flatMap(\.because) + rows.flatMap(\.recipients).map(\.because)
            + rows.compactMap { $0.category.retention.map { "privacy.retention.\($0.rawValue)" } }
    }
}

extension WordedFacts {
    fileprivate func who(_ group: DataGroup) -> String {
        let recipients = Set(group.rows.flatMap(\.recipients)).sorted()
        return words.list(recipients.map { $0.role == .shop ? words["who.us"] : $0.name }.uniqued())
    }

    fileprivate func kept(_ group: DataGroup) -> String {
        guard let retention = group.rows.first?.retention else { return "" }
        switch group.key {
        case "payment_card": return words["kept.by_processor"]
        case "measuring": return retention.length.text(words)
        default: return "\(retention.text(words)), \(words["reason.\(retention.reason.rawValue)"])"
        }
    }

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
    func capitalizingFirst() -> String { prefix(1).uppercased() + dropFirst() }
}
