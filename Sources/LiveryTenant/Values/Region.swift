/// A country or one of its parts: `US`, `US-TX`, `CA-QC`, `GB-ENG`, `DE-BY` (ISO 3166-1 alpha-2 and ISO 3166-2).
package struct Region: Hashable, Comparable, Sendable {
    package let code: String

    init(known code: String) {
        self.code = code
    }

    /// ISO 3166-1 alpha-2.
    package var country: String { String(code.prefix(2)) }

    package var isSubdivision: Bool { code.utf8.count > 2 }

    package static func < (left: Region, right: Region) -> Bool {
        left.code < right.code
    }
}
