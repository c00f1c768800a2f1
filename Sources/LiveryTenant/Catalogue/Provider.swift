/// What the compiler knows of one outside system, each fact with its source. Read from `Catalogue/ID.yaml` and from the
/// workspace's `integrations/ID.yaml`, which adds providers and corrects facts.
package final class Provider: Sendable {
    /// Such as `shop_ware`.
    package let id: String
    package let kind: Kind
    /// The brand as its owner writes it.
    package let name: Fact<String>
    package let legalName: Fact<String>
    package let website: Fact<String>
    package let privacyPolicy: Fact<String>
    /// Where the provider works, ISO 3166-1 alpha-2.
    package let country: Fact<String>
    package let api: ProviderAPI
    /// What a shop must or can give, such as its shop number there.
    package let identifiers: [Identifier]
    /// What must exist in the operator's secret store.
    package let secrets: [Secret]
    /// The read/write matrix.
    package let resources: [Resource]
    package let cookies: [Cookie]
    /// The data that reaches the provider, in the categories of the data map.
    package let receives: [DataCategory]
    /// The data that comes from the provider.
    package let sends: [DataCategory]

    init(
        id: String, kind: Kind, name: Fact<String>, legalName: Fact<String>, website: Fact<String>,
        privacyPolicy: Fact<String>, country: Fact<String>, api: ProviderAPI, identifiers: [Identifier],
        secrets: [Secret], resources: [Resource], cookies: [Cookie], receives: [DataCategory], sends: [DataCategory]
    ) {
        self.id = id
        self.kind = kind
        self.name = name
        self.legalName = legalName
        self.website = website
        self.privacyPolicy = privacyPolicy
        self.country = country
        self.api = api
        self.identifiers = identifiers
        self.secrets = secrets
        self.resources = resources
        self.cookies = cookies
        self.receives = receives
        self.sends = sends
    }

    package enum Kind: String, CaseIterable, Sendable {
        case shopManagement = "shop_management"
        case analytics
        case payments
    }

    package enum Operation: String, CaseIterable, Sendable {
        case read
        case create
        case update
        case delete
    }

    package struct Identifier: Sendable {
        /// Such as `shop_id`.
        package let key: String
        package let title: String
        /// Matches the whole value; nil if its shape is not known.
        package let pattern: TextPattern?
        package let example: String?
        package let isRequired: Bool
        package let source: FactSource
    }
    package struct Secret: Sendable {
        package let key: String
        package let title: String
        package let scope: Scope
        package let source: FactSource

        /// Whether one secret serves all shops or each shop has its own.
        package enum Scope: String, CaseIterable, Sendable {
            case partner
            case shop
        }
    }
    package struct Resource: Sendable {
        /// Such as `appointments`.
        package let name: String
        /// The operations that are known to exist; an empty list with an `unknown` source says that nothing is known.
        package let operations: [Operation]
        package let note: String?
        package let source: FactSource
    }
    package struct Cookie: Sendable {
        /// A literal name, or a name with `<container-id>` for the part that depends on the shop.
        package let name: String
        package let category: CookieCategory
        package let purpose: String
        package let duration: String
        package let source: FactSource
    }
}

/// How a provider is reached.
package struct ProviderAPI: Sendable {
    package let style: Fact<String>
    package let productionURL: Fact<String>
    package let sandboxURL: Fact<String>
    package let authentication: Fact<String>
    package let webhooks: Fact<String>
    package let webhookSignature: Fact<String>
    package let rateLimit: Fact<String>
    package let pagination: Fact<String>
}

/// A value with the reason to believe it; nil where nothing was found.
package struct Fact<Value: Sendable>: Sendable {
    package let value: Value?
    package let source: FactSource
}

/// How sure a fact is, and where it comes from.
package struct FactSource: Sendable {
    package let mark: Mark
    /// A web address or the name of a document; nil only for `unknown`.
    package let reference: String?

    package enum Mark: String, CaseIterable, Sendable {
        /// The vendor's own text.
        case confirmed
        /// A third party only.
        case thirdParty = "third_party"
        /// Looked for, not found.
        case unknown
    }
}

/// The kinds of data that a car owner would name.
package enum DataCategory: String, CaseIterable, Sendable {
    case name
    case email
    case phone
    case address
    case login
    case vehicle
    case vin
    case plate
    case mileage
    case appointments
    case repairRecords = "repair_records"
    case estimates
    case inspections
    case photos
    case messages
    case paymentCard = "payment_card"
    case paymentHistory = "payment_history"
    case location
    case pushToken = "push_token"
    case loyaltyPoints = "loyalty_points"
    case device
    case usage
    case crashes
    case logs
    case callRecordings = "call_recordings"

    package static let inOrder = allCases

    /// Among all cases, from 0.
    package var place: Int { Self.inOrder.firstIndex(of: self) ?? 0 }
}
