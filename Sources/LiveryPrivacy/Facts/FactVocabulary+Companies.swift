import LiveryTenant

extension FactVocabulary {
    static let companyLists: [ListDefinition] = [
        ListDefinition(name: "provider", fields: ["name", "job", "gets", "country?", "page.url?"]) { facts in
            facts.providers("job")
        },
        ListDefinition(name: "system", fields: ["name", "gets?", "moves?", "every", "country?", "page.url?"]) { facts in
            facts.systems { facts.data($0) }
        },
        ListDefinition(name: "measurer", fields: ["name", "what", "kept", "gets", "page.url?"]) { facts in
            facts.consent.providers.map { provider in
                let share = facts.recipients(.analytics).first { $0.recipient.name == provider.name }
                return NamedRow(
                    [
                        "name": provider.name,
                        "what": facts.words["analytics.\(provider.id)"],
                        "kept": facts.words.count(provider.retentionMonths, "months"),
                        "gets": facts.data(share?.categories ?? []) ?? "",
                        "page.url": provider.privacyPolicy,
                    ], paths: ["analytics.\(provider.id)"])
            }
        },
        ListDefinition(name: "processor_row", fields: ["name", "gets", "country?", "page.url?"]) { facts in
            facts.recipients(.payments).map { share in
                NamedRow(
                    [
                        "name": share.recipient.name, "gets": facts.data(share.categories) ?? "",
                        "country": share.recipient.country.map { facts.formats.country($0) },
                        "page.url": share.recipient.privacyPolicy,
                    ], paths: ["billing.processor"])
            }
        },
        ListDefinition(name: "tow", fields: ["name", "country"]) { facts in
            facts.recipients(.towing).map { share in
                NamedRow(
                    [
                        "name": share.recipient.name,
                        "country": facts.formats.country(share.recipient.country ?? ""),
                    ], paths: ["features.towing"])
            }
        },
    ]

    static let otherLists: [ListDefinition] = [
        ListDefinition(name: "measure", fields: ["text"]) { facts in
            facts.measures("measure")
        },
        ListDefinition(name: "permission", fields: ["name", "purpose"]) { facts in
            AppPermission.all(of: facts.tenant, words: facts.words).map {
                NamedRow(["name": $0.name, "purpose": $0.purpose], paths: $0.because)
            }
        },
        ListDefinition(name: "change", fields: ["date", "summary"]) { facts in
            facts.tenant.privacy.changes.history.map { change in
                NamedRow(
                    ["date": facts.formats.date(change.date), "summary": facts.words.sentence(change.summary)],
                    paths: ["privacy.changes.history"])
            }
        },
        ListDefinition(name: "cookie", fields: ["name", "provider", "category", "purpose", "duration"]) { facts in
            facts.consent.cookies.map { cookie in
                NamedRow(
                    [
                        "name": cookie.name, "provider": cookie.provider,
                        "category": facts.words["cookie.category.\(cookie.category.rawValue)"].capitalizingFirst(),
                        "purpose": facts.words.sentence(cookie.purpose), "duration": cookie.duration,
                    ], paths: [cookie.because])
            }
        },
    ]
}

extension WordedFacts {
    /// The operator's companies, one row for each name: one company can do two jobs.
    func providers(_ vocabulary: String) -> [NamedRow] {
        let companies = facts.companies
        let standApart = facts.companyCountry == nil
        return companies.map(\.name).uniqued().sorted().map { name in
            let same = companies.filter { $0.name == name }
            let jobs = Set(same.map(\.job))
            let ordered = ServiceProvider.Job.allCases.filter(jobs.contains)
            let received = Set(dataMap.shares.filter { $0.recipient.name == name }.flatMap(\.categories))
            let gets = phrases(DataCategory.allCases.filter(received.contains))
            return NamedRow(
                [
                    "name": name,
                    "job": words.list(ordered.map { words["\(vocabulary).\($0.rawValue)"] }),
                    "gets": jobs.contains(.hosting)
                        ? words["gets.hosting"]
                        : words.list(words.sharing(gets) + ordered.compactMap { content(of: $0, beside: received) }),
                    "country": standApart
                        ? words.list(same.map { formats.country($0.country) }.uniqued()) : nil,
                    "page.url": same.compactMap(\.privacyPolicy).first,
                ], paths: same.map { "operator.service_providers.\($0.id)" })
        }
    }

    func measures(_ vocabulary: String) -> [NamedRow] {
        let chosen = Set(tenant.operator.security)
        return SecurityMeasure.allCases.filter(chosen.contains).map {
            NamedRow(["text": words["\(vocabulary).\($0.rawValue)"]], paths: ["operator.security"])
        }
    }

    /// The shop management systems, with the data that moves in the words of the reader.
    func systems(_ text: ([DataCategory]) -> String?) -> [NamedRow] {
        production.integrations.filter { $0.provider.kind == .shopManagement }.map { system($0, text) }
    }

    private func system(_ integration: Integration, _ text: ([DataCategory]) -> String?) -> NamedRow {
        let provider = integration.provider
        let name = provider.name.value ?? provider.id
        let path = "integrations.\(provider.id)"
        let share = recipients(.shopSystem).first { $0.recipient.name == name }
        let sent = dataMap.rows.filter { $0.sources.contains(.shopSystem) && $0.because.contains(path) }
            .map(\.category).filter { provider.sends.contains($0) && integration.reads($0) }
        return NamedRow(
            [
                "name": name,
                "gets": text(share?.categories ?? []),
                "sends": text(sent),
                "moves": moves(sent),
                "every": every(integration.everyMinutes),
                "country": provider.country.value.map { formats.country($0) },
                "page.url": provider.privacyPolicy.value,
            ], paths: [path])
    }

    /// `minute`, `15 minutes`, `hour`, `2 hours`: what follows "every".
    private func every(_ minutes: Int) -> String {
        let (count, unit) = minutes % 60 == 0 ? (minutes / 60, "hours") : (minutes, "minutes")
        return count == 1 ? words["unit.\(unit).one"] : words.count(count, unit)
    }

    /// Where all the operator's companies work, if that is one country.
    var commonCountry: String? {
        facts.companyCountry.map(formats.country)
    }

    /// The text of a message, unless the company gets all messages.
    private func content(of job: ServiceProvider.Job, beside received: Set<DataCategory>) -> String? {
        received.contains(.messages) ? nil : words.find("content.\(job.rawValue)")
    }

    /// In the short words of ``DataGroup``; a shop that keeps estimates need not keep a repair record.
    private func moves(_ categories: [DataCategory]) -> String? {
        let groups = categories.flatMap { category -> [String] in
            guard let group = category.retention else { return [] }
            return words.parts(group == .repairRecords ? "data.\(category.rawValue)" : "moves.\(group.rawValue)")
        }
        return groups.isEmpty ? nil : words.list(words.sharing(groups.uniqued()))
    }
}

extension Integration {
    fileprivate func reads(_ category: DataCategory) -> Bool {
        sync.contains { sync in
            sync.operations.contains(.read) && ResourceData.categories(of: sync.resource)?.contains(category) == true
        }
    }
}
