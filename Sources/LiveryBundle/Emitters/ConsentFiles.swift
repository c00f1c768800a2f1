import LiveryDiagnostics
import LiveryPrivacy
import LiveryTenant

/// `consent/analytics.json` and `consent/cookies.json`: what is measured, what must be asked first, what is stored.
enum ConsentFiles {
    static func emit(_ tenant: Tenant, _ consent: ConsentSettings) -> [BundleFile] {
        [
            BundleFile(path: "consent/analytics.json", bytes: analytics(tenant, consent)),
            BundleFile(path: "consent/cookies.json", bytes: cookies(tenant, consent)),
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
            if tenant.production.analytics.firebase != nil { json.object("apps") { apps(consent, &$0) } }
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

    /// Switches for `Info.plist` and for `meta-data` of the Android manifest. An app has no region before it starts, so
    /// it starts with the strictest default, and grants more once it has asked or knows that it need not.
    /// https://developers.google.com/tag-platform/security/guides/app-consent
    /// https://firebase.google.com/docs/analytics/configure-data-collection
    private static func apps(_ consent: ConsentSettings, _ json: inout JSONWriter) {
        let strictest = consent.defaults
        let storage = strictest.allSatisfy(\.analyticsStorage)
        let adStorage = strictest.allSatisfy(\.adStorage)
        let adUserData = strictest.allSatisfy(\.adUserData)
        let adPersonalization = strictest.allSatisfy(\.adPersonalization)
        // Basic mode: nothing is collected before consent.
        let collects = consent.mode == .advanced
        let crashes = collects && consent.providers.contains(where: \.crashReports)
        json.object("ios") { plist in
            plist.field("FIREBASE_ANALYTICS_COLLECTION_ENABLED", collects)
            plist.field("FirebaseCrashlyticsCollectionEnabled", crashes)
            plist.field("GOOGLE_ANALYTICS_DEFAULT_ALLOW_ANALYTICS_STORAGE", storage)
            plist.field("GOOGLE_ANALYTICS_DEFAULT_ALLOW_AD_STORAGE", adStorage)
            plist.field("GOOGLE_ANALYTICS_DEFAULT_ALLOW_AD_USER_DATA", adUserData)
            plist.field("GOOGLE_ANALYTICS_DEFAULT_ALLOW_AD_PERSONALIZATION_SIGNALS", adPersonalization)
        }
        json.object("android") { metadata in
            metadata.field("firebase_analytics_collection_enabled", collects)
            metadata.field("firebase_crashlytics_collection_enabled", crashes)
            metadata.field("google_analytics_default_allow_analytics_storage", storage)
            metadata.field("google_analytics_default_allow_ad_storage", adStorage)
            metadata.field("google_analytics_default_allow_ad_user_data", adUserData)
            metadata.field("google_analytics_default_allow_ad_personalization_signals", adPersonalization)
        }
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
