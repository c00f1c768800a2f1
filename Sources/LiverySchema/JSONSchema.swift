import LiveryDiagnostics

/// Writes a shape as JSON Schema, draft 2020-12, for editors and for consumers.
///
/// It judges one file by itself. What the file leaves out can stand in a weaker layer, so that a key is required only
/// where no other layer can give it: in items of lists that are replaced as a whole, and as the key by which others
/// merge. `errorMessage`, `patternErrorMessage`, `deprecationMessage`, `markdownDescription` and `enumDescriptions` are
/// read by yaml-language-server 1.20 and later; other readers pass over them.
package struct JSONSchema {
    package let id: String
    package let title: String
    package let description: String
    /// The keys that each file must have.
    package let required: Set<String>
    /// What stands in the weakest layer.
    package let defaults: LayeredNode?

    /// Objects that a document describes once, by anchor, in the order in which they are met.
    private var definitions: [(anchor: String, object: ObjectShape)] = []
    private var scalars: [ScalarShape] = []

    package init(
        id: String, title: String, description: String, required: Set<String>, defaults: LayeredNode? = nil
    ) {
        self.id = id
        self.title = title
        self.description = description
        self.required = required
        self.defaults = defaults
    }

    package static func document(_ heading: JSONSchema, of object: ObjectShape) -> [UInt8] {
        var schema = heading
        return JSONWriter.document { root in
            root.field("$schema", "https://json-schema.org/draft/2020-12/schema")
            root.field("$id", schema.id)
            root.field("title", schema.title)
            root.field("description", schema.description)
            schema.members(
                of: object, isNullable: false, required: schema.required, defaults: schema.defaults, to: &root)
            root.object("$defs") { schema.writeDefinitions(to: &$0) }
        }
    }

    /// Whether a definition stands for the value, and at which place of its file.
    private struct Place {
        /// Whether `null` can stand here to remove what a weaker layer says.
        var isNullable = true
        /// Whether no other layer can add to what stands here.
        var isWhole = false
        var defaults: LayeredNode?
    }

    private mutating func writeDefinitions(to json: inout JSONWriter) {
        var written = 0
        while written < definitions.count {
            let (anchor, object) = definitions[written]
            written += 1
            json.object(anchor) { definition in
                definition.field("title", object.name)
                members(of: object, isNullable: true, required: [], defaults: nil, to: &definition)
            }
        }
        for scalar in scalars {
            json.object(scalar.sharedAs ?? "") { members(of: scalar, Place(), to: &$0) }
        }
    }

    private mutating func members(of shape: SchemaShape, _ place: Place, to json: inout JSONWriter) {
        switch shape {
        case .scalar(let scalar) where scalar.sharedAs != nil && place.isNullable:
            if !scalars.contains(where: { $0.sharedAs == scalar.sharedAs }) { scalars.append(scalar) }
            json.field("$ref", "#/$defs/\(scalar.sharedAs ?? "")")
        case .scalar(let scalar): members(of: scalar, place, to: &json)
        case .object(let object): reference(to: object, place, to: &json)
        case .map(let map): members(of: map, place, to: &json)
        case .list(let list) where list.allowsSingle:
            var item = place
            item.isNullable = place.isNullable
            json.array("anyOf") { alternatives in
                alternatives.element { members(of: list.item, item, to: &$0) }
                alternatives.element { arrayMembers(of: list, Place(isNullable: false), to: &$0) }
            }
        case .list(let list): arrayMembers(of: list, place, to: &json)
        }
    }

    /// An object stands where it is used when it has defaults there, or when it must be whole there.
    private mutating func reference(to object: ObjectShape, _ place: Place, to json: inout JSONWriter) {
        let hasDefaults = !(place.defaults?.entries.isEmpty ?? true)
        let isWhole = place.isWhole || object.isReplacedWhole
        guard hasDefaults || isWhole || !place.isNullable else {
            if !definitions.contains(where: { $0.anchor == object.anchor }) {
                definitions.append((object.anchor, object))
            }
            return json.field("$ref", "#/$defs/\(object.anchor)")
        }
        json.field("title", object.name)
        let required = place.isWhole ? Set(object.fields.filter(\.isRequired).map(\.key)) : []
        members(
            of: object, isNullable: place.isNullable, required: required, isWhole: place.isWhole,
            defaults: place.defaults, to: &json)
        if object.isReplacedWhole {
            json.field("minProperties", 1)
            json.field("maxProperties", 1)
        }
    }

    private mutating func members(
        of object: ObjectShape, isNullable: Bool, required: Set<String>, isWhole: Bool = false,
        defaults: LayeredNode?, to json: inout JSONWriter
    ) {
        write(types: ["object"], isNullable, to: &json)
        json.object("properties") { properties in
            for field in object.fields {
                properties.object(field.key) { property in
                    describe(field, to: &property)
                    let place = Place(
                        isNullable: !required.contains(field.key), isWhole: isWhole, defaults: defaults?[field.key])
                    members(of: field.shape, place, to: &property)
                }
            }
        }
        let needed = object.fields.map(\.key).filter(required.contains)
        if !needed.isEmpty { json.strings("required", needed) }
        json.field("additionalProperties", false)
    }

    private func describe(_ field: ObjectShape.Field, to json: inout JSONWriter) {
        json.field("description", field.documentation.filter { $0 != "`" })
        if field.documentation.contains("`") { json.field("markdownDescription", field.documentation) }
        if let advice = field.deprecation {
            json.field("deprecated", true)
            json.field("deprecationMessage", advice)
        }
    }

    private mutating func members(of map: MapShape, _ place: Place, to json: inout JSONWriter) {
        write(types: ["object"], place.isNullable, to: &json)
        if let pattern = map.keyPattern() {
            json.object("propertyNames") { $0.field("pattern", "^(?:\(pattern))$") }
        }
        guard map.keys.isEmpty else {
            json.object("properties") { properties in
                for key in map.keys {
                    let place = Place(isWhole: place.isWhole, defaults: place.defaults?[key])
                    properties.object(key) { members(of: map.value, place, to: &$0) }
                }
            }
            return json.field("additionalProperties", false)
        }
        json.object("additionalProperties") {
            members(of: map.value, Place(isWhole: place.isWhole), to: &$0)
        }
    }

    private mutating func arrayMembers(of list: ListShape, _ place: Place, to json: inout JSONWriter) {
        write(types: ["array"], place.isNullable, to: &json)
        if list.count.lowerBound > 0 { json.field("minItems", list.count.lowerBound) }
        json.field("maxItems", list.count.upperBound)
        json.object("items") { items in
            guard let key = list.keyedBy, case .object(let object) = list.item else {
                return members(of: list.item, Place(isNullable: false, isWhole: true), to: &items)
            }
            // Another layer may give the rest of such an item, but only under its name.
            items.field("title", object.name)
            members(of: object, isNullable: false, required: [key], defaults: nil, to: &items)
        }
        if let defaults = place.defaults, case .sequence(let items) = defaults.content {
            json.array("default") { array in
                for item in items { if let text = item.text { array.element(text) } }
            }
        }
    }
}

// Single values.
extension JSONSchema {
    private func members(of scalar: ScalarShape, _ place: Place, to json: inout JSONWriter) {
        let words = scalar.choices + scalar.vocabulary().map(\.word)
        write(types: types(of: scalar), place.isNullable, to: &json)
        if let pattern = scalar.pattern {
            json.field("pattern", "^(?:\(pattern))$")
            if let help = scalar.help { json.field("patternErrorMessage", help) }
        } else if let help = scalar.help {
            json.field("errorMessage", help)
        }
        if !words.isEmpty || !scalar.numbers.isEmpty {
            json.array("enum") { list in
                for word in words { list.element(word) }
                for number in scalar.numbers { list.element(number) }
                if place.isNullable { list.elementNull() }
            }
        }
        if !scalar.vocabulary().isEmpty {
            let removal = place.isNullable ? ["Removes the inherited value."] : []
            json.strings("enumDescriptions", scalar.vocabulary().map(\.meaning) + removal)
        }
        if let range = scalar.range {
            json.field("minimum", range.lowerBound)
            json.field("maximum", range.upperBound)
        }
        if let length = scalar.length {
            json.field("minLength", length.lowerBound)
            json.field("maxLength", length.upperBound)
        }
        writeDefault(of: scalar, place, to: &json)
        if !scalar.examples.isEmpty { json.strings("examples", scalar.examples) }
    }

    private func writeDefault(of scalar: ScalarShape, _ place: Place, to json: inout JSONWriter) {
        guard let text = place.defaults?.text else { return }
        switch scalar.kind {
        case .boolean: json.field("default", text == "true")
        case .integer: if let number = Int(text) { json.field("default", number) }
        case .string: json.field("default", text)
        }
    }

    /// A plain `0123` or `true` is text where the schema says text, but an editor types it by its look.
    private func types(of scalar: ScalarShape) -> [String] {
        switch scalar.kind {
        case .boolean: return ["boolean"]
        case .integer: return ["integer"]
        case .string:
            guard scalar.choices.isEmpty, scalar.vocabulary().isEmpty else { return ["string"] }
            let expression = scalar.pattern.flatMap { try? Regex($0) }
            func accepts(_ text: String) -> Bool {
                guard let expression else { return scalar.pattern == nil }
                return (try? expression.wholeMatch(in: text)) != nil
            }
            let numbers = ["7", "12", "123", "78704", "4155550123", "1.5", "12.50", "15.0", "0.5", "-3", "1e3"]
            return ["string"] + (numbers.contains(where: accepts) ? ["number"] : [])
                + (["true", "false"].contains(where: accepts) ? ["boolean"] : [])
        }
    }

    private func write(types: [String], _ isNullable: Bool, to json: inout JSONWriter) {
        let all = types + (isNullable ? ["null"] : [])
        if all.count == 1 { json.field("type", all[0]) } else { json.strings("type", all) }
    }
}
