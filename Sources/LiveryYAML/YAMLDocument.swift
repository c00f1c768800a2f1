package import LiveryDiagnostics

/// A definition's text as a graph of nodes.
///
/// Livery reads a profile of YAML 1.2.2: one document, keys that are text and differ, no tags but those of the core
/// schema, no merge keys. The profile is checked here; ``YAMLEvents`` reads the full language.
package struct YAMLDocument: Sendable {
    private let stream: YAMLEvents
    private let rootIndex: Int?

    /// Nil for a text without a document, such as an empty one.
    package var root: YAMLNode? {
        rootIndex.map { YAMLNode(stream, at: $0) }
    }

    package var file: SourceFile.ID { stream.file }

    /// Reads what the text holds and reports everything that is wrong with it. No document when nothing is usable: a
    /// text that is not UTF-8, or is beyond a limit.
    package static func parse(
        _ file: SourceFile, limits: YAMLLimits = .definition
    ) -> (document: YAMLDocument?, diagnostics: [Diagnostic]) {
        let (stream, faults) = YAMLEvents.read(file, limits: limits)
        guard let stream else { return (nil, faults.sortedAndUnique()) }
        var composer = YAMLComposer(stream, limits: limits, profile: .definition)
        composer.compose()
        let document = YAMLDocument(stream: composer.composed(), rootIndex: composer.roots.first)
        return (document, (faults + composer.diagnostics).sortedAndUnique())
    }
}

extension YAMLEvents {
    /// The roots of all documents, whatever their keys and tags are. Aliases have their targets.
    package func documents(limits: YAMLLimits) -> (roots: [YAMLNode], diagnostics: [Diagnostic]) {
        var composer = YAMLComposer(self, limits: limits, profile: .full)
        composer.compose()
        let stream = composer.composed()
        return (composer.roots.map { YAMLNode(stream, at: $0) }, composer.diagnostics)
    }
}
