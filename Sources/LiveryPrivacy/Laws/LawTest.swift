import LiveryTenant

extension Law {
    /// Whom a law binds, in its own measures.
    indirect enum Test: Sendable {
        /// Every business.
        case everybody
        /// The people of the state about whom it has data in a year.
        case people(Int, over: Bool = false)
        /// In US dollars.
        case revenue(over: Int)
        case revenueAtLeast(Int)
        /// The part of the revenue that comes from the sale of data.
        case sale(percent: Int, over: Bool = false)
        /// Any sale at all, or a discount in its place.
        case sells
        /// A sale, or data given for ads.
        case gives
        case collectsSensitiveData
        case sellsSensitiveData
        /// As the U.S. Small Business Administration sees it. Its figure for repair shops is not known here, so the
        /// shop says it.
        case isLarge
        case employees(Int)
        case madeForChildren
        /// Something that no repair shop does.
        case isOther(String)
        case all([Test])
        case any([Test])
    }

    /// What a test came to, and the facts that decided it.
    struct Answered: Sendable {
        /// nil when a fact is missing that decides.
        let holds: Bool?
        let because: [Reason]
    }
}

extension LawFinding {
    /// One fact in words, and where a definition gives it or could give it.
    package struct Reason: Sendable, Hashable {
        package let text: String
        /// nil for what holds for every shop.
        package let path: String?
        /// Whether nobody has said it.
        package var isOpen = false
    }
}

extension Law {
    typealias Reason = LawFinding.Reason

    func answer(_ test: Test, for subject: LawSubject) -> Answered {
        let size = subject.size
        switch test {
        case .all(let tests):
            return Self.all(tests.map { answer($0, for: subject) })
        case .any(let tests):
            return Self.any(tests.map { answer($0, for: subject) })
        case .people(let limit, let over):
            return people(limit, over: over, size)
        case .revenue(let limit):
            return Self.compare(
                size.annualRevenue, to: limit, over: true, "revenue", unit: " dollars",
                path: "privacy.size.annual_revenue")
        case .revenueAtLeast(let limit):
            return Self.compare(
                size.annualRevenue, to: limit, over: false, "revenue", unit: " dollars",
                path: "privacy.size.annual_revenue")
        case .employees(let limit):
            return Self.compare(
                size.employees, to: limit, over: false, "employees", unit: "", path: "privacy.size.employees")
        case .sale(let percent, let over):
            guard subject.sellsData else { return .no("it sells no data", "privacy.sells_data") }
            return Self.compare(
                size.salePercent, to: percent, over: over, "the part of the revenue that comes from sold data",
                unit: " percent", path: "privacy.size.sale_percent")
        case .isLarge:
            guard let isSmall = size.isSmallBusiness else {
                return .open("whether it is a small business", "privacy.size.small_business")
            }
            let text = "it is \(isSmall ? "a" : "no") small business by the standards of the U.S. SBA"
            return Answered(holds: !isSmall, because: [Reason(text: text, path: "privacy.size.small_business")])
        default:
            return Self.plain(test, subject)
        }
    }

    /// Those that a definition always answers.
    private static func plain(_ test: Test, _ subject: LawSubject) -> Answered {
        switch test {
        case .sells:
            return subject.sellsData
                ? .yes("it sells data", "privacy.sells_data") : .no("it sells no data", "privacy.sells_data")
        case .gives:
            if subject.sharesForAds { return .yes("it gives data for ads", "privacy.shares_for_ads") }
            return subject.sellsData
                ? .yes("it sells data", "privacy.sells_data")
                : .no("it neither sells data nor gives it for ads", "privacy.sells_data")
        case .collectsSensitiveData:
            return subject.hasSensitiveData
                ? .yes("towing collects exact locations", "features.towing.enabled")
                : .no("it collects no exact locations", "features.towing.enabled")
        case .sellsSensitiveData:
            return subject.sellsSensitiveData
                ? .yes("it sells exact locations", "privacy.sold_data")
                : .no("it sells no sensitive data", "privacy.sells_data")
        case .madeForChildren:
            return subject.forChildren
                ? .yes("the app is made for children", "privacy.for_children")
                : .no("the app is not made for children", "privacy.for_children")
        case .isOther(let what):
            return .no("it \(what)", nil)
        default:
            return .yes("it asks for no size", nil)
        }
    }

    private func people(_ limit: Int, over: Bool, _ size: BusinessSize) -> Answered {
        let own = size.consumersByState.first { places.contains($0.key.code) }
        return Self.compare(
            own?.value ?? size.consumers, to: limit, over: over, "people", unit: "",
            path: own.map { "privacy.size.consumers_by_state.\($0.key.code)" } ?? "privacy.size.consumers")
    }

    private static func compare(
        _ value: Int?, to limit: Int, over: Bool, _ what: String, unit: String, path: String
    ) -> Answered {
        guard let value else { return .open("\(what), where \(grouped(limit))\(unit) decide", path) }
        let holds = over ? value > limit : value >= limit
        let relation =
            switch (holds, over) {
            case (true, true): "above"
            case (true, false): "at least"
            case (false, true): "not above"
            case (false, false): "below"
            }
        return Answered(
            holds: holds,
            because: [
                Reason(text: "\(what): \(grouped(value)), \(relation) \(grouped(limit))\(unit)", path: path)
            ])
    }

    /// `26,625,000`.
    static func grouped(_ number: Int) -> String {
        var digits = Array(String(number))
        var position = digits.count - 3
        while position > 0 {
            digits.insert(",", at: position)
            position -= 3
        }
        return String(digits)
    }

    /// One no decides, even where another answer is missing.
    private static func all(_ answers: [Answered]) -> Answered {
        if let no = answers.first(where: { $0.holds == false }) { return no }
        let open = answers.filter { $0.holds == nil }
        return Answered(
            holds: open.isEmpty ? true : nil, because: (open.isEmpty ? answers : open).flatMap(\.because))
    }

    /// One yes decides.
    private static func any(_ answers: [Answered]) -> Answered {
        if let yes = answers.first(where: { $0.holds == true }) { return yes }
        let open = answers.filter { $0.holds == nil }
        return Answered(
            holds: open.isEmpty ? false : nil, because: (open.isEmpty ? answers : open).flatMap(\.because).uniqued())
    }
}

extension Law.Answered {
    static func yes(_ text: String, _ path: String?) -> Self {
        Self(holds: true, because: [Law.Reason(text: text, path: path)])
    }
    static func no(_ text: String, _ path: String?) -> Self {
        Self(holds: false, because: [Law.Reason(text: text, path: path)])
    }
    static func open(_ text: String, _ path: String) -> Self {
        Self(holds: nil, because: [Law.Reason(text: text, path: path, isOpen: true)])
    }
}

extension Array where Element: Hashable {
    /// Each once, in the order in which they came.
    func uniqued() -> [Element] {
        var seen: Set<Element> = []
        return filter { seen.insert($0).inserted }
    }
}
