import LiveryBundle
import LiveryDiagnostics
import LiveryPrivacy
import LiverySchema
import LiveryTenant
import LiveryYAML

/// What all shops of a run share, parsed and checked once: the built-in layer, the platform's, the groups', the
/// catalogue, and the shops' own files.
struct Prepared: Sendable {
    private(set) var sources: SourceMap
    private(set) var diagnostics: [Diagnostic] = []
    /// Those of files that stay as they are while ``groups`` change.
    private let lasting: [Diagnostic]
    let catalogue: Catalogue
    /// Whether every provider file and every clause could be read; what stands in a broken one is not known.
    let hasSoundCatalogue: Bool
    /// The built-in layer and the platform's; nil without a platform file.
    let ground: CommonGround?
    private(set) var groups: [String: Layer]
    /// The built-in clauses with those of the workspace.
    let clauses: ClauseLibrary
    /// Of the files that shops share.
    private(set) var rulings: Rulings
    private(set) var input: CompilationInput
    /// The files that many shops stand on.
    private(set) var sharedFiles: [SourceFile.ID: LinedFile]
    /// Where the workspace's own clauses stand, by id.
    let clausePlaces: [String: Provenance.Place]
    /// What the files hold that shops share, by path.
    private(set) var digests: [String: ContentDigest]

    init(_ input: CompilationInput) {
        self.input = input
        sources = input.sources
        let (builtIn, builtInFaults) = Self.readBuiltIn(into: &sources)
        let (catalogue, catalogueFaults) = Self.readCatalogue(input, sources: &sources)
        self.catalogue = catalogue
        let (clauses, clauseFaults) = ClauseLibrary.reading(Self.inOrder(input.clauses))
        self.clauses = clauses
        lasting = input.problems + builtInFaults + catalogueFaults + clauseFaults
        ground = input.platform.map { file in CommonGround([builtIn, Self.layer(.platform, file)]) }
        groups = Dictionary(
            uniqueKeysWithValues: input.groups.map { id, file in (id, Self.layer(.group(id), file)) })
        let builtInFile = sources.files.filter { $0.path == Self.builtInName }
        let sharedFiles = builtInFile + [input.platform].compactMap(\.self) + input.groups.values
        self.sharedFiles = Dictionary(uniqueKeysWithValues: sharedFiles.map { ($0.id, LinedFile($0)) })
        clausePlaces = Self.places(of: clauses, in: sources)
        let files = Self.ruledFiles(input)
        var digests = Dictionary(
            files.map { ($0.path, ContentDigest(of: $0.bytes)) }, uniquingKeysWith: { first, _ in first })
        digests[ShopInputs.clauses] = input.clausesDigest
        self.digests = digests
        rulings = Rulings(severities: ground?.layers.last?.severities ?? [:], today: input.today, files: files)
        let providers = Set(input.integrations.values.map(\.id))
        let providerFaults = rulings.faults.filter { $0.span.map { providers.contains($0.file) } ?? false }
        hasSoundCatalogue = !(catalogueFaults + providerFaults + clauseFaults).hasErrors
        diagnostics = collected()
    }

    private static func places(of clauses: ClauseLibrary, in sources: SourceMap) -> [String: Provenance.Place] {
        let spans = clauses.places.values
        let files = Dictionary(Set(spans.map(\.file)).map { ($0, LinedFile(sources[$0])) }) { first, _ in first }
        return clauses.places.compactMapValues { files[$0.file]?.place(of: $0) }
    }

    /// The files that shops share and that can hold silences.
    private static func ruledFiles(_ input: CompilationInput) -> [SourceFile] {
        [input.platform].compactMap(\.self) + inOrder(input.groups) + inOrder(input.integrations)
    }

    private func collected() -> [Diagnostic] {
        let ofGroups = groups.keys.sorted().flatMap { groups[$0]?.diagnostics ?? [] }
        let isMissing = input.platform == nil && !input.problems.hasErrors
        return lasting + rulings.faults + (ground?.layers.last?.diagnostics ?? []) + ofGroups
            + (isMissing ? [.missingPlatform] : [])
    }

    /// Takes the texts of groups from a newer state in which there are the same groups.
    mutating func replaceGroups(_ changed: Set<String>, from newer: CompilationInput) {
        guard !changed.isEmpty else { return }
        for id in changed.sorted() {
            guard let former = input.groups[id], let bytes = newer.groups[id]?.bytes else { continue }
            let file = sources.replace(former.id, with: bytes)
            input.groups[id] = file
            groups[id] = Self.layer(.group(id), file)
            sharedFiles[file.id] = LinedFile(file)
            digests[file.path] = ContentDigest(of: bytes)
        }
        rulings = Rulings(
            severities: ground?.layers.last?.severities ?? [:], today: input.today, files: Self.ruledFiles(input))
        diagnostics = collected()
    }

    mutating func replaceAssets(_ assets: Assets) {
        input.assets = assets
    }

    /// Takes the shops' files from a newer state in which nothing else has changed. A file keeps its number; a new
    /// one gets the next.
    mutating func replaceShops(_ changed: Set<String>, removing removed: Set<String>, from newer: CompilationInput) {
        for id in removed { input.shops[id] = nil }
        for id in changed.sorted() {
            guard let file = newer.shops[id] else { continue }
            if let former = input.shops[id] ?? sources.files.last(where: { $0.path == file.path }) {
                input.shops[id] = sources.replace(former.id, with: file.bytes)
            } else {
                input.shops[id] = sources.add(path: file.path, bytes: file.bytes)
            }
        }
        replaceShopProblems(newer.shopProblems)
    }

    /// Gives a shop's file the text that was left out.
    mutating func supply(_ bytes: [UInt8], of shop: String) {
        guard let former = input.shops[shop] else { return }
        input.shops[shop] = sources.replace(former.id, with: bytes)
    }

    mutating func replaceShopProblems(_ problems: [String: [Diagnostic]]) {
        input.shopProblems = problems
    }

    /// By id, where each group's file begins.
    var groupPlaces: [String: SourceSpan?] { groups.mapValues { $0.tree.entries.first?.keySpan } }

    private static func inOrder(_ files: [String: SourceFile]) -> [SourceFile] {
        files.sorted { $0.key < $1.key }.map(\.value)
    }

    /// Parses and checks one file of a definition.
    static func layer(_ kind: Layer.Kind, _ file: SourceFile) -> Layer {
        let parsed = YAMLDocument.parse(file)
        return Layer(kind: kind, file: file, document: parsed.document, faults: parsed.diagnostics)
    }

    /// What a shop stands on besides its own layer; and what is wrong with the way it names its group.
    func layers(under shop: Layer) -> (ground: CommonGround, group: Layer?, diagnostics: [Diagnostic])? {
        guard let ground else { return nil }
        guard let named = shop.tree.entry("group"), let id = named.value.text else { return (ground, nil, []) }
        guard let group = groups[id] else {
            // No name of a file, so the layer has its own word on it.
            if layer(shop, hasFaultAt: named.value.span) { return (ground, nil, []) }
            return (ground, nil, [.unknownGroup(id, at: named.value.span, known: groups.keys.sorted())])
        }
        return (ground, group, [])
    }

    private func layer(_ layer: Layer, hasFaultAt span: SourceSpan) -> Bool {
        layer.diagnostics.contains { $0.span == span }
    }

    private static let builtInName = "built-in defaults"

    private static func readBuiltIn(into sources: inout SourceMap) -> (Layer, [Diagnostic]) {
        let file = sources.add(path: builtInName, bytes: BuiltIn.defaults)
        let layer = layer(.builtIn, file)
        return (layer, layer.diagnostics)
    }

    private static func readCatalogue(
        _ input: CompilationInput, sources: inout SourceMap
    ) -> (Catalogue, [Diagnostic]) {
        var diagnostics: [Diagnostic] = []
        let builtIn = BuiltIn.catalogue.map { id, bytes in
            let file = sources.add(path: "built-in catalogue/\(id).yaml", bytes: bytes)
            return (id: id, document: { @Sendable in YAMLDocument.parse(file).document })
        }
        var workspace: [(id: String, document: YAMLDocument)] = []
        for (id, file) in input.integrations.sorted(by: { $0.key < $1.key }) {
            if id == "manifest" { diagnostics.append(.reservedProvider(file)) }
            let parsed = YAMLDocument.parse(file)
            diagnostics += parsed.diagnostics
            if let document = parsed.document { workspace.append((id, document)) }
        }
        let read = Catalogue.read(builtIn: builtIn, workspace: workspace)
        return (read.catalogue, diagnostics + read.diagnostics)
    }
}

extension Diagnostic {
    fileprivate static var missingPlatform: Diagnostic {
        Diagnostic(
            code: "compiler/missing-platform", "The workspace has no `tenants/platform.yaml`.", at: nil,
            help: "It holds the operator and the defaults of every shop.")
    }

    fileprivate static func reservedProvider(_ file: SourceFile) -> Diagnostic {
        Diagnostic(
            code: "compiler/reserved-provider", "No provider can be called `manifest`.",
            at: SourceSpan(file: file.id, start: 0, end: min(1, UInt32(file.bytes.count))),
            help: "`integrations/manifest.json` lists all integrations of a bundle. Rename `\(file.path)`.")
    }

    fileprivate static func unknownGroup(_ id: String, at span: SourceSpan, known: [String]) -> Diagnostic {
        let meant = Similarity.nearest(to: id, in: known)
        let list =
            known.isEmpty
            ? "`tenants/groups/` is empty."
            : "The \(known.count == 1 ? "only group is" : "groups are") \(joinedAsProse(known.map { "`\($0)`" }))."
        return Diagnostic(
            code: "compiler/unknown-group", "There is no group `\(id)`.", at: span,
            label: meant.map { "did you mean `\($0)`?" }, path: "group", help: list,
            fixes: meant.map { [Fix(title: "Write `\($0)`", span: span, replacement: $0)] } ?? [])
    }
}
