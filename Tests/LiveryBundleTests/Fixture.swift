@testable import LiveryPrivacy
@testable import LiveryTenant

/// A shop with everything on, and one with nothing optional.
enum Fixture {
    /// The name that must come out right in every format.
    static let hostileName = "Bob's \"Brakes\" & <Sons> | #1 {x} **y**"

    static func tenant(
        name: String = "Oakwood Auto Care", primary: String = "#1F5A3C", onPrimary: String = "#FFFFFF",
        darkPrimary: String = "#8FD3AE", onDarkPrimary: String = "#00301A", features: Features = .everything,
        integrations: [Integration] = [.tekmetric, .stripe], analytics: Analytics = .both
    ) -> Tenant {
        let address = PostalAddress(
            street: "1200 South Lamar Boulevard", street2: nil, city: "Austin", region: Region(known: "US-TX"),
            postalCode: "78704")
        return Tenant(
            id: "oakwood", group: nil, operator: .trackara,
            shop: Shop(
                name: name, legalName: "Oakwood Auto Care LLC", email: "hello@oakwoodauto.example",
                phone: "+15125550123", website: "https://oakwoodauto.example", address: address,
                timeZone: "America/Chicago", hours: .weekdays,
                locations: [
                    Location(
                        id: "north", name: "Oakwood North", address: address, phone: "+15125550124", hours: .weekdays)
                ]),
            branding: Branding(
                appName: String(name.prefix(30)), shortName: "Oakwood",
                light: .light(primary: Color(hex: primary), onPrimary: Color(hex: onPrimary)),
                dark: .dark(primary: Color(hex: darkPrimary), onPrimary: Color(hex: onDarkPrimary)),
                logo: "oakwood/logo.svg", logoDark: nil, icon: nil,
                typography: Typography(headingFont: "Georgia", bodyFont: "Inter", baseSize: 17)),
            app: .both, features: features,
            cookies: Cookies(
                banner: .bar, consentDays: 182,
                own: [OwnCookie(name: "session", category: .necessary, purpose: "Keeps you signed in.", days: 0)]),
            privacy: .plain,
            environments: EnvironmentName.allCases.map { name in
                TenantEnvironment(
                    name: name, api: .plain(name), analytics: analytics,
                    billing: Billing(model: .commission(basisPoints: 250), processor: "stripe"),
                    integrations: integrations)
            })
    }
}

extension Operator {
    static let trackara = Operator(
        name: "Trackara", legalName: "Trackara LLC", email: "privacy@trackara.example", phone: "+15125550100",
        website: "https://trackara.example", privacyPolicy: "https://trackara.example/privacy",
        address: PostalAddress(
            street: "500 Congress Avenue", street2: nil, city: "Austin", region: Region(known: "US-TX"),
            postalCode: "78701"),
        serviceProviders: [
            ServiceProvider(
                id: "harbor", name: "Harbor Cloud", job: .hosting, country: "US",
                privacyPolicy: "https://harbor.example/privacy")
        ],
        security: [.encryptionInTransit, .accessLog], backupDays: 35, transferSafeguard: nil)
}

extension OpeningHours {
    static let weekdays = OpeningHours(
        days: Weekday.allCases.map { day in
            switch day {
            case .sunday: Day(weekday: day, ranges: [])
            case .saturday:
                Day(weekday: day, ranges: [TimeRange(start: 480, end: 720), TimeRange(start: 780, end: 960)])
            default: Day(weekday: day, ranges: [TimeRange(start: 450, end: 1050)])
            }
        })
}

extension ColorScheme {
    static func light(primary: Color?, onPrimary: Color?) -> ColorScheme {
        ColorScheme(
            primary: primary ?? .black, onPrimary: onPrimary ?? .white, secondary: .hex("#8A5A00"),
            onSecondary: .white, background: .hex("#FAFBF9"), onBackground: .hex("#1A1C1A"), surface: .white,
            onSurface: .hex("#1A1C1A"), error: .hex("#B3261E"), onError: .white, outline: .hex("#707972"))
    }

    static func dark(primary: Color?, onPrimary: Color?) -> ColorScheme {
        ColorScheme(
            primary: primary ?? .white, onPrimary: onPrimary ?? .black, secondary: .hex("#FFB95C"),
            onSecondary: .hex("#462A00"), background: .hex("#111412"), onBackground: .hex("#E1E3DF"),
            surface: .hex("#1C201D"), onSurface: .hex("#E1E3DF"), error: .hex("#F2B8B5"),
            onError: .hex("#601410"), outline: .hex("#8A938C"))
    }
}

extension Color {
    static let black = Color(red: 0, green: 0, blue: 0)
    static let white = Color(red: 255, green: 255, blue: 255)
    static func hex(_ text: String) -> Color { Color(hex: text) ?? .black }
}

extension App {
    static let both = App(
        ios: IOSApp(bundleID: "example.oakwood.app", teamID: "A1B2C3D4E5", minimumOS: "15.0"),
        android: AndroidApp(
            applicationID: "example.oakwood.app",
            signingFingerprints: [Array(repeating: "AB", count: 32).joined(separator: ":")], minimumOS: "8.0"),
        deepLinkDomain: "app.oakwoodauto.example", locales: ["en-US"],
        store: [
            StoreListing(
                locale: "en-US", subtitle: "Book, approve, pay", shortDescription: "Your car's care in one place.",
                description: "Book a visit at Oakwood Auto Care, see what we found, and approve the work.",
                keywords: ["car", "repair", "austin"])
        ], signIn: [.password], accountDeletionURL: "https://trackara.example/delete-account",
        dataDeletionURL: "https://trackara.example/delete-data")
}

extension Features {
    static let everything = Features(
        booking: Booking(leadTimeHours: 12, windowDays: 60), serviceHistory: ServiceHistory(years: 5),
        vehicleGarage: VehicleGarage(vinScan: true, plate: true), estimateApproval: EstimateApproval(validDays: 14),
        inspections: Inspections(photos: true), messaging: Messaging(textMessages: true),
        push: Push(purpose: "So that you hear when your car is ready."), photos: Photos(maximum: 6),
        loyalty: Loyalty(pointsPerVisit: 100),
        reminders: Reminders(channels: [.push, .email], monthsBetweenServices: 6), payments: Payments(saveCards: true),
        towing: Towing(phone: "+15125550177", company: "Hill Country Towing", country: "US"))

    static let nothing = Features(
        booking: nil, serviceHistory: nil, vehicleGarage: nil, estimateApproval: nil, inspections: nil,
        messaging: nil, push: nil, photos: nil, loyalty: nil, reminders: nil, payments: nil, towing: nil)
}

extension API {
    static func plain(_ name: EnvironmentName) -> API {
        API(
            baseURL: name == .production ? "https://api.trackara.example" : "https://\(name).api.trackara.example",
            version: "v1", timeoutSeconds: 15,
            retry: Retry(attempts: 3, backoff: .exponential, initialMilliseconds: 250), certificatePins: [],
            endpoints: [Endpoint(feature: .booking, path: "/bookings")])
    }
}

extension Analytics {
    static let both = Analytics(
        googleAnalytics: GoogleAnalytics(measurementID: "G-1A2BCD345E", retentionMonths: 2),
        firebase: Firebase(
            iosAppID: "1:1234567890:ios:321abc456def7890", androidAppID: "1:1234567890:android:321abc456def7890",
            projectID: "oakwood", retentionMonths: 2, crashReports: true),
        consentMode: ConsentMode(mode: .basic, waitMilliseconds: 500))

    static let none = Analytics(
        googleAnalytics: nil, firebase: nil, consentMode: ConsentMode(mode: .basic, waitMilliseconds: 500))
}

extension Privacy {
    static let plain = Privacy(
        contact: Contact(
            name: "Dana, the shop manager", email: "privacy@oakwoodauto.example", phone: "+15125550123"),
        officer: nil, customersIn: [Region(known: "US-OK"), Region(known: "US-TX")], sellsData: false,
        sharesForAds: false, recordsCalls: false, sharesRecordsWith: [],
        retention: Retention(periods: [
            .account: RetentionPeriod(
                length: RetentionPeriod.Duration(count: 2, unit: .years), after: .accountClosed, reason: .service),
            .repairRecords: RetentionPeriod(
                length: RetentionPeriod.Duration(count: 7, unit: .years), after: .lastVisit, reason: .taxLaw),
        ]), minimumAge: 16, answerDays: 30, effectiveDate: .fixture,
        changes: Changes(announcedBy: [.app, .email], noticeDays: 30, history: []), soldData: [],
        trackingDomains: [])
}

extension CalendarDate {
    static var fixture: CalendarDate {
        guard let date = CalendarDate("2026-12-01") else { preconditionFailure("the date is a real one") }
        return date
    }
}
