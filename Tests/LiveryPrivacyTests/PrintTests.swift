import Foundation
import LiveryDiagnostics
import LiveryTenant
import Testing

@testable import LiveryPrivacy

/// `LIVERY_READ=oakwood swift test --filter PrintTests` prints a sample policy, to be read aloud.
struct PrintTests {
    @Test(.enabled(if: ProcessInfo.processInfo.environment["LIVERY_READ"] != nil))
    func prints() {
        for tenant in Sample.all where tenant.id == ProcessInfo.processInfo.environment["LIVERY_READ"] {
            let composed = Composed(tenant)
            print(composed.policy.plain)
            print(composed.notice.plain)
            for diagnostic in composed.diagnostics { print(diagnostic.code, diagnostic.path, diagnostic.message) }
            for text in [composed.policy, composed.notice] {
                let body = Readability(text.texts(), names: composed.names)
                print(
                    "words", text.wordCount, "ease", body.ease, "mean", body.meanSentence, "longest",
                    body.sentenceLengths.prefix(8))
                let annexes = Readability(text.texts(annexes: true), names: composed.names)
                print(
                    "annexes: ease", annexes.ease, "mean", annexes.meanSentence, "longest",
                    annexes.sentenceLengths.first ?? 0)
            }
            for sentence in composed.policy.texts() + composed.policy.texts(annexes: true) {
                for words in Readability.sentences(of: sentence) where words.count > 20 {
                    print(">20:", words.joined(separator: " "))
                }
            }
        }
    }
}
