/// Tells diagnostics in sentences, for people who listen: no drawing, no columns to look along, and what stands at the
/// place is read out.
package struct NarratedRenderer {
    private let sources: SourceMap
    private let masks: [SourceFile.ID: [SourceSpan]]
    private let alphabet: TextWidth.Alphabet
    private var indexes: [SourceFile.ID: LineIndex] = [:]

    /// Longer texts are not read to their end.
    private static let limit = 60

    /// A paragraph of one line for each diagnostic, followed by an empty line. Secrets are masked.
    package static func render(
        _ diagnostics: [Diagnostic], from sources: SourceMap, alphabet: TextWidth.Alphabet = .unicode
    ) -> String {
        var renderer = NarratedRenderer(sources: sources, masks: diagnostics.masks, alphabet: alphabet)
        let redaction = Redaction(of: diagnostics, in: sources)
        return diagnostics.map { renderer.paragraph(on: redaction($0)) + "\n\n" }.joined()
    }

    private init(sources: SourceMap, masks: [SourceFile.ID: [SourceSpan]], alphabet: TextWidth.Alphabet) {
        self.sources = sources
        self.masks = masks
        self.alphabet = alphabet
    }

    private mutating func paragraph(on diagnostic: Diagnostic) -> String {
        let kind = diagnostic.severity.rawValue
        let name = kind.prefix(1).uppercased() + kind.dropFirst()
        let place = diagnostic.span.map { " in " + self.place(of: $0) } ?? ""
        var sentences = ["\(name)\(place): \(Self.sentence(diagnostic.message))"]
        if let span = diagnostic.span { sentences.append(reading(of: span)) }
        if let label = diagnostic.label { sentences.append("At that place: \(Self.sentence(label))") }
        for related in diagnostic.related {
            sentences.append("See also \(self.place(of: related.span)): \(Self.sentence(related.text))")
        }
        if let help = diagnostic.help { sentences.append("Help: \(Self.sentence(help))") }
        for title in diagnostic.fixes.titles { sentences.append("Fix: \(Self.sentence(title))") }
        sentences.append("Code: \(diagnostic.code).")
        return TextWidth.printable(sentences.joined(separator: " ").replacing("\n", with: " "), in: alphabet)
    }

    /// `tenants/shops/oakwood.yaml, line 12, column 9`.
    private mutating func place(of span: SourceSpan) -> String {
        let lines = lines(of: span.file)
        let start = lines.place(of: span.start)
        let end = lines.place(of: span.end > span.start ? span.end - 1 : span.end)
        let until = end.line > start.line ? " to line \(end.line)" : ""
        return "\(sources[span.file].path), line \(start.line), column \(start.column)\(until)"
    }

    private mutating func reading(of span: SourceSpan) -> String {
        let (text, isWhole) = SourceExcerpt.text(
            of: span, in: lines(of: span.file), masks: masks[span.file] ?? [], limit: Self.limit, alphabet: alphabet)
        if text.allSatisfy(\.isWhitespace) { return "Nothing stands there." }
        return isWhole ? "The text there is `\(text)`." : "The text there begins with `\(text)`."
    }

    private mutating func lines(of file: SourceFile.ID) -> LineIndex {
        if let known = indexes[file] { return known }
        let index = LineIndex(sources[file].bytes)
        indexes[file] = index
        return index
    }

    /// With an end, so that a voice pauses.
    private static func sentence(_ text: String) -> String {
        guard let last = text.last, !".?!:".contains(last) else { return text }
        return text + "."
    }
}
