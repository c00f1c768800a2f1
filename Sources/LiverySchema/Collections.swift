package import LiveryDiagnostics

extension Schema {
    /// A list. With `keyedBy` its items are mappings that layers merge by that field, and no two may share it. With
    /// `allowsSingle` one item can stand without a list.
    package static func list<Item: Sendable>(
        of item: Schema<Item>, keyedBy key: String? = nil, count: ClosedRange<Int> = 0...1000,
        allowsSingle: Bool = false
    ) -> Schema<[Item]> where Value == [Item] {
        let shape = ListShape(item: item.shape, keyedBy: key, count: count, allowsSingle: allowsSingle)
        let member = Field("item", item, "An item of the list.")
        return Schema(shape: .list(shape)) { node, context in
            guard let items = items(of: node, shape: shape, in: &context) else { return nil }
            if let key { reportRepeatedItems(items, key: key, in: &context) }
            guard case .sequence = node.content else { return item.decode(node, &context).map { [$0] } }
            // A loop, for a map and a filter have types of their own, which the run time makes for each kind of item.
            var values: [Item] = []
            for (index, node) in items.enumerated() {
                let name = key.flatMap { node[$0]?.text } ?? String(index)
                let start = node.entries.first?.keySpan ?? node.span
                if let value = context.decode(node, by: member, name, at: start) { values.append(value.value) }
            }
            return values.count == items.count ? values : nil
        }
    }

    /// A mapping whose keys are data. The values come in the order of the keys' bytes, so that no layer's order shows.
    package static func map<Item: Sendable>(
        keys keyName: String, pattern: @autoclosure @escaping @Sendable () -> String? = nil, known: [String] = [],
        of item: Schema<Item>,
        checkKey: (@Sendable (LayeredNode.Entry, DecodingContext) -> Diagnostic?)? = nil
    ) -> Schema<[KeyedValue<Item>]> where Value == [KeyedValue<Item>] {
        let shape = MapShape(keyName: keyName, keyPattern: pattern, keys: known, value: item.shape)
        let member = Field("value", item, "A value of the mapping.")
        return Schema(shape: .map(shape)) { node, context in
            guard case .mapping(let entries) = node.content else {
                context.report(.wrongType(of: node, expected: "a mapping by \(keyName)", in: context))
                return nil
            }
            var values: [KeyedValue<Item>] = []
            var isComplete = true
            for entry in entries where !entry.value.isRemoved {
                if let fault = checkKey?(entry, context) {
                    context.report(fault)
                    isComplete = false
                    continue
                }
                guard let value = context.decode(entry.value, by: member, entry.key, at: entry.keySpan) else {
                    isComplete = false
                    continue
                }
                values.append(KeyedValue(key: entry.key, keySpan: entry.keySpan, value: value.value))
            }
            guard isComplete else { return nil }
            let order = values.indices.sorted { values[$0].key < values[$1].key }
            var sorted: [KeyedValue<Item>] = []
            for index in order { sorted.append(values[index]) }
            return sorted
        }
    }
}

/// A value of a mapping whose keys are data.
package struct KeyedValue<Value: Sendable>: Sendable {
    package let key: String
    package let keySpan: SourceSpan
    package let value: Value
}

private func items(
    of node: LayeredNode, shape: ListShape, in context: inout DecodingContext
) -> [LayeredNode]? {
    let items: [LayeredNode]
    switch node.content {
    case .sequence(let found):
        items = found
    case .scalar where shape.allowsSingle:
        items = [node]
    default:
        var fault = Diagnostic.wrongType(of: node, expected: "a list", in: context)
        if let text = node.text, let span = fault.span {
            let item = LayeredNode(content: node.content, span: node.span).summary
            fault.fixes = [Diagnostic.Fix(title: "Put `\(text)` in brackets", span: span, replacement: "[\(item)]")]
        }
        context.report(fault)
        return nil
    }
    guard shape.count.contains(items.count) else {
        context.report(.wrongCount(items.count, of: node, allowed: shape.count, in: context))
        return nil
    }
    return items
}

private func reportRepeatedItems(_ items: [LayeredNode], key: String, in context: inout DecodingContext) {
    var first: [String: SourceSpan] = [:]
    for item in items {
        guard let entry = item.entry(key), let name = entry.value.text else { continue }
        if let earlier = first[name] {
            context.report(.repeatedItem(name, key: key, at: entry.value.span, first: earlier))
        } else {
            first[name] = entry.value.span
        }
    }
}

extension Diagnostic {
    fileprivate static func wrongCount(
        _ count: Int, of node: LayeredNode, allowed: ClosedRange<Int>, in context: DecodingContext
    ) -> Diagnostic {
        let bound = count < allowed.lowerBound ? allowed.lowerBound : allowed.upperBound
        let wanted = "\(count < bound ? "at least" : "at most") \(bound) item\(bound == 1 ? "" : "s")"
        return Diagnostic(
            code: "schema/wrong-count",
            "`\(context.pathText)` needs \(wanted) and has \(count == 0 ? "none" : String(count)).",
            at: count == 0 ? context.keySpans.last ?? node.span : node.span, path: context.pathText)
    }

    fileprivate static func repeatedItem(
        _ name: String, key: String, at span: SourceSpan, first: SourceSpan
    ) -> Diagnostic {
        Diagnostic(
            code: "schema/repeated-item", "Two items of this list have the \(key) `\(name)`.", at: span,
            label: "used again here", related: [Label(span: first, text: "first used here")],
            help: "Give each item its own \(key).")
    }
}
