import LiveryTenant

/// The rows of the data map that a reader sees as one, because they are kept for the same time.
struct DataGroup: Hashable, Sendable {
    /// A category of `privacy.retention`, `payment_card` or `measuring`.
    let key: String
    let categories: CategorySet
    let purposes: PurposeSet
    let retention: RetentionPeriod

    /// In the order of a visit; card details stand alone, for the shop never sees them.
    static func all(of dataMap: DataMap) -> [DataGroup] {
        kinds.compactMap { key, kind in
            let categories = dataMap.collected.intersection(kind)
            let rows = dataMap.rows.filter { categories.contains($0.set) }
            guard let first = rows.first else { return nil }
            return DataGroup(
                key: key, categories: categories, purposes: rows.reduce(into: []) { $0.formUnion($1.purposeSet) },
                retention: first.retention)
        }
    }

    private static let kinds: [(key: String, categories: CategorySet)] = RetentionCategory.allCases.flatMap { key in
        let kept = CategorySet(DataCategory.inOrder.filter { $0.retention == key && $0 != .paymentCard })
        return switch key {
        case .payments: [("payment_card", CategorySet(.paymentCard)), (key.rawValue, kept)]
        case .deviceLogs: [(key.rawValue, kept), ("measuring", CategorySet(.usage))]
        default: [(key.rawValue, kept)]
        }
    }

    /// The key follows from the categories.
    func hash(into hasher: inout Hasher) {
        hasher.combine(categories.rawValue)
        hasher.combine(purposes.rawValue)
        hasher.combine(retention)
    }

    /// What the reader is told: that tax law asks for it stands with the period.
    var uses: PurposeSet { purposes.subtracting(PurposeSet(.legalDuty)) }

    /// Its part of the card; nil for what has a line of its own there.
    var cardKey: String? {
        switch key {
        case "vehicles", "appointments", "repair_records", "photos": "car"
        case "payments", "payment_card": "payments"
        case "location", "measuring", "call_recordings": nil
        default: key
        }
    }

    /// What of the definition it follows from.
    func paths(in dataMap: DataMap) -> BehindRow {
        var paths = dataMap.reasons(for: categories)
        for share in dataMap.shares where !share.gets.isDisjoint(with: categories) { paths.insert(share.because) }
        for period in Self.periods where !period.keeps.isDisjoint(with: categories) { paths.insert(period.path) }
        return paths
    }

    private static let periods: [(path: NumberedPath, keeps: CategorySet)] = RetentionCategory.allCases.map { key in
        let kept = DataCategory.inOrder.filter { $0.retention == key }
        return (NumberedPath("privacy.retention.\(key.rawValue)"), CategorySet(kept))
    }

    func kept(_ words: Words) -> String {
        switch key {
        case "payment_card": words["kept.by_processor"]
        case "measuring": retention.length.text(words)
        default: "\(retention.text(words)), \(words["reason.\(retention.reason.rawValue)"])"
        }
    }
}
