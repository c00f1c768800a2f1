import Foundation
import LiveryCompiler
import LiveryDiagnostics
import LiveryWorkspace
import LiveryYAML

/// A file of the sample workspace, and the part of the workspace that shows its faults: the shop itself, or a shop of
/// the chain, on the platform that it stands on.
struct SampleFile: Sendable {
    let path: String
    let bytes: [UInt8]
    let input: CompilationInput
    /// What the part says by itself, such as that a chain of one shop is none.
    let noise: Set<String>

    var sites: [Site] {
        YAMLDocument.parse(SourceFile(id: SourceFile.ID(0), path: path, bytes: bytes)).document.map(Site.all) ?? []
    }

    /// The input with another text in the place of this file.
    func input(with bytes: [UInt8]) -> CompilationInput {
        guard let file = input.sources.files.first(where: { $0.path == path }) else { return input }
        return input.replacing([file.id: bytes])
    }

    func findings(with bytes: [UInt8]) -> (compilation: Compilation, new: [Diagnostic]) {
        let compilation = Compiler.compile(input(with: bytes), emitBundles: false)
        return (compilation, compilation.diagnostics.filter { !noise.contains(Self.name(of: $0)) })
    }

    static let all: [SampleFile] = {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let whole = Workspace.read(at: root.path).input
        var files = whole.shops.values.map { SampleFile($0, shops: [$0], of: whole) }
        for (id, group) in whole.groups {
            let shops = whole.shops.values.filter { String(decoding: $0.bytes, as: UTF8.self).contains("group: \(id)") }
            files.append(SampleFile(group, shops: Array(shops.sorted { $0.path < $1.path }.prefix(1)), of: whole))
        }
        if let platform = whole.platform, let shop = whole.shops["oakwood-auto-care"] {
            files.append(SampleFile(platform, shops: [shop], of: whole))
        }
        return files.sorted { $0.path < $1.path }
    }()

    private init(_ file: SourceFile, shops: [SourceFile], of whole: CompilationInput) {
        path = file.path
        bytes = file.bytes
        var part = CompilationInput()
        func add(_ file: SourceFile) -> SourceFile { part.sources.add(path: file.path, bytes: file.bytes) }
        let text = shops.map { String(decoding: $0.bytes, as: UTF8.self) }.joined()
        part.platform = whole.platform.map(add)
        for (id, file) in whole.integrations.sorted(by: { $0.key < $1.key }) { part.integrations[id] = add(file) }
        for (id, group) in whole.groups.sorted(by: { $0.key < $1.key }) where text.contains("group: \(id)") {
            part.groups[id] = add(group)
        }
        for (id, shop) in whole.shops where shops.contains(where: { $0.path == shop.path }) {
            part.shops[id] = add(shop)
        }
        part.assets = whole.assets
        input = part
        noise = Set(Compiler.compile(part, emitBundles: false).diagnostics.map(Self.name))
    }

    private static func name(of diagnostic: Diagnostic) -> String {
        "\(diagnostic.code) \(diagnostic.message)"
    }
}
