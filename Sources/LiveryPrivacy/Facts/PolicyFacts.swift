import LiveryTenant

/// All that a policy can speak of: one tenant and what was derived from it, with the words to say it.
struct PolicyFacts: Sendable {
    let tenant: Tenant
    let dataMap: DataMap
    let consent: ConsentSettings
    private(set) var words: Words
    let laws: [Law]
    private(set) var formats: Formats
    /// Clauses ask for these many times, so they are worked out once.
    let shares: [(recipient: DataMap.Recipient, categories: [DataCategory])]
    let groups: [DataGroup]

    init(tenant: Tenant, dataMap: DataMap, consent: ConsentSettings, words: Words) {
        self.tenant = tenant
        self.dataMap = dataMap
        self.consent = consent
        self.words = words
        shares = dataMap.shares
        groups = DataGroup.all(of: dataMap)
        laws = Law.applying(to: tenant)
        formats = Formats(words: words, country: tenant.shop.address.region.country)
    }

    /// The same facts with keys in the place of words.
    var keyed: PolicyFacts {
        var facts = self
        facts.words = words.keyed
        facts.formats = Formats(words: facts.words, country: formats.country)
        return facts
    }

    /// `your name, your phone number and your car`.
    func data(_ categories: [DataCategory]) -> String? {
        guard !categories.isEmpty else { return nil }
        return words.list(words.sharing(phrases(categories)))
    }

    func phrases(_ categories: [DataCategory]) -> [String] {
        categories.flatMap { words.parts("data.\($0.rawValue)") }
    }

    func recipients(_ role: DataMap.Recipient.Role) -> [(recipient: DataMap.Recipient, categories: [DataCategory])] {
        shares.filter { $0.recipient.role == role }
    }

    /// Everybody besides the shop and the operator, by name.
    var others: [String] {
        let roles: [DataMap.Recipient.Role] = [.shop, .operator]
        let names = shares.map(\.recipient).filter { !roles.contains($0.role) }.map(\.name)
        return Set(names).sorted()
    }

    /// Where data goes besides the home of a law.
    func countries(outside home: [String]) -> String? {
        let countries = dataMap.countries.filter { !home.contains($0) }
        return countries.isEmpty ? nil : words.list(countries.map(formats.country))
    }

    /// The places that an annex speaks to: by name when there are few.
    func places(_ annex: String) -> String? {
        let laws = laws.filter { $0.annex == annex }
        guard let law = laws.first else { return nil }
        let places = law.places(of: tenant)
        switch annex {
        case "law-california", "law-quebec": return words["region.\(law.places[0])"]
        case "law-states": return states.count > 3 ? words["places.law-states"] : names(of: states, "list.or")
        default: break
        }
        if places.count > 3 || places.contains(where: { $0.code == "CA" }) { return words["places.\(annex)"] }
        let names = places.map { annex == "law-canada" ? formats.region($0) : formats.country($0.country) }
        return words.list(names.uniqued(), joinedBy: "list.or")
    }
}

extension Words {
    /// The short names of kinds of data as one list.
    func shortList(_ categories: [DataCategory]) -> String {
        list(categories.flatMap { parts("short.\($0.rawValue)") })
    }
}
