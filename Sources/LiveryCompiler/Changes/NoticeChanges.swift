import LiveryPrivacy

/// What the operator tells the shop: the partner notice of one bundle.
struct NoticeRecord: Sendable {
    let version: String
    /// By the id of the clause; the rows of the table have none.
    let statements: [(clause: String, text: String)]
}

/// A clause of the partner notice that tells the shop something else than before. No customer reads it, and no law of
/// the table asks for a notice of it.
package struct NoticeChange: Sendable, Hashable {
    /// Such as `partner-billing.commission`, or `at-a-glance` for the table.
    package let clause: String
    /// The sentences that went or came; nil for none.
    package let before: String?
    package let after: String?

    var sign: PolicyChange.Sign {
        before == nil ? .added : after == nil ? .removed : .changed
    }

    /// In the order of the new notice, what went last; none while the version is the same, whatever the words.
    static func all(from old: NoticeRecord, to new: NoticeRecord) -> [NoticeChange] {
        guard old.version != new.version else { return [] }
        let former = Dictionary(grouping: old.statements, by: \.clause)
        let current = Dictionary(grouping: new.statements, by: \.clause)
        var seen: Set<String> = []
        let clauses = (new.statements + old.statements).map(\.clause).filter { seen.insert($0).inserted }
        return clauses.compactMap { clause in
            let (before, after) = SentenceDifference.between(
                (former[clause] ?? []).map(\.text), (current[clause] ?? []).map(\.text))
            guard !before.isEmpty || !after.isEmpty else { return nil }
            return NoticeChange(
                clause: clause, before: before.isEmpty ? nil : before, after: after.isEmpty ? nil : after)
        }
    }
}
