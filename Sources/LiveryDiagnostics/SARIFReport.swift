/// The Static Analysis Results Interchange Format, version 2.1.0 (OASIS), with all that GitHub's code scanning asks for
/// (github/docs, "SARIF support for code scanning") and within what it accepts.
package enum SARIFReport {
    private static let schema =
        "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
    /// A file with more results in a run is refused as a whole.
    static let accepted = 25_000
    /// Of these, so many are shown, the most severe ones.
    static let shown = 5_000
    /// More places of one result are not read.
    private static let relatedLimit = 100
    /// Longer texts of a rule are cut by the service, wherever that is.
    private static let textLimit = 1024

    package static func render(_ report: Report) -> [UInt8] {
        let findings = mostSevere(report.findings)
        let rules = Dictionary(findings.map { ($0.code, $0) }) { first, _ in first }.sorted { $0.key < $1.key }
        let numbers = Dictionary(uniqueKeysWithValues: rules.enumerated().map { ($1.key, $0) })
        return JSONWriter.document { document in
            document.field("$schema", schema)
            document.field("version", "2.1.0")
            document.array("runs") { runs in
                runs.element { run in
                    run.object("tool") { tool in
                        tool.object("driver") { driver in
                            driver.field("name", "Livery")
                            driver.field("semanticVersion", report.version)
                            driver.array("rules") { list in
                                for (_, finding) in rules { list.element { write(ruleOf: finding, to: &$0) } }
                            }
                        }
                    }
                    write(notices(of: report, kept: findings.count), to: &run)
                    run.field("columnKind", "unicodeCodePoints")
                    run.array("results") { list in
                        for finding in findings {
                            list.element { result in
                                write(finding, rule: numbers[finding.code] ?? 0, home: report.home, to: &result)
                            }
                        }
                    }
                }
            }
        }
    }

    private static func mostSevere(_ findings: [Report.Finding]) -> [Report.Finding] {
        guard findings.count > accepted else { return findings }
        let ranked = findings.indices.sorted { (findings[$0].severity, $0) < (findings[$1].severity, $1) }
        return ranked.prefix(accepted).sorted().map { findings[$0] }
    }

    /// What is not in the file, or will not be seen, said in the file.
    private static func notices(of report: Report, kept: Int) -> [String] {
        let all = report.findings.count
        let left =
            kept < all ? "Only the \(kept) most severe of \(all) findings are in this file: more are refused." : nil
        let unseen = kept > shown ? "Code scanning shows the \(shown) most severe of \(kept) results." : nil
        return [report.hiddenNotice.map { $0 + "." }, left, unseen].compactMap(\.self)
    }

    private static func write(_ notices: [String], to run: inout JSONWriter) {
        run.array("invocations") { list in
            list.element { invocation in
                invocation.field("executionSuccessful", true)
                if notices.isEmpty { return }
                invocation.array("toolExecutionNotifications") { list in
                    for notice in notices {
                        list.element { notification in
                            notification.field("level", "warning")
                            notification.object("message") { $0.field("text", notice) }
                        }
                    }
                }
            }
        }
    }

    private static func write(ruleOf finding: Report.Finding, to rule: inout JSONWriter) {
        let text = RuleText(of: finding)
        rule.field("id", finding.code)
        rule.object("shortDescription") { $0.field("text", String(text.short.prefix(textLimit))) }
        rule.object("fullDescription") { $0.field("text", String(text.full.prefix(textLimit))) }
        rule.object("help") { help in
            help.field("text", text.help)
            help.optional("markdown", text.markdown)
        }
        rule.object("defaultConfiguration") { $0.field("level", text.severity.rawValue) }
        rule.object("properties") { properties in
            properties.strings("tags", [String(finding.code.prefix { $0 != "/" })])
            properties.field("precision", "very-high")
            properties.field(
                "problem.severity", text.severity == .note ? "recommendation" : text.severity.rawValue)
            // Makes it a security finding: 7.0 to 8.9 is shown as high.
            if finding.isSensitive { properties.field("security-severity", "8.0") }
        }
    }

    private static func write(
        _ finding: Report.Finding, rule: Int, home: String, to result: inout JSONWriter
    ) {
        result.field("ruleId", finding.code)
        result.field("ruleIndex", rule)
        result.field("level", finding.severity.rawValue)
        result.object("message") { message in
            message.field("text", finding.message + (finding.help.map { "\n" + $0 } ?? ""))
        }
        // Exactly one: a result without a place is refused, and only the first is shown.
        result.array("locations") { list in
            list.element { location in
                write(finding.place, home: home, to: &location)
                if finding.path.isEmpty { return }
                location.array("logicalLocations") { list in
                    list.element { field in
                        field.field("fullyQualifiedName", finding.path)
                        field.field("kind", "property")
                    }
                }
            }
        }
        if !finding.related.isEmpty {
            result.array("relatedLocations") { list in
                for (number, related) in finding.related.prefix(relatedLimit).enumerated() {
                    list.element { location in
                        location.field("id", number + 1)
                        write(related.place, home: home, to: &location)
                        location.object("message") { $0.field("text", related.text) }
                    }
                }
            }
        }
        result.object("partialFingerprints") { $0.field("primaryLocationLineHash", finding.fingerprint) }
        write(finding.fixes, to: &result)
    }

    private static func write(_ place: Report.Place?, home: String, to location: inout JSONWriter) {
        if let place, !place.isFile {
            location.array("logicalLocations") { list in
                list.element { $0.field("fullyQualifiedName", "\(place.path):\(place.start.line)") }
            }
            return
        }
        location.object("physicalLocation") { physical in
            physical.object("artifactLocation") { $0.field("uri", uri(of: place?.path ?? home)) }
            physical.object("region") { region in
                guard let place else { return region.field("startLine", 1) }
                write(place, to: &region)
            }
        }
    }

    private static func write(_ place: Report.Place, to region: inout JSONWriter) {
        region.field("startLine", place.start.line)
        region.field("startColumn", place.start.column)
        region.field("endLine", place.end.line)
        region.field("endColumn", place.end.column)
    }

    private static func write(_ fixes: [Report.Fix], to result: inout JSONWriter) {
        let fixes = fixes.filter { $0.edits.allSatisfy(\.place.isFile) }
        if fixes.isEmpty { return }
        result.array("fixes") { list in
            for fix in fixes {
                list.element { object in
                    object.object("description") { $0.field("text", fix.title) }
                    let files = Dictionary(grouping: fix.edits, by: \.place.path).sorted { $0.key < $1.key }
                    object.array("artifactChanges") { changes in
                        for (path, edits) in files { changes.element { write(edits, of: path, to: &$0) } }
                    }
                }
            }
        }
    }

    private static func write(
        _ edits: [(place: Report.Place, replacement: String)], of path: String, to change: inout JSONWriter
    ) {
        change.object("artifactLocation") { $0.field("uri", uri(of: path)) }
        change.array("replacements") { replacements in
            for (place, replacement) in edits {
                replacements.element { object in
                    object.object("deletedRegion") { write(place, to: &$0) }
                    object.object("insertedContent") { $0.field("text", replacement) }
                }
            }
        }
    }

    /// A path as a relative reference (RFC 3986): all but unreserved characters and slashes as percent escapes.
    static func uri(of path: String) -> String {
        path.utf8.reduce(into: "") { uri, byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
                UInt8(ascii: "~"), UInt8(ascii: "/"):
                uri.unicodeScalars.append(Unicode.Scalar(byte))
            default: uri += (byte < 0x10 ? "%0" : "%") + String(byte, radix: 16, uppercase: true)
            }
        }
    }
}

/// What is said about a rule rather than about one finding: its page.
private struct RuleText {
    let short: String
    let full: String
    let help: String
    let markdown: String?
    let severity: Diagnostic.Severity

    init(of finding: Report.Finding) {
        let page = DiagnosticPages.page(for: finding.code)
        short = page.map { $0.title + "." } ?? finding.message
        full = page?.what ?? finding.message
        help = page?.plainText ?? finding.help ?? "`livery validate` shows the line and what to write instead."
        markdown = page?.shownMarkdown
        severity = page?.severity ?? finding.severity
    }
}
