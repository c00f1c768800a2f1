/// GitLab's Code Quality report (gitlab docs, ci/testing/code_quality): a list, of which these members are read.
package enum GitLabReport {
    package static func render(_ report: Report) -> [UInt8] {
        JSONWriter.list { list in
            for finding in report.findings {
                list.element { issue in
                    issue.field("description", finding.message + (finding.help.map { " " + $0 } ?? ""))
                    issue.field("check_name", finding.code)
                    // Findings with the same fingerprint are shown as one.
                    issue.field("fingerprint", finding.fingerprint)
                    issue.field("severity", severity(of: finding))
                    issue.object("location") { location in
                        location.field("path", finding.place?.path ?? report.home)
                        location.object("lines") { $0.field("begin", finding.place?.start.line ?? 1) }
                    }
                }
            }
        }
    }

    private static func severity(of finding: Report.Finding) -> String {
        switch finding.severity {
        case .error: finding.isSensitive ? "critical" : "major"
        case .warning: "minor"
        case .note: "info"
        }
    }
}
