import LiveryDiagnostics
import LiveryYAML
import Testing

/// The YAML test suite, with nothing left out of the comparison: markers and styles count.
struct SuiteTests {
    /// The cases that fail, each a fault to mend. Asserted exactly, so that a change for the better is noticed too.
    static let failing: [String] = []

    static func read(_ bytes: [UInt8]) -> (events: String, diagnostics: [Diagnostic]) {
        let file = SourceFile(id: SourceFile.ID(0), path: "in.yaml", bytes: bytes)
        let (events, diagnostics) = YAMLEvents.read(file, limits: .definition)
        return (events?.eventText ?? "", diagnostics)
    }

    @Test func `every case has exactly its events, or is refused`() {
        var failing: [String] = []
        for suiteCase in SuiteCase.all {
            let (events, diagnostics) = Self.read(suiteCase.yaml)
            let passes =
                suiteCase.isInvalid ? !diagnostics.isEmpty : diagnostics.isEmpty && events == suiteCase.events
            if !passes {
                failing.append(suiteCase.id)
                print(suiteCase.id, suiteCase.isInvalid, diagnostics.map { "\($0.code) \($0.message) \(String(describing: $0.span))" })
                if !suiteCase.isInvalid { print(String(decoding: suiteCase.yaml, as: UTF8.self), "WANT", suiteCase.events, "GOT", events, separator: "\n") }
                else { print(String(decoding: suiteCase.yaml, as: UTF8.self))}
            }
        }
        print("yaml-test-suite: \(SuiteCase.all.count - failing.count) of \(SuiteCase.all.count) cases pass")
        #expect(SuiteCase.all.count == 402)
        #expect(failing == Self.failing)
    }
}
