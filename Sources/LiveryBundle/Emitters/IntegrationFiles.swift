import LiveryDiagnostics
import LiveryTenant

/// `integrations/<provider>.json` for each connected system, and `integrations/manifest.json` that lists them.
///
/// Every fact of the catalogue carries how sure it is and where it comes from; secrets are references only.
enum IntegrationFiles {
    static func emit(_ tenant: Tenant) -> [BundleFile] {
        let connections = Connection.all(of: tenant)
        let files = connections.map { connection in
            BundleFile(path: connection.path, bytes: document(tenant, connection))
        }
        return files + [index(tenant, connections)]
    }

    private static func index(_ tenant: Tenant, _ connections: [Connection]) -> BundleFile {
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
        return BundleFile(path: "integrations/manifest.json", bytes: bytes)
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
