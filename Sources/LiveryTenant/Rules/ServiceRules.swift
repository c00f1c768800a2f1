import LiveryDiagnostics
import LiverySchema

/// Connections, links, waiting times and cookies that do not fit together.
enum ServiceRules {
    static func findings(in tenant: Tenant, origins: Origins) -> [Diagnostic] {
        let rules: [(Tenant, Origins) -> [Diagnostic]] = [
            trialOnProduction, equalPins, longWaiting, historyWithoutSystem, photosWithoutVisit,
            marketingWithoutAds, providersCookies, sharedSecretInTrial, capitalApplicationID, errorLooksPrimary,
            darkIsLight, subtitleRepeatsName, keywordsRepeatName, shortDescriptionIsSubtitle,
        ]
        return rules.flatMap { $0(tenant, origins) }
    }

    private static func place(_ path: String, _ environment: TenantEnvironment, _ origins: Origins) -> SourceSpan? {
        origins.node(at: path, in: environment.name)?.span
    }

    /// Only where an overlay says it again: a shop without environments of its own inherits on purpose.
    private static func trialOnProduction(_ tenant: Tenant, _ origins: Origins) -> [Diagnostic] {
        let production = tenant.production.api.baseURL
        return tenant.environments.filter { $0.name != .production && $0.api.baseURL == production }.compactMap {
            let span = place("api.base_url", $0, origins)
            guard span != origins.place(of: "api.base_url") else { return nil }
            return .trialOnProduction($0.name, at: span, production: origins.place(of: "api.base_url"))
        }
    }

    private static func equalPins(_ tenant: Tenant, _ origins: Origins) -> [Diagnostic] {
        let pins = tenant.production.api.certificatePins
        return pins.indices.filter { pins[..<$0].contains(pins[$0]) }.map {
            .repeatedPin(at: origins.place(of: "api.certificate_pins.\($0)"))
        }
    }

    private static func longWaiting(_ tenant: Tenant, _ origins: Origins) -> [Diagnostic] {
        let api = tenant.production.api
        let seconds = api.timeoutSeconds * (api.retry.attempts + 1)
        guard seconds > 120 else { return [] }
        return [.longWaiting(seconds, at: origins.place(of: "api.timeout_seconds"))]
    }

    /// Without synchronization, a shop system can still be filled by hand, so only a system that could send repair
    /// orders and is not asked for them is a finding.
    private static func historyWithoutSystem(_ tenant: Tenant, _ origins: Origins) -> [Diagnostic] {
        guard tenant.features.serviceHistory != nil else { return [] }
        let systems = tenant.production.integrations.filter { $0.provider.kind == .shopManagement }
        guard let system = systems.first,
            systems.allSatisfy({ system in
                !system.sync.isEmpty
                    && !system.sync.contains { ["repair_orders", "invoices", "jobs"].contains($0.resource) }
                    && system.provider.resources.contains {
                        $0.name == "repair_orders" && $0.operations.contains(.read)
                    }
            })
        else { return [] }
        return [
            .historyWithoutRecords(
                system.provider, at: origins.place(of: "integrations.\(system.provider.id).sync"),
                feature: origins.place(of: "features.service_history.enabled"))
        ]
    }

    private static func photosWithoutVisit(_ tenant: Tenant, _ origins: Origins) -> [Diagnostic] {
        guard tenant.features.photos != nil, tenant.features.booking == nil, tenant.features.messaging == nil else {
            return []
        }
        return [.photosToNobody(at: origins.place(of: "features.photos.enabled"))]
    }

    private static func marketingWithoutAds(_ tenant: Tenant, _ origins: Origins) -> [Diagnostic] {
        guard !tenant.privacy.sharesForAds else { return [] }
        return tenant.cookies.own.filter { $0.category == .marketing }.map {
            .marketingCookie(
                $0.name, at: origins.place(of: "cookies.own.\($0.name).category"),
                fact: origins.place(of: "privacy.shares_for_ads"))
        }
    }

    private static func providersCookies(_ tenant: Tenant, _ origins: Origins) -> [Diagnostic] {
        let providers = tenant.production.integrations.map(\.provider)
        return tenant.cookies.own.compactMap { cookie in
            guard let owner = providers.first(where: { $0.cookies.contains { $0.name == cookie.name } }) else {
                return nil
            }
            return .providersCookie(cookie.name, owner, at: origins.place(of: "cookies.own.\(cookie.name).name"))
        }
    }

    /// A key for trials that opens production is no key for trials. Only where an overlay says it again.
    private static func sharedSecretInTrial(_ tenant: Tenant, _ origins: Origins) -> [Diagnostic] {
        let trials = tenant.environments.filter {
            $0.name != .production && origins.areasUnlikeProduction(in: $0.name).contains("integrations")
        }
        return trials.flatMap { environment in
            environment.integrations.flatMap { integration in
                integration.secrets.compactMap { secret -> Diagnostic? in
                    let path = "integrations.\(integration.provider.id).secrets.\(secret.key)"
                    let production = tenant.production.integrations.first { $0.provider.id == integration.provider.id }
                    guard production?.secrets.contains(where: { $0.reference == secret.reference }) == true,
                        let span = place(path, environment, origins),
                        let first = origins.node(at: path, in: .production)?.span, span != first
                    else { return nil }
                    return .sharedSecretInTrial(
                        environment.name, integration.provider, path: path, at: span, first: first)
                }
            }
        }
    }

    private static func capitalApplicationID(_ tenant: Tenant, _ origins: Origins) -> [Diagnostic] {
        let id = tenant.app.android.applicationID
        guard id != id.lowercased() else { return [] }
        return [.capitalApplicationID(id, at: origins.place(of: "app.android.application_id"))]
    }

    private static func errorLooksPrimary(_ tenant: Tenant, _ origins: Origins) -> [Diagnostic] {
        [("light", tenant.branding.light), ("dark", tenant.branding.dark)].filter { $1.primary == $1.error }.map {
            .errorLooksPrimary(
                path: "branding.colors.\($0.0).error", at: origins.place(of: "branding.colors.\($0.0).primary"),
                error: origins.place(of: "branding.colors.\($0.0).error"))
        }
    }

    private static func darkIsLight(_ tenant: Tenant, _ origins: Origins) -> [Diagnostic] {
        func brightness(_ color: Color) -> Int { 299 * Int(color.red) + 587 * Int(color.green) + 114 * Int(color.blue) }
        guard brightness(tenant.branding.dark.background) > brightness(tenant.branding.light.background) else {
            return []
        }
        return [
            .darkIsLight(
                at: origins.place(of: "branding.colors.dark.background"),
                light: origins.place(of: "branding.colors.light.background"))
        ]
    }

    private static func subtitleRepeatsName(_ tenant: Tenant, _ origins: Origins) -> [Diagnostic] {
        tenant.app.store.filter { $0.subtitle.lowercased() == tenant.branding.appName.lowercased() }.map {
            .subtitleRepeatsName(at: origins.place(of: "app.store.\($0.locale).subtitle"))
        }
    }

    /// The App Store finds an app by its name without help.
    private static func keywordsRepeatName(_ tenant: Tenant, _ origins: Origins) -> [Diagnostic] {
        let name = tenant.branding.appName.lowercased()
        return tenant.app.store.flatMap { listing in
            listing.keywords.enumerated().filter { $0.element.lowercased() == name }.map {
                .keywordRepeatsName(at: origins.place(of: "app.store.\(listing.locale).keywords.\($0.offset)"))
            }
        }
    }

    private static func shortDescriptionIsSubtitle(_ tenant: Tenant, _ origins: Origins) -> [Diagnostic] {
        tenant.app.store.filter { $0.description == $0.shortDescription }.map {
            .repeatedDescription(
                at: origins.place(of: "app.store.\($0.locale).description"),
                first: origins.place(of: "app.store.\($0.locale).short_description"))
        }
    }
}
