import LiveryTenant
import Testing

@testable import LiveryPrivacy

struct ReadabilityTests {
    @Test(arguments: [
        ("car", 1), ("mileage", 2), ("vehicle", 3), ("people", 2), ("used", 1), ("needed", 2), ("rates", 1),
        ("messages", 3), ("file", 1), ("able", 2), ("data", 2), ("our", 1), ("location", 3), ("privacy", 3),
        ("2026", 1), ("companies", 3), ("rules", 1), ("cookies", 2), ("LLC", 3), ("Québec's", 2), ("Beaulieu", 2),
    ])
    func syllablesAreCountedByGroupsOfVowels(_ word: String, _ count: Int) {
        #expect(SyllableCounter.count(word) == count)
    }

    /// The error that ``SyllableCounter`` states.
    @Test func theCounterAgreesWithADictionary() {
        let words = SpokenWords.all
        let total = words.reduce(0) { $0 + $1.count }
        let agreed = words.filter { $0.syllables.contains(SyllableCounter.count($0.text)) }.reduce(0) { $0 + $1.count }
        #expect(total > 41_000 && Double(agreed) / Double(total) > 0.998)
        let counted = words.reduce(0) { $0 + SyllableCounter.count($1.text) * $1.count }
        let spoken = words.reduce(0) { $0 + ($1.syllables.first ?? 0) * $1.count }
        #expect(abs(Double(counted) / Double(spoken) - 1) < 0.01)
    }

    @Test func gradeIsKincaids() {
        #expect(
            abs(Readability(["We keep your car safe. You drive on."]).grade - max(0, 0.39 * 4 + 11.8 - 15.59)) < 0.001)
        #expect(
            abs(Readability(["The location of vehicles is private."]).grade - (0.39 * 6 + 11.8 * 11 / 6 - 15.59))
                < 0.001)
    }

    @Test func sentencesEndAtFullStopsBeforeASpace() {
        let hours = Readability(["We open at 7.30. \"Do you?\" Yes"])
        #expect(hours.sentences == 3 && hours.words == 7 && hours.longestSentence == 4)
        let call = Readability(["Ask “Bob.” Call 555 – now."])
        #expect(call.sentences == 2 && call.words == 5 && call.longestSentence == 3)
    }

    @Test func easeIsFleschs() {
        // 6 words, 2 sentences, 6 syllables: 206.835 - 3.045 - 84.6.
        let easy = Readability(["We fix cars. You drive on."])
        #expect(abs(easy.ease - 119.19) < 0.001)
        let hard = Readability([
            "Notwithstanding applicable regulatory obligations, organizational representatives periodically "
                + "facilitate communication of identifiable information."
        ])
        #expect(hard.ease < 0)
    }

    @Test func namesCountAsOneShortWord() {
        #expect(
            Readability(["Ask Autohaus Brennermeister GmbH."], names: ["Autohaus Brennermeister GmbH"]).syllables == 2)
    }

    /// facts: card at most 150 words; body ease at least 60, at most 14 words a sentence and none over 25; annexes 50.
    @Test(arguments: Sample.all)
    func policiesKeepWithinTheLimits(_ tenant: Tenant) {
        let composed = Composed(tenant)
        let policy = composed.policy
        let card = Readability(policy.card.map(\.said.plainText), names: composed.names)
        #expect(card.words <= Readability.cardLimit)
        let body = Readability(policy.texts(), names: composed.names)
        #expect(body.ease >= 60 && body.meanSentence <= 14)
        #expect(body.longSentences == 0)
        let annexes = Readability(policy.texts(annexes: true), names: composed.names)
        #expect(annexes.ease >= 50)
        #expect((1_100...2_400).contains(policy.wordCount), "\(policy.wordCount) words")
        for row in policy.table.rows {
            #expect(row.cells.map(\.plainText).joined(separator: " ").split(separator: " ").count <= 60)
        }
        let notice = Readability(composed.notice.texts(), names: composed.names)
        #expect(notice.ease >= 60 && notice.meanSentence <= 14)
        #expect(composed.notice.wordCount < policy.wordCount)
    }
}
