package import LiveryBundle
package import LiveryDiagnostics
import LiveryPrivacy

/// A bundle as it can be compared: what its policy promises, and its files.
package struct BundleRecord: Sendable {
    let policy: PolicyRecord
    let notice: NoticeRecord
    /// Every file but the manifest, by path.
    let files: [String: [UInt8]]
    /// Of the cookie question; nil where nobody is asked.
    let consentRevision: String?

    package var shop: String { policy.shop }

    /// Reads the JSON files of a bundle. Nil with what is wrong when it is damaged, of another shop or too old.
    ///
    /// `name` is how people are shown the folder, such as `output/oakwood`.
    package static func read(
        _ bundle: Bundle, of shop: String?, named name: String, into sources: inout SourceMap
    ) -> (record: BundleRecord?, diagnostics: [Diagnostic]) {
        let files = Dictionary(bundle.files.map { ($0.path, $0.bytes) }) { first, _ in first }
        var reader = BundleReader(files: files, name: name, sources: sources)
        defer { sources = reader.sources }
        do throws(BundleReader.Refusal) {
            let policy = try reader.policy(of: shop)
            let record = BundleRecord(
                policy: policy, notice: try reader.notice(), files: files, consentRevision: reader.consentRevision())
            return (record, [])
        } catch {
            return (nil, [error.diagnostic])
        }
    }
}

/// Reads one bundle's artifacts into a record.
private struct BundleReader {
    let files: [String: [UInt8]]
    let name: String
    var sources: SourceMap

    struct Refusal: Error {
        let diagnostic: Diagnostic
    }

    mutating func policy(of shop: String?) throws(Refusal) -> PolicyRecord {
        guard files["privacy/policy.json"] != nil else {
            throw Refusal(diagnostic: .oldBundle(name))
        }
        let found = try fields("privacy/policy.json") { json throws(JSONFields.Fault) in
            (id: try json.string("shop"), format: try json.integer("format_version"))
        }
        guard found.format == Bundle.formatVersion else {
            throw Refusal(diagnostic: .otherFormat(name, found.format))
        }
        if let shop, found.id != shop { throw Refusal(diagnostic: .otherShop(name, found.id, asked: shop)) }
        let data = try fields("privacy/data-map.json") { json throws(JSONFields.Fault) in try Self.data(json) }
        let cookies = try fields("consent/cookies.json") { json throws(JSONFields.Fault) in try Self.cookies(json) }
        let permissions = try fields("app/permissions.json") { json throws(JSONFields.Fault) in
            var permissions: [PolicyRecord.Permission] = []
            for entry in try json.objects("permissions") {
                permissions.append(
                    PolicyRecord.Permission(id: try entry.string("id"), purpose: try entry.string("purpose")))
            }
            return permissions
        }
        let statements = try fields("privacy/provenance.json") { json throws(JSONFields.Fault) in
            try Self.statements(json)
        }
        return try fields("privacy/policy.json") { json throws(JSONFields.Fault) in
            try Self.record(
                json, data: data, cookies: cookies, permissions: permissions, statements: statements)
        }
    }

    mutating func notice() throws(Refusal) -> NoticeRecord {
        let version = try fields("privacy/policy.json") { json throws(JSONFields.Fault) in
            try json.object("versions").string("partner-notice")
        }
        let statements = try fields("privacy/provenance.json") { json throws(JSONFields.Fault) in
            try Self.statements(json, of: "partner-notice") { statement throws(JSONFields.Fault) in
                let section = try statement.string("section")
                let clause = try statement.optional("clause") ?? section
                // The card only repeats.
                return clause.hasPrefix("partner-card.") ? nil : (clause, try statement.string("text"))
            }
        }
        return NoticeRecord(version: version, statements: statements)
    }

    /// `revision: 123,` of the consent module, which is a script.
    func consentRevision() -> String? {
        guard let bytes = files["consent/cookieconsent.js"] else { return nil }
        let text = String(decoding: bytes, as: UTF8.self)
        guard let start = text.firstRange(of: "revision: ")?.upperBound else { return nil }
        return String(text[start...].prefix { $0.isNumber })
    }

    private mutating func fields<Value>(
        _ path: String, _ body: (JSONFields) throws(JSONFields.Fault) -> Value
    ) throws(Refusal) -> Value {
        guard let bytes = files[path] else { throw Refusal(diagnostic: .missingArtifact(path, in: name)) }
        let file = sources.add(path: "\(name)/\(path)", bytes: bytes)
        do throws(JSONFields.Fault) {
            return try body(try JSONFields.read(file))
        } catch {
            throw Refusal(diagnostic: .damagedArtifact(path, in: name, error))
        }
    }

    private static func record(
        _ json: JSONFields, data: [PolicyRecord.Data], cookies: [PolicyRecord.Cookie],
        permissions: [PolicyRecord.Permission], statements: [PolicyRecord.Statement]
    ) throws(JSONFields.Fault) -> PolicyRecord {
        let (shop, company) = (try json.object("shop_identity"), try json.object("operator"))
        var laws: [PolicyRecord.Law] = []
        for law in try json.objects("laws") {
            laws.append(
                PolicyRecord.Law(
                    id: try law.string("id"), name: try law.string("name"), cite: try law.string("cite"),
                    places: try law.strings("places"), annex: try law.optional("annex")))
        }
        let changes = try json.object("changes")
        return PolicyRecord(
            shop: try json.string("shop"), version: try json.object("versions").string("policy"),
            effectiveDate: try json.string("effective_date"), shopName: try shop.string("name"),
            shopLegalName: try shop.string("legal_name"), operatorName: try company.string("name"),
            operatorLegalName: try company.string("legal_name"), contact: try person(try json.object("contact")),
            officer: try json.optionalObject("officer").map(person),
            sellsData: try json.boolean("sells_data"), sharesForAds: try json.boolean("shares_for_ads"),
            soldData: try json.strings("sold_data"), trackingDomains: try json.strings("tracking_domains"),
            minimumAge: try json.integer("minimum_age"), answerDays: try json.integer("answer_days"),
            backupDays: try json.integer("backup_days"), security: try json.strings("security"), laws: laws,
            announcedBy: try changes.strings("announced_by"), noticeDays: try changes.integer("notice_days"),
            data: data, cookies: cookies, permissions: permissions, statements: statements, meaning: try meaning(json))
    }

    private static func meaning(_ json: JSONFields) throws(JSONFields.Fault) -> [PolicyMeaning.Line] {
        var lines: [PolicyMeaning.Line] = []
        for line in try json.objects("says") {
            lines.append(
                PolicyMeaning.Line(
                    clause: try line.string("clause"), values: line.has("facts") ? try line.strings("facts") : [],
                    rows: line.has("rows") ? try line.strings("rows") : []))
        }
        return lines
    }

    private static func person(_ json: JSONFields) throws(JSONFields.Fault) -> PolicyRecord.Person {
        PolicyRecord.Person(
            name: try json.string("name"), title: try json.optional("title"), email: try json.string("email"),
            phone: try json.optional("phone"))
    }

    private static func data(_ json: JSONFields) throws(JSONFields.Fault) -> [PolicyRecord.Data] {
        var rows: [PolicyRecord.Data] = []
        for row in try json.objects("collected") {
            var recipients: [PolicyRecord.Recipient] = []
            for recipient in try row.objects("recipients") {
                recipients.append(
                    PolicyRecord.Recipient(
                        name: try recipient.string("name"), role: try recipient.string("role"),
                        job: try recipient.optional("job"), country: try recipient.optional("country")))
            }
            let kept = try row.object("kept")
            let length = try kept.object("for")
            rows.append(
                PolicyRecord.Data(
                    category: try row.string("category"), sources: try row.strings("sources"),
                    purposes: try row.strings("purposes"), recipients: recipients,
                    kept: PolicyRecord.Period(
                        count: try length.integer("count"), unit: try length.string("unit"),
                        after: try kept.string("after"), because: try kept.string("because")),
                    isNeeded: try row.boolean("needed")))
        }
        return rows
    }

    private static func cookies(_ json: JSONFields) throws(JSONFields.Fault) -> [PolicyRecord.Cookie] {
        var cookies: [PolicyRecord.Cookie] = []
        for cookie in try json.objects("cookies") {
            cookies.append(
                PolicyRecord.Cookie(
                    name: try cookie.string("name"), provider: try cookie.string("provider"),
                    category: try cookie.string("category"), purpose: try cookie.string("purpose"),
                    duration: try cookie.string("duration")))
        }
        return cookies
    }

    /// Of the policy for customers.
    private static func statements(_ json: JSONFields) throws(JSONFields.Fault) -> [PolicyRecord.Statement] {
        try statements(json, of: "policy") { statement throws(JSONFields.Fault) in
            guard let clause = try statement.optional("clause") else { return nil }
            return PolicyRecord.Statement(
                section: try statement.string("section"), clause: clause, text: try statement.string("text"))
        }
    }

    /// Of one document; headings say nothing of their own.
    private static func statements<Statement>(
        _ json: JSONFields, of name: String, _ read: (JSONFields) throws(JSONFields.Fault) -> Statement?
    ) throws(JSONFields.Fault) -> [Statement] {
        var statements: [Statement] = []
        for document in try json.objects("documents") where try document.string("document") == name {
            for statement in try document.objects("statements") where try statement.string("kind") != "heading" {
                if let said = try read(statement) { statements.append(said) }
            }
        }
        return statements
    }
}

extension JSONFields {
    /// nil for `null`.
    fileprivate func optionalObject(_ key: String) throws(Fault) -> JSONFields? {
        try isNull(key) ? nil : try object(key)
    }
}

extension Diagnostic {
    fileprivate static func missingArtifact(_ path: String, in bundle: String) -> Diagnostic {
        Diagnostic(
            code: "compiler/damaged-bundle", "The bundle `\(bundle)` has no file `\(path)`.", at: nil,
            help: "Compile that bundle again, or fetch it whole.")
    }

    fileprivate static func damagedArtifact(
        _ path: String, in bundle: String, _ fault: JSONFields.Fault
    ) -> Diagnostic {
        Diagnostic(
            code: "compiler/damaged-bundle",
            "`\(path)` of the bundle `\(bundle)` is not as Livery writes it. \(fault.message)", at: fault.span,
            help: "Compile that bundle again, or fetch it whole.")
    }

    fileprivate static func oldBundle(_ bundle: String) -> Diagnostic {
        Diagnostic(
            code: "compiler/incomparable-bundle",
            "The bundle `\(bundle)` has no file `privacy/policy.json`: it is no bundle, or older than that file.",
            at: nil,
            help: "Check out the definitions of that time with `git worktree add DIR COMMIT`, and compare with "
                + "`--since DIR`.")
    }

    fileprivate static func otherFormat(_ bundle: String, _ format: Int) -> Diagnostic {
        Diagnostic(
            code: "compiler/incomparable-bundle",
            "The bundle `\(bundle)` has format version \(format), and this Livery reads \(Bundle.formatVersion).",
            at: nil, help: "Compare with the Livery that wrote it, or compile its definitions again.")
    }

    fileprivate static func otherShop(_ bundle: String, _ found: String, asked: String) -> Diagnostic {
        Diagnostic(
            code: "compiler/incomparable-bundle", "The bundle `\(bundle)` is of `\(found)`, and not of `\(asked)`.",
            at: nil, help: "Name the folder of the same shop.")
    }
}
