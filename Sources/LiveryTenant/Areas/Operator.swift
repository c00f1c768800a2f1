/// The platform company that builds and runs the apps. Only `platform.yaml` may set it.
package struct Operator: Sendable {
    /// The name that people know, such as `Trackara`.
    package let name: String
    /// The contracting entity, such as `Trackara LLC`.
    package let legalName: String
    package let email: String
    package let phone: String?
    package let website: String
    /// The operator's own policy, for what it decides itself.
    package let privacyPolicy: String
    package let address: PostalAddress
    /// The companies that work for the operator, bound to its instructions.
    package let serviceProviders: [ServiceProvider]
    /// What the operator does to keep data safe; the policy states just these.
    package let security: [SecurityMeasure]
    /// How long copies stay in backups after a deletion, in days.
    package let backupDays: Int
    /// What protects data that goes from the European Economic Area or the United Kingdom to other countries.
    package let transferSafeguard: TransferSafeguard?
}

/// GDPR Art. 45 and 46.
package enum TransferSafeguard: String, CaseIterable, Sendable {
    case adequacyDecision = "adequacy_decision"
    case standardContractualClauses = "standard_contractual_clauses"
}

/// A company that processes data for the operator by contract.
package struct ServiceProvider: Sendable {
    package let id: String
    package let name: String
    package let job: Job
    /// ISO 3166-1 alpha-2.
    package let country: String
    package let privacyPolicy: String?

    /// What the company does. Some jobs exist only while a feature is on.
    package enum Job: String, CaseIterable, Sendable {
        case hosting
        case email
        case textMessages = "text_messages"
        case pushNotifications = "push_notifications"
        case crashReports = "crash_reports"
        case support
        case maps
    }
}

/// A technical or organisational measure that is in place.
package enum SecurityMeasure: String, CaseIterable, Sendable {
    case encryptionInTransit = "encryption_in_transit"
    case encryptionAtRest = "encryption_at_rest"
    case staffAccessByRole = "staff_access_by_role"
    case multiFactorLogin = "multi_factor_login"
    case accessLog = "access_log"
    case regularTests = "regular_tests"
    case staffTraining = "staff_training"
}
