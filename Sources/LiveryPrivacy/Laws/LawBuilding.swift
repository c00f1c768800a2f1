import LiveryTenant

// How a row of the table of states is written.

extension Law {
    /// What nearly every one of them gives. Where a source names a law that lacks one, the row says so.
    private static let usualRights: [Right] = [
        .access, .copy, .correction, .deletion, .optOutOfSale, .optOutOfAds, .optOutOfProfiling,
    ]

    /// Of those whose own words were not read: a tracker of a law firm.
    static let usualAnswer = Answer(days: 45, more: 45, cite: .secondary("tracker of state laws"))

    static func usualScope(over percent: Int, least: Bool = false) -> Test {
        .any([.people(100_000), .all([.people(25_000), .sale(percent: percent, over: !least)])])
    }

    static func appeal(
        _ days: Int?, _ cite: Citation, _ authority: Authority?, _ mark: Mark
    ) -> Appeal {
        Appeal(days: days, cite: cite, authority: authority, authorityMark: mark)
    }

    static func signal(_ since: String, _ cite: Citation, followsOthers: Bool = false) -> Signal {
        Signal(since: day(since), cite: cite, followsOthers: followsOthers)
    }

    static func noSaleOfLocation(_ cite: Citation, since: String) -> Duty {
        Duty(text: noSale, cite: cite, when: .sellsSensitiveData, since: day(since))
    }

    /// Every use of data stands in the table of the policy, and this is none of them.
    static let sayOfModels = "say whether data trains large language models"

    func asksAboutModels(on date: CalendarDate) -> Bool {
        duties.contains { $0.text == Self.sayOfModels && ($0.since.map { $0 <= date } ?? true) }
    }

    /// A duty that no text of a policy can meet.
    static let noSale = "sell no exact locations"

    static func state(
        _ code: String, _ act: String, since: String, _ test: Test, _ cite: Citation, notice: Citation,
        sensitive: Citation?, isNotice: Bool = false, answer: Answer?, appeal: Appeal?, signal: Signal? = nil,
        without: Set<Right> = [], plus: [(Right, CalendarDate?)] = [], literals: [Literal] = [], also: [Duty] = []
    ) -> Law {
        let region = Region(code: "US-\(code)")?.name ?? code
        var law = Law(
            id: "us-\(code.lowercased())", name: "the \(act) of \(region)", cite: cite, places: ["US-\(code)"],
            since: day(since), scopes: [Scope(test: test, cite: cite)], annex: "law-states")
        law.rights = usualRights.filter { !without.contains($0) }.map { ($0, nil) } + plus.map { ($0.0, $0.1) }
        law.answer = answer
        law.appeal = appeal
        law.signal = signal
        law.literals = literals
        law.duties = [
            Duty(text: "say what is collected, why, and who gets it", cite: notice)
        ]
        if let sensitive {
            let text =
                isNotice
                ? "tell people before it uses exact locations, and let them refuse"
                : "ask before it uses exact locations"
            law.duties.append(Duty(text: text, cite: sensitive, when: .sensitiveData))
        }
        law.duties += also
        return law
    }

    func scoped(_ scopes: [Scope]) -> Law {
        var law = Law(
            id: id, name: name, cite: cite, places: places, exceptPlaces: exceptPlaces,
            bindsShopsThere: bindsShopsThere, since: since, until: until, scopes: scopes, annex: annex)
        (law.rights, law.answer, law.appeal, law.signal) = (rights, answer, appeal, signal)
        (law.literals, law.duties) = (literals, duties)
        (law.childAges, law.asksBeforeMeasuring) = (childAges, asksBeforeMeasuring)
        return law
    }
}

extension Law.Test {
    /// So many people, and more than such a part of the revenue from the sale of data.
    static func saleWith(_ people: Int, over percent: Int) -> Law.Test {
        .all([.people(people), .sale(percent: percent, over: true)])
    }
}

extension Law.Citation {
    static func seen(_ text: String) -> Self { Self(text, .seen) }
    static func secondary(_ text: String) -> Self { Self(text, .secondary) }
    static func known(_ text: String) -> Self { Self(text, .known) }
}
