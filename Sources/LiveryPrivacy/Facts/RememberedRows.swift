import LiveryTenant

/// Rows of fact lists that many shops have in common, by what they follow from: a subject holds all that the row says,
/// and where it comes from.
final class RememberedRows: Sendable {
    let groups = Memory<GroupSubject, FactRow>(depth: 11)
    let purposes = Memory<PurposeSubject, FactRow>(depth: 13)
    let companies = Memory<CompanySubject, FactRow>(depth: 10)
    let systems = Memory<SystemSubject, FactRow>(depth: 10)
    let words = Memory<WordSubject, FactRow>(depth: 7)
    let taxHolds = Memory<TaxHoldSubject, FactRow>(depth: 9)
    let permissions = Memory<AppPermission.Subject, FactRow>(depth: 9)
    /// Kinds of data as one phrase.
    let data = Memory<DataQuestion, String>(depth: 11)
}

/// Which kinds of data a phrase names.
struct DataQuestion: Hashable, Sendable {
    let categories: CategorySet
    let isKeyed: Bool
}

/// What tax law wants a shop to keep, and how long.
struct TaxHoldSubject: Hashable, Sendable {
    private let group: DataGroup
    private let paths: BehindRow

    static func all(in facts: PolicyFacts) -> [TaxHoldSubject] {
        facts.groups.filter { $0.retention.reason == .taxLaw }.map {
            TaxHoldSubject(group: $0, paths: $0.paths(in: facts.dataMap))
        }
    }

    /// The paths follow from the rest, nearly always.
    func hash(into hasher: inout Hasher) { hasher.combine(group) }

    func row(_ words: Words) -> NamedRow {
        NamedRow(
            ["data": words.data(group.categories)?.capitalizingFirst(), "kept": group.retention.text(words)],
            paths: paths.names)
    }
}

/// A row that is one word or sentence of the language.
struct WordSubject: Hashable, Sendable {
    private let key: String
    private let path: String

    /// What the operator does to keep data safe.
    static func measures(of tenant: Tenant, _ vocabulary: String) -> [WordSubject] {
        let chosen = tenant.operator.security
        return SecurityMeasure.allCases.filter(chosen.contains).map {
            WordSubject(key: "\(vocabulary).\($0.rawValue)", path: "operator.security")
        }
    }

    /// What is asked before data is deleted.
    static func questions(about dataMap: DataMap) -> [WordSubject] {
        let reasons = dataMap.rows.map(\.retention.reason)
        let questions = RetentionPeriod.Reason.allCases.filter(reasons.contains).map(\.rawValue) + ["leak"]
        return questions.map { WordSubject(key: "question.\($0)", path: "privacy.retention") }
    }

    func row(_ words: Words) -> NamedRow { NamedRow(["text": words[key]], paths: [path]) }
}

/// What a shop keeps together, why, who gets it and for how long.
struct GroupSubject: Hashable, Sendable {
    private let group: DataGroup
    /// nil is the shop.
    private let names: [String?]
    private let paths: BehindRow

    init(_ group: DataGroup, in dataMap: DataMap) {
        self.group = group
        names = dataMap.shares.compactMap { share -> String?? in
            guard !share.gets.isDisjoint(with: group.categories) else { return nil }
            return .some(share.recipient.role == .shop ? nil : share.recipient.name)
        }
        paths = group.paths(in: dataMap)
    }

    /// The paths follow from the rest, nearly always.
    func hash(into hasher: inout Hasher) {
        hasher.combine(group)
        hasher.combine(names)
    }

    func row(_ words: Words) -> NamedRow {
        NamedRow(
            [
                "what": words.shortList(group.categories.members).capitalizingFirst(),
                "why": words.list(group.uses.members.map { words["purpose.\($0.rawValue)"] }),
                "who": words.list(names.map { $0 ?? words["who.us"] }.uniqued()).capitalizingFirst(),
                "kept": group.kept(words).capitalizingFirst(),
            ], paths: paths.names)
    }
}

/// What data is used for one purpose.
struct PurposeSubject: Hashable, Sendable {
    private let purpose: DataMap.Purpose
    private let categories: CategorySet
    private let paths: BehindRow

    static func all(in dataMap: DataMap) -> [PurposeSubject] {
        dataMap.purposes.members.map { purpose in
            let bit = PurposeSet(purpose)
            var categories = CategorySet()
            for row in dataMap.rows where row.purposeSet.contains(bit) { categories.formUnion(row.set) }
            return PurposeSubject(
                purpose: purpose, categories: categories, paths: dataMap.reasons(for: categories))
        }
    }

    func hash(into hasher: inout Hasher) {
        hasher.combine(purpose)
        hasher.combine(categories)
    }

    func row(_ words: Words) -> NamedRow {
        NamedRow(
            ["label": words["purpose.\(purpose.rawValue)"], "data": words.data(categories)], paths: paths.names)
    }
}

/// One of the operator's companies; one company can do two jobs.
struct CompanySubject: Hashable, Sendable {
    private let name: String
    /// The words for jobs stand under it.
    private let vocabulary: String
    private let jobs: [ServiceProvider.Job]
    private let received: CategorySet
    /// None where all companies work in one country, and the text says so once.
    private let countries: [String]
    private let page: String?
    private let paths: [String]

    /// By name.
    static func all(in facts: PolicyFacts, jobs vocabulary: String) -> [CompanySubject] {
        let standApart = facts.companyCountry == nil
        return facts.companies.map(\.name).uniqued().sorted().map { name in
            let same = facts.companies.filter { $0.name == name }
            let jobs = same.map(\.job)
            return CompanySubject(
                name: name, vocabulary: vocabulary, jobs: ServiceProvider.Job.allCases.filter(jobs.contains),
                received: facts.shares.reduce(into: []) { received, share in
                    if share.recipient.name == name { received.formUnion(share.gets) }
                },
                countries: standApart ? same.map(\.country) : [], page: same.compactMap(\.privacyPolicy).first,
                paths: same.map { "operator.service_providers.\($0.id)" })
        }
    }

    func hash(into hasher: inout Hasher) {
        hasher.combine(name)
        hasher.combine(vocabulary)
        hasher.combine(received)
    }

    func row(_ words: Words) -> NamedRow {
        let places = countries.map(words.country).uniqued()
        return NamedRow(
            [
                "name": name,
                "job": words.list(jobs.map { words["\(vocabulary).\($0.rawValue)"] }),
                "gets": jobs.contains(.hosting)
                    ? words["gets.hosting"]
                    : words.list(
                        words.sharing(words.phrases(received.members)) + jobs.compactMap { content($0, words) }),
                "country": countries.isEmpty ? nil : words.list(places),
                "page.url": page,
            ], paths: paths)
    }

    /// The text of a message, unless the company gets all messages.
    private func content(_ job: ServiceProvider.Job, _ words: Words) -> String? {
        received.contains(CategorySet(.messages)) ? nil : words.find("content.\(job.rawValue)")
    }
}

/// A shop management system, with the data that moves.
struct SystemSubject: Hashable, Sendable {
    private let name: String
    private let isForPartner: Bool
    private let gets: CategorySet
    private let sends: CategorySet
    private let minutes: Int
    private let country: String?
    private let page: String?
    private let path: String

    static func all(in facts: PolicyFacts, isForPartner: Bool) -> [SystemSubject] {
        facts.production.integrations.filter { $0.provider.kind == .shopManagement }.map {
            SystemSubject($0, in: facts, isForPartner: isForPartner)
        }
    }

    private init(_ integration: Integration, in facts: PolicyFacts, isForPartner: Bool) {
        let provider = integration.provider
        let (name, path) = (provider.name.value ?? provider.id, "integrations.\(provider.id)")
        self.isForPartner = isForPartner
        self.name = name
        self.path = path
        gets = facts.shares.first { $0.recipient.role == .shopSystem && $0.recipient.name == name }?.gets ?? []
        let read = integration.sync.reduce(into: CategorySet()) { read, sync in
            guard sync.operations.contains(.read) else { return }
            read.formUnion(CategorySet(ResourceData.categories(of: sync.resource) ?? []))
        }
        let rows = facts.dataMap.rows.filter { $0.sources.contains(.shopSystem) && $0.because.contains(path) }
        sends = rows.reduce(into: CategorySet()) { $0.formUnion($1.set) }.intersection(read)
            .intersection(CategorySet(provider.sends))
        minutes = integration.everyMinutes
        country = provider.country.value
        page = provider.privacyPolicy.value
    }

    func row(_ words: Words) -> NamedRow {
        NamedRow(
            [
                "name": name,
                "gets": data(gets, words),
                "sends": data(sends, words),
                "moves": moves(words),
                "every": every(words),
                "country": country.map(words.country),
                "page.url": page,
            ], paths: [path])
    }

    private func data(_ categories: CategorySet, _ words: Words) -> String? {
        guard isForPartner else { return words.data(categories) }
        let known = categories.members.compactMap { words.find("partner.data.\($0.rawValue)") }
        return known.isEmpty ? nil : words.list(known)
    }

    /// `minute`, `15 minutes`, `hour`, `2 hours`: what follows "every".
    private func every(_ words: Words) -> String {
        let (count, unit) = minutes % 60 == 0 ? (minutes / 60, "hours") : (minutes, "minutes")
        return count == 1 ? words["unit.\(unit).one"] : words.count(count, unit)
    }

    /// In the short words of ``DataGroup``; a shop that keeps estimates need not keep a repair record.
    private func moves(_ words: Words) -> String? {
        let groups = sends.members.flatMap { category -> [String] in
            guard let group = category.retention else { return [] }
            return words.parts(group == .repairRecords ? "data.\(category.rawValue)" : "moves.\(group.rawValue)")
        }
        return groups.isEmpty ? nil : words.list(words.sharing(groups.uniqued()))
    }
}
