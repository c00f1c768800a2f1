/// Reads running text: placeholders, `{if a}`...`{else}`...`{end}`, strong words and links.
struct InlineParser {
    struct Fault: Error {
        let message: String
    }

    /// All marks are ASCII, so that the bytes can be looked at one by one.
    private let text: [UInt8]
    /// Whose rows the text is repeated for.
    private let list: FactVocabulary.ListDefinition?
    private var position = 0

    static func parse(
        _ text: String, in list: FactVocabulary.ListDefinition? = nil
    ) throws(Fault) -> [Piece] {
        var parser = InlineParser(text: Array(text.utf8), list: list)
        return try parser.pieces(until: []).pieces
    }

    private init(text: [UInt8], list: FactVocabulary.ListDefinition?) {
        (self.text, self.list) = (text, list)
    }

    /// Up to the first of the closing marks, which is consumed and returned, or to the end of the text.
    private mutating func pieces(until marks: [String]) throws(Fault) -> (pieces: [Piece], mark: String) {
        var pieces: [Piece] = []
        var start = position
        func finishText(_ parser: borrowing InlineParser) {
            if start < parser.position { pieces.append(.text(parser.text(start..<parser.position))) }
        }
        while position < text.count {
            guard Self.canBeMark(text[position]) else {
                position += 1
                continue
            }
            if let mark = marks.first(where: isNext) {
                finishText(self)
                position += mark.utf8.count
                return (pieces, mark)
            }
            let byte = text[position]
            guard byte == UInt8(ascii: "{") || byte == UInt8(ascii: "[") || isNext("**") else {
                guard byte != UInt8(ascii: "}") else { throw Fault(message: "`}` without `{`") }
                position += 1
                continue
            }
            finishText(self)
            pieces.append(try marked())
            start = position
        }
        if let mark = marks.first { throw Fault(message: "`\(mark)` is missing") }
        finishText(self)
        return (pieces, "")
    }

    /// Whether anything but running text can begin with a byte.
    private static func canBeMark(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: ")"),
            UInt8(ascii: "*"):
            true
        default: false
        }
    }

    private mutating func marked() throws(Fault) -> Piece {
        if skip("**") { return .strong(try pieces(until: ["**"]).pieces) }
        if skip("[") {
            let label = try pieces(until: ["]"]).pieces
            guard skip("(") else { throw Fault(message: "`[text]` without `(target)`") }
            return .link(text: label, target: try pieces(until: [")"]).pieces)
        }
        guard let end = text[position...].firstIndex(of: UInt8(ascii: "}")) else {
            throw Fault(message: "`{` without `}`")
        }
        let name = text((position + 1)..<end)
        position = end + 1
        if let condition = name.dropping("if ") {
            let (yes, mark) = try pieces(until: ["{end}", "{else}"])
            let no = mark == "{else}" ? try pieces(until: ["{end}"]).pieces : []
            return .when(try Condition(parsing: condition, in: list), yes, otherwise: no)
        }
        guard name != "end", name != "else" else { throw Fault(message: "`{\(name)}` without `{if}`") }
        guard !name.isEmpty, name.utf8.allSatisfy(Condition.isNameByte) else {
            throw Fault(message: "`{\(name)}` is no placeholder")
        }
        return .value(FactName(name, in: list))
    }

    private func text(_ range: Range<Int>) -> String { String(decoding: text[range], as: UTF8.self) }

    private func isNext(_ mark: String) -> Bool { text[position...].starts(with: mark.utf8) }

    private mutating func skip(_ mark: String) -> Bool {
        guard isNext(mark) else { return false }
        position += mark.utf8.count
        return true
    }
}

extension Condition {
    /// Reads `a and not b or c`.
    init(
        parsing text: String, in list: FactVocabulary.ListDefinition? = nil
    ) throws(InlineParser.Fault) {
        var alternatives: [Condition] = []
        var terms: [Condition] = []
        var isNegated = false
        var expectsFact = true
        for word in text.utf8.split(separator: UInt8(ascii: " ")).map(Substring.init) {
            switch (word, expectsFact) {
            case ("not", true):
                isNegated.toggle()
            case ("and", false):
                expectsFact = true
            case ("or", false):
                alternatives.append(terms.count == 1 ? terms[0] : .all(terms))
                terms = []
                expectsFact = true
            case (_, true) where word != "and" && word != "or" && word.utf8.allSatisfy(Self.isNameByte):
                let fact = Condition.fact(FactName(String(word), in: list))
                terms.append(isNegated ? .not(fact) : fact)
                isNegated = false
                expectsFact = false
            default:
                throw InlineParser.Fault(message: "`\(word)` is not expected in the condition `\(text)`")
            }
        }
        guard !expectsFact else { throw InlineParser.Fault(message: "the condition `\(text)` breaks off") }
        alternatives.append(terms.count == 1 ? terms[0] : .all(terms))
        self = alternatives.count == 1 ? alternatives[0] : .any(alternatives)
    }

    static func isNameByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"),
            UInt8(ascii: "."):
            true
        default: false
        }
    }

    /// The facts that it asks for.
    var facts: [FactName] {
        switch self {
        case .always: []
        case .fact(let fact): [fact]
        case .not(let condition): condition.facts
        case .all(let conditions), .any(let conditions): conditions.flatMap(\.facts)
        }
    }
}
