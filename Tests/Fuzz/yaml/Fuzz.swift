import LiveryDiagnostics
import LiveryYAML

/// What must hold for any bytes: no trap, balanced events, nested spans, findings inside the text, values and places
/// that can be printed.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ pointer: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
    let bytes = Array(UnsafeBufferPointer(start: pointer, count: count))
    let file = SourceFile(id: SourceFile.ID(0), path: "text.yaml", bytes: bytes)
    let (events, faults) = YAMLEvents.read(file, limits: .definition)
    let parsed = YAMLDocument.parse(file)
    for found in faults + parsed.diagnostics {
        let spans = [found.span].compactMap { $0 } + found.related.map(\.span) + found.fixes.map(\.span)
        precondition(spans.allSatisfy { Int($0.end) <= count }, "a finding lies outside the text")
    }
    guard let events else { return 0 }
    if let fault = EventShape.fault(of: events, size: count) { preconditionFailure(fault) }
    _ = events.eventText
    _ = events.spanText()
    _ = events.jsonText(limits: .definition)
    if let root = parsed.document?.root { precondition(walk(root) > 0) }
    return 0
}

private func walk(_ root: YAMLNode) -> Int {
    var open = [root]
    var count = 0
    while let node = open.popLast() {
        count += 1 + node.text.utf8.count
        open += node.items
        for (key, value) in node.entries { open += [key, value] }
    }
    return count
}
