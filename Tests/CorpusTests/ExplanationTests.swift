import LiveryCompiler
import LiveryDiagnostics
import LiveryTenant
import Testing

@Suite("Explanations")
struct ExplanationTests {
    private let input: CompilationInput

    init() throws {
        input = CorpusCase.input(of: try CorpusCase.baseFiles().mapValues { Array($0.utf8) })
    }

    @Test("A shop that does not exist is named, with the one that was meant")
    func unknownShop() {
        let result = Compiler.explain(input, shop: "okwood", path: nil, environment: .production)
        #expect(result.explanation == nil)
        #expect(
            HumanRenderer.render(result.diagnostics, from: input.sources) == """
                error[compiler/unknown-shop]: There is no shop `okwood`.
                  = help: Did you mean `oakwood`?


                """)
    }

    @Test("A path that no layer sets is named, with the one that was meant")
    func unknownPath() {
        let result = Compiler.explain(input, shop: "oakwood", path: "shop.address.cty", environment: .production)
        #expect(result.explanation == nil)
        #expect(
            HumanRenderer.render(result.diagnostics, from: input.sources) == """
                error[compiler/unknown-path]: No layer sets `shop.address.cty`.
                  = help: Did you mean `shop.address.city`?


                """)
    }

    @Test(
        "A value names its layer, its place, and whom it overrides", arguments: [EnvironmentName.production, .staging])
    func origin(_ environment: EnvironmentName) throws {
        let result = Compiler.explain(input, shop: "oakwood", path: "api.base_url", environment: environment)
        let entry = try #require(result.explanation?.entries.first)
        let isStaging = environment == .staging
        #expect(entry.origin.value == "https://api.\(isStaging ? "staging." : "")northlane.example")
        #expect(entry.overrides.map(\.value) == (isStaging ? ["https://api.northlane.example"] : []))
    }
}
