import LiveryDiagnostics

/// Anchors, tags and aliases: YAML 1.2.2 chapters 6.9 and 7.1.
extension YAMLParser {
    /// Whether an anchor or a tag begins here. `&` before a blank is meant as text.
    @inline(__always) func startsProperty(_ offset: Int) -> Bool {
        let byte = bytes[offset]
        return byte == UInt8(ascii: "!") || (byte == UInt8(ascii: "&") && bytes[offset + 1].isAnchorCharacter)
    }

    /// [96] c-ns-properties, those on one line.
    mutating func parseProperties(into properties: inout Properties, inFlow: Bool) {
        while startsProperty(position) {
            let start = position
            if properties.isEmpty { properties.start = start }
            if bytes[start] == UInt8(ascii: "&") {
                parseAnchor(into: &properties)
            } else {
                parseTag(into: &properties)
            }
            contentEnd = position
            let byte = bytes[position]
            let endsNode = byte == UInt8(ascii: ",") || byte == UInt8(ascii: "]") || byte == UInt8(ascii: "}")
            if !byte.isBlankOrEnd && !(inFlow && endsNode) {
                let end = min(lineEnd(from: position), position + 1)
                report(.badProperty(at: span(start, end)))
                while !bytes[position].isBlankOrEnd && !(inFlow && bytes[position].isFlowIndicator) { position += 1 }
            }
            let next = skippingWhite(position)
            guard startsProperty(next) else { return }
            position = next
        }
    }

    /// [101] c-ns-anchor-property.
    private mutating func parseAnchor(into properties: inout Properties) {
        let start = position
        position += 1
        while bytes[position].isAnchorCharacter { position += 1 }
        if properties.anchor != YAMLEvent.none {
            report(.secondProperty("anchor", at: span(start, position)))
        } else {
            properties.anchor = UInt32(truncatingIfNeeded: start)
        }
    }

    /// [97] c-ns-tag-property.
    private mutating func parseTag(into properties: inout Properties) {
        let start = position
        position += 1
        let resolved: String?
        if bytes[position] == UInt8(ascii: "<") {
            // [98] c-verbatim-tag.
            position += 1
            let uri = position
            position = uriEnd(from: uri)
            let isURI = bytes[position] == UInt8(ascii: ">") && position > uri
            while bytes[position] != UInt8(ascii: ">"), !bytes[position].isBlankOrEnd { position += 1 }
            resolved = isURI ? text(uri, position) : nil
            position += bytes[position] == UInt8(ascii: ">") ? 1 : 0
        } else {
            resolved = parseTagShorthand(from: start)
        }
        guard let resolved else { return report(.badTag(at: span(start, max(position, start + 1)))) }
        if properties.tag != YAMLEvent.none {
            return report(.secondProperty("tag", at: span(start, position)))
        }
        properties.tag = UInt32(truncatingIfNeeded: tags.count)
        tags.append(YAMLTag(start: UInt32(start), end: UInt32(position), resolved: resolved))
    }

    /// [99] c-ns-shorthand-tag and [100] c-non-specific-tag. Nil when the handle is not declared.
    private mutating func parseTagShorthand(from start: Int) -> String? {
        var handleEnd = position
        while bytes[handleEnd].isWordCharacter { handleEnd += 1 }
        var handle = "!"
        if bytes[handleEnd] == UInt8(ascii: "!") {
            handle = text(start, handleEnd + 1)
            position = handleEnd + 1
        }
        let suffix = position
        while bytes[position].isTagCharacter { position += 1 }
        guard let decoded = percentDecoded(suffix, position) else { return nil }
        if decoded.isEmpty { return handle == "!" ? "!" : nil }
        if let prefix = handles[handle] { return prefix + decoded }
        switch handle {
        case "!": return "!" + decoded
        case "!!": return "tag:yaml.org,2002:" + decoded
        default: return nil
        }
    }

    /// As many [39] ns-uri-char as stand here.
    func uriEnd(from start: Int) -> Int {
        var index = start
        while bytes[index].isURICharacter {
            if bytes[index] == UInt8(ascii: "%") {
                guard bytes[index + 1].hexDigit != nil, bytes[index + 2].hexDigit != nil else { break }
                index += 2
            }
            index += 1
        }
        return index
    }

    private func text(_ start: Int, _ end: Int) -> String {
        String(decoding: bytes[start..<end], as: UTF8.self)
    }

    private func percentDecoded(_ start: Int, _ end: Int) -> String? {
        var decoded: [UInt8] = []
        var index = start
        while index < end {
            if bytes[index] == UInt8(ascii: "%") {
                guard let high = bytes[index + 1].hexDigit, let low = bytes[index + 2].hexDigit else { return nil }
                decoded.append(UInt8(high << 4 | low))
                index += 3
            } else {
                decoded.append(bytes[index])
                index += 1
            }
        }
        return String(decoding: decoded, as: UTF8.self)
    }

    func propertySpan(_ properties: Properties, before node: Int) -> SourceSpan {
        var end = properties.start + 1
        while end < node, !bytes[end].isBlankOrEnd { end += 1 }
        return span(properties.start, end)
    }

    /// Properties on two lines that turn out to belong to one node.
    mutating func merge(_ outer: Properties, _ inner: Properties) -> Properties {
        if outer.isEmpty { return inner }
        if inner.isEmpty { return outer }
        if outer.anchor != YAMLEvent.none && inner.anchor != YAMLEvent.none {
            report(.secondProperty("anchor", at: span(Int(inner.anchor), Int(inner.anchor) + 1)))
        } else if outer.tag != YAMLEvent.none && inner.tag != YAMLEvent.none {
            let tag = tags[Int(inner.tag)]
            report(.secondProperty("tag", at: span(Int(tag.start), Int(tag.end))))
        }
        var merged = outer
        if merged.anchor == YAMLEvent.none { merged.anchor = inner.anchor }
        if merged.tag == YAMLEvent.none { merged.tag = inner.tag }
        return merged
    }

    /// [104] c-ns-alias-node, the name alone.
    mutating func parseAliasName(_ properties: Properties) {
        let start = position
        position += 1
        while bytes[position].isAnchorCharacter { position += 1 }
        contentEnd = position
        if !properties.isEmpty { report(.propertyOnAlias(at: propertySpan(properties, before: start))) }
    }

    mutating func parseAlias(
        _ context: NodeContext, _ role: Role, _ inner: Properties, _ outer: Properties
    ) -> NodeContext? {
        let start = position
        parseAliasName(inner)
        let aliasEnd = position
        if isKeyEnd(position) {
            if case .node(false) = role {
                emit(.alias, from: start, to: aliasEnd)
                return finishSecondKey()
            }
            let indent = openMapping(role, outer, from: inner.isEmpty ? start : inner.start)
            emit(.alias, from: start, to: aliasEnd)
            return afterKey(indent)
        }
        if case .entry = role { return missingColon(role, inner, from: start, to: aliasEnd) }
        let next = skippingWhite(position)
        if next > position, !bytes[next].isBreakOrEnd, bytes[next] != UInt8(ascii: "#") {
            // `*bold* words`: no alias, but text.
            position = start
            return parsePlain(context, role, inner, outer, fresh: false)
        }
        if inner.isEmpty && !outer.isEmpty { report(.propertyOnAlias(at: propertySpan(outer, before: start))) }
        emit(.alias, from: start, to: aliasEnd)
        finishLine()
        return nil
    }
}

extension Diagnostic {
    static func badProperty(at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            code: "yaml/tag",
            "A tag or anchor cannot hold this sign.",
            at: span,
            help: "If it is text, put it in quotes.")
    }

    static func badTag(at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            code: "yaml/tag",
            "This tag is not complete, or its prefix is not declared.",
            at: span,
            help: "A definition needs no tags; if it is text, put it in quotes.")
    }

    static func secondProperty(_ what: String, at span: SourceSpan) -> Diagnostic {
        Diagnostic(code: "yaml/misplaced-anchor", "A value can have only one \(what).", at: span)
    }

    static func propertyOnAlias(at span: SourceSpan) -> Diagnostic {
        Diagnostic(code: "yaml/misplaced-anchor", "An alias cannot have an anchor or tag of its own.", at: span)
    }
}
