package import LiveryTenant

/// What is collected about a customer, from where, why, who gets it and how long it is kept: the one source of the
/// policy, the consent files and the store labels. Derived from a tenant, never written by hand.
package struct DataMap: Sendable {
    /// One row for each kind of data, in the order of ``DataCategory``.
    package let rows: [Row]
    /// What the compiler knows a customer might fear and this tenant does not collect.
    package let notCollected: [DataCategory]
    /// Everybody who gets something, by role and name, with the categories that each gets.
    package let shares: [Share]
    /// The categories of the rows.
    let collected: CategorySet
    /// Of all rows.
    let purposes: PurposeSet
    /// The paths that put rows here, with the categories that each brings.
    private let reasons: [(path: NumberedPath, brings: CategorySet)]

    init(rows: [Row], notCollected: [DataCategory]) {
        self.rows = rows
        self.notCollected = notCollected
        var shares: [Share] = []
        for row in rows {
            for recipient in row.recipients {
                if let place = shares.firstIndex(where: { $0.recipient == recipient }) {
                    shares[place].gets.formUnion(row.set)
                } else {
                    shares.append(Share(recipient, gets: row.set))
                }
            }
        }
        self.shares = shares.sorted { $0.recipient < $1.recipient }
        var reasons: [(path: NumberedPath, brings: CategorySet)] = []
        for row in rows {
            for path in row.because {
                if let place = reasons.firstIndex(where: { $0.path.path == path }) {
                    reasons[place].brings.formUnion(row.set)
                } else {
                    reasons.append((NumberedPath(path), row.set))
                }
            }
        }
        self.reasons = reasons
        collected = rows.reduce(into: []) { $0.formUnion($1.set) }
        purposes = rows.reduce(into: []) { $0.formUnion($1.purposeSet) }
    }

    package subscript(category: DataCategory) -> Row? {
        collected.contains(CategorySet(category)) ? rows.first { $0.category == category } : nil
    }

    /// The paths that put rows here.
    func reasons(for categories: CategorySet) -> BehindRow {
        var paths = BehindRow()
        for reason in reasons where !reason.brings.isDisjoint(with: categories) { paths.insert(reason.path) }
        return paths
    }

    package struct Share: Sendable {
        package let recipient: Recipient
        fileprivate(set) var gets: CategorySet
        /// The path that names the recipient.
        let because: NumberedPath

        fileprivate init(_ recipient: Recipient, gets: CategorySet) {
            (self.recipient, self.gets) = (recipient, gets)
            because = NumberedPath(recipient.because)
        }

        package var categories: [DataCategory] { gets.members }
    }

    package final class Row: Sendable {
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
        let set: CategorySet
        let purposeSet: PurposeSet

        package init(
            category: DataCategory, sources: [Source], purposes: [Purpose], recipients: [Recipient],
            retention: RetentionPeriod, need: Need, handling: Handling, because: [String]
        ) {
            self.category = category
            self.sources = sources
            self.purposes = purposes
            self.recipients = recipients
            self.retention = retention
            self.need = need
            self.handling = handling
            self.because = because
            set = CategorySet(category)
            purposeSet = PurposeSet(purposes)
        }
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

    package final class Recipient: Sendable {
        package let name: String
        package let role: Role
        /// ISO 3166-1 alpha-2; nil where nobody knows it.
        package let country: String?
        package let privacyPolicy: String?
        /// What it does for the shop or the operator; only service providers have a job.
        package let job: ServiceProvider.Job?
        /// The path in the definition that names it, such as `integrations.tekmetric`.
        package let because: String

        package init(
            name: String, role: Role, country: String?, privacyPolicy: String?, job: ServiceProvider.Job?,
            because: String
        ) {
            self.name = name
            self.role = role
            self.country = country
            self.privacyPolicy = privacyPolicy
            self.job = job
            self.because = because
        }

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
    package static func == (left: DataMap.Recipient, right: DataMap.Recipient) -> Bool {
        left === right
            || left.role == right.role && left.name == right.name && left.job == right.job
                && left.country == right.country && left.privacyPolicy == right.privacyPolicy
                && left.because == right.because
    }

    package static func < (left: DataMap.Recipient, right: DataMap.Recipient) -> Bool {
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
