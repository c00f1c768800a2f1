import LiveryDiagnostics
import LiveryPrivacy
import LiveryTenant

/// What stands before any tag and in the app projects so that nothing is measured too early: `consent/gtag-consent.js`,
/// `consent/ios-info.plist`, `consent/android-manifest.xml`; and `consent/gpc.json`, the answer to a browser that asks
/// whether its signal is heard. Each is there only where it has something to switch.
enum ConsentSnippets {
    static func emit(_ tenant: Tenant, _ consent: ConsentSettings) -> [EmittedFile] {
        var files = [EmittedFile(path: "consent/gpc.json", bytes: signal(tenant))]
        if consent.providers.contains(where: { $0.id == "google_analytics" }) {
            files.append(EmittedFile(path: "consent/gtag-consent.js", bytes: tagDefaults(consent)))
        }
        if consent.providers.contains(where: { $0.id == "firebase" }) {
            let switches = AppSwitches(consent)
            files.append(EmittedFile(path: "consent/ios-info.plist", bytes: plist(switches)))
            files.append(EmittedFile(path: "consent/android-manifest.xml", bytes: manifest(switches)))
        }
        return files
    }

    /// Served as `/.well-known/gpc.json`. It can always be `true`: where nothing is sold the signal is kept by doing
    /// nothing, and where data goes to ads the two scripts here deny it. https://w3c.github.io/gpc/
    private static func signal(_ tenant: Tenant) -> [UInt8] {
        JSONWriter.document { json in
            json.field("gpc", true)
            json.field("lastUpdate", tenant.privacy.effectiveDate.text)
        }
    }

    /// Consent Mode v2: https://developers.google.com/tag-platform/security/guides/consent
    private static func tagDefaults(_ consent: ConsentSettings) -> [UInt8] {
        var text = """
            // Put this before every Google tag: it says what tags may do until the visitor has answered.
            window.dataLayer = window.dataLayer || [];
            function gtag() { window.dataLayer.push(arguments); }

            """
        let givesForAds = consent.defaults.contains { $0.adStorage || $0.adUserData || $0.adPersonalization }
        if givesForAds {
            text += "// Global Privacy Control: the browser says no for its user.\n"
            text += "var saysNo = navigator.globalPrivacyControl === true;\n"
        }
        func word(_ isGranted: Bool) -> String { isGranted ? "\"granted\"" : "\"denied\"" }
        func adWord(_ isGranted: Bool) -> String { isGranted ? "saysNo ? \"denied\" : \"granted\"" : "\"denied\"" }
        for defaults in consent.defaults {
            text += "gtag(\"consent\", \"default\", {\n"
            text += "  ad_storage: \(adWord(defaults.adStorage)),\n"
            text += "  ad_user_data: \(adWord(defaults.adUserData)),\n"
            text += "  ad_personalization: \(adWord(defaults.adPersonalization)),\n"
            text += "  analytics_storage: \(word(defaults.analyticsStorage)),\n"
            if !defaults.regions.isEmpty { text += "  region: \(ScriptText.list(defaults.regions)),\n" }
            text += "  wait_for_update: \(consent.waitMilliseconds)\n});\n"
        }
        return Array(text.utf8)
    }

    private static func plist(_ switches: AppSwitches) -> [UInt8] {
        PropertyListWriter.document { plist in
            for item in switches.ios { plist.field(item.key, item.isOn) }
        }
    }

    /// A manifest that the build merges into the app's own.
    private static func manifest(_ switches: AppSwitches) -> [UInt8] {
        var text = """
            <?xml version="1.0" encoding="utf-8"?>
            <manifest xmlns:android="http://schemas.android.com/apk/res/android">
                <application>

            """
        for item in switches.android {
            let name = XMLText.escaped(item.key)
            text += "        <meta-data android:name=\"\(name)\" android:value=\"\(item.isOn)\" />\n"
        }
        return Array((text + "    </application>\n</manifest>\n").utf8)
    }
}

/// Switches for `Info.plist` and for `meta-data` of the Android manifest. An app has no region before it starts, so it
/// starts with the strictest default, and grants more once it has asked or knows that it need not.
/// https://developers.google.com/tag-platform/security/guides/app-consent
/// https://firebase.google.com/docs/analytics/configure-data-collection
struct AppSwitches {
    let ios: [(key: String, isOn: Bool)]
    let android: [(key: String, isOn: Bool)]

    static let iosKeys = [
        "FIREBASE_ANALYTICS_COLLECTION_ENABLED", "FirebaseCrashlyticsCollectionEnabled",
        "GOOGLE_ANALYTICS_DEFAULT_ALLOW_ANALYTICS_STORAGE", "GOOGLE_ANALYTICS_DEFAULT_ALLOW_AD_STORAGE",
        "GOOGLE_ANALYTICS_DEFAULT_ALLOW_AD_USER_DATA", "GOOGLE_ANALYTICS_DEFAULT_ALLOW_AD_PERSONALIZATION_SIGNALS",
    ]
    static let androidKeys = [
        "firebase_analytics_collection_enabled", "firebase_crashlytics_collection_enabled",
        "google_analytics_default_allow_analytics_storage", "google_analytics_default_allow_ad_storage",
        "google_analytics_default_allow_ad_user_data", "google_analytics_default_allow_ad_personalization_signals",
    ]

    init(_ consent: ConsentSettings) {
        // Basic mode: nothing is collected before consent.
        let collects = consent.mode == .advanced
        let crashes = collects && consent.providers.contains(where: \.crashReports)
        let strictest = consent.defaults
        let storage = strictest.allSatisfy(\.analyticsStorage)
        let adStorage = strictest.allSatisfy(\.adStorage)
        let adUserData = strictest.allSatisfy(\.adUserData)
        let adPersonalization = strictest.allSatisfy(\.adPersonalization)
        let values = [collects, crashes, storage, adStorage, adUserData, adPersonalization]
        ios = zip(Self.iosKeys, values).map { ($0, $1) }
        android = zip(Self.androidKeys, values).map { ($0, $1) }
    }
}

extension ConsentSnippets {
    static let signalSchema = ArtifactSchema(
        "gpc", files: "consent/gpc.json", "Whether Global Privacy Control is heard; served as /.well-known/gpc.json.",
        .object([
            ArtifactMember("gpc", "Whether the signal is kept.", .flag),
            ArtifactMember("lastUpdate", "Since when this holds.", .date),
        ]))
}
