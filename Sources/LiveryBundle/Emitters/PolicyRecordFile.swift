import LiveryDiagnostics
import LiveryPrivacy
import LiveryTenant

/// `privacy/policy.json`: what the policy promises besides the data map, as data: who answers, what is sold, which laws
/// it follows, how changes are announced; with the version of each document.
enum PolicyRecordFile {
    static func emit(_ tenant: Tenant, _ documents: [NamedDocument]) -> EmittedFile {
        let privacy = tenant.privacy
        let bytes = JSONWriter.document(size: 1 << 15) { json in
            json.field("format_version", Bundle.formatVersion)
            json.field("shop", tenant.id)
            json.object("versions") { versions in
                for document in documents { versions.field(document.name, document.version) }
            }
            json.field("effective_date", privacy.effectiveDate.text)
            parties(tenant, &json)
            json.field("sells_data", privacy.sellsData)
            json.field("shares_for_ads", privacy.sharesForAds)
            json.strings("sold_data", privacy.soldData.map(\.rawValue))
            json.strings("tracking_domains", privacy.trackingDomains)
            json.field("records_calls", privacy.recordsCalls)
            json.field("minimum_age", privacy.minimumAge)
            json.field("answer_days", privacy.answerDays)
            json.field("backup_days", tenant.operator.backupDays)
            json.strings("security", tenant.operator.security.map(\.rawValue))
            json.array("laws") { laws in
                for law in Law.applying(to: tenant) { laws.element { self.law(law, tenant, &$0) } }
            }
            changes(privacy.changes, &json)
            json.array("says") { clauses in
                for line in documents.first?.document.meaning ?? [] { clauses.element { said(line, &$0) } }
            }
        }
        return EmittedFile(path: "privacy/policy.json", bytes: bytes)
    }

    private static func parties(_ tenant: Tenant, _ json: inout JSONWriter) {
        let (privacy, company) = (tenant.privacy, tenant.operator)
        json.object("shop_identity") { entry in
            entry.field("name", tenant.shop.name)
            entry.field("legal_name", tenant.shop.legalName)
        }
        json.object("operator") { entry in
            entry.field("name", company.name)
            entry.field("legal_name", company.legalName)
        }
        json.object("contact") { entry in
            entry.field("name", privacy.contact.name)
            entry.field("email", privacy.contact.email)
            entry.field("phone", privacy.contact.phone)
        }
        if let officer = privacy.officer {
            json.object("officer") { entry in
                entry.field("name", officer.name)
                entry.field("title", officer.title)
                entry.field("email", officer.email)
            }
        } else {
            json.field("officer", orNull: nil)
        }
        json.strings("shares_records_with", privacy.sharesRecordsWith.sorted())
    }

    /// What the version is a digest of.
    private static func said(_ line: PolicyMeaning.Line, _ json: inout JSONWriter) {
        guard !json.membersAgain({ line.forms.append(.data, to: &$0) }) else { return }
        json.members { json in
            json.field("clause", line.clause)
            if line.valueCount > 0 {
                json.array("facts") { list in line.eachPart { part, isRow in if !isRow { list.element(part) } } }
            }
            if line.rowCount > 0 {
                json.array("rows") { list in line.eachPart { part, isRow in if isRow { list.element(part) } } }
            }
        } keep: { bytes in
            line.forms.keep(bytes, as: .data)
        }
    }

    private static func law(_ law: Law, _ tenant: Tenant, _ json: inout JSONWriter) {
        json.field("id", law.id)
        json.field("name", law.name)
        json.field("cite", law.cite.text)
        json.field("annex", orNull: law.annex)
        json.strings("places", law.places(of: tenant).map(\.code))
    }

    private static func changes(_ changes: Privacy.Changes, _ json: inout JSONWriter) {
        json.object("changes") { entry in
            entry.strings("announced_by", changes.announcedBy.map(\.rawValue))
            entry.field("notice_days", changes.noticeDays)
            entry.array("history") { history in
                for change in changes.history {
                    history.element { line in
                        line.field("date", change.date.text)
                        line.field("summary", change.summary)
                    }
                }
            }
        }
    }
}

extension PolicyRecordFile {
    private typealias Member = ArtifactMember

    static let schema = ArtifactSchema(
        "policy", files: "privacy/policy.json", "What the policy promises besides the data map, as data.",
        .object([
            .formatVersion, .shop, .versions, Member("effective_date", "From when the policy counts.", .date),
            Member("shop_identity", "Who answers to customers.", party),
            Member("operator", "Who runs the app for the shop.", party),
            Member(
                "contact", "Whom a customer asks.",
                .object([
                    Member("name", "A person or a role.", .prose("Dana, the shop manager")),
                    Member("email", "Where to write.", .email), Member("phone", "Where to call, E.164.", .phone),
                ])),
            Member(
                "officer", "The person in charge of privacy, where there is one.",
                .orNull(
                    .object([
                        Member("name", "The person.", .prose("Marie Beaulieu")),
                        Member("title", "The office.", .prose("Privacy officer")),
                        Member("email", "Where to write.", .email),
                    ]))),
            Member(
                "shares_records_with", "Other shops of a chain that see the same records.",
                .list(of: .prose("Cedar Lane Waco"))),
            Member("sells_data", "Whether customers' data is sold.", .flag),
            Member("shares_for_ads", "Whether others use it for their ads.", .flag),
            Member("sold_data", "What is sold or given for ads.", .list(of: .words(DataCategory.self))),
            Member("tracking_domains", "The hosts that get data for ads.", .list(of: .text(examples: ["ads.example"]))),
            Member("records_calls", "Whether phone calls are recorded.", .flag),
            Member("minimum_age", "Below it the app is not meant for a person.", .count),
            Member("answer_days", "A request is answered within so many days.", .positive),
            Member("backup_days", "Copies stay so long after a deletion.", .count),
            Member("security", "What keeps data safe.", .list(of: .words(SecurityMeasure.self))),
            Member(
                "laws", "The laws that the policy follows.",
                .list(
                    of: .object([
                        Member("id", "How Livery calls it.", .id),
                        Member("name", "How people call it.", .prose("General Data Protection Regulation")),
                        Member("cite", "How lawyers cite it.", .prose("Regulation (EU) 2016/679")),
                        Member("annex", "The part of the policy that is about it.", .orNull(.id)),
                        Member("places", "Where this shop has customers under it.", .list(of: .region)),
                    ]))),
            Member("changes", "How changes are announced.", .object(changeMembers)),
            Member(
                "says", "What the policy says: what its version is made of.",
                .list(
                    of: .object([
                        Member(
                            "clause", "The id of a clause that holds; one of the workspace with a digest of its words.",
                            .text("[A-Za-z0-9_.-]+(?:#[0-9a-f]+)?", examples: ["card.ask"])),
                        Member(
                            optional: "facts", "The values that it shows.",
                            .list(of: .prose("privacy.answer_days=30 unit.days.other"))),
                        Member(
                            optional: "rows", "The rows of its list or table, in no order.",
                            .list(of: .prose("question(text=question.tax_law)"))),
                    ]))),
        ]))

    private static let party = ArtifactShape.shared(
        "party",
        .object([
            Member("name", "As people know it.", .prose("Trackara")),
            Member("legal_name", "The entity.", .prose("Trackara LLC")),
        ]))

    private static let changeMembers = [
        Member("announced_by", "Where customers are told.", .list(of: .words(Privacy.Channel.self))),
        Member("notice_days", "How long before.", .count),
        Member(
            "history", "Newest first.",
            .list(
                of: .object([
                    Member("date", "Since when.", .date), Member("summary", "What changed.", .prose("Towing is new.")),
                ]))),
    ]
}
