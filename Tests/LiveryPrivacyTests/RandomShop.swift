@testable import LiveryPrivacy
@testable import LiveryTenant

/// SplitMix64: the same numbers for the same seed, everywhere.
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var bits = state
        bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
        bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
        return bits ^ (bits >> 31)
    }
}

/// A shop with a value for each fact that a definition can give; one edit changes one of them.
struct RandomShop {
    var name = "Oakwood Auto Care"
    var places = ["US-TX"]
    var contactPhone = "+15125550124"
    var contactName = "Dana"
    var features: Set<FeatureName> = []
    var towCompany = "Lone Star Towing"
    var towPhone = "+15125550177"
    var vinScan = true
    var points = 100
    var channels: [Features.Reminders.Channel] = [.email]
    var textMessages = false
    var tekmetric = false
    var everyMinutes = 15
    var google = false
    var googleMonths = 14
    var isCommission = true
    var processor = false
    var sells = false
    var size = BusinessSize.small
    var records = false
    var answerDays = 30
    var minimumAge = 16
    var messageYears = 1
    var backwards = false
    var banner = Cookies.Banner.bar
    var ownCookie: String?
    var effectiveDate = "2026-12-01"
    var history = ["First version of this page"]
    var leadTimeHours = 12

    init(_ random: inout SeededGenerator) {
        for _ in 0..<24 { edit(&random) }
    }

    /// Changes one fact, perhaps to what it was.
    mutating func edit(_ random: inout SeededGenerator) {
        switch Int.random(in: 0..<27, using: &random) {
        case 0: name = ["Oakwood Auto Care", "Elm Street Auto", "Bob & Sons"].randomElement(using: &random) ?? name
        case 1:
            let all = [["US-TX"], ["US-CA"], ["DE", "AT"], ["GB-ENG"], ["CA-ON", "CA-QC"], ["US-TX", "US-OK"]]
            places = all.randomElement(using: &random) ?? places
        case 2: contactPhone = ["+15125550124", "+15125550125"].randomElement(using: &random) ?? contactPhone
        case 3: contactName = ["Dana", "Ana Ruiz"].randomElement(using: &random) ?? contactName
        case 4...8:
            if let feature = FeatureName.allCases.randomElement(using: &random) {
                if features.remove(feature) == nil { features.insert(feature) }
            }
        case 9: towCompany = ["Lone Star Towing", "Hook & Co"].randomElement(using: &random) ?? towCompany
        case 10: towPhone = ["+15125550177", "+15125550178"].randomElement(using: &random) ?? towPhone
        case 11: vinScan.toggle()
        case 12: points = [100, 200].randomElement(using: &random) ?? points
        case 13: channels = [[.email], [.email, .text], [.push]].randomElement(using: &random) ?? channels
        case 14: textMessages.toggle()
        case 15: tekmetric.toggle()
        case 16: everyMinutes = [15, 60].randomElement(using: &random) ?? everyMinutes
        case 17: google.toggle()
        case 18: googleMonths = [2, 14].randomElement(using: &random) ?? googleMonths
        case 19: isCommission.toggle()
        case 20: processor.toggle()
        case 21:
            sells.toggle()
            size = Bool.random(using: &random) ? .small : .large
        case 22: records.toggle()
        case 23: answerDays = [20, 30].randomElement(using: &random) ?? answerDays
        case 24: minimumAge = [16, 18].randomElement(using: &random) ?? minimumAge
        case 25: messageYears = [1, 2].randomElement(using: &random) ?? messageYears
        default: editForm(&random)
        }
    }

    /// What the policy does not speak of, or only of itself.
    mutating func editForm(_ random: inout SeededGenerator) {
        switch Int.random(in: 0..<5, using: &random) {
        case 0: backwards.toggle()
        case 1: banner = Cookies.Banner.allCases.randomElement(using: &random) ?? banner
        case 2: effectiveDate = ["2026-12-01", "2027-02-01"].randomElement(using: &random) ?? effectiveDate
        case 3: history = history.count == 1 ? history + ["We added towing"] : ["First version of this page"]
        default: leadTimeHours = leadTimeHours == 12 ? 24 : 12
        }
    }

    var tenant: Tenant {
        let base = Sample.everything
        func has(_ feature: FeatureName) -> Bool { features.contains(feature) }
        let chosen = Sample.features(
            booking: has(.booking) ? Features.Booking(leadTimeHours: leadTimeHours, windowDays: 60) : nil,
            serviceHistory: has(.serviceHistory) ? base.serviceHistory : nil,
            vehicleGarage: has(.vehicleGarage) ? Features.VehicleGarage(vinScan: vinScan, plate: true) : nil,
            estimateApproval: has(.estimateApproval) ? base.estimateApproval : nil,
            inspections: has(.inspections) ? base.inspections : nil,
            messaging: has(.messaging) ? Features.Messaging(textMessages: textMessages) : nil,
            push: has(.push) ? base.push : nil, photos: has(.photos) ? base.photos : nil,
            loyalty: has(.loyalty) ? Features.Loyalty(pointsPerVisit: points) : nil,
            reminders: has(.reminders) ? Features.Reminders(channels: channels, monthsBetweenServices: 6) : nil,
            payments: has(.payments) ? base.payments : nil,
            towing: has(.towing) ? Features.Towing(phone: towPhone, company: towCompany, country: "US") : nil)
        let analytics = Analytics(
            googleAnalytics: google
                ? Analytics.GoogleAnalytics(measurementID: "G-1A2BCD345E", retentionMonths: googleMonths) : nil,
            firebase: nil, consentMode: Sample.consentMode)
        let model: Billing.Model =
            isCommission ? .commission(basisPoints: 250) : .subscription(monthlyMinorUnits: 14_900, currency: "USD")
        return Sample.tenant(
            "random", shop: Sample.shop(name, region: "US-TX", city: "Austin"), features: chosen,
            integrations: integrations, analytics: analytics,
            billing: Billing(model: model, processor: connectsProcessor ? "stripe" : nil),
            cookies: Cookies(
                banner: banner, consentDays: 182,
                own: ownCookie.map { [OwnCookie(name: "theme", category: .functional, purpose: $0, days: 30)] } ?? []),
            privacy: privacy)
    }

    private var integrations: [Integration] {
        let system = Integration(
            provider: Sample.tekmetric, identifiers: [], secrets: [],
            sync: Sample.connected(Sample.tekmetric).sync, everyMinutes: everyMinutes, webhooks: false)
        let all = (tekmetric ? [system] : []) + (connectsProcessor ? [Sample.connected(Sample.stripe)] : [])
        return backwards ? all.reversed() : all
    }

    /// Where customers pay, somebody takes the payments.
    private var connectsProcessor: Bool { processor || features.contains(.payments) }

    private var privacy: Privacy {
        let sample = Sample.privacy(in: places)
        var periods = sample.retention.periods
        periods[.messages] = RetentionPeriod(
            length: RetentionPeriod.Duration(count: messageYears, unit: .years), after: .visit, reason: .warranty)
        return Privacy(
            contact: Privacy.Contact(name: contactName, email: "privacy@shop.example", phone: contactPhone),
            officer: Privacy.Officer(name: "Luc", title: "owner", email: "luc@shop.example"),
            customersIn: places.map(Region.init(known:)), sellsData: sells, sharesForAds: false, recordsCalls: records,
            sharesRecordsWith: [], retention: Retention(periods: periods), minimumAge: minimumAge,
            answerDays: answerDays, effectiveDate: Sample.date(effectiveDate),
            changes: Privacy.Changes(
                announcedBy: [.app, .email], noticeDays: 30,
                history: history.map { Privacy.Change(date: Sample.date(effectiveDate), summary: $0) }),
            soldData: [], trackingDomains: [], size: size, grantsRights: GrantedRight.allCases)
    }
}
