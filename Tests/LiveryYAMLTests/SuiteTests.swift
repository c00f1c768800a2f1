import LiveryDiagnostics
import LiveryYAML
import Testing

/// The YAML test suite, with nothing left out of the comparison: document markers, flow marks and scalar styles count.
struct SuiteTests {
    /// The cases that fail, each a fault to mend. Asserted exactly, so that a change for the better is noticed too.
    static let failing: [String] = []

    static let breaks: [(name: String, bytes: [UInt8])] = [
        ("LF", [0x0A]), ("CRLF", [0x0D, 0x0A]), ("CR", [0x0D]),
    ]

    /// The suite holds no carriage return, so that each case is read three times.
    @Test(arguments: breaks.indices)
    func `every case has exactly its events, or is refused`(index: Int) {
        let breaks = Self.breaks[index]
        var failing: [String] = []
        for suiteCase in SuiteCase.all {
            let bytes = suiteCase.yaml.flatMap { $0 == 0x0A ? breaks.bytes : [$0] }
            let (stream, diagnostics) = Self.read(bytes)
            let passes =
                suiteCase.isInvalid
                ? diagnostics.hasErrors : diagnostics.isEmpty && stream?.eventText == suiteCase.events
            if !passes { failing.append(suiteCase.id) }
        }
        let passed = SuiteCase.all.count - failing.count
        print("yaml-test-suite with \(breaks.name): \(passed) of \(SuiteCase.all.count) cases pass")
        #expect(SuiteCase.all.count == 402)
        #expect(failing == Self.failing)
    }

    @Test func `every case has exactly its values`() throws {
        var failing: [String] = []
        let cases = SuiteCase.all.filter { $0.json != nil }
        for suiteCase in cases {
            let json = try #require(suiteCase.json)
            let stream = try #require(Self.read(suiteCase.yaml).stream)
            let (text, diagnostics) = stream.jsonText(limits: .definition)
            let found = String(decoding: text ?? [], as: UTF8.self)
            let lines = found.split(separator: "\n").count
            let values = JSONReader.values(found)
            if !diagnostics.isEmpty || values != JSONReader.values(json) || lines != values.count {
                failing.append(suiteCase.id)
            }
        }
        print("yaml-test-suite: \(cases.count - failing.count) of \(cases.count) values are equal")
        #expect(cases.count == 279)
        #expect(failing == [])
    }

    /// A refused text must leave a stream that a reader can walk too.
    @Test func `events are balanced and spans nest, valid or not`() throws {
        for suiteCase in SuiteCase.all {
            let stream = try #require(Self.read(suiteCase.yaml).stream)
            #expect(EventShape.fault(of: stream, size: suiteCase.yaml.count) == nil, "\(suiteCase.id)")
        }
    }

    static func read(_ bytes: [UInt8]) -> (stream: YAMLEvents?, diagnostics: [Diagnostic]) {
        let file = SourceFile(id: SourceFile.ID(0), path: "in.yaml", bytes: bytes)
        let (stream, diagnostics) = YAMLEvents.read(file, limits: .definition)
        return (stream, diagnostics)
    }
}
