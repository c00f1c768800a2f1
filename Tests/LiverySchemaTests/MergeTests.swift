import LiveryDiagnostics
import LiverySchema
import Testing

@Suite("Merging layers")
struct MergeTests {
    private func merge(_ layers: String...) throws -> LayeredNode {
        var merged = try tree(layers[0])
        for (number, layer) in layers.enumerated().dropFirst() {
            merged = merged.merged(under: try tree(layer, file: UInt32(number)), shape: Schema<Garage>.garage.shape)
        }
        return merged
    }

    @Test("Mappings merge by key, and each value knows whom it overrode")
    func mappings() throws {
        let merged = try merge("{places: {a: 1, b: 2}}", "{places: {b: 3, c: 4}}", "{places: {b: 5}}")
        let places = try #require(merged["places"])
        #expect(places.entries.map { "\($0.key)=\($0.value.text ?? "")" } == ["a=1", "b=5", "c=4"])
        let b = try #require(places["b"])
        #expect(b.span.file.rawValue == 2)
        #expect(b.overridden.map(\.text) == ["3", "2"])
        #expect(b.overridden.map(\.span.file.rawValue) == [1, 0])
        #expect(places["a"]?.overridden.isEmpty == true)
    }

    @Test("Keyed lists merge item by item, other lists are replaced")
    func lists() throws {
        let merged = try merge(
            "{cars: [{name: Bee, doors: 3}, {name: Fox, doors: 4}], places: {a: [1, 2]}}",
            "{cars: [{name: Fox, doors: 5}, {name: Elk, doors: 2}], places: {a: [3]}}")
        guard case .sequence(let cars)? = merged["cars"]?.content else {
            Issue.record("cars is no list")
            return
        }
        #expect(cars.map { "\($0["name"]?.text ?? "") \($0["doors"]?.text ?? "")" } == ["Bee 3", "Fox 5", "Elk 2"])
        #expect(merged["places"]?["a"]?.summary == "[3]")
        #expect(merged["places"]?["a"]?.overridden.map(\.text) == ["[1, 2]"])
    }

    @Test("null removes, and the tree remembers where")
    func removal() throws {
        let merged = try merge("{places: {a: 1}}", "{places: {a: null}}")
        let removed = try #require(merged["places"]?["a"])
        #expect(removed.isRemoved)
        #expect(removed.span.file.rawValue == 1)
        #expect(removed.overridden.map(\.text) == ["1"])
        #expect(try merge("{places: {a: 1}}", "{places: {a: null}}", "{places: {a: 2}}")["places"]?["a"]?.text == "2")
    }

    @Test("A stronger layer of another kind replaces the whole value")
    func kinds() throws {
        #expect(try merge("{places: {a: 1}}", "{places: none}")["places"]?.text == "none")
        #expect(try merge("{places: none}", "{places: {a: 1}}")["places"]?["a"]?.text == "1")
    }

    /// Layers laid one over another are the same however they are grouped.
    @Test("Merging is associative", arguments: 0..<200)
    func associative(seed: UInt64) throws {
        var random = SplitMix(seed: seed)
        let layers = (0..<3).map { _ in Self.randomLayer(&random) }
        let shape = Schema<Garage>.garage.shape
        let trees = try layers.enumerated().map { try tree($0.element, file: UInt32($0.offset)) }
        let left = trees[0].merged(under: trees[1], shape: shape).merged(under: trees[2], shape: shape)
        let right = trees[0].merged(under: trees[1].merged(under: trees[2], shape: shape), shape: shape)
        #expect(left.summary == right.summary, "seed \(seed): \(layers)")
    }

    private static func randomLayer(_ random: inout SplitMix) -> String {
        let places = ["a", "b", "c"].compactMap { key in
            random.next() % 2 == 0 ? nil : "\(key): \(random.next() % 4 == 0 ? "null" : String(random.next() % 10))"
        }
        let cars = ["Bee", "Fox"].compactMap { name in
            random.next() % 2 == 0 ? nil : "{name: \(name), doors: \(random.next() % 6)}"
        }
        return "{places: {\(places.joined(separator: ", "))}, cars: [\(cars.joined(separator: ", "))]}"
    }
}

/// https://prng.di.unimi.it/splitmix64.c: the same numbers for the same seed everywhere.
struct SplitMix {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
