import LiveryTenant
import Testing

@testable import LiveryPrivacy

/// A policy has another version exactly when it says something else.
struct PolicyMeaningTests {
    private static let seeds = Array(0..<40 as Range<UInt64>)

    /// The rendered text is the judge: it is written by other code than the meaning, from words and not from keys.
    @Test(arguments: seeds)
    func meaningChangesExactlyWhenTheTextDoes(_ seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        var shop = RandomShop(&random)
        var before = Composed(shop.tenant)
        for step in 0..<25 {
            let former = shop
            shop.edit(&random)
            let after = Composed(shop.tenant)
            for (old, new) in [(before.policy, after.policy), (before.notice, after.notice)] {
                let saysTheSame = Self.said(old, former) == Self.said(new, shop)
                #expect((old.meaning == new.meaning) == saysTheSame, "seed \(seed), step \(step)")
            }
            before = after
        }
    }

    @Test func aLineGivesItsPartsBack() {
        let line = PolicyMeaning.Line(clause: "a.b", values: ["x=1", "y="], rows: ["list(z=é, w=2)"])
        #expect(line.values == ["x=1", "y="] && line.rows == ["list(z=é, w=2)"])
        #expect(line.digestible == Array("a.b\tx=1\ty=\tlist(z=é, w=2)".utf8))
        let bare = PolicyMeaning.Line(clause: "a", values: [], rows: [])
        #expect(bare.values == [] && bare.rows == [] && bare.digestible == [UInt8(ascii: "a")])
    }

    @Test func linesStandInTheOrderOfTheirClauses() {
        let long = String(repeating: "us-california.", count: 4)
        let ids = ["a", "a#2", "a-b", "a.b", "b", long, long + "a", long + "b", long + "b-c", "us-california", "z"]
        for seed in 0..<20 as Range<UInt64> {
            var random = SeededGenerator(seed: seed)
            let lines = ids.shuffled(using: &random).map { PolicyMeaning.Line(clause: $0, values: [], rows: []) }
            #expect(PolicyMeaning.Line.sorted(lines).map(\.clause) == ids.sorted())
        }
    }

    @Test(arguments: seeds)
    func whatThePolicyDoesNotSpeakOfKeepsItsVersion(_ seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        var shop = RandomShop(&random)
        let before = Composed(shop.tenant)
        for _ in 0..<5 { shop.editForm(&random) }
        shop.towPhone = "+15125550199"
        let after = Composed(shop.tenant)
        #expect(before.policy.meaning == after.policy.meaning && before.notice.meaning == after.notice.meaning)
    }

    @Test(arguments: Sample.all)
    func otherWordsMeanTheSame(_ tenant: Tenant) throws {
        let composed = Composed(tenant)
        let library = try Self.shouted()
        let policy = Composed(tenant, clauses: library).policy
        #expect(policy.plain != composed.policy.plain)
        #expect(policy.meaning == composed.policy.meaning)
    }

    @Test func aClauseWithAnotherMeaningIsAnotherLine() throws {
        let answers = Composed(Sample.texas).answers
        func lines(_ clause: String) throws -> [String] {
            let text = "# H\nid: x\nkind: section\n\n" + clause
            var writer = ClauseWriter(answers)
            _ = writer.section(try ClauseParser.parse(Array(text.utf8), file: "x.md", locale: "en"))
            return writer.meaning.map { ([$0.clause] + $0.values + $0.rows).joined(separator: "\t") }
        }
        #expect(try lines("## a\n\nAt {shop.name}.") == ["a\tshop.name=Oakwood Auto Care", "x"])
        #expect(try lines("## a\n\nWe are {shop.name}, we are.") == ["a\tshop.name=Oakwood Auto Care", "x"])
        #expect(try lines("## a\nmeaning: 2\n\nAt {shop.name}.") == ["a#2\tshop.name=Oakwood Auto Care", "x"])
        #expect(try lines("## a\n\nSince {privacy.effective_date}.") == ["a", "x"])
        #expect(try lines("## a\nwhen: change\n\n- each change: {date}") == [])
        #expect(throws: ClauseError.self) { try lines("## a\nmeaning: new\n\nText.") }
    }

    /// Every text in capitals.
    private static func shouted() throws -> ClauseLibrary {
        let library = ClauseLibrary.english
        let lines = String(decoding: PackageResources.words_en_txt, as: UTF8.self).split(separator: "\n")
        let words = lines.map { line in
            guard !line.hasPrefix("#"), let colon = line.firstIndex(of: ":") else { return String(line) }
            return line[...colon] + line[line.index(after: colon)...].uppercased()
        }
        return ClauseLibrary(
            words: try Words(
                parsing: Array(words.joined(separator: "\n").utf8), file: "words.en.txt", locale: "en"),
            customer: library.customer.map(\.shouted), partner: library.partner.map(\.shouted))
    }

    /// Each block as it reads, but for what the page says of itself, in an order that means nothing.
    private static func said(_ document: PolicyDocument, _ shop: RandomShop) -> [String] {
        let date = Formats(words: ClauseLibrary.english.words, country: "US").date(Sample.date(shop.effectiveDate))
        let texts = document.statements.filter { $0.clause != "changes.history" }.map { statement in
            let lines = statement.text.replacing(date, with: "DATE").split(separator: "\n").sorted()
            return "\(statement.clause ?? "") \(statement.heading) \(lines.joined(separator: "\n"))"
        }
        return texts.sorted()
    }
}

extension ClauseSection {
    fileprivate var shouted: ClauseSection {
        ClauseSection(
            locale: locale, id: id, kind: kind, heading: heading.shouted, condition: condition,
            clauses: clauses.map { clause in
                Clause(
                    id: clause.id, condition: clause.condition, section: clause.section, meaning: clause.meaning,
                    blocks: clause.blocks.map(\.shouted), line: clause.line)
            })
    }
}

extension ClauseBlock {
    fileprivate var shouted: ClauseBlock {
        switch self {
        case .subheading(let pieces): .subheading(pieces.shouted)
        case .paragraph(let pieces): .paragraph(pieces.shouted)
        case .list(let items): .list(items.map { Repeated(each: $0.each, content: $0.content.shouted) })
        case .table(let caption, let columns, let rows):
            .table(
                caption: caption.shouted, columns: columns.map(\.shouted),
                rows: rows.map { Repeated(each: $0.each, content: $0.content.map(\.shouted)) })
        }
    }
}

extension [Piece] {
    fileprivate var shouted: [Piece] {
        map { piece in
            switch piece {
            case .text(let text): .text(text.uppercased())
            case .value: piece
            case .strong(let pieces): .strong(pieces.shouted)
            case .link(let text, let target): .link(text: text.shouted, target: target)
            case .when(let condition, let yes, let no): .when(condition, yes.shouted, otherwise: no.shouted)
            }
        }
    }
}
