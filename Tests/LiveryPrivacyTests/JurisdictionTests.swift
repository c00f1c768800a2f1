import LiveryDiagnostics
import LiveryTenant
import Testing

@testable import LiveryPrivacy

struct JurisdictionTests {
    private func laws(in places: [String], home: String = "US-TX") -> [String] {
        let tenant = Sample.tenant(
            "x", shop: Sample.shop("X", region: home, city: "X"), features: Sample.features(),
            privacy: Sample.privacy(in: places))
        return Jurisdiction.applying(to: tenant).map(\.id)
    }

    @Test(arguments: [
        (["US-TX", "US-CO"], [String]()), (["US"], ["law-california"]), (["DE-BY"], ["law-gdpr"]),
        (["GB-ENG"], ["law-uk"]), (["CA-ON"], ["law-canada"]), (["CA-BC"], []),
        (["CA"], ["law-canada", "law-quebec"]), (["NO", "CH"], ["law-gdpr"]),
    ])
    func lawsFollowThePlacesOfCustomers(_ places: [String], _ expected: [String]) {
        #expect(laws(in: places) == expected)
    }

    @Test func homeComesFirst() {
        #expect(laws(in: ["CA-ON", "CA-QC"], home: "CA-QC") == ["law-quebec", "law-canada"])
        #expect(laws(in: ["CA-ON", "CA-QC"], home: "CA-ON") == ["law-canada", "law-quebec"])
    }

    private func codes(
        _ places: [String], region: String = "DE-BY", minimumAge: Int = 16, answerDays: Int = 30, sells: Bool = false,
        by company: Operator = Sample.trackara
    ) -> [String] {
        let privacy = Sample.privacy(in: places, sells: sells, minimumAge: minimumAge, answerDays: answerDays)
        return Composed(
            Sample.tenant(
                "x", shop: Sample.shop("X", region: region, city: "X"), features: Sample.features(), privacy: privacy,
                by: company)
        ).codes
    }

    @Test func promisesKeepWithinTheLaw() {
        #expect(codes(["DE"]) == [])
        #expect(codes(["DE"], minimumAge: 13) == ["privacy/minimum-age"])
        #expect(codes(["GB"], minimumAge: 13) == [])
        #expect(codes(["DE"], answerDays: 45) == ["privacy/answer-days"])
        #expect(codes(["US-TX"], answerDays: 45) == [])
    }

    @Test func quebecNeedsAPersonInCharge() {
        #expect(codes(["CA-QC"]) == ["privacy/officer-missing"])
        #expect(Composed(Sample.quebec).codes == [])
    }

    @Test func rhodeIslandNeedsNamesOfBuyers() {
        #expect(codes(["US-RI"], sells: true) == ["privacy/buyers-missing"])
        #expect(codes(["US-TX"], sells: true) == [])
    }

    @Test func transfersNeedASafeguard() {
        #expect(codes(["DE"], by: Sample.platform(safeguard: nil)) == ["privacy/safeguard-missing"])
        #expect(codes(["US-TX"], by: Sample.platform(safeguard: nil)) == [])
    }

    @Test func unknownCountriesAreNamedWhereALawAsks() {
        let unknown = Composed(Sample.germany).diagnostics.filter { $0.code == "privacy/country-unknown" }
        #expect(unknown.map(\.path) == ["analytics.google_analytics"])
        #expect(unknown.allSatisfy { $0.severity == .warning && $0.message.contains("Google Analytics") })
    }
}
