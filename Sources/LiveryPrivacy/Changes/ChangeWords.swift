import LiveryTenant

/// The words for values of a record, those of the policy itself where it has them.
struct ChangeWords {
    let words: Words
    let formats: Formats

    init(_ record: PolicyRecord) {
        words = ClauseLibrary.english.words
        let home = record.data.flatMap(\.recipients).first { $0.role == DataMap.Recipient.Role.shop.rawValue }
        formats = Formats(words: words, country: home?.country ?? "")
    }

    /// `your name, phone number and car`.
    func data(_ categories: [String]) -> String {
        let order = DataCategory.allCases.map(\.rawValue)
        let sorted = order.filter(categories.contains) + categories.filter { !order.contains($0) }
        return words.list(words.sharing(sorted.uniqued().map { word("data", $0) }))
    }

    func purposes(_ purposes: [String]) -> String {
        words.list(purposes.map { word("purpose", $0) })
    }

    func country(_ code: String?) -> String {
        code.map(formats.country) ?? "a country that nobody knows"
    }

    /// `7 years after your last visit`.
    func period(_ period: PolicyRecord.Period) -> String {
        let event = word("event", period.after)
        guard period.count > 0 else { return "\(words["kept.until"]) \(event)" }
        let unit = words.find("unit.\(period.unit).\(period.count == 1 ? "one" : "other")") ?? period.unit
        return "\(period.count) \(unit) \(words["kept.after"]) \(event)"
    }

    func date(_ text: String) -> String { CalendarDate(text).map(formats.date) ?? text }

    func person(_ person: PolicyRecord.Person) -> String {
        let ways = [person.phone.map(PhoneNumber.display), person.email].compactMap { $0 }
        let title = person.title.map { " (\($0))" } ?? ""
        return "\(person.name)\(title): \(ways.joined(separator: ", "))"
    }

    func channels(_ channels: [String]) -> String {
        channels.isEmpty ? "nowhere" : words.list(channels.map { word("channel", $0) })
    }

    /// What a company does for the shop: `sends our text messages`.
    func job(_ share: PolicyRecord.Share) -> String {
        guard share.jobs.isEmpty else { return words.list(share.jobs.map { word("job", $0) }) }
        switch DataMap.Recipient.Role(rawValue: share.role) {
        case .shopSystem: return "is our \(words["noun.system.one"])"
        case .analytics: return "measures how the app is used"
        case .payments: return "takes payments"
        case .towing: return "tows cars"
        case .sisterShop: return "is a shop of the same family"
        case .buyer: return "pays for data or shows ads with it"
        case .operator: return "runs the app for us"
        case .shop, .serviceProvider, nil: return "works for us"
        }
    }

    func source(_ source: String) -> String {
        switch DataMap.Source(rawValue: source) {
        case .person: "you"
        case .device: "your phone or browser"
        case .shop: "our own work"
        case .shopSystem: "our \(words["noun.system.one"])"
        case nil: source
        }
    }

    func measure(_ measure: String) -> String { word("measure", measure) }

    func permission(_ id: String) -> String { word("permission", id).lowercased() }

    /// The policy's word; of a value that it no longer has, the value.
    private func word(_ group: String, _ value: String) -> String {
        words.find("\(group).\(value)") ?? value.replacing("_", with: " ")
    }
}
