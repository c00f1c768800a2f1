import LiveryTenant

/// What `livery new` knows so far.
struct Answers: Sendable {
    var id: String
    /// `YYYY-MM-DD`.
    let today: String
    let catalogue: Catalogue
    let groups: [String]
    /// The website of the operator, if `platform.yaml` says it.
    let operatorWebsite: String?

    var group: String?
    var name = ""
    var legalName: String?
    var street = ""
    var street2: String?
    var city = ""
    var region = ""
    var postalCode = ""
    var timeZone = ""
    var phone = ""
    var email = ""
    var website: String?
    var hours: [WeekHours.Day] = []
    var primary = Color(red: 0, green: 0, blue: 0)
    var appName = ""
    var shortName: String?
    var bundleID = ""
    var teamID: String?
    var features: [FeatureName] = []
    var providers: [ConnectedProvider] = []
    var billing: BillingAnswer?
    var contact = ""
    var customersIn: [String] = []
    /// By key; only what no layer below the shop says.
    var statements: [Statement] = []
    var effectiveDate: String?

    struct ConnectedProvider: Sendable {
        let provider: Provider
        var identifiers: [(key: String, value: String)] = []
    }

    struct Statement: Sendable {
        let key: String
        let isTrue: Bool
    }

    enum BillingAnswer: Sendable {
        case commission(percent: String)
        case subscription(amount: String, currency: String)
    }

    init(id: String, today: String, catalogue: Catalogue, groups: [String], operatorWebsite: String?) {
        self.id = id
        self.today = today
        self.catalogue = catalogue
        self.groups = groups
        self.operatorWebsite = operatorWebsite
    }

    /// The same for another shop.
    func of(_ id: String) -> Answers {
        var answers = self
        answers.id = id
        return answers
    }

    var country: String { String(region.prefix(2)) }

    /// The card company, when customers pay in the app.
    var processor: String? {
        features.contains(.payments) ? providers.first { $0.provider.kind == .payments }?.provider.id : nil
    }
}

/// Why an answer cannot be taken, as a clause that follows the answer: `is no region`.
struct Objection: Error, Equatable {
    let text: String

    init(_ text: String) {
        self.text = text
    }

    /// The whole sentence.
    func sentence(about answer: String) -> String {
        "`\(answer)` \(text)" + (text.hasSuffix("?") ? "" : ".")
    }
}
