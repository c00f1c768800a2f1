import LiveryDiagnostics
import LiveryTenant

/// `integrations/<provider>.json` for each connected system, and `integrations/manifest.json` that lists them.
///
/// Every fact of the catalogue carries how sure it is and where it comes from; secrets are references only.
enum IntegrationFiles {
    static func emit(_ tenant: Tenant) -> [EmittedFile] {
        let connections = Connection.all(of: tenant)
        let files = connections.map { connection in
            EmittedFile(path: connection.path, bytes: document(tenant, connection))
        }
        return files + [index(tenant, connections)]
    }

    private static func index(_ tenant: Tenant, _ connections: [Connection]) -> EmittedFile {
        let bytes = JSONWriter.document { json in
            json.field("format_version", Bundle.formatVersion)
            json.field("shop", tenant.id)
            json.array("integrations") { list in
                for connection in connections {
                    list.element { entry in
                        entry.field("provider", connection.provider.id)
                        entry.field("name", orNull: connection.provider.name.value)
                        entry.field("kind", connection.provider.kind.rawValue)
                        entry.field("file", connection.path)
                        entry.strings("environments", connection.uses.map(\.environment.rawValue))
                    }
                }
            }
        }
        return EmittedFile(path: "integrations/manifest.json", bytes: bytes)
    }

    private static func document(_ tenant: Tenant, _ connection: Connection) -> [UInt8] {
        let provider = connection.provider
        return JSONWriter.document { json in
            json.field("format_version", Bundle.formatVersion)
            json.field("shop", tenant.id)
            json.object("provider") { about(provider, &$0) }
            json.object("api") { api(provider.api, &$0) }
            json.object("environments") { environments in
                for use in connection.uses {
                    environments.object(use.environment.rawValue) { settings(use, of: provider, &$0) }
                }
            }
            json.array("resources") { list in
                for resource in provider.resources { list.element { matrixRow(resource, &$0) } }
            }
            json.object("data") { data in
                data.strings("sent_to_provider", provider.receives.map(\.rawValue))
                data.strings("received_from_provider", provider.sends.map(\.rawValue))
            }
            json.array("cookies") { list in
                for cookie in provider.cookies { list.element { self.cookie(cookie, &$0) } }
            }
        }
    }

    private static func about(_ provider: Provider, _ json: inout JSONWriter) {
        json.field("id", provider.id)
        json.field("kind", provider.kind.rawValue)
        fact("name", provider.name, &json)
        fact("legal_name", provider.legalName, &json)
        fact("website", provider.website, &json)
        fact("privacy_policy", provider.privacyPolicy, &json)
        fact("country", provider.country, &json)
    }

    private static func api(_ api: ProviderAPI, _ json: inout JSONWriter) {
        fact("style", api.style, &json)
        fact("production_url", api.productionURL, &json)
        fact("sandbox_url", api.sandboxURL, &json)
        fact("authentication", api.authentication, &json)
        fact("webhooks", api.webhooks, &json)
        fact("webhook_signature", api.webhookSignature, &json)
        fact("rate_limit", api.rateLimit, &json)
        fact("pagination", api.pagination, &json)
    }

    private static func settings(_ use: Connection.Use, of provider: Provider, _ json: inout JSONWriter) {
        // Only production may reach the provider's live system: a test that books real appointments is worse than
        // a test environment that has no address yet.
        let url = use.environment == .production ? provider.api.productionURL : provider.api.sandboxURL
        json.field("base_url", orNull: url.value)
        json.object("identifiers") { identifiers in
            for identifier in use.integration.identifiers { identifiers.field(identifier.key, identifier.value) }
        }
        json.array("secrets") { list in
            for secret in use.integration.secrets {
                list.element { self.secret(secret, of: provider, &$0) }
            }
        }
        json.array("sync") { list in
            for sync in use.integration.sync { list.element { self.sync(sync, of: provider, &$0) } }
        }
        json.field("every_minutes", use.integration.everyMinutes)
        json.field("webhooks", use.integration.webhooks)
    }

    private static func secret(_ secret: Integration.SecretValue, of provider: Provider, _ json: inout JSONWriter) {
        json.field("key", secret.key)
        if let known = provider.secrets.first(where: { $0.key == secret.key }) {
            json.field("title", known.title)
            json.field("scope", known.scope.rawValue)
        }
        switch secret.reference {
        case .secret(let path): json.object("reference") { $0.field("secret", path) }
        case .environment(let name): json.object("reference") { $0.field("env", name) }
        }
    }

    private static func sync(_ sync: Integration.Sync, of provider: Provider, _ json: inout JSONWriter) {
        json.field("resource", sync.resource)
        json.field("direction", direction(of: sync.operations))
        json.strings("operations", sync.operations.map(\.rawValue))
        if let known = provider.resources.first(where: { $0.name == sync.resource }) { source(known.source, &json) }
    }

    /// As seen from the platform.
    private static func direction(of operations: [Provider.Operation]) -> String {
        let reads = operations.contains(.read)
        let writes = operations.contains { $0 != .read }
        if reads && writes { return "both" }
        return writes ? "to_provider" : "from_provider"
    }

    private static func matrixRow(_ resource: Provider.Resource, _ json: inout JSONWriter) {
        json.field("resource", resource.name)
        json.strings("operations", resource.operations.map(\.rawValue))
        json.optional("note", resource.note)
        source(resource.source, &json)
    }

    private static func cookie(_ cookie: Provider.Cookie, _ json: inout JSONWriter) {
        json.field("name", cookie.name)
        json.field("category", cookie.category.rawValue)
        json.field("purpose", cookie.purpose)
        json.field("duration", cookie.duration)
        source(cookie.source, &json)
    }

    private static func fact(_ key: String, _ fact: Fact<String>, _ json: inout JSONWriter) {
        json.object(key) { entry in
            entry.field("value", orNull: fact.value)
            source(fact.source, &entry)
        }
    }

    private static func source(_ source: FactSource, _ json: inout JSONWriter) {
        json.field("confidence", source.mark.rawValue)
        json.field("source", orNull: source.reference)
    }
}

/// One provider with every environment that uses it.
struct Connection {
    let provider: Provider
    let uses: [Use]

    struct Use {
        let environment: EnvironmentName
        let integration: Integration
    }

    var path: String { "integrations/\(provider.id).json" }

    /// In the order of provider ids.
    static func all(of tenant: Tenant) -> [Connection] {
        let uses = tenant.environments.flatMap { environment in
            environment.integrations.map { Use(environment: environment.name, integration: $0) }
        }
        let byProvider = Dictionary(grouping: uses) { $0.integration.provider.id }
        return byProvider.keys.sorted().compactMap { id in
            guard let uses = byProvider[id], let first = uses.first else { return nil }
            return Connection(provider: first.integration.provider, uses: uses)
        }
    }
}

extension IntegrationFiles {
    private typealias Member = ArtifactMember

    static let indexSchema = ArtifactSchema(
        "integrations", files: "integrations/manifest.json", "The connected systems, and where each is described.",
        .object([
            .formatVersion, .shop,
            Member(
                "integrations", "Sorted by provider.",
                .list(
                    of: .object([
                        Member("provider", "The id of the provider.", .id),
                        Member(
                            "name", "As the vendor writes it; null where nobody knows.", .orNull(.prose("Tekmetric"))),
                        Member("kind", "What it is for.", .words(Provider.Kind.self)),
                        Member("file", "Within the bundle.", .text(examples: ["integrations/tekmetric.json"])),
                        Member("environments", "Where it is connected.", .list(of: .words(EnvironmentName.self))),
                    ]))),
        ]))

    static let schema = ArtifactSchema(
        "integration", files: "integrations/*.json",
        "One connected system: settings, what is known of it, and how sure.",
        .object([
            .formatVersion, .shop,
            Member(
                "provider", "Who it is.",
                .object([
                    Member("id", "Its id in the catalogue.", .id),
                    Member("kind", "What it is for.", .words(Provider.Kind.self)),
                    Member("name", "As the vendor writes it.", known), Member("legal_name", "The company.", known),
                    Member("website", "The vendor's pages.", known),
                    Member("privacy_policy", "The vendor's policy.", known),
                    Member("country", "Where the company is, ISO 3166-1.", known),
                ])),
            Member(
                "api", "How it is reached.",
                .object([
                    Member("style", "The style of the interface.", known),
                    Member("production_url", "The live system.", known),
                    Member("sandbox_url", "The system for tests.", known),
                    Member("authentication", "How a caller shows who it is.", known),
                    Member("webhooks", "What it tells by itself.", known),
                    Member("webhook_signature", "How such a message is proved.", known),
                    Member("rate_limit", "How often it may be asked.", known),
                    Member("pagination", "How long lists are read.", known),
                ])),
            Member(
                "environments", "The settings of each environment that uses it.",
                .map(keys: .words(EnvironmentName.self), of: .shared("settings", .object(settingsMembers)))),
            Member(
                "resources", "What the interface offers, used or not.",
                .list(
                    of: .object(
                        [
                            Member("resource", "A kind of record.", .id), operations,
                            Member(optional: "note", "What else is to be known.", .prose("Only for partners.")),
                        ] + source))),
            Member(
                "data", "What goes where.",
                .object([
                    Member("sent_to_provider", "From the app to the provider.", .list(of: .words(DataCategory.self))),
                    Member("received_from_provider", "And back.", .list(of: .words(DataCategory.self))),
                ])),
            Member("cookies", "What it sets on the web portal.", .list(of: .object(cookieMembers + source))),
        ]))

    private static let settingsMembers = [
        Member(
            "base_url", "The live system in production, the sandbox elsewhere; null where nobody knows it.",
            .orNull(.url)),
        Member(
            "identifiers", "What names the shop there.",
            .map(keys: .id, of: .prose("4821"))),
        Member(
            "secrets", "Where the secrets are kept; never the secrets.",
            .list(
                of: .object([
                    Member("key", "What the interface calls it.", .id),
                    Member(optional: "title", "What people call it.", .prose("Client secret")),
                    Member(
                        optional: "scope", "Whether all shops share it.", .words(Provider.Secret.Scope.self)),
                    Member(
                        "reference", "One of the two.",
                        .object([
                            Member(
                                optional: "secret", "A path in the operator's store of secrets.",
                                .text("[A-Za-z0-9_/-]+", examples: ["tekmetric/oakwood/client-secret"])),
                            Member(
                                optional: "env", "A variable of the environment.",
                                .text("[A-Z_][A-Z0-9_]*", examples: ["TEKMETRIC_SECRET"])),
                        ])),
                ]))),
        Member(
            "sync", "What is synchronized.",
            .list(
                of: .object(
                    [
                        Member("resource", "A kind of record.", .id),
                        Member(
                            "direction", "Seen from the platform.", .words(["both", "to_provider", "from_provider"])),
                        operations,
                    ] + source.map { Member(optional: $0.key, $0.description, $0.shape) }))),
        Member("every_minutes", "How often it is asked for news.", .positive),
        Member("webhooks", "Whether it tells by itself.", .flag),
    ]

    private static let operations = Member(
        "operations", "What can be done.", .list(of: .words(Provider.Operation.self)))

    private static let cookieMembers = [
        Member("name", "The name, or its pattern.", .prose("__stripe_mid")),
        Member("category", "What a visitor can refuse.", .words(CookieCategory.self)),
        Member("purpose", "What it is for.", .prose("Helps to recognize fraud.")),
        Member("duration", "How long it stays.", .prose("1 year")),
    ]

    private static let source = [
        Member("confidence", "How sure the fact is.", .words(FactSource.Mark.self)),
        Member("source", "Where it comes from; null for `unknown`.", .orNull(.prose("https://docs.stripe.com/keys"))),
    ]

    private static let known = ArtifactShape.shared(
        "fact",
        .object([Member("value", "null where nothing was found.", .orNull(.prose("REST, JSON, version v1")))] + source))
}
