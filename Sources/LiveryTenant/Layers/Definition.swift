import LiveryDiagnostics
import LiverySchema

/// The areas of a definition, decoded; what differs between environments is still as production has it.
struct Definition: Sendable {
    let group: String?
    let `operator`: Operator
    let shop: Shop
    let branding: Branding
    let app: App
    let features: Features
    let cookies: Cookies
    let privacy: Privacy
    let services: Services
}

/// The areas that may differ between environments, before the catalogue has been asked.
struct Services: Sendable {
    let api: API
    let analytics: Analytics
    let billing: Billing
    let integrations: [KeyedValue<IntegrationDefinition>]
}

extension Schema<Definition> {
    /// A whole definition. Each layer is checked against it by itself, then the merged tree is decoded by it.
    static let definition = object(
        "A definition",
        Field("livery", .formatVersion, "The version of the format: 1."),
        .optional("group", .slug, "The chain that the shop belongs to: the name of a file in `groups/`."),
        Field("operator", .operator, "The platform company; only `platform.yaml` says it."),
        Field("shop", .shop, "The business behind the app."),
        Field("branding", .branding, "How the app looks."),
        Field("app", .app, "The two apps and their listings."),
        Field("features", .features, "What the app can do."),
        Field("cookies", .cookies, "The banner of the web portal, and its own cookies."),
        Field("privacy", .privacy, "What is true about the shop's handling of data."),
        Schema<Services>.api, Schema<Services>.analytics, Schema<Services>.billing, Schema<Services>.integrations,
        .optional("environments", .environments, "What differs in development, staging or production."),
        .optional("diagnostics", .severities, "How grave warnings are, by code; only `platform.yaml` says it."),
        build: {
            _, group, platform, shop, branding, app, features, cookies, privacy, api, analytics, billing, integrations,
            _, _ in
            Definition(
                group: group, operator: platform, shop: shop, branding: branding, app: app, features: features,
                cookies: cookies, privacy: privacy,
                services: Services(api: api, analytics: analytics, billing: billing, integrations: integrations))
        })
}

extension Schema<Services> {
    /// What an environment may overlay; also decodes one environment's merged tree.
    static let services = object("An environment", api, analytics, billing, integrations, build: Services.init)

    fileprivate static let api = Field("api", Schema<API>.api, "How the app reaches the platform.")
    fileprivate static let analytics = Field(
        "analytics", Schema<Analytics>.analytics, "Who measures the use of the apps and the portal.")
    fileprivate static let billing = Field(
        "billing", Schema<Billing>.billing, "What the shop pays, and who takes payments.")
    fileprivate static let integrations = Field(
        "integrations", Schema<[KeyedValue<IntegrationDefinition>]>.map(keys: "provider id", of: .integration),
        default: [], "The systems that the shop connects.")

    /// The areas by key.
    static let keys: Set<String> = ["api", "analytics", "billing", "integrations"]
}

extension Services {
    /// The same with some areas decoded anew; nil when those have faults.
    func changed(
        in areas: Set<String>, as tree: LayeredNode, _ context: inout DecodingContext
    ) -> Services? {
        func area<Value>(_ field: Field<Value>, _ former: Value) -> Value? {
            areas.contains(field.key) ? field.decode(of: tree, &context) : former
        }
        let api = area(Schema<Services>.api, api)
        let analytics = area(Schema<Services>.analytics, analytics)
        let billing = area(Schema<Services>.billing, billing)
        let integrations = area(Schema<Services>.integrations, integrations)
        guard let api, let analytics, let billing, let integrations else { return nil }
        return Services(api: api, analytics: analytics, billing: billing, integrations: integrations)
    }
}

/// A marker: overlays are merged as trees, and only checked here.
struct Overlays: Sendable {}

extension Schema<Overlays> {
    fileprivate static var environments: Schema<Overlays> {
        let services = Schema<Services>.services
        let shape = ObjectShape(
            name: "Environments",
            fields: EnvironmentName.allCases.map {
                ObjectShape.Field(
                    key: $0.rawValue, documentation: "What differs in \($0.rawValue).", shape: services.shape,
                    isRequired: false)
            })
        return Schema(shape: .object(shape)) { node, context in
            guard case .mapping(let entries) = node.content else {
                context.report(.wrongType(of: node, expected: "a mapping by environment", in: context))
                return nil
            }
            for entry in entries where !entry.value.isRemoved {
                guard EnvironmentName(rawValue: entry.key) != nil else {
                    context.report(.unknownEnvironment(entry, in: context))
                    continue
                }
                context.within(entry.key, at: entry.keySpan) { context in
                    reportSharedAreas(of: entry.value, in: &context)
                    var partial = DecodingContext(isPartial: true)
                    _ = partial.within(context.pathText, at: entry.keySpan) {
                        services.decode(entry.value.without(Self.sharedAreas), &$0)
                    }
                    for diagnostic in partial.diagnostics { context.report(diagnostic) }
                }
            }
            return Overlays()
        }
    }

    private static var sharedAreas: Set<String> {
        ["operator", "shop", "branding", "app", "features", "cookies", "privacy", "group", "diagnostics"]
    }

    private static func reportSharedAreas(of overlay: LayeredNode, in context: inout DecodingContext) {
        for entry in overlay.entries where sharedAreas.contains(entry.key) {
            context.report(
                Diagnostic(
                    code: "tenant/shared-area", "`\(entry.key)` is the same in every environment.", at: entry.keySpan,
                    path: context.pathText + "." + entry.key,
                    help:
                        "Only `api`, `analytics`, `billing` and `integrations` can differ; move it out of here."
                ))
        }
    }
}

extension Diagnostic {
    fileprivate static func unknownEnvironment(_ entry: LayeredNode.Entry, in context: DecodingContext) -> Diagnostic {
        let known = EnvironmentName.allCases.map(\.rawValue)
        let meant =
            known.first { entry.key.utf8.count >= 3 && $0.hasPrefix(entry.key) }
            ?? Similarity.nearest(to: entry.key, in: known)
        return Diagnostic(
            code: "tenant/unknown-environment", "`\(entry.key)` is no environment.", at: entry.keySpan,
            label: meant.map { "did you mean `\($0)`?" }, path: context.pathText + "." + entry.key,
            help: "The environments are `development`, `staging` and `production`.",
            fixes: meant.map { [Fix(title: "Rename to `\($0)`", span: entry.keySpan, replacement: $0)] } ?? [])
    }
}
