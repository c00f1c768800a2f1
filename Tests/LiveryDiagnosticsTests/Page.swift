import LiveryDiagnostics

/// Sources with marked spans: nobody counts columns by hand.
struct Page {
    private(set) var sources = SourceMap()

    /// Adds a text without its `«»`, and gives the spans that they marked.
    mutating func add(_ path: String, _ marked: String) -> [SourceSpan] {
        var bytes: [UInt8] = []
        var starts: [UInt32] = []
        var ranges: [(UInt32, UInt32)] = []
        for scalar in marked.unicodeScalars {
            switch scalar {
            case "«": starts.append(UInt32(bytes.count))
            case "»": ranges.append((starts.removeLast(), UInt32(bytes.count)))
            default: bytes += Array(String(scalar).utf8)
            }
        }
        let file = sources.add(path: path, bytes: bytes)
        return ranges.map { SourceSpan(file: file.id, start: $0.0, end: $0.1) }
    }

    func render(_ diagnostics: [Diagnostic], width: Int = 100) -> String {
        HumanRenderer.render(diagnostics, from: sources, width: width)
    }
}
