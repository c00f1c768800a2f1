import CFyaml
import LiveryDiagnostics
import LiveryYAML

/// What both parsers say of one text.
struct Comparison {
    let bytes: [UInt8]
    /// The events in the notation of the YAML test suite; nil when we refuse the text.
    let ours: String?
    let findings: [Diagnostic]
    let theirs: Answer

    enum Answer {
        case events(String)
        case refused(message: String)
        case crashed
        case hung
    }

    enum Outcome: String, CaseIterable {
        case same = "same events"
        case neither = "refused by both"
        case onlyOurs = "accepted by us alone"
        case onlyTheirs = "accepted by libfyaml alone"
        case different = "other events"
        case crashed = "libfyaml crashes"
        case hung = "libfyaml does not come back"
    }

    init(_ bytes: [UInt8], _ theirs: Answer) {
        self.bytes = bytes
        self.theirs = theirs
        let file = SourceFile(id: SourceFile.ID(0), path: "text.yaml", bytes: bytes)
        let (events, findings) = YAMLEvents.read(file, limits: .definition)
        ours = findings.hasErrors ? nil : events?.eventText
        self.findings = findings
    }

    var outcome: Outcome {
        switch (ours, theirs) {
        case (_, .crashed): .crashed
        case (_, .hung): .hung
        case (nil, .refused): .neither
        case (_?, .refused): .onlyOurs
        case (nil, .events): .onlyTheirs
        case (let ours?, .events(let theirs)): ours == theirs ? .same : .different
        }
    }

    var isDifference: Bool { [.onlyOurs, .onlyTheirs, .different].contains(outcome) }
}

/// libfyaml behind the memory that is shared with the processes it runs in.
struct Libfyaml {
    private let batch: UnsafeMutablePointer<cfyaml_batch>

    static let capacity = Int(CFYAML_TEXTS)

    init?() {
        guard let batch = cfyaml_batch_create() else { return nil }
        self.batch = batch
    }

    /// Answers in the order of the texts; nil when the processes cannot be started. At most ``capacity`` texts of 2 KB.
    func answers(_ texts: [[UInt8]]) -> [Comparison.Answer]? {
        let input = UnsafeMutableRawBufferPointer(start: batch.pointee.input, count: Int(CFYAML_INPUT))
        var end = 0
        for (index, text) in texts.enumerated() {
            UnsafeMutableRawBufferPointer(rebasing: input[end..<(end + text.count)]).copyBytes(from: text)
            end += text.count
            batch.pointee.ends[index] = UInt32(end)
        }
        batch.pointee.count = UInt32(texts.count)
        guard cfyaml_read(batch) == 0 else { return nil }
        let output = UnsafeRawBufferPointer(start: batch.pointee.output, count: Int(CFYAML_OUTPUT))
        return texts.indices.map { index in
            let answer = batch.pointee.answers[index]
            let text = String(decoding: output[Int(answer.start)..<Int(answer.end)], as: UTF8.self)
            return switch cfyaml_kind(UInt32(answer.kind)) {
            case CFYAML_EVENTS: .events(text)
            case CFYAML_REFUSED: .refused(message: text)
            case CFYAML_HUNG: .hung
            default: .crashed
            }
        }
    }
}
