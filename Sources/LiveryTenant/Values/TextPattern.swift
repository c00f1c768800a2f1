/// A regular expression that must match a whole value, in the part of the syntax that JSON Schema's `pattern`
/// (ECMA-262) and this small matcher share: literals, `.`, classes, groups, `|`, `?`, `*`, `+`, `{m,n}`, `\d`.
package struct TextPattern: Sendable, Hashable {
    /// The source, without anchors.
    package let source: String
}
