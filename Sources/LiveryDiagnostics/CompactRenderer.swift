/// One line for each finding, as compilers have long written them (`file:line:column: error: ...`), which editors and
/// problem matchers read.
package enum CompactRenderer {
    package static func render(_ report: Report) -> String {
        report.findings.map { line(for: $0) + "\n" }.joined()
    }

    static func line(for finding: Report.Finding) -> String {
        let place = finding.place.map { "\($0.path):\($0.start.line):\($0.start.column): " } ?? ""
        let text = "\(place)\(finding.severity.rawValue): \(finding.message) [\(finding.code)]"
        return TextWidth.printable(text.replacing("\n", with: " "))
    }
}
