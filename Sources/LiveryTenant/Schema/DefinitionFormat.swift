import LiveryDiagnostics
import LiverySchema
import LiveryYAML

/// The formats of the files that people write, as documents: made from the declarations that check those files.
package enum DefinitionFormat: String, CaseIterable, Sendable {
    /// Any layer of a definition.
    case definition
    case platform
    case group
    case shop
    case provider

    /// Where a workspace keeps the schema of such a file for editors; hidden, so that nobody takes it for a definition.
    package var path: String { "tenants/.livery/\(rawValue).schema.json" }

    package var summary: String {
        switch self {
        case .definition: "any file of a definition"
        case .platform: "`platform.yaml`: the operator, and the defaults of every shop"
        case .group: "a file in `groups/`: what the shops of a chain share"
        case .shop: "a file in `shops/`: one shop"
        case .provider: "a file in `integrations/`: a provider, or a correction to one"
        }
    }

    /// JSON Schema for editors. `catalogue` and `groups` are what the workspace at hand knows; nil stands for any.
    package func jsonSchema(catalogue: Catalogue?, groups: [String]? = nil) -> [UInt8] {
        let heading = JSONSchema(
            id: "https://livery.example/schema/\(rawValue)-1.json",
            title: self == .definition ? "A Livery definition, format version 1" : "Livery: \(plainSummary)",
            description: "Made by `livery schema \(rawValue)`; what needs other files to be judged is left to "
                + "`livery validate`.",
            required: ["livery"], defaults: self == .provider ? nil : Self.defaults)
        return JSONSchema.document(heading, of: shape(catalogue: catalogue, groups: groups))
    }

    private var plainSummary: String { summary.filter { $0 != "`" } }

    /// The built-in layer.
    private static var defaults: LayeredNode? {
        var sources = SourceMap()
        let file = sources.add(path: "built-in defaults", bytes: BuiltIn.defaults)
        return YAMLDocument.parse(file).document?.root.map { LayeredNode($0) }?.without(["livery"])
    }

    private func shape(catalogue: Catalogue?, groups: [String]?) -> ObjectShape {
        let whole =
            if self == .provider { Schema<@Sendable (String) -> Provider>.provider.shape } else {
                Schema<Definition>.definition.shape
            }
        let known = whole.replacing { map in
            guard map.keyName == "provider id", let catalogue else { return nil }
            return .object(Self.integrations(in: catalogue, like: map.value))
        }
        guard case .object(let object) = known else { preconditionFailure("a file holds an object") }
        let foreign: Set<String> =
            switch self {
            case .definition, .provider: []
            case .platform: ["group"]
            case .group: ["group", "operator", "diagnostics"]
            case .shop: ["operator", "diagnostics"]
            }
        let fields = object.fields.filter { !foreign.contains($0.key) }.map { field in
            guard field.key == "group", let groups, !groups.isEmpty else { return field }
            return field.with(.scalar(ScalarShape(.string, "a group", choices: groups.sorted())))
        }
        return ObjectShape(name: object.name, fields: fields)
    }

    /// The integrations that there can be, each with the names that its provider knows.
    private static func integrations(in catalogue: Catalogue, like shape: SchemaShape) -> ObjectShape {
        let providers = catalogue.providers.filter { $0.kind != .analytics }
        return ObjectShape(
            name: "Integrations",
            fields: providers.map { provider in
                ObjectShape.Field(
                    key: provider.id, documentation: "\(provider.name.value ?? provider.id).",
                    shape: .object(integration(of: provider, like: shape)), isRequired: false)
            })
    }

    private static func integration(of provider: Provider, like shape: SchemaShape) -> ObjectShape {
        guard case .object(let object) = shape else { preconditionFailure("an integration is an object") }
        let name = provider.name.value ?? provider.id
        let fields = object.fields.map { field in
            guard case .map(let map) = field.shape else { return field }
            let known: [ObjectShape.Field] =
                switch field.key {
                case "identifiers": provider.identifiers.map { $0.field }
                case "secrets": provider.secrets.map { .known($0.key, $0.title, map.value) }
                case "sync": provider.resources.map { .known($0.name, $0.note ?? "What is done with them.", $0.shape) }
                default: []
                }
            return field.with(.object(ObjectShape(name: "\(field.key) of \(name)", fields: known)))
        }
        return ObjectShape(name: "\(name) (\(provider.id))", fields: fields)
    }
}

extension DefinitionFormat {
    /// The reference page.
    package static var reference: String {
        Reference.page(
            title: "The format of a definition",
            introduction: """
                Every file starts with `livery: 1`. Any area can stand in any layer: the platform's file holds what \
                all shops share, a group's file what a chain shares, a shop's file the rest. A key with \\* must come \
                from one of them; most have a built-in default.
                """, of: Schema<Definition>.definition.shape)
    }
}

extension ObjectShape.Field {
    fileprivate static func known(_ key: String, _ documentation: String, _ shape: SchemaShape) -> Self {
        ObjectShape.Field(key: key, documentation: documentation, shape: shape, isRequired: false)
    }

    fileprivate func with(_ shape: SchemaShape) -> ObjectShape.Field {
        ObjectShape.Field(
            key: key, documentation: documentation, shape: shape, isRequired: isRequired, deprecation: deprecation)
    }
}

extension Provider.Identifier {
    fileprivate var field: ObjectShape.Field {
        var scalar = ScalarShape(
            .string, title, pattern: pattern?.source, length: 1...200, examples: [example].compactMap(\.self))
        scalar.help = example.map { "It looks like `\($0)`." }
        return .known(key, title + ".", .scalar(scalar))
    }
}

extension Provider.Resource {
    /// The operations that are known to exist. Where none is, only an empty list is no wish for one.
    fileprivate var shape: SchemaShape {
        Schema<[String]>.list(
            of: Schema<String>.scalar(ScalarShape(.string, "an operation", choices: operations.map(\.rawValue))) { $0 },
            count: operations.isEmpty ? 0...0 : 0...4, allowsSingle: !operations.isEmpty
        ).shape
    }
}
