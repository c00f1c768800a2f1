import LiveryDiagnostics

/// The JSON Schema (draft 2020-12) of one kind of generated file, for those who read bundles: it names every key that
/// can stand there and refuses all others.
package struct ArtifactSchema: Sendable {
    /// As `livery schema NAME` takes it.
    package let name: String
    /// Below the folder of a shop; `*` stands for any name.
    package let files: String
    package let summary: String
    /// Whether ``files`` stand in a bundle; otherwise they are words for what it describes.
    package let isOfBundle: Bool
    let shape: ArtifactShape

    package static let all: [ArtifactSchema] = [
        APIConfiguration.schema, ThemeTokens.schema, PermissionFile.schema, IntegrationFiles.schema,
        IntegrationFiles.indexSchema, ConsentFiles.analyticsSchema, ConsentFiles.cookiesSchema,
        ConsentSnippets.signalSchema, PrivacyLinksFile.schema, DataMapFile.schema, PolicyRecordFile.schema,
        ProvenanceFile.schema,
        AppleLabels.schema, BundleManifest.schema,
    ]

    init(_ name: String, files: String, _ summary: String, _ shape: ArtifactShape) {
        (self.name, self.files, self.summary, self.shape, isOfBundle) = (name, files, summary, shape, true)
    }

    /// Of what runs leave beside bundles.
    package init(_ name: String, besidesBundles files: String, _ summary: String, _ shape: ArtifactShape) {
        (self.name, self.files, self.summary, self.shape, isOfBundle) = (name, files, summary, shape, false)
    }

    package var bytes: [UInt8] {
        var definitions: [(name: String, shape: ArtifactShape)] = []
        return JSONWriter.document { json in
            json.field("$schema", "https://json-schema.org/draft/2020-12/schema")
            let folder = isOfBundle ? "bundle/" : ""
            json.field("$id", "https://livery.example/schema/\(folder)\(name)-\(Bundle.formatVersion).json")
            json.field("title", isOfBundle ? "Livery bundle: \(files)" : "Livery: \(files)")
            json.field("description", summary)
            shape.write(to: &json, &definitions)
            guard !definitions.isEmpty else { return }
            json.object("$defs") { entries in
                var written = 0
                while written < definitions.count {
                    let (name, shape) = definitions[written]
                    entries.object(name) { shape.write(to: &$0, &definitions) }
                    written += 1
                }
            }
        }
    }
}

extension ArtifactShape {
    /// Writes the keywords of the shape into a schema that is open; shapes to be written once are noted.
    fileprivate func write(to json: inout JSONWriter, _ definitions: inout [(name: String, shape: ArtifactShape)]) {
        switch self {
        case .text(let pattern, let examples):
            json.field("type", "string")
            if let pattern { json.field("pattern", "^(?:\(pattern))$") }
            json.strings("examples", examples)
        case .words(let words):
            json.field("type", "string")
            json.strings("enum", words)
        case .constant(let number):
            json.field("type", "integer")
            json.field("const", number)
        case .flag: json.field("type", "boolean")
        case .integer(let range):
            json.field("type", "integer")
            json.field("minimum", range.lowerBound)
            if range.upperBound < Int.max { json.field("maximum", range.upperBound) }
        case .number:
            json.field("type", "number")
            json.field("minimum", 0)
        case .share:
            json.field("type", "number")
            json.field("minimum", 0)
            json.field("maximum", 1)
        case .list(let item, let count):
            json.field("type", "array")
            json.object("items") { item.write(to: &$0, &definitions) }
            if count.lowerBound > 0 { json.field("minItems", count.lowerBound) }
            if count.upperBound < Int.max { json.field("maxItems", count.upperBound) }
        case .object(let members): Self.write(members, to: &json, &definitions)
        case .map(let keys, let value):
            json.field("type", "object")
            json.object("propertyNames") { keys.write(to: &$0, &definitions) }
            json.object("additionalProperties") { value.write(to: &$0, &definitions) }
        case .orNull(let shape):
            json.array("anyOf") { alternatives in
                alternatives.element { shape.write(to: &$0, &definitions) }
                alternatives.element { $0.field("type", "null") }
            }
        case .shared(let name, let shape):
            if !definitions.contains(where: { $0.name == name }) { definitions.append((name, shape)) }
            json.field("$ref", "#/$defs/\(name)")
        case .extending(let address, let members):
            json.array("allOf") { list in list.element { $0.field("$ref", address) } }
            Self.write(members, to: &json, &definitions)
        }
    }

    private static func write(
        _ members: [ArtifactMember], to json: inout JSONWriter,
        _ definitions: inout [(name: String, shape: ArtifactShape)]
    ) {
        json.field("type", "object")
        json.object("properties") { properties in
            for member in members {
                properties.object(member.key) { property in
                    property.field("description", member.description)
                    member.shape.write(to: &property, &definitions)
                }
            }
        }
        json.strings("required", members.filter(\.isRequired).map(\.key))
        json.field("additionalProperties", false)
    }
}
