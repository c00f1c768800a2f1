/// What a person can read about one code. The text stands in `docs/diagnostics/STAGE/WHAT.md`.
package struct DiagnosticPage: Sendable {
    package let code: String
    /// A few words, without a full stop.
    package let title: String
    /// What the code has unless a workspace says otherwise.
    package let severity: Diagnostic.Severity
    package let what: String
    package let why: String
    /// What to do, where no example can show it.
    package let advice: String?
    package let example: Example?
    /// The page as it stands on disk.
    package let markdown: String

    /// Lines of a definition with the fault, and the same lines without it.
    package struct Example: Sendable {
        /// As the page shows it: `tenants/shops/oakwood.yaml`.
        package let file: String
        package let wrong: String
        package let mended: String
        /// The lines of the sample workspace in whose place the example stands; nil when the example is a whole file.
        package let place: String?
    }
}

/// The pages of all codes.
package enum DiagnosticPages {
    /// In order.
    package static let codes: [String] = Embedded.pages.map(\.code)

    /// Whether a workspace may change the severity: no error can be weakened.
    package static func isAdjustable(_ code: String) -> Bool {
        severity(of: code).map { $0 != .error } ?? false
    }

    /// What the code has unless a workspace says otherwise; nil where there is no such code.
    package static func severity(of code: String) -> Diagnostic.Severity? {
        text(for: code).map { text in
            // The third line: `stage/what`, warning
            let line = text.utf8.split(
                separator: UInt8(ascii: "\n"), maxSplits: 3, omittingEmptySubsequences: false
            ).dropFirst(2).first
            return DiagnosticPage.severity(in: line.map(Substring.init))
        }
    }

    package static func page(for code: String) -> DiagnosticPage? {
        text(for: code).map { DiagnosticPage(code: code, markdown: $0) }
    }

    private static func text(for code: String) -> String? {
        Embedded.pages.first { $0.code == code }?.text.description
    }
}

extension DiagnosticPage {
    /// The page for readers that show Markdown.
    var shownMarkdown: String { Self.visible(markdown) }

    /// The page as a terminal shows it: no marks of Markdown, examples indented.
    package var plainText: String {
        var text = "\(code) (\(severity.rawValue)): \(title)\n"
        var isExample = false
        for line in Self.visible(markdown).split(separator: "\n", omittingEmptySubsequences: false).dropFirst(3) {
            if line.hasPrefix("```") {
                isExample.toggle()
            } else if line.hasPrefix("## ") {
                text += "\(line.dropFirst(3).uppercased())\n"
            } else {
                text += isExample && !line.isEmpty ? "    \(line)\n" : "\(line)\n"
            }
        }
        while text.hasSuffix("\n\n") { text.removeLast() }
        return text
    }

    fileprivate init(code: String, markdown: String) {
        let sections = Self.sections(of: markdown)
        let head = sections[""] ?? []
        self.code = code
        self.markdown = markdown
        title = head.first.map { String($0.dropFirst(2)) } ?? ""
        severity = Self.severity(in: head.dropFirst(2).first)
        what = Self.prose(head.dropFirst(3))
        why = Self.prose(sections["Why it matters"] ?? [])
        advice = sections["What to do"].map(Self.prose)
        example = Self.example(wrong: sections["Wrong"], mended: sections["Mended"])
    }

    fileprivate static func severity(in line: Substring?) -> Diagnostic.Severity {
        line?.split(separator: " ").last.flatMap { Diagnostic.Severity(rawValue: String($0)) } ?? .error
    }

    /// The lines below each heading of the second level; those before the first are below "".
    private static func sections(of markdown: String) -> [String: [Substring]] {
        var sections: [String: [Substring]] = [:]
        var heading = ""
        for line in markdown.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.hasPrefix("## ") {
                heading = String(line.dropFirst(3))
                sections[heading] = []
            } else {
                sections[heading, default: []].append(line)
            }
        }
        return sections
    }

    private static func prose(_ lines: some Sequence<Substring>) -> String {
        lines.filter { !$0.isEmpty }.joined(separator: " ")
    }

    private static func example(wrong: [Substring]?, mended: [Substring]?) -> Example? {
        guard let wrong, let mended, let place = wrong.first(where: { $0.hasPrefix("In `") }) else { return nil }
        let mendedText = block(in: mended, from: "```yaml", to: "```")
        let isWholeFile = wrong.contains("<!-- a new file -->")
        let replaced = wrong.contains("<!-- in place of") ? block(in: wrong, from: "<!-- in place of", to: "-->") : nil
        return Example(
            file: place.split(separator: "`").dropFirst().first.map(String.init) ?? "",
            wrong: block(in: wrong, from: "```yaml", to: "```"), mended: mendedText,
            place: isWholeFile ? nil : replaced ?? mendedText)
    }

    private static func block(in lines: [Substring], from open: Substring, to close: Substring) -> String {
        lines.drop { $0 != open }.dropFirst().prefix { $0 != close }.map { $0 + "\n" }.joined()
    }

    /// Comments hold what only the tests read.
    private static func visible(_ markdown: String) -> String {
        var isHidden = false
        var lines: [Substring] = []
        for line in markdown.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.hasPrefix("<!--") { isHidden = true }
            if !isHidden { lines.append(line) }
            if line.hasSuffix("-->") { isHidden = false }
        }
        return lines.joined(separator: "\n")
    }
}
