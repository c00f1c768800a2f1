@testable import LiveryPrivacy
@testable import LiveryTenant

extension FactSource {
    static let vendor = FactSource(mark: .confirmed, reference: "https://vendor.example/docs")
    static let other = FactSource(mark: .thirdParty, reference: "https://other.example/client")
    static let unknown = FactSource(mark: .unknown, reference: nil)
}

extension Fact<String> {
    static func confirmed(_ value: String) -> Fact { Fact(value: value, source: .vendor) }
    static var unknown: Fact { Fact(value: nil, source: .unknown) }
}

extension Integration {
    static let tekmetric = Integration(
        provider: Provider(
            id: "tekmetric", kind: .shopManagement, name: .confirmed("Tekmetric"), legalName: .unknown,
            website: Fact(value: "https://www.tekmetric.example/", source: .other), privacyPolicy: .unknown,
            country: .confirmed("US"),
            api: ProviderAPI(
                style: .confirmed("REST, JSON"), productionURL: .confirmed("https://shop.tekmetric.example/api/v1"),
                sandboxURL: .confirmed("https://sandbox.tekmetric.example/api/v1"),
                authentication: .confirmed("OAuth 2.0 client credentials"), webhooks: .unknown,
                webhookSignature: .unknown, rateLimit: .confirmed("600 requests a minute"),
                pagination: .confirmed("page and size, at most 100")),
            identifiers: [
                Provider.Identifier(
                    key: "shop_id", title: "Shop number", pattern: nil, example: "4821", isRequired: true,
                    source: .vendor)
            ],
            secrets: [
                Provider.Secret(key: "client_id", title: "Client id", scope: .partner, source: .vendor),
                Provider.Secret(key: "client_secret", title: "Client secret", scope: .partner, source: .vendor),
            ],
            resources: [
                Provider.Resource(
                    name: "appointments", operations: [.read, .create, .update, .delete], note: nil, source: .vendor),
                Provider.Resource(name: "customers", operations: [.read], note: nil, source: .vendor),
                Provider.Resource(name: "messages", operations: [], note: "Not in the public pages.", source: .unknown),
            ], cookies: [], receives: [.name, .phone, .appointments], sends: [.repairRecords, .mileage]),
        identifiers: [IdentifierValue(key: "shop_id", value: "4821")],
        secrets: [
            SecretValue(key: "client_id", reference: .secret("tekmetric/oakwood/client-id")),
            SecretValue(key: "client_secret", reference: .environment("TEKMETRIC_SECRET")),
        ],
        sync: [
            Sync(resource: "appointments", operations: [.read, .create, .update]),
            Sync(resource: "customers", operations: [.read]),
        ], everyMinutes: 15, webhooks: false)

    static let stripe = Integration(
        provider: Provider(
            id: "stripe", kind: .payments, name: .confirmed("Stripe"), legalName: .unknown,
            website: .confirmed("https://stripe.example"), privacyPolicy: .confirmed("https://stripe.example/privacy"),
            country: .confirmed("US"),
            api: ProviderAPI(
                style: .confirmed("REST"), productionURL: .unknown, sandboxURL: .unknown, authentication: .unknown,
                webhooks: .unknown, webhookSignature: .unknown, rateLimit: .unknown, pagination: .unknown),
            identifiers: [],
            secrets: [Provider.Secret(key: "secret_key", title: "Secret key", scope: .shop, source: .vendor)],
            resources: [],
            cookies: [
                Provider.Cookie(
                    name: "__stripe_mid", category: .necessary, purpose: "Prevents fraud.", duration: "1 year",
                    source: .other)
            ], receives: [.paymentCard], sends: [.paymentHistory]),
        identifiers: [IdentifierValue(key: "publishable_key", value: "pk_live_fixture")],
        secrets: [SecretValue(key: "secret_key", reference: .secret("stripe/oakwood/secret-key"))], sync: [],
        everyMinutes: 60, webhooks: true)
}

extension DataMap {
    static let fixture = DataMap(
        rows: [
            Row(
                category: .name, sources: [.person], purposes: [.booking, .contact],
                recipients: [
                    Recipient(
                        name: "Oakwood Auto Care", role: .shop, country: "US", privacyPolicy: nil, job: nil,
                        because: "shop"),
                    Recipient(
                        name: "Trackara", role: .operator, country: "US",
                        privacyPolicy: "https://trackara.example/privacy", job: nil, because: "operator"),
                ],
                retention: RetentionPeriod(
                    length: RetentionPeriod.Duration(count: 2, unit: .years), after: .accountClosed,
                    reason: .service), need: .needed, handling: Handling(), because: ["features.booking"]),
            Row(
                category: .photos, sources: [.person], purposes: [.repair], recipients: [],
                retention: RetentionPeriod(
                    length: RetentionPeriod.Duration(count: 90, unit: .days), after: .visit, reason: .service),
                need: .optional, handling: Handling(), because: ["features.photos"]),
        ], notCollected: [.callRecordings])
}

extension ConsentSettings {
    static let fixture = ConsentSettings(
        providers: [
            AnalyticsProvider(
                id: "google_analytics", name: "Google Analytics", identifiers: [("measurement_id", "G-1A2BCD345E")],
                retentionMonths: 2, privacyPolicy: "https://google.example/privacy", crashReports: false),
            AnalyticsProvider(
                id: "firebase", name: "Firebase", identifiers: [("project_id", "oakwood")], retentionMonths: 2,
                privacyPolicy: nil, crashReports: true),
        ],
        defaults: [
            RegionDefaults(
                regions: ["DE", "GB"], analyticsStorage: false, adStorage: false, adUserData: false,
                adPersonalization: false),
            RegionDefaults(
                regions: [], analyticsStorage: true, adStorage: false, adUserData: false, adPersonalization: false),
        ], mode: .basic, waitMilliseconds: 500,
        cookies: [
            Cookie(
                name: "session", provider: "Oakwood Auto Care", category: .necessary, purpose: "Keeps you signed in.",
                duration: "Until you close the browser", because: "cookies.own.session"),
            Cookie(
                name: "_ga", provider: "Google Analytics", category: .analytics, purpose: "Tells visitors apart.",
                duration: "2 years", because: "analytics.google_analytics"),
        ], banner: Banner(style: .bar, asksFirst: .optOut, consentDays: 182, categories: [.analytics]))

    static let nothing = ConsentSettings(
        providers: [], defaults: [], mode: .basic, waitMilliseconds: 500, cookies: [], banner: nil)
}
