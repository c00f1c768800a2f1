package import LiveryTenant

/// What is collected about a customer, from where, why, who gets it and how long it is kept: the one source of the
/// policy, the consent files and the store labels. Derived from a tenant, never written by hand.
package struct DataMap: Sendable {
    /// One row for each kind of data, in the order of ``DataCategory``.
    package let rows: [Row]
    /// What the compiler knows a customer might fear and this tenant does not collect.
    package let notCollected: [DataCategory]
    /// Everybody who gets something, by role and name, with the categories that each gets.
    package let shares: [(recipient: Recipient, categories: [DataCategory])]

    init(rows: [Row], notCollected: [DataCategory]) {
        self.rows = rows
        self.notCollected = notCollected
        var categories: [Recipient: [DataCategory]] = [:]
        for row in rows {
            for recipient in row.recipients { categories[recipient, default: []].append(row.category) }
        }
        shares = categories.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    package subscript(category: DataCategory) -> Row? {
        rows.first { $0.category == category }
    }

    package struct Row: Sendable {
        package let category: DataCategory
        /// In the order of ``Source``.
        package let sources: [Source]
        package let purposes: [Purpose]
        /// By role, then by name; each once.
        package let recipients: [Recipient]
        package let retention: RetentionPeriod
        package let need: Need
        package let handling: Handling
        /// The features and providers that put the row here, by the path of the value in the definition.
        package let because: [String]
    }

    package enum Source: String, CaseIterable, Sendable {
        case person
        case device
        /// Written by the people of the shop, such as an estimate.
        case shop
        case shopSystem = "shop_system"
    }

    /// Whether the app works without it. What a customer loses who refuses stands with the clauses, for it is text.
    package enum Need: String, CaseIterable, Sendable {
        case needed
        case optional
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
        /// Others pay for it.
        case sale
        /// Others show ads with it.
        case ads
        case fixingErrors = "fixing_errors"
        case security
        case disputes
        case legalDuty = "legal_duty"
    }

    package struct Recipient: Sendable, Hashable {
        package let name: String
        package let role: Role
        /// ISO 3166-1 alpha-2; nil where nobody knows it.
        package let country: String?
        package let privacyPolicy: String?
        /// What it does for the shop or the operator; only service providers have a job.
        package let job: ServiceProvider.Job?
        /// The path in the definition that names it, such as `integrations.tekmetric`.
        package let because: String

        package enum Role: String, CaseIterable, Sendable {
            case shop
            case `operator`
            /// Another shop of the same chain that sees the same records.
            case sisterShop = "sister_shop"
            case serviceProvider = "service_provider"
            case shopSystem = "shop_system"
            case analytics
            case payments
            case towing
            /// Pays for data, or shows ads with it.
            case buyer
        }
    }
}

extension DataMap.Recipient: Comparable {
    package static func < (left: Self, right: Self) -> Bool {
        if left.role != right.role { return left.role.rank < right.role.rank }
        if left.name != right.name { return left.name < right.name }
        return left.restOfSortKey < right.restOfSortKey
    }

    private var restOfSortKey: (String, String, String, String) {
        (job?.rawValue ?? "", country ?? "", privacyPolicy ?? "", because)
    }
}

extension DataMap.Recipient.Role {
    fileprivate var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
