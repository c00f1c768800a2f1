import LiveryDiagnostics
import Testing

@testable import LiveryPrivacy
@testable import LiveryTenant

struct PolicyTests {
    static let twelve = [
        "who-we-are", "what-we-keep", "why", "who-sees-it", "safety", "your-choices", "how-long", "children",
        "tracking",
        "other-companies", "changes", "contact",
    ]

    @Test(arguments: Sample.all)
    func allTwelveSectionsStandInOrder(_ tenant: Tenant) {
        let policy = Composed(tenant).policy
        #expect(policy.sections.filter { !$0.isAnnex }.map(\.id) == Self.twelve)
    }

    @Test(arguments: Sample.all)
    func headingsAreShortQuestionsOrSayWhoTheyAreFor(_ tenant: Tenant) {
        for section in Composed(tenant).policy.sections {
            #expect(section.heading.split(separator: " ").count <= 9)
            #expect(section.isAnnex ? section.heading.hasPrefix("If you live in ") : section.heading.hasSuffix("?"))
        }
    }

    @Test(arguments: Sample.all)
    func everyReferenceLeadsSomewhere(_ tenant: Tenant) {
        let composed = Composed(tenant)
        for document in [composed.policy, composed.notice] {
            let places = Set(document.sections.map(\.id) + [PolicyDocument.tableID])
            #expect(document.card.allSatisfy { places.contains($0.section) })
            for inline in document.inlines {
                if case .reference(_, let section) = inline { #expect(places.contains(section)) }
                if case .link(let text, let url) = inline {
                    #expect(["https:", "mailto:", "tel:"].contains { url.hasPrefix($0) } && !text.isEmpty)
                }
            }
        }
    }

    /// A gap where a value should stand, a doubled mark, a lost space.
    @Test(arguments: Sample.all)
    func nothingReadsLikeAMachine(_ tenant: Tenant) {
        let composed = Composed(tenant)
        let literal = [tenant.shop.name, tenant.shop.legalName] + tenant.privacy.sharesRecordsWith
        for document in [composed.policy, composed.notice] {
            let text = literal.reduce(document.plain) { $0.replacing($1, with: "Bob") }
            for flaw in [" .", " ,", "..", ",,", "{", "}", "**", "](", " 1 days", " 1 other companies", " and and "] {
                #expect(!text.contains(flaw), "\(tenant.id): `\(flaw)`")
            }
            for line in text.split(separator: "\n") where !line.hasPrefix("  - ") && !line.contains(" | ") {
                #expect(!line.contains("  "), "\(line)")
            }
            #expect(document.table.rows.allSatisfy { $0.cells.allSatisfy { !$0.plainText.isEmpty } })
        }
    }

    @Test(arguments: Sample.all)
    func everyBlockHasAClauseAndTheCardItsFacts(_ tenant: Tenant) {
        let policy = Composed(tenant).policy
        #expect(policy.sections.flatMap(\.blocks).allSatisfy { !$0.clause.isEmpty && $0.facts == $0.facts.sorted() })
        #expect(policy.card.allSatisfy { !$0.clause.isEmpty })
        #expect(policy.facts.contains("privacy.retention.account"))
    }

    @Test func aShopWithNothingOptionalIsSilentAboutIt() {
        let text = Composed(Sample.minimal).policy.plain.lowercased()
        for word in [
            "analytics", "google", "firebase", "cookie", "measur", "count", "payment", "card", "stripe", "tow", "texts",
            "points", "photo", "vin", "remind", "shop system", "california", "gdpr", "tax",
        ] {
            #expect(!text.contains(word) || word == "count" && text.contains("account"), "\(word)")
        }
    }

    @Test func everySurpriseStandsOnTheCard() {
        let texas = Composed(Sample.texas).policy.card.map(\.clause)
        #expect(texas.contains("card.location") && texas.contains("card.calls") && texas.contains("card.measuring"))
        #expect(Composed(Sample.odd).policy.card.map(\.clause).contains("card.sisters"))
        let selling = Sample.tenant(
            "x", shop: Sample.shop("X", region: "US-TX", city: "Waco"), features: Sample.features(),
            privacy: Sample.privacy(in: ["US-TX"], sells: true))
        let policy = Composed(selling).policy
        #expect(policy.card.map(\.clause).contains("card.sale"))
        #expect(!policy.plain.contains("not sell"))
    }

    @Test func aCookieOfAnotherCompanyForbidsTheFlatNo() {
        let policy = Composed(Sample.california).policy
        let clauses = policy.sections.flatMap { $0.blocks.map(\.clause) }
        #expect(clauses.contains("tracking.others") && clauses.contains("law-california.tracking"))
        #expect(!clauses.contains("tracking.no") && !clauses.contains("law-california.no-tracking"))
        #expect(Composed(Sample.minimal).policy.sections.flatMap { $0.blocks.map(\.clause) }.contains("tracking.no"))
    }

    @Test func integrationsAreNamedWithWhatEachReceives() {
        let text = Composed(Sample.texas).policy.plain
        #expect(text.contains("Tekmetric gets your name, e-mail address, phone number, postal address, car, VIN"))
        #expect(text.contains("Stripe takes payments. It gets your name, card details"))
        #expect(text.contains("Ringline sends our text messages."))
    }

    @Test func weIsTheShopAndTheOperatorIsNamed() {
        let policy = Composed(Sample.texas).policy
        #expect(policy.plain.contains("\"We\" means Oakwood Auto Care"))
        #expect(policy.card[0].said.plainText == "This app is from Oakwood Auto Care. Trackara runs it for us.")
        #expect(Composed(Sample.texas).notice.plain.contains("\"we\" means Trackara"))
    }

    @Test func annexesFollowThePlacesOfCustomers() {
        func annexes(_ tenant: Tenant) -> [String] {
            Composed(tenant).policy.sections.filter(\.isAnnex).map(\.heading)
        }
        #expect(annexes(Sample.texas) == [])
        #expect(annexes(Sample.quebec) == ["If you live in Quebec", "If you live in Ontario"])
        #expect(annexes(Sample.germany) == ["If you live in Austria or Germany"])
        #expect(annexes(Sample.england) == ["If you live in the United Kingdom"])
        #expect(annexes(Sample.california) == ["If you live in California"])
    }

    @Test func theNoticeFollowsTheBillingModel() {
        let commission = Composed(Sample.odd).notice.plain
        #expect(commission.contains("a commission of 3.05 percent") && !commission.contains("subscription"))
        let subscription = Composed(Sample.minimal).notice.plain
        #expect(subscription.contains("a subscription of USD 149.00 a month") && !subscription.contains("commission"))
    }

    @Test func anOddNameComesOutAsItIs() {
        let composed = Composed(Sample.odd)
        #expect(composed.policy.shopName == Sample.oddName)
        #expect(composed.policy.title == "Your data at \(Sample.oddName)")
        #expect(composed.policy.plain.contains("\"We\" means \(Sample.oddName), your auto repair shop in Trenton."))
        #expect(composed.notice.plain.contains("owner and the staff of \(Sample.oddName)."))
    }

    @Test func theSameTenantGivesTheSameWords() {
        #expect(Composed(Sample.texas).policy.plain == Composed(Sample.texas).policy.plain)
    }

    @Test func datesNumbersAndHoursFollowThePlace() {
        let words = ClauseLibrary.english.words
        let (american, german) = (Formats(words: words, country: "US"), Formats(words: words, country: "DE"))
        #expect(american.date(Sample.date("2026-12-01")) == "December 1, 2026")
        #expect(german.date(Sample.date("2026-12-01")) == "1 December 2026")
        #expect(PhoneNumber.display("+15125550123") == "512-555-0123")
        #expect(PhoneNumber.display("+493012345678") == "+49 3012345678")
        #expect(american.hours(Sample.texas.shop.hours) == "Monday to Friday, 7:30 am to 5:30 pm")
        #expect(german.hours(Sample.texas.shop.hours) == "Monday to Friday, 7:30 to 17:30")
        let short = OpeningHours(days: [
            OpeningHours.Day(weekday: .monday, ranges: [OpeningHours.TimeRange(start: 480, end: 720)]),
            OpeningHours.Day(weekday: .tuesday, ranges: [OpeningHours.TimeRange(start: 480, end: 720)]),
            OpeningHours.Day(weekday: .wednesday, ranges: []),
            OpeningHours.Day(weekday: .thursday, ranges: [OpeningHours.TimeRange(start: 480, end: 720)]),
        ])
        #expect(american.hours(short) == "Monday and Tuesday, 8 am to noon; Thursday, 8 am to noon")
        #expect(Formats.address(Sample.trackara.address) == "200 Congress Avenue, Austin, TX 78701")
        #expect(Formats.address(Sample.germany.shop.address) == "12 Mill Road, 78704 Rosenheim")
    }
}

extension Tenant: CustomTestStringConvertible {
    public var testDescription: String { id }
}

extension PolicyDocument {
    fileprivate var inlines: [Inline] {
        let cells = table.rows.flatMap { $0.cells.flatMap { $0 } }
        return card.flatMap(\.said.text) + cells + sections.flatMap(\.blocks).flatMap(\.inlines)
    }
}

extension PolicyDocument.Block {
    fileprivate var inlines: [PolicyDocument.Inline] {
        switch content {
        case .subheading: []
        case .paragraph(let said): said.text
        case .list(let items): items.flatMap(\.text)
        case .table(let table): table.rows.flatMap { $0.cells.flatMap { $0 } }
        }
    }
}
