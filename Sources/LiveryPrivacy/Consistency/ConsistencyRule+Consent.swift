// Consent and tracking. Each row names the text that it rests on, and says where that was not read.

extension ConsistencyRule {
    private static let consentTests = "Tests/LiveryPrivacyTests/ConsentTests.swift"
    private static let consentPages = "Tests/Browser/check_consent.py"
    private static let closure = "Tests/Validators/check_closure.py"

    static let consent = [
        rule(
            "PRIV001", "Where a yes comes first, something asks for it.",
            "Directive 2002/58/EC Art. 5(3) (not read)",
            .derived(
                "an optional cookie or a measuring provider brings the banner", consentTests,
                "theBannerAsksFirstWhereCustomersMustSayYes")),
        rule(
            "PRIV002", "Nothing is on before a yes where the law wants one.",
            "Directive 2002/58/EC Art. 5(3) (not read)",
            .derived(
                "the defaults follow the region", consentTests,
                "adsAreDeniedEverywhereAndMeasuringWhereALawAsksFirst")),
        rule(
            "PRIV003", "Saying no takes no more than saying yes.", "cookieconsent, equalWeightButtons",
            .derived("both buttons come from one setting", consentPages, "equalWeightButtons")),
        rule(
            "PRIV004", "A yes can be taken back.", "GDPR Art. 7(3), 13(2)(c)",
            .derived(
                "the module has the dialogue, the policy the sentence, and the portal's pages the button for it",
                "Tests/Browser/consent-stand-in.js",
                "preferencesModal!")),
        rule(
            "PRIV005", "Consent Mode sets all four signals.", "Google, support page 13802165",
            .derived("they are one row of the settings", consentPages, "ad_personalization")),
        rule(
            "PRIV006", "Google's tag waits for the consent library.", "Google, consent guide (second hand)",
            .found(by: "privacy/no-wait-for-consent")),
        rule(
            "PRIV007", "iOS and Android start with the same defaults.", "Google, consent for apps",
            .derived("both are written from one list", "Tests/Validators/check_labels.py", "android-manifest.xml")),
        rule(
            "PRIV008", "Where Europeans use the app, ad signals start as denied.", "Google, consent for apps",
            .derived(
                "ads are denied before an answer, everywhere", consentTests,
                "adsAreDeniedEverywhereAndMeasuringWhereALawAsksFirst")),
        rule(
            "PRIV009", "A TCF banner names vendors.", "IAB TCF 2.3",
            .leftOut("Livery writes no TCF string and connects no vendor of ads.")),
        rule(
            "PRIV010", "A TCF string tells which vendors were shown.", "IAB TCF 2.3",
            .leftOut("Livery writes no TCF string.")),
        rule(
            "PRIV011", "`gpc.json` promises only what the pages do.", "W3C Global Privacy Control",
            .derived("the file and the module come from the same settings", consentPages, "globalPrivacyControl")),
        rule(
            "PRIV012", "Where data is sold and a state asks for it, a browser's signal counts as a no.",
            "12 states; 1798.135; 11 CCR 7025",
            .derived("the module heeds the signal in every place", consentPages, "globalPrivacyControl")),
        rule(
            "PRIV013", "A visitor in California sees that the signal was heeded.",
            "11 CCR 7025, 7026 (second hand)", since: "2026-01-01",
            .derived("the module says so where it reads the signal", consentPages, "signal was heeded")),
        rule(
            "PRIV014", "Who sells data shows the links for it on the site and in the app.", "Cal. Civ. Code 1798.135",
            .derived(
                "`consent/privacy-links.json` has them with their places", closure, "link_problems")),
        rule(
            "PRIV015", "The cookie question is not the only way to refuse a sale.", "11 CCR 7026(a)(4)",
            .derived(
                "the policy gives an e-mail address and a number beside it",
                "Tests/LiveryPrivacyTests/LawClauseTests.swift", "aSaleBringsTheWaysToRefuseIt")),
        rule(
            "PRIV016", "Who says that nothing is sold lets nobody show ads.", "1798.140(ah) (not read)",
            .found(by: "tenant/marketing-cookie", and: "the sentence itself follows the data map")),
        rule(
            "PRIV017", "A GPP string has a section for each state.", "IAB GPP, sections 7-27",
            .leftOut("Livery writes no GPP string.")),
        rule(
            "TRK001", "Who tracks on iOS says why.", "App Store Review Guidelines 5.1.2",
            .derived("the permission and its sentence follow from the ads", closure, "permissions")),
        rule(
            "TRK002", "Tracking and tracking domains come together.", "Apple, NSPrivacyTrackingDomains",
            .found(by: "privacy/tracking-domains-missing", "privacy/tracking-domains-unused")),
        rule(
            "TRK003", "No kind of data tracks in an app that does not.", "Apple, privacy manifest files",
            .derived("both come from one fact", closure, "manifest_problems")),
        rule(
            "TRK004", "App Store Connect and the manifest agree on tracking.", "App Store Review Guidelines 5.1.1",
            .derived("both are written from one list", closure, "details_problems")),
        rule(
            "TRK005", "The advertising id of Android has a purpose.", "Google Play, Data safety",
            .leftOut("Permissions of Android stand in the manifest of the app project; Livery writes none there.")),
        rule(
            "TRK006", "No app for children tracks.", "16 CFR 312.5; Google Play, Families",
            .found(by: "privacy/made-for-children", and: "an app for children is refused whether it tracks or not")),
    ]
}
