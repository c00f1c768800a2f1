import LiveryTenant

// The laws of Europe, Canada, California and the United States as a whole, as of 2026-11-22.

extension Law {
    /// The members of the European Union, Iceland, Liechtenstein and Norway.
    package static let europeanEconomicArea = [
        "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IS", "IT", "LI",
        "LT", "LU", "LV", "MT", "NL", "NO", "PL", "PT", "RO", "SE", "SI", "SK",
    ]

    static let world: [Law] =
        [gdpr, britain, quebec, canada, consumerPrivacy, onlinePrivacy, children]
        + smallPrint

    private static let gdpr: Law = {
        var law = Law(
            id: "eu-gdpr", name: "the GDPR", cite: .seen("Regulation (EU) 2016/679"), places: europeanEconomicArea,
            bindsShopsThere: true, since: day("2018-05-25"), scopes: [scope(.everybody, .seen("Art. 3"))],
            annex: "law-gdpr")
        law.rights = [
            .access, .copy, .correction, .deletion, .restriction, .objection, .withdrawal, .noAutomatedDecision,
            .complaint,
        ].map { ($0, nil) }
        law.answer = Answer(days: 30, more: 60, cite: .seen("Art. 12(3): one month, and two more"))
        law.asksBeforeMeasuring = true
        law.duties =
            europeanDuties + [
                Duty(
                    text: "name a representative in the Union, unless Art. 27(2) spares it",
                    cite: .seen("Art. 13(1)(a), 27"), when: .standsElsewhere),
                Duty(text: "ask before measuring", cite: .known("Directive 2002/58/EC Art. 5(3)")),
            ]
        // Art. 8(1): 16, and a member state can go down to 13. Not found for Slovenia, Iceland, Liechtenstein and
        // Norway, so that 16 stands for them.
        law.childAges = ["": 16]
        for country in ["BE", "DK", "EE", "FI", "LV", "MT", "PT", "SE"] { law.childAges[country] = 13 }
        for country in ["AT", "BG", "CY", "IT", "LT", "ES"] { law.childAges[country] = 14 }
        for country in ["CZ", "FR", "GR"] { law.childAges[country] = 15 }
        return law
    }()

    private static let europeanDuties = [
        Duty(text: "say who is the controller and how to reach it", cite: .seen("Art. 13(1)(a)")),
        Duty(text: "give a legal basis for each purpose", cite: .seen("Art. 13(1)(c)")),
        Duty(text: "name the interests that it relies on", cite: .seen("Art. 13(1)(d)")),
        Duty(text: "name who gets data", cite: .seen("Art. 13(1)(e)")),
        Duty(text: "say where data goes and what protects it there", cite: .seen("Art. 13(1)(f)")),
        Duty(text: "say how long each kind is kept", cite: .seen("Art. 13(2)(a)")),
        Duty(text: "say what must be given, and what follows if it is not", cite: .seen("Art. 13(2)(e)")),
        Duty(text: "say where data comes from that others give", cite: .known("Art. 14(2)(f)")),
    ]

    private static let britain: Law = {
        var law = Law(
            id: "uk-gdpr", name: "the UK GDPR", cite: .seen("UK GDPR, Data Protection Act 2018"), places: ["GB"],
            bindsShopsThere: true, since: day("2021-01-01"), scopes: [scope(.everybody, .seen("Art. 3"))],
            annex: "law-uk")
        law.rights = gdpr.rights
        law.answer = Answer(days: 30, more: 60, cite: .secondary("UK GDPR Art. 12(3), 12A: one month, and two more"))
        law.asksBeforeMeasuring = true
        law.duties =
            europeanDuties + [
                Duty(
                    text: "take complaints, confirm each within 30 days and tell the outcome",
                    cite: .seen("Data Protection Act 2018 s. 164A"), since: day("2026-06-19")),
                Duty(
                    text: "name a representative in the United Kingdom, unless Art. 27(2) spares it",
                    cite: .known("UK GDPR Art. 27"), when: .standsElsewhere),
                Duty(text: "ask before measuring that is not for statistics alone", cite: .secondary("PECR reg. 6")),
            ]
        law.childAges = ["": 13]
        return law
    }()

    private static let quebec: Law = {
        var law = Law(
            id: "ca-qc", name: "Quebec's Act P-39.1", cite: .seen("CQLR c. P-39.1"), places: ["CA-QC"],
            bindsShopsThere: true, since: day("2023-09-22"), scopes: [scope(.everybody, .seen("s. 1"))],
            annex: "law-quebec")
        law.rights = [
            (.access, nil), (.correction, nil), (.copy, day("2024-09-22")), (.withdrawal, nil), (.deindexing, nil),
            (.noAutomatedDecision, nil), (.complaint, nil),
        ]
        law.answer = Answer(days: 30, more: 0, cite: .secondary("s. 32"))
        law.asksBeforeMeasuring = true
        law.duties = [
            Duty(text: "publish the title and contact of the person in charge", cite: .seen("s. 3.1")),
            Duty(text: "say by what means data is collected", cite: .seen("s. 8(2)")),
            Duty(text: "say who gets data, and that it can leave Quebec", cite: .seen("s. 8")),
            Duty(text: "say what locates or tells people apart, and how to turn it on", cite: .seen("s. 8.1")),
            Duty(text: "tell people of changes of the policy", cite: .secondary("s. 8.2")),
            Duty(
                text: "give the policy in French, on terms no less favourable; Livery writes English alone",
                cite: .known("Charter of the French Language s. 52")),
        ]
        law.childAges = ["": 14]
        return law
    }()

    private static let canada: Law = {
        var law = Law(
            // Alberta, British Columbia and Quebec have laws of their own for shops.
            id: "ca-pipeda", name: "PIPEDA", cite: .seen("S.C. 2000 c. 5"), places: ["CA"],
            exceptPlaces: ["CA-AB", "CA-BC", "CA-QC"], bindsShopsThere: true, since: day("2004-01-01"),
            scopes: [scope(.everybody, .known("s. 4"))], annex: "law-canada")
        law.rights = [.access, .correction, .withdrawal, .complaint].map { ($0, nil) }
        law.answer = Answer(days: 30, more: 30, cite: .seen("s. 8(3)-(4)"))
        law.duties = [
            Duty(text: "name who answers for the data, with an address", cite: .seen("Sch. 1 cl. 4.8.2(a)")),
            Duty(text: "say how to see one's data", cite: .seen("Sch. 1 cl. 4.8.2(b)")),
            Duty(text: "say what is held and what for", cite: .seen("Sch. 1 cl. 4.8.2(c)")),
            Duty(text: "say that data is used outside Canada", cite: .known("Sch. 1 cl. 4.1.3")),
        ]
        return law
    }()

    /// Art. 27 and the like stand with the law; a size stands here.
    private static func scope(_ test: Test, _ cite: Citation) -> Scope { Scope(test: test, cite: cite) }

    private static let consumerPrivacy: Law = {
        var law = Law(
            id: "us-ca-ccpa", name: "the CCPA of California", cite: .seen("Cal. Civ. Code 1798.100-1798.199.100"),
            places: ["US-CA"], since: day("2020-01-01"),
            scopes: [
                scope(
                    // 25 million in the law, adjusted each odd January; the figure of 2027 is not known yet.
                    .any([
                        .revenue(over: 26_625_000), .all([.gives, .people(100_000)]), .sale(percent: 50),
                    ]), .seen("1798.140(d)(1); the adjusted figure is secondary"))
            ], annex: "law-california")
        law.rights = [
            .access, .copy, .correction, .deletion, .optOutOfSale, .optOutOfAds, .limitSensitive, .noWorseTreatment,
        ].map { ($0, nil) }
        law.answer = Answer(days: 45, more: 45, cite: .seen("1798.130(a)(2)(A); 11 CCR 7021"))
        law.signal = signal("2023-01-01", .seen("1798.135; 11 CCR 7025"))
        law.literals = [
            Literal(text: "Do Not Sell or Share My Personal Information", cite: .seen("1798.135(a)"), when: .givesData),
            Literal(
                text: "Limit the Use of My Sensitive Personal Information", cite: .seen("1798.135(a)"),
                when: .sellsSensitiveData),
        ]
        law.duties = [
            Duty(text: "list the categories of the last 12 months, in the law's terms", cite: .seen("1798.130(a)(5)")),
            Duty(text: "say what was sold or shared, or that nothing was", cite: .seen("1798.130(a)(5)(C)")),
            Duty(text: "say how long each category is kept", cite: .seen("1798.100(a)(3)")),
            Duty(text: "explain requests through an agent", cite: .seen("11 CCR 7011(e)(3)(H)")),
            Duty(text: "explain a browser's opt-out signal", cite: .seen("11 CCR 7011(e)(3)(F)")),
            Duty(text: "offer two ways to ask, one of them toll-free", cite: .seen("1798.130(a)(1)(A)")),
            Duty(text: "confirm a request within 10 business days", cite: .seen("11 CCR 7021")),
            Duty(
                text: "stop a sale within 15 business days", cite: .secondary("11 CCR 7026(f)"), when: .givesData),
            Duty(
                text: "show that a signal was heeded", cite: .secondary("11 CCR 7025"), when: .givesData,
                since: day("2026-01-01")),
            Duty(text: "bring the policy up to date every 12 months", cite: .seen("1798.130(a)(5)")),
            Duty(
                text: "link the policy in the settings of the app", cite: .secondary("11 CCR as of 2026"),
                since: day("2026-01-01")),
        ]
        return law
    }()

    private static let onlinePrivacy: Law = {
        var law = Law(
            // No size: any commercial site or app that collects data of Californians.
            id: "us-ca-caloppa", name: "CalOPPA", cite: .secondary("Cal. Bus. & Prof. Code 22575-22579"),
            places: ["US-CA"], since: day("2004-07-01"), scopes: [scope(.everybody, .secondary("22575"))],
            annex: "law-california")
        law.duties = [
            Duty(text: "say what is collected and who gets it", cite: .secondary("22575(b)")),
            Duty(text: "say what it does about a Do Not Track signal", cite: .secondary("22575(b)")),
            Duty(text: "say whether others can follow people over time", cite: .secondary("22575(b)")),
            Duty(text: "say how people hear of changes, and from when it counts", cite: .secondary("22575(b)")),
            Duty(text: "show the policy where everybody sees it", cite: .seen("22577(b)")),
        ]
        return law
    }()

    private static let children: Law = {
        var law = Law(
            id: "us-coppa", name: "COPPA", cite: .seen("15 USC 6501 ff.; 16 CFR 312"), places: ["US"],
            since: day("2000-04-21"), scopes: [scope(.madeForChildren, .seen("15 USC 6502"))], annex: nil)
        law.duties = [
            Duty(text: "ask a parent before it collects anything", cite: .seen("16 CFR 312")),
            Duty(
                text: "tell parents what is collected, who gets it and how long it is kept", cite: .seen("16 CFR 312")),
        ]
        return law
    }()

    /// Parts of state laws that bind shops of every size, once they sell data.
    private static let smallPrint: [Law] = [
        part(
            "us-fl-sale", "the sale rule of Florida", "US-FL", since: "2024-07-01", .sellsSensitiveData,
            .seen("Fla. Stat. 501.715"),
            literals: [
                Literal(
                    text: "NOTICE: This website may sell your sensitive personal data.",
                    cite: .seen("Fla. Stat. 501.715"), when: .sellsSensitiveData),
                // The product collects no biometric data.
                Literal(
                    text: "NOTICE: This website may sell your biometric personal data.",
                    cite: .seen("Fla. Stat. 501.711(3)"), when: .never),
            ], [Duty(text: "ask before it sells sensitive data", cite: .seen("Fla. Stat. 501.715"))]),
        part(
            "us-tx-sale", "the sale rule of Texas", "US-TX", since: "2024-07-01", .sellsSensitiveData,
            .seen("Tex. Bus. & Com. Code 541.107"),
            [Duty(text: "ask before it sells sensitive data", cite: .seen("541.107"))]),
        part(
            "us-ne-sale", "the sale rule of Nebraska", "US-NE", since: "2025-01-01", .sellsSensitiveData,
            .seen("Neb. Rev. Stat. 87-1118"),
            [Duty(text: "ask before it sells sensitive data", cite: .seen("87-1118"))]),
        part(
            "us-mn-sale", "the sale rule of Minnesota", "US-MN", since: "2025-07-31", .sellsSensitiveData,
            .seen("Minn. Stat. 325M.17"),
            [Duty(text: "ask before it sells sensitive data", cite: .seen("325M.17"))]),
        part(
            "us-ri-disclosure", "the disclosure rule of Rhode Island", "US-RI", since: "2026-01-01", .gives,
            .seen("R.I. Gen. Laws 6-48.1-3"),
            [Duty(text: "name every company that data is sold to", cite: .seen("6-48.1-3(a)"))]),
    ]

    private static func part(
        _ id: String, _ name: String, _ place: String, since: String, _ test: Test, _ cite: Citation,
        literals: [Literal] = [], _ duties: [Duty]
    ) -> Law {
        var law = Law(
            id: id, name: name, cite: cite, places: [place], since: day(since), scopes: [scope(test, cite)], annex: nil)
        (law.literals, law.duties) = (literals, duties)
        return law
    }
}
