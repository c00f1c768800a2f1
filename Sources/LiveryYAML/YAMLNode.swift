package import LiveryDiagnostics

package struct YAMLLimits: Sendable { package static let definition = YAMLLimits() }
package struct YAMLDocument: Sendable {
    package var root: YAMLNode? { nil }
    package static func parse(_ file: SourceFile, limits: YAMLLimits = .definition) -> (
        document: YAMLDocument?, diagnostics: [Diagnostic]
    ) { (nil, []) }
}
package struct YAMLNode: Sendable {
    package enum Kind: Sendable { case scalar, sequence, mapping }
    package enum Style: Sendable { case plain, singleQuoted, doubleQuoted, literal, folded, block, flow }
    package var kind: Kind
    package var style: Style
    package var span: SourceSpan
    package var text: String
    package var isNull: Bool
    package var isAlias: Bool
    package var items: [YAMLNode]
    package var entries: [(key: YAMLNode, value: YAMLNode)] { [] }
}
