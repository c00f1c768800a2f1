import LiveryTenant

// The comprehensive laws of American states, in force or enacted, as of 2026-11-22: nothing was found that was enacted
// after June 2026. Of each: the act, its first day, whom it binds, where it says what a policy states, how long an
// answer takes, who hears an appeal, from when a browser's signal counts, and what sensitive data needs. Marks: seen is
// the text of the law or a regulator's page, also as a verbatim quotation; secondary and known want a second look.

extension Law {
    static let states: [Law] =
        [
            state(
                "VA", "VCDPA", since: "2023-01-01", .any([.people(100_000), .saleWith(25_000, over: 50)]),
                .seen("Va. Code 59.1-576(A)"), notice: .seen("Va. Code 59.1-578(C)"),
                sensitive: .seen("59.1-578(A)(5)"),
                answer: Answer(days: 45, more: 45, cite: .seen("59.1-577(B)")),
                appeal: appeal(60, .secondary("VCDPA"), .attorneyGeneral, .secondary)),
            state(
                // Any biometric identifier brings in the biometric rules alone; the product collects none.
                "CO", "CPA", since: "2023-07-01", .any([.people(100_000), .all([.people(25_000), .sells])]),
                .seen("C.R.S. 6-1-1304(1)"), notice: .seen("C.R.S. 6-1-1308(1)(a); 4 CCR 904-3 r. 6.03"),
                sensitive: .seen("6-1-1308(7); r. 6.10"), answer: usualAnswer,
                appeal: appeal(45, .secondary("6-1-1306(3)"), .attorneyGeneral, .known),
                signal: signal("2024-07-01", .seen("6-1-1306(1)(a)(IV)(B)")),
                also: [
                    Duty(text: "say when the policy was last updated", cite: .seen("r. 6.03")),
                    Duty(
                        text: "explain how a browser's signal works", cite: .seen("r. 6.03(A)(4)(e)"),
                        when: .givesData),
                    Duty(text: "tell people of a material change", cite: .seen("r. 6.04")),
                ]),
            connecticut,
            state(
                // It gives no right to refuse profiling (known).
                "UT", "UCPA", since: "2023-12-31",
                .all([.revenueAtLeast(25_000_000), .any([.people(100_000), .saleWith(25_000, over: 50)])]),
                .seen("Utah Code 13-61-102"), notice: .secondary("13-61-302(1)(a)"),
                sensitive: .seen("13-61-302(3)(a)"), isNotice: true, answer: usualAnswer, appeal: nil,
                without: [.optOutOfProfiling, .correction],
                plus: [(.correction, day("2026-07-01"))],
                also: [
                    Duty(
                        text: "correct wrong data", cite: .secondary("HB 418 of 2025"), since: day("2026-07-01"))
                ]),
            state(
                "FL", "FDBR", since: "2024-07-01",
                .all([
                    .revenue(over: 1_000_000_000),
                    .isOther("sells no ad space, smart speakers or an app store, one of which the act asks for"),
                ]), .seen("Fla. Stat. 501.702(9)"), notice: .seen("501.711"), sensitive: .seen("501.715"),
                answer: Answer(days: 45, more: 15, cite: .seen("501.706(2)")),
                appeal: appeal(60, .seen("501.707(3)"), nil, .known),
                also: [Duty(text: "bring the policy up to date every 12 months", cite: .seen("501.711"))]),
            state(
                "TX", "TDPSA", since: "2024-07-01", .isLarge, .seen("Tex. Bus. & Com. Code 541.002(a)"),
                notice: .seen("541.102"), sensitive: .seen("541.101(b)(4)"),
                answer: Answer(days: 45, more: 45, cite: .seen("541.052")),
                appeal: appeal(60, .known("541.053"), .attorneyGeneral, .secondary),
                signal: signal("2025-01-01", .seen("541.055(e)"), followsOthers: true),
                literals: [
                    Literal(
                        text: "NOTICE: We may sell your sensitive personal data.", cite: .seen("541.102(b)"),
                        when: .sellsSensitiveData),
                    // The product collects no biometric data.
                    Literal(
                        text: "NOTICE: We may sell your biometric personal data.", cite: .seen("541.102(c)"),
                        when: .never),
                ], also: [Duty(text: "offer two ways to ask", cite: .known("TDPSA"))]),
            state(
                "OR", "OCPA", since: "2024-07-01",
                .any([.people(100_000), .all([.people(25_000), .sale(percent: 25)])]), .seen("ORS 646A.572(1)(a)"),
                notice: .seen("646A.578(4)"), sensitive: .seen("646A.578(2)(b)"), answer: usualAnswer,
                appeal: appeal(45, .seen("646A.576(6)"), .attorneyGeneral, .seen),
                signal: signal("2026-01-01", .seen("646A.578(5)(c)")), plus: [(.recipientList, nil)],
                also: [noSaleOfLocation(.secondary("amendment of 2026"), since: "2026-01-01")]),
            state(
                // As SB 297 of 2025 amended it; what stood before is not in the table.
                "MT", "MTCDPA", since: "2025-10-01", .any([.people(25_000), .saleWith(15_000, over: 25)]),
                .seen("Mont. Code 30-14-2803(1); 15,000 with sales is secondary"), notice: .seen("30-14-2812(5)"),
                sensitive: .seen("30-14-2812(2)(b)"), answer: usualAnswer,
                appeal: appeal(60, .known("MTCDPA"), .attorneyGeneral, .seen),
                signal: signal("2025-01-01", .seen("30-14-2809(3)(b)")),
                also: [
                    Duty(text: "say when the policy was last updated", cite: .seen("30-14-2812(5)")),
                    Duty(
                        text: "link the policy on the home page, the store page or in the app",
                        cite: .seen("30-14-2812(10)")),
                ]),
            state(
                // Whether ads can be refused is not clear from its words (known): the policy says so of sale alone.
                "IA", "ICDPA", since: "2025-01-01", usualScope(over: 50), .seen("Iowa Code 715D.2(1)"),
                notice: .seen("715D.4(5)"), sensitive: .seen("715D.4(2)"), isNotice: true,
                answer: Answer(days: 90, more: 45, cite: .secondary("tracker of state laws")),
                appeal: appeal(60, .seen("715D.3(3)"), .attorneyGeneral, .seen),
                without: [.correction, .optOutOfProfiling, .optOutOfAds]),
            state(
                "DE", "DPDPA", since: "2025-01-01", .any([.people(35_000), .saleWith(10_000, over: 20)]),
                .seen("6 Del. C. 12D-103(a)"), notice: .seen("12D-106(c)"), sensitive: .seen("12D-106(a)(4)"),
                answer: usualAnswer, appeal: appeal(60, .secondary("DPDPA"), .departmentOfJustice, .seen),
                signal: signal("2026-01-01", .secondary("12D-106(e)")), plus: [(.recipientKinds, nil)]),
        ] + laterStates + comingStates

    /// As PA 25-113 amended it from 2026-07-01.
    private static let connecticut: Law = {
        var law = state(
            "CT", "CTDPA", since: "2023-07-01", .any([.people(35_000), .collectsSensitiveData, .sells]),
            .seen("PA 25-113"), notice: .seen("Conn. Gen. Stat. 42-520(c)"), sensitive: .seen("42-520(a)(4)"),
            answer: Answer(days: 45, more: 45, cite: .seen("42-518(c)")),
            appeal: appeal(60, .seen("42-518(d)"), .attorneyGeneral, .seen),
            signal: signal("2025-01-01", .seen("42-520(e)(1)(A)(ii)")), plus: [(.recipientList, nil)],
            also: [
                Duty(
                    text: sayOfModels, cite: .secondary("SB 1295"),
                    since: day("2026-07-01")),
                Duty(
                    text: "sell no data of people from 13 to 17, even with a yes", cite: .secondary("SB 1295"),
                    when: .givesData),
            ])
        law = law.scoped([
            Scope(since: day("2026-07-01"), test: law.scopes[0].test, cite: law.scopes[0].cite),
            Scope(
                test: .any([.people(100_000), .saleWith(25_000, over: 25)]), cite: .seen("Conn. Gen. Stat. 42-516")),
        ])
        return law
    }()

    private static let laterStates: [Law] = [
        state(
            "NE", "NDPA", since: "2025-01-01", .isLarge, .seen("Neb. Rev. Stat. 87-1103(1)(c)"),
            notice: .seen("87-1113"), sensitive: .seen("87-1112(2)(d)"),
            answer: Answer(days: 45, more: 45, cite: .seen("87-1108(2)-(3)")),
            appeal: appeal(60, .seen("87-1109"), .attorneyGeneral, .seen),
            signal: signal("2025-01-01", .seen("87-1111(5)"), followsOthers: true)),
        state(
            "NH", "NHPA", since: "2025-01-01", .any([.people(35_000), .saleWith(10_000, over: 25)]),
            .seen("RSA 507-H:2"), notice: .seen("507-H:6(III)"), sensitive: .secondary("507-H:6(I)(d)"),
            answer: usualAnswer, appeal: appeal(60, .known("NHPA"), .attorneyGeneral, .secondary),
            signal: signal("2025-01-01", .secondary("507-H:6(V)(a)(1)(B)")),
            also: [Duty(text: "say when the policy was last updated", cite: .seen("507-H:6(III)"))]),
        state(
            "NJ", "NJDPA", since: "2025-01-15", .any([.people(100_000), .all([.people(25_000), .sells])]),
            .seen("N.J.S.A. 56:8-166.5"), notice: .seen("56:8-166.6"), sensitive: .secondary("NJDPA s. 9(a)(4)"),
            answer: Answer(days: 45, more: 45, cite: .seen("56:8-166.7")),
            appeal: appeal(45, .secondary("56:8-166.6(a)(5)"), .consumerAffairs, .known),
            signal: signal("2025-07-15", .seen("56:8-166.11(b)(1)")),
            also: [
                Duty(text: "say how people hear of material changes", cite: .seen("56:8-166.6")),
                Duty(text: "name every kind of company that gets data", cite: .seen("56:8-166.6")),
            ]),
        state(
            "TN", "TIPA", since: "2025-07-01",
            .all([.revenue(over: 25_000_000), .any([.people(175_000), .saleWith(25_000, over: 50)])]),
            .seen("Tenn. Code 47-18-3303"), notice: .seen("47-18-3305(c)"), sensitive: .seen("47-18-3305(a)(6)"),
            answer: usualAnswer, appeal: appeal(60, .secondary("TIPA"), .attorneyGeneral, .secondary)),
        state(
            "MN", "MCDPA", since: "2025-07-31",
            // That small businesses are out is secondary.
            .all([.isLarge, .any([.people(100_000), .saleWith(25_000, over: 25)])]),
            .seen("Minn. Stat. 325M.12 subd. 1"), notice: .seen("325M.16 subd. 1"),
            sensitive: .seen("325M.16 subd. 2(d)"), answer: usualAnswer,
            appeal: appeal(45, .known("325M.14"), .attorneyGeneral, .known),
            signal: signal("2025-07-31", .secondary("MCDPA")),
            plus: [(.recipientList, nil), (.questionProfiling, nil)],
            also: [
                Duty(text: "describe how long data is kept", cite: .seen("325M.16 subd. 1")),
                Duty(text: "say when the policy was last updated", cite: .seen("325M.16 subd. 1")),
                Duty(text: "give the policy in every language of the service", cite: .seen("325M.16 subd. 1")),
            ]),
        state(
            // The bill that was seen says MAY of the signal; those who write about it say must.
            "MD", "MODPA", since: "2025-10-01", .any([.people(35_000), .saleWith(10_000, over: 20)]),
            .seen("Md. Com. Law 14-4702"), notice: .seen("14-4707(d)"), sensitive: nil, answer: usualAnswer,
            appeal: appeal(60, .secondary("MODPA"), .consumerProtection, .secondary),
            signal: signal("2025-10-01", .secondary("14-4607(F)(3) of the bill")),
            also: [
                noSaleOfLocation(.seen("14-4707(a)"), since: "2025-10-01"),
                Duty(
                    text: "use sensitive data only where a service that was asked for strictly needs it",
                    cite: .seen("14-4707(a)"), when: .sensitiveData),
                Duty(
                    text: "neither sell data of people under 18 nor use it for targeted ads",
                    cite: .secondary("MODPA"), when: .givesData),
            ]),
        state(
            "IN", "INCDPA", since: "2026-01-01", usualScope(over: 50, least: true), .seen("Ind. Code 24-15-1-1(a)"),
            notice: .seen("24-15-4-3"), sensitive: .seen("24-15-4-1(5)"),
            answer: Answer(days: 45, more: 45, cite: .seen("24-15-3-1(c)")),
            appeal: appeal(60, .secondary("24-15-3-1(d)"), .attorneyGeneral, .secondary)),
        state(
            "KY", "KCDPA", since: "2026-01-01", usualScope(over: 50), .seen("KRS 367.3613(1)"),
            notice: .secondary("367.3617(3)"), sensitive: .seen("367.3617(1)(e)"), answer: usualAnswer,
            appeal: appeal(60, .seen("367.3615(4)"), .attorneyGeneral, .seen)),
        state(
            "RI", "RIDTPPA", since: "2026-01-01",
            .any([.people(35_000), .all([.people(10_000), .sale(percent: 20)])]),
            .seen("R.I. Gen. Laws 6-48.1-4(a)"), notice: .seen("6-48.1-3(a)"), sensitive: .seen("6-48.1-4(c)"),
            answer: Answer(days: 45, more: 45, cite: .seen("6-48.1-6(b)(1)")),
            appeal: appeal(60, .seen("6-48.1-6(b)(2)"), .attorneyGeneral, .known)),
    ]

    /// Enacted, and not in force on every day for which a policy is written today.
    private static let comingStates: [Law] = [
        state(
            "OK", "OCDPA", since: "2027-01-01", usualScope(over: 50), .seen("75A O.S. 314(A)"),
            notice: .seen("75A O.S. 307(A)"), sensitive: .seen("306(B)(4)"),
            answer: Answer(days: 45, more: 45, cite: .seen("SB 546 of 2026")),
            appeal: appeal(60, .seen("303(B)"), .attorneyGeneral, .seen),
            also: [Duty(text: "offer two ways to ask", cite: .seen("SB 546 of 2026"))]),
        state(
            // Whether a browser's signal counts is told in two ways: not claimed.
            "LA", "LDPA", since: "2027-01-01",
            .any([.revenue(over: 25_000_000), .people(75_000), .sale(percent: 50)]), .seen("Act 502 of 2026"),
            notice: .seen("La. R.S. 51:1780.4(B)(1)"), sensitive: .seen("Act 502 of 2026"),
            answer: Answer(days: 45, more: 45, cite: .seen("Act 502 of 2026")),
            appeal: appeal(60, .seen("1780.3(C)(3)"), nil, .known),
            literals: [
                Literal(
                    text: "NOTICE: We may sell your sensitive personal data.", cite: .seen("51:1780.4(B)(2)"),
                    when: .sellsSensitiveData)
            ]),
        state(
            "AL", "APDPA", since: "2027-05-01",
            .all([
                .any([.people(25_000, over: true), .sale(percent: 25, over: true)]), .any([.sells, .employees(500)]),
            ]), .seen("Act 2026-552 s. 3, s. 4"), notice: .seen("s. 7(d)"), sensitive: .seen("s. 7(b)(2)"),
            answer: Answer(days: 45, more: 45, cite: .seen("s. 5(d)")), appeal: nil,
            also: [
                Duty(
                    text: "ask people from 13 to 15 before their data is sold or used for targeted ads",
                    cite: .seen("Act 2026-552"), when: .givesData)
            ]),
        state(
            // The signed text was not seen.
            "VT", "VDPOSA", since: "2028-01-01",
            .any([
                .people(35_000), .all([.people(3_000), .collectsSensitiveData]), .all([.people(3_000), .sells]),
            ]), .secondary("Act 145 of 2026"), notice: .secondary("Act 145 of 2026"),
            sensitive: .secondary("Act 145 of 2026"), answer: nil,
            appeal: appeal(nil, .known("Act 145 of 2026"), nil, .known),
            signal: signal("2028-01-01", .secondary("Act 145 of 2026")), plus: [(.questionProfiling, nil)],
            also: [
                Duty(text: sayOfModels, cite: .secondary("Act 145 of 2026"))
            ]),
    ]
}
