/// Workflow commands that GitHub shows on the lines of a change (actions/toolkit, packages/core/src/command.ts).
package enum GitHubAnnotations {
    /// A step shows so many annotations of each severity; what follows is in the log only.
    static let shown = 10

    package static func render(_ report: Report) -> String {
        var text = ""
        var notices = 0
        for finding in report.findings {
            if finding.severity == .note { notices += 1 }
            // The last notice of a step is kept for the summary.
            let isShown = finding.severity != .note || notices < shown
            text += (isShown ? command(for: finding) : CompactRenderer.line(for: finding)) + "\n"
        }
        return text + summary(of: report) + "\n"
    }

    private static func command(for finding: Report.Finding) -> String {
        let name = finding.severity == .note ? "notice" : finding.severity.rawValue
        var properties: [(String, String)] = []
        if let place = finding.place, place.isFile {
            properties = [
                ("file", place.path), ("line", String(place.start.line)), ("endLine", String(place.end.line)),
            ]
            // Columns of different lines are refused.
            if place.start.line == place.end.line {
                properties += [("col", String(place.start.column)), ("endColumn", String(place.end.column))]
            }
        }
        properties.append(("title", finding.code))
        let list = properties.map { "\($0)=\(escaped(property: $1))" }.joined(separator: ",")
        let message = [finding.message, finding.help].compactMap(\.self).joined(separator: "\n")
        return "::\(name) \(list)::\(escaped(message))"
    }

    /// Ends the log; an annotation of its own where others are cut off.
    private static func summary(of report: Report) -> String {
        let limits = [(Diagnostic.Severity.error, shown), (.warning, shown), (.note, shown - 1)]
        let cut = limits.compactMap { severity, limit -> String? in
            let count = report.findings.count { $0.severity == severity } - limit
            return count > 0 ? "\(count) \(severity.rawValue)\(count == 1 ? "" : "s")" : nil
        }
        var sentences = [report.counts + "."]
        if !cut.isEmpty {
            sentences.append("GitHub shows \(shown) of a kind: \(cut.joined(separator: ", ")) more in the log.")
        }
        if let hidden = report.hiddenNotice { sentences.append(hidden + ".") }
        let text = sentences.joined(separator: " ")
        return sentences.count == 1 ? "livery: " + text : "::notice title=Livery::" + escaped(text)
    }

    static func escaped(_ text: String) -> String {
        text.unicodeScalars.reduce(into: "") { result, scalar in
            switch scalar {
            case "%": result += "%25"
            case "\r": result += "%0D"
            case "\n": result += "%0A"
            // The log is read on terminals too.
            default: result += TextWidth.printable(scalar, in: .unicode)
            }
        }
    }

    static func escaped(property text: String) -> String {
        escaped(text).unicodeScalars.reduce(into: "") { result, scalar in
            switch scalar {
            case ":": result += "%3A"
            case ",": result += "%2C"
            default: result.unicodeScalars.append(scalar)
            }
        }
    }
}
