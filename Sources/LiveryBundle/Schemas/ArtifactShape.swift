/// What can stand at one place of a generated JSON file. Each emitter declares the shape of its files beside the code
/// that writes them; every word of an enumeration comes from the type that the emitter writes.
package indirect enum ArtifactShape: Sendable {
    /// Text that matches a regular expression (ECMA-262) as a whole; any text without one.
    case text(String? = nil, examples: [String])
    case words([String])
    case constant(Int)
    case flag
    case integer(ClosedRange<Int>)
    case number
    /// From 0 to 1.
    case share
    case list(of: ArtifactShape, count: ClosedRange<Int> = 0...Int.max)
    case object([ArtifactMember])
    /// Names that the file chooses, each with the same kind of value.
    case map(keys: ArtifactShape, of: ArtifactShape)
    case orNull(ArtifactShape)
    /// Written once, among the definitions of the schema.
    case shared(String, ArtifactShape)
    /// An object that also fits a schema that somebody else publishes.
    case extending(String, [ArtifactMember])
}

/// One key of an object.
package struct ArtifactMember: Sendable {
    let key: String
    let description: String
    let shape: ArtifactShape
    /// False for a key that is left out where it has nothing to say.
    let isRequired: Bool

    package init(_ key: String, _ description: String, _ shape: ArtifactShape) {
        (self.key, self.description, self.shape, isRequired) = (key, description, shape, true)
    }

    package init(optional key: String, _ description: String, _ shape: ArtifactShape) {
        (self.key, self.description, self.shape, isRequired) = (key, description, shape, false)
    }
}

// Kinds of values that several files have.
extension ArtifactShape {
    package static func words<Word: CaseIterable & RawRepresentable>(_: Word.Type) -> ArtifactShape
    where Word.RawValue == String {
        .words(Word.allCases.map(\.rawValue))
    }

    /// Anything that a definition may hold on one line.
    package static func prose(_ example: String) -> ArtifactShape { .text("[^\\u0000-\\u001f]+", examples: [example]) }

    package static let id = ArtifactShape.text("[a-z0-9]+(?:[_-][a-z0-9]+)*", examples: ["oakwood-auto-care"])
    package static let email = ArtifactShape.text("[^@\\s]+@[^@\\s]+", examples: ["hello@oakwoodauto.example"])
    package static let phone = ArtifactShape.text("\\+[1-9][0-9]{6,14}", examples: ["+15125550123"])
    package static let url = ArtifactShape.text("https://\\S+", examples: ["https://oakwoodauto.example"])
    package static let digest = ArtifactShape.text(
        "[0-9a-f]{64}", examples: ["e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"])
    package static let date = ArtifactShape.text(
        "[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])", examples: ["2026-12-01"])
    package static let locale = ArtifactShape.text("[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*", examples: ["en-US"])
    package static let country = ArtifactShape.text("[A-Z]{2}", examples: ["US"])
    package static let region = ArtifactShape.text("[A-Z]{2}(?:-[A-Z0-9]{1,3})?", examples: ["US-TX"])
    /// A value of a definition by its path; what stands in a list goes by its name, which can be any text.
    package static let fact = ArtifactShape.text("[a-z_]+(?:\\..+)?", examples: ["features.booking"])
    package static let version = ArtifactShape.text(
        "[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}", examples: ["JQRY-4W84"])
    package static let count = ArtifactShape.integer(0...Int.max)
    package static let positive = ArtifactShape.integer(1...Int.max)
}

extension ArtifactMember {
    package static let formatVersion = ArtifactMember(
        "format_version", "Raised when a reader of the older form would fail.", .constant(Bundle.formatVersion))
    package static let shop = ArtifactMember("shop", "The id of the shop: the name of its definition.", .id)
    package static let versions = ArtifactMember(
        "versions", "The version of each document: another one exactly when it says something else.",
        .object([
            ArtifactMember("policy", "Of what the shop tells its customers.", .version),
            ArtifactMember("partner-notice", "Of what the operator tells the shop.", .version),
        ]))
}
