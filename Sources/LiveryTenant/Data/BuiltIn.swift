/// What the binary carries: the weakest layer, the provider catalogue, and the lists that values are checked against.
/// The texts come from `Data/` and `Catalogue/` by way of `Tests/Scripts/embed`.
package enum BuiltIn {
    /// The layer below `platform.yaml`.
    package static var defaults: [UInt8] { bytes(of: Embedded.defaults) }

    /// The provider files, in the order of their ids.
    package static var catalogue: [(id: String, bytes: [UInt8])] {
        Embedded.catalogue.map { (id: $0.id, bytes: bytes(of: $0.text)) }
    }

    /// ISO 3166-1 and ISO 3166-2 codes with their names.
    package static let regions = SortedLines(Embedded.regions)

    /// The names of the IANA time zone database.
    package static let timeZones = SortedLines(Embedded.timeZones)

    private static func bytes(of text: StaticString) -> [UInt8] {
        text.withUTF8Buffer { Array($0) }
    }
}

/// The names of the IANA time zone database.
package enum TimeZones {
    package static func contains(_ name: String) -> Bool {
        BuiltIn.timeZones.contains(name)
    }

    /// Every name, in order.
    package static var all: [String] { BuiltIn.timeZones.keys }
}
