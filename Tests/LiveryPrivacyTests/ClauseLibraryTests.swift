import LiveryTenant
import Testing

@testable import LiveryPrivacy

struct ClauseLibraryTests {
    @Test func builtInClausesHaveNoErrors() {
        #expect(ClauseLibrary.load().errors.map(\.description) == [])
    }

    @Test func idsStandOnce() {
        for sections in [ClauseLibrary.english.customer, ClauseLibrary.english.partner] {
            let ids = sections.map(\.id) + sections.flatMap { $0.clauses.map(\.id) }
            #expect(Set(ids).count == ids.count)
            for section in sections { #expect(section.locale == "en") }
        }
    }

    @Test func everyLawHasAnAnnex() {
        let annexes = Set(ClauseLibrary.english.customer.filter { $0.kind == .annex }.map(\.id))
        #expect(annexes == Set(Law.all.compactMap(\.annex)))
    }

    @Test func everyWordExists() {
        let words = ClauseLibrary.english.words
        var keys = DataCategory.allCases.flatMap { ["data.\($0.rawValue)", "short.\($0.rawValue)"] }
        keys += DataMap.Purpose.allCases.map { "purpose.\($0.rawValue)" }
        keys += DataMap.Purpose.allCases.filter { $0.basis == .interest }.map { "interest.\($0.rawValue)" }
        keys += DataMap.Basis.allCases.map { "basis.\($0.rawValue)" }
        keys += RetentionPeriod.Event.allCases.map { "event.\($0.rawValue)" }
        keys += RetentionPeriod.Reason.allCases.flatMap { ["reason.\($0.rawValue)", "question.\($0.rawValue)"] }
        keys += RetentionPeriod.Duration.Unit.allCases.flatMap {
            ["unit.\($0.rawValue).one", "unit.\($0.rawValue).other"]
        }
        keys += ServiceProvider.Job.allCases.flatMap { ["job.\($0.rawValue)", "partner.job.\($0.rawValue)"] }
        keys += SecurityMeasure.allCases.flatMap { ["measure.\($0.rawValue)", "partner.measure.\($0.rawValue)"] }
        keys += Privacy.Channel.allCases.map { "channel.\($0.rawValue)" }
        keys += CookieCategory.allCases.map { "cookie.category.\($0.rawValue)" }
        keys += TransferSafeguard.allCases.map { "safeguard.\($0.rawValue)" }
        keys += OpeningHours.Weekday.allCases.map { "weekday.\($0.rawValue)" } + (1...12).map { "month.\($0)" }
        let unmoved: [RetentionCategory] = [.repairRecords, .location, .loyalty, .deviceLogs, .callRecordings]
        keys += RetentionCategory.allCases.filter { !unmoved.contains($0) }.map { "moves.\($0.rawValue)" }
        keys += Law.europeanEconomicArea.map { "country.\($0)" } + Law.states.map { "region.\($0.places[0])" }
        keys += Law.Authority.allCases.map { "authority.\($0.rawValue)" }
        keys += DataMap.Recipient.Role.allCases.filter { ![.shop, .operator].contains($0) }
            .map { "role.\($0.rawValue)" }
        #expect(keys.filter { words.find($0) == nil } == [])
    }

    /// Only where a law or a carrier demands the word, or it names what the reader is allowed.
    @Test func nothingIsHedged() {
        let banned = [
            "may", "might", "could", "possibly", "certain", "various", "generally", "typically", "periodically",
            "including", "e.g", "etc", "utilise", "utilize", "facilitate", "hereby", "herein", "pursuant",
            "notwithstanding", "trusted", "committed", "guarantee", "industry-standard",
        ]
        for tenant in Sample.all {
            let composed = Composed(tenant)
            for document in [composed.policy, composed.notice] {
                let text = document.plain.replacing("Message and data rates may apply", with: "").lowercased()
                let words = Set(text.split { !$0.isLetter && $0 != "-" && $0 != "." }.map(String.init))
                #expect(words.intersection(banned).isEmpty, "\(tenant.id): \(words.intersection(banned))")
                #expect(!text.contains("such as") && !text.contains("as necessary"))
            }
        }
    }
}
