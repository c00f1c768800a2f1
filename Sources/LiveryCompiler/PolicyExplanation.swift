import LiveryBundle
package import LiveryDiagnostics
import LiveryPrivacy
import LiverySchema
import LiveryTenant

/// Why a policy says what it says: statements that speak of something, with the facts behind each.
package struct PolicyExplanation: Sendable {
    package struct Statement: Sendable {
        package let heading: String
        package let text: String
        package let facts: [Fact]
        /// Where the workspace wrote it; nil for a built-in clause.
        package let span: SourceSpan?
    }
    package struct Fact: Sendable {
        package let path: String
        /// The value on one line, as YAML; nil for a fact that no layer sets.
        package let value: String?
        package let span: SourceSpan?
        private let isArea: Bool

        fileprivate init(_ path: String, _ origins: Origins) {
            self.path = path
            let node = origins.node(at: path, in: .production)
            value = node?.summary
            span = origins.place(of: path)
            isArea = if case .mapping = node?.content { true } else { false }
        }

        /// The path, and as much of the value as fits a line; an area, such as a feature with its options, has no value
        /// worth a line.
        package var text: String {
            isArea
                ? path
                : "\(path): " + (value.map { $0.count <= 40 ? $0 : $0.prefix(39) + "…" } ?? "not set by any layer")
        }
    }

    package let statements: [Statement]
    package let sources: SourceMap
}

extension Compiler {
    /// The statements of the shop's policy for customers in which a text occurs, whatever its case. The explanation is
    /// nil when the shop does not exist or has errors; the diagnostics then say so.
    package static func explainPolicy(
        _ input: CompilationInput, shop id: String, speakingOf words: String
    ) -> (explanation: PolicyExplanation?, sources: SourceMap, diagnostics: [Diagnostic]) {
        let prepared = Prepared(input)
        guard input.shops[id] != nil else {
            return (nil, prepared.sources, [.unknownShop(id, known: input.shops.keys.sorted())])
        }
        let compiled = ShopCompiler(prepared: prepared, id: id).compile(emitBundle: false)
        let diagnostics = (prepared.diagnostics + compiled.result.diagnostics).sortedAndUnique()
        guard let documents = compiled.documents, !diagnostics.hasErrors else {
            return (nil, prepared.sources, diagnostics)
        }
        let wanted = words.lowercased()
        let found = documents.policy.statements.filter { statement in
            statement.kind != .heading && (statement.heading + " " + statement.text).lowercased().contains(wanted)
        }
        let statements = found.map { statement in
            PolicyExplanation.Statement(
                heading: statement.heading, text: statement.text,
                facts: statement.facts.map { PolicyExplanation.Fact($0, documents.origins) },
                span: statement.clause.flatMap { prepared.clauses.places[$0] })
        }
        return (PolicyExplanation(statements: statements, sources: prepared.sources), prepared.sources, diagnostics)
    }
}

extension Prepared {
    /// What the preview shows behind the sentences of a policy.
    func reasons(for policy: PolicyDocument, _ origins: Origins) -> PolicyReasons {
        let facts = policy.facts.map { path in
            let fact = PolicyExplanation.Fact(path, origins)
            let place = fact.value == nil ? nil : fact.span.map { ", " + sources.position(of: $0) }
            return (path, fact.text + (place ?? ""))
        }
        return PolicyReasons(
            facts: Dictionary(facts) { first, _ in first }, clauses: clauses.places.mapValues(sources.position))
    }

    /// Where the facts behind the documents of a shop were set.
    func provenance(of documents: ShopCompiler.Documents) -> Provenance {
        let (origins, own, shared) = (documents.origins, documents.definition, sharedFiles)
        let definition = own.map { LinedFile(sources[$0]) }
        return Provenance(clauses: clausePlaces) { [sources] fact in
            guard let span = origins.exactPlace(of: fact) else { return nil }
            let file = (span.file == own ? definition : shared[span.file]) ?? LinedFile(sources[span.file])
            return file.place(of: span)
        }
    }
}

/// A file of which many places are asked for.
final class LinedFile: Sendable {
    private let path: String
    private let lines: LineIndex

    init(_ file: SourceFile) {
        path = file.path
        lines = LineIndex(file.bytes)
    }

    func place(of span: SourceSpan) -> Provenance.Place {
        Provenance.Place(file: path, line: lines.lineNumber(of: span.start))
    }
}
