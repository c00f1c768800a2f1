import LiveryTenant
import Testing

@testable import LiveryPrivacy

struct ReadabilityTests {
    @Test(arguments: [
        ("car", 1), ("mileage", 2), ("vehicle", 3), ("people", 2), ("used", 1), ("needed", 2), ("rates", 1),
        ("messages", 3), ("file", 1), ("able", 2), ("data", 2), ("our", 1), ("location", 3), ("privacy", 3),
        ("2026", 1),
    ])
    func syllablesAreCountedByGroupsOfVowels(_ word: String, _ count: Int) {
        #expect(Readability.syllables(of: word) == count)
    }

    @Test func sentencesEndAtFullStopsBeforeASpace() {
        let sentences = Readability.sentences(of: "We open at 7.30. \"Do you?\" Yes")
        #expect(sentences.map(\.count) == [4, 2, 1])
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
        let card = Readability(policy.card.map(\.text.plainText), names: composed.names)
        #expect(card.words <= Readability.cardLimit)
        let body = Readability(policy.texts(), names: composed.names)
        #expect(body.ease >= 60 && body.meanSentence <= 14)
        #expect((body.sentenceLengths.first ?? 0) <= 25)
        let annexes = Readability(policy.texts(annexes: true), names: composed.names)
        #expect(annexes.ease >= 50)
        #expect((1_100...2_400).contains(policy.wordCount), "\(policy.wordCount) words")
        for row in policy.table.rows {
            #expect(row.map(\.plainText).joined(separator: " ").split(separator: " ").count <= 60)
        }
        let notice = Readability(composed.notice.texts(), names: composed.names)
        #expect(notice.ease >= 60 && notice.meanSentence <= 14)
        #expect(composed.notice.wordCount < policy.wordCount)
    }
}
