package import LiveryDiagnostics

/// The clauses of one language, checked.
package struct ClauseLibrary: Sendable {
    let words: Words
    var customer: [ClauseSection]
    var partner: [ClauseSection]
    /// Where the clauses of a workspace stand, by their ids.
    package internal(set) var places: [String: SourceSpan] = [:]

    /// The languages that clauses exist in.
    static let locales = ["en"]

    package static let english: ClauseLibrary = {
        let (library, errors) = load(isChecking: false)
        guard let library, errors.isEmpty else {
            preconditionFailure("a test proves that the built-in clauses have no errors: \(errors)")
        }
        return library
    }()

    /// Parses all files. That every clause fits the vocabulary is a test's to prove, and not that of each run.
    static func load(isChecking: Bool = true) -> (library: ClauseLibrary?, errors: [ClauseError]) {
        var errors: [ClauseError] = []
        let customer = sections(customerFiles, isChecking, &errors)
        let partner = sections(partnerFiles, isChecking, &errors)
        do throws(ClauseError) {
            let words = try Words(parsing: PackageResources.words_en_txt, file: "words.en.txt", locale: "en")
            return (ClauseLibrary(words: words, customer: customer, partner: partner), errors)
        } catch {
            return (nil, errors + [error])
        }
    }

    private static func sections(
        _ files: [(name: String, bytes: [UInt8])], _ isChecking: Bool, _ errors: inout [ClauseError]
    ) -> [ClauseSection] {
        var parsed: [(file: String, section: ClauseSection)] = []
        for file in files {
            do throws(ClauseError) {
                let section = try ClauseParser.parse(
                    file.bytes, file: file.name, locale: "en", isProven: !isChecking)
                parsed.append((file.name, section))
            } catch {
                errors.append(error)
            }
        }
        let ids = Set(parsed.map(\.section.id))
        for (file, section) in parsed where isChecking {
            var checker = ClauseChecker(vocabulary: .shared, file: file, sections: ids)
            checker.check(section)
            errors += checker.errors
        }
        return parsed.map(\.section)
    }

    /// In the order of the document; annexes follow in the order of the tenant's laws.
    private static let customerFiles: [(name: String, bytes: [UInt8])] = [
        ("card.en.md", PackageResources.card_en_md),
        ("table.en.md", PackageResources.table_en_md),
        ("who-we-are.en.md", PackageResources.who_we_are_en_md),
        ("what-we-keep.en.md", PackageResources.what_we_keep_en_md),
        ("why.en.md", PackageResources.why_en_md),
        ("who-sees-it.en.md", PackageResources.who_sees_it_en_md),
        ("safety.en.md", PackageResources.safety_en_md),
        ("your-choices.en.md", PackageResources.your_choices_en_md),
        ("how-long.en.md", PackageResources.how_long_en_md),
        ("children.en.md", PackageResources.children_en_md),
        ("tracking.en.md", PackageResources.tracking_en_md),
        ("other-companies.en.md", PackageResources.other_companies_en_md),
        ("changes.en.md", PackageResources.changes_en_md),
        ("contact.en.md", PackageResources.contact_en_md),
        ("law-california.en.md", PackageResources.law_california_en_md),
        ("law-canada.en.md", PackageResources.law_canada_en_md),
        ("law-gdpr.en.md", PackageResources.law_gdpr_en_md),
        ("law-quebec.en.md", PackageResources.law_quebec_en_md),
        ("law-states.en.md", PackageResources.law_states_en_md),
        ("law-uk.en.md", PackageResources.law_uk_en_md),
    ]

    private static let partnerFiles: [(name: String, bytes: [UInt8])] = [
        ("partner-card.en.md", PackageResources.partner_card_en_md),
        ("partner-table.en.md", PackageResources.partner_table_en_md),
        ("partner-who.en.md", PackageResources.partner_who_en_md),
        ("partner-what.en.md", PackageResources.partner_what_en_md),
        ("partner-why.en.md", PackageResources.partner_why_en_md),
        ("partner-sharing.en.md", PackageResources.partner_sharing_en_md),
        ("partner-customers.en.md", PackageResources.partner_customers_en_md),
        ("partner-safety.en.md", PackageResources.partner_safety_en_md),
        ("partner-how-long.en.md", PackageResources.partner_how_long_en_md),
        ("partner-rights.en.md", PackageResources.partner_rights_en_md),
        ("partner-changes.en.md", PackageResources.partner_changes_en_md),
        ("partner-contact.en.md", PackageResources.partner_contact_en_md),
    ]
}
