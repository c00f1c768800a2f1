/// A regular expression that must match a whole value, in the part of the syntax that JSON Schema's `pattern`
/// (ECMA-262) and Swift's `Regex` share.
package struct TextPattern: Sendable, Hashable {
    /// The source, without anchors.
    package let source: String

    package init(source: String) {
        self.source = source
    }

    /// Whether the text as a whole matches. A pattern that is no regular expression matches nothing; the catalogue's
    /// are checked when they are read (``isValid``).
    package func matches(_ text: String) -> Bool {
        guard let expression = try? Regex(source) else { return false }
        return (try? expression.wholeMatch(in: text)) != nil
    }

    package var isValid: Bool {
        (try? Regex(source)) != nil
    }
}
