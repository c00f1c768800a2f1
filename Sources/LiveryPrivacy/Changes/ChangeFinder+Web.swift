extension ChangeFinder {
    /// Cookies of the web portal, and what the app asks the phone for.
    mutating func findWeb() {
        for cookie in new.cookies {
            guard let former = old.cookies.first(where: { $0.name == cookie.name }) else {
                add(
                    PolicyChange(
                        .cookie, .added, cookie.name, after: about(cookie, of: new),
                        sentence: "Our web portal now sets the cookie \(cookie.name). \(cookie.purpose)"))
                continue
            }
            let (was, now) = (about(former, of: old), about(cookie, of: new))
            guard was != now else { continue }
            add(PolicyChange(.cookie, .changed, cookie.name, before: was, after: now))
        }
        for cookie in old.cookies where !new.cookies.contains(where: { $0.name == cookie.name }) {
            add(PolicyChange(.cookie, .removed, cookie.name, before: about(cookie, of: old)))
        }
        for permission in new.permissions {
            let name = words.permission(permission.id)
            guard let former = old.permissions.first(where: { $0.id == permission.id }) else {
                add(
                    PolicyChange(
                        .permission, .added, name, after: permission.purpose,
                        sentence: "The app now asks your phone for: \(name). \(permission.purpose)"))
                continue
            }
            guard former.purpose != permission.purpose else { continue }
            add(PolicyChange(.permission, .changed, name, before: former.purpose, after: permission.purpose))
        }
        for permission in old.permissions where !new.permissions.contains(where: { $0.id == permission.id }) {
            add(PolicyChange(.permission, .removed, words.permission(permission.id), before: permission.purpose))
        }
    }

    /// The shop's own cookies go by no name: that it has another one is a change of its own.
    private func about(_ cookie: PolicyRecord.Cookie, of record: PolicyRecord) -> String {
        let provider = cookie.provider == record.shopName ? "ours" : cookie.provider
        return "\(provider), \(cookie.category), \(cookie.duration): \(cookie.purpose)"
    }

    /// Clauses that came or went, or that show something else. In a part about rights a lost one is a lost right;
    /// elsewhere the facts above have said most of it, and the report only quotes.
    mutating func findStatements() {
        let (before, after) = (clauses(of: old), clauses(of: new))
        for clause in after {
            guard let former = before.first(where: { $0.id == clause.id }) else {
                add(PolicyChange(kind(of: clause), .added, clause.id, after: clause.text))
                continue
            }
            guard showsSomethingElse(clause.id) else { continue }
            let (was, now) = SentenceDifference.between(former.lines, clause.lines)
            add(
                PolicyChange(
                    .statement, .changed, clause.id, before: was.isEmpty ? nil : was, after: now.isEmpty ? nil : now))
        }
        for clause in before where !after.contains(where: { $0.id == clause.id }) {
            let isLost = kind(of: clause) == .rights
            add(
                PolicyChange(
                    kind(of: clause), .removed, clause.id, before: clause.text, cause: isLost ? .fewerRights : nil,
                    sentence: isLost ? "Our policy no longer says this: “\(clause.text)”" : nil))
        }
    }

    /// A right is promised by the section of choices, or by a clause of a law that its name says it of. With its law a
    /// whole part comes or goes, and that is a change of its own.
    private func kind(of clause: Spoken) -> PolicyChange.Kind {
        func has(_ record: PolicyRecord) -> Bool { record.laws.contains { $0.annex == clause.section } }
        guard has(old) == has(new) else { return .statement }
        let names = ["right", "complaint", "appeal", "signal", "agent", "opt"]
        let isRight = names.contains { clause.id.dropFirst(clause.section.count).contains($0) }
        return clause.section == "your-choices" || isRight ? .rights : .statement
    }

    /// Whether a clause that both have shows a fact that no other change tells of.
    private func showsSomethingElse(_ clause: String) -> Bool {
        func lines(of record: PolicyRecord) -> [PolicyMeaning.Line] {
            record.meaning.filter { $0.clause == clause || $0.clause.hasPrefix(clause + "#") }
        }
        let (before, after) = (lines(of: old), lines(of: new))
        guard before != after else { return false }
        // The same clause with another meaning is another sentence.
        guard before.map(\.clause) == after.map(\.clause) else { return true }
        func shown(_ lines: [PolicyMeaning.Line]) -> Set<String> { Set(lines.flatMap { $0.values + $0.rows }) }
        let differing = shown(before).symmetricDifference(shown(after))
        return differing.contains { !Self.isTold($0) }
    }

    /// Facts, and lists of them, that other changes tell of.
    private static let told: Set = [
        "shop.name", "shop.legal_name", "shop.other_legal_name", "operator.name", "operator.legal_name",
        "operator.other_legal_name", "operator.backup_days", "contact.name", "contact.email", "contact.phone",
        "contact.dial", "officer.name", "officer.title", "officer.email", "privacy.answer_days", "privacy.minimum_age",
        "changes.channels", "changes.notice", "card.data", "card.purposes", "card.others", "data.account",
        "data.traffic", "providers.country", "processor", "towing.company", "sisters",
        "data", "purpose", "provider", "processor_row", "tow", "cookie", "permission", "basis", "tax_hold", "question",
        "measure",
    ]

    /// `name=value`, `condition?true` or `list(...)`.
    private static func isTold(_ shown: String) -> Bool {
        told.contains(String(shown.prefix { !"=?(".contains($0) }))
    }

    private struct Spoken {
        let id: String
        let section: String
        var lines: [String]

        var text: String { lines.joined(separator: " ") }
    }

    private func clauses(of record: PolicyRecord) -> [Spoken] {
        var spoken: [Spoken] = []
        // The card only repeats.
        for statement in record.statements where !statement.clause.hasPrefix("card.") {
            let lines = statement.text.split(separator: "\n").map { String($0.trimmingPrefix("- ")) }
            if let place = spoken.firstIndex(where: { $0.id == statement.clause }) {
                spoken[place].lines += lines
            } else {
                spoken.append(Spoken(id: statement.clause, section: statement.section, lines: lines))
            }
        }
        return spoken
    }
}
