package import LiveryDiagnostics
package import LiveryTenant

// Rules between a definition and what its policy, banner and labels will say, where nothing follows by itself. Each is
// a function of facts; `ConsistencyRule` has the citation and the days of each.

enum ConsistencyChecks {
    static func check(_ tenant: Tenant, _ consent: ConsentSettings) -> [Diagnostic] {
        let laws = LawVerdicts.on(tenant).laws
        return [
            unwaitedConsent(tenant, consent), undeclaredOfficer(tenant, laws), untranslatedPolicy(tenant, laws),
            noTollFreeNumber(tenant, laws), soldTeens(tenant, laws),
        ].compactMap { $0 }
    }

    /// The consent library answers later than the tag starts.
    private static func unwaitedConsent(_ tenant: Tenant, _ consent: ConsentSettings) -> Diagnostic? {
        guard consent.banner != nil, tenant.production.analytics.googleAnalytics != nil, consent.waitMilliseconds == 0
        else { return nil }
        return Diagnostic(
            code: "privacy/no-wait-for-consent", severity: .warning,
            "Google's tag does not wait for the answer to the cookie question, which comes after it.", at: nil,
            causes: [.init("analytics.google_analytics", "measures the web portal")],
            path: "analytics.consent_mode.wait_milliseconds", help: "Write `500`, or take the key out.")
    }

    private static func undeclaredOfficer(_ tenant: Tenant, _ laws: [Law]) -> Diagnostic? {
        guard let law = laws.first(where: { $0.id == "eu-gdpr" || $0.id == "uk-gdpr" }), tenant.privacy.officer == nil,
            !tenant.privacy.officerNotNeeded
        else { return nil }
        return Diagnostic(
            code: "privacy/officer-undeclared", severity: .warning,
            "Nothing says whether the shop needs a data protection officer, and \(law.name) applies.", at: nil,
            causes: [.init("privacy.customers_in", "customers whom it protects")], path: "privacy.officer",
            help: "Add `officer` with name, title and e-mail address, or `officer_not_needed: true`.")
    }

    private static func untranslatedPolicy(_ tenant: Tenant, _ laws: [Law]) -> Diagnostic? {
        let others = tenant.app.locales.filter { $0 != "en" && !$0.hasPrefix("en-") }
        let isQuebec = laws.contains { $0.id == "ca-qc" }
        guard isQuebec || !others.isEmpty else { return nil }
        let why = isQuebec ? "Customers live in Quebec" : "The app speaks `\(others.joined(separator: "`, `"))`"
        return Diagnostic(
            code: "privacy/untranslated-policy", severity: .warning,
            "\(why), and Livery writes the policy in English only.", at: nil,
            causes: [.init("privacy.customers_in", "who reads it")], path: "app.locales",
            help: "Have the policy translated, and silence this until the day on which it must be looked at again.")
    }

    private static func noTollFreeNumber(_ tenant: Tenant, _ laws: [Law]) -> Diagnostic? {
        guard laws.contains(where: { $0.id == "us-ca-ccpa" }), !PhoneNumber.isTollFree(tenant.privacy.contact.phone)
        else { return nil }
        return Diagnostic(
            code: "privacy/no-toll-free-number", severity: .warning,
            "The CCPA applies, and customers cannot ask about their data by a toll-free number.", at: nil,
            causes: [.init("privacy.customers_in", "customers in California")], path: "privacy.contact.phone",
            help: "Give a number that begins with +1 and 800, 833, 844, 855, 866, 877 or 888.")
    }

    private static func soldTeens(_ tenant: Tenant, _ laws: [Law]) -> Diagnostic? {
        guard let law = laws.first(where: { $0.id == "us-ct" || $0.id == "us-md" }), tenant.givesData,
            tenant.privacy.minimumAge < 18
        else { return nil }
        let key = tenant.privacy.sellsData ? "sells_data" : "shares_for_ads"
        return Diagnostic(
            code: "privacy/teens-sold", severity: .warning,
            "The shop gives data away and lets people from \(tenant.privacy.minimumAge) use the app, and \(law.name) "
                + "protects those under 18.", at: nil,
            causes: [.init("privacy.\(key)", "data is given away"), .init("privacy.customers_in", "where it applies")],
            path: "privacy.minimum_age", help: "Write `minimum_age: 18`, or stop giving their data away.")
    }
}

extension PolicyDocument {
    /// Cal. Civ. Code 1798.130(a)(5): the policy is brought up to date every 12 months.
    ///
    /// - Parameter today: nil where nobody says which day it is.
    package static func checkAge(of tenant: Tenant, on today: CalendarDate?) -> (isDated: Bool, found: [Diagnostic]) {
        guard LawVerdicts.on(tenant).apply(where: { $0.id == "us-ca-ccpa" }) else { return (false, []) }
        let date = tenant.privacy.effectiveDate
        guard let today, (today.year - 1, today.month, today.day) > (date.year, date.month, date.day) else {
            return (true, [])
        }
        let found = Diagnostic(
            code: "privacy/policy-out-of-date", severity: .warning,
            "The policy counts from \(date.text), more than 12 months ago, and the CCPA asks for a new look each year.",
            at: nil, causes: [.init("privacy.customers_in", "customers in California")],
            path: "privacy.effective_date", help: "Read the policy, mend the facts, and write the day of that here.")
        return (true, [found])
    }
}
