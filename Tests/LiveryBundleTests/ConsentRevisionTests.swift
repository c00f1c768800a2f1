import Testing

@testable import LiveryBundle
@testable import LiveryPrivacy
@testable import LiveryTenant

/// The consent library asks a visitor again exactly when the revision is another one.
struct ConsentRevisionTests {
    /// What a visitor meets, in values that one edit changes.
    private struct Portal: Hashable {
        // What was asked.
        var cookies: Set<String> = ["theme", "_ga"]
        var purpose = "Keeps your colors."
        var category = CookieCategory.functional
        var provider = "Ownly"
        var duration = "30 days"
        var asksFirst = ConsentSettings.Banner.AsksFirst.optOut
        var months = 2
        var measures = true
        var isSeenInCanada = false
        // What only looks different.
        var banner = Cookies.Banner.bar
        var consentDays = 182
        var capitals = false
        var stop = true
        var spaces = false
        var backwards = false
        var necessary: Set<String> = ["session"]
        var color = "#1F5A3C"
        var shop = "Oakwood Auto Care"

        /// What a visitor said yes or no to, told from the rest by hand.
        var asked: Portal {
            var asked = self
            let plain = Portal()
            (asked.banner, asked.consentDays, asked.capitals) = (plain.banner, plain.consentDays, plain.capitals)
            (asked.stop, asked.spaces, asked.backwards) = (plain.stop, plain.spaces, plain.backwards)
            (asked.necessary, asked.color, asked.shop) = (plain.necessary, plain.color, plain.shop)
            // Where the company works matters for what it gets to measure.
            if !measures { asked.isSeenInCanada = plain.isSeenInCanada }
            guard cookies.contains("theme") else {
                // Of a cookie that is not there nobody is asked.
                (asked.purpose, asked.category) = (plain.purpose, plain.category)
                (asked.provider, asked.duration) = (plain.provider, plain.duration)
                return asked
            }
            return asked
        }

        mutating func edit(_ number: Int) {
            switch number {
            case 0: cookies.formSymmetricDifference(["theme"])
            case 1: cookies.formSymmetricDifference(["_gid"])
            case 2: purpose = purpose == "Keeps your colors." ? "Counts your visits." : "Keeps your colors."
            case 3: category = category == .functional ? .marketing : .functional
            case 4: provider = provider == "Ownly" ? "Otherly" : "Ownly"
            case 5: duration = duration == "30 days" ? "1 year" : "30 days"
            case 6: asksFirst = asksFirst == .optOut ? .optIn : .optOut
            case 7: months = months == 2 ? 14 : 2
            case 8: measures.toggle()
            case 9: isSeenInCanada.toggle()
            case 10: banner = banner == .bar ? .cloud : .bar
            case 11: consentDays = consentDays == 182 ? 90 : 182
            case 12: capitals.toggle()
            case 13: stop.toggle()
            case 14: spaces.toggle()
            case 15: backwards.toggle()
            case 16: necessary.formSymmetricDifference(["cart"])
            case 17: color = color == "#1F5A3C" ? "#7A1F1F" : "#1F5A3C"
            default: shop = shop == "Oakwood Auto Care" ? "Elm Street Auto" : "Oakwood Auto Care"
            }
        }

        static let edits = 0..<19
    }

    private static func revision(_ portal: Portal) throws -> String {
        let tenant = Fixture.tenant(name: portal.shop, primary: portal.color)
        let module = try #require(CookieConsentModule.emit(tenant, map(portal), consent(portal)))
        let text = String(decoding: module.bytes, as: UTF8.self)
        let start = try #require(text.firstRange(of: "revision: ")).upperBound
        return String(text[start...].prefix { $0.isNumber })
    }

    private static func consent(_ portal: Portal) -> ConsentSettings {
        var sentence = portal.capitals ? portal.purpose.uppercased() : portal.purpose
        if !portal.stop { sentence.removeLast() }
        if portal.spaces { sentence = sentence.replacing(" ", with: "  ") }
        var cookies = portal.necessary.sorted().map { name in
            ConsentSettings.Cookie(
                name: name, provider: portal.shop, category: .necessary, purpose: "Keeps \(portal.shop) going.",
                duration: "1 day", because: "cookies.own.\(name)")
        }
        for name in portal.cookies.sorted() {
            cookies.append(
                name == "theme"
                    ? ConsentSettings.Cookie(
                        name: name, provider: portal.provider == "Ownly" ? portal.shop : portal.provider,
                        category: portal.category, purpose: sentence, duration: portal.duration,
                        because: "cookies.own.theme")
                    : ConsentSettings.Cookie(
                        name: name, provider: "Google Analytics", category: .analytics,
                        purpose: "Tells visitors apart.",
                        duration: "2 years", because: "analytics.google_analytics"))
        }
        let optional = CookieCategory.allCases.filter { category in
            category != .necessary && cookies.contains { $0.category == category }
        }
        let provider = ConsentSettings.AnalyticsProvider(
            id: "google_analytics", name: "Google Analytics", identifiers: [], retentionMonths: portal.months,
            privacyPolicy: nil, crashReports: false)
        return ConsentSettings(
            providers: [provider], defaults: [], mode: .basic, waitMilliseconds: 500,
            cookies: portal.backwards ? cookies.reversed() : cookies,
            banner: ConsentSettings.Banner(
                style: portal.banner, asksFirst: portal.asksFirst, consentDays: portal.consentDays,
                categories: optional))
    }

    private static func map(_ portal: Portal) -> DataMap {
        let recipient = DataMap.Recipient(
            name: "Google Analytics", role: .analytics, country: portal.isSeenInCanada ? "CA" : "US",
            privacyPolicy: nil, job: nil, because: "analytics.google_analytics")
        let row = DataMap.Row(
            category: .usage, sources: [.device], purposes: portal.measures ? [.measuring] : [.fixingErrors],
            recipients: [recipient], retention: DataMap.fixture.rows[0].retention, need: .optional,
            handling: DataMap.fixture.rows[0].handling, because: [])
        return DataMap(rows: [row], notCollected: [])
    }

    @Test(arguments: Portal.edits)
    func eachEditAsksAgainOrDoesNot(_ number: Int) throws {
        let before = Portal()
        var after = before
        after.edit(number)
        #expect((try Self.revision(before) == Self.revision(after)) == (number >= 10), "edit \(number)")
    }

    @Test(arguments: 0..<30 as Range<UInt64>)
    func manyEditsAskAgainExactlyWhenSomethingElseIsAsked(_ seed: UInt64) throws {
        var state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1
        var portal = Portal()
        var former = (portal.asked, try Self.revision(portal))
        for step in 0..<40 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            portal.edit(Int(state >> 33) % Portal.edits.count)
            // Somebody is asked as long as anything optional is there.
            guard portal.cookies.contains("_ga") else { continue }
            let current = (portal.asked, try Self.revision(portal))
            #expect((former.0 == current.0) == (former.1 == current.1), "seed \(seed), step \(step)")
            former = current
        }
    }
}
