import LiveryDiagnostics

/// Writes a shape as JSON Schema, draft 2020-12, for editors and for consumers.
///
/// Every key is optional in it: what a shop's file leaves out can stand in a weaker layer, and only the merge knows. An
/// editor still finds unknown keys, wrong types, wrong words and bad forms.
package enum JSONSchema {
    /// A document with its identifier and a title.
    package static func document(id: String, title: String, of shape: SchemaShape) -> [UInt8] {
        JSONWriter.document { root in
            root.field("$schema", "https://json-schema.org/draft/2020-12/schema")
            root.field("$id", id)
            root.field("title", title)
            members(of: shape, to: &root)
            root.object("$defs") { definitions in
                for object in shape.objects { definitions.object(object.anchor) { members(of: object, to: &$0) } }
            }
        }
    }

    private static func members(of shape: SchemaShape, to json: inout JSONWriter) {
        switch shape {
        case .scalar(let scalar): members(of: scalar, to: &json)
        case .object(let object): json.field("$ref", "#/$defs/\(object.anchor)")
        case .map(let map): members(of: map, to: &json)
        case .list(let list) where list.allowsSingle:
            json.array("anyOf") { alternatives in
                alternatives.element { Self.members(of: list.item, to: &$0) }
                alternatives.element { Self.arrayMembers(of: list, to: &$0) }
            }
        case .list(let list): arrayMembers(of: list, to: &json)
        }
    }

    private static func members(of scalar: ScalarShape, to json: inout JSONWriter) {
        switch scalar.kind {
        case .boolean: json.field("type", "boolean")
        case .integer: json.field("type", "integer")
        // A plain `1.10` or `0123` is text where the schema says text, but an editor types it as a number.
        case .string: json.strings("type", ["string", "number"])
        }
        if let pattern = scalar.pattern { json.field("pattern", "^(?:\(pattern))$") }
        if !scalar.choices.isEmpty { json.strings("enum", scalar.choices) }
        if let range = scalar.range {
            json.field("minimum", range.lowerBound)
            json.field("maximum", range.upperBound)
        }
        if let length = scalar.length {
            json.field("minLength", length.lowerBound)
            json.field("maxLength", length.upperBound)
        }
        if !scalar.examples.isEmpty { json.strings("examples", scalar.examples) }
    }

    private static func members(of object: ObjectShape, to json: inout JSONWriter) {
        json.strings("type", ["object", "null"])
        json.object("properties") { properties in
            for field in object.fields {
                properties.object(field.key) { property in
                    property.field("description", field.documentation)
                    members(of: field.shape, to: &property)
                }
            }
        }
        json.field("additionalProperties", false)
    }

    private static func members(of map: MapShape, to json: inout JSONWriter) {
        json.strings("type", ["object", "null"])
        if let pattern = map.keyPattern {
            json.object("propertyNames") { $0.field("pattern", "^(?:\(pattern))$") }
        }
        json.object("additionalProperties") { members(of: map.value, to: &$0) }
    }

    private static func arrayMembers(of list: ListShape, to json: inout JSONWriter) {
        json.field("type", "array")
        if list.count.lowerBound > 0, list.keyedBy == nil { json.field("minItems", list.count.lowerBound) }
        json.field("maxItems", list.count.upperBound)
        json.object("items") { members(of: list.item, to: &$0) }
    }
}
