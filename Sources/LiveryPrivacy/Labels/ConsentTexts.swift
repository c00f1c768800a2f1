package import LiveryTenant

/// What the cookie question says, in plain words. Text from a definition stands in it as it is: who writes it into a
/// page escapes it.
package struct ConsentTexts: Sendable {
    package let locale: String
    package let title: String
    /// Before an answer where nothing runs without a yes, and where it runs until a no.
    package let askFirst: String
    package let askLater: String
    package let asksAgain: String
    /// To a visitor whose browser sends Global Privacy Control: 11 CCR 7025.
    package let signal: String
    package let acceptAll: String
    package let rejectAll: String
    package let choose: String
    package let save: String
    package let close: String
    package let choices: String
    /// Necessary ones first; only those that have cookies.
    package let sections: [Section]
    /// Headings of the table, by the keys of ``Row``.
    package let columns: [(key: String, heading: String)]

    package struct Section: Sendable {
        package let category: CookieCategory
        package let title: String
        package let description: String
        package let rows: [Row]
    }

    package struct Row: Sendable {
        package let name: String
        package let provider: String
        package let purpose: String
        package let duration: String
    }

    /// nil where nobody is asked.
    package static func derive(from consent: ConsentSettings) -> ConsentTexts? {
        guard let banner = consent.banner else { return nil }
        let words = ClauseLibrary.english.words
        func deeds(_ category: CookieCategory) -> String { words["consent.does.\(category.rawValue)"] }
        let they = "\(words["consent.they"]) \(words.list(banner.categories.map(deeds)))."
        let sections = CookieCategory.allCases.compactMap { category -> Section? in
            let cookies = consent.cookies.filter { $0.category == category }
            guard !cookies.isEmpty else { return nil }
            return Section(
                category: category, title: words["cookie.category.\(category.rawValue)"].capitalizingFirst(),
                description: category == .necessary
                    ? words["consent.necessary"] : "\(words["consent.they"]) \(deeds(category)).",
                rows: cookies.map {
                    Row(
                        name: $0.name, provider: $0.provider, purpose: words.sentence($0.purpose),
                        duration: $0.duration)
                })
        }
        return ConsentTexts(
            locale: words.locale, title: words["consent.title"], askFirst: "\(they) \(words["consent.opt_in"])",
            askLater: "\(they) \(words["consent.opt_out"])", asksAgain: words["consent.again"],
            signal: words["consent.signal"],
            acceptAll: words["consent.accept"], rejectAll: words["consent.reject"], choose: words["consent.choose"],
            save: words["consent.save"], close: words["consent.close"], choices: words["consent.choices"],
            sections: sections,
            columns: ["name", "provider", "purpose", "duration"].map { ($0, words["consent.column.\($0)"]) })
    }
}
