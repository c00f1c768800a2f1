/// The XML of Checkstyle (its XMLLogger.java): an element for each file, and in it one for each finding.
package enum CheckstyleReport {
    package static func render(_ report: Report) -> String {
        var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<checkstyle version=\"4.3\">\n"
        let files = Dictionary(grouping: report.findings) { $0.place?.path ?? report.home }
        for (path, findings) in files.sorted(by: { $0.key < $1.key }) {
            text += "  <file\(XMLText.attributes(["name": path]))>\n"
            for finding in findings { text += "    " + element(for: finding) + "\n" }
            text += "  </file>\n"
        }
        return text + "</checkstyle>\n"
    }

    private static func element(for finding: Report.Finding) -> String {
        let place = finding.place.map { place in
            XMLText.attributes(["line": String(place.start.line), "column": String(place.start.column)])
        }
        let severity = finding.severity == .note ? "info" : finding.severity.rawValue
        let message = [finding.message, finding.help].compactMap(\.self).joined(separator: "\n")
        let rest = XMLText.attributes(["severity": severity, "message": message, "source": "livery." + finding.code])
        return "<error\(place ?? " line=\"1\"")\(rest)/>"
    }
}
