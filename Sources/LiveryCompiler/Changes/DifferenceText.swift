import LiveryDiagnostics
import LiveryPrivacy

extension BundleDifference {
    /// For a terminal: a line for each fact. `drafts` adds the notices.
    package func text(drafts: Bool) -> String {
        guard !isEmpty else { return "\(shop): nothing changed.\n" }
        var text = title
        let facts = changes.filter { $0.kind != .statement }
        text += block("Customers must be told", facts.filter(\.isMaterial).map(line))
        text += block("Other changes of the policy", facts.filter { !$0.isMaterial }.map(line) + visitors)
        text += block("Clauses that changed", changes.filter { $0.kind == .statement }.map(quote))
        text += block("Laws that ask for a notice", duties.map(duty))
        text += block("Before it is announced", reminders)
        text += block("Partner notice, version \(noticeVersion.old) -> \(noticeVersion.new)", noticeChanges.map(quote))
        text += block("App and portal", configurationLines)
        guard drafts, let notice, isMaterial else { return text }
        text += draft("E-mail", notice.email) + draft("Banner in the app", notice.banner)
        return text + draft("Notice on the website", notice.web)
    }

    private var title: String {
        var title = "\(shop): "
        let material = changes.filter(\.isMaterial).count
        title += changes.isEmpty ? "the policy says the same" : Self.count(changes.count, "change")
        if material > 0 { title += changes.count == 1 ? ", material" : ", \(material) of them material" }
        title += hasNewVersion ? "; version \(oldVersion) -> \(newVersion)" : "; version \(newVersion) as before"
        if hasNewDate { title += "; in force from \(effectiveDate.old) -> \(effectiveDate.new)" }
        return title + "\n"
    }

    private func block(_ heading: String, _ lines: [String]) -> String {
        guard !lines.isEmpty else { return "" }
        return "\n\(heading)\n" + lines.map { "  \(TextWidth.printable($0))\n" }.joined()
    }

    private func line(_ change: PolicyChange) -> String {
        let kind = change.kind.rawValue
        let gap = String(repeating: " ", count: max(1, 13 - kind.utf8.count))
        return "\(Self.sign(change.sign)) \(kind)\(gap)\(change.subject)\(Self.values(change.before, change.after))"
    }

    private func quote(_ change: PolicyChange) -> String {
        "\(Self.sign(change.sign)) \(change.subject)\(Self.values(change.before, change.after))"
    }

    private func quote(_ change: NoticeChange) -> String {
        "\(Self.sign(change.sign)) \(change.clause)\(Self.values(change.before, change.after))"
    }

    private func duty(_ duty: ChangeDuty) -> String {
        "\(duty.cite)\(Self.doubt(duty)): \(duty.demand)"
    }

    private var visitors: [String] {
        asksAgain ? ["~ consent      visitors of the web portal are asked about cookies again"] : []
    }

    /// A file that changed throughout would bury the rest.
    private static let longList = 40

    private var configurationLines: [String] {
        let more = configuration.count - Self.longList
        let rest = more > 0 ? ["and \(more) more; `--format json` has them all"] : []
        return configuration.prefix(Self.longList).map { change in
            let sign = Self.sign(change.before == nil ? .added : change.after == nil ? .removed : .changed)
            guard let member = change.member else { return "\(sign) \(change.file)" }
            return "\(sign) \(change.file) \(member)\(Self.values(change.before, change.after))"
        } + rest
    }

    private func draft(_ name: String, _ text: String) -> String {
        "\n\(name) (draft)\n"
            + text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
            .map { $0.isEmpty ? "  |\n" : "  | \(TextWidth.printable(String($0)))\n" }.joined()
    }

    static func sign(_ sign: PolicyChange.Sign) -> String {
        switch sign {
        case .added: "+"
        case .removed: "-"
        case .changed: "~"
        }
    }

    static func doubt(_ duty: ChangeDuty) -> String {
        switch duty.mark {
        case .seen: ""
        case .secondary: " (from a secondary source)"
        case .known: " (not looked up)"
        }
    }

    static func count(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }

    /// `: 1 year -> 2 years`, or the one that there is.
    private static func values(_ before: String?, _ after: String?) -> String {
        switch (before, after) {
        case (let before?, let after?): ": \(shortened(before)) -> \(shortened(after))"
        case ("", nil), (nil, ""): ""
        case (let value?, nil), (nil, let value?): ": \(shortened(value))"
        case (nil, nil): ""
        }
    }

    private static func shortened(_ value: String) -> String {
        value.count <= 160 ? value : value.prefix(159) + "…"
    }
}
