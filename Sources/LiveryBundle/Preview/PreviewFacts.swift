import LiveryTenant

/// The facts behind the promises, as a list to tick: a signature on pictures is not one on facts.
enum PreviewFacts {
    private struct Fact {
        let text: String
        let setting: String
    }

    static func write(_ tenant: Tenant, _ html: inout HTMLWriter) {
        let hint = "Your policy promises these things. Tick what is true; tell us what is not."
        Preview.group("facts", "Facts to confirm", hint, &html) { html in
            html.line("<ul class=\"facts\">")
            for fact in promises(tenant.privacy) + people(tenant) + retention(tenant.privacy) + systems(tenant) {
                html.raw("<li><label><input type=\"checkbox\"><span>")
                html.text(fact.text)
                html.raw("</span></label>")
                html.element("code", fact.setting)
                html.line("</li>")
            }
            html.line("</ul>")
        }
    }

    private static func promises(_ privacy: Privacy) -> [Fact] {
        [
            Fact(
                text: privacy.sellsData ? "We sell data about our customers." : "We sell no data about our customers.",
                setting: "privacy.sells_data"),
            Fact(
                text: privacy.sharesForAds
                    ? "We share data for ads that follow people." : "We share no data for ads that follow people.",
                setting: "privacy.shares_for_ads"),
            Fact(
                text: privacy.recordsCalls ? "We record phone calls." : "We record no phone calls.",
                setting: "privacy.records_calls"),
        ]
    }

    private static func people(_ tenant: Tenant) -> [Fact] {
        let privacy = tenant.privacy
        var facts = [
            Fact(
                text: "\(privacy.contact.name) answers questions about data, at \(privacy.contact.email) and "
                    + "\(PhoneNumber.display(privacy.contact.phone)).", setting: "privacy.contact"),
            Fact(text: "We answer a request within \(privacy.answerDays) days.", setting: "privacy.answer_days"),
            Fact(
                text: "The app is not meant for anybody under \(privacy.minimumAge).", setting: "privacy.minimum_age"),
            Fact(
                text: "Our customers live in \(privacy.customersIn.map(\.name).joined(separator: ", ")).",
                setting: "privacy.customers_in"),
        ]
        if let towing = tenant.features.towing {
            facts.append(
                Fact(
                    text: "\(towing.company) tows for us, at \(PhoneNumber.display(towing.phone)).",
                    setting: "features.towing.company"))
        }
        return facts
    }

    private static func retention(_ privacy: Privacy) -> [Fact] {
        RetentionCategory.allCases.compactMap { category in
            guard let period = privacy.retention.periods[category] else { return nil }
            let units = period.length.unit.rawValue
            let unit = period.length.count == 1 ? String(units.dropLast()) : units
            return Fact(
                text: "We keep \(words(category)) for \(period.length.count) \(unit) after \(words(period.after)).",
                setting: "privacy.retention.\(category.rawValue)")
        }
    }

    private static func systems(_ tenant: Tenant) -> [Fact] {
        tenant.production.integrations.map { integration in
            let provider = integration.provider
            return Fact(
                text: "We use \(provider.name.value ?? provider.id), and we allow the connection.",
                setting: "integrations.\(provider.id)")
        }
    }

    private static func words(_ category: RetentionCategory) -> String {
        switch category {
        case .account: "accounts"
        case .vehicles: "cars"
        case .appointments: "appointments"
        case .repairRecords: "repair records"
        case .messages: "messages"
        case .photos: "photos"
        case .payments: "payments"
        case .location: "places"
        case .loyalty: "points"
        case .deviceLogs: "logs of devices"
        case .callRecordings: "recorded calls"
        }
    }

    private static func words(_ event: RetentionPeriod.Event) -> String {
        switch event {
        case .accountClosed: "the account is closed"
        case .lastVisit: "the last visit"
        case .visit: "the visit"
        case .payment: "the payment"
        case .collected: "we get them"
        }
    }
}
