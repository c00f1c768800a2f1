/// One connected system of the shop in one environment, checked against its catalogue entry.
package final class Integration: Sendable {
    package let provider: Provider
    /// By identifier key, in the order of the catalogue.
    package let identifiers: [IdentifierValue]
    package let secrets: [SecretValue]
    /// In the order of the catalogue's resources.
    package let sync: [Sync]
    /// How often the platform looks for changes.
    package let everyMinutes: Int
    /// Whether the provider's webhooks are used.
    package let webhooks: Bool

    init(
        provider: Provider, identifiers: [IdentifierValue], secrets: [SecretValue], sync: [Sync], everyMinutes: Int,
        webhooks: Bool
    ) {
        self.provider = provider
        self.identifiers = identifiers
        self.secrets = secrets
        self.sync = sync
        self.everyMinutes = everyMinutes
        self.webhooks = webhooks
    }

    package struct IdentifierValue: Sendable {
        package let key: String
        package let value: String
    }
    package struct SecretValue: Sendable {
        package let key: String
        package let reference: SecretReference
    }
    package struct Sync: Sendable {
        /// A resource of the catalogue, such as `appointments`.
        package let resource: String
        package let operations: [Provider.Operation]
    }
}

/// Where a secret is kept; never the secret.
package enum SecretReference: Sendable, Hashable {
    /// A path in the operator's secret store, such as `tekmetric/oakwood/client-secret`.
    case secret(String)
    /// The name of an environment variable of the server.
    case environment(String)
}
