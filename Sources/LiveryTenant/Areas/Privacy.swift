/// What is true about the shop's handling of its customers' data. The compiler asks; it never guesses.
package struct Privacy: Sendable {
    /// Whom a customer asks.
    package let contact: Contact
    /// Quebec's person in charge, a data protection officer, or nobody.
    package let officer: Officer?
    /// Where customers live: countries (ISO 3166-1) and regions (ISO 3166-2).
    package let customersIn: [Region]
    package let sellsData: Bool
    package let sharesForAds: Bool
    package let recordsCalls: Bool
    /// The names of other shops, such as those of the same chain, that see this shop's records.
    package let sharesRecordsWith: [String]
    package let retention: Retention
    /// The age below which the app is not meant for a person.
    package let minimumAge: Int
    /// The answer to a request comes within so many days.
    package let answerDays: Int
    /// `YYYY-MM-DD`.
    package let effectiveDate: CalendarDate
    package let changes: Changes
    /// What is sold or given for ads.
    package let soldData: [DataCategory]
    /// The hosts that get data for ads.
    package let trackingDomains: [String]
    /// Who gets what is sold or given for ads.
    package var buyers: [Buyer] = []
    /// How big the business is, as far as a law asks.
    package var size = BusinessSize()
    /// What the shop lets every customer ask for, whether or not a law says so.
    package var grantsRights: [GrantedRight] = []
    /// Whether the app is made for children: 15 USC 6501 ff.
    package var forChildren = false
    /// Who speaks for a shop outside the European Union or the United Kingdom there: Art. 27 of both GDPRs.
    package var euRepresentative: Representative?
    package var ukRepresentative: Representative?
    /// Whether somebody looked and found that the shop needs no data protection officer: GDPR Art. 37.
    package var officerNotNeeded = false

    package struct Buyer: Sendable, Hashable {
        package let name: String
        /// ISO 3166-1 alpha-2.
        package let country: String
        package let privacyPolicy: String?
    }
    package struct Representative: Sendable {
        package let name: String
        package let address: String
        package let email: String
    }
    package struct Contact: Sendable {
        /// A person or a role, such as `Dana, the shop manager`.
        package let name: String
        package let email: String
        package let phone: String
    }
    package struct Officer: Sendable {
        package let name: String
        package let title: String
        package let email: String
    }
    package struct Changes: Sendable {
        package let announcedBy: [Channel]
        /// How many days before a change takes effect.
        package let noticeDays: Int
        /// Newest first.
        package let history: [Change]
    }
    package enum Channel: String, CaseIterable, Sendable {
        case app
        case email
        case website
    }
    package struct Change: Sendable {
        package let date: CalendarDate
        package let summary: String
    }
}

/// The figures of a year by which laws spare small businesses. Nobody need give one that decides nothing.
package struct BusinessSize: Hashable, Sendable {
    /// Gross, in US dollars.
    package var annualRevenue: Int?
    /// How many people of one state it has data about, where ``consumersByState`` gives no figure of its own.
    package var consumers: Int?
    package var consumersByState: [Region: Int] = [:]
    /// By the size standards of the U.S. Small Business Administration.
    package var isSmallBusiness: Bool?
    /// The share of gross revenue that comes from the sale of data.
    package var salePercent: Int?
    package var employees: Int?

    package init(
        annualRevenue: Int? = nil, consumers: Int? = nil, consumersByState: [Region: Int] = [:],
        isSmallBusiness: Bool? = nil, salePercent: Int? = nil, employees: Int? = nil
    ) {
        self.annualRevenue = annualRevenue
        self.consumers = consumers
        self.consumersByState = consumersByState
        self.isSmallBusiness = isSmallBusiness
        self.salePercent = salePercent
        self.employees = employees
    }
}

/// What a shop can grant of its own will.
package enum GrantedRight: String, CaseIterable, Sendable {
    case copy
    case correction
    case deletion
}

/// How long each kind of data is kept, for those kinds that the tenant's features and providers collect.
package struct Retention: Sendable {
    package let periods: [RetentionCategory: RetentionPeriod]
}

package enum RetentionCategory: String, CaseIterable, Sendable {
    case account
    case vehicles
    case appointments
    case repairRecords = "repair_records"
    case messages
    case photos
    case payments
    case location
    case loyalty
    case deviceLogs = "device_logs"
    case callRecordings = "call_recordings"
}

/// "7 years after the last visit, because of tax law".
package struct RetentionPeriod: Sendable, Hashable {
    package let length: Duration
    package let after: Event
    package let reason: Reason

    package init(length: Duration, after event: Event, reason: Reason) {
        self.length = length
        self.after = event
        self.reason = reason
    }

    package struct Duration: Sendable, Hashable {
        package let count: Int
        package let unit: Unit

        package init(count: Int, unit: Unit) {
            self.count = count
            self.unit = unit
        }

        package enum Unit: String, CaseIterable, Sendable {
            case days
            case months
            case years
        }
    }
    package enum Event: String, CaseIterable, Sendable {
        case accountClosed = "account_closed"
        case lastVisit = "last_visit"
        case visit
        case payment
        case collected
    }
    package enum Reason: String, CaseIterable, Sendable {
        case service
        case taxLaw = "tax_law"
        case warranty
        case security
        case disputes
    }
}
