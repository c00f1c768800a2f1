package import LiveryBundle
package import LiveryDiagnostics
package import LiveryTenant

/// What a compiler run is given: every text by kind. `LiveryWorkspace` reads them; nothing here does.
package struct CompilationInput: Sendable {
    package var sources: SourceMap
    package var platform: SourceFile?
    /// By the name of the file without its ending.
    package var groups: [String: SourceFile]
    package var shops: [String: SourceFile]
    package var integrations: [String: SourceFile]
    /// Policy clauses of the workspace, by the name of the file.
    package var clauses: [String: SourceFile] = [:]
    package var assets: Assets
    /// What went wrong while reading; shown with the rest.
    package var problems: [Diagnostic]
    /// What went wrong while reading the files of single shops, by the name of the file without its ending. It keeps no
    /// other shop from being compiled.
    package var shopProblems: [String: [Diagnostic]] = [:]
    /// The day by which silences run out; nil when none does. It changes no bundle: only warnings can be silenced.
    package var today: CalendarDate?

    package init(
        sources: SourceMap = SourceMap(), platform: SourceFile? = nil, groups: [String: SourceFile] = [:],
        shops: [String: SourceFile] = [:], integrations: [String: SourceFile] = [:], assets: Assets = [:],
        problems: [Diagnostic] = []
    ) {
        self.sources = sources
        self.platform = platform
        self.groups = groups
        self.shops = shops
        self.integrations = integrations
        self.assets = assets
        self.problems = problems
    }
}

extension CompilationInput {
    /// Of the names and the bytes of all clauses; nil without any.
    package var clausesDigest: ContentDigest? {
        guard !clauses.isEmpty else { return nil }
        var bytes: [UInt8] = []
        for (name, file) in clauses.sorted(by: { $0.key < $1.key }) {
            bytes += Array("\(name) \(file.bytes.count)\n".utf8) + file.bytes
        }
        return ContentDigest(of: bytes)
    }
}

/// What a compiler run gives.
package struct Compilation: Sendable {
    package var sources: SourceMap
    /// By id, in order.
    package var shops: [CompiledShop]
    /// Everything that is wrong anywhere, in the order of files and lines, each thing once.
    package var diagnostics: [Diagnostic]
    /// For findings that are made later, when bundles are written. ``diagnostics`` went through them.
    package var rulings: Rulings
}

package struct CompiledShop: Sendable {
    package let id: String
    /// nil when the definition has errors.
    package let tenant: Tenant?
    package let bundle: Bundle?
    /// What concerns this shop, including faults in the layers that it stands on.
    package let diagnostics: [Diagnostic]
}
