import Synchronization

/// One document section as its file says it: a heading and clauses with placeholders, in one language.
///
/// A section file is Markdown with a head (`# Heading`, then `key: value` lines) and clauses (`## id`, an optional
/// `when:` line, then text). ``ClauseParser`` documents the format.
final class ClauseSection: Sendable {
    /// BCP 47; the same id in another language is another section.
    let locale: String
    let id: String
    let kind: Kind
    let heading: [Piece]
    let condition: Condition
    /// The condition, made ready to be asked.
    let decision: Decision
    let clauses: [Clause]
    /// Only a section of a workspace says so; the built-in ones stand in lists.
    let document: Document
    /// The numbers of the facts that decide over it, in order.
    let facts: [Int]
    /// What its heading says and means to every shop; nil where that depends on facts.
    let constantTitle: ConstantTitle?

    struct ConstantTitle: Sendable {
        let title: PolicyDocument.SectionTitle
        let meaning: PolicyMeaning.Line
    }

    init(
        locale: String, id: String, kind: Kind, heading: [Piece], condition: Condition, clauses: [Clause],
        document: Document = .customer
    ) {
        self.locale = locale
        self.id = id
        self.kind = kind
        self.heading = heading
        self.condition = condition
        decision = Decision(condition)
        self.clauses = clauses
        self.document = document
        var facts = FactCollector()
        facts.add(condition)
        self.facts = facts.numbers.sorted()
        constantTitle = heading.constantText.map { text in
            let title = PolicyDocument.SectionTitle(text)
            title.share()
            let meaning = PolicyMeaning.Line(clause: id, values: [], rows: [])
            meaning.forms.share()
            return ConstantTitle(title: title, meaning: meaning)
        }
    }

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
final class Clause: Sendable {
    /// Such as `who-sees-it.police`.
    let id: String
    let condition: Condition
    /// The condition, made ready to be asked.
    let decision: Decision
    /// The section that says more; lines of the card only.
    let section: String?
    /// Which meaning the text has: another number says that it now means something else, and not only in other words.
    let meaning: Int
    /// Whether it says something about the page, and nothing about the shop.
    let isAboutThePage: Bool
    /// Where it stands in its file.
    let line: Int
    private let readBlocks: @Sendable () -> [ClauseBlock]
    private let read = UncountedLazyReference<Text>()

    /// The text is read when somebody asks for it: most clauses say nothing to most shops.
    init(
        id: String, condition: Condition, section: String?, meaning: Int,
        blocks: @autoclosure @escaping @Sendable () -> [ClauseBlock], line: Int
    ) {
        self.id = id
        self.condition = condition
        decision = Decision(condition)
        self.section = section
        self.meaning = meaning
        isAboutThePage = condition.isAboutThePage
        self.line = line
        readBlocks = blocks
    }

    /// What it says, and what that follows from.
    private final class Text: Sendable {
        let blocks: [ClauseBlock]
        let facts: [Int]
        let factsBesideLists: [Int]
        let memory = Memory<[FactAnswer], SaidClause>(depth: 8)

        init(_ blocks: [ClauseBlock], under condition: Condition) {
            self.blocks = blocks
            var facts = FactCollector()
            facts.add(condition)
            for block in blocks { facts.add(block) }
            self.facts = facts.numbers.sorted()
            factsBesideLists = self.facts.filter { !FactVocabulary.shared.isList($0) }
        }
    }

    private var text: Unmanaged<Text> { read.object ?? read.keep(Text(readBlocks(), under: condition)) }

    var blocks: [ClauseBlock] { text._withUnsafeGuaranteedRef { $0.blocks } }
    /// The numbers of all facts that it can ask for, in order: what it says of a shop follows from their answers.
    var facts: [Int] { text._withUnsafeGuaranteedRef { $0.facts } }
    /// Those of them that are flags and texts.
    var factsBesideLists: [Int] { text._withUnsafeGuaranteedRef { $0.factsBesideLists } }
    var hasRepeatedLines: Bool { text._withUnsafeGuaranteedRef { $0.facts.count > $0.factsBesideLists.count } }
    /// What it said to whom.
    var memory: Memory<[FactAnswer], SaidClause> { text._withUnsafeGuaranteedRef { $0.memory } }
}

/// What a clause says and means where it holds.
final class SaidClause: Sendable {
    let blocks: [PolicyDocument.Block]
    let meaning: PolicyMeaning.Line
    private let isShared = Atomic(false)

    init(_ blocks: [PolicyDocument.Block], meaning: PolicyMeaning.Line) {
        (self.blocks, self.meaning) = (blocks, meaning)
    }

    /// From now on it stands in more than one document.
    func share() {
        guard !isShared.load(ordering: .relaxed) else { return }
        isShared.store(true, ordering: .relaxed)
        for block in blocks { block.share() }
        meaning.forms.share()
    }
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
    let each: FactName?
    let content: Content
    /// What it said of which rows.
    let memory = Memory<RowQuestion, Passage>(depth: 10)
}

/// What a repeated line follows from.
struct RowQuestion: Hashable, Sendable {
    let row: FactRow
    /// To the other facts that its clause names.
    let others: [FactAnswer]
}

/// A piece of running text. Values stay apart from markup: a value is never parsed.
indirect enum Piece: Sendable {
    case text(String)
    case value(FactName)
    case strong([Piece])
    case link(text: [Piece], target: [Piece])
    case when(Condition, [Piece], otherwise: [Piece])
}

extension [Piece] {
    /// Of plain words alone.
    fileprivate var constantText: String? {
        guard count == 1, case .text(let text) = self[0] else { return nil }
        return text
    }
}

/// `a and not b or c`; `and` binds tighter than `or`.
indirect enum Condition: Sendable {
    case always
    case fact(FactName)
    case not(Condition)
    case all([Condition])
    case any([Condition])
}

/// Gathers the numbers of the facts that parts of a clause ask for.
private struct FactCollector {
    /// Each once; there are few.
    private(set) var numbers: [Int] = []

    private mutating func add(_ fact: FactName) {
        if let number = fact.number, !numbers.contains(number) { numbers.append(number) }
    }

    mutating func add(_ condition: Condition) {
        for fact in condition.facts { add(fact) }
    }

    mutating func add(_ pieces: [Piece]) {
        for piece in pieces {
            switch piece {
            case .text: break
            case .value(let fact): add(fact)
            case .strong(let pieces): add(pieces)
            case .link(let text, let target):
                add(text)
                add(target)
            case .when(let condition, let yes, let no):
                add(condition)
                add(yes)
                add(no)
            }
        }
    }

    mutating func add(_ block: ClauseBlock) {
        switch block {
        case .subheading(let pieces), .paragraph(let pieces): add(pieces)
        case .list(let items):
            for item in items {
                if let list = item.each { add(list) }
                add(item.content)
            }
        case .table(let caption, let columns, let rows):
            add(caption)
            for column in columns { add(column) }
            for row in rows {
                if let list = row.each { add(list) }
                for cell in row.content { add(cell) }
            }
        }
    }
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
