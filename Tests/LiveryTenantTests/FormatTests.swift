import Foundation
import LiveryTenant
import Testing

/// `LIVERY_UPDATE=1 swift test --filter FormatTests` writes the pages anew.
@Suite("FormatTests")
struct FormatTests {
    private static let docs = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "docs")

    @Test("docs/definition.schema.json is current and is JSON")
    func jsonSchema() throws {
        let schema = DefinitionFormat.definition.jsonSchema(catalogue: nil)
        try expect(Data(schema), at: "definition.schema.json")
        let parsed = try #require(try JSONSerialization.jsonObject(with: Data(schema)) as? [String: Any])
        let properties = try #require(parsed["properties"] as? [String: Any])
        #expect(
            Set(properties.keys) == [
                "livery", "group", "operator", "shop", "branding", "app", "features", "cookies", "privacy", "api",
                "analytics", "billing", "integrations", "environments", "diagnostics",
            ])
    }

    @Test("docs/definition.md is current")
    func reference() throws {
        try expect(Data(DefinitionFormat.reference.utf8), at: "definition.md")
    }

    private func expect(_ bytes: Data, at name: String) throws {
        let file = Self.docs.appending(path: name)
        if ProcessInfo.processInfo.environment["LIVERY_UPDATE"] == "1" { try bytes.write(to: file) }
        #expect(try Data(contentsOf: file) == bytes, "LIVERY_UPDATE=1 swift test --filter FormatTests writes it anew")
    }
}
