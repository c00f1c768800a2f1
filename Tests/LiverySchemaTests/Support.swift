import LiveryDiagnostics
import LiverySchema
import LiveryYAML
import Testing

/// Parses a text that must be valid YAML.
func tree(_ text: String, file: UInt32 = 0) throws -> LayeredNode {
    let source = SourceFile(id: SourceFile.ID(file), path: "layer\(file).yaml", bytes: Array(text.utf8))
    let parsed = YAMLDocument.parse(source)
    #expect(parsed.diagnostics == [])
    return LayeredNode(try #require(parsed.document?.root))
}

/// What a diagnostic says, for comparisons: `code path: message`.
func summary(_ diagnostic: Diagnostic) -> String {
    "\(diagnostic.code) \(diagnostic.path): \(diagnostic.message)"
}

struct Car: Sendable, Equatable {
    let name: String
    let doors: Int
    let isRed: Bool
    let owner: String?
}

extension Schema<Car> {
    static let car = object(
        "A car", Field("name", .text("a name", length: 2...10), "The name."),
        Field("doors", .integer("a number of doors", 2...5), "How many doors."),
        Field("red", .boolean, default: false, "Whether it is red."),
        .optional("owner", .text("a name"), "Who drives it."), build: Car.init)
}

struct Garage: Sendable {
    let cars: [Car]
    let places: [KeyedValue<Int>]
}

extension Schema<Garage> {
    static let garage = object(
        "A garage", Field("cars", .list(of: .car, keyedBy: "name", count: 1...3), "The cars."),
        Field("places", .map(keys: "street", of: .integer("a number", 0...99)), "Where they stand."),
        build: Garage.init)
}
