/// One shop, resolved: every layer merged, every value decoded and checked, in the words of a definition.
///
/// The areas stand in the order of the reference page. Everything that the bundle says is derived from this value,
/// which never changes: an object, because it is passed on everywhere.
package final class Tenant: Sendable {
    /// The slug that names the shop: the name of its file.
    package let id: String
    /// The chain that the shop belongs to, by the name of its file.
    package let group: String?
    package let `operator`: Operator
    package let shop: Shop
    package let branding: Branding
    package let app: App
    package let features: Features
    package let cookies: Cookies
    package let privacy: Privacy
    /// What differs between environments, in the order of ``EnvironmentName``.
    package let environments: [TenantEnvironment]

    init(
        id: String, group: String?, `operator`: Operator, shop: Shop, branding: Branding, app: App,
        features: Features, cookies: Cookies, privacy: Privacy, environments: [TenantEnvironment]
    ) {
        self.id = id
        self.group = group
        self.operator = `operator`
        self.shop = shop
        self.branding = branding
        self.app = app
        self.features = features
        self.cookies = cookies
        self.privacy = privacy
        self.environments = environments
    }

    /// What the customers of the shop meet. The policy speaks of this environment.
    package var production: TenantEnvironment {
        guard let production = environments.first(where: { $0.name == .production }) else {
            preconditionFailure("a tenant is built with all three environments")
        }
        return production
    }
}

/// Where an app runs. The production environment is the one without an overlay of its own in most definitions.
package enum EnvironmentName: String, CaseIterable, Sendable {
    case development
    case staging
    case production
}

/// The areas that may differ between environments.
package final class TenantEnvironment: Sendable {
    package let name: EnvironmentName
    package let api: API
    package let analytics: Analytics
    package let billing: Billing
    /// The systems that the shop connects, by provider id in the order of their ids; disabled ones are left out.
    package let integrations: [Integration]

    init(
        name: EnvironmentName, api: API, analytics: Analytics, billing: Billing, integrations: [Integration]
    ) {
        self.name = name
        self.api = api
        self.analytics = analytics
        self.billing = billing
        self.integrations = integrations
    }
}
