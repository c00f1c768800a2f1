import LiveryBundle
package import LiveryDiagnostics
import LiveryYAML

/// Findings that somebody knows of, so that an old workspace can adopt new rules. A finding is recognised by its code,
/// its file, its field and its message: lines move whenever anybody writes above them.
package struct Baseline: Sendable {
    private struct Fingerprint: Hashable, Comparable {
        let file: String
        let path: String
        let code: String
        /// The first digits of the message's SHA-256; the message itself would go stale in the eyes of a reader.
        let message: String

        init?(_ diagnostic: Diagnostic, in sources: SourceMap) {
            guard diagnostic.severity != .note, let span = diagnostic.span else { return nil }
            file = sources[span.file].path
            path = diagnostic.path
            code = diagnostic.code
            message = String(SHA256.hexDigest(Array(diagnostic.message.utf8)).prefix(16))
        }

        init?(_ node: YAMLNode) {
            var members: [String: String] = [:]
            for (key, value) in node.entries { members[key.text] = value.text }
            guard let file = members["file"], let path = members["path"], let code = members["code"],
                let message = members["message"]
            else { return nil }
            self.file = file
            self.path = path
            self.code = code
            self.message = message
        }

        static func < (left: Fingerprint, right: Fingerprint) -> Bool {
            (left.file, left.path, left.code, left.message) < (right.file, right.path, right.code, right.message)
        }
    }

    /// In order; a finding that is there twice stands here twice.
    private let known: [Fingerprint]

    /// Warnings and errors that have a place. What is wrong with the workspace as a whole is never taken for known.
    package init(of diagnostics: [Diagnostic], from sources: SourceMap) {
        known = diagnostics.compactMap { Fingerprint($0, in: sources) }.sorted()
    }

    /// Reads what ``bytes`` wrote; nil for any other text. JSON is YAML, as far as this file goes.
    package init?(reading bytes: [UInt8]) {
        var sources = SourceMap()
        let parsed = YAMLDocument.parse(sources.add(path: "baseline", bytes: bytes))
        guard !parsed.diagnostics.hasErrors, let entries = parsed.document?.root?.entries,
            entries.first(where: { $0.key.text == "livery_baseline" })?.value.text == "1",
            let findings = entries.first(where: { $0.key.text == "findings" })?.value, findings.kind == .sequence
        else { return nil }
        let known = findings.items.map { Fingerprint($0) }
        guard known.allSatisfy({ $0 != nil }) else { return nil }
        self.known = known.compactMap(\.self).sorted()
    }

    package var count: Int { known.count }

    /// JSON, a member a line, so that a review shows what came and went.
    package var bytes: [UInt8] {
        JSONWriter.document { document in
            document.field("livery_baseline", 1)
            document.array("findings") { list in
                for fingerprint in known {
                    list.element { finding in
                        finding.field("file", fingerprint.file)
                        finding.field("path", fingerprint.path)
                        finding.field("code", fingerprint.code)
                        finding.field("message", fingerprint.message)
                    }
                }
            }
        }
    }

    /// The findings that are new, how many are hidden, and how many entries match nothing any more.
    package func sift(
        _ diagnostics: [Diagnostic], from sources: SourceMap
    ) -> (new: [Diagnostic], hidden: Int, stale: Int) {
        var left: [Fingerprint: Int] = [:]
        for fingerprint in known { left[fingerprint, default: 0] += 1 }
        let new = diagnostics.filter { diagnostic in
            guard let fingerprint = Fingerprint(diagnostic, in: sources), let count = left[fingerprint], count > 0
            else { return true }
            left[fingerprint] = count - 1
            return false
        }
        return (new, diagnostics.count - new.count, left.values.reduce(0, +))
    }
}
