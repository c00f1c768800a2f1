package import LiveryTenant

/// What the apps and the web portal must ask before they measure: the one source of the consent files.
package struct ConsentSettings: Sendable {
    package let providers: [AnalyticsProvider]
    /// Google's Consent Mode v2 before an answer; regions first, the rest of the world last.
    package let defaults: [RegionDefaults]
    package let mode: Analytics.ConsentMode.Mode
    package let waitMilliseconds: Int
    /// Every cookie of the web portal, necessary ones first.
    package let cookies: [Cookie]
    /// nil where only necessary cookies exist: then nobody is asked.
    package let banner: Banner?

    package struct AnalyticsProvider: Sendable {
        /// `google_analytics` or `firebase`.
        package let id: String
        package let name: String
        /// By key, in the order of the definition.
        package let identifiers: [(key: String, value: String)]
        package let retentionMonths: Int
        package let privacyPolicy: String?
        package let crashReports: Bool
    }

    /// https://support.google.com/analytics/answer/13802165
    package struct RegionDefaults: Sendable {
        /// ISO 3166-1 or 3166-2; empty for everywhere else.
        package let regions: [String]
        package let analyticsStorage: Bool
        package let adStorage: Bool
        package let adUserData: Bool
        package let adPersonalization: Bool
    }

    package struct Cookie: Sendable {
        package let name: String
        package let provider: String
        package let category: CookieCategory
        package let purpose: String
        package let duration: String
        /// The path in the definition.
        package let because: String
        /// The part of the name before what depends on the shop; nil where the name is the same everywhere.
        package var prefix: String? = nil
    }

    package struct Banner: Sendable {
        package let style: Cookies.Banner
        package let asksFirst: AsksFirst
        package let consentDays: Int
        /// What a visitor can say no to.
        package let categories: [CookieCategory]

        package enum AsksFirst: String, CaseIterable, Sendable {
            /// Nothing optional runs before a yes.
            case optIn = "opt_in"
            /// Optional parts run until a no; regions in ``ConsentSettings/optInRegions`` still need a yes.
            case optOut = "opt_out"
        }
    }

    /// Where measuring needs a yes first, whoever visits: a portal is open to the world.
    package static let optInRegions: [String] =
        Law.all.filter(\.asksBeforeMeasuring).flatMap(\.places).sorted()

    /// The cookie that holds the answer to the banner, by the name of the consent library (cookieconsent 3).
    package static let consentCookie = "cc_cookie"

    package var isMeasuring: Bool { !providers.isEmpty }

    package static func derive(from tenant: Tenant, catalogue: Catalogue) -> ConsentSettings {
        let analytics = tenant.production.analytics
        let providers = [
            analytics.googleAnalytics.map { Self.provider($0, catalogue) },
            analytics.firebase.map { Self.provider($0, catalogue) },
        ].compactMap { $0 }
        let chosen = cookies(of: tenant, catalogue)
        let asksFirst: Banner.AsksFirst = Law.asksBeforeMeasuring(tenant) ? .optIn : .optOut
        let optional = CookieCategory.allCases.filter { category in
            category != .necessary && chosen.contains { $0.category == category }
        }
        let banner =
            optional.isEmpty
            ? nil
            : Banner(
                style: tenant.cookies.banner, asksFirst: asksFirst, consentDays: tenant.cookies.consentDays,
                categories: optional)
        let answer = banner.map { [consentCookie($0, tenant)] } ?? []
        return ConsentSettings(
            providers: providers, defaults: providers.isEmpty ? [] : defaults(tenant, asksFirst),
            mode: analytics.consentMode.mode, waitMilliseconds: analytics.consentMode.waitMilliseconds,
            cookies: sorted(answer + chosen), banner: banner)
    }

    private static func defaults(_ tenant: Tenant, _ asksFirst: Banner.AsksFirst) -> [RegionDefaults] {
        let ads = tenant.privacy.sharesForAds && asksFirst == .optOut
        return [
            RegionDefaults(
                regions: optInRegions, analyticsStorage: false, adStorage: false, adUserData: false,
                adPersonalization: false),
            RegionDefaults(
                // A banner that asks everybody first leaves nothing on before the answer.
                regions: [], analyticsStorage: asksFirst == .optOut, adStorage: ads, adUserData: ads,
                adPersonalization: ads),
        ]
    }

    private static func provider(_ google: Analytics.GoogleAnalytics, _ catalogue: Catalogue) -> AnalyticsProvider {
        let entry = catalogue["google_analytics"]
        return AnalyticsProvider(
            id: "google_analytics", name: entry?.name.value ?? "google_analytics",
            identifiers: [("measurement_id", google.measurementID)], retentionMonths: google.retentionMonths,
            privacyPolicy: entry?.privacyPolicy.value, crashReports: false)
    }

    private static func provider(_ firebase: Analytics.Firebase, _ catalogue: Catalogue) -> AnalyticsProvider {
        let entry = catalogue["firebase"]
        return AnalyticsProvider(
            id: "firebase", name: entry?.name.value ?? "firebase",
            identifiers: [
                ("ios_app_id", firebase.iosAppID), ("android_app_id", firebase.androidAppID),
                ("project_id", firebase.projectID),
            ],
            retentionMonths: firebase.retentionMonths, privacyPolicy: entry?.privacyPolicy.value,
            crashReports: firebase.crashReports)
    }

    private static func cookies(of tenant: Tenant, _ catalogue: Catalogue) -> [Cookie] {
        var cookies = tenant.cookies.own.map {
            Cookie(
                name: $0.name, provider: tenant.shop.name, category: $0.category, purpose: $0.purpose,
                duration: .days($0.days), because: "cookies.own.\($0.name)")
        }
        if let google = tenant.production.analytics.googleAnalytics, let entry = catalogue["google_analytics"] {
            // The part behind `G-` (https://support.google.com/analytics/answer/11397207 shows the cookie's form).
            let container = String(google.measurementID.dropFirst(2))
            cookies += Self.cookies(of: entry, container: container, because: "analytics.google_analytics")
        }
        if let processor = tenant.paymentProcessor {
            cookies += Self.cookies(of: processor, container: "", because: "billing.processor")
        }
        return cookies
    }

    private static func cookies(of provider: Provider, container: String, because path: String) -> [Cookie] {
        provider.cookies.map { cookie in
            let mark = cookie.name.utf8.firstIndex(of: UInt8(ascii: "<"))
            var name = cookie.name
            if let mark, let rest = name[mark...].dropping("<container-id>") { name = name[..<mark] + container + rest }
            return Cookie(
                name: name,
                provider: provider.name.value ?? provider.id, category: cookie.category, purpose: cookie.purpose,
                duration: cookie.duration, because: path, prefix: mark.map { String(cookie.name[..<$0]) })
        }
    }

    private static func consentCookie(_ banner: Banner, _ tenant: Tenant) -> Cookie {
        Cookie(
            name: consentCookie, provider: tenant.shop.name, category: .necessary,
            purpose: "Keeps your answer to the cookie question.", duration: .days(banner.consentDays),
            because: "cookies.consent_days")
    }

    private static func sorted(_ cookies: [Cookie]) -> [Cookie] {
        CookieCategory.allCases.flatMap { category in
            cookies.filter { $0.category == category }.sorted { $0.name < $1.name }
        }
    }
}

extension String {
    fileprivate static func days(_ days: Int) -> String {
        switch days {
        case 0: "Until you close the browser"
        case 1: "1 day"
        default: "\(days) days"
        }
    }
}
