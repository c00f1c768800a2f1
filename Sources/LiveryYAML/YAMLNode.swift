/// A node of a document's graph, as later stages see it. A node is a cursor: the document's arrays and an index.
///
/// An alias shows its target's content under its own span, so that a later stage meets no aliases.
package struct YAMLNode: Sendable {
    package enum Kind: Sendable {
        case scalar
        case sequence
        case mapping
    }
}
