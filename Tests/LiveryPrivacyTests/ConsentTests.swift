import Testing

@testable import LiveryPrivacy
@testable import LiveryTenant

struct ConsentTests {
    @Test func nothingIsAskedWhereOnlyNecessaryCookiesExist() {
        let consent = Composed(Sample.minimal).consent
        #expect(consent.banner == nil && consent.cookies.isEmpty && consent.defaults.isEmpty)
        #expect(Composed(Sample.california).consent.cookies.map(\.name) == ["__stripe_mid"])
        #expect(Composed(Sample.california).consent.banner == nil)
    }

    @Test func everyCookieStandsWithItsOwner() {
        let cookies = Composed(Sample.texas).consent.cookies
        #expect(cookies.map(\.name) == ["__stripe_mid", "cc_cookie", "_ga", "_ga_1A2BCD345E"])
        #expect(cookies.map(\.provider) == ["Stripe", "Oakwood Auto Care", "Google Analytics", "Google Analytics"])
        #expect(cookies.map(\.duration) == ["1 year", "182 days", "2 years", "2 years"])
    }

    @Test func adsAreDeniedEverywhereAndMeasuringWhereALawAsksFirst() throws {
        let consent = Composed(Sample.texas).consent
        let (first, rest) = (try #require(consent.defaults.first), try #require(consent.defaults.last))
        #expect(first.regions.contains("DE") && first.regions.contains("GB") && first.regions.contains("CA-QC"))
        #expect(!first.analyticsStorage && rest.analyticsStorage && rest.regions.isEmpty)
        #expect(consent.defaults.allSatisfy { !$0.adStorage && !$0.adUserData && !$0.adPersonalization })
        #expect(consent.waitMilliseconds == 500 && consent.mode == .basic)
    }

    @Test func theBannerAsksFirstWhereCustomersMustSayYes() {
        #expect(Composed(Sample.texas).consent.banner?.asksFirst == .optOut)
        #expect(Composed(Sample.germany).consent.banner?.asksFirst == .optIn)
        #expect(Composed(Sample.germany).consent.banner?.categories == [.analytics])
    }

    @Test func providersCarryTheirIdentifiersInOrder() {
        let providers = Composed(Sample.texas).consent.providers
        #expect(providers.map(\.id) == ["google_analytics", "firebase"])
        #expect(providers[1].identifiers.map(\.key) == ["ios_app_id", "android_app_id", "project_id"])
        #expect(providers[0].retentionMonths == 14)
    }

    @Test func ownCookiesCanAskForABanner() {
        let own = OwnCookie(name: "theme", category: .functional, purpose: "Keeps your colors.", days: 0)
        let tenant = Sample.tenant(
            "x", shop: Sample.shop("X", region: "US-TX", city: "Waco"), features: Sample.features(),
            cookies: Cookies(banner: .box, consentDays: 90, own: [own]), privacy: Sample.privacy(in: ["US-TX"]))
        let consent = Composed(tenant).consent
        #expect(consent.banner?.categories == [.functional])
        #expect(consent.cookies.map(\.duration) == ["90 days", "Until you close the browser"])
    }
}
