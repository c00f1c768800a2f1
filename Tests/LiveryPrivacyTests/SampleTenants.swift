@testable import LiveryTenant

/// Tenants as the decoder would build them. All names, numbers and domains are fictional.
enum Sample {
    static let catalogue = catalogue(of: [tekmetric, mitchell1, stripe, googleAnalytics, firebase])

    static func catalogue(of providers: [Provider]) -> Catalogue { Catalogue(providers: providers) }

    static let commission = Billing(model: .commission(basisPoints: 250), processor: "stripe")

    /// A Texas shop with everything on.
    static let texas = tenant(
        "oakwood", shop: shop("Oakwood Auto Care", legal: "Oakwood Auto Care LLC", region: "US-TX", city: "Austin"),
        features: everything, integrations: [connected(tekmetric), connected(stripe)],
        analytics: Analytics(
            googleAnalytics: Analytics.GoogleAnalytics(measurementID: "G-1A2BCD345E", retentionMonths: 14),
            firebase: Analytics.Firebase(
                iosAppID: "1:123:ios:abc", androidAppID: "1:123:android:abc", projectID: "oakwood",
                retentionMonths: 2, crashReports: true),
            consentMode: consentMode),
        billing: Billing(model: .commission(basisPoints: 250), processor: "stripe"),
        privacy: privacy(in: ["US-TX", "US-OK"], recordsCalls: true))

    /// Nothing optional at all.
    static let minimal = tenant(
        "miller", shop: shop("Miller Garage", region: "US-CO", city: "Durango"),
        features: features(), privacy: privacy(in: ["US-CO"], retention: [.account, .deviceLogs]))

    static let germany = tenant(
        "brenner",
        shop: shop("Autohaus Brenner", legal: "Autohaus Brenner GmbH", region: "DE-BY", city: "Rosenheim"),
        features: features(
            booking: Features.Booking(leadTimeHours: 24, windowDays: 60),
            serviceHistory: Features.ServiceHistory(years: 5),
            reminders: Features.Reminders(channels: [.email], monthsBetweenServices: 12)),
        integrations: [connected(mitchell1)],
        analytics: Analytics(
            googleAnalytics: Analytics.GoogleAnalytics(measurementID: "G-9Z8YXW765V", retentionMonths: 2),
            firebase: nil,
            consentMode: consentMode),
        privacy: privacy(in: ["DE", "AT"]))

    static let quebec = tenant(
        "lavoie", shop: shop("Garage Lavoie", legal: "Garage Lavoie inc.", region: "CA-QC", city: "Laval"),
        features: features(
            booking: Features.Booking(leadTimeHours: 24, windowDays: 60),
            push: Features.Push(purpose: "To tell you when your car is ready."),
            towing: Features.Towing(phone: "+15145550144", company: "Remorquage Nord", country: "CA")),
        privacy: privacy(
            in: ["CA-QC", "CA-ON"],
            officer: Privacy.Officer(name: "Luc Lavoie", title: "owner", email: "luc@lavoie.example")))

    static let england = tenant(
        "thorpe", shop: shop("Thorpe Motors", legal: "Thorpe Motors Ltd", region: "GB-ENG", city: "Leeds"),
        features: features(messaging: Features.Messaging(textMessages: true)), privacy: privacy(in: ["GB-ENG"]))

    static let california = tenant(
        "bayview", shop: shop("Bayview Auto", region: "US-CA", city: "Oakland"),
        features: features(
            loyalty: Features.Loyalty(pointsPerVisit: 1), payments: Features.Payments(saveCards: true)),
        integrations: [connected(stripe)],
        billing: Billing(model: .subscription(monthlyMinorUnits: 14_900, currency: "USD"), processor: "stripe"),
        privacy: privacy(in: ["US-CA"]))

    static let oddName = #"Bob's "Brakes" & <Sons> | #1 {x} **y**"#

    static let odd = tenant(
        "bobs", shop: shop(oddName, region: "US-NJ", city: "Trenton"),
        features: everything, integrations: [connected(tekmetric), connected(stripe)],
        billing: Billing(model: .commission(basisPoints: 305), processor: "stripe"),
        privacy: privacy(in: ["US-NJ"], sharesWith: [oddName]))

    static let all = [texas, minimal, germany, quebec, england, california, odd]
}

extension Sample {
    static func tenant(
        _ id: String, shop: Shop, features: Features, integrations: [Integration] = [],
        analytics: Analytics = Analytics(googleAnalytics: nil, firebase: nil, consentMode: consentMode),
        billing: Billing = Billing(model: .subscription(monthlyMinorUnits: 14_900, currency: "USD"), processor: nil),
        cookies: Cookies = Cookies(banner: .bar, consentDays: 182, own: []), privacy: Privacy,
        by company: Operator = trackara
    ) -> Tenant {
        let api = API(
            baseURL: "https://api.trackara.example", version: "v1", timeoutSeconds: 15,
            retry: API.Retry(attempts: 3, backoff: .exponential, initialMilliseconds: 250), certificatePins: [],
            endpoints: [])
        let scheme = ColorScheme(
            primary: black, onPrimary: white, secondary: black, onSecondary: white, background: white,
            onBackground: black, surface: white, onSurface: black, error: black, onError: white, outline: black)
        return Tenant(
            id: id, group: nil, operator: company, shop: shop,
            branding: Branding(
                appName: shop.name, shortName: "Shop", light: scheme, dark: scheme, logo: nil, logoDark: nil, icon: nil,
                typography: Typography(headingFont: "Inter", bodyFont: "Inter", baseSize: 17)),
            app: App(
                ios: IOSApp(bundleID: "example.\(id).app", teamID: "A1B2C3D4E5", minimumOS: "15.0"),
                android: AndroidApp(applicationID: "example.\(id).app", signingFingerprints: [], minimumOS: "8.0"),
                deepLinkDomain: nil, locales: ["en-US"], store: [], signIn: [.password],
                accountDeletionURL: "https://trackara.example/delete-account", dataDeletionURL: nil),
            features: features, cookies: cookies, privacy: privacy,
            environments: EnvironmentName.allCases.map {
                TenantEnvironment(
                    name: $0, api: api, analytics: analytics, billing: billing, integrations: integrations)
            })
    }

    static let black = Color(red: 0, green: 0, blue: 0)
    static let white = Color(red: 255, green: 255, blue: 255)
    static let consentMode = Analytics.ConsentMode(mode: .basic, waitMilliseconds: 500)

    static let trackara = platform()

    static func platform(
        jobs: [ServiceProvider.Job] = ServiceProvider.Job.allCases,
        safeguard: TransferSafeguard? = .standardContractualClauses
    ) -> Operator {
        let companies: [ServiceProvider.Job: String] = [
            .hosting: "Cloudnest", .email: "Letterbird", .textMessages: "Ringline", .pushNotifications: "Pingwell",
            .crashReports: "Faultfinder", .support: "Deskmate", .maps: "Mapleaf",
        ]
        return Operator(
            name: "Trackara", legalName: "Trackara LLC", email: "privacy@trackara.example", phone: "+15125550100",
            website: "https://trackara.example", privacyPolicy: "https://trackara.example/privacy",
            address: PostalAddress(
                street: "200 Congress Avenue", street2: nil, city: "Austin", region: Region(known: "US-TX"),
                postalCode: "78701"),
            serviceProviders: jobs.map {
                ServiceProvider(
                    id: $0.rawValue, name: companies[$0] ?? "", job: $0, country: "US",
                    privacyPolicy: $0 == .hosting ? "https://cloudnest.example/privacy" : nil)
            },
            security: [.encryptionInTransit, .encryptionAtRest, .staffAccessByRole, .multiFactorLogin],
            backupDays: 35, transferSafeguard: safeguard)
    }

    static func shop(_ name: String, legal: String? = nil, region: String, city: String) -> Shop {
        let weekdays: [OpeningHours.Weekday] = [.monday, .tuesday, .wednesday, .thursday, .friday]
        let hours = OpeningHours(
            days: OpeningHours.Weekday.allCases.map { day in
                let range = OpeningHours.TimeRange(start: 450, end: 1050)
                return OpeningHours.Day(weekday: day, ranges: weekdays.contains(day) ? [range] : [])
            })
        return Shop(
            name: name, legalName: legal ?? name, email: "hello@shop.example", phone: "+15125550123", website: nil,
            address: PostalAddress(
                street: "12 Mill Road", street2: nil, city: city, region: Region(known: region), postalCode: "78704"),
            timeZone: "America/Chicago", hours: hours, locations: [])
    }

    static func privacy(
        in places: [String], recordsCalls: Bool = false, sells: Bool = false, sharesWith: [String] = [],
        retention categories: [RetentionCategory] = RetentionCategory.allCases, officer: Privacy.Officer? = nil,
        minimumAge: Int = 16, answerDays: Int = 30, size: BusinessSize = .small, sold: [DataCategory] = [],
        buyers: [Privacy.Buyer] = [], grants: [GrantedRight] = GrantedRight.allCases, from day: String = "2026-12-01",
        ads: Bool = false
    ) -> Privacy {
        Privacy(
            contact: Privacy.Contact(
                name: "Dana, the shop manager", email: "privacy@shop.example", phone: "+15125550124"),
            officer: officer, customersIn: places.map(Region.init(known:)), sellsData: sells, sharesForAds: ads,
            recordsCalls: recordsCalls, sharesRecordsWith: sharesWith,
            retention: Retention(
                periods: Dictionary(uniqueKeysWithValues: categories.map { ($0, period($0)) })),
            minimumAge: minimumAge, answerDays: answerDays,
            effectiveDate: date(day),
            changes: Privacy.Changes(
                announcedBy: [.app, .email], noticeDays: 30,
                history: [Privacy.Change(date: date("2026-12-01"), summary: "First version of this page")]),
            soldData: sold, trackingDomains: [], buyers: buyers, size: size, grantsRights: grants,
            officerNotNeeded: true)
    }

    static func date(_ text: String) -> CalendarDate {
        guard let date = CalendarDate(text) else { preconditionFailure("the tests write real dates") }
        return date
    }

    private static func period(_ category: RetentionCategory) -> RetentionPeriod {
        switch category {
        case .account, .loyalty: period(1, .years, .accountClosed, .service)
        case .vehicles, .appointments: period(2, .years, .lastVisit, .service)
        case .repairRecords: period(7, .years, .lastVisit, .taxLaw)
        case .payments: period(7, .years, .payment, .taxLaw)
        case .messages, .photos: period(1, .years, .visit, .warranty)
        case .location: period(30, .days, .collected, .disputes)
        case .deviceLogs: period(90, .days, .collected, .security)
        case .callRecordings: period(90, .days, .collected, .disputes)
        }
    }

    private static func period(
        _ count: Int, _ unit: RetentionPeriod.Duration.Unit, _ after: RetentionPeriod.Event,
        _ reason: RetentionPeriod.Reason
    ) -> RetentionPeriod {
        RetentionPeriod(
            length: RetentionPeriod.Duration(count: count, unit: unit), after: after, reason: reason)
    }
}

extension BusinessSize {
    /// Below every threshold.
    static let small = BusinessSize(
        annualRevenue: 8_000_000, consumers: 9_000, isSmallBusiness: true, salePercent: 0, employees: 12)

    /// Above every threshold.
    static let large = BusinessSize(
        annualRevenue: 90_000_000, consumers: 200_000, isSmallBusiness: false, salePercent: 60,
        employees: 900)
}

extension Sample {
    static let everything = features(
        booking: Features.Booking(leadTimeHours: 12, windowDays: 60),
        serviceHistory: Features.ServiceHistory(years: 5),
        vehicleGarage: Features.VehicleGarage(vinScan: true, plate: true),
        estimateApproval: Features.EstimateApproval(validDays: 14), inspections: Features.Inspections(photos: true),
        messaging: Features.Messaging(textMessages: true),
        push: Features.Push(purpose: "To tell you when your car is ready."), photos: Features.Photos(maximum: 6),
        loyalty: Features.Loyalty(pointsPerVisit: 100),
        reminders: Features.Reminders(channels: [.push, .email, .text], monthsBetweenServices: 6),
        payments: Features.Payments(saveCards: true),
        towing: Features.Towing(phone: "+15125550177", company: "Lone Star Towing", country: "US"))

    static func features(
        booking: Features.Booking? = nil, serviceHistory: Features.ServiceHistory? = nil,
        vehicleGarage: Features.VehicleGarage? = nil, estimateApproval: Features.EstimateApproval? = nil,
        inspections: Features.Inspections? = nil, messaging: Features.Messaging? = nil, push: Features.Push? = nil,
        photos: Features.Photos? = nil, loyalty: Features.Loyalty? = nil, reminders: Features.Reminders? = nil,
        payments: Features.Payments? = nil, towing: Features.Towing? = nil
    ) -> Features {
        Features(
            booking: booking, serviceHistory: serviceHistory, vehicleGarage: vehicleGarage,
            estimateApproval: estimateApproval, inspections: inspections, messaging: messaging, push: push,
            photos: photos, loyalty: loyalty, reminders: reminders, payments: payments, towing: towing)
    }

    static func connected(_ provider: Provider) -> Integration {
        Integration(
            provider: provider, identifiers: [], secrets: [],
            sync: provider.resources.map { Integration.Sync(resource: $0.name, operations: $0.operations) },
            everyMinutes: 15, webhooks: false)
    }

    static let tekmetric = provider(
        "tekmetric", .shopManagement, "Tekmetric", country: "US",
        resources: [
            ("customers", [.read, .create, .update]), ("vehicles", [.read, .create]),
            ("appointments", [.read, .create, .update]), ("repair_orders", [.read]),
        ],
        receives: [.name, .email, .phone, .address, .vehicle, .vin, .plate, .mileage, .appointments, .estimates],
        sends: [.name, .email, .phone, .address, .vehicle, .vin, .plate, .mileage, .appointments, .repairRecords])

    /// Nothing is known of its interface, so nothing can be synchronized.
    static let mitchell1 = provider(
        "mitchell1", .shopManagement, "Mitchell 1", page: "https://mitchell1.com/legal/privacy.html", country: "US",
        receives: [.name, .email], sends: [.name, .email])

    static let stripe = provider(
        "stripe", .payments, "Stripe", page: "https://stripe.com/privacy",
        cookies: [("__stripe_mid", .necessary, "Helps to recognize fraud.", "1 year")],
        receives: [.name, .paymentCard, .device], sends: [.paymentHistory])

    static let googleAnalytics = provider(
        "google_analytics", .analytics, "Google Analytics", page: "https://policies.google.com/privacy",
        cookies: [
            ("_ga", .analytics, "Tells visitors apart.", "2 years"),
            ("_ga_<container-id>", .analytics, "Keeps the state of a visit.", "2 years"),
        ],
        receives: [.device, .usage])

    static let firebase = provider(
        "firebase", .analytics, "Firebase", page: "https://firebase.google.com/support/privacy",
        receives: [.device, .usage, .crashes])

    static func provider(
        _ id: String, _ kind: Provider.Kind, _ name: String, page: String? = nil, country: String? = nil,
        resources: [(String, [Provider.Operation])] = [],
        cookies: [(String, CookieCategory, String, String)] = [], receives: [DataCategory] = [],
        sends: [DataCategory] = []
    ) -> Provider {
        let source = FactSource(mark: .confirmed, reference: "https://example.com")
        func fact(_ value: String?) -> Fact<String> { Fact(value: value, source: source) }
        return Provider(
            id: id, kind: kind, name: fact(name), legalName: fact(nil), website: fact(nil), privacyPolicy: fact(page),
            country: fact(country),
            api: ProviderAPI(
                style: fact(nil), productionURL: fact(nil), sandboxURL: fact(nil), authentication: fact(nil),
                webhooks: fact(nil), webhookSignature: fact(nil), rateLimit: fact(nil), pagination: fact(nil)),
            identifiers: [], secrets: [],
            resources: resources.map {
                Provider.Resource(name: $0.0, operations: $0.1, note: nil, source: source)
            },
            cookies: cookies.map {
                Provider.Cookie(name: $0.0, category: $0.1, purpose: $0.2, duration: $0.3, source: source)
            },
            receives: receives, sends: sends)
    }
}
