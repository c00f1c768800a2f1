import LiveryDiagnostics
import LiveryTenant

/// One thing about a shop that a rule across shops asks.
struct Fact: Sendable {
    let kind: Kind
    let value: String
    let place: SourceSpan?

    enum Kind: Int, CaseIterable, Sendable {
        case iosBundle, androidApplication, domain, webStream, firebaseIOS, firebaseAndroid
        case appName, phone, email, website
        /// Of a shop management system, with its provider before it.
        case account
        case secret
        /// Where the customers' money arrives, with its provider before it.
        case paymentAccount
        /// Whom customers ask about their data.
        case privacyEmail
        case group
        case picture

        /// Whether two shops are compared by it.
        var isOwn: Bool { ![.group, .picture, .privacyEmail].contains(self) }

        var path: String {
            switch self {
            case .iosBundle: "app.ios.bundle_id"
            case .androidApplication: "app.android.application_id"
            case .domain: "app.deep_link_domain"
            case .webStream: "analytics.google_analytics.measurement_id"
            case .firebaseIOS: "analytics.firebase.ios_app_id"
            case .firebaseAndroid: "analytics.firebase.android_app_id"
            case .appName: "branding.app_name"
            case .phone: "shop.phone"
            case .email: "shop.email"
            case .website: "shop.website"
            case .account, .secret, .paymentAccount: "integrations"
            case .privacyEmail: "privacy.contact.email"
            case .group: "group"
            case .picture: "branding"
            }
        }

        var name: String {
            switch self {
            case .iosBundle: "iOS bundle id"
            case .androidApplication: "Android application id"
            case .domain: "domain of links"
            case .webStream: "web stream of Google Analytics"
            case .firebaseIOS: "Firebase iOS app"
            case .firebaseAndroid: "Firebase Android app"
            case .appName: "app name"
            case .phone: "phone number"
            case .email: "e-mail address"
            case .website: "website"
            case .account, .paymentAccount: "account"
            case .privacyEmail: "e-mail address"
            case .secret: "secret"
            case .group: "group"
            case .picture: "picture"
            }
        }
    }

    static func all(of tenant: Tenant, origins: Origins) -> [Fact] {
        let analytics = tenant.production.analytics
        let single: [(Kind, String?)] = [
            (.iosBundle, tenant.app.ios.bundleID), (.androidApplication, tenant.app.android.applicationID),
            (.domain, tenant.app.deepLinkDomain), (.webStream, analytics.googleAnalytics?.measurementID),
            (.firebaseIOS, analytics.firebase?.iosAppID), (.firebaseAndroid, analytics.firebase?.androidAppID),
            (.appName, tenant.branding.appName), (.phone, tenant.shop.phone), (.email, tenant.shop.email),
            (.website, tenant.shop.website.map(host)), (.group, tenant.group),
            (.privacyEmail, tenant.privacy.contact.email),
        ]
        var facts = single.compactMap { kind, value in
            value.map { Fact(kind: kind, value: $0, place: origins.place(of: kind.path)) }
        }
        for (path, picture) in AssetRules.named(by: tenant) {
            facts.append(Fact(kind: .picture, value: picture, place: origins.place(of: path)))
        }
        for integration in tenant.production.integrations { facts += self.facts(of: integration, origins) }
        return facts
    }

    private static func facts(of integration: Integration, _ origins: Origins) -> [Fact] {
        let path = "integrations.\(integration.provider.id)"
        // A secret of the operator, as a partner of the provider, serves many shops.
        let own = Set(integration.provider.secrets.filter { $0.scope == .shop }.map(\.key))
        let secrets = integration.secrets.compactMap { secret -> Fact? in
            guard case .secret(let name) = secret.reference, own.contains(secret.key) else { return nil }
            return Fact(kind: .secret, value: name, place: origins.place(of: "\(path).secrets.\(secret.key)"))
        }
        guard let first = integration.identifiers.first, integration.provider.kind != .analytics else { return secrets }
        // Some providers number shops within an account, so that only all ids together name one.
        let ids = integration.identifiers.map { "\($0.key) \($0.value)" }.joined(separator: ", ")
        let place = integration.identifiers.count == 1 ? ".identifiers.\(first.key)" : ".identifiers"
        return secrets
            + [
                Fact(
                    kind: integration.provider.kind == .payments ? .paymentAccount : .account,
                    value: "\(integration.provider.brand) with \(ids)",
                    place: origins.place(of: path + place))
            ]
    }

    private static func host(_ website: String) -> String {
        let host = website.dropFirst("https://".count).prefix { $0 != "/" && $0 != "?" && $0 != ":" }.lowercased()
        return host.hasPrefix("www.") ? String(host.dropFirst(4)) : host
    }
}
