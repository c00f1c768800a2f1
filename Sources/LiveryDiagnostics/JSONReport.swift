/// Everything that Livery knows about a run, for programs that know Livery. Lines and columns count from 1, columns in
/// Unicode scalars (`column`) and in UTF-16 code units (`utf16_column`); `end` is behind the last character.
package enum JSONReport {
    /// Raised when a member changes its meaning or goes away; new members may come at any time.
    static let format = 1

    package static func render(_ report: Report) -> [UInt8] {
        JSONWriter.document { document in
            document.field("format", format)
            document.field("livery", report.version)
            document.strings("shops", report.shops)
            document.object("counts") { counts in
                for severity in [Diagnostic.Severity.error, .warning, .note] {
                    counts.field(severity.rawValue + "s", report.findings.count { $0.severity == severity })
                }
                counts.field("hidden", report.hidden)
            }
            document.array("findings") { list in
                for finding in report.findings { list.element { write(finding, to: &$0) } }
            }
        }
    }

    private static func write(_ finding: Report.Finding, to object: inout JSONWriter) {
        object.field("code", finding.code)
        object.field("severity", finding.severity.rawValue)
        object.field("message", finding.message)
        object.optional("path", finding.path.isEmpty ? nil : finding.path)
        if let place = finding.place { write(place, to: &object) }
        object.optional("label", finding.label)
        object.optional("help", finding.help)
        object.field("is_sensitive", finding.isSensitive)
        object.field("fingerprint", finding.fingerprint)
        object.array("related") { list in
            for (place, text) in finding.related {
                list.element { related in
                    related.field("text", text)
                    write(place, to: &related)
                }
            }
        }
        object.array("fixes") { list in
            for fix in finding.fixes {
                list.element { object in
                    object.field("title", fix.title)
                    object.array("edits") { list in
                        for (place, replacement) in fix.edits {
                            list.element { edit in
                                write(place, to: &edit)
                                edit.field("replacement", replacement)
                            }
                        }
                    }
                }
            }
        }
    }

    private static func write(_ place: Report.Place, to object: inout JSONWriter) {
        object.field(place.isFile ? "file" : "built_in", place.path)
        for (name, end) in [("start", place.start), ("end", place.end)] {
            object.object(name) { position in
                position.field("line", end.line)
                position.field("column", end.column)
                position.field("utf16_column", end.utf16Column)
            }
        }
    }
}
