/// Prints diagnostics for the person who must mend them: what is wrong, the line with carets under the characters to
/// change, the other places that belong to it, and what to write instead. The layout is rustc's, which people know.
///
/// The text depends on the diagnostics, the sources and these settings only.
package struct HumanRenderer {
    private let sources: SourceMap
    private let width: Int
    private let paint: Paint
    private let alphabet: TextWidth.Alphabet
    private let breaksMessages: Bool
    private var masks: [SourceFile.ID: [SourceSpan]] = [:]
    private var indexes: [SourceFile.ID: LineIndex] = [:]

    /// Every diagnostic, each followed by an empty line. A secret that one of them points at is masked in all. With
    /// `breaksMessages` a message is broken to fit a terminal; else it stays on one line, where it can be searched for.
    package static func render(
        _ diagnostics: [Diagnostic], from sources: SourceMap, width: Int = 100, colored: Bool = false,
        alphabet: TextWidth.Alphabet = .unicode, breaksMessages: Bool = false
    ) -> String {
        var renderer = HumanRenderer(
            sources: sources, width: max(40, width), paint: Paint(isOn: colored), alphabet: alphabet,
            breaksMessages: breaksMessages)
        renderer.masks = diagnostics.masks
        let redaction = Redaction(of: diagnostics, in: sources)
        return diagnostics.map { redaction($0) }.map { renderer.block(of: $0) + "\n" }.joined()
    }

    /// `3 errors and 1 warning in 2 files`, or nil when there is nothing to count.
    package static func summary(of diagnostics: [Diagnostic]) -> String? {
        let counts = [Diagnostic.Severity.error, .warning, .note].compactMap { severity -> String? in
            let count = diagnostics.count { $0.severity == severity }
            return count == 0 ? nil : "\(count) \(severity.rawValue)\(count == 1 ? "" : "s")"
        }
        guard let last = counts.last else { return nil }
        let findings = counts.count == 1 ? last : counts.dropLast().joined(separator: ", ") + " and " + last
        let files = Set(diagnostics.compactMap(\.span?.file)).count
        return files == 0 ? findings : "\(findings) in \(files) file\(files == 1 ? "" : "s")"
    }

    private mutating func block(of diagnostic: Diagnostic) -> String {
        let tone = Paint.Tone(diagnostic.severity)
        let title = "\(diagnostic.severity.rawValue)[\(diagnostic.code)]"
        var head = title + ": " + printable(diagnostic.message)
        if breaksMessages { head = TextWidth.wrapped(head, to: width).joined(separator: "\n") }
        var block = paint(title, tone) + paint(String(head.dropFirst(title.count)), .strong) + "\n"

        let places = places(of: diagnostic)
        let gutter = places.map { String(lines(of: $0.span.file).place(of: $0.span.start).line).count }.max() ?? 1
        for (number, place) in places.enumerated() {
            if number > 0 { block += bar(gutter) + "\n" }
            block += excerpt(of: place, gutter: gutter, tone: number == 0 && diagnostic.span != nil ? tone : .quiet)
        }
        let advice = advice(of: diagnostic)
        if !advice.isEmpty, !places.isEmpty { block += bar(gutter) + "\n" }
        for (kind, text) in advice { block += note(kind, text, gutter: gutter) }
        return block
    }

    private struct Place {
        let span: SourceSpan
        let text: String
        let isPrimary: Bool
    }

    private func places(of diagnostic: Diagnostic) -> [Place] {
        let primary = diagnostic.span.map { Place(span: $0, text: diagnostic.label ?? "", isPrimary: true) }
        return [primary].compactMap(\.self)
            + diagnostic.related.map { Place(span: $0.span, text: $0.text, isPrimary: false) }
    }

    private func advice(of diagnostic: Diagnostic) -> [(String, String)] {
        [diagnostic.help].compactMap(\.self).map { ("help", $0) } + diagnostic.fixes.titles.map { ("fix", $0) }
    }

    private mutating func excerpt(of place: Place, gutter: Int, tone: Paint.Tone) -> String {
        let room = max(20, width - gutter - 3)
        let lines = lines(of: place.span.file)
        let excerpt = SourceExcerpt(
            of: place.span, in: lines, masks: masks[place.span.file] ?? [], width: room, alphabet: alphabet)
        let column = lines.place(of: place.span.start).column
        let path = printable(sources[place.span.file].path)
        let arrow = paint(blanks(gutter) + (place.isPrimary ? "-->" : ":::"), .quiet)

        let number = String(excerpt.lineNumber)
        var text = "\(arrow) \(path):\(excerpt.lineNumber):\(column)\n\(bar(gutter))\n"
        let source = trimmed(excerpt.text)
        text +=
            paint(blanks(gutter - number.count) + number + " |", .quiet) + (source.isEmpty ? "" : " " + source) + "\n"
        let marks = String(repeating: place.isPrimary ? "^" : "-", count: excerpt.markLength)
        var label = printable(place.text)
        if let last = excerpt.lastLine { label += (label.isEmpty ? "" : " ") + "(to line \(last))" }

        text += bar(gutter) + " " + blanks(excerpt.markStart) + paint(marks, tone)
        if label.isEmpty { return text + "\n" }
        if excerpt.markStart + excerpt.markLength + 1 + TextWidth.columns(of: label) <= room {
            return text + paint(" " + label, tone) + "\n"
        }
        text += "\n"
        for line in TextWidth.wrapped(label, to: room) {
            let indent = max(0, min(excerpt.markStart, room - TextWidth.columns(of: line)))
            text += bar(gutter) + " " + blanks(indent) + paint(line, tone) + "\n"
        }
        return text
    }

    private func note(_ kind: String, _ text: String, gutter: Int) -> String {
        let lead = blanks(gutter + 1)
        let indent = lead.count + kind.count + 4
        let safe = text.split(separator: "\n", omittingEmptySubsequences: false)
            .map { printable(String($0)) }.joined(separator: "\n")
        let room = max(20, width - indent)
        let lines = TextWidth.wrapped(safe, to: room).map { TextWidth.clipped($0, to: room, in: alphabet) }
        let head = lead + paint("=", .quiet) + " " + paint(kind, .strong) + ": "
        return head + lines.joined(separator: "\n" + blanks(indent)) + "\n"
    }

    private mutating func lines(of file: SourceFile.ID) -> LineIndex {
        if let known = indexes[file] { return known }
        let index = LineIndex(sources[file].bytes)
        indexes[file] = index
        return index
    }

    private func printable(_ text: String) -> String {
        TextWidth.printable(text, in: alphabet)
    }

    private func bar(_ gutter: Int) -> String {
        paint(blanks(gutter + 1) + "|", .quiet)
    }

    private func blanks(_ count: Int) -> String {
        String(repeating: " ", count: max(0, count))
    }

    private func trimmed(_ text: String) -> Substring {
        var text = text[...]
        while text.last == " " { text.removeLast() }
        return text
    }
}

extension [Diagnostic] {
    /// The spans of secrets, by file.
    var masks: [SourceFile.ID: [SourceSpan]] {
        Dictionary(grouping: filter(\.isSensitive).compactMap(\.span), by: \.file)
    }
}

/// Colours by what a text means: ECMA-48 "select graphic rendition", the sixteen colours that every terminal themes.
private struct Paint {
    let isOn: Bool

    enum Tone: String {
        case error = "1;31"
        case warning = "1;33"
        case note = "1;36"
        case quiet = "1;34"
        case strong = "1"

        init(_ severity: Diagnostic.Severity) {
            self =
                switch severity {
                case .error: .error
                case .warning: .warning
                case .note: .note
                }
        }
    }

    func callAsFunction(_ text: String, _ tone: Tone) -> String {
        isOn ? "\u{1B}[\(tone.rawValue)m\(text)\u{1B}[0m" : text
    }
}
