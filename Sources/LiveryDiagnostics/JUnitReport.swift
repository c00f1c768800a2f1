/// JUnit's XML, as continuous integration reads it: a suite for each shop and one for the files that shops share, in
/// each a case for every group of rules. A group fails by its errors; its warnings and notes are its output.
package enum JUnitReport {
    /// What the codes of diagnostics begin with, in the order of the pipeline.
    package static let groups = ["workspace", "yaml", "schema", "tenant", "privacy", "compiler"]

    package static func render(_ report: Report) -> String {
        let byShop = Dictionary(grouping: report.findings) { shop(of: $0) ?? "" }
        let shared = suite("shared files", file: nil, byShop[""] ?? [])
        // A finding may stand in the file of a shop that nobody named.
        let shops = Set(report.shops).union(byShop.keys).subtracting([""]).sorted()
        let suites =
            [shared]
            + shops.map { shop in
                suite(
                    shop, file: "\(report.home.dropLast("platform.yaml".count))shops/\(shop).yaml", byShop[shop] ?? [])
            }
        let tests = suites.reduce(0) { $0 + $1.tests }
        let failures = suites.reduce(0) { $0 + $1.failures }
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
            + "<testsuites\(XMLText.attributes(["name": "livery"] ))\(counts(tests, failures))>\n"
            + suites.map(\.text).joined() + "</testsuites>\n"
    }

    private struct Suite {
        let text: String
        let tests: Int
        let failures: Int
    }

    private static func suite(_ name: String, file: String?, _ findings: [Report.Finding]) -> Suite {
        let byGroup = Dictionary(grouping: findings) { String($0.code.prefix { $0 != "/" }) }
        let names = groups + byGroup.keys.filter { !groups.contains($0) }.sorted()
        let cases = names.map { testCase($0, of: name, file: file, byGroup[$0] ?? []) }
        let failures = names.count { byGroup[$0]?.contains { $0.severity == .error } ?? false }
        let head = "  <testsuite\(XMLText.attributes(["name": name]))\(counts(names.count, failures))>\n"
        return Suite(text: head + cases.joined() + "  </testsuite>\n", tests: names.count, failures: failures)
    }

    private static func testCase(
        _ group: String, of suite: String, file: String?, _ findings: [Report.Finding]
    ) -> String {
        let errors = findings.filter { $0.severity == .error }
        let others = findings.filter { $0.severity != .error }
        let file = file.map { XMLText.attributes(["file": $0]) } ?? ""
        var text =
            "    <testcase\(XMLText.attributes(["name": group, "classname": "livery." + suite]))\(file) time=\"0\""
        if findings.isEmpty { return text + "/>\n" }
        text += ">\n"
        if let first = errors.first {
            let more = errors.count == 1 ? "" : " (and \(errors.count - 1) more)"
            text += "      <failure\(XMLText.attributes(["message": first.message + more, "type": first.code]))>"
            text += lines(errors) + "</failure>\n"
        }
        if !others.isEmpty { text += "      <system-out>\(lines(others))</system-out>\n" }
        return text + "    </testcase>\n"
    }

    /// A block for each finding: its line as the compact format has it, and what to do.
    private static func lines(_ findings: [Report.Finding]) -> String {
        findings.map { finding in
            let help = finding.help.map { "\n  help: " + TextWidth.printable($0.replacing("\n", with: " ")) } ?? ""
            return XMLText.escaped(CompactRenderer.line(for: finding) + help).replacing("&#10;", with: "\n")
        }.joined(separator: "\n")
    }

    /// Livery looks at no clock: how long a rule took is not known.
    private static func counts(_ tests: Int, _ failures: Int) -> String {
        XMLText.attributes(["tests": String(tests), "failures": String(failures), "errors": "0", "time": "0"])
    }

    private static func shop(of finding: Report.Finding) -> String? {
        guard let path = finding.place?.path, path.hasSuffix(".yaml") else { return nil }
        let parts = path.split(separator: "/")
        guard parts.count >= 3, parts[parts.count - 2] == "shops" else { return nil }
        return String(parts[parts.count - 1].dropLast(".yaml".count))
    }
}
