import LiveryTenant

/// What a shop sends to its customers when its policy changes: drafts in plain words, for a person to read and send.
package struct ChangeNotice: Sendable {
    /// The first line is the subject.
    package let email: String
    /// For the top of the app: one or two sentences.
    package let banner: String
    /// For the website, in Markdown.
    package let web: String

    /// More than this is a letter that nobody reads to the end.
    private static let longList = 12

    /// nil where customers learn nothing from the changes.
    package init?(of changes: [PolicyChange], to record: PolicyRecord) {
        let sentences = changes.sentences
        guard !sentences.isEmpty else { return nil }
        let words = ChangeWords(record)
        let date = words.date(record.effectiveDate)
        let told = Array(sentences.prefix(Self.longList))
        // True only where each change has its sentence; a clause comes or goes with the fact that has one.
        let isAll =
            told.count == sentences.count
            && changes.allSatisfy { $0.sentence != nil || ($0.kind == .statement && $0.sign != .changed) }
        let rest =
            isAll ? "Nothing else changes." : "These are the main changes, and the whole text has them all."
        let place = "The whole text is in our app. This version is \(record.version)."
        let contact = "Questions? Ask \(words.person(record.contact))."
        let list = told.map { "- \($0)" }.joined(separator: "\n")
        email = """
            Subject: A change in how \(record.shopName) uses your data

            Hello,

            Our privacy policy changes on \(date). From then on:

            \(list)

            \(rest) \(place)

            \(contact)

            \(record.shopName)

            """
        let first = changes.first { $0.isMaterial && $0.sentence != nil } ?? changes.first { $0.sentence != nil }
        let others = sentences.count - 1
        let more = others == 0 ? "" : others == 1 ? " One more thing changes." : " \(others) more things change."
        banner = "From \(date): \(first?.sentence ?? "")\(more) Read our privacy policy.\n"
        web = """
            ## What changes in our privacy policy

            These changes count from \(date).

            \(list)

            \(rest) \(place)

            \(contact)

            """
    }
}
