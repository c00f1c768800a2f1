import LiveryTenant

/// What the laws of the table come to for one subject.
final class LawVerdicts: Sendable {
    /// In the order of the table.
    let all: [LawFinding.Verdict]
    /// The places in the table of the laws that apply: home first, then by id.
    private let applying: [Int]

    private init(for subject: LawSubject) {
        let verdicts = Law.all.map { $0.verdict(for: subject) }
        let keys = Law.all.map { ($0.protects(subject.home) ? 0 : 1, $0.id) }
        all = verdicts
        applying = verdicts.indices.filter { verdicts[$0] == .applies }.sorted { keys[$0] < keys[$1] }
    }

    private static let memory = Memory<LawSubject, LawVerdicts>(depth: 11)

    static func on(_ tenant: Tenant) -> LawVerdicts {
        let subject = LawSubject(tenant)
        if let known = memory.known(subject) { return known }
        let verdicts = LawVerdicts(for: subject)
        memory.remember(verdicts, of: subject)
        return verdicts
    }

    /// Home first, then by id.
    var lawsFromHome: [Law] { applying.map { Law.all[$0] } }

    /// In the order of the table.
    var laws: [Law] { applying.sorted().map { Law.all[$0] } }

    func apply(where isMeant: (Law) -> Bool) -> Bool { applying.contains { isMeant(Law.all[$0]) } }
}
