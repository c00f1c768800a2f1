import LiveryTenant

/// Dates, numbers, addresses and hours as readers of a place write them.
struct Formats: Sendable {
    let words: Words
    /// ISO 3166-1 alpha-2 of the shop.
    let country: String

    /// `December 1, 2026` in North America, else `1 December 2026`.
    func date(_ date: CalendarDate) -> String {
        let month = words["month.\(date.month)"]
        return isNorthAmerican ? "\(month) \(date.day), \(date.year)" : "\(date.day) \(month) \(date.year)"
    }

    /// The post code stands behind the town in the United States, Canada and the United Kingdom, else before it.
    static func address(_ address: PostalAddress) -> String {
        let street = ([address.street] + [address.street2].compactMap { $0 }).joined(separator: ", ")
        let code = address.region.code
        if address.region.country == "GB" { return "\(street), \(address.city) \(address.postalCode)" }
        guard address.region.isSubdivision, ["US", "CA"].contains(address.region.country) else {
            return "\(street), \(address.postalCode) \(address.city)"
        }
        return "\(street), \(address.city), \(code.dropFirst(3)) \(address.postalCode)"
    }

    func country(_ code: String) -> String { words.country(code) }

    func region(_ region: Region) -> String {
        words.find("region.\(region.code)") ?? country(region.country)
    }

    /// `Monday to Friday, 7:30 am to 5:30 pm; Saturday, 8 am to noon`: days with the same hours together.
    func hours(_ hours: OpeningHours) -> String? {
        var groups: [(days: [String], ranges: [OpeningHours.TimeRange])] = []
        var isAdjacent = false
        for day in hours.days {
            let name = words["weekday.\(day.weekday.rawValue)"]
            if isAdjacent, let last = groups.indices.last, groups[last].ranges == day.ranges {
                groups[last].days.append(name)
            } else if !day.ranges.isEmpty {
                groups.append(([name], day.ranges))
            }
            isAdjacent = !day.ranges.isEmpty
        }
        guard !groups.isEmpty else { return nil }
        let to = words["hours.to"]
        return groups.map { group in
            let days =
                group.days.count < 3
                ? words.list(group.days) : "\(group.days.first ?? "") \(to) \(group.days.last ?? "")"
            let times = group.ranges.map { "\(time($0.start)) \(to) \(time($0.end))" }
            return "\(days), \(words.list(times))"
        }.joined(separator: "; ")
    }

    private func time(_ minutes: Int) -> String {
        let (hour, minute) = (minutes / 60, minutes % 60)
        let padded = minute < 10 ? "0\(minute)" : "\(minute)"
        guard isNorthAmerican else { return "\(hour):\(padded)" }
        if minutes == 720 { return words["hours.noon"] }
        let half = hour % 24 < 12 ? "am" : "pm"
        let clock = hour % 12 == 0 ? 12 : hour % 12
        return minute == 0 ? "\(clock) \(half)" : "\(clock):\(padded) \(half)"
    }

    private var isNorthAmerican: Bool { country == "US" || country == "CA" }
}

extension RetentionPeriod {
    /// `7 years after your last visit`; nothing kept means until the event.
    func text(_ words: Words) -> String {
        let event = words["event.\(after.rawValue)"]
        guard length.count > 0 else { return words["kept.until"] + " " + event }
        return "\(length.text(words)) \(words["kept.after"]) \(event)"
    }
}

extension RetentionPeriod.Duration {
    func text(_ words: Words) -> String { words.count(count, unit.rawValue) }
}
