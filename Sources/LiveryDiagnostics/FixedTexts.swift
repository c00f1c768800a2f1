/// Texts with the fixes of findings in them: every byte that no fix names stays as it was.
///
/// The fixes of one finding belong together, so they are made all or none. Where two findings want the same place, the
/// first wins, and the other is for the next run: it may be gone by then.
package struct FixedTexts: Sendable {
    /// The new bytes of each text that changed.
    package private(set) var texts: [SourceFile.ID: [UInt8]] = [:]
    /// The findings whose fixes were made, in the order of the findings.
    package private(set) var mended: [Diagnostic] = []

    /// Only files in `editable` are changed: nobody can edit what is built into the compiler.
    package init(_ diagnostics: [Diagnostic], in sources: SourceMap, editable: Set<SourceFile.ID>) {
        var edits: [Diagnostic.Fix] = []
        for diagnostic in diagnostics where !diagnostic.fixes.isEmpty {
            let wanted = diagnostic.fixes.sorted { $0.span < $1.span }
            guard wanted.allSatisfy({ editable.contains($0.span.file) }), !Self.collide(wanted),
                !wanted.contains(where: { edit in edits.contains { $0.collides(with: edit) } })
            else { continue }
            edits += wanted
            mended.append(diagnostic)
        }
        for edit in edits.sorted(by: { $1.span < $0.span }) {
            let bytes = texts[edit.span.file] ?? sources[edit.span.file].bytes
            texts[edit.span.file] =
                bytes[..<Int(edit.span.start)] + Array(edit.replacement.utf8) + bytes[Int(edit.span.end)...]
        }
        texts = texts.filter { $0.value != sources[$0.key].bytes }
    }

    private static func collide(_ sorted: [Diagnostic.Fix]) -> Bool {
        zip(sorted, sorted.dropFirst()).contains { $0.collides(with: $1) }
    }
}

extension Diagnostic.Fix {
    /// Whether the order of two edits would show: they share a byte, or both begin at one place.
    fileprivate func collides(with other: Diagnostic.Fix) -> Bool {
        span.overlaps(other.span) || (span.file == other.span.file && span.start == other.span.start)
    }
}
