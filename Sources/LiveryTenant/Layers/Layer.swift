package import LiveryDiagnostics
package import LiverySchema
package import LiveryYAML

/// One file of a definition, checked by itself: what is wrong in it is reported here, once, whoever stands on it.
package struct Layer: Sendable {
    package enum Kind: Sendable, Hashable {
        case builtIn
        case platform
        case group(String)
        case shop(String)
    }

    package let kind: Kind
    /// An empty mapping where the file has nothing usable.
    package let tree: LayeredNode
    package let diagnostics: [Diagnostic]
    /// What its values mean, where no other layer touches them; empty for the layers of ``CommonGround``.
    let decoded: DecodedValues

    /// Checks a parsed file. `document` is nil where the file is no YAML; `faults` is what the parser said.
    package init(kind: Kind, file: SourceFile, document: YAMLDocument?, faults: [Diagnostic] = []) {
        self.kind = kind
        let start = SourceSpan(file: file.id, start: 0, end: 0)
        guard let root = document?.root, root.kind != .scalar || !root.isNull else {
            tree = LayeredNode(content: .mapping([]), span: start)
            diagnostics = faults.isEmpty ? [.emptyFile(file)] : faults
            decoded = DecodedValues()
            return
        }
        let owner = Self.owner(of: kind)
        let parsed = LayeredNode(root, owner: owner)
        // A test proves that nothing is wrong with the built-in layer.
        guard kind != .builtIn else {
            tree = parsed
            diagnostics = faults
            decoded = DecodedValues()
            return
        }
        var context = DecodingContext(isPartial: true, isRemembering: owner != nil)
        _ = Schema<Definition>.definition.decode(parsed.without(Self.foreignKeys(of: kind)), &context)
        decoded = context.known
        let meant = parsed.renamingKeys(Self.meantKeys(context.diagnostics))
        Self.checkHeader(of: meant, kind: kind, in: &context)
        let secrets = SecretScan.findings(in: parsed)
        let sensitive = Set(secrets.compactMap(\.span))
        let others = context.diagnostics.filter { diagnostic in
            !(diagnostic.span.map { sensitive.contains($0) } ?? false)
        }
        diagnostics = faults + others + secrets
        if case .mapping = parsed.content {
            tree = meant
        } else {
            tree = LayeredNode(content: .mapping([]), span: start)
        }
    }

    /// What misspelled keys were meant to be: rules over the whole definition then see the values that they have.
    private static func meantKeys(_ diagnostics: [Diagnostic]) -> [SourceSpan: String] {
        var names: [SourceSpan: String] = [:]
        for diagnostic in diagnostics where diagnostic.code == "schema/unknown-key" {
            if let fix = diagnostic.fixes.first, fix.span == diagnostic.span { names[fix.span] = fix.replacement }
        }
        return names
    }

    /// The overlay of an environment, if this layer has one.
    func overlay(_ environment: EnvironmentName) -> LayeredNode? {
        guard let overlay = tree["environments"]?[environment.rawValue], case .mapping = overlay.content else {
            return nil
        }
        return overlay
    }

    private static func owner(of kind: Kind) -> DecodedValues.Owner? {
        switch kind {
        case .builtIn, .platform: nil
        case .group: .group
        case .shop: .shop
        }
    }

    /// Keys that this kind of file may not have; ``checkHeader`` reports them.
    private static func foreignKeys(of kind: Kind) -> Set<String> {
        switch kind {
        case .builtIn: []
        case .platform: ["group"]
        case .group: ["group", "operator", "diagnostics"]
        case .shop: ["operator", "diagnostics"]
        }
    }

    private static func checkHeader(of tree: LayeredNode, kind: Kind, in context: inout DecodingContext) {
        guard case .mapping(let entries) = tree.content, let first = entries.first else { return }
        if tree.entry("livery") == nil {
            context.report(.missingVersion(at: first.keySpan))
        }
        for entry in entries where foreignKeys(of: kind).contains(entry.key) {
            context.report(.misplacedArea(entry))
        }
    }
}

extension Diagnostic {
    fileprivate static func emptyFile(_ file: SourceFile) -> Diagnostic {
        Diagnostic(
            code: "tenant/empty-file", "`\(file.path)` is empty.",
            at: SourceSpan(file: file.id, start: 0, end: 0),
            help: "Write a definition: `livery new SHOP` makes a complete one.")
    }

    fileprivate static func missingVersion(at span: SourceSpan) -> Diagnostic {
        let start = SourceSpan(file: span.file, start: span.start, end: span.start)
        return Diagnostic(
            code: "tenant/format-version", "The file does not say which format version it is written in.", at: span,
            label: "`livery: 1` must stand before this", path: "livery", help: "Add `livery: 1` as the first line.",
            fixes: [Fix(title: "Add `livery: 1`", span: start, replacement: "livery: 1\n")])
    }

    fileprivate static func misplacedArea(_ entry: LayeredNode.Entry) -> Diagnostic {
        let place = entry.key == "group" ? "the file of a shop" : "`platform.yaml`"
        return Diagnostic(
            code: "tenant/misplaced-area", "`\(entry.key)` can only stand in \(place).", at: entry.keySpan,
            path: entry.key, help: "Move it to \(place).")
    }
}
