import Foundation
import Testing

@testable import LiveryBundle
@testable import LiveryPrivacy
@testable import LiveryTenant

/// What every generated page must keep, whatever the shop.
@Suite struct PageRuleTests {
    /// Shown by its name alone when a test fails.
    struct Page: CustomTestStringConvertible, CustomStringConvertible {
        let name: String
        let text: String
        var testDescription: String { name }
        var description: String { name }

        func has(_ part: String) -> Bool { text.contains(part) }
    }

    static let pages = Fixture.pages.filter { $0.0.hasSuffix(".html") }.map {
        Page(name: $0.0, text: String(decoding: $0.1, as: UTF8.self))
    }

    @Test(arguments: pages)
    func aPageHasOneTitleAndUniqueAnchors(page: Page) {
        #expect(page.text.matches(of: /<h1[ >]/).count == 1)
        let ids = page.text.matches(of: /\ id="([^"]*)"/).map { String($0.1) }
        #expect(Set(ids).count == ids.count, "\(ids)")
        for target in page.text.matches(of: /href="#([^"]*)"/).map({ String($0.1) }) {
            #expect(ids.contains(target), "\(target)")
        }
        for label in page.text.matches(of: /aria-labelledby="([^"]*)"/).map({ String($0.1) }) {
            #expect(ids.contains(label), "\(label)")
        }
    }

    @Test(arguments: pages)
    func aPageRunsAndLoadsNothing(page: Page) {
        let markup = page.text.replacing(/<style>[\s\S]*<\/style>/, with: "")
        for forbidden in ["<script", " style=", "<link rel=\"style"] {
            let isThere = markup.contains(forbidden)
            #expect(!isThere, "\(forbidden)")
        }
        #expect(markup.firstMatch(of: /\ on[a-z]+=/)?.0 == nil)
        #expect(markup.matches(of: /\ (?:src|srcset)="([^"]*)"/).allSatisfy { $0.1.hasPrefix("data:image/") })
        #expect(page.text.firstMatch(of: /@import|@font-face/)?.0 == nil)
        let pictures = page.text.matches(of: /url\(.{12}/).map { String($0.0) }
        #expect(pictures.allSatisfy { $0 == "url(\"data:image/" }, "\(pictures)")
        let links = markup.matches(of: /\ href="([^"]*)"/).map { String($0.1) }
        #expect(links.allSatisfy { $0.hasPrefix("#") || $0 == "data:," || SafeAddress($0) != nil }, "\(links)")
    }

    @Test(arguments: pages)
    func thePolicyForContentNamesTheOneStyle(page: Page) throws {
        let style = try #require(page.text.firstMatch(of: /<style>([\s\S]*?)<\/style>/)).1
        let digest = Base64.encode(SHA256.digest(Array(style.utf8)))
        #expect(page.has("style-src 'sha256-\(digest)'"))
        #expect(page.text.matches(of: /<style/).count == 1)
        #expect(page.has("default-src 'none'"))
    }

    @Test(arguments: pages)
    func aPageStaysWithinItsBudget(page: Page) throws {
        let isPreview = page.name.hasPrefix("preview")
        #expect(page.text.utf8.count <= (isPreview ? 300_000 : 60_000))
        let style = try #require(page.text.firstMatch(of: /<style>([\s\S]*?)<\/style>/)).1
        if !isPreview { #expect(style.utf8.count <= 6_144, "\(style.utf8.count)") }
    }

    @Test func thePictureOfALogoIsNeverMarkup() {
        let evil = Array("<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>".utf8)
        let page = Fixture.policyFiles(
            NamedDocument("policy", .fixture()), Fixture.tenant(), ["oakwood/logo.svg": evil])[0]
        let text = String(decoding: page.bytes, as: UTF8.self)
        let isMarkup = text.contains("<svg")
        let isPicture = text.contains("src=\"data:image/svg+xml;base64,")
        #expect(!isMarkup && isPicture)
    }

    @Test func aLogoBeyondTheBudgetOrOfAnotherShopIsLeftOut() {
        let big = [String: [UInt8]](uniqueKeysWithValues: [("oakwood/logo.svg", Array(repeating: 32, count: 20_000))])
        #expect(Logo(Fixture.tenant().branding, assets: big) == nil)
        #expect(Logo(Fixture.tenant().branding, assets: ["other/logo.svg": [60]]) == nil)
        #expect(Logo(Fixture.tenant().branding, assets: ["oakwood/logo.svg": []]) == nil)
    }

    /// Every colour pair that a page is read in.
    @Test(arguments: ["#1F5A3C", "#F5C400", "#FFFFFF", "#000000", "#808080", "#FF0000", "#00FF00", "#777777"])
    func everyBrandCanBeRead(primary: String) {
        let tenant = Fixture.tenant(
            primary: primary, onPrimary: primary, darkPrimary: primary, onDarkPrimary: primary)
        let branding = tenant.branding
        for palette in [PagePalette.light(branding), .dark(branding)] {
            let pairs = [
                (palette.text, palette.page), (palette.text, palette.surface), (palette.muted, palette.page),
                (palette.muted, palette.surface), (palette.onBand, palette.band), (palette.link, palette.page),
                (palette.link, palette.surface), (palette.onButton, palette.button),
            ]
            for (text, ground) in pairs { #expect(text.contrast(with: ground) >= 4.5, "\(text.hex) on \(ground.hex)") }
        }
    }

    @Test func aColorThatPassesIsNotTouched() {
        #expect(Tone.readable(.hex("#1F5A3C"), on: [.white]) == .hex("#1F5A3C"))
        let moved = Tone.readable(.hex("#F5C400"), on: [.white])
        #expect(moved != .hex("#F5C400") && moved.contrast(with: .white) < 4.8)
    }

    @Test func aPreviewShowsOnlyWhatTheAppHas() {
        let bare = Fixture.tenant(features: .nothing, integrations: [], analytics: .none)
        let bytes = Preview.page(
            tenant: bare, policy: .fixture(), readability: PolicyReadability(.fixture(), names: []),
            reasons: .none, consent: .nothing, assets: [:])
        let page = Page(name: "bare", text: String(decoding: bytes, as: UTF8.self))
        for word in ["Booking a visit", "Approving work", "Messages", "Send photos", "hatchback", "Get a tow"] {
            #expect(!page.has(word), "\(word)")
        }
        #expect(page.has("No banner is needed"))
        #expect(page.has("In the store"))
    }

    @Test(arguments: [
        ("en", "US", "December 1, 2026"), ("en", "CA", "December 1, 2026"), ("en", "GB", "1 December 2026"),
        ("es", "US", "1 de diciembre de 2026"), ("fr-CA", "CA", "1er décembre 2026"), ("de", "DE", "1. Dezember 2026"),
    ])
    func datesAreWrittenAsInTheLanguage(locale: String, country: String, text: String) {
        #expect(LocalText.date(.fixture, locale: locale, country: country) == text)
    }
}
