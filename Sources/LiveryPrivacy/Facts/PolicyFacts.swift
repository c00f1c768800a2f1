package import LiveryTenant

/// All that a policy can speak of: one tenant and what was derived from it, whatever the words.
package final class PolicyFacts: Sendable {
    package let tenant: Tenant
    package let dataMap: DataMap
    package let consent: ConsentSettings
    /// Those that apply, home first.
    package let laws: [Law]
    // What follows is asked many times, so it is worked out once.
    let production: TenantEnvironment
    let groups: [DataGroup]
    /// The operator's companies that touch the data of the shop's customers.
    let companies: [ServiceProvider]
    /// Where all of them work, if that is one country.
    let companyCountry: String?
    /// How many there are besides the shop and the operator, by their names.
    let countOfOthers: Int

    package init(tenant: Tenant, dataMap: DataMap, consent: ConsentSettings) {
        self.tenant = tenant
        self.dataMap = dataMap
        self.consent = consent
        laws = Law.applying(to: tenant)
        production = tenant.production
        groups = DataGroup.all(of: dataMap)
        companies = tenant.activeServiceProviders
        let country = companies.first?.country
        companyCountry = companies.allSatisfy { $0.country == country } ? country : nil
        var others: Set<String> = []
        for share in dataMap.shares {
            let recipient = share.recipient
            if recipient.role != .shop, recipient.role != .operator { others.insert(recipient.name) }
        }
        countOfOthers = others.count
    }

    var shares: [DataMap.Share] { dataMap.shares }

    func recipients(_ role: DataMap.Recipient.Role) -> [DataMap.Share] {
        dataMap.shares.filter { $0.recipient.role == role }
    }
}

/// The same facts with the words to say them, or with keys in the place of words.
struct WordedFacts {
    let facts: PolicyFacts
    let words: Words
    let formats: Formats

    init(_ facts: PolicyFacts, words: Words) {
        (self.facts, self.words) = (facts, words)
        formats = Formats(words: words, country: facts.tenant.shop.address.region.country)
    }

    var tenant: Tenant { facts.tenant }
    var production: TenantEnvironment { facts.production }
    var dataMap: DataMap { facts.dataMap }
    var consent: ConsentSettings { facts.consent }
    var laws: [Law] { facts.laws }
    var groups: [DataGroup] { facts.groups }
    var states: [Law] { facts.states }

    func recipients(_ role: DataMap.Recipient.Role) -> [DataMap.Share] {
        facts.recipients(role)
    }

    func data(_ categories: [DataCategory]) -> String? { words.data(categories) }
    func data(_ categories: CategorySet) -> String? { words.data(categories) }

    /// Where data goes besides the home of a law.
    func countries(outside home: [String]) -> String? {
        let countries = dataMap.countries.filter { !home.contains($0) }
        return countries.isEmpty ? nil : words.list(countries.map(formats.country))
    }

    func names(of laws: [Law], _ conjunction: String) -> String {
        words.list(laws.map { words["region.\($0.places[0])"] }, joinedBy: conjunction)
    }

    /// The places that an annex speaks to: by name when there are few.
    func places(_ annex: String) -> String? {
        let laws = laws.filter { $0.annex == annex }
        guard let law = laws.first else { return nil }
        let places = law.places(of: tenant)
        switch annex {
        case "law-california", "law-quebec": return words["region.\(law.places[0])"]
        case "law-states":
            return states.count > 3 ? words["places.law-states"] : names(of: states, "list.or")
        default: break
        }
        if places.count > 3 || places.contains(where: { $0.code == "CA" }) { return words["places.\(annex)"] }
        let names = places.map { annex == "law-canada" ? formats.region($0) : formats.country($0.country) }
        return words.list(names.uniqued(), joinedBy: "list.or")
    }
}

extension Words {
    /// `your name, your phone number and your car`.
    func data(_ categories: [DataCategory]) -> String? {
        categories.isEmpty ? nil : list(sharing(phrases(categories)))
    }

    /// The same in the order of ``DataCategory``. Many shops have the same data.
    func data(_ categories: CategorySet) -> String? {
        let question = DataQuestion(categories: categories, isKeyed: isKeyed)
        if let known = rememberedRows.data.known(question) { return known }
        guard let data = data(categories.members) else { return nil }
        rememberedRows.data.remember(data, of: question)
        return data
    }

    func phrases(_ categories: [DataCategory]) -> [String] {
        categories.flatMap { parts("data.\($0.rawValue)") }
    }

    func country(_ code: String) -> String { find("country.\(code)") ?? code }

    /// The short names of kinds of data as one list.
    func shortList(_ categories: [DataCategory]) -> String {
        list(categories.flatMap { parts("short.\($0.rawValue)") })
    }
}
