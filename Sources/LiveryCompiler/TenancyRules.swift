import LiveryDiagnostics
import LiveryTenant

/// Rules across shops: what must belong to one shop only.
enum TenancyRules {
    struct Shop {
        let tenant: Tenant
        let origins: Origins
    }

    /// What two shops must not share, and who they are.
    struct Finding {
        let diagnostic: Diagnostic
        let shops: Set<String>
    }

    static func findings(in shops: [Shop]) -> [Finding] {
        let unique: [(path: String, what: String, value: (Tenant) -> String?)] = [
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
        return unique.flatMap { rule in
            var first: [String: Shop] = [:]
            return shops.compactMap { shop -> Finding? in
                guard let value = rule.value(shop.tenant) else { return nil }
                guard let earlier = first[value] else {
                    first[value] = shop
                    return nil
                }
                let diagnostic = Diagnostic.sharedIdentity(
                    rule.what, path: rule.path, shop: shop, earlier: earlier, at: shop.origins.place(of: rule.path))
                return Finding(diagnostic: diagnostic, shops: [earlier.tenant.id, shop.tenant.id])
            }
        }
    }
}

extension Diagnostic {
    fileprivate static func sharedIdentity(
        _ what: String, path: String, shop: TenancyRules.Shop, earlier: TenancyRules.Shop, at span: SourceSpan?
    ) -> Diagnostic {
        let first = earlier.origins.place(of: path)
        let isInherited = first == span
        return Diagnostic(
            code: "compiler/shared-identity",
            "The shops `\(earlier.tenant.id)` and `\(shop.tenant.id)` have the same \(what).", at: span,
            label: isInherited ? "both inherit this" : nil,
            related: isInherited
                ? [] : first.map { [Label(span: $0, text: "`\(earlier.tenant.id)` has it here")] } ?? [],
            path: path, help: "Each shop's app needs its own; set `\(path)` in the shop's file.")
    }
}
