import Foundation
import LiveryCompiler
import LiveryDiagnostics
import Testing

@Suite("Fixes")
struct FixTests {
    @Test("Each fix of the corpus mends its finding", arguments: CorpusCase.all(below: "diagnostics"))
    func mends(_ example: CorpusCase) throws {
        let input = try example.input()
        let compilation = Compiler.compile(input, emitBundles: false)
        let editable = Set(input.sources.files.map(\.id))
        for finding in compilation.diagnostics where !finding.fixes.isEmpty {
            let fixed = FixedTexts([finding], in: compilation.sources, editable: editable)
            #expect(fixed.mended == [finding], "the edits of \(finding.code) do not fit together")
            let after = Compiler.compile(input.replacing(fixed.texts), emitBundles: false)
            let left = after.diagnostics.filter { $0.code == finding.code && $0.message == finding.message }
            let were = compilation.diagnostics.filter { $0.code == finding.code && $0.message == finding.message }
            #expect(left.count < were.count, "\(example.name): \(finding.message)")
        }
    }

    @Test("Rounds go on until nothing is left to mend")
    func rounds() throws {
        var files = try CorpusCase.baseFiles()
        files["shops/oakwood.yaml"] = files["shops/oakwood.yaml"]?
            .replacingOccurrences(of: "  phone: \"+15125550123\"", with: "  phon:\"+15125550123\" # the desk")
            .replacingOccurrences(of: "booking: {enabled: true}", with: "bookin: {enabled: yes}  # soon")
        let mended = Mended(CorpusCase.input(of: files.mapValues { Array($0.utf8) }))
        #expect(mended.before.diagnostics.count == 4)
        #expect(mended.after.diagnostics == [])
        let expected = """
            --- a/tenants/shops/oakwood.yaml
            +++ b/tenants/shops/oakwood.yaml
            @@ -3,7 +3,7 @@
             shop:
               name: Oakwood Auto Care
               email: hello@oakwood.example
            -  phon:"+15125550123" # the desk
            +  phone: "+15125550123" # the desk
               address:
                 street: 2210 Oakwood Bend
                 city: Austin
            @@ -29,7 +29,7 @@
                   short_description: Book a visit from your phone.
                   description: Book a visit and see what we did.
             features:
            -  bookin: {enabled: yes}  # soon
            +  booking: {enabled: true}  # soon
               payments: {enabled: true}
               messaging: {enabled: true, text_messages: true}
             integrations:

            """
        #expect(String(decoding: mended.difference, as: UTF8.self) == expected)
    }

    @Test("A difference never shows a live secret")
    func secrets() throws {
        var files = try CorpusCase.baseFiles()
        let secret = "sk_" + "live_51OakwoodNeverShown"
        files["shops/oakwood.yaml"] = files["shops/oakwood.yaml"]?
            .replacingOccurrences(of: "pk_live_51Oakwood", with: secret)
            .replacingOccurrences(of: "payments: {enabled: true}", with: "payments: {enabled: yes}")
            .replacingOccurrences(of: "      appointments: [read, create]\n", with: "      appointments: read\n")
        let mended = Mended(CorpusCase.input(of: files.mapValues { Array($0.utf8) }))
        let text = String(decoding: mended.difference, as: UTF8.self)
        #expect(text.contains("enabled: true") && !text.contains("51Oakwood"), "\(text)")
    }
}
