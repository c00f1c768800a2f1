import LiveryDiagnostics
import LiveryTenant

/// `api/<environment>.json`: what an app needs to know to start: whom it belongs to, how it reaches the platform, what
/// it can do. What the shop pays the operator is nobody's business on a phone, so billing is not here.
enum APIConfiguration {
    static func emit(_ tenant: Tenant) -> [EmittedFile] {
        tenant.environments.map { environment in
            EmittedFile(path: "api/\(environment.name.rawValue).json", bytes: document(tenant, environment))
        }
    }

    private static func document(_ tenant: Tenant, _ environment: TenantEnvironment) -> [UInt8] {
        JSONWriter.document { json in
            json.field("format_version", Bundle.formatVersion)
            json.field("shop", tenant.id)
            json.field("environment", environment.name.rawValue)
            json.object("app") { app(tenant, &$0) }
            json.object("api") { connection(environment.api, &$0) }
            json.object("features") { features(tenant.features, environment, &$0) }
            json.object("contact") { contact(tenant.shop, &$0) }
            json.array("locations") { list in
                for location in tenant.shop.locations {
                    list.element { entry in
                        entry.field("id", location.id)
                        entry.field("name", location.name)
                        entry.field("phone", location.phone)
                        entry.object("address") { address(location.address, &$0) }
                        entry.object("hours") { hours(location.hours, &$0) }
                    }
                }
            }
        }
    }

    private static func app(_ tenant: Tenant, _ json: inout JSONWriter) {
        json.field("name", tenant.branding.appName)
        json.field("short_name", tenant.branding.shortName)
        json.object("ios") { ios in
            ios.field("bundle_id", tenant.app.ios.bundleID)
            ios.field("team_id", tenant.app.ios.teamID)
            ios.field("minimum_os", tenant.app.ios.minimumOS)
        }
        json.object("android") { android in
            android.field("application_id", tenant.app.android.applicationID)
            android.strings("signing_fingerprints", tenant.app.android.signingFingerprints)
            android.field("minimum_os", tenant.app.android.minimumOS)
        }
        json.optional("deep_link_domain", tenant.app.deepLinkDomain)
        json.strings("locales", tenant.app.locales)
    }

    private static func connection(_ api: API, _ json: inout JSONWriter) {
        json.field("base_url", api.baseURL)
        json.field("version", api.version)
        json.field("timeout_seconds", api.timeoutSeconds)
        json.object("retry") { retry in
            retry.field("attempts", api.retry.attempts)
            retry.field("backoff", api.retry.backoff.rawValue)
            retry.field("initial_milliseconds", api.retry.initialMilliseconds)
        }
        json.strings("certificate_pins", api.certificatePins)
    }

    /// The features that are on, each with its options and its place on the server; one that is off is absent.
    private static func features(
        _ features: Features, _ environment: TenantEnvironment, _ json: inout JSONWriter
    ) {
        for name in features.enabled {
            json.object(name.rawValue) { feature in
                let endpoint = environment.api.endpoints.first { $0.feature == name }
                feature.optional("endpoint", endpoint?.path)
                options(of: name, features, environment, &feature)
            }
        }
    }

    private static func options(
        of name: FeatureName, _ features: Features, _ environment: TenantEnvironment, _ json: inout JSONWriter
    ) {
        switch name {
        case .booking:
            guard let booking = features.booking else { return }
            json.field("lead_time_hours", booking.leadTimeHours)
            json.field("window_days", booking.windowDays)
        case .serviceHistory:
            if let history = features.serviceHistory { json.field("years", history.years) }
        case .vehicleGarage:
            guard let garage = features.vehicleGarage else { return }
            json.field("vin_scan", garage.vinScan)
            json.field("plate", garage.plate)
        case .estimateApproval:
            if let approval = features.estimateApproval { json.field("valid_days", approval.validDays) }
        case .inspections:
            if let inspections = features.inspections { json.field("photos", inspections.photos) }
        case .messaging:
            if let messaging = features.messaging { json.field("text_messages", messaging.textMessages) }
        case .push:
            if let push = features.push { json.field("purpose", push.purpose) }
        case .photos:
            if let photos = features.photos { json.field("maximum", photos.maximum) }
        case .loyalty:
            if let loyalty = features.loyalty { json.field("points_per_visit", loyalty.pointsPerVisit) }
        case .reminders:
            guard let reminders = features.reminders else { return }
            json.strings("channels", reminders.channels.map(\.rawValue))
            json.field("months_between_services", reminders.monthsBetweenServices)
        case .payments:
            guard let payments = features.payments else { return }
            json.field("save_cards", payments.saveCards)
            json.optional("processor", environment.billing.processor)
        case .towing:
            guard let towing = features.towing else { return }
            json.field("phone", towing.phone)
            json.field("company", towing.company)
            json.field("country", towing.country)
        }
    }

    private static func contact(_ shop: Shop, _ json: inout JSONWriter) {
        json.field("name", shop.name)
        json.field("legal_name", shop.legalName)
        json.field("email", shop.email)
        json.field("phone", shop.phone)
        json.optional("website", shop.website)
        json.object("address") { address(shop.address, &$0) }
        json.field("time_zone", shop.timeZone)
        json.object("hours") { hours(shop.hours, &$0) }
    }

    private static func address(_ address: PostalAddress, _ json: inout JSONWriter) {
        json.field("street", address.street)
        json.optional("street2", address.street2)
        json.field("city", address.city)
        json.field("region", address.region.code)
        json.field("postal_code", address.postalCode)
        json.field("country", address.region.country)
    }

    /// A closed day has an empty list.
    private static func hours(_ hours: OpeningHours, _ json: inout JSONWriter) {
        for day in hours.days {
            json.array(day.weekday.rawValue) { list in
                for range in day.ranges {
                    list.element { entry in
                        entry.field("opens", ClockTime.text(range.start))
                        entry.field("closes", ClockTime.text(range.end))
                    }
                }
            }
        }
    }
}

/// A time of day from minutes after midnight.
enum ClockTime {
    /// `07:30`; the end of a day is `24:00`.
    static func text(_ minutes: Int) -> String {
        String(unsafeUninitializedCapacity: 5) { text in
            let (hour, minute) = (minutes / 60, minutes % 60)
            (text[0], text[1], text[2]) = (digit(hour / 10), digit(hour % 10), UInt8(ascii: ":"))
            (text[3], text[4]) = (digit(minute / 10), digit(minute % 10))
            return 5
        }
    }

    private static func digit(_ number: Int) -> UInt8 { UInt8(ascii: "0") + UInt8(number) }
}

extension APIConfiguration {
    private typealias Member = ArtifactMember

    static let schema = ArtifactSchema(
        "api", files: "api/*.json", "What an app needs to know to start: one file for each environment.",
        .object([
            .formatVersion, .shop,
            Member("environment", "The environment that the file is for.", .words(EnvironmentName.self)),
            Member("app", "The app as the stores know it.", .object(appMembers)),
            Member("api", "How the app reaches the platform.", .object(connectionMembers)),
            Member(
                "features", "The features that are on, each with its options; one that is off is absent.",
                .object(
                    FeatureName.allCases.map { name in
                        let endpoint = Member(
                            optional: "endpoint", "The place on the server, after the base URL.",
                            .text("/\\S*", examples: ["/bookings"]))
                        return Member(
                            optional: name.rawValue, "Present when the feature is on.",
                            .object([endpoint] + options(of: name)))
                    })),
            Member("contact", "Whom a customer reaches, and where.", .object(contactMembers)),
            Member(
                "locations", "Further places of the same shop.",
                .list(
                    of: .object([
                        Member("id", "Unique within the shop.", .id),
                        Member("name", "The name over the door.", .prose("Oakwood North")),
                        Member("phone", "E.164.", .phone), Member("address", "Where it is.", address),
                        Member("hours", "When it is open, in the time zone of the shop.", hours),
                    ]))),
        ]))

    private static let appMembers = [
        Member("name", "The name in the stores.", .prose("Oakwood Auto Care")),
        Member("short_name", "The name under the icon, at most 12 characters.", .prose("Oakwood")),
        Member(
            "ios", "The app of the App Store.",
            .object([
                Member("bundle_id", "As Apple knows the app.", .text(examples: ["example.oakwood.app"])),
                Member("team_id", "Who signs.", .text("[A-Z0-9]{10}", examples: ["A1B2C3D4E5"])),
                Member("minimum_os", "The oldest system that runs it.", .text("[0-9.]+", examples: ["15.0"])),
            ])),
        Member(
            "android", "The app of Google Play.",
            .object([
                Member("application_id", "As Google knows the app.", .text(examples: ["example.oakwood.app"])),
                Member(
                    "signing_fingerprints", "SHA-256 of the certificates that sign it.",
                    .list(
                        of: .text(
                            "[0-9A-F]{2}(?::[0-9A-F]{2}){31}",
                            examples: ["7B" + String(repeating: ":94", count: 31)]))),
                Member("minimum_os", "The oldest system that runs it.", .text("[0-9.]+", examples: ["8.0"])),
            ])),
        Member(
            optional: "deep_link_domain", "The host whose links open the app.",
            .text(examples: ["app.oakwoodauto.example"])),
        Member("locales", "The languages of the app, the first one by default.", .list(of: .locale)),
    ]

    private static let connectionMembers = [
        Member("base_url", "What every endpoint is appended to.", .url),
        Member("version", "The version of the platform's interface.", .text(examples: ["v1"])),
        Member("timeout_seconds", "After so long a request has failed.", .positive),
        Member(
            "retry", "How a failed request is repeated.",
            .object([
                Member("attempts", "How often in all.", .count),
                Member("backoff", "How the waiting grows.", .words(API.Backoff.self)),
                Member("initial_milliseconds", "How long the first wait is.", .count),
            ])),
        Member(
            "certificate_pins", "SHA-256 of the public keys that the server may show, in base64; none for any.",
            .list(
                of: .text("[A-Za-z0-9+/]{43}=", examples: ["ypeBEsobvcr6wjGzmiPcTaeG7/gUfE5yuYB3ha/uSLs="]))),
    ]

    private static func options(of name: FeatureName) -> [ArtifactMember] {
        switch name {
        case .booking:
            [
                Member("lead_time_hours", "A visit is booked at least so long before.", .count),
                Member("window_days", "And at most so long before.", .count),
            ]
        case .serviceHistory: [Member("years", "How far back the app shows visits.", .count)]
        case .vehicleGarage:
            [
                Member("vin_scan", "Whether the camera reads the VIN.", .flag),
                Member("plate", "Whether the app asks for the plate.", .flag),
            ]
        case .estimateApproval: [Member("valid_days", "How long an estimate can be approved.", .count)]
        case .inspections: [Member("photos", "Whether reports hold photos.", .flag)]
        case .messaging: [Member("text_messages", "Whether messages also go out as texts.", .flag)]
        case .push:
            [Member("purpose", "The sentence that says what notifications are for.", .prose("Your car is ready."))]
        case .photos: [Member("maximum", "How many go with one visit.", .count)]
        case .loyalty: [Member("points_per_visit", "What a visit earns.", .count)]
        case .reminders:
            [
                Member("channels", "How a customer is reminded.", .list(of: .words(Features.Reminders.Channel.self))),
                Member("months_between_services", "When the next service is due.", .count),
            ]
        case .payments:
            [
                Member("save_cards", "Whether the processor may keep a card for the next visit.", .flag),
                Member(optional: "processor", "The provider that takes the money.", .id),
            ]
        case .towing:
            [
                Member("phone", "Whom the app calls, E.164.", .phone),
                Member("company", "Who tows, and gets the position of the car.", .prose("Lone Pecan Towing")),
                Member("country", "Where that company is, ISO 3166-1.", .country),
            ]
        }
    }

    private static let contactMembers = [
        Member("name", "The name over the door.", .prose("Oakwood Auto Care")),
        Member("legal_name", "The entity behind the shop.", .prose("Oakwood Auto Care LLC")),
        Member("email", "Where customers write.", .email), Member("phone", "Where customers call, E.164.", .phone),
        Member(optional: "website", "The shop's own pages.", .url), Member("address", "Where the shop is.", address),
        Member("time_zone", "An IANA time zone.", .text("[A-Za-z0-9_+/-]+", examples: ["America/Chicago"])),
        Member("hours", "When the shop is open, in its time zone.", hours),
    ]

    private static let address = ArtifactShape.shared(
        "address",
        .object([
            Member("street", "Street and number.", .prose("12 Elm Street")),
            Member(optional: "street2", "A second line, such as a suite.", .prose("Suite 4")),
            Member("city", "The city.", .prose("Austin")), Member("region", "ISO 3166-2, or ISO 3166-1.", .region),
            Member("postal_code", "As the country writes it.", .prose("78704")),
            Member("country", "ISO 3166-1.", .country),
        ]))

    private static let hours = ArtifactShape.shared(
        "hours",
        .object(
            OpeningHours.Weekday.allCases.map { day in
                let time = ArtifactShape.text("(?:[01][0-9]|2[0-4]):[0-5][0-9]", examples: ["07:30"])
                return Member(
                    day.rawValue, "In order and without overlap; none on a closed day.",
                    .list(of: .object([Member("opens", "From.", time), Member("closes", "Until.", time)])))
            }))
}
