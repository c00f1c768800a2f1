package import LiveryTenant

/// What is collected about a customer, from where, why, who gets it and how long it is kept: the one source of the
/// policy, the consent files and the store labels. Derived from a tenant, never written by hand.
package struct DataMap: Sendable {
    /// In the order of a visit: first what a customer gives, last what the device reports.
    package let rows: [Row]
    /// What the compiler knows a customer might fear and this tenant does not collect.
    package let notCollected: [DataCategory]

    package struct Row: Sendable {
        package let category: DataCategory
        package let source: Source
        package let purposes: [Purpose]
        package let recipients: [Recipient]
        package let retention: RetentionPeriod
        /// Whether the app works without it, and what a customer loses who refuses.
        package let need: Need
        /// The features and providers that put the row here, by the path of the value in the definition.
        package let because: [String]
    }

    package enum Source: String, Sendable {
        case person
        case device
        case shopSystem = "shop_system"
    }

    package enum Need: Sendable, Hashable {
        case needed
        case optional(without: String)
    }

    /// What one kind of data is used for.
    package enum Purpose: String, CaseIterable, Sendable {
        case signIn = "sign_in"
        case booking
        case repair
        case contact
        case reminders
        case payment
        case loyalty
        case towing
        case measuring
        case fixingErrors = "fixing_errors"
        case security
        case legalDuty = "legal_duty"
    }

    package struct Recipient: Sendable, Hashable {
        package let name: String
        package let role: Role
        /// ISO 3166-1 alpha-2; nil where nobody knows it.
        package let country: String?
        package let privacyPolicy: String?

        package enum Role: String, CaseIterable, Sendable {
            case shop
            case `operator`
            case serviceProvider = "service_provider"
            case shopSystem = "shop_system"
            case analytics
            case payments
            case towing
        }
    }
}
