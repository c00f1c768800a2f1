package import LiveryTenant

/// Whether a law applies to a shop on the day from which its policy counts, why, and what it then asks.
package struct LawFinding: Sendable {
    package let law: Law
    package let verdict: Verdict
    private let subject: LawSubject

    fileprivate init(_ law: Law, for subject: LawSubject) {
        self.law = law
        self.subject = subject
        verdict = law.verdict(for: subject)
    }

    package var reasons: [Reason] { law.reasons(for: subject) }

    package enum Verdict: String, Sendable {
        case applies
        case spares
        /// A fact is missing that decides.
        case open
        case notInForce = "not_in_force"
        case nobodyThere = "nobody_there"
    }
}

extension Law {
    /// What every law of the table means for a tenant, in the order of the table.
    package static func findings(for tenant: Tenant) -> [LawFinding] {
        let subject = LawSubject(tenant)
        return all.map { LawFinding($0, for: subject) }
    }

    func verdict(for subject: LawSubject) -> LawFinding.Verdict {
        guard !places(of: subject).isEmpty else { return .nobodyThere }
        guard isInForce(on: subject.effectiveDate) else { return .notInForce }
        return switch answer(test(for: subject), for: subject).holds {
        case true: .applies
        case false: .spares
        case nil: .open
        }
    }

    fileprivate func reasons(for subject: LawSubject) -> [Reason] {
        switch verdict(for: subject) {
        case .nobodyThere:
            return [Reason(text: "no customers in \(Self.names(of: places))", path: "privacy.customers_in")]
        case .notInForce:
            let time = until.map { "in force until \($0.text)" } ?? "in force from \(since.text)"
            let text = "\(time), and the policy counts from \(subject.effectiveDate.text)"
            return [Reason(text: text, path: "privacy.effective_date")]
        case .applies:
            let text = "customers in \(Self.names(of: places(of: subject).map(\.code)))"
            return [Reason(text: text, path: "privacy.customers_in")] + answer(test(for: subject), for: subject).because
        case .spares, .open:
            return answer(test(for: subject), for: subject).because
        }
    }

    private func test(for subject: LawSubject) -> Test {
        let scope = scopes.first { $0.since.map { $0 <= subject.effectiveDate } ?? true } ?? scopes[scopes.count - 1]
        return scope.test
    }

    /// A law that bound nobody but those who are certain to be bound.
    func applies(to tenant: Tenant) -> Bool { verdict(for: LawSubject(tenant)) == .applies }

    /// The laws that apply to a tenant: home first, then by id.
    package static func applying(to tenant: Tenant) -> [Law] {
        LawVerdicts.on(tenant).lawsFromHome
    }

    static func asksForLegalBases(of tenant: Tenant) -> Bool {
        LawVerdicts.on(tenant).apply(where: \.asksForLegalBasis)
    }

    static func asksBeforeMeasuring(_ tenant: Tenant) -> Bool {
        LawVerdicts.on(tenant).apply(where: \.asksBeforeMeasuring)
    }

    private static func names(of places: [String]) -> String {
        guard places.count <= 4 else { return "\(places.count) places" }
        return places.map { Region(code: $0)?.name ?? $0 }.joined(separator: ", ")
    }
}

extension LawFinding {
    /// One thing that the law asks of the shop, and where it says so.
    package struct Demand: Sendable {
        package let text: String
        package let cite: Law.Citation
    }

    /// What the law asks of this shop; nothing where it does not apply.
    package func demands(of tenant: Tenant) -> [Demand] {
        guard verdict == .applies else { return [] }
        let date = tenant.privacy.effectiveDate
        var demands: [Demand] = []
        let rights = law.rights(on: date).map { $0.rawValue.replacing("_", with: " ") }
        if !rights.isEmpty {
            demands.append(Demand(text: "grant: \(rights.joined(separator: ", "))", cite: law.cite))
        }
        if let answer = law.answer {
            let more = answer.more > 0 ? ", \(answer.more) more in hard cases" : ""
            demands.append(Demand(text: "answer within \(answer.days) days\(more)", cite: answer.cite))
        }
        if let appeal = law.appeal {
            let days = appeal.days.map { "within \($0) days" } ?? "in a time that is not known"
            let last = appeal.authority.map { "; then point to the \($0.rawValue.replacing("_", with: " "))" } ?? ""
            demands.append(Demand(text: "hear an appeal \(days)\(last)", cite: appeal.cite))
        }
        if let signal = law.signal, signal.since <= date, tenant.givesData {
            let text =
                "take a browser's opt-out signal as a no" + (signal.followsOthers ? ", if another state does" : "")
            demands.append(Demand(text: text, cite: signal.cite))
        }
        if let age = law.childAge(for: tenant) {
            demands.append(Demand(text: "ask a parent of anybody under \(age)", cite: law.cite))
        }
        demands += law.duties.filter { law.holds($0.when, for: tenant) && ($0.since.map { $0 <= date } ?? true) }
            .map { Demand(text: $0.text, cite: $0.cite) }
        demands += law.literals.filter { law.holds($0.when, for: tenant) }
            .map { Demand(text: "print: \($0.text)", cite: $0.cite) }
        return demands
    }
}
