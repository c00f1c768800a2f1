/// One document section as its file says it: a heading and clauses with placeholders, in one language.
///
/// A section file is Markdown with a head (`# Heading`, then `key: value` lines) and clauses (`## id`, an optional
/// `when:` line, then text). ``ClauseParser`` documents the format.
struct ClauseSection: Sendable {
    /// BCP 47; the same id in another language is another section.
    let locale: String
    let id: String
    let kind: Kind
    let heading: [Piece]
    let condition: Condition
    let clauses: [Clause]
    /// Only a section of a workspace says so; the built-in ones stand in lists.
    var document = Document.customer

    enum Document: String, CaseIterable, Sendable {
        case customer, partner
    }

    enum Kind: String, CaseIterable, Sendable {
        /// The short answer: each clause is one line of the card.
        case card
        /// What, why, who, how long.
        case table
        case section
        /// Concerns some readers only.
        case annex
    }
}

/// What stands or falls together, with the condition under which it is true.
struct Clause: Sendable {
    /// Such as `who-sees-it.police`.
    let id: String
    let condition: Condition
    /// The section that says more; lines of the card only.
    let section: String?
    /// Which meaning the text has: another number says that it now means something else, and not only in other words.
    let meaning: Int
    let blocks: [ClauseBlock]
    /// Where it stands in its file.
    let line: Int
}

enum ClauseBlock: Sendable {
    case subheading([Piece])
    case paragraph([Piece])
    case list([Repeated<[Piece]>])
    case table(caption: [Piece], columns: [[Piece]], rows: [Repeated<[[Piece]]>])
}

/// A list item or table row, once or once for each row of a fact list.
struct Repeated<Content: Sendable>: Sendable {
    /// The fact list, such as `integration`.
    let each: String?
    let content: Content
}

/// A piece of running text. Values stay apart from markup: a value is never parsed.
indirect enum Piece: Sendable {
    case text(String)
    case value(String)
    case strong([Piece])
    case link(text: [Piece], target: [Piece])
    case when(Condition, [Piece], otherwise: [Piece])
}

/// `a and not b or c`; `and` binds tighter than `or`.
indirect enum Condition: Sendable {
    case always
    case fact(String)
    case not(Condition)
    case all([Condition])
    case any([Condition])
}

/// What is wrong with a section file.
struct ClauseError: Error, Hashable, CustomStringConvertible {
    enum Kind: Sendable {
        case syntax, unknownFact, absentValue, deadLink, misplaced
    }

    let file: String
    let line: Int
    let message: String
    var kind = Kind.syntax
    /// The words at or behind the line that are to blame; empty for the line itself.
    var token = ""

    var description: String { "\(file):\(line): \(message)" }
}
