import LiveryDiagnostics
import LiveryYAML

/// What the tests ask of a text.
struct Parsed {
    let file: SourceFile
    let document: YAMLDocument?
    let diagnostics: [Diagnostic]

    init(_ bytes: [UInt8], limits: YAMLLimits = .definition) {
        file = SourceFile(id: SourceFile.ID(7), path: "test.yaml", bytes: bytes)
        (document, diagnostics) = YAMLDocument.parse(file, limits: limits)
    }

    init(_ text: String, limits: YAMLLimits = .definition) {
        self.init(Array(text.utf8), limits: limits)
    }

    func text(_ span: SourceSpan?) -> String {
        guard let span else { return "no span" }
        return String(decoding: file.bytes[Int(span.start)..<Int(span.end)], as: UTF8.self)
    }

    /// `code «text under the carets»`, one a line.
    var findings: [String] { diagnostics.map { "\($0.code) «\(text($0.span))»" } }

    /// The text after all fixes of a finding.
    func mended(_ index: Int = 0) -> String {
        var bytes = file.bytes
        for fix in diagnostics[index].fixes.sorted(by: { $0.span > $1.span }) {
            bytes.replaceSubrange(Int(fix.span.start)..<Int(fix.span.end), with: Array(fix.replacement.utf8))
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The graph on one line, in JSON's notation with bare words.
    var tree: String { document?.root.map(Self.tree) ?? "nothing" }

    static func tree(_ node: YAMLNode) -> String {
        switch node.kind {
        case .scalar: node.isFaulty ? "?" : node.isNull ? "~" : node.text
        case .sequence: "[" + node.items.map(tree).joined(separator: ", ") + "]"
        case .mapping: "{" + node.entries.map { "\(tree($0.key)): \(tree($0.value))" }.joined(separator: ", ") + "}"
        }
    }
}
