import Testing

@testable import LiveryPrivacy
@testable import LiveryTenant

/// What a policy says for a law and leaves out without it.
struct LawClauseTests {
    private func policy(_ privacy: Privacy, home: String, towing: Bool = false) -> PolicyDocument {
        let features = Sample.features(towing: towing ? Sample.everything.towing : nil)
        let shop = Sample.shop("X", region: home, city: "Waco")
        return Composed(Sample.tenant("x", shop: shop, features: features, privacy: privacy)).policy
    }

    private func clauses(_ policy: PolicyDocument) -> Set<String> {
        Set(policy.sections.flatMap { $0.blocks.map(\.clause) })
    }

    /// Each literal sentence: not without the sale, not without the law, once with both.
    @Test(arguments: [
        ("US-TX", "NOTICE: We may sell your sensitive personal data.", BusinessSize.large, "2026-12-01"),
        ("US-FL", "NOTICE: This website may sell your sensitive personal data.", BusinessSize.small, "2026-12-01"),
        ("US-LA", "NOTICE: We may sell your sensitive personal data.", BusinessSize.large, "2027-01-01"),
    ])
    func prescribedWordsStandWhereTheyMust(_ place: String, _ words: String, _ size: BusinessSize, _ day: String) {
        func text(_ sells: Bool, _ size: BusinessSize, in place: String) -> String {
            let privacy = Sample.privacy(
                in: [place], sells: sells, size: size, sold: sells ? [.location] : [], from: day)
            return policy(privacy, home: place, towing: true).plain
        }
        #expect(text(true, size, in: place).split(separator: words, omittingEmptySubsequences: false).count == 2)
        #expect(!text(false, size, in: place).contains("NOTICE"))
        #expect(!text(true, size, in: "US-WY").contains("NOTICE"))
        #expect(!text(true, size, in: place).contains("biometric"))
    }

    @Test func aSmallShopInTexasPrintsNoNotice() {
        let privacy = Sample.privacy(in: ["US-TX"], sells: true, sold: [.location])
        #expect(!policy(privacy, home: "US-TX", towing: true).plain.contains("NOTICE"))
    }

    @Test func statesDifferWithinOnePart() throws {
        let privacy = Sample.privacy(in: ["US-IA", "US-UT", "US-MN", "US-DE"], size: .large)
        let part = try #require(policy(privacy, home: "US-UT").sections.last { $0.isAnnex })
        #expect(part.heading == "If you live in one of these states")
        let text = part.blocks.map(\.content.plain).joined(separator: " ")
        for sentence in [
            "If you live in Delaware, Iowa, Minnesota and Utah,",
            "Have wrong data put right, in Delaware, Minnesota or Utah.",
            "Refuse its use for ads that follow you, in Delaware, Minnesota or Utah.",
            "Refuse profiling for grave decisions, in Delaware or Minnesota.",
            "Ask which other companies got your data, in Minnesota.",
            "Ask which kinds of companies got data, in Delaware.",
            "Question what profiling found, in Minnesota.",
            "In Delaware, Iowa or Minnesota, you can appeal if we say no.",
            "within 45 days,", "the Attorney General of Iowa or Minnesota or the Department of Justice of Delaware",
        ] {
            #expect(text.contains(sentence), "\(sentence)")
        }
    }

    /// SB 1295 of Connecticut.
    @Test func connecticutIsToldOfModels() {
        func text(_ place: String, _ day: String) -> String {
            policy(Sample.privacy(in: [place], size: .large, from: day), home: place).plain
        }
        #expect(text("US-CT", "2026-07-01").contains("We train no language models with your data."))
        #expect(!text("US-CT", "2026-06-30").contains("language models"))
        #expect(!text("US-TX", "2026-12-01").contains("language models"))
    }

    @Test func aRightComesWithItsDay() {
        func part(_ day: String) -> String {
            policy(Sample.privacy(in: ["US-UT"], size: .large, from: day), home: "US-UT").plain
        }
        #expect(!part("2026-06-30").contains("Have wrong data put right"))
        #expect(part("2026-07-01").contains("Have wrong data put right"))
        #expect(!part("2026-07-01").contains("You can appeal"))
    }

    @Test func aSaleBringsTheWaysToRefuseIt() {
        let buyer = Privacy.Buyer(name: "Adwell Media", country: "US", privacyPolicy: nil)
        let selling = policy(
            Sample.privacy(in: ["US-CA", "US-TX"], sells: true, size: .large, sold: [.email], buyers: [buyer]),
            home: "US-TX")
        let found = clauses(selling)
        #expect(found.isSuperset(of: ["law-states.refuse", "law-states.signal", "law-california.sold"]))
        #expect(found.isDisjoint(with: ["law-states.nothing", "law-california.none-sold", "law-california.limit"]))
        #expect(selling.plain.contains("Adwell Media gets your e-mail address. It works in the United States."))
        #expect(selling.plain.contains("We sell personal data."))
        #expect(selling.plain.contains("Do Not Sell or Share My Personal Information"))
        let keeping = clauses(policy(Sample.privacy(in: ["US-CA", "US-TX"], size: .large), home: "US-TX"))
        #expect(keeping.isSuperset(of: ["law-states.nothing", "law-california.none-sold"]))
        #expect(keeping.isDisjoint(with: ["law-states.refuse", "law-states.signal", "law-california.sold"]))
    }

    @Test func soldLocationsCanBeLimitedInCalifornia() {
        let privacy = Sample.privacy(in: ["US-CA"], sells: true, size: .large, sold: [.location])
        let found = clauses(policy(privacy, home: "US-CA", towing: true))
        #expect(found.contains("law-california.limit") && !found.contains("law-california.sensitive"))
    }

    /// Without a grant and without a law there is no such right.
    @Test func rightsAreGrantedOrGivenByLaw() {
        let none = policy(Sample.privacy(in: ["US-TX"], grants: []), home: "US-TX").plain
        #expect(!none.contains("A copy.") && !none.contains("A deletion.") && !none.contains("a fix or a deletion"))
        #expect(none.contains("A stop to marketing.") && none.contains("Your law can give you more."))
        let german = policy(Sample.privacy(in: ["DE"], grants: []), home: "DE-BY").plain
        #expect(german.contains("A copy.") && german.contains("A deletion.") && !german.contains("can give you more"))
        // Canada's act knows no deletion.
        let canadian = policy(Sample.privacy(in: ["CA-ON"], grants: []), home: "CA-ON").plain
        #expect(canadian.contains("A copy.") && !canadian.contains("A deletion."))
    }

    @Test func aRepresentativeIsNamed() {
        var privacy = Sample.privacy(in: ["DE", "GB"])
        privacy.euRepresentative = Privacy.Representative(
            name: "Muster GmbH", address: "Beispielweg 4, 10115 Berlin", email: "art27@muster.example")
        let text = policy(privacy, home: "US-TX").plain
        #expect(text.contains("Our representative in the Union is Muster GmbH, Beispielweg 4, 10115 Berlin:"))
        #expect(!text.contains("Our representative in the United Kingdom"))
    }

    /// The parts for the laws of America, each in the shape that says most.
    @Test(arguments: [
        ["US-CA"], ["US-TX"], ["US-IA", "US-UT", "US-MN", "US-DE", "US-TX"], ["US-CA", "US-TX", "US-OR"],
    ])
    func partsReadEasily(_ places: [String]) {
        for sells in [true, false] {
            let privacy = Sample.privacy(
                in: places, sells: sells, size: .large, sold: sells ? [.email] : [],
                buyers: sells ? [Privacy.Buyer(name: "Adwell Media", country: "US", privacyPolicy: nil)] : [])
            let shop = Sample.shop("Oakwood", region: places[0], city: "Waco")
            let composed = Composed(
                Sample.tenant(
                    "x", shop: shop, features: Sample.everything, integrations: [Sample.connected(Sample.stripe)],
                    billing: Sample.commission, privacy: privacy))
            let parts = Readability(composed.policy.texts(annexes: true), names: composed.names)
            #expect(parts.ease >= 50 && parts.meanSentence <= 14, "\(parts.ease), \(parts.meanSentence)")
        }
    }
}

extension PolicyDocument.Block.Content {
    fileprivate var plain: String {
        switch self {
        case .subheading(let text): text
        case .paragraph(let text): text.plainText
        case .list(let items): items.map(\.plainText).joined(separator: " ")
        case .table(let table): table.caption
        }
    }
}
