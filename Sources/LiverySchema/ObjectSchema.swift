package import LiveryDiagnostics

extension Schema {
    /// A mapping with known keys. All fields are decoded and all faults reported before the value is built.
    package static func object<each Part: Sendable>(
        _ name: String, _ fields: repeat Field<each Part>,
        build: @escaping @Sendable (repeat each Part) -> Value
    ) -> Schema<Value> {
        let shape = ObjectShape(name: name, fields: shapes(of: repeat each fields))
        let parts = (repeat each fields)
        return Schema(shape: .object(shape)) { node, context in
            guard let renamed = checkKeys(of: node, shape: shape, in: &context) else { return nil }
            let values = (repeat decodeField(each parts, of: node, renamed: renamed, in: &context))
            return try? build(repeat unwrap(each values))
        }
    }

    /// An object with a switch, `enabled`: while it is off nothing else is required, and the value is nil.
    package static func switchable<each Part: Sendable, Item: Sendable>(
        _ name: String, _ fields: repeat Field<each Part>,
        build: @escaping @Sendable (repeat each Part) -> Item
    ) -> Schema<Item?> where Value == Item? {
        let enabled = Field("enabled", .boolean, "Whether it is on.")
        let shape = ObjectShape(name: name, fields: shapes(of: enabled, repeat each fields))
        let parts = (repeat each fields)
        return Schema(shape: .object(shape)) { node, context in
            guard let renamed = checkKeys(of: node, shape: shape, in: &context) else { return nil }
            let isOn = decodeField(enabled, of: node, renamed: renamed, in: &context)
            let wasPartial = context.isPartial
            context.isPartial = wasPartial || isOn != true
            defer { context.isPartial = wasPartial }
            let values = (repeat decodeField(each parts, of: node, renamed: renamed, in: &context))
            guard let isOn else { return nil }
            guard isOn else { return .some(nil) }
            do {
                return .some(build(repeat try unwrap(each values)))
            } catch {
                return nil
            }
        }
    }
}

private func shapes<each Part>(of fields: repeat Field<each Part>) -> [ObjectShape.Field] {
    var shapes: [ObjectShape.Field] = []
    for field in repeat each fields {
        shapes.append(
            ObjectShape.Field(
                key: field.key, documentation: field.documentation, shape: field.shape, isRequired: field.isRequired,
                deprecation: field.deprecation))
    }
    return shapes
}

/// Reports what is not a mapping and what is not a key of it. Returns the missing keys that an unknown one was probably
/// meant to be, or nil where there is no mapping.
private func checkKeys(of node: LayeredNode, shape: ObjectShape, in context: inout DecodingContext) -> Set<String>? {
    guard case .mapping = node.content else {
        if node.isFaulty { return nil }
        var fault = Diagnostic.wrongType(of: node, expected: "a mapping with \(shape.keyList)", in: context)
        if let text = node.text, ["true", "false"].contains(text), shape.fields.contains(where: { $0.key == "enabled" })
        {
            let switched = "{enabled: \(text)}"
            fault.fixes = [Diagnostic.Fix(title: "Write `\(switched)`", span: node.span, replacement: switched)]
        } else if shape.fields.count < 4 {
            let keys = shape.fields.map { "\($0.key): ..." }.joined(separator: ", ")
            fault.help = "Write it as `{\(keys)}`."
        }
        context.report(fault)
        return nil
    }
    return reportUnknownKeys(of: node, shape: shape, in: &context)
}

private struct MissingPart: Error {}

private func unwrap<Part>(_ part: Part?) throws(MissingPart) -> Part {
    guard let part else { throw MissingPart() }
    return part
}

private func decodeField<Part>(
    _ field: Field<Part>, of node: LayeredNode, renamed: Set<String>, in context: inout DecodingContext
) -> Part? {
    guard let entry = node.entry(field.key), !entry.value.isRemoved else {
        if let absent = field.absent { return absent }
        if !context.isPartial, !renamed.contains(field.key) {
            context.report(.missingKey(field.key, of: node, means: field.documentation, in: context))
        }
        return nil
    }
    return context.decode(entry.value, by: field, field.key, at: entry.keySpan)
}

extension Field {
    /// The field's value in a mapping, outside of a whole object.
    package func decode(of node: LayeredNode, _ context: inout DecodingContext) -> Value? {
        decodeField(self, of: node, renamed: [], in: &context)
    }
}

/// Reports keys that the object does not know, and returns the missing ones that they were probably meant to be: the
/// rename mends both, so a missing key is not reported again.
private func reportUnknownKeys(
    of node: LayeredNode, shape: ObjectShape, in context: inout DecodingContext
) -> Set<String> {
    var renamed: Set<String> = []
    for entry in node.entries where !shape.fields.contains(where: { $0.key == entry.key }) {
        let free = shape.fields.map(\.key).filter { node.entry($0) == nil && !renamed.contains($0) }
        let meant = Similarity.nearest(to: entry.key, in: free)
        if let meant { renamed.insert(meant) }
        context.report(.unknownKey(entry, meant: meant, shape: shape, in: context))
    }
    return renamed
}

extension ObjectShape {
    /// `name`, `email` and `phone`, or the first few and a count.
    var keyList: String {
        let keys = fields.map { "`\($0.key)`" }
        guard keys.count > 8 else { return joinedAsProse(keys) }
        return keys.prefix(8).joined(separator: ", ") + " and \(keys.count - 8) more"
    }
}

/// `a`, `a and b`, `a, b and c`.
package func joinedAsProse(_ words: [String], _ conjunction: String = "and") -> String {
    guard words.count > 1, let last = words.last else { return words.first ?? "" }
    return words.dropLast().joined(separator: ", ") + " \(conjunction) " + last
}

extension Diagnostic {
    static func unknownKey(
        _ entry: LayeredNode.Entry, meant: String?, shape: ObjectShape, in context: DecodingContext
    ) -> Diagnostic {
        let path = (context.path + [entry.key]).joined(separator: ".")
        let place = context.path.isEmpty ? "a definition" : "`\(context.pathText)`"
        return Diagnostic(
            code: "schema/unknown-key", "`\(entry.key)` is not a key of \(place).", at: entry.keySpan,
            label: meant.map { "did you mean `\($0)`?" } ?? "not known here", path: path,
            help: meant.map { "Write `\($0)`." } ?? unknownKeyHelp(entry, shape: shape),
            fixes: meant.map { [Fix(title: "Rename to `\($0)`", span: entry.keySpan, replacement: $0)] } ?? [])
    }

    private static func unknownKeyHelp(_ entry: LayeredNode.Entry, shape: ObjectShape) -> String {
        // `{percent: 2,5}` holds the percent 2 and a key 5.
        let isRest = entry.key.utf8.first.map { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } ?? false
        if isRest, entry.value.isRemoved {
            return "Inside braces a comma ends a value: put one that holds a comma in quotes, or write a point."
        }
        return "\(shape.name) knows \(shape.keyList)."
    }

    static func missingKey(
        _ key: String, of node: LayeredNode, means documentation: String, in context: DecodingContext
    ) -> Diagnostic {
        let removed = node.entry(key)
        let place = context.path.isEmpty ? "The definition" : "`\(context.pathText)`"
        let parent = context.keySpans.last ?? node.entries.first?.keySpan ?? node.span
        let path = (context.path + [key]).joined(separator: ".")
        let hint = documentation.prefix(1).lowercased() + documentation.dropFirst()
        guard let removed else {
            return Diagnostic(
                code: "schema/missing-key", "\(place) lacks `\(key)`.", at: parent, label: "`\(key)` is missing here",
                path: path, help: "Add `\(key)`: \(hint)")
        }
        return Diagnostic(
            code: "schema/missing-key", "`\(path)` is needed and cannot be removed.", at: removed.value.span,
            label: "removed here",
            related: removed.value.overridden.first.map { [Label(span: $0.span, text: "the inherited value")] } ?? [],
            path: path, help: "Delete this line to inherit the value, or write one: \(hint)")
    }

    package static func wrongType(
        of node: LayeredNode, expected: String, in context: DecodingContext
    ) -> Diagnostic {
        let found =
            switch node.content {
            case .scalar: "a single value"
            case .sequence: "a list"
            case .mapping: "a mapping"
            case .removed: "nothing"
            }
        let place = context.path.isEmpty ? "A definition" : "`\(context.pathText)`"
        return Diagnostic(
            code: "schema/wrong-type", "\(place) must be \(expected), and this is \(found).",
            at: narrowest(node, context), label: "this is \(found)", path: context.pathText)
    }

    /// A list of one value where the value alone belongs.
    static func wrongScalar(of node: LayeredNode, expected: String, in context: DecodingContext) -> Diagnostic {
        var fault = wrongType(of: node, expected: expected, in: context)
        if case .sequence(let items) = node.content, node.isInBrackets, items.count == 1, items[0].text != nil {
            fault.fixes = [Fix(title: "Take the brackets away", span: node.span, replacement: items[0].summary)]
        }
        return fault
    }

    /// A collection of many lines is shown by its key.
    private static func narrowest(_ node: LayeredNode, _ context: DecodingContext) -> SourceSpan {
        if case .scalar = node.content { return node.span }
        if node.isInBrackets { return node.span }
        return context.keySpans.last ?? node.span
    }
}
