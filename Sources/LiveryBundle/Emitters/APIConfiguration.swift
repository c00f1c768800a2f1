import LiveryDiagnostics
import LiveryTenant

/// `api/<environment>.json`: what an app needs to know to start: whom it belongs to, how it reaches the platform, what
/// it can do. What the shop pays the operator is nobody's business on a phone, so billing is not here.
enum APIConfiguration {
    static func emit(_ tenant: Tenant) -> [BundleFile] {
        tenant.environments.map { environment in
            BundleFile(path: "api/\(environment.name.rawValue).json", bytes: document(tenant, environment))
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
        let (hour, minute) = (minutes / 60, minutes % 60)
        return (hour < 10 ? "0" : "") + "\(hour):" + (minute < 10 ? "0" : "") + "\(minute)"
    }
}
