/// What a law asks of a shop that changes its policy.
package struct ChangeDuty: Sendable, Hashable {
    /// How surely the law says so.
    package enum Mark: String, Sendable {
        /// The text of the law, or a regulator's page, was seen.
        case seen
        /// Others say that it does.
        case secondary
        /// From general knowledge: a lawyer looks it up first.
        case known
    }

    /// The id of the law.
    package let law: String
    package let cite: String
    package let mark: Mark
    /// What is to be done.
    package let demand: String
    /// Which material changes it speaks of; nil for any change of the policy.
    let causes: Set<PolicyChange.Cause>?

    /// Whether it asks for a notice of one of the changes.
    func covers(_ changes: [PolicyChange]) -> Bool {
        guard let causes else { return !changes.isEmpty }
        return changes.contains { $0.cause.map(causes.contains) ?? false }
    }

    private static let everyCause = Set(PolicyChange.Cause.allCases)

    static let all = [
        ChangeDuty(
            law: "us-ca-caloppa", cite: "Cal. Bus. & Prof. Code 22575(b)", mark: .secondary,
            demand: "Tell customers of material changes in the way that the policy itself describes.",
            causes: everyCause),
        ChangeDuty(
            law: "ca-qc", cite: "CQLR c. P-39.1 s. 8.2", mark: .secondary,
            demand: "Give notice of any change of the policy.", causes: nil),
        ChangeDuty(
            law: "eu-gdpr", cite: "Regulation (EU) 2016/679 Art. 13(3)", mark: .known,
            demand: "Inform people of a new purpose before their data is used for it.", causes: [.newPurpose]),
        ChangeDuty(
            law: "uk-gdpr", cite: "UK GDPR Art. 13(3)", mark: .known,
            demand: "Inform people of a new purpose before their data is used for it.", causes: [.newPurpose]),
    ]
}

extension ChangeDuty {
    /// Of the American states; most shops are too small for these laws.
    static let ofStates = [
        ChangeDuty(
            law: "us-co", cite: "4 CCR 904-3 r. 6.04", mark: .seen,
            demand: "Notify people of a material change.",
            causes: [.newData, .newPurpose, .newRecipient, .newIdentity, .newContact]),
        ChangeDuty(
            law: "us-mn", cite: "Minn. Stat. 325M.16 subd. 1", mark: .seen,
            demand: "Notify the people that a material change affects, and let them take their consent back.",
            causes: everyCause),
        ChangeDuty(
            law: "us-nj", cite: "N.J. Stat. 56:8-166.6", mark: .seen,
            demand: "Tell people of material changes in the way that the policy itself describes.", causes: everyCause),
    ]
}

extension PolicyRecord {
    /// The duties of the laws that applied before or apply now, for some changes, home first.
    package func duties(after changes: [PolicyChange], from old: PolicyRecord) -> [ChangeDuty] {
        (laws + old.laws).map(\.id).uniqued().flatMap { id in
            (ChangeDuty.all + ChangeDuty.ofStates).filter { $0.law == id && $0.covers(changes) }
        }
    }
}
