import Foundation
import LiveryBundle
import LiveryCompiler
import LiveryDiagnostics
import Testing

/// `LIVERY_UPDATE=1 swift test --filter Corpus` writes the expectations anew; read the difference before you commit it.
private let isUpdating = ProcessInfo.processInfo.environment["LIVERY_UPDATE"] == "1"

@Suite("Corpus")
struct CorpusTests {
    @Test("A definition with a fault gives its diagnostics", arguments: CorpusCase.all(below: "diagnostics"))
    func diagnostics(_ example: CorpusCase) throws {
        let compilation = Compiler.compile(try example.input(), emitBundles: false)
        let text = HumanRenderer.render(compilation.diagnostics, from: compilation.sources)
        try expect(Array(text.utf8), at: example.expectedText, of: example.name)
    }

    @Test("A definition gives its bundle", arguments: CorpusCase.all(below: "bundles"))
    func bundles(_ example: CorpusCase) throws {
        let compilation = Compiler.compile(try example.input(), only: ["oakwood"])
        let faults = HumanRenderer.render(
            compilation.diagnostics.filter { $0.severity == .error }, from: compilation.sources)
        let bundle = try #require(compilation.shops.first?.bundle, "\(faults)")
        if isUpdating { try? FileManager.default.removeItem(at: example.expectedBundle) }
        for file in bundle.files {
            try expect(
                file.bytes, at: example.expectedBundle.appending(path: file.path), of: "\(example.name)/\(file.path)")
        }
        let expected =
            FileManager.default.enumerator(atPath: example.expectedBundle.path)?.compactMap { $0 as? String } ?? []
        let unused = expected.filter { $0.contains(".") }.filter { path in !bundle.files.contains { $0.path == path } }
        #expect(unused == [], "these expected files are not written")
    }

    @Test("A change of a definition is told by fact", arguments: CorpusCase.all(below: "changes"))
    func changes(_ example: CorpusCase) throws {
        let hasFormer = FileManager.default.fileExists(atPath: example.formerEdit.path)
        let old = hasFormer ? try Self.record(of: try example.formerInput()) : try Self.base.get()
        let new = try Self.record(of: try example.input())
        let difference = BundleDifference(from: old, to: new)
        try expect(Array(difference.text(drafts: true).utf8), at: example.expectedText, of: example.name)
        let back = BundleDifference(from: new, to: old)
        #expect(difference.isEmpty == back.isEmpty && difference.changes.isEmpty == back.changes.isEmpty)
        #expect(BundleDifference(from: new, to: new).isEmpty)
    }

    private static let base = Result {
        try record(of: CorpusCase.input(of: CorpusCase.baseFiles().mapValues { Array($0.utf8) }))
    }

    private static func record(of input: CompilationInput) throws -> BundleRecord {
        let compilation = Compiler.compile(input, only: ["oakwood"])
        let faults = HumanRenderer.render(compilation.diagnostics, from: compilation.sources)
        let bundle = try #require(compilation.shops.first?.bundle, "\(faults)")
        var sources = SourceMap()
        let (record, diagnostics) = BundleRecord.read(bundle, of: "oakwood", named: "output", into: &sources)
        #expect(diagnostics == [])
        return try #require(record)
    }

    @Test("The base workspace has no findings")
    func base() throws {
        let input = CorpusCase.input(of: try CorpusCase.baseFiles().mapValues { Array($0.utf8) })
        let compilation = Compiler.compile(input)
        #expect(HumanRenderer.render(compilation.diagnostics, from: compilation.sources) == "")
        #expect(compilation.shops.allSatisfy { $0.bundle != nil })
    }

    private func expect(_ bytes: [UInt8], at file: URL, of name: String) throws {
        if isUpdating {
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(bytes).write(to: file)
        }
        let expected = try? Data(contentsOf: file)
        #expect(expected != nil, "\(file.lastPathComponent) is missing; LIVERY_UPDATE=1 writes it")
        let found = String(decoding: bytes, as: UTF8.self)
        #expect(found == expected.map { String(decoding: $0, as: UTF8.self) }, "\(name)")
    }
}
