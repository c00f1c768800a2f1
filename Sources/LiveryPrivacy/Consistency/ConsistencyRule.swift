package import LiveryTenant

/// Something in which a definition, a policy, a banner and store labels must agree: what is asked, who asks it, from
/// when, and what holds it. The table is the list of 81 that was drawn up before the first clause was written;
/// docs/consistency.md shows it.
package struct ConsistencyRule: Sendable {
    /// Such as `PRIV001`.
    package let id: String
    package let asks: String
    /// The law, or the page of a store or a specification.
    package let cite: String
    /// A finding before its first day and after its last, by the policy's effective date, is none.
    package let since: CalendarDate?
    package let until: CalendarDate?
    package let held: Held

    package enum Held: Sendable {
        /// By these codes.
        case findings([String], and: String?)
        /// It cannot be otherwise, because one thing is derived from the other; `test` is what proves it: the file, and
        /// words that stand in it.
        case construction(String, file: String, test: String)
        case leftOut(String)
    }

    static func rule(
        _ id: String, _ asks: String, _ cite: String, since: String? = nil, until: String? = nil, _ held: Held
    ) -> ConsistencyRule {
        ConsistencyRule(
            id: id, asks: asks, cite: cite, since: since.map(day), until: until.map(day), held: held)
    }

    private static func day(_ text: String) -> CalendarDate {
        guard let date = CalendarDate(text) else { preconditionFailure("a test reads every day of the table") }
        return date
    }

    package static let all = consent + stores + policy

    /// Whether a finding counts on a day: one that no rule dates always does.
    package static func isInForce(_ code: String, on day: CalendarDate) -> Bool {
        guard let rules = byCode[code] else { return true }
        return rules.contains { rule in (rule.since.map { $0 <= day } ?? true) && (rule.until.map { day <= $0 } ?? true)
        }
    }

    /// The rules that a code holds.
    package static func rules(of code: String) -> [ConsistencyRule] { byCode[code] ?? [] }

    private static let byCode: [String: [ConsistencyRule]] = {
        var rules: [String: [ConsistencyRule]] = [:]
        for rule in all {
            guard case .findings(let codes, _) = rule.held else { continue }
            for code in codes { rules[code, default: []].append(rule) }
        }
        return rules
    }()
}

extension ConsistencyRule.Held {
    static func found(by codes: String..., and: String? = nil) -> ConsistencyRule.Held { .findings(codes, and: and) }

    static func derived(_ how: String, _ file: String, _ test: String) -> ConsistencyRule.Held {
        .construction(how, file: file, test: test)
    }
}
