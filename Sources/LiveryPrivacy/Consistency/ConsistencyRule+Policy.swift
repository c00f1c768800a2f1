extension ConsistencyRule {
    private static let policyTests = "Tests/LiveryPrivacyTests/PolicyTests.swift"
    private static let clauseTests = "Tests/LiveryPrivacyTests/LawClauseTests.swift"
    private static let mapTests = "Tests/LiveryPrivacyTests/DataMapTests.swift"
    private static let closure = "Tests/Validators/check_closure.py"
    private static let pages = "Tests/Browser/check_pages.py"

    static let policy = companies + duties + people + words

    private static let companies = [
        rule(
            "POL001", "Who takes payments stands in the policy.", "GDPR Art. 13(1)(e); 11 CCR 7011",
            .found(by: "tenant/payments-without-processor", and: "the processor is a company of the data map")),
        rule(
            "POL002", "Each company stands there with job and country.", "GDPR Art. 13(1)(e), (f)",
            .found(by: "privacy/provider-missing", "privacy/country-unknown")),
        rule(
            "POL003", "Data that crosses a border has a safeguard, and the policy says so.",
            "GDPR Art. 13(1)(f); CQLR c. P-39.1 s. 8",
            .found(by: "privacy/safeguard-missing", and: "the sentence follows from the countries")),
        rule(
            "POL004", "Each purpose has a legal basis where one is needed.", "GDPR Art. 13(1)(c)",
            .derived("every purpose of the product has one", mapTests, "usesHaveALegalBasisWhereOneIsNeeded")),
        rule(
            "POL005", "An own interest is named.", "GDPR Art. 13(1)(d)",
            .derived(
                "each such purpose has words for it", "Tests/LiveryPrivacyTests/ClauseLibraryTests.swift",
                "interest.")),
        rule(
            "POL006", "Each kind of data has an end.", "GDPR Art. 13(2)(a); 1798.100(a)(3); Minn. Stat. 325M.16",
            .found(by: "privacy/retention-missing")),
        rule(
            "POL007", "The policy says as long as the provider is told.", "Google Analytics, data retention",
            .derived("both come from one setting", mapTests, "useIsKeptForTheLongestSettingOfTheProviders")),
        rule(
            "POL008", "Nothing of a child is kept without end.", "16 CFR 312.10",
            .found(by: "privacy/made-for-children", and: "no period of a definition is without an end")),
        rule(
            "POL009", "What the shop's system sends is told.", "GDPR Art. 14(2)(f)",
            .derived("the clause follows from the data map", policyTests, "integrationsAreNamedWithWhatEachReceives")),
        rule(
            "POL010", "The policy says whether a machine decides.", "GDPR Art. 13(2)(f)",
            .derived(
                "it says no in every policy, for the product has none", policyTests, "allTwelveSectionsStandInOrder")),
        rule(
            "POL011", "The policy says what a customer must give.", "GDPR Art. 13(2)(e)",
            .derived(
                "each account and booking has its sentence", "Tests/LiveryCompilerTests/LawTableTests.swift",
                "No law makes you give us data")),
    ]

    private static let duties = [
        rule(
            "POL012", "A data protection officer is named, or none is needed.", "GDPR Art. 37, 13(1)(b)",
            .found(by: "privacy/officer-undeclared")),
        rule(
            "POL013", "Who stands outside has a representative inside.", "GDPR Art. 27; UK GDPR Art. 27 (not read)",
            .found(by: "privacy/representative-missing")),
        rule(
            "POL014", "A complaint in the United Kingdom is confirmed within 30 days.", "DPA 2018 s. 164A",
            since: "2026-06-19",
            .derived(
                "the part for the United Kingdom says so", "Tests/LiveryCompilerTests/LawTableTests.swift",
                "We confirm your complaint within 30 days")),
        rule(
            "POL015", "Quebec has a person in charge, and reads French.",
            "CQLR c. P-39.1 s. 3.1; Charter of the French Language s. 52 (that a policy falls under it is inferred)",
            .found(by: "privacy/officer-missing", "privacy/untranslated-policy")),
        rule(
            "POL016", "California's policy is no older than 12 months.", "1798.130(a)(5); 11 CCR 7011(e)(4)",
            since: "2020-01-01", .found(by: "privacy/policy-out-of-date")),
        rule(
            "POL017", "A changed policy has another version and date.", "Cal. Bus. & Prof. Code 22575",
            .found(
                by: "tenant/unlisted-change", "tenant/date-before-change", and: "the version is a digest of the meaning"
            )),
        rule(
            "POL018", "A material change comes with a notice.", "4 CCR 904-3 r. 6.04; Cal. Bus. & Prof. Code 22575",
            .derived(
                "`livery diff --check` finds it, and drafts the notice",
                "Tests/Corpus/changes/sale/expected.txt", "E-mail (draft)")),
        rule(
            "POL019", "California reads what \"Do Not Track\" does.", "Cal. Bus. & Prof. Code 22575(b)(5)-(6)",
            .derived(
                "the part for California always says so", "Tests/LiveryCompilerTests/LawTableTests.swift",
                "Do Not Track")),
        rule(
            "POL020", "Where a law gives an appeal, the policy says how.", "Tex. Bus. & Com. Code 541.102(a)(3)",
            .derived("the sentence follows from the law", clauseTests, "statesDifferWithinOnePart")),
        rule(
            "POL021", "There are two ways to ask, and in California one is free to call.",
            "Tex. Bus. & Com. Code 541.055(a); 1798.130(a)(1)(A)", since: "2020-01-01",
            .found(by: "privacy/no-toll-free-number", and: "every policy has a number and an e-mail address")),
        rule(
            "POL022", "Texas prescribes a notice to those who sell sensitive data.",
            "Tex. Bus. & Com. Code 541.102(b)-(c)",
            .derived("its words follow from the sale", clauseTests, "prescribedWordsStandWhereTheyMust")),
        rule(
            "POL023", "Rhode Island reads the name of each buyer.", "R.I. Gen. Laws 6-48.1-3(a)",
            since: "2026-01-01", .found(by: "privacy/buyers-missing")),
    ]

    private static let people = [
        rule(
            "POL024", "The exact location is asked for.", "state laws on sensitive data",
            .derived("the phone asks at the tow, and the policy says so", closure, "permissions")),
        rule(
            "POL025", "Maryland sells no sensitive data.", "Md. Com. Law 14-4707(a)",
            .found(by: "privacy/sale-banned")),
        rule(
            "POL026", "The app is for nobody below the law's age.",
            "GDPR Art. 8 and the laws of its members; 15 USC 6501; CQLR c. P-39.1 s. 4.1",
            .found(by: "privacy/minimum-age")),
        rule(
            "POL027", "Data of those under 18 is not sold in Connecticut and Maryland.",
            "PA 25-113; MODPA (second hand)", since: "2025-10-01", .found(by: "privacy/teens-sold")),
        rule(
            "POL028", "The policy gives the rights that the law gives, and no other.", "the table of laws",
            .derived("rights are derived, not written", "Tests/LiveryCompilerTests/LawTableTests.swift", "neverSays")),
        rule(
            "POL029", "The time for an answer is the law's.", "the table of laws",
            .found(by: "privacy/answer-days", and: "longer times stand in the part for the law")),
        rule(
            "POL030", "The policy speaks the languages of the app.", "Minn. Stat. 325M.16; CQLR c. P-39.1",
            .found(by: "privacy/untranslated-policy")),
        rule(
            "POL031", "No text is left in another language.", "the definition",
            .found(by: "tenant/untranslated-text", and: "of store texts; a language lacks no clause, or has none")),
        rule(
            "POL032", "A part for a place is written for that place.", "the table of laws",
            .leftOut("Livery has no general part: a law has words of its own, or the body says all that it asks.")),
    ]

    private static let words = [
        rule(
            "POL033", "Each cookie stands in the table, and nothing else does.", "practice of CNIL and EDPB (not read)",
            .derived("table, banner and file come from one list", closure, "consent_problems")),
        rule(
            "POL034", "Who texts says how to stop, and what it costs.", "47 CFR 64.1200; CTIA (not read)",
            .derived("the clause comes with the texts", "Tests/LiveryCompilerTests/LawTableTests.swift", "Reply STOP")),
        rule(
            "POL035", "VIN and plate are told where they are kept.", "Fideslang 3.1.4",
            .derived("each row of the data map stands in the table", closure, "table_problems")),
        rule(
            "POL036", "No placeholder and no empty section reaches a reader.", "the output",
            .found(
                by: "tenant/placeholder-text", "privacy/clause-empty-section", "privacy/clause-absent-value",
                and: "the closure test reads each page")),
        rule(
            "POL037", "No shop stands in another's bundle.", "the output",
            .derived(
                "a bundle is made from one tenant", "Tests/LiveryCompilerTests/BundleTests.swift",
                "No bundle holds another shop's name, id or domain")),
        rule(
            "POL038", "The policy can be read.", "the limits of this product; no law sets them for policies",
            .found(by: "privacy/hard-to-read", "privacy/long-sentence", "privacy/page-long", "privacy/card-long")),
        rule(
            "POL039", "Brand colors leave the text readable.", "WCAG 2.2, 1.4.3 and 1.4.11",
            .found(
                by: "tenant/low-contrast", "tenant/unreadable-contrast",
                and: "pages take the nearest tone that can be read")),
        rule(
            "POL040", "The page works for people who use aids.", "WCAG 2.2; 11 CCR 7003 (not read)",
            .derived("one template, held by axe-core in a browser", pages, "axe")),
    ]
}
