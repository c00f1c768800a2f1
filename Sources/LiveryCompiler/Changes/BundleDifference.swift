package import LiveryPrivacy

/// How two bundles of a shop differ: what the policy tells otherwise, by fact; who must be told of it, and how; and
/// what apps and machines read otherwise.
package struct BundleDifference: Sendable {
    package let shop: String
    let oldVersion: String
    let newVersion: String
    let effectiveDate: (old: String, new: String)
    package let changes: [PolicyChange]
    package let duties: [ChangeDuty]
    /// Drafts; nil where customers learn nothing.
    let notice: ChangeNotice?
    let noticeVersion: (old: String, new: String)
    /// What the partner notice tells the shop otherwise.
    package let noticeChanges: [NoticeChange]
    package let configuration: [ConfigurationChange]
    /// Whether visitors of the web portal are asked about cookies again.
    let asksAgain: Bool
    /// What keeps the announcement from being what it should be, in sentences.
    package let reminders: [String]

    package init(from old: BundleRecord, to new: BundleRecord) {
        shop = new.policy.shop
        (oldVersion, newVersion) = (old.policy.version, new.policy.version)
        effectiveDate = (old.policy.effectiveDate, new.policy.effectiveDate)
        changes = ChangeFinder.changes(from: old.policy, to: new.policy)
        duties = new.policy.duties(after: changes, from: old.policy)
        notice = ChangeNotice(of: changes, to: new.policy)
        noticeVersion = (old.notice.version, new.notice.version)
        noticeChanges = NoticeChange.all(from: old.notice, to: new.notice)
        configuration = ConfigurationChange.all(from: old.files, to: new.files)
        asksAgain = new.consentRevision != nil && new.consentRevision != old.consentRevision
        reminders = Self.reminders(changes, from: old.policy, to: new.policy)
    }

    package var isEmpty: Bool {
        changes.isEmpty && configuration.isEmpty && !hasNewVersion && !hasNewDate && !asksAgain && !hasNewNotice
    }
    package var isMaterial: Bool { changes.contains(where: \.isMaterial) }

    /// The drafts as files, by the ending of their names; none where nobody must be told.
    package var notices: [(ending: String, text: String)] {
        guard let notice, isMaterial else { return [] }
        return [("email.txt", notice.email), ("banner.txt", notice.banner), ("web.md", notice.web)]
    }

    /// Exactly when ``changes`` has something.
    package var hasNewVersion: Bool { oldVersion != newVersion }
    /// Exactly when ``noticeChanges`` has something.
    package var hasNewNotice: Bool { noticeVersion.old != noticeVersion.new }
    var hasNewDate: Bool { effectiveDate.old != effectiveDate.new }

    /// Colorado's rule 6.04 and its like want customers to hear of a change before it counts.
    private static func reminders(
        _ changes: [PolicyChange], from old: PolicyRecord, to new: PolicyRecord
    ) -> [String] {
        var reminders: [String] = []
        if old.version != new.version, new.effectiveDate <= old.effectiveDate {
            reminders.append(
                "The policy says something new, and counts from \(new.effectiveDate) as before: move "
                    + "`privacy.effective_date`.")
        }
        if changes.contains(where: \.isMaterial) {
            if new.announcedBy.isEmpty {
                reminders.append("Nothing says how customers hear of it: set `privacy.changes.announced_by`.")
            } else if new.noticeDays > 0 {
                reminders.append("The policy promises \(new.noticeDays) days between the notice and the change.")
            }
        }
        return reminders
    }
}
