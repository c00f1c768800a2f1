import LiveryDiagnostics
import Testing

@testable import LiveryCompiler

@Suite("An index of all shops that follows changes")
struct TenancyIndexTests {
    @Test("After any changes it says what one says that is filled from nothing", arguments: UInt64(1)...40)
    func sameAsFilledAnew(_ seed: UInt64) {
        var town = RandomTown(seed: seed)
        var index = TenancyIndex(expecting: RandomTown.expected)
        for step in 0..<40 {
            index.replace(town.change())
            var anew = TenancyIndex(expecting: RandomTown.expected)
            anew.replace(town.shops.map { ($0.key, $0.value) })
            #expect(index.findings == anew.findings, "seed \(seed), step \(step)")
            #expect(index.idle == anew.idle, "seed \(seed), step \(step)")
            #expect(index.count == town.shops.count)
        }
    }

    @Test("The words are few enough that every rule finds something")
    func everyRuleSpeaks() {
        var codes: Set<String> = []
        for seed in UInt64(1)...40 {
            var town = RandomTown(seed: seed)
            var index = TenancyIndex()
            for _ in 0..<40 { index.replace(town.change()) }
            codes.formUnion(index.findings.map(\.diagnostic.code))
        }
        let rules = [
            "foreign-domain", "id-of-another-shop", "mail-to-another-shop", "picture-of-another-shop",
            "secret-of-another-shop", "shared-account", "shared-app-name", "shared-contact", "shared-identity",
            "shared-payments", "shared-secret", "unrelated-app-ids",
        ]
        #expect(codes.sorted() == rules.map { "compiler/" + $0 })
    }

    @Test("Whoever leaves takes everything along")
    func leavesNothing() {
        var town = RandomTown(seed: 5)
        var index = TenancyIndex()
        for _ in 0..<40 { index.replace(town.change()) }
        index.replace(town.shops.keys.map { ($0, nil) })
        #expect(index.isEmpty)
    }
}

/// Shops that come, change and go, with so few words between them that they often have the same.
private struct RandomTown {
    private(set) var shops: [String: TenancyRules.Shop] = [:]
    private var random: SeededGenerator

    private static let ids = ["birch", "cedar", "cedar-north", "cedarnorth", "elm", "oakwood", "pine", "willow"]
    private static let groups = ["coast", "valley"]
    static let expected = TenancyRules.expected(groups: groups, pictures: ids.map { $0 + "/logo.svg" })

    init(seed: UInt64) {
        random = SeededGenerator(seed: seed)
    }

    /// Some shops at once, each new, changed or gone.
    mutating func change() -> [(id: String, shop: TenancyRules.Shop?)] {
        let count = Int.random(in: 1...3, using: &random)
        let changes = Self.ids.shuffled(using: &random).prefix(count).map { id in (id, changed(id)) }
        for (id, shop) in changes { shops[id] = shop }
        return changes
    }

    private mutating func changed(_ id: String) -> TenancyRules.Shop? {
        guard let shop = shops[id] else { return TenancyRules.Shop(id: id, facts: facts(of: id)) }
        switch Int.random(in: 0..<6, using: &random) {
        case 0: return nil
        case 1: return TenancyRules.Shop(id: id, facts: facts(of: id))
        case 2:
            // A line more at the top of the file.
            return TenancyRules.Shop(
                id: id, facts: shop.facts.map { Fact(kind: $0.kind, value: $0.value, place: place(of: id)) })
        default:
            var facts = shop.facts
            for fact in self.facts(of: id).shuffled(using: &random).prefix(1) {
                facts.removeAll { $0.kind == fact.kind }
                facts.append(fact)
            }
            return TenancyRules.Shop(id: id, facts: facts)
        }
    }

    private mutating func facts(of id: String) -> [Fact] {
        let name = ForeignRules.plain(pick([id, pick(Self.ids)]))
        let other = ForeignRules.plain(pick(Self.ids))
        let values: [(Fact.Kind, String)] = [
            (.iosBundle, "example.\(name).\(pick(["app", "two"]))"),
            (.androidApplication, "example.\(pick([name, name, other])).app"),
            (.domain, "\(other).example"), (.webStream, "G-\(other)"), (.firebaseIOS, "1:\(other)"),
            (.appName, other), (.phone, "+1 \(name)"), (.email, "hello@\(other).example"),
            (.website, "\(name).example"), (.account, "Tekmetric with \(name)"),
            (.secret, "tekmetric/\(pick(Self.ids))/key"), (.secret, "tekmetric/key"),
            (.paymentAccount, "Stripe with \(other)"), (.privacyEmail, "privacy@\(other).example"),
            (.group, pick(Self.groups)), (.picture, pick(Self.ids) + "/logo.svg"),
        ]
        return values.compactMap { kind, value in
            guard Int.random(in: 0..<3, using: &random) > 0 else { return nil }
            return Fact(kind: kind, value: value, place: place(of: pick([id, "platform"])))
        }
    }

    /// In the shop's own file, or always at the same place of the platform's.
    private mutating func place(of file: String) -> SourceSpan {
        let number = Self.ids.firstIndex(of: file).map { UInt32($0 + 1) } ?? 0
        let start = number == 0 ? 1 : UInt32.random(in: 0..<9, using: &random)
        return SourceSpan(file: SourceFile.ID(number), start: start, end: start + 1)
    }

    private mutating func pick(_ words: [String]) -> String { words.randomElement(using: &random) ?? "" }
}
