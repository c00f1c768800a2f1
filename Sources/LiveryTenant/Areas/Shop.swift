/// The business behind the app.
package struct Shop: Sendable {
    /// The name over the door.
    package let name: String
    /// The entity that answers for the shop; the same as `name` where the law knows no other.
    package let legalName: String
    package let email: String
    /// E.164, such as `+15125550100`.
    package let phone: String
    package let website: String?
    package let address: PostalAddress
    /// An IANA zone, such as `America/Chicago`.
    package let timeZone: String
    package let hours: OpeningHours
    /// Further places of the same business; the address above is the first.
    package let locations: [Location]
}

/// A further place of the same business.
package struct Location: Sendable {
    package let id: String
    package let name: String
    package let address: PostalAddress
    package let phone: String
    package let hours: OpeningHours
}

/// Where post arrives.
package struct PostalAddress: Sendable, Hashable {
    package let street: String
    package let street2: String?
    package let city: String
    /// ISO 3166-2, such as `US-TX`; its first two letters are the country.
    package let region: Region
    package let postalCode: String
}
