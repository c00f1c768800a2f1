import LiveryTenant

extension FactVocabulary {
    /// What the clauses of both documents can ask for.
    static let shared = FactVocabulary(
        flags: features + choices + lawFlags,
        texts: shopTexts + operatorTexts + dataTexts + promiseTexts + lawTexts + partnerTexts,
        lists: dataLists + companyLists + otherLists + partnerLists + lawLists)

    static func flag(
        _ name: String, from paths: String..., is value: @escaping @Sendable (PolicyFacts) -> Bool
    ) -> Definition<Bool> {
        Definition(name: name, paths: paths.isEmpty ? [name] : paths, isOptional: false, isWordless: true) {
            value($0.facts)
        }
    }

    /// A text as the definition of the shop has it.
    static func text(
        _ name: String, from paths: String..., is value: @escaping @Sendable (PolicyFacts) -> String
    ) -> Definition<String?> {
        Definition(name: name, paths: paths.isEmpty ? [name] : paths, isOptional: false, isWordless: true) {
            value($0.facts)
        }
    }

    static func optional(
        _ name: String, from paths: String..., is value: @escaping @Sendable (PolicyFacts) -> String?
    ) -> Definition<String?> {
        Definition(name: name, paths: paths.isEmpty ? [name] : paths, isOptional: true, isWordless: true) {
            value($0.facts)
        }
    }

    /// A text that has words of the language in it.
    static func worded(
        _ name: String, from paths: String..., is value: @escaping @Sendable (WordedFacts) -> String
    ) -> Definition<String?> {
        Definition(
            name: name, paths: paths.isEmpty ? [name] : paths, isOptional: false, isWordless: false, value: value)
    }

    static func optionalWorded(
        _ name: String, from paths: String..., is value: @escaping @Sendable (WordedFacts) -> String?
    ) -> Definition<String?> {
        Definition(
            name: name, paths: paths.isEmpty ? [name] : paths, isOptional: true, isWordless: false, value: value)
    }

    private static let features: [Definition<Bool>] =
        FeatureName.allCases.map { feature in
            flag("features.\(feature.rawValue)") { $0.tenant.features.has(feature) }
        } + [
            flag("features.vehicle_garage.vin_scan") { $0.tenant.features.vehicleGarage?.vinScan == true },
            flag("features.inspections.photos") { $0.tenant.features.inspections?.photos == true },
            flag("features.payments.save_cards") { $0.tenant.features.payments?.saveCards == true },
            flag("texts", from: "features.messaging.text_messages", "features.reminders.channels") {
                $0.tenant.sendsTexts
            },
        ]

    private static let choices: [Definition<Bool>] = [
        flag("privacy.sells_data") { $0.tenant.privacy.sellsData },
        flag("privacy.shares_for_ads") { $0.tenant.privacy.sharesForAds },
        flag("privacy.records_calls") { $0.tenant.privacy.recordsCalls },
        flag("analytics") { $0.consent.isMeasuring },
        flag("analytics.google_analytics") { $0.production.analytics.googleAnalytics != nil },
        flag("analytics.crash_reports", from: "analytics.firebase.crash_reports") {
            $0.production.analytics.firebase?.crashReports == true
        },
        flag("consent.banner", from: "cookies") { $0.consent.banner != nil },
        flag("consent.asks_first", from: "privacy.customers_in") {
            $0.laws.contains(where: \.asksBeforeMeasuring)
        },
        flag("consent.asks_all", from: "privacy.customers_in") { facts in
            facts.tenant.privacy.customersIn.allSatisfy { place in
                facts.laws.contains { $0.asksBeforeMeasuring && $0.places(of: facts.tenant).contains(place) }
            }
        },
        flag("cookies.marketing", from: "cookies") { facts in
            facts.consent.cookies.contains { $0.category == .marketing }
        },
        flag("cookies.others", from: "cookies") { facts in
            facts.consent.cookies.contains { $0.provider != facts.tenant.shop.name }
        },
        flag("billing.commission", from: "billing.model") { facts in
            if case .commission = facts.production.billing.model { true } else { false }
        },
        flag("records", from: "features.service_history", "features.inspections", "features.estimate_approval") {
            let features = $0.tenant.features
            return features.serviceHistory != nil || features.inspections != nil || features.estimateApproval != nil
        },
        flag("companies.own_rules", from: "integrations", "analytics", "billing.processor") { facts in
            facts.production.integrations.contains { $0.provider.kind == .shopManagement }
                || facts.consent.isMeasuring || facts.tenant.paymentProcessor != nil
        },
        flag("system.sends", from: "integrations") { facts in
            facts.dataMap.rows.contains { $0.sources.contains(.shopSystem) }
        },
        flag("shop.outside_quebec", from: "shop.address.region") { $0.tenant.shop.address.region.code != "CA-QC" },
        flag("place.north_america", from: "shop.address.region") {
            ["US", "CA"].contains($0.tenant.shop.address.region.country)
        },
    ]

    private static let shopTexts: [Definition<String?>] = [
        text("shop.name") { $0.tenant.shop.name },
        text("shop.city", from: "shop.address.city") { $0.tenant.shop.address.city },
        text("shop.phone") { PhoneNumber.display($0.tenant.shop.phone) },
        text("shop.email") { $0.tenant.shop.email },
        text("shop.address") { Formats.address($0.tenant.shop.address) },
        text("shop.legal_name") { $0.tenant.shop.legalName },
        optional("shop.other_legal_name", from: "shop.legal_name") {
            $0.tenant.shop.legalName == $0.tenant.shop.name ? nil : $0.tenant.shop.legalName
        },
        optionalWorded("shop.hours") { $0.formats.hours($0.tenant.shop.hours) },
        optionalWorded("shop.places", from: "shop.locations") { facts in
            let places = facts.tenant.shop.locations.map(\.name)
            return places.isEmpty ? nil : facts.words.list(places)
        },
        text("app.name", from: "branding.app_name") { $0.tenant.branding.appName },
        optionalWorded("sisters", from: "privacy.shares_records_with") { facts in
            let names = facts.tenant.privacy.sharesRecordsWith.sorted()
            return names.isEmpty ? nil : facts.words.list(names)
        },
    ]

    private static let operatorTexts: [Definition<String?>] = [
        text("operator.name") { $0.tenant.operator.name },
        text("operator.legal_name") { $0.tenant.operator.legalName },
        optional("operator.other_legal_name", from: "operator.legal_name") {
            $0.tenant.operator.legalName == $0.tenant.operator.name ? nil : $0.tenant.operator.legalName
        },
        text("operator.email") { $0.tenant.operator.email },
        optional("operator.phone") { $0.tenant.operator.phone.map(PhoneNumber.display) },
        optional("operator.dial", from: "operator.phone") { $0.tenant.operator.phone },
        text("operator.address") { Formats.address($0.tenant.operator.address) },
        text("operator.privacy_policy.url", from: "operator.privacy_policy") { $0.tenant.operator.privacyPolicy },
        worded("operator.backup_days") { $0.words.count($0.tenant.operator.backupDays, "days") },
    ]

    private static let promiseTexts: [Definition<String?>] = [
        text("contact.name", from: "privacy.contact.name") { $0.tenant.privacy.contact.name },
        text("contact.email", from: "privacy.contact.email") { $0.tenant.privacy.contact.email },
        text("contact.phone", from: "privacy.contact.phone") { PhoneNumber.display($0.tenant.privacy.contact.phone) },
        text("contact.dial", from: "privacy.contact.phone") { $0.tenant.privacy.contact.phone },
        optional("officer.name", from: "privacy.officer") { $0.tenant.privacy.officer?.name },
        optional("officer.title", from: "privacy.officer") { $0.tenant.privacy.officer?.title },
        optional("officer.email", from: "privacy.officer") { $0.tenant.privacy.officer?.email },
        text("privacy.minimum_age") { "\($0.tenant.privacy.minimumAge)" },
        worded("privacy.answer_days") { $0.words.count($0.tenant.privacy.answerDays, "days") },
        worded("privacy.effective_date") { $0.formats.date($0.tenant.privacy.effectiveDate) },
        optionalWorded("changes.channels", from: "privacy.changes.announced_by") { facts in
            let chosen = Set(facts.tenant.privacy.changes.announcedBy)
            let channels = Privacy.Channel.allCases.filter(chosen.contains)
            return channels.isEmpty ? nil : facts.words.list(channels.map { facts.words["channel.\($0.rawValue)"] })
        },
        optionalWorded("changes.notice", from: "privacy.changes.notice_days") { facts in
            let days = facts.tenant.privacy.changes.noticeDays
            return days == 0 ? nil : facts.words.count(days, "days")
        },
        optionalWorded("photos.maximum", from: "features.photos.maximum") { facts in
            facts.tenant.features.photos.map { facts.words.count($0.maximum, "photos") }
        },
        optionalWorded("loyalty.points", from: "features.loyalty.points_per_visit") { facts in
            facts.tenant.features.loyalty.map { facts.words.count($0.pointsPerVisit, "points") }
        },
        optionalWorded("reminders.months", from: "features.reminders.months_between_services") { facts in
            facts.tenant.features.reminders.map { facts.words.count($0.monthsBetweenServices, "months") }
        },
        optional("towing.company", from: "features.towing.company") { $0.tenant.features.towing?.company },
        worded("system.noun", from: "integrations") { facts in
            let systems = facts.production.integrations.filter { $0.provider.kind == .shopManagement }
            return facts.words[systems.count > 1 ? "noun.system.other" : "noun.system.one"]
        },
        optionalWorded("providers.country", from: "operator.service_providers") { $0.commonCountry },
        optional("processor", from: "billing.processor") { $0.tenant.paymentProcessor?.name.value },
        optionalWorded("texts.about", from: "features.messaging", "features.reminders") { facts in
            let features = facts.tenant.features
            let topics = [
                features.messaging?.textMessages == true ? "messages" : nil,
                features.reminders?.channels.contains(.text) == true ? "reminders" : nil,
            ].compactMap { $0 }
            return topics.isEmpty ? nil : facts.words.list(topics.map { facts.words["text.\($0)"] })
        },
    ]
}
