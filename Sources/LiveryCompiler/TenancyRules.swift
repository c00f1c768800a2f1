import LiveryDiagnostics
import LiveryTenant

/// Rules across shops: what must belong to one shop only.
enum TenancyRules {
    /// What the rules ask of a shop; a session keeps this, and not the whole tenant.
    struct Shop: Sendable {
        struct Identity: Sendable {
            let value: String
            let place: SourceSpan?
        }

        let id: String
        /// By rule; nil where the shop has nothing that could be shared.
        let identities: [Identity?]

        init(id: String, identities: [Identity?]) {
            self.id = id
            self.identities = identities
        }

        init(tenant: Tenant, origins: Origins) {
            id = tenant.id
            identities = TenancyRules.unique.map { rule in
                rule.value(tenant).map { Identity(value: $0, place: origins.place(of: rule.path)) }
            }
        }
    }

    /// What two shops must not share, and who they are.
    struct Finding {
        let diagnostic: Diagnostic
        let shops: Set<String>
    }

    private static let unique: [(path: String, what: String, value: @Sendable (Tenant) -> String?)] = [
        ("app.ios.bundle_id", "iOS bundle id", { $0.app.ios.bundleID }),
        ("app.android.application_id", "Android application id", { $0.app.android.applicationID }),
        ("app.deep_link_domain", "domain of links", { $0.app.deepLinkDomain }),
        (
            "analytics.google_analytics.measurement_id", "web stream of Google Analytics",
            { $0.production.analytics.googleAnalytics?.measurementID }
        ),
        ("analytics.firebase.ios_app_id", "Firebase iOS app", { $0.production.analytics.firebase?.iosAppID }),
        (
            "analytics.firebase.android_app_id", "Firebase Android app",
            { $0.production.analytics.firebase?.androidAppID }
        ),
    ]

    /// `shops` in the order of their ids: of two that share something, the second is to blame.
    static func findings(in shops: [Shop]) -> [Finding] {
        unique.enumerated().flatMap { number, rule in
            var first: [String: Int] = [:]
            first.reserveCapacity(shops.count)
            var found: [Finding] = []
            for (index, shop) in shops.enumerated() {
                guard let identity = shop.identities[number] else { continue }
                guard let earlier = first[identity.value] else {
                    first[identity.value] = index
                    continue
                }
                let other = shops[earlier]
                let diagnostic = Diagnostic.sharedIdentity(
                    rule.what, path: rule.path, shop: shop.id, earlier: other.id, at: identity.place,
                    first: other.identities[number]?.place)
                found.append(Finding(diagnostic: diagnostic, shops: [other.id, shop.id]))
            }
            return found
        }
    }
}

extension Diagnostic {
    fileprivate static func sharedIdentity(
        _ what: String, path: String, shop: String, earlier: String, at span: SourceSpan?, first: SourceSpan?
    ) -> Diagnostic {
        let isInherited = first == span
        return Diagnostic(
            code: "compiler/shared-identity",
            "The shops `\(earlier)` and `\(shop)` have the same \(what).", at: span,
            label: isInherited ? "both inherit this" : nil,
            related: isInherited
                ? [] : first.map { [Label(span: $0, text: "`\(earlier)` has it here")] } ?? [],
            path: path, help: "Each shop's app needs its own; set `\(path)` in the shop's file.")
    }
}
