import LiveryDiagnostics
import LiverySchema
import LiveryYAML
import Testing

@Suite("Values that are decoded once")
struct DecodedValuesTests {
    /// The layers of a shop: a base that is decoded merged, and two layers that are decoded by themselves.
    @Test("With what is known, merged layers mean what they mean without", arguments: UInt64(0)..<400)
    func sameAsFresh(_ seed: UInt64) throws {
        var random = LayerTexts(seed: seed)
        var count: UInt32 = 0
        let base = try tree(random.layer(), file: 0).merged(under: tree(random.layer(), file: 1), shape: Self.shape)
            .numbered(for: .base, from: &count)
        var context = DecodingContext(isPartial: false, isRemembering: true)
        _ = Schema<Fleet>.fleet.decode(base, &context)
        var known = context.known
        var merged = base
        for (file, owner) in [(2, DecodedValues.Owner.group), (3, .shop)] {
            let layer = try numberedTree(random.layer(), file: UInt32(file), owner: owner)
            var context = DecodingContext(isPartial: true, isRemembering: true)
            _ = Schema<Fleet>.fleet.decode(layer, &context)
            known = known.adding(context.known)
            merged = merged.merged(under: layer, shape: Self.shape)
        }
        var (warm, fresh) = (DecodingContext(isPartial: false, known: known), DecodingContext(isPartial: false))
        let value = Schema<Fleet>.fleet.decode(merged, &warm)
        let expected = Schema<Fleet>.fleet.decode(merged, &fresh)
        #expect(String(describing: value) == String(describing: expected), "seed \(seed)")
        #expect(warm.diagnostics == fresh.diagnostics, "seed \(seed)")
    }

    @Test("A rule that waits for the whole definition is asked again")
    func deferred() throws {
        let layer = try numberedTree("{crew: {names: [Ann], chief: Bob}}", file: 0, owner: .shop)
        var context = DecodingContext(isPartial: true, isRemembering: true)
        _ = Schema<Fleet>.fleet.decode(layer, &context)
        #expect(context.diagnostics == [])
        context = DecodingContext(isPartial: false, known: context.known)
        _ = Schema<Fleet>.fleet.decode(layer, &context)
        #expect(context.diagnostics.map(\.code).contains("test/chief"))
    }

    private static let shape = Schema<Fleet>.fleet.shape

    private func numberedTree(_ text: String, file: UInt32, owner: DecodedValues.Owner) throws -> LayeredNode {
        let source = SourceFile(id: SourceFile.ID(file), path: "layer\(file).yaml", bytes: Array(text.utf8))
        return LayeredNode(try #require(YAMLDocument.parse(source).document?.root), owner: owner)
    }
}

private struct Crew: Sendable {
    let names: [String]
    let chief: String
}

private struct Fleet: Sendable {
    let garage: Garage
    let second: Garage?
    let crew: Crew
    let washPrice: Int?
}

extension Schema<Fleet> {
    fileprivate static let fleet = object(
        "A fleet", Field("garage", .garage, "Where the cars stand."),
        .optional("second", .garage, "Where more cars stand."), Field("crew", .crew, "Who works here."),
        Field(
            "wash",
            Schema<Int?>.switchable(
                "A wash", Field("price", .integer("a price", 1...9), "What it takes."), build: { $0 }),
            "The car wash."), build: Fleet.init)
}

extension Schema<Crew> {
    fileprivate static var crew: Schema<Crew> {
        object(
            "A crew", Field("names", .list(of: .text("a name"), count: 1...4), "Who they are."),
            Field("chief", .text("a name"), "Who leads."), build: Crew.init
        ).checked { crew, node, context in
            guard context.asksForWhole(), !crew.names.contains(crew.chief) else { return }
            context.report(Diagnostic(code: "test/chief", "The chief is not of the crew.", at: node.span))
        }
    }
}

/// Random layers of a fleet, some with faults.
private struct LayerTexts: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    /// SplitMix64 (Steele, Lea and Flood 2014).
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }

    mutating func layer() -> String {
        mapping([
            ("garage", garage()), ("second", one(of: [garage(), "null", "3"])), ("crew", crew()),
            ("wash", mapping([("enabled", one(of: ["true", "false", "yes"])), ("price", number())])),
            ("crews", "1"),
        ])
    }

    private mutating func garage() -> String {
        let cars = ["Bee", "Ant"].map { name in
            mapping([("doors", number()), ("red", one(of: ["true", "false", "null"])), ("owner", "Ann")], and: name)
        }
        return mapping([
            ("cars", "[\(cars.joined(separator: ", "))]"), ("cars", "[\(cars[0])]"),
            ("places", mapping([("north", number()), ("south", number()), ("west", "null")])),
        ])
    }

    private mutating func crew() -> String {
        mapping([("names", one(of: ["[Ann]", "[Ann, Bob]", "[]", "Ann"])), ("chief", one(of: ["Ann", "Bob", "[]"]))])
    }

    private mutating func number() -> String { one(of: ["2", "3", "4", "\"5\"", "77", "x"]) }

    private mutating func one(of texts: [String]) -> String {
        // Faults stand last, and are rare.
        let isFaulty = Int.random(in: 0..<12, using: &self) == 0
        return isFaulty ? texts[texts.count - 1] : texts[Int.random(in: 0..<(texts.count - 1), using: &self)]
    }

    /// Some of the members, each key once.
    private mutating func mapping(_ members: [(key: String, value: String)], and name: String? = nil) -> String {
        var keys: Set<String> = []
        var texts = name.map { ["name: \($0)"] } ?? []
        for (key, value) in members where Int.random(in: 0..<5, using: &self) > (key == "crews" ? 3 : 1) {
            if keys.insert(key).inserted { texts.append("\(key): \(value)") }
        }
        return "{\(texts.joined(separator: ", "))}"
    }
}
