import LiveryDiagnostics
import LiverySchema
import Testing

@Suite("Decoding")
struct DecodingTests {
    private func decode(_ text: String, isPartial: Bool = false) throws -> (car: Car?, findings: [String]) {
        var context = DecodingContext(isPartial: isPartial)
        let car = Schema<Car>.car.decode(try tree(text), &context)
        return (car, context.diagnostics.map(summary))
    }

    @Test("A complete mapping is a value")
    func complete() throws {
        let decoded = try decode("{name: Bee, doors: 3, red: true, owner: Dana}")
        #expect(decoded.car == Car(name: "Bee", doors: 3, isRed: true, owner: "Dana"))
        #expect(decoded.findings == [])
    }

    @Test("A default and an optional key can be left out or removed")
    func defaults() throws {
        #expect(try decode("{name: Bee, doors: 3}").car == Car(name: "Bee", doors: 3, isRed: false, owner: nil))
        #expect(try decode("{name: Bee, doors: 3, owner: null}").car?.owner == nil)
    }

    @Test("Types come from the schema, never from the look of a scalar")
    func types() throws {
        #expect(try decode("{name: 1.10, doors: 3}").car?.name == "1.10")
        #expect(try decode("{name: NO, doors: 3}").car?.name == "NO")
        #expect(try decode("{name: 0123, doors: 3}").car?.name == "0123")
        #expect(try decode("{name: \"null\", doors: 3}").car?.name == "null")
    }

    @Test("Every fault is reported in one pass")
    func allFaults() throws {
        let decoded = try decode("{nmae: Bee, doors: 7, red: yes, owner: [Dana], colour: red}")
        #expect(decoded.car == nil)
        #expect(
            decoded.findings == [
                "schema/unknown-key nmae: `nmae` is not a key of a definition.",
                "schema/unknown-key colour: `colour` is not a key of a definition.",
                "schema/out-of-range doors: `doors` must be from 2 to 5, not 7.",
                "schema/not-boolean red: `red` must be `true` or `false`.",
                "schema/wrong-type owner: `owner` must be a name, and this is a list.",
            ])
    }

    @Test("A missing key is no fault of a layer by itself")
    func partial() throws {
        #expect(try decode("{doors: 3}", isPartial: true).findings == [])
        #expect(try decode("{doors: 3}").findings == ["schema/missing-key name: The definition lacks `name`."])
    }

    @Test(
        "Numbers are decimal digits and nothing else",
        arguments: ["03", "+3", "3.0", "0x3", "3_0", "1e1", "9999999999999999999", "٣"])
    func numbers(_ text: String) throws {
        #expect(try decode("{name: Bee, doors: \(text)}").findings.first?.hasPrefix("schema/not-integer") == true)
    }

    @Test("Certain fixes come as edits")
    func fixes() throws {
        var context = DecodingContext(isPartial: false)
        _ = Schema<Car>.car.decode(try tree("{name: Bee, doors: \"3\", red: yes}"), &context)
        #expect(context.diagnostics.flatMap(\.fixes).map(\.replacement) == ["3", "true"])
    }

    @Test("Lists have bounds, and keyed lists no item twice")
    func lists() throws {
        var context = DecodingContext(isPartial: false)
        let text = "{cars: [{name: Bee, doors: 3}, {name: Bee, doors: 4}], places: {b: 2, a: 1}}"
        let garage = Schema<Garage>.garage.decode(try tree(text), &context)
        #expect(
            context.diagnostics.map(summary) == [
                "schema/repeated-item cars: Two items of this list have the name `Bee`."
            ])
        #expect(garage?.places.map(\.key) == ["a", "b"])
        context = DecodingContext(isPartial: false)
        _ = Schema<Garage>.garage.decode(try tree("{cars: [], places: {}}"), &context)
        #expect(
            context.diagnostics.map(summary) == ["schema/wrong-count cars: `cars` needs at least 1 item and has none."])
    }

    @Test("A switch that is off asks for nothing, and one that is on for all")
    func switches() throws {
        let schema = Schema<Int?>.switchable(
            "Towing", Field("distance", .integer("a distance", 1...9), "How far."), build: { $0 })
        func decode(_ text: String) throws -> (value: Int??, codes: [String]) {
            var context = DecodingContext(isPartial: false)
            let value = schema.decode(try tree(text), &context)
            return (value, context.diagnostics.map(\.code))
        }
        #expect(try decode("{enabled: false}").value == .some(nil))
        #expect(try decode("{enabled: true, distance: 3}").value == 3)
        #expect(try decode("{enabled: true}").codes == ["schema/missing-key"])
        #expect(try decode("{enabled: true}").value == .none)
        #expect(try decode("{enabled: false, distance: 12}").codes == ["schema/out-of-range"])
        #expect(try decode("{distance: 3}").codes == ["schema/missing-key"])
    }
}
