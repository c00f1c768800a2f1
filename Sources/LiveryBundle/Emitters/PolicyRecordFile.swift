import LiveryDiagnostics
import LiveryPrivacy
import LiveryTenant

/// `privacy/policy.json`: what the policy promises besides the data map, as data: who answers, what is sold, which laws
/// it follows, how changes are announced; with the version of each document.
enum PolicyRecordFile {
    static func emit(_ tenant: Tenant, _ documents: [(name: String, document: PolicyDocument)]) -> BundleFile {
        let privacy = tenant.privacy
        let bytes = JSONWriter.document { json in
            json.field("format_version", Bundle.formatVersion)
            json.field("shop", tenant.id)
            json.object("versions") { versions in
                for (name, document) in documents { versions.field(name, PolicyVersion.of(document)) }
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
        return BundleFile(path: "privacy/policy.json", bytes: bytes)
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
        json.field("clause", line.clause)
        if !line.values.isEmpty { json.strings("facts", line.values) }
        if !line.rows.isEmpty { json.strings("rows", line.rows) }
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
