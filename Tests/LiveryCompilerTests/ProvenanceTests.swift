import Foundation
import LiveryBundle
import LiveryCompiler
import LiveryDiagnostics
import Testing

@Suite("Provenance")
struct ProvenanceTests {
    private struct File: Decodable {
        struct Document: Decodable {
            let document: String
            let statements: [Statement]
        }
        struct Statement: Decodable {
            let kind: String
            let text: String
            let facts: [Fact]
        }
        struct Fact: Decodable {
            let path: String
            let file: String?
            let line: Int?
        }

        let documents: [Document]
    }

    @Test("Each fact behind a sentence stands where the file says")
    func places() throws {
        let input = SampleWorkspace.input
        let lines = Dictionary(
            input.sources.files.map { file in
                (
                    file.path,
                    String(decoding: file.bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
                )
            }
        ) { first, _ in first }
        for shop in Compiler.compile(input, threads: 2).shops {
            let bytes = try #require(shop.bundle?.files.first { $0.path == "privacy/provenance.json" }).bytes
            let file = try JSONDecoder().decode(File.self, from: Data(bytes))
            #expect(file.documents.map(\.document) == ["policy", "partner-notice"])
            let statements = file.documents.flatMap(\.statements)
            #expect(statements.count > 80)
            for fact in statements.flatMap(\.facts) {
                guard let path = fact.file, let line = fact.line, let text = lines[path]?[line - 1] else { continue }
                // The line holds the key, or the item of a list, or the value of one.
                let names = fact.path.split(separator: ".").suffix(2).map(String.init)
                #expect(
                    names.contains { text.contains($0) } || text.contains("- "),
                    "\(shop.id): \(fact.path) at \(path):\(line)")
            }
        }
    }

    @Test("A policy explains what it says of a word, and only that")
    func explanation() throws {
        let found = try #require(
            Compiler.explainPolicy(SampleWorkspace.input, shop: "oakwood-auto-care", speakingOf: "STRIPE").explanation)
        #expect(found.statements.count >= 4)
        #expect(found.statements.allSatisfy { ($0.heading + $0.text).lowercased().contains("stripe") })
        let facts = found.statements.flatMap(\.facts)
        #expect(facts.contains { $0.path == "billing.processor" && $0.value == "stripe" })
        let silent = Compiler.explainPolicy(SampleWorkspace.input, shop: "pruitt-auto", speakingOf: "stripe")
        #expect(silent.explanation?.statements.isEmpty == true)
        let unknown = Compiler.explainPolicy(SampleWorkspace.input, shop: "nobody", speakingOf: "stripe")
        #expect(unknown.diagnostics.map(\.code) == ["compiler/unknown-shop"])
    }
}
