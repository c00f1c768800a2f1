import LiveryTenant

extension FactVocabulary {
    static let companyLists: [ListDefinition] = [
        ListDefinition(
            name: "provider", fields: ["name", "job", "gets", "country?", "page.url?"], remembered: \.companies,
            subjects: { CompanySubject.all(in: $0, jobs: "job") },
            row: { $0.row($1) }),
        ListDefinition(
            name: "system", fields: ["name", "gets?", "moves?", "every", "country?", "page.url?"],
            remembered: \.systems,
            subjects: { SystemSubject.all(in: $0, isForPartner: false) },
            row: { $0.row($1) }),
        ListDefinition(name: "measurer", fields: ["name", "what", "kept", "gets", "page.url?"]) { facts in
            facts.consent.providers.map { provider in
                let share = facts.recipients(.analytics).first { $0.recipient.name == provider.name }
                return NamedRow(
                    [
                        "name": provider.name,
                        "what": facts.words["analytics.\(provider.id)"],
                        "kept": facts.words.count(provider.retentionMonths, "months"),
                        "gets": share.flatMap { facts.data($0.gets) } ?? "",
                        "page.url": provider.privacyPolicy,
                    ], paths: ["analytics.\(provider.id)"])
            }
        },
        ListDefinition(name: "processor_row", fields: ["name", "gets", "country?", "page.url?"]) { facts in
            facts.recipients(.payments).map { share in
                NamedRow(
                    [
                        "name": share.recipient.name, "gets": facts.data(share.gets) ?? "",
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
        ListDefinition(
            name: "measure", fields: ["text"], remembered: \.words,
            subjects: { WordSubject.measures(of: $0.tenant, "measure") },
            row: { $0.row($1) }),
        ListDefinition(
            name: "permission", fields: ["name", "purpose"], remembered: \.permissions,
            subjects: { AppPermission.Subject.all(of: $0.tenant) },
            row: { subject, words in
                NamedRow(["name": subject.name(words), "purpose": subject.purpose(words)], paths: subject.because)
            }),
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
    /// Where all the operator's companies work, if that is one country.
    var commonCountry: String? {
        facts.companyCountry.map(formats.country)
    }
}
