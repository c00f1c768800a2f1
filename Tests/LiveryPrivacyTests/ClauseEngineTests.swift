import LiveryTenant
import Testing

@testable import LiveryPrivacy

struct ClauseEngineTests {
    private func parse(_ text: String) throws -> ClauseSection {
        try ClauseParser.parse(Array(text.utf8), file: "x.md", locale: "en")
    }

    private func problem(_ body: String) -> String? {
        let text = "# Heading?\nid: x\nkind: section\n\n" + body
        do {
            let section = try ClauseParser.parse(Array(text.utf8), file: "x.md", locale: "en")
            var checker = ClauseChecker(vocabulary: .shared, file: "x.md", sections: ["x"])
            checker.check(section)
            return checker.errors.first?.description
        } catch {
            return "\(error)"
        }
    }

    private func written(_ body: String, for tenant: Tenant = Sample.texas) throws -> [PolicyDocument.Block] {
        var writer = ClauseWriter(Composed(tenant).answers)
        return writer.section(try parse("# H\nid: x\nkind: section\n\n" + body))?.blocks ?? []
    }

    @Test(arguments: [
        ("## a\n\nWe are {shop.nam}.", "x.md:5: no fact {shop.nam}"),
        ("## a\nwhen: features.flying\n\nText.", "x.md:5: no fact `features.flying`"),
        ("## a\nwhen: and texts\n\nText.", "x.md:5: `and` is not expected in the condition `and texts`"),
        ("## a\nwhen: texts and\n\nText.", "x.md:5: the condition `texts and` breaks off"),
        (
            "## a\n\nCall {operator.phone}.",
            "x.md:5: {operator.phone} can be absent; ask for it with `{if operator.phone}`"
        ),
        ("## a\n\n- each pigeon: {name}", "x.md:5: no fact list `pigeon`"),
        ("## a\n\n- each system: {colour}", "x.md:5: no fact {colour}"),
        ("## a\n\n[Here](https://example.com)", "x.md:5: the link `https://example.com` leads nowhere"),
        ("## a\n\n[Here](#nowhere)", "x.md:5: the link `#nowhere` leads nowhere"),
        (
            "## a\n\nSee {operator.privacy_policy.url}.",
            "x.md:5: the address {operator.privacy_policy.url} stands in running text"
        ),
        ("## a\n\nOpen {if texts}brace", "x.md:7: `{end}` is missing"),
        ("## a\n\nStray {end}", "x.md:7: `{end}` without `{if}`"),
        ("## a\n\nStray {else}", "x.md:7: `{else}` without `{if}`"),
        ("## a\n\nA } b", "x.md:7: `}` without `{`"),
        ("## a\n\nA {shop name}", "x.md:7: `{shop name}` is no placeholder"),
        ("## a\n\n**bold", "x.md:7: `**` is missing"),
        ("## a\ncolour: red\n\nText.", "x.md:6: unknown key `colour`"),
        ("## a\n", "x.md:5: the clause `a` says nothing"),
        ("Text.", "x.md:5: text stands outside a clause; a clause starts with `## `"),
        ("## a\nsection: x\n\nText.", "x.md:5: a line of the card, and no other clause, has a `section`"),
        ("## a\n\nTable: T\n| A | B |\n| {shop.name} |", "x.md:9: the row has 1 cells, the head has 2"),
        ("## a\n\nTable: T\n| A |", "x.md:7: a table needs a head and at least one row"),
    ])
    func faultsAreNamedWithTheirLine(_ body: String, _ expected: String) {
        #expect(problem(body) == expected)
    }

    @Test(arguments: [
        "No head", "# H\nkind: section\n\n## a\n\nT.", "# H\nid: x\nkind: poem\n\n## a\n\nT.", "# H\nid\n\n## a\n\nT.",
    ])
    func aSectionNeedsItsHead(_ text: String) {
        #expect(throws: ClauseError.self) { try parse(text) }
    }

    @Test func valuesAreNeverMarkup() throws {
        let blocks = try written("## a\n\nBy {shop.name}, **{shop.name}**, [{shop.name}](#x).", for: Sample.odd)
        guard case .paragraph(let text)? = blocks.first?.content else { return #expect(Bool(false)) }
        let name = Sample.oddName
        #expect(
            text.text == [
                .text("By \(name), "), .strong(name), .text(", "), .reference(text: name, section: "x"), .text("."),
            ])
    }

    @Test func blocksKnowTheFactsBehindThem() throws {
        let blocks = try written("## a\nwhen: features.booking and not privacy.sells_data\n\nAt {shop.name}.")
        #expect(blocks.map(\.facts) == [["features.booking", "privacy.sells_data", "shop.name"]])
        #expect(blocks.map(\.clause) == ["a"])
    }

    @Test func listsRepeatAndEmptyItemsFallAway() throws {
        let blocks = try written(
            """
            ## a

            - each system: {name}{if country} in
              {country}{end}
            - {if features.loyalty and not features.loyalty}Never{end}
            """)
        guard case .list(let items)? = blocks.first?.content else { return #expect(Bool(false)) }
        #expect(items.map(\.plainText) == ["Tekmetric in the United States"])
    }

    @Test func andBindsTighterThanOr() throws {
        let condition = try Condition(parsing: "texts or analytics and not texts")
        guard case .any(let parts) = condition, case .all(let all) = parts[1] else { return #expect(Bool(false)) }
        #expect(parts.count == 2 && all.count == 2 && condition.facts.map(\.text) == ["texts", "analytics", "texts"])
    }

    @Test func aFullStopIsNotDoubled() throws {
        let blocks = try written("## a\n\nBy {shop.legal_name}.", for: Sample.quebec)
        guard case .paragraph(let text)? = blocks.first?.content else { return #expect(Bool(false)) }
        #expect(text.plainText == "By Garage Lavoie inc.")
    }
}

/// A condition that is made ready to be asked says what the condition says, and asks no more.
struct DecisionTests {
    private static let facts = ["features.booking", "features.push", "features.loyalty", "texts", "no.such.fact"].map {
        FactName($0)
    }

    private func condition(_ random: inout SeededGenerator, depth: Int) -> Condition {
        switch Int.random(in: 0..<(depth == 0 ? 2 : 6), using: &random) {
        case 0: Int.random(in: 0..<5, using: &random) == 0 ? .always : .fact(Self.facts[0])
        case 1: .fact(Self.facts[Int.random(in: 0..<Self.facts.count, using: &random)])
        case 2: .not(condition(&random, depth: depth - 1))
        case 3, 4: .all((0..<Int.random(in: 0..<4, using: &random)).map { _ in condition(&random, depth: depth - 1) })
        default: .any((0..<Int.random(in: 0..<4, using: &random)).map { _ in condition(&random, depth: depth - 1) })
        }
    }

    private func holds(_ condition: Condition, _ isTrue: (Int) -> Bool) -> Bool {
        switch condition {
        case .always: return true
        case .fact(let fact): return fact.number.map(isTrue) ?? false
        case .not(let condition): return !holds(condition, isTrue)
        case .all(let conditions):
            for condition in conditions where !holds(condition, isTrue) { return false }
            return true
        case .any(let conditions):
            for condition in conditions where holds(condition, isTrue) { return true }
            return false
        }
    }

    @Test func saysWhatTheConditionSays() {
        let numbers = Self.facts.compactMap(\.number)
        #expect(numbers.count == 4)
        for seed in 0..<500 as Range<UInt64> {
            var random = SeededGenerator(seed: seed)
            let condition = condition(&random, depth: 3)
            let decision = Decision(condition)
            for answers in 0..<(1 << numbers.count) {
                var (asked, askedToDecide): ([Int], [Int]) = ([], [])
                func isTrue(_ fact: Int) -> Bool { answers >> (numbers.firstIndex(of: fact) ?? 0) & 1 == 1 }
                let expected = holds(condition) { fact in
                    asked.append(fact)
                    return isTrue(fact)
                }
                let found = decision.holds { fact in
                    askedToDecide.append(fact)
                    return isTrue(fact)
                }
                #expect(found == expected && askedToDecide == asked, "seed \(seed), answers \(answers)")
            }
        }
    }
}
