/// Proves of a section, without a tenant, that all it asks for exists and that nothing absent can be printed.
struct ClauseChecker {
    let vocabulary: FactVocabulary
    let file: String
    /// The sections that a clause can refer to.
    let sections: Set<String>
    private(set) var errors: [ClauseError] = []
    private var line = 1
    /// The list whose rows are repeated.
    private var list: FactVocabulary.ListDefinition?

    init(vocabulary: FactVocabulary, file: String, sections: Set<String>) {
        self.vocabulary = vocabulary
        self.file = file
        self.sections = sections
    }

    mutating func check(_ section: ClauseSection) {
        check(section.condition)
        let proven = section.condition.proven
        check(section.heading, proven: proven)
        for clause in section.clauses {
            line = clause.line
            check(clause.condition)
            if (section.kind == .card) != (clause.section != nil) {
                report("a line of the card, and no other clause, has a `section`", .misplaced)
            }
            if let target = clause.section, !sections.contains(target) {
                report("no section `\(target)`", .deadLink, target)
            }
            for block in clause.blocks { check(block, proven: proven.union(clause.condition.proven)) }
        }
    }

    private mutating func check(_ block: ClauseBlock, proven: Set<String>) {
        switch block {
        case .subheading(let pieces), .paragraph(let pieces): check(pieces, proven: proven)
        case .list(let items):
            for item in items { within(item.each?.text) { $0.check(item.content, proven: proven) } }
        case .table(let caption, let columns, let rows):
            check(caption, proven: proven)
            for column in columns { check(column, proven: proven) }
            for row in rows {
                within(row.each?.text) { checker in
                    for cell in row.content { checker.check(cell, proven: proven) }
                }
            }
        }
    }

    private mutating func within(_ name: String?, _ body: (inout ClauseChecker) -> Void) {
        if let name {
            list = vocabulary.list(name)
            // What its rows would have nobody knows.
            guard list != nil else { return report("no fact list `\(name)`", .unknownFact, name) }
        }
        body(&self)
        list = nil
    }

    private mutating func check(_ pieces: [Piece], proven: Set<String>) {
        for piece in pieces {
            switch piece {
            case .text: break
            case .value(let fact):
                let name = fact.text
                if name.hasSuffix("url") { report("the address {\(name)} stands in running text", .deadLink, name) }
                check(value: name, proven: proven)
            case .strong(let pieces): check(pieces, proven: proven)
            case .link(let text, let target):
                check(text, proven: proven)
                check(target: target, proven: proven)
            case .when(let condition, let yes, let no):
                check(condition)
                check(yes, proven: proven.union(condition.proven))
                check(no, proven: proven)
            }
        }
    }

    /// `#section`, `mailto:{email}`, `tel:{phone}` or `{website.url}`: never an address that a clause makes up.
    private mutating func check(target: [Piece], proven: Set<String>) {
        switch (target.first, target.count) {
        case (.text(let text), 1):
            guard let id = text.dropping("#"), sections.contains(id) else {
                return report("the link `\(text)` leads nowhere", .deadLink, text)
            }
        case (.text(let scheme), 2) where scheme == "mailto:" || scheme == "tel:":
            guard case .value(let fact) = target[1] else {
                return report("`\(scheme)` needs a value", .deadLink, scheme)
            }
            check(value: fact.text, proven: proven)
        case (.value(let fact), 1) where fact.text.hasSuffix("url"):
            check(value: fact.text, proven: proven)
        default: report("a link leads to `#section`, `mailto:{email}`, `tel:{phone}` or `{some.url}`", .deadLink)
        }
    }

    private mutating func check(value name: String, proven: Set<String>) {
        let field = list?.fields.first { $0.name == name }
        if let field, !field.isOptional { return }
        let text = vocabulary.text(name)
        let isOptional = field != nil || text?.isOptional == true
        guard isOptional || text != nil else {
            return report("no fact {\(name)}", .unknownFact, name)
        }
        if isOptional, !proven.contains(name) {
            report("{\(name)} can be absent; ask for it with `{if \(name)}`", .absentValue, "{\(name)}")
        }
    }

    private mutating func check(_ condition: Condition) {
        for name in condition.facts.map(\.text) where list?.place(of: name) == nil && !vocabulary.has(name) {
            report("no fact `\(name)`", .unknownFact, name)
        }
    }

    private mutating func report(_ message: String, _ kind: ClauseError.Kind, _ token: String = "") {
        errors.append(ClauseError(file: file, line: line, message: message, kind: kind, token: token))
    }
}

extension Condition {
    /// The facts that are certain wherever the condition holds.
    var proven: Set<String> {
        switch self {
        case .fact(let fact): [fact.text]
        case .all(let conditions): conditions.reduce(into: []) { $0.formUnion($1.proven) }
        case .always, .not, .any: []
        }
    }
}
