import LiveryDiagnostics
import LiveryPrivacy
import LiveryTenant

/// `consent/analytics.json` and `consent/cookies.json`: what is measured, what must be asked first, what is stored.
enum ConsentFiles {
    static func emit(_ tenant: Tenant, _ consent: ConsentSettings) -> [EmittedFile] {
        [
            EmittedFile(path: "consent/analytics.json", bytes: analytics(tenant, consent)),
            EmittedFile(path: "consent/cookies.json", bytes: cookies(tenant, consent)),
        ]
    }

    private static func analytics(_ tenant: Tenant, _ consent: ConsentSettings) -> [UInt8] {
        JSONWriter.document { json in
            json.field("format_version", Bundle.formatVersion)
            json.field("shop", tenant.id)
            json.array("providers") { list in
                for provider in consent.providers { list.element { self.provider(provider, tenant, &$0) } }
            }
            guard consent.isMeasuring else { return }
            json.object("consent_mode") { mode in
                mode.field("mode", consent.mode.rawValue)
                mode.field("wait_for_update", consent.waitMilliseconds)
                mode.array("defaults") { list in
                    for defaults in consent.defaults { list.element { regionDefaults(defaults, &$0) } }
                }
            }
            guard tenant.production.analytics.firebase != nil else { return }
            json.object("apps") { apps in
                let switches = AppSwitches(consent)
                apps.object("ios") { plist in for item in switches.ios { plist.field(item.key, item.isOn) } }
                apps.object("android") { metadata in
                    for item in switches.android { metadata.field(item.key, item.isOn) }
                }
            }
        }
    }

    private static func provider(
        _ provider: ConsentSettings.AnalyticsProvider, _ tenant: Tenant, _ json: inout JSONWriter
    ) {
        json.field("id", provider.id)
        json.field("name", provider.name)
        json.field("privacy_policy", orNull: provider.privacyPolicy)
        json.field("retention_months", provider.retentionMonths)
        json.field("crash_reports", provider.crashReports)
        json.object("identifiers") { environments in
            for environment in tenant.environments {
                let identifiers = environment.analytics.identifiers(of: provider.id)
                guard !identifiers.isEmpty else { continue }
                environments.object(environment.name.rawValue) { entry in
                    for (key, value) in identifiers { entry.field(key, value) }
                }
            }
        }
    }

    /// The keys and values of `gtag('consent', 'default', ...)`; without a region it holds everywhere else.
    private static func regionDefaults(_ defaults: ConsentSettings.RegionDefaults, _ json: inout JSONWriter) {
        func word(_ isGranted: Bool) -> String { isGranted ? "granted" : "denied" }
        if !defaults.regions.isEmpty { json.strings("region", defaults.regions) }
        json.field("analytics_storage", word(defaults.analyticsStorage))
        json.field("ad_storage", word(defaults.adStorage))
        json.field("ad_user_data", word(defaults.adUserData))
        json.field("ad_personalization", word(defaults.adPersonalization))
    }

    private static func cookies(_ tenant: Tenant, _ consent: ConsentSettings) -> [UInt8] {
        JSONWriter.document { json in
            json.field("format_version", Bundle.formatVersion)
            json.field("shop", tenant.id)
            if let banner = consent.banner {
                json.object("banner") { entry in
                    entry.field("style", banner.style.rawValue)
                    entry.field("asks_first", banner.asksFirst.rawValue)
                    entry.field("consent_days", banner.consentDays)
                    entry.strings("categories", banner.categories.map(\.rawValue))
                }
            } else {
                json.field("banner", orNull: nil)
            }
            json.array("cookies") { list in
                for cookie in consent.cookies {
                    list.element { entry in
                        entry.field("name", cookie.name)
                        entry.field("provider", cookie.provider)
                        entry.field("category", cookie.category.rawValue)
                        entry.field("purpose", cookie.purpose)
                        entry.field("duration", cookie.duration)
                        entry.field("because", cookie.because)
                    }
                }
            }
        }
    }
}

extension Analytics {
    /// What a provider's library is started with, by the keys of a definition.
    fileprivate func identifiers(of provider: String) -> [(key: String, value: String)] {
        if provider == "google_analytics", let google = googleAnalytics {
            return [("measurement_id", google.measurementID)]
        }
        guard provider == "firebase", let firebase else { return [] }
        return [
            ("ios_app_id", firebase.iosAppID), ("android_app_id", firebase.androidAppID),
            ("project_id", firebase.projectID),
        ]
    }
}

extension ConsentFiles {
    private typealias Member = ArtifactMember

    static let analyticsSchema = ArtifactSchema(
        "analytics", files: "consent/analytics.json", "What measures, and what it may do before an answer.",
        .object([
            .formatVersion, .shop,
            Member("providers", "None when nothing measures.", .list(of: .object(providerMembers))),
            Member(
                optional: "consent_mode", "Google's Consent Mode v2; absent when nothing measures.",
                .object([
                    Member("mode", "Whether anything is sent before consent.", .words(Analytics.ConsentMode.Mode.self)),
                    Member("wait_for_update", "How long tags wait for the banner, in milliseconds.", .count),
                    Member(
                        "defaults", "What `gtag('consent', 'default', …)` is called with; the rest of the world last.",
                        .list(
                            of: .object(
                                [Member(optional: "region", "Absent for everywhere else.", .list(of: .region))]
                                    + ["analytics_storage", "ad_storage", "ad_user_data", "ad_personalization"].map {
                                        Member($0, "Before an answer.", .words(["granted", "denied"]))
                                    }))),
                ])),
            Member(
                optional: "apps", "Switches of the app projects; only with Firebase.",
                .object([
                    Member(
                        "ios", "Keys of Info.plist.",
                        .object(AppSwitches.iosKeys.map { Member($0, "At the start of the app.", .flag) })),
                    Member(
                        "android", "Names of meta-data in the Android manifest.",
                        .object(AppSwitches.androidKeys.map { Member($0, "At the start of the app.", .flag) })),
                ])),
        ]))

    private static let providerMembers = [
        Member("id", "Its id in the catalogue.", .id),
        Member("name", "As the vendor writes it.", .prose("Google Analytics")),
        Member("privacy_policy", "The vendor's policy; null where nobody knows it.", .orNull(.url)),
        Member("retention_months", "How long it keeps what it measures.", .positive),
        Member("crash_reports", "Whether it also gets crashes.", .flag),
        Member(
            "identifiers", "By environment, what its library is started with.",
            .map(
                keys: .words(EnvironmentName.self),
                of: .map(
                    keys: .words(["measurement_id", "ios_app_id", "android_app_id", "project_id"]),
                    of: .text(examples: ["G-1A2BCD345E"])))),
    ]

    static let cookiesSchema = ArtifactSchema(
        "cookies", files: "consent/cookies.json", "Every cookie of the web portal, and the banner that asks.",
        .object([
            .formatVersion, .shop,
            Member(
                "banner", "null where only necessary cookies exist: then nobody is asked.",
                .orNull(
                    .object([
                        Member("style", "How it looks.", .words(Cookies.Banner.self)),
                        Member(
                            "asks_first", "Whether optional parts wait for a yes, or run until a no.",
                            .words(ConsentSettings.Banner.AsksFirst.self)),
                        Member("consent_days", "How long an answer counts.", .positive),
                        Member("categories", "What can be refused.", .list(of: .words(CookieCategory.self))),
                    ]))),
            Member(
                "cookies", "Necessary ones first.",
                .list(
                    of: .object([
                        Member("name", "The name, or its pattern.", .prose("_ga")),
                        Member("provider", "Who sets it.", .prose("Google Analytics")),
                        Member("category", "What a visitor can refuse.", .words(CookieCategory.self)),
                        Member("purpose", "What it is for.", .prose("Tells visitors apart.")),
                        Member("duration", "How long it stays.", .prose("2 years")),
                        Member("because", "The value of the definition behind it.", .fact),
                    ]))),
        ]))
}
