/// Why a policy says what it says, as the preview shows it on demand: the values of the definition behind each
/// statement, with the lines that set them.
package struct PolicyReasons: Sendable {
    private let facts: [String: String]
    private let clauses: [String: String]

    /// - Parameters:
    ///   - facts: by path, such as `features.booking`: the value and the line that sets it, on one line.
    ///   - clauses: by the id of a clause that the workspace wrote: where it stands.
    package init(facts: [String: String], clauses: [String: String]) {
        self.facts = facts
        self.clauses = clauses
    }

    /// A question that opens on the answer. It is no phrasing content: it stands beside a paragraph, not in it.
    func write(_ paths: [String], clause: String?, _ html: inout HTMLWriter) {
        html.raw("<details class=\"why\"><summary>Why?</summary><ul>")
        if let clause, let place = clauses[clause] { html.element("li", "Written in \(place)") }
        if paths.isEmpty { html.element("li", "The policy of every shop says this") }
        for path in paths { html.element("li", facts[path] ?? "\(path): not set") }
        html.raw("</ul></details>")
    }
}
