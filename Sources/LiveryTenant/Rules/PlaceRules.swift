import LiveryDiagnostics

/// Addresses, numbers and hours that do not fit together.
enum PlaceRules {
    static func findings(in tenant: Tenant, origins: Origins) -> [Diagnostic] {
        let rules: [(Tenant, Origins) -> [Diagnostic]] = [
            phoneCountry, postalCodes, timeZoneContinent, emailDomain, customersNearby, longDays, shortBreaks,
            repeatedPhones,
        ]
        return rules.flatMap { $0(tenant, origins) }
    }

    private static func addresses(_ tenant: Tenant) -> [(path: String, address: PostalAddress, phone: String)] {
        [("shop", tenant.shop.address, tenant.shop.phone)]
            + tenant.shop.locations.map { ("shop.locations.\($0.id)", $0.address, $0.phone) }
    }

    private static func phoneCountry(_ tenant: Tenant, _ origins: Origins) -> [Diagnostic] {
        addresses(tenant).compactMap { place in
            let country = place.address.region.country
            guard let code = PhoneNumber.countryCodes[country], !place.phone.hasPrefix(code) else { return nil }
            return .foreignPhone(
                place.address.region.countryInSentence, code, path: place.path + ".phone",
                at: origins.place(of: place.path + ".phone"), region: origins.place(of: place.path + ".address.region"))
        }
    }

    /// US: five digits, or nine. CA: letter digit letter, digit letter digit. GB: an outward and an inward part.
    /// DE: five digits. As the posts of these countries write them.
    private static let postalCodeShapes: [String: (pattern: TextPattern, example: String)] = [
        "US": (TextPattern(source: "[0-9]{5}(-[0-9]{4})?"), "78704"),
        "CA": (TextPattern(source: "[A-Z][0-9][A-Z] [0-9][A-Z][0-9]"), "N1H 0A2"),
        "GB": (TextPattern(source: "[A-Z]{1,2}[0-9][A-Z0-9]? [0-9][A-Z]{2}"), "E17 0AA"),
        "DE": (TextPattern(source: "[0-9]{5}"), "13088"),
    ]

    private static func postalCodes(_ tenant: Tenant, _ origins: Origins) -> [Diagnostic] {
        addresses(tenant).compactMap { place in
            guard let shape = postalCodeShapes[place.address.region.country],
                !shape.pattern.matches(place.address.postalCode)
            else { return nil }
            let path = place.path + ".address.postal_code"
            return .oddPostalCode(
                place.address.region.countryInSentence, example: shape.example, path: path, at: origins.place(of: path),
                region: origins.place(of: place.path + ".address.region"))
        }
    }

    /// The first part of an IANA name is the continent or ocean.
    private static func timeZoneContinent(_ tenant: Tenant, _ origins: Origins) -> [Diagnostic] {
        let areas: [String: [String]] = [
            "US": ["America", "Pacific", "US"], "CA": ["America", "Canada"], "MX": ["America"], "GB": ["Europe"],
            "DE": ["Europe"], "FR": ["Europe"],
        ]
        let area = tenant.shop.timeZone.prefix { $0 != "/" }
        guard let known = areas[tenant.shop.address.region.country], !known.contains(String(area)) else { return [] }
        return [
            .farTimeZone(
                tenant.shop.timeZone, tenant.shop.address.region.countryInSentence,
                at: origins.place(of: "shop.time_zone"),
                region: origins.place(of: "shop.address.region"))
        ]
    }

    /// A slip in one of the two: `oakwoodauto.example` beside `oakwodauto.example`. Quite different names can be meant.
    private static func emailDomain(_ tenant: Tenant, _ origins: Origins) -> [Diagnostic] {
        guard let website = tenant.shop.website, let domain = tenant.shop.email.split(at: "@").last else {
            return []
        }
        var host = website.dropFirst("https://".count).prefix { $0 != "/" && $0 != "?" }
        if host.hasPrefix("www.") { host = host.dropFirst(4) }
        guard host != domain, Similarity.nearest(to: String(domain), in: [String(host)]) != nil else { return [] }
        return [
            .nearlySameDomain(
                String(domain), String(host), at: origins.place(of: "shop.email"),
                website: origins.place(of: "shop.website"))
        ]
    }

    private static func customersNearby(_ tenant: Tenant, _ origins: Origins) -> [Diagnostic] {
        let region = tenant.shop.address.region
        guard !tenant.privacy.customersIn.contains(where: { $0 == region || $0.code == region.country }) else {
            return []
        }
        let path = "privacy.customers_in"
        return [
            .noCustomersNearby(
                region.name, code: region.code, at: origins.place(of: path),
                address: origins.place(of: "shop.address.region"))
        ]
    }

    private static func hours(_ tenant: Tenant) -> [(path: String, day: OpeningHours.Day)] {
        ([("shop.hours", tenant.shop.hours)]
            + tenant.shop.locations.map { ("shop.locations.\($0.id).hours", $0.hours) }).flatMap { path, hours in
                hours.days.map { (path + "." + $0.weekday.rawValue, $0) }
            }
    }

    private static func longDays(_ tenant: Tenant, _ origins: Origins) -> [Diagnostic] {
        hours(tenant).compactMap { path, day in
            let minutes = day.ranges.reduce(0) { $0 + $1.end - $1.start }
            guard minutes > 18 * 60, minutes < 24 * 60 else { return nil }
            return .longDay(day.weekday, hours: minutes / 60, path: path, at: origins.place(of: path))
        }
    }

    private static func shortBreaks(_ tenant: Tenant, _ origins: Origins) -> [Diagnostic] {
        hours(tenant).compactMap { path, day in
            let breaks = zip(day.ranges, day.ranges.dropFirst()).map { $1.start - $0.end }
            guard let shortest = breaks.min(), (0..<15).contains(shortest) else { return nil }
            return .shortBreak(day.weekday, minutes: shortest, path: path, at: origins.place(of: path))
        }
    }

    private static func repeatedPhones(_ tenant: Tenant, _ origins: Origins) -> [Diagnostic] {
        let locations = tenant.shop.locations
        return locations.indices.compactMap { index in
            guard let first = locations[..<index].first(where: { $0.phone == locations[index].phone }) else {
                return nil
            }
            return .repeatedPhone(
                first.name, locations[index].name,
                at: origins.place(of: "shop.locations.\(locations[index].id).phone"),
                first: origins.place(of: "shop.locations.\(first.id).phone"))
        }
    }
}

extension Diagnostic {
    fileprivate static func foreignPhone(
        _ country: String, _ code: String, path: String, at span: SourceSpan?, region: SourceSpan?
    ) -> Diagnostic {
        Diagnostic(
            code: "tenant/foreign-phone", severity: .warning,
            "The place is in \(country), but its phone number does not begin with `\(code)`.", at: span,
            related: region.map { [Label(span: $0, text: "the address is here")] } ?? [], path: path,
            help: "Mend the number, or the region of the address.")
    }

    fileprivate static func oddPostalCode(
        _ country: String, example: String, path: String, at span: SourceSpan?, region: SourceSpan?
    ) -> Diagnostic {
        Diagnostic(
            code: "tenant/odd-postal-code", severity: .warning, "Postal codes of \(country) do not look like this.",
            at: span, related: region.map { [Label(span: $0, text: "the address is here")] } ?? [], path: path,
            help: "They look like `\(example)`.")
    }

    fileprivate static func farTimeZone(
        _ zone: String, _ country: String, at span: SourceSpan?, region: SourceSpan?
    ) -> Diagnostic {
        Diagnostic(
            code: "tenant/far-time-zone", severity: .warning,
            "The shop is in \(country), and keeps the time of `\(zone)`.", at: span,
            related: region.map { [Label(span: $0, text: "the address is here")] } ?? [], path: "shop.time_zone",
            help: "Write the zone of the shop's own clock.")
    }

    fileprivate static func nearlySameDomain(
        _ domain: String, _ host: String, at span: SourceSpan?, website: SourceSpan?
    ) -> Diagnostic {
        Diagnostic(
            code: "tenant/nearly-same-domain", severity: .warning,
            "The e-mail address ends in `\(domain)`, and the website is `\(host)`.", at: span, label: "a slip?",
            related: website.map { [Label(span: $0, text: "the website")] } ?? [], path: "shop.email",
            help: "One of the two is probably misspelled.")
    }

    fileprivate static func noCustomersNearby(
        _ region: String, code: String, at span: SourceSpan?, address: SourceSpan?
    ) -> Diagnostic {
        Diagnostic(
            code: "tenant/no-customers-nearby", severity: .warning,
            "The shop is in \(region), and no customer is said to live there.", at: span,
            related: address.map { [Label(span: $0, text: "the address is here")] } ?? [],
            path: "privacy.customers_in",
            help: "Add `\(code)`: the policy follows the laws of the places where customers live.")
    }

    fileprivate static func longDay(
        _ weekday: OpeningHours.Weekday, hours: Int, path: String, at span: SourceSpan?
    ) -> Diagnostic {
        Diagnostic(
            code: "tenant/long-day", severity: .warning, "The place is open for \(hours) hours on \(weekday.rawValue).",
            at: span, path: path, help: "Look at the hours again: are morning and evening swapped?")
    }

    fileprivate static func shortBreak(
        _ weekday: OpeningHours.Weekday, minutes: Int, path: String, at span: SourceSpan?
    ) -> Diagnostic {
        Diagnostic(
            code: "tenant/short-break", severity: .warning,
            "The place closes for \(minutes) minutes on \(weekday.rawValue).", at: span, path: path,
            help: "Join the two ranges, or mend their times.")
    }

    fileprivate static func repeatedPhone(
        _ first: String, _ second: String, at span: SourceSpan?, first place: SourceSpan?
    ) -> Diagnostic {
        Diagnostic(
            code: "tenant/repeated-phone", severity: .warning, "\(first) and \(second) have the same phone number.",
            at: span, related: place.map { [Label(span: $0, text: "first used here")] } ?? [], path: "shop.locations",
            help: "Give each location its own number.")
    }
}
