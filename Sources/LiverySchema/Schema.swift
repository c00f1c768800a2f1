package import LiveryDiagnostics

/// One declaration that decodes a value, reports everything that is wrong with it, and describes itself.
package struct Schema<Value: Sendable>: Sendable {
    package let shape: SchemaShape
    /// nil when something was wrong, which the context then holds, or missing in a partial layer.
    package let decode: @Sendable (LayeredNode, inout DecodingContext) -> Value?

    package init(shape: SchemaShape, decode: @escaping @Sendable (LayeredNode, inout DecodingContext) -> Value?) {
        self.shape = shape
        self.decode = decode
    }

    /// The same schema with a rule over the decoded value. A rule reports into the context and can refuse the value.
    package func checked(
        _ rule: @escaping @Sendable (Value, LayeredNode, inout DecodingContext) -> Void
    ) -> Schema<Value> {
        Schema(shape: shape) { node, context in
            guard let value = decode(node, &context) else { return nil }
            rule(value, node, &context)
            return value
        }
    }

    /// The same schema with a fuller description of its scalar.
    package func described(_ change: (inout ScalarShape) -> Void) -> Schema<Value> {
        guard case .scalar(var scalar) = shape else { return self }
        change(&scalar)
        return Schema(shape: .scalar(scalar), decode: decode)
    }

    package func map<Other: Sendable>(_ transform: @escaping @Sendable (Value) -> Other) -> Schema<Other> {
        Schema<Other>(shape: shape) { node, context in decode(node, &context).map(transform) }
    }
}

/// Where decoding stands and what it has found.
package struct DecodingContext: Sendable {
    /// One layer by itself: what is missing may stand in another layer.
    var isPartial: Bool
    /// What need not be decoded again.
    package private(set) var known: DecodedValues
    /// Whether what is decoded here joins ``known``.
    private let isRemembering: Bool
    /// How many rules were put off because one layer alone cannot meet them.
    private var deferrals = 0
    package var diagnostics: [Diagnostic] = []
    package private(set) var path: [String] = []
    /// The keys on the way here, the innermost last.
    package private(set) var keySpans: [SourceSpan] = []

    package init(isPartial: Bool, isRemembering: Bool = false, known: DecodedValues = DecodedValues()) {
        self.isPartial = isPartial
        self.isRemembering = isRemembering
        self.known = known
    }

    /// Whether a rule applies that only a whole definition can meet. What one layer by itself means under such a rule
    /// is not remembered.
    package mutating func asksForWhole() -> Bool {
        if isPartial { deferrals += 1 }
        return !isPartial
    }

    /// `branding.colors.primary`.
    package var pathText: String { path.joined(separator: ".") }

    package mutating func report(_ diagnostic: Diagnostic) {
        var diagnostic = diagnostic
        if diagnostic.path.isEmpty { diagnostic.path = pathText }
        diagnostics.append(diagnostic)
    }

    package mutating func within<Result>(
        _ key: String, at span: SourceSpan, _ body: (inout DecodingContext) -> Result
    ) -> Result {
        path.append(key)
        keySpans.append(span)
        defer {
            path.removeLast()
            keySpans.removeLast()
        }
        return body(&self)
    }

    /// What a field means at a key; what is known is not decoded again.
    mutating func decode<Value>(
        _ node: LayeredNode, by field: Field<Value>, _ key: String, at span: SourceSpan
    ) -> DecodedValue<Value>? {
        if let value = known.value(at: node.mark, by: field) { return value }
        let (faults, deferred) = (diagnostics.count, deferrals)
        path.append(key)
        keySpans.append(span)
        defer {
            path.removeLast()
            keySpans.removeLast()
        }
        guard let value = field.decode(node, &self) else { return nil }
        let decoded = DecodedValue(value)
        if isRemembering, diagnostics.count == faults, deferrals == deferred {
            known.remember(decoded, at: node.mark, by: field)
        }
        return decoded
    }
}

/// One key of an object. A class, because each decoding of an object takes all its fields in hand.
package final class Field<Value: Sendable>: Sendable {
    package let key: String
    let documentation: String
    let shape: SchemaShape
    let isRequired: Bool
    let decode: @Sendable (LayeredNode, inout DecodingContext) -> Value?
    /// What an absent key means; nil when it must be there.
    let absent: DecodedValue<Value>?
    let deprecation: String?

    /// A key that some layer must give.
    package convenience init(_ key: String, _ schema: Schema<Value>, _ documentation: String) {
        self.init(key: key, schema: schema, documentation: documentation, absent: nil)
    }

    /// A key that means a fixed value when no layer gives it; for items of lists, which defaults cannot reach.
    package convenience init(_ key: String, _ schema: Schema<Value>, default value: Value, _ documentation: String) {
        self.init(key: key, schema: schema, documentation: documentation, absent: DecodedValue(value))
    }

    /// A key that can be left out or removed.
    package static func optional<Wrapped>(
        _ key: String, _ schema: Schema<Wrapped>, _ documentation: String
    ) -> Field<Value> where Value == Wrapped? {
        Field(
            key: key, schema: schema.map { .some($0) }, documentation: documentation, absent: DecodedValue(.none))
    }

    /// The same key, of which editors say what to write instead.
    package func deprecated(_ advice: String) -> Field<Value> {
        let schema = Schema(shape: shape, decode: decode)
        return Field(key: key, schema: schema, documentation: documentation, absent: absent, deprecation: advice)
    }

    private init(
        key: String, schema: Schema<Value>, documentation: String, absent: DecodedValue<Value>?,
        deprecation: String? = nil
    ) {
        self.key = key
        self.documentation = documentation
        self.deprecation = deprecation
        shape = schema.shape
        decode = schema.decode
        isRequired = absent == nil
        self.absent = absent
    }
}
