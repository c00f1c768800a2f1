import LiveryDiagnostics
import LiveryTenant
import Testing

@testable import LiveryPrivacy

/// What a workspace can do with clauses; Tests/Corpus/diagnostics/privacy/clause-* has what it cannot.
struct WorkspaceClausesTests {
    private func library(_ files: (name: String, text: String)...) -> (clauses: ClauseLibrary, codes: [String]) {
        read(files)
    }

    private func read(_ files: [(name: String, text: String)]) -> (clauses: ClauseLibrary, codes: [String]) {
        var sources = SourceMap()
        let added = files.map { sources.add(path: "tenants/clauses/\($0.name)", bytes: Array($0.text.utf8)) }
        let (library, diagnostics) = ClauseLibrary.reading(added)
        return (library, diagnostics.map(\.code))
    }

    private func policy(_ library: ClauseLibrary, of tenant: Tenant = Sample.texas) -> PolicyDocument {
        Composed(tenant, clauses: library).policy
    }

    private static let safety = "# How do you keep it safe?\nid: safety\nkind: section\n\n"

    @Test func withoutFilesTheBuiltInClausesStand() {
        let (library, codes) = library()
        #expect(codes == [] && library.places.isEmpty)
        #expect(policy(library).plain == Composed(Sample.texas).policy.plain)
    }

    @Test func aClauseJoinsItsSectionOrReplacesAnother() {
        let (library, codes) = library(
            (
                "safety.en.md",
                Self.safety + "## safety.dog\n\nA dog guards {shop.name}.\n\n## safety.limit\n\nNothing is safe."
            ))
        #expect(codes == [])
        let section = policy(library).sections.first { $0.id == "safety" }
        #expect(section?.blocks.map(\.clause).last == "safety.dog")
        let texts = section?.blocks.flatMap(\.texts) ?? []
        #expect(texts.contains("Nothing is safe.") && texts.contains("A dog guards Oakwood Auto Care."))
        #expect(!texts.contains("No way of sending or storing data is perfectly safe."))
        #expect(Set(library.places.keys) == ["safety.dog", "safety.limit"])
    }

    @Test func aNewSectionStandsBeforeChanges() {
        let (library, codes) = library(
            (
                "keys.en.md",
                "# Where do you keep my keys?\nid: keys\nkind: section\n\n## keys.box\n\nIn a box. [More](#safety)"
            ),
            (
                "stock.en.md",
                "# What do you sell?\nid: stock\nkind: section\ndocument: partner\n\n## stock.apps\n\nApps."
            ))
        #expect(codes == [])
        let ids = policy(library).sections.map(\.id)
        #expect(ids.firstIndex(of: "keys").map { ids[$0 + 1] } == "changes" && !ids.contains("stock"))
        let notice = Composed(Sample.texas, clauses: library).notice
        #expect(notice.sections.map(\.id).contains("stock"))
    }

    @Test func aLineJoinsTheCard() {
        let (library, codes) = library(
            ("card.en.md", "# The short answer\nid: card\nkind: card\n\n## card.dog\nsection: safety\n\nWe have a dog.")
        )
        #expect(codes == [])
        #expect(policy(library).card.last?.said.plainText == "We have a dog.")
    }

    /// Nobody but who wrote it knows what the words of a workspace mean.
    @Test func otherWordsAreAnotherVersionUnlessTheyHaveANumber() {
        func meaning(_ clause: String) -> [PolicyMeaning.Line] {
            policy(read([("safety.en.md", Self.safety + clause)]).clauses).meaning
        }
        #expect(meaning("## safety.dog\n\nA dog.") != meaning("## safety.dog\n\nA cat."))
        #expect(meaning("## safety.dog\n\nA dog.") == meaning("## safety.dog\n\nA dog.\n\n"))
        #expect(meaning("## safety.dog\nmeaning: 1\n\nA dgo.") == meaning("## safety.dog\nmeaning: 1\n\nA dog."))
        #expect(meaning("## safety.dog\nmeaning: 1\n\nA dog.") != meaning("## safety.dog\nmeaning: 2\n\nA cat."))
        #expect(meaning("## safety.dog\n\nA dog.") != Composed(Sample.texas).policy.meaning)
    }

    @Test func brokenFilesLeaveTheBuiltInClauses() {
        let (library, codes) = library(("safety.en.md", Self.safety + "## safety.dog\n\nA dog at {shop.nam}."))
        #expect(codes == ["privacy/clause-unknown-fact"])
        #expect(library.places.isEmpty && policy(library).plain == Composed(Sample.texas).policy.plain)
    }

    @Test(arguments: [
        ("texts", true), ("texts and not texts", false), ("texts or not texts", true),
        ("features.payments.save_cards and not features.payments", false),
        ("not features.payments.save_cards and features.payments", true),
        ("analytics.google_analytics and not analytics or texts and not texts", false),
    ])
    func conditionsAreJudgedForAllShops(_ condition: String, _ isPossible: Bool) throws {
        var solver = ConditionSolver([try Condition(parsing: condition)], vocabulary: .shared)
        #expect(solver.isPossible() == isPossible)
    }

    @Test func hostileConditionsEnd() throws {
        let names = FactVocabulary.shared.flags.map(\.name).sorted().map { FactName($0) }
        var conditions: [Condition] = []
        for index in 0..<200 {
            let picked = (0..<3).map { names[(index * 7 + $0 * 13) % names.count] }
            conditions.append(
                .any(
                    picked.enumerated().map {
                        ($0.offset + index) % 2 == 0 ? .fact($0.element) : .not(.fact($0.element))
                    }))
        }
        var solver = ConditionSolver(conditions, vocabulary: .shared)
        _ = solver.isPossible()
    }

    @Test(arguments: [
        "", "#", "# H", "# H\nid: safety", "# H\nid: safety\nkind: card\n\n## safety.x\n\nT.", "\u{0}\u{FFFD}",
        "## a\n\n{if",
    ])
    func anyTextEndsInAFinding(_ text: String) {
        #expect(library(("x.en.md", text)).codes.allSatisfy { $0.hasPrefix("privacy/clause-") })
        #expect(!library(("x.en.md", text)).codes.isEmpty)
    }

    @Test func readabilityHasALayerForEachPartOfThePage() throws {
        let composed = Composed(Sample.germany)
        let reading = PolicyReadability(
            composed.policy, names: PolicyReadability.names(of: Sample.germany, composed.dataMap))
        #expect(reading.layers.map(\.name) == [.card, .table, .sections, .annexes, .page])
        #expect(reading.layers.last?.words == composed.policy.wordCount + subheadings(of: composed.policy))
        #expect(reading.layers[1].measure == nil)
        let page = try #require(reading.layers.last?.measure)
        #expect(page.ease > 60 && page.grade < 9 && page.longestSentence <= 26)
    }

    private func subheadings(of document: PolicyDocument) -> Int {
        document.sections.flatMap(\.blocks).reduce(0) { count, block in
            guard case .subheading(let text) = block.content else { return count }
            return count + text.split(separator: " ").count
        }
    }

    @Test func aLanguageWithoutAFormulaIsNotMeasured() {
        let policy = Composed(Sample.minimal).policy
        let french = PolicyDocument(
            locale: "fr-CA", title: policy.title, shopName: policy.shopName, effectiveDate: policy.effectiveDate,
            card: policy.card, table: policy.table, sections: policy.sections)
        let reading = PolicyReadability(french, names: [])
        #expect(reading.layers.allSatisfy { $0.measure == nil && $0.words > 0 })
    }
}
