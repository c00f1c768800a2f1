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
