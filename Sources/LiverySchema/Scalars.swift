package import LiveryDiagnostics

/// Why a text is no value of a scalar type, in the words of the person who must mend it.
package struct ScalarFault: Error {
    package let code: String
    /// Follows "`shop.phone`": "is no phone number in E.164 form".
    package let complaint: String
    package let help: String?
    /// The text that should stand instead, as YAML, when that is certain.
    package let replacement: String?

    package init(_ code: String, _ complaint: String, help: String? = nil, replacement: String? = nil) {
        self.code = code
        self.complaint = complaint
        self.help = help
        self.replacement = replacement
    }
}

extension Schema {
    /// A single value. The type comes from the schema, never from the look of the scalar: `parse` gets the text whether
    /// it was quoted or not.
    package static func scalar(
        _ shape: ScalarShape, parse: @escaping @Sendable (String) throws(ScalarFault) -> Value
    ) -> Schema {
        Schema(shape: .scalar(shape)) { node, context in
            if node.isFaulty { return nil }
            guard case .scalar(let text, _) = node.content else {
                context.report(.wrongScalar(of: node, expected: shape.name, in: context))
                return nil
            }
            do throws(ScalarFault) {
                return try parse(text)
            } catch {
                let fault = error.mending(text) { (candidate) in (try? parse(candidate)) != nil }
                context.report(.badScalar(fault, at: node.span, in: context))
                return nil
            }
        }
    }

    /// One word of a fixed list.
    package static func choice(_ name: String) -> Schema
    where Value: RawRepresentable & CaseIterable, Value.RawValue == String {
        let choices = Value.allCases.map { $0.rawValue }
        return scalar(ScalarShape(.string, name, choices: choices)) { text throws(ScalarFault) in
            if let value = Value(rawValue: text) { return value }
            throw .notOneOf(choices, text: text)
        }
    }
}

extension Schema<String> {
    /// Text of a certain length, in UTF-16 code units, on one line unless `allowsBreaks`.
    package static func text(
        _ name: String, length: ClosedRange<Int> = 1...200, allowsBreaks: Bool = false, examples: [String] = []
    ) -> Schema<String> {
        let forbidden = allowsBreaks ? "\\u0000-\\u0009\\u000B-\\u001F\\u007F" : "\\u0000-\\u001F\\u007F"
        let shape = ScalarShape(
            .string, name, pattern: "[^\(forbidden)]*[^\\s\(forbidden)][^\(forbidden)]*", length: length,
            examples: examples, help: allowsBreaks ? "Write some text." : "Write some text on one line.")
        return scalar(shape) { text throws(ScalarFault) in
            let count = text.utf16.count
            guard count >= length.lowerBound else { throw .tooShort(count, at: length.lowerBound) }
            guard count <= length.upperBound else { throw .tooLong(count, limit: length.upperBound) }
            var isBlank = true
            for byte in text.utf8 {
                if byte > 0x20, byte < 0x7F { isBlank = false }
                guard byte < 0x20 || byte == 0x7F else { continue }
                guard allowsBreaks, byte == UInt8(ascii: "\n") else {
                    throw .controlCharacter(Unicode.Scalar(byte))
                }
            }
            guard !isBlank || text.unicodeScalars.contains(where: { !$0.properties.isWhitespace }) else {
                throw .blank
            }
            return text
        }
    }
}

extension Schema<Bool> {
    /// `true` or `false`; YAML 1.2.2 section 10.3.2 knows no others, and the words of YAML 1.1 get a certain fix.
    package static var boolean: Schema<Bool> {
        Schema(shape: .scalar(ScalarShape(.boolean, "true or false"))) { node, context in
            guard case .scalar(let text, let isPlain) = node.content else {
                context.report(.wrongScalar(of: node, expected: "true or false", in: context))
                return nil
            }
            if isPlain, text == "true" || text == "false" { return text == "true" }
            context.report(.badScalar(.notBoolean(text), at: node.span, in: context))
            return nil
        }
    }
}

extension Schema<Int> {
    /// A decimal integer without leading zeros, signs or separators.
    package static func integer(_ name: String, _ range: ClosedRange<Int>) -> Schema<Int> {
        let shape = ScalarShape(.integer, name, range: range)
        return Schema(shape: .scalar(shape)) { node, context in
            guard case .scalar(let text, let isPlain) = node.content else {
                context.report(.wrongScalar(of: node, expected: name, in: context))
                return nil
            }
            guard let value = decimal(text) else {
                context.report(.badScalar(.notInteger(text, name: name), at: node.span, in: context))
                return nil
            }
            guard isPlain else {
                context.report(.badScalar(.quotedNumber(text), at: node.span, in: context))
                return nil
            }
            guard range.contains(value) else {
                context.report(.badScalar(.outOfRange(value, range), at: node.span, in: context))
                return nil
            }
            return value
        }
    }

    private static func decimal(_ text: String) -> Int? {
        let digits = text.utf8
        guard !digits.isEmpty, digits.count <= 18, digits.count == 1 || digits.first != UInt8(ascii: "0"),
            digits.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) })
        else { return nil }
        return Int(text)
    }
}

extension ScalarFault {
    /// The same fault with a certain fix, where a slip of the hand alone keeps the text from being a value: one quote
    /// too many, or a backslash for a slash.
    fileprivate func mending(_ text: String, isValue: (String) -> Bool) -> ScalarFault {
        guard replacement == nil else { return self }
        var candidates = [String(text.map { $0 == "\\" ? "/" : $0 })]
        if let last = text.last, "\"'".contains(last) { candidates.append(String(text.dropLast())) }
        if let first = text.first, "\"'".contains(first) { candidates.append(String(text.dropFirst())) }
        guard let mended = candidates.first(where: { $0 != text && isValue($0) }) else { return self }
        return ScalarFault(code, complaint, help: help, replacement: LayeredNode.written(mended))
    }

    package static func notOneOf(_ choices: [String], text: String) -> ScalarFault {
        let meant = Similarity.nearest(to: text, in: choices)
        return ScalarFault(
            "schema/not-one-of", "cannot be `\(text)`",
            help: (meant.map { "Did you mean `\($0)`? " } ?? "")
                + "It can be \(joinedAsProse(choices.map { "`\($0)`" }, "or")).",
            replacement: meant)
    }

    fileprivate static func tooShort(_ count: Int, at least: Int) -> ScalarFault {
        ScalarFault("schema/wrong-length", "needs at least \(least) characters and has \(count)")
    }

    fileprivate static func tooLong(_ count: Int, limit: Int) -> ScalarFault {
        ScalarFault(
            "schema/wrong-length", "can have \(limit) characters and has \(count)",
            help: "Take away \(count - limit) characters.")
    }

    fileprivate static func controlCharacter(_ scalar: Unicode.Scalar) -> ScalarFault {
        if scalar == "\n" { return ScalarFault("schema/control-character", "must stand on one line") }
        return ScalarFault(
            "schema/control-character",
            "holds the control character U+\(padded(String(scalar.value, radix: 16, uppercase: true)))")
    }

    fileprivate static var blank: ScalarFault {
        ScalarFault("schema/wrong-length", "holds nothing but white space")
    }

    fileprivate static func notBoolean(_ text: String) -> ScalarFault {
        let meant: String? =
            switch text.lowercased() {
            case "true", "yes", "y", "on", "1", "enabled": "true"
            case "false", "no", "n", "off", "0", "disabled": "false"
            default: nil
            }
        return ScalarFault(
            "schema/not-boolean", "must be `true` or `false`",
            help: meant.map { "Write `\($0)`, without quotes." }, replacement: meant)
    }

    /// `30 days` where a number of days is wanted is 30.
    fileprivate static func notInteger(_ text: String, name: String) -> ScalarFault {
        let words = text.split(separator: " ")
        let unit = name.split(separator: " ").last.map(String.init) ?? ""
        let isUnit =
            words.count == 2 && words[0].allSatisfy(\.isNumber)
            && [unit, String(unit.dropLast())].contains(words[1].lowercased())
        return ScalarFault(
            "schema/not-integer", "must be \(name): digits only",
            help: isUnit ? "Write the number alone." : "Write it as in `30`.",
            replacement: isUnit ? String(words[0]) : nil)
    }

    fileprivate static func quotedNumber(_ text: String) -> ScalarFault {
        ScalarFault("schema/not-integer", "must be a number without quotes", replacement: text)
    }

    fileprivate static func outOfRange(_ value: Int, _ range: ClosedRange<Int>) -> ScalarFault {
        ScalarFault("schema/out-of-range", "must be from \(range.lowerBound) to \(range.upperBound), not \(value)")
    }

    private static func padded(_ digits: String) -> String {
        String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }
}

extension Diagnostic {
    package static func badScalar(
        _ fault: ScalarFault, at span: SourceSpan, in context: DecodingContext
    ) -> Diagnostic {
        Diagnostic(
            code: fault.code, "`\(context.pathText)` \(fault.complaint).", at: span, path: context.pathText,
            help: fault.help,
            fixes: fault.replacement.map { [Fix(title: "Write `\($0)`", span: span, replacement: $0)] } ?? [])
    }
}
