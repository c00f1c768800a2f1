import LiveryBundle
import LiveryDiagnostics
import LiveryPrivacy

extension BundleDifference {
    /// For a review or an e-mail to the legal team: CommonMark with GitHub's tables.
    package var markdown: String {
        var parts = ["## \(shop)"]
        guard !isEmpty else { return (parts + ["Nothing changed."]).joined(separator: "\n\n") + "\n" }
        parts.append(versions)
        let facts = changes.filter { $0.kind != .statement }
        parts += table("Customers must be told", facts.filter(\.isMaterial))
        parts += table("Other changes of the policy", facts.filter { !$0.isMaterial })
        if asksAgain { parts.append("Visitors of the web portal are asked about cookies again.") }
        parts += list("Clauses that changed", changes.filter { $0.kind == .statement }) { change in
            let texts = [change.before, change.after].compactMap { $0.map(Self.escape) }
            return "\(Self.word(change.sign)) `\(change.subject)`: \(texts.joined(separator: " → "))"
        }
        parts += list("Laws that ask for a notice", duties) { "\($0.cite)\(Self.doubt($0)): \($0.demand)" }
        parts += list("Before it is announced", reminders) { $0 }
        parts += list("Partner notice, version \(noticeVersion.old) to \(noticeVersion.new)", noticeChanges) { change in
            let texts = [change.before, change.after].compactMap { $0.map(Self.escape) }
            return "\(Self.word(change.sign)) `\(change.clause)`: \(texts.joined(separator: " → "))"
        }
        parts += list("App and portal", configuration) { change in
            let values = [change.before, change.after].map { $0.map { "`\(Self.code($0))`" } ?? "none" }
            let member = change.member.map { " `\(Self.code($0))`: \(values[0]) to \(values[1])" }
            return "`\(change.file)`" + (member ?? "")
        }
        if let notice, isMaterial {
            let drafts = [
                ("E-mail", notice.email), ("Banner in the app", notice.banner), ("Notice on the website", notice.web),
            ]
            for (name, text) in drafts { parts.append("### \(name) (draft)\n\n" + Self.fenced(text)) }
        }
        return parts.joined(separator: "\n\n") + "\n"
    }

    private var versions: String {
        let version = hasNewVersion ? "Version \(oldVersion) to \(newVersion)" : "Version \(newVersion), as before"
        let date = hasNewDate ? "from \(effectiveDate.old) to \(effectiveDate.new)" : "\(effectiveDate.new), as before"
        return "\(version). In force: \(date)."
    }

    private func table(_ heading: String, _ changes: [PolicyChange]) -> [String] {
        guard !changes.isEmpty else { return [] }
        let rows = changes.map { change in
            let cells = [
                Self.word(change.sign), change.kind.rawValue, change.subject, change.before ?? "", change.after ?? "",
            ]
            return "| " + cells.map(Self.escape).joined(separator: " | ") + " |"
        }
        let head = "|  | kind | what | before | now |\n| --- | --- | --- | --- | --- |"
        return ["### \(heading)", ([head] + rows).joined(separator: "\n")]
    }

    private func list<Item>(_ heading: String, _ items: [Item], _ text: (Item) -> String) -> [String] {
        items.isEmpty ? [] : ["### \(heading)", items.map { "- \(text($0))" }.joined(separator: "\n")]
    }

    private static func word(_ sign: PolicyChange.Sign) -> String {
        switch sign {
        case .added: "new"
        case .removed: "gone"
        case .changed: "changed"
        }
    }

    private static func escape(_ text: String) -> String {
        var bytes = ByteBuffer(capacity: text.utf8.count)
        MarkdownText.escape(text, into: &bytes)
        return bytes.withBytes { String(decoding: $0, as: UTF8.self) }
    }

    /// Between backticks; a backtick of the value would end them.
    private static func code(_ text: String) -> String {
        text.replacing("`", with: "'").split { $0.isNewline }.joined(separator: " ")
    }

    /// No line of a draft can close the fence.
    private static func fenced(_ text: String) -> String {
        var fence = "```"
        while text.contains(fence) { fence += "`" }
        return "\(fence)text\n\(text)\(fence)"
    }
}
