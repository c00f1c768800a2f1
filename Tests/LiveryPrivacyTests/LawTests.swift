import LiveryDiagnostics
import Testing

@testable import LiveryPrivacy
@testable import LiveryTenant

struct LawTests {
    private func tenant(_ privacy: Privacy, home: String = "US-TX", towing: Bool = false) -> Tenant {
        Sample.tenant(
            "x", shop: Sample.shop("X", region: home, city: "X"),
            features: Sample.features(towing: towing ? Sample.everything.towing : nil), privacy: privacy)
    }

    private func laws(in places: [String], home: String = "US-TX", size: BusinessSize = .small) -> [String] {
        Law.applying(to: tenant(Sample.privacy(in: places, size: size), home: home)).map(\.id)
    }

    @Test func theTableIsSound() {
        #expect(Set(Law.all.map(\.id)).count == Law.all.count)
        #expect(Law.states.count == 23)
        for law in Law.all {
            #expect(law.places.allSatisfy { Region(code: $0) != nil } && !law.scopes.isEmpty && !law.cite.text.isEmpty)
            // A newer scope stands before an older one, and the last has always held.
            #expect(law.scopes.last?.since == nil)
        }
        // With California, twenty.
        let date = Sample.date("2026-12-01")
        #expect(Law.states.filter { $0.isInForce(on: date) }.count == 19)
        #expect(Law.states.filter { !$0.isInForce(on: date) }.map(\.id) == ["us-ok", "us-la", "us-al", "us-vt"])
    }

    @Test(arguments: [
        (["US-TX", "US-CO"], [String]()), (["US"], ["us-ca-caloppa"]), (["DE-BY"], ["eu-gdpr"]),
        (["GB-ENG"], ["uk-gdpr"]), (["CA-ON"], ["ca-pipeda"]), (["CA-BC"], []),
        (["CA"], ["ca-pipeda", "ca-qc"]), (["NO", "CH"], ["eu-gdpr"]),
    ])
    func aSmallShopMeetsTheLawsWithoutASize(_ places: [String], _ expected: [String]) {
        #expect(laws(in: places) == expected)
    }

    @Test func aLargeShopMeetsThemAll() {
        #expect(laws(in: ["US-TX", "US-CO"], size: .large) == ["us-tx", "us-co"])
        let all = laws(in: ["US"], size: .large)
        // Florida's act is for those who sell ad space; the four sale rules for those who sell.
        let twenty = Law.states.prefix { $0.id != "us-ok" }.map(\.id).filter { $0 != "us-fl" }
        #expect(Set(all) == Set(twenty + ["us-ca-ccpa", "us-ca-caloppa"]))
    }

    @Test func homeComesFirst() {
        #expect(laws(in: ["CA-ON", "CA-QC"], home: "CA-QC") == ["ca-qc", "ca-pipeda"])
        #expect(laws(in: ["CA-ON", "CA-QC"], home: "CA-ON") == ["ca-pipeda", "ca-qc"])
    }

    @Test func aShopInEuropeIsBoundWhereverItsCustomersLive() {
        #expect(laws(in: ["CH"], home: "DE-BE") == ["eu-gdpr"])
        #expect(laws(in: ["CH"], home: "US-TX") == [])
    }

    /// Each threshold, one below it and on it.
    @Test(arguments: [
        ("us-va", 99_999, 100_000), ("us-co", 99_999, 100_000), ("us-ct", 34_999, 35_000), ("us-or", 99_999, 100_000),
        ("us-mt", 24_999, 25_000), ("us-ia", 99_999, 100_000), ("us-de", 34_999, 35_000), ("us-nh", 34_999, 35_000),
        ("us-nj", 99_999, 100_000), ("us-md", 34_999, 35_000), ("us-in", 99_999, 100_000), ("us-ky", 99_999, 100_000),
        ("us-ri", 34_999, 35_000), ("us-tn", 174_999, 175_000), ("us-ut", 99_999, 100_000), ("us-mn", 99_999, 100_000),
    ])
    func thresholdsOfPeople(_ id: String, _ below: Int, _ on: Int) {
        for (people, expected) in [(below, false), (on, true)] {
            let size = BusinessSize(
                annualRevenue: 90_000_000, consumers: people, isSmallBusiness: false, salePercent: 0,
                employees: 12)
            let law = Law.find(id)
            #expect(law.applies(to: tenant(Sample.privacy(in: law.places, size: size))) == expected, "\(people)")
        }
    }

    @Test(arguments: [
        ("us-ca-ccpa", 26_625_000, false), ("us-ca-ccpa", 26_625_001, true), ("us-tn", 25_000_000, false),
        ("us-tn", 25_000_001, true), ("us-ut", 24_999_999, false), ("us-ut", 25_000_000, true),
    ])
    func thresholdsOfRevenue(_ id: String, _ revenue: Int, _ expected: Bool) {
        let size = BusinessSize(
            annualRevenue: revenue, consumers: 175_000, isSmallBusiness: true, salePercent: 0,
            employees: 12)
        #expect(Law.find(id).applies(to: tenant(Sample.privacy(in: Law.find(id).places, size: size))) == expected)
    }

    /// So many people, and so much of the revenue from sales.
    @Test(arguments: [
        ("us-va", 25_000, 50, false), ("us-va", 25_000, 51, true), ("us-va", 24_999, 99, false),
        ("us-or", 25_000, 24, false), ("us-or", 25_000, 25, true), ("us-in", 25_000, 50, true),
        ("us-mt", 15_000, 25, false), ("us-mt", 15_000, 26, true), ("us-ri", 10_000, 19, false),
        ("us-ri", 10_000, 20, true), ("us-de", 10_000, 20, false), ("us-de", 9_999, 99, false),
        ("us-co", 25_000, 0, true), ("us-co", 24_999, 99, false), ("us-nj", 25_000, 0, true),
        ("us-ca-ccpa", 99_999, 49, false), ("us-ca-ccpa", 100_000, 0, true), ("us-ca-ccpa", 1, 50, true),
        ("us-ct", 1, 0, true),
    ])
    func thresholdsOfSales(_ id: String, _ people: Int, _ percent: Int, _ expected: Bool) {
        let size = BusinessSize(
            annualRevenue: 1_000_000, consumers: people, isSmallBusiness: true, salePercent: percent,
            employees: 12)
        let privacy = Sample.privacy(in: Law.find(id).places, sells: true, size: size, sold: [.email])
        #expect(Law.find(id).applies(to: tenant(privacy)) == expected)
    }

    @Test func aFigureOfAStateStandsBeforeTheGeneralOne() {
        let size = BusinessSize(
            consumers: 9_000, consumersByState: [Region(known: "US-VA"): 100_000])
        #expect(laws(in: ["US-VA", "US-KY"], size: size) == ["us-va"])
    }

    @Test func lawsBeginAndScopesChange() {
        func applies(_ id: String, _ day: String, _ size: BusinessSize) -> Bool {
            Law.find(id).applies(to: tenant(Sample.privacy(in: Law.find(id).places, size: size, from: day)))
        }
        for (id, before, on) in [
            ("us-ok", "2026-12-31", "2027-01-01"), ("us-la", "2026-12-31", "2027-01-01"),
            ("us-al", "2027-04-30", "2027-05-01"), ("us-vt", "2027-12-31", "2028-01-01"),
            ("us-ky", "2025-12-31", "2026-01-01"), ("us-md", "2025-09-30", "2025-10-01"),
        ] {
            #expect(!applies(id, before, .large) && applies(id, on, .large), "\(id)")
        }
        var size = BusinessSize.small
        size.consumers = 35_000
        // PA 25-113.
        #expect(!applies("us-ct", "2026-06-30", size) && applies("us-ct", "2026-07-01", size))
        let utah = Law.find("us-ut")
        #expect(!utah.rights(on: Sample.date("2026-06-30")).contains(.correction))
        #expect(utah.rights(on: Sample.date("2026-07-01")).contains(.correction))
    }

    @Test func sensitiveDataBringsInConnecticut() {
        let privacy = Sample.privacy(in: ["US-CT"])
        #expect(!Law.find("us-ct").applies(to: tenant(privacy)))
        #expect(Law.find("us-ct").applies(to: tenant(privacy, towing: true)))
    }

    private func codes(
        _ places: [String], region: String = "DE-BY", minimumAge: Int = 16, answerDays: Int = 30, sells: Bool = false,
        size: BusinessSize = .small, buyers: [Privacy.Buyer] = [], by company: Operator = Sample.trackara
    ) -> [String] {
        let privacy = Sample.privacy(
            in: places, sells: sells, minimumAge: minimumAge, answerDays: answerDays, size: size,
            sold: sells ? [.email] : [], buyers: buyers)
        return Composed(
            Sample.tenant(
                "x", shop: Sample.shop("X", region: region, city: "X"), features: Sample.features(), privacy: privacy,
                by: company)
        ).codes
    }

    @Test func promisesKeepWithinTheLaw() {
        #expect(codes(["DE"]) == [])
        #expect(codes(["DE"], minimumAge: 13) == ["privacy/minimum-age"])
        #expect(codes(["GB"], region: "GB-ENG", minimumAge: 13) == [])
        #expect(codes(["DE"], answerDays: 45) == ["privacy/answer-days"])
        #expect(codes(["US-TX"], region: "US-TX", answerDays: 45) == [])
    }

    /// GDPR Art. 8(1), by member state.
    @Test(arguments: [("SE", 13), ("AT", 14), ("FR", 15), ("DE", 16), ("IS", 16)])
    func childrenGrowUpAtDifferentAges(_ country: String, _ age: Int) {
        #expect(codes([country], minimumAge: age) == [])
        guard age > 13 else { return }
        #expect(codes([country], minimumAge: age - 1) == ["privacy/minimum-age"])
    }

    @Test func quebecNeedsAPersonInCharge() {
        #expect(codes(["CA-QC"], region: "CA-QC") == ["privacy/officer-missing", "privacy/untranslated-policy"])
        #expect(Composed(Sample.quebec).codes == ["privacy/untranslated-policy"])
    }

    @Test func rhodeIslandNeedsNamesOfBuyers() {
        #expect(codes(["US-RI"], region: "US-RI", sells: true) == ["privacy/buyers-missing"])
        let buyer = Privacy.Buyer(name: "Adwell Media", country: "US", privacyPolicy: nil)
        #expect(codes(["US-RI"], region: "US-RI", sells: true, buyers: [buyer]) == [])
        #expect(codes(["US-TX"], region: "US-TX", sells: true) == [])
        #expect(codes(["US-TX"], region: "US-TX", buyers: [buyer]) == ["privacy/buyers-unused"])
    }

    @Test func aShopElsewhereNeedsARepresentative() {
        #expect(codes(["DE"], region: "US-TX") == ["privacy/representative-missing"])
        #expect(codes(["GB"], region: "US-TX") == ["privacy/representative-missing"])
    }

    /// A question is asked only where its answer decides.
    @Test(arguments: [
        (["US-TX"], ["privacy.size.small_business"]), (["US-VA"], ["privacy.size.consumers"]),
        (["US-CA"], ["privacy.size.annual_revenue"]), (["US-FL"], []), (["US-WY"], []), (["DE"], []),
        (["US-TX", "US-NE"], ["privacy.size.small_business"]), (["US-OK"], []),
        (["US-MN"], ["privacy.size.small_business", "privacy.size.consumers"]),
    ])
    func openQuestionsStopTheBuild(_ places: [String], _ paths: [String]) {
        let tenant = tenant(Sample.privacy(in: places, size: BusinessSize()), home: places[0])
        let found = Composed(tenant).diagnostics.filter { $0.code == "privacy/size-missing" }
        #expect(found.map(\.path) == paths)
    }

    @Test func transfersNeedASafeguard() {
        #expect(codes(["DE"], by: Sample.platform(safeguard: nil)) == ["privacy/safeguard-missing"])
        #expect(codes(["US-TX"], region: "US-TX", by: Sample.platform(safeguard: nil)) == [])
    }

    @Test func unknownCountriesAreNamedWhereALawAsks() {
        let unknown = Composed(Sample.germany).diagnostics.filter { $0.code == "privacy/country-unknown" }
        #expect(unknown.map(\.path) == ["analytics.google_analytics"])
        #expect(unknown.allSatisfy { $0.severity == .warning && $0.message.contains("Google Analytics") })
    }
}
