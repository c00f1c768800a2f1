import LiveryDiagnostics
import LiverySchema

/// What is left behind when a definition begins as a copy of another, or of the operator's data.
enum CopyRules {
    static func findings(in tenant: Tenant, origins: Origins) -> [Diagnostic] {
        let rules: [(Tenant, Origins) -> [Diagnostic]] = [
            nameUnlikeShop, operatorsData, sameDarkLogo, placesAbroad, repeatedNames, repeatedAddresses,
            trialMeasuresProduction, trialUsesProductionAccount, foreignCurrency,
        ]
        return rules.flatMap { $0(tenant, origins) }
    }

    /// An app is called like its shop or chain; not one word in common is how a copied file looks.
    private static func nameUnlikeShop(_ tenant: Tenant, _ origins: Origins) -> [Diagnostic] {
        // Most apps are called just like their shop.
        if tenant.branding.appName == tenant.shop.name { return [] }
        let app = words(tenant.branding.appName)
        let names = words(tenant.shop.name).union(words(tenant.shop.legalName))
        let glued = names.sorted().joined() + tenant.shop.name.lowercased().filter(\.isLetter)
        guard !app.isEmpty, !names.isEmpty, app.isDisjoint(with: names), !app.contains(where: glued.contains) else {
            return []
        }
        return [
            .nameUnlikeShop(
                tenant.branding.appName, tenant.shop.name, at: origins.place(of: "branding.app_name"),
                shop: origins.place(of: "shop.name"))
        ]
    }

    private static func words(_ name: String) -> Set<String> {
        Set(name.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init).filter { $0.count > 1 })
    }

    private static func operatorsData(_ tenant: Tenant, _ origins: Origins) -> [Diagnostic] {
        let shop = tenant.shop
        let platform = tenant.operator
        let pairs: [(path: String, what: String, shop: String?, operator: String?)] = [
            ("email", "e-mail address", shop.email, platform.email),
            ("phone", "phone number", shop.phone, platform.phone),
            ("website", "website", shop.website, platform.website),
        ]
        let own = pairs.filter { $0.shop != nil && $0.shop == $0.operator }.map { pair in
            Diagnostic.operatorsData(
                pair.what, of: platform.name, path: "shop.\(pair.path)", at: origins.place(of: "shop.\(pair.path)"),
                operator: origins.place(of: "operator.\(pair.path)"))
        }
        return own + operatorsContact(tenant, origins)
    }

    /// Where `platform.yaml` itself makes the operator the contact of all shops, that is meant.
    private static func operatorsContact(_ tenant: Tenant, _ origins: Origins) -> [Diagnostic] {
        let path = "privacy.contact.email"
        let place = origins.place(of: path)
        let platform = origins.place(of: "operator.email")
        guard tenant.privacy.contact.email == tenant.operator.email, place?.file != platform?.file else { return [] }
        return [
            .operatorsData(
                "e-mail address", of: tenant.operator.name, path: path, at: place, operator: platform)
        ]
    }

    private static func sameDarkLogo(_ tenant: Tenant, _ origins: Origins) -> [Diagnostic] {
        guard let logo = tenant.branding.logo, logo == tenant.branding.logoDark else { return [] }
        return [
            .sameDarkLogo(
                logo, at: origins.place(of: "branding.logo_dark"), light: origins.place(of: "branding.logo"))
        ]
    }

    private static func placesAbroad(_ tenant: Tenant, _ origins: Origins) -> [Diagnostic] {
        let home = tenant.shop.address.region
        return tenant.shop.locations.filter { $0.address.region.country != home.country }.map { location in
            .placeAbroad(
                location.name, location.address.region.countryName, home: home.countryName,
                at: origins.place(of: "shop.locations.\(location.id).address.region"),
                shop: origins.place(of: "shop.address.region"))
        }
    }

    private static func repeatedNames(_ tenant: Tenant, _ origins: Origins) -> [Diagnostic] {
        let locations = tenant.shop.locations
        return locations.indices.compactMap { index in
            guard let first = locations[..<index].first(where: { $0.name == locations[index].name }) else { return nil }
            return .repeatedLocationName(
                first.name, at: origins.place(of: "shop.locations.\(locations[index].id).name"),
                first: origins.place(of: "shop.locations.\(first.id).name"))
        }
    }

    private static func repeatedAddresses(_ tenant: Tenant, _ origins: Origins) -> [Diagnostic] {
        let locations = tenant.shop.locations
        return locations.indices.compactMap { index in
            let address = locations[index].address
            guard address != tenant.shop.address,
                let first = locations[..<index].first(where: { $0.address == address })
            else { return nil }
            return .sameAddress(
                first.name, locations[index].name,
                at: origins.place(of: "shop.locations.\(locations[index].id).address"),
                first: origins.place(of: "shop.locations.\(first.id).address"))
        }
    }

    private static let analyticsPaths = [
        "analytics.google_analytics.measurement_id", "analytics.firebase.ios_app_id",
        "analytics.firebase.android_app_id",
    ]

    /// Only where an overlay says it again: a shop without environments of its own inherits on purpose.
    private static func trialMeasuresProduction(_ tenant: Tenant, _ origins: Origins) -> [Diagnostic] {
        trials("analytics", origins).flatMap { environment in
            analyticsPaths.compactMap { path in
                guard let span = repeats(path, environment, origins) else { return nil }
                return .trialMeasuresProduction(
                    environment, path: path, at: span, production: origins.place(of: path))
            }
        }
    }

    private static func trialUsesProductionAccount(_ tenant: Tenant, _ origins: Origins) -> [Diagnostic] {
        let trials = trials("integrations", origins)
        return tenant.environments.filter { trials.contains($0.name) }.flatMap { environment in
            environment.integrations.flatMap { integration in
                integration.identifiers.compactMap { identifier -> Diagnostic? in
                    let path = "integrations.\(integration.provider.id).identifiers.\(identifier.key)"
                    guard let span = repeats(path, environment.name, origins) else { return nil }
                    return .trialUsesProductionAccount(
                        environment.name, integration.provider, path: path, at: span,
                        production: origins.place(of: path))
                }
            }
        }
    }

    /// The environments for trials in which an area can be other than in production.
    private static func trials(_ area: String, _ origins: Origins) -> [EnvironmentName] {
        [.development, .staging].filter { origins.areasUnlikeProduction(in: $0).contains(area) }
    }

    /// The place in an overlay that gives a value of production once more.
    private static func repeats(_ path: String, _ environment: EnvironmentName, _ origins: Origins) -> SourceSpan? {
        guard let node = origins.node(at: path, in: environment),
            let production = origins.node(at: path, in: .production),
            node.text == production.text, node.span != production.span
        else { return nil }
        return node.span
    }

    /// ISO 4217, for the countries whose shops we know.
    private static let currencies = ["US": "USD", "CA": "CAD", "GB": "GBP", "DE": "EUR", "FR": "EUR", "MX": "MXN"]

    private static func foreignCurrency(_ tenant: Tenant, _ origins: Origins) -> [Diagnostic] {
        guard case .subscription(_, let currency) = tenant.production.billing.model else { return [] }
        let countries = [tenant.shop.address.region.country, tenant.operator.address.region.country]
        let expected = countries.compactMap { currencies[$0] }
        guard expected.count == countries.count, !expected.contains(currency) else { return [] }
        return [
            .foreignCurrency(currency, expected: expected[0], at: origins.place(of: "billing.monthly_currency"))
        ]
    }
}

extension Diagnostic {
    fileprivate static func nameUnlikeShop(
        _ app: String, _ shop: String, at span: SourceSpan?, shop place: SourceSpan?
    ) -> Diagnostic {
        Diagnostic(
            code: "tenant/name-unlike-shop", severity: .warning,
            "The app is called `\(app)`, which has no word in common with `\(shop)`.", at: span,
            related: place.map { [Label(span: $0, text: "the shop's name")] } ?? [], path: "branding.app_name",
            help: "Was this file begun as a copy? Customers look for the app by the name over the door.")
    }

    fileprivate static func operatorsData(
        _ what: String, of platform: String, path: String, at span: SourceSpan?, operator place: SourceSpan?
    ) -> Diagnostic {
        Diagnostic(
            code: "tenant/operators-data", severity: .warning,
            "The shop has the \(what) of \(platform): its customers would end up there.", at: span,
            related: place.map { [Label(span: $0, text: "the operator's")] } ?? [], path: path,
            help: "Write the shop's own.")
    }

    fileprivate static func sameDarkLogo(_ file: String, at span: SourceSpan?, light: SourceSpan?) -> Diagnostic {
        Diagnostic(
            code: "tenant/same-dark-logo", severity: .warning,
            "The dark logo is the light one, which is used without saying so.", at: span,
            related: light.map { [Label(span: $0, text: "the light logo")] } ?? [], path: "branding.logo_dark",
            help: "Delete `logo_dark`, or name a logo that is made for dark surfaces.")
    }

    fileprivate static func placeAbroad(
        _ name: String, _ country: String, home: String, at span: SourceSpan?, shop: SourceSpan?
    ) -> Diagnostic {
        Diagnostic(
            code: "tenant/location-abroad", severity: .warning,
            "\(name) is in \(country), and the shop is in \(home).", at: span,
            related: shop.map { [Label(span: $0, text: "the shop's region")] } ?? [], path: "shop.locations",
            help: "Mend the region, or make it a shop of its own: other laws hold there.")
    }

    fileprivate static func repeatedLocationName(
        _ name: String, at span: SourceSpan?, first: SourceSpan?
    ) -> Diagnostic {
        Diagnostic(
            code: "tenant/repeated-location-name", severity: .warning,
            "Two locations are called `\(name)`, and a customer must choose between them.", at: span,
            related: first.map { [Label(span: $0, text: "first used here")] } ?? [], path: "shop.locations",
            help: "Add the street or the part of town.")
    }

    fileprivate static func sameAddress(
        _ first: String, _ second: String, at span: SourceSpan?, first place: SourceSpan?
    ) -> Diagnostic {
        Diagnostic(
            code: "tenant/same-location-address", severity: .warning,
            "\(first) and \(second) have the same address.", at: span,
            related: place.map { [Label(span: $0, text: "first used here")] } ?? [], path: "shop.locations",
            help: "Give each location its own address.")
    }

    fileprivate static func trialMeasuresProduction(
        _ environment: EnvironmentName, path: String, at span: SourceSpan?, production: SourceSpan?
    ) -> Diagnostic {
        Diagnostic(
            code: "tenant/trial-measures-production", severity: .warning,
            "What testers do in `\(environment.rawValue)` would be counted among the customers.", at: span,
            related: production.map { [Label(span: $0, text: "production has it here")] } ?? [], path: path,
            help: "Write the id of a property for tests, or leave it out here.")
    }

    fileprivate static func trialUsesProductionAccount(
        _ environment: EnvironmentName, _ provider: Provider, path: String, at span: SourceSpan?,
        production: SourceSpan?
    ) -> Diagnostic {
        Diagnostic(
            code: "tenant/trial-uses-production-account", severity: .warning,
            "`\(environment.rawValue)` works on the account that production has at \(provider.brand).", at: span,
            related: production.map { [Label(span: $0, text: "production has it here")] } ?? [], path: path,
            help: "Write the id of a test account, or leave it out here.")
    }

    fileprivate static func foreignCurrency(_ currency: String, expected: String, at span: SourceSpan?) -> Diagnostic {
        Diagnostic(
            code: "tenant/foreign-currency", severity: .warning,
            "The fee is in \(currency), the money of neither the shop's country nor the operator's.", at: span,
            path: "billing.monthly_currency", help: "Write `\(expected)`, if that was meant.")
    }
}
