import Foundation
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

    @Test("Laws are told with the facts that decide, and what they ask")
    func laws() throws {
        let lines = try #require(Compiler.explainLaws(input, shop: "oakwood").explanation).text
            .split(separator: "\n", omittingEmptySubsequences: false)
        #expect(
            lines.prefix { !$0.hasPrefix("No customers") }.joined(separator: "\n") == """
                Laws for `oakwood` as of 2026-12-01, the day from which its policy counts

                COPPA does not apply  (us-coppa)
                  because  the app is not made for children  # privacy.for_children is not set
                  written  15 USC 6501 ff.; 16 CFR 312 (seen)

                the sale rule of Texas does not apply  (us-tx-sale)
                  because  it sells no sensitive data  # privacy.sells_data, tenants/platform.yaml:26:15
                  written  Tex. Bus. & Com. Code 541.107 (seen)

                the TDPSA of Texas does not apply  (us-tx)
                  because  it is a small business by the standards of the U.S. SBA  # privacy.size.small_business, \
                tenants/platform.yaml:39:68
                  written  Tex. Bus. & Com. Code 541.002(a) (seen)

                """)
        #expect(lines.contains("  the GDPR: no customers in 30 places"))
        #expect(lines.contains("  the VDPOSA of Vermont: no customers in Vermont"))
    }

    @Test("A law that applies shows its demands, and one that hangs on a missing fact shows the fact")
    func demands() throws {
        var files = try CorpusCase.baseFiles()
        files["shops/oakwood.yaml"] = files["shops/oakwood.yaml"]?.replacingOccurrences(
            of: "customers_in: [US-TX]", with: "customers_in: [US-TX, CA-ON]")
        files["platform.yaml"] = files["platform.yaml"]?.replacingOccurrences(of: ", small_business: true", with: "")
        let input = CorpusCase.input(of: files.mapValues { Array($0.utf8) })
        let text = try #require(Compiler.explainLaws(input, shop: "oakwood").explanation).text
        #expect(
            text.hasPrefix(
                """
                Laws for `oakwood` as of 2026-12-01, the day from which its policy counts

                PIPEDA applies  (ca-pipeda)
                  because  customers in Ontario  # privacy.customers_in, tenants/shops/oakwood.yaml:55:3
                           it asks for no size
                  written  S.C. 2000 c. 5 (seen)
                  demands  grant: access, correction, withdrawal, complaint  (S.C. 2000 c. 5, seen)
                           answer within 30 days, 30 more in hard cases  (s. 8(3)-(4), seen)
                           name who answers for the data, with an address  (Sch. 1 cl. 4.8.2(a), seen)
                           say how to see one's data  (Sch. 1 cl. 4.8.2(b), seen)
                           say what is held and what for  (Sch. 1 cl. 4.8.2(c), seen)
                           say that data is used outside Canada  (Sch. 1 cl. 4.1.3, known)

                the TDPSA of Texas is open: a fact is missing  (us-tx)
                  because  whether it is a small business  # privacy.size.small_business is not set
                  written  Tex. Bus. & Com. Code 541.002(a) (seen)

                """))
    }

    @Test("The laws of a shop that does not exist, or that has errors, are nobody's")
    func lawsOfNobody() throws {
        let unknown = Compiler.explainLaws(input, shop: "okwood")
        #expect(unknown.explanation == nil && unknown.diagnostics.map(\.code) == ["compiler/unknown-shop"])
        var files = try CorpusCase.baseFiles()
        files["shops/oakwood.yaml"] = files["shops/oakwood.yaml"]?.replacingOccurrences(of: "US-TX]", with: "US-ZZ]")
        let wrong = Compiler.explainLaws(
            CorpusCase.input(of: files.mapValues { Array($0.utf8) }), shop: "oakwood")
        #expect(wrong.explanation == nil && wrong.diagnostics.map(\.code) == ["tenant/unknown-region"])
    }
}
