package import LiveryTenant

/// A privacy law as data: whom it protects, from when, whom it binds, and what it asks. `Law+World.swift` and
/// `Law+States.swift` are the table; what stands there was read in the place that it cites, or carries another mark.
package struct Law: Sendable {
    /// Such as `us-tx`.
    package let id: String
    /// As people say it.
    package let name: String
    package let cite: Citation
    /// Countries (ISO 3166-1) or regions (ISO 3166-2) whose people it protects; empty for those of every place.
    package let places: [String]
    /// Regions of those countries where another law stands in its place.
    package var exceptPlaces: [String] = []
    /// Whether it also binds a shop that stands there, wherever its customers live.
    package var bindsShopsThere = false
    package let since: CalendarDate
    package var until: CalendarDate?
    /// Whom it binds, newest first: the first that had begun on the day counts.
    let scopes: [Scope]
    /// The id of the annex that speaks of it; nil where the body of the policy says all that it asks.
    package let annex: String?
    /// Rights, each with the day from which the law gives it, where that is not the day of the law itself.
    var rights: [(right: Right, since: CalendarDate?)] = []
    package var answer: Answer?
    package var appeal: Appeal?
    package var signal: Signal?
    var literals: [Literal] = []
    var duties: [Duty] = []
    /// Below this age a parent must agree, by country; the empty key is for all others.
    var childAges: [String: Int] = [:]
    /// Whether measuring needs a yes first: Directive 2002/58/EC Art. 5(3), PECR reg. 6, CQLR c. P-39.1 s. 8.1.
    package var asksBeforeMeasuring = false

    /// How sure it is.
    package enum Mark: String, CaseIterable, Sendable {
        /// The text of the law, or a regulator's page.
        case seen
        /// Somebody who writes about the law.
        case secondary
        /// General knowledge, not looked up.
        case known
    }

    package struct Citation: Sendable {
        package let text: String
        package let mark: Mark

        init(_ text: String, _ mark: Mark) {
            self.text = text
            self.mark = mark
        }
    }

    struct Scope: Sendable {
        var since: CalendarDate?
        let test: Test
        let cite: Citation
    }

    /// How long an answer can take.
    package struct Answer: Sendable {
        package let days: Int
        package let more: Int
        package let cite: Citation
    }

    /// Where somebody turns who was told no: first to the shop again, then to an authority.
    package struct Appeal: Sendable {
        /// nil where the number is not known.
        package let days: Int?
        package let cite: Citation
        /// nil where the law's own addressee is not known.
        package let authority: Authority?
        package let authorityMark: Mark
    }

    package enum Authority: String, CaseIterable, Sendable {
        case attorneyGeneral = "attorney_general"
        case departmentOfJustice = "department_of_justice"
        case consumerAffairs = "consumer_affairs"
        case consumerProtection = "consumer_protection"
    }

    /// A browser's signal counts as a no.
    package struct Signal: Sendable {
        package let since: CalendarDate
        package let cite: Citation
        /// Not where the shop heeds no such signal under another state's law.
        package var followsOthers = false
    }

    /// Words that a law prescribes, letter by letter.
    package struct Literal: Sendable {
        let text: String
        let cite: Citation
        let when: Occasion
    }

    /// Something that the law asks, in words for the people who run the shop.
    struct Duty: Sendable {
        let text: String
        let cite: Citation
        var when = Occasion.always
        var since: CalendarDate?
    }

    /// What a shop must do before a part of a law concerns it.
    enum Occasion: Sendable {
        case always
        /// Sells data or gives it for ads.
        case givesData
        case sensitiveData
        case sellsSensitiveData
        /// Its product collects nothing of the kind today.
        case never
        case standsElsewhere
        case asksForConsent
    }

    package enum Right: String, CaseIterable, Sendable {
        case access
        case copy
        case correction
        case deletion
        case restriction
        case objection
        case withdrawal
        case noAutomatedDecision = "no_automated_decision"
        case optOutOfSale = "opt_out_of_sale"
        case optOutOfAds = "opt_out_of_ads"
        case optOutOfProfiling = "opt_out_of_profiling"
        case limitSensitive = "limit_sensitive"
        case noWorseTreatment = "no_worse_treatment"
        case recipientList = "recipient_list"
        case recipientKinds = "recipient_kinds"
        case questionProfiling = "question_profiling"
        case deindexing
        case complaint
    }

    /// Whether every use needs a legal basis: Art. 6(1) of the GDPR and of the UK GDPR.
    package var asksForLegalBasis: Bool { ["eu-gdpr", "uk-gdpr"].contains(id) }

    package static let all: [Law] = world + states

    package static func find(_ id: String) -> Law {
        guard let law = all.first(where: { $0.id == id }) else {
            preconditionFailure("a test proves that the table of laws has \(id)")
        }
        return law
    }

    /// A day of the table.
    static func day(_ text: String) -> CalendarDate {
        guard let date = CalendarDate(text) else {
            preconditionFailure("a test loads the table of laws, which has real dates")
        }
        return date
    }
}

extension Law {
    /// Those of the tenant's places where the law protects people, in order.
    package func places(of tenant: Tenant) -> [Region] { places(of: LawSubject(tenant)) }

    func places(of subject: LawSubject) -> [Region] {
        let found = subject.customersIn.filter(protects).sorted()
        return found.isEmpty && bindsShopsThere && protects(subject.home) ? [subject.home] : found
    }

    func protects(_ region: Region) -> Bool {
        guard !exceptPlaces.contains(region.code) else { return false }
        // Customers anywhere in a country can live in any part of it.
        return places.isEmpty || places.contains(region.code) || places.contains(region.country)
            || (!region.isSubdivision && places.contains { $0.hasPrefix("\(region.code)-") })
    }

    /// What a person there can ask for on a day.
    package func rights(on date: CalendarDate) -> [Right] {
        rights.filter { $0.since.map { $0 <= date } ?? true }.map(\.right)
    }

    package func isInForce(on date: CalendarDate) -> Bool {
        since <= date && (until.map { date < $0 } ?? true)
    }

    /// The age that the strictest of the tenant's places sets.
    func childAge(for tenant: Tenant) -> Int? {
        places(of: tenant).compactMap { childAges[$0.country] ?? childAges[""] }.max()
    }

    func holds(_ occasion: Occasion, for tenant: Tenant) -> Bool {
        switch occasion {
        case .always: true
        case .givesData: tenant.givesData
        case .sensitiveData: tenant.hasSensitiveData
        case .sellsSensitiveData: tenant.sellsSensitiveData
        case .never: false
        case .standsElsewhere: !protects(tenant.shop.address.region)
        case .asksForConsent: tenant.features.towing != nil || tenant.features.push != nil || tenant.sendsTexts
        }
    }
}

extension Tenant {
    /// Sells data or gives it for ads: both are a sale or sharing under one law or another.
    var givesData: Bool { privacy.sellsData || privacy.sharesForAds }

    /// The exact location of a tow is sensitive in most states (known, not looked up in each); nothing else that the
    /// product collects is. A login counts in California alone, and there only with its password.
    var hasSensitiveData: Bool { features.towing != nil }

    var sellsSensitiveData: Bool { privacy.sellsData && privacy.soldData.contains(.location) }
}
