package import LiveryDiagnostics
import LiverySchema

/// A shop's layers, weakest first, merged and decoded.
package struct Resolution: Sendable {
    /// nil when something was wrong.
    package let tenant: Tenant?
    package let origins: Origins
    package let diagnostics: [Diagnostic]

    /// `own` are the layers over the ground: the group's if the shop has one, and the shop's.
    package init(shop id: String, on ground: CommonGround, own: [Layer], catalogue: Catalogue) {
        let origins = ground.origins(under: own)
        self.origins = origins

        let known = own.reduce(ground.decoded) { $0.adding($1.decoded) }
        var context = DecodingContext(isPartial: false, known: known)
        let definition = Schema<Definition>.definition.decode(origins.tree(.production), &context)
        var decoder = EnvironmentDecoder(catalogue: catalogue, known: known, production: definition?.services)
        let environments = EnvironmentName.allCases.compactMap { name in
            decoder.environment(name, tree: origins.tree(name), changing: origins.areasUnlikeProduction(in: name))
        }
        let found = context.diagnostics + decoder.diagnostics
        guard let definition, environments.count == EnvironmentName.allCases.count else {
            tenant = nil
            diagnostics = found
            return
        }
        let tenant = Tenant(
            id: id, group: definition.group, operator: definition.operator, shop: definition.shop,
            branding: definition.branding, app: definition.app, features: definition.features,
            cookies: definition.cookies, privacy: definition.privacy, environments: environments)
        let faults =
            TenantRules.findings(in: tenant, origins: origins)
            + PlaceRules.findings(in: tenant, origins: origins) + ServiceRules.findings(in: tenant, origins: origins)
            + PromiseRules.findings(in: tenant, origins: origins) + CopyRules.findings(in: tenant, origins: origins)
            + SlipRules.findings(in: tenant, origins: origins)
        diagnostics = found + faults
        self.tenant = diagnostics.hasErrors ? nil : tenant
    }
}

/// Decodes what differs between environments, and asks the catalogue.
private struct EnvironmentDecoder {
    let catalogue: Catalogue
    let known: DecodedValues
    /// nil where the definition has faults.
    let production: Services?
    var diagnostics: [Diagnostic] = []

    /// `areas` are those that may be other than in production.
    mutating func environment(
        _ name: EnvironmentName, tree: LayeredNode, changing areas: Set<String>
    ) -> TenantEnvironment? {
        var context = DecodingContext(isPartial: false, known: known)
        let services: Services?
        if let production {
            // Production's services come decoded with the rest of the definition.
            services = name == .production ? production : production.changed(in: areas, as: tree, &context)
        } else {
            let keys = Set(tree.entries.map(\.key)).subtracting(Schema<Services>.keys)
            services = Schema<Services>.services.decode(tree.without(keys), &context)
        }
        // What production lacks too was reported there; an overlay can only take away.
        diagnostics += context.diagnostics.filter { $0.code != "schema/missing-key" || production != nil }
        var linker = IntegrationLinker(catalogue: catalogue, tree: tree)
        linker.checkNames()
        defer { diagnostics += linker.diagnostics }
        guard let services else { return nil }
        let integrations = services.integrations.filter(\.value.isEnabled).compactMap { linker.link($0) }
        return TenantEnvironment(
            name: name, api: services.api, analytics: services.analytics, billing: services.billing,
            integrations: integrations)
    }
}
