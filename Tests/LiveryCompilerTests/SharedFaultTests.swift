import LiveryCompiler
import LiveryDiagnostics
import Testing

@Suite("Faults in shared layers")
struct SharedFaultTests {
    private func sampleInput(replacing old: String, by new: String, in path: String) throws -> CompilationInput {
        var input = SampleWorkspace.input
        var sources = SourceMap()
        for file in input.sources.files {
            var text = String(decoding: file.bytes, as: UTF8.self)
            if file.path == path {
                let range = try #require(text.firstRange(of: old))
                text.replaceSubrange(range, with: new)
            }
            let changed = sources.add(path: file.path, bytes: Array(text.utf8))
            if input.platform?.id == file.id { input.platform = changed }
            for (id, shop) in input.shops where shop.id == file.id { input.shops[id] = changed }
            for (id, group) in input.groups where group.id == file.id { input.groups[id] = changed }
        }
        input.sources = sources
        return input
    }

    @Test("A fault in the platform's file is reported once, not once for each shop")
    func platformFault() throws {
        let input = try sampleInput(
            replacing: "backup_days: 35", by: "backup_days: many", in: "tenants/platform.yaml")
        let compilation = Compiler.compile(input)
        #expect(compilation.diagnostics.filter { $0.severity == .error }.map(\.code) == ["schema/not-integer"])
        #expect(compilation.shops.allSatisfy { $0.bundle == nil })
    }

    @Test("A missing fact of the platform is reported once, at the platform's file")
    func platformLacks() throws {
        let input = try sampleInput(
            replacing: "  legal_name: Trackara LLC\n", by: "", in: "tenants/platform.yaml")
        let errors = Compiler.compile(input).diagnostics.filter { $0.severity == .error }
        #expect(errors.map(\.code) == ["schema/missing-key"])
        #expect(errors.compactMap(\.span).map { input.sources[$0.file].path } == ["tenants/platform.yaml"])
    }

    @Test("One broken shop does not hide the findings of another")
    func independent() throws {
        var input = try sampleInput(
            replacing: "name: Oakwood Auto Care\n", by: "name: \"Oakwood\n", in: "tenants/shops/oakwood-auto-care.yaml")
        let broken = input
        input = try sampleInput(replacing: "email: ", by: "e-mial: ", in: "tenants/shops/pruitt-auto.yaml")
        var both = broken
        var sources = broken.sources
        both.shops["pruitt-auto"] = input.shops["pruitt-auto"].map {
            sources.add(path: $0.path, bytes: $0.bytes)
        }
        both.sources = sources
        let codes = Set(Compiler.compile(both).diagnostics.map(\.code))
        #expect(codes.contains("yaml/unclosed-quote"))
        #expect(codes.contains("schema/unknown-key"))
    }
}
