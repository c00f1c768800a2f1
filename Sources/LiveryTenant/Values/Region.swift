/// A country or one of its parts: `US`, `US-TX`, `CA-QC`, `GB-ENG`, `DE-BY` (ISO 3166-1 alpha-2 and ISO 3166-2).
package struct Region: Hashable, Comparable, Sendable {
    package let code: String

    init(known code: String) {
        self.code = code
    }

    /// Reads a code in capital letters; nil for one that ISO 3166 does not know.
    package init?(code: String) {
        guard BuiltIn.regions.contains(code) else { return nil }
        self.code = code
    }

    /// ISO 3166-1 alpha-2.
    package var country: String { String(code.prefix(2)) }

    package var isSubdivision: Bool { code.utf8.count > 2 }

    /// Such as `Texas` or `Germany`; the code itself where the list has no name.
    package var name: String { BuiltIn.regions.value(of: code) ?? code }

    /// Such as `United States` for `US-TX`.
    package var countryName: String { BuiltIn.regions.value(of: country) ?? country }

    /// As it stands in a sentence: `the United States`.
    package var countryInSentence: String { (countryName.hasPrefix("United ") ? "the " : "") + countryName }

    /// The codes of regions with a name, in order; `Georgia` is a state and a country.
    static func codes(named name: String) -> [String] {
        let name = name.lowercased()
        return allCodes.filter { BuiltIn.regions.value(of: $0)?.lowercased() == name }
    }

    /// Every code, in order.
    package static var allCodes: [String] { BuiltIn.regions.keys }

    package static func < (left: Region, right: Region) -> Bool {
        left.code < right.code
    }
}
