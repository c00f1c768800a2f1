/// The two apps and their listings.
package struct App: Sendable {
    package let ios: IOSApp
    package let android: AndroidApp
    /// The host of the links that open the app, without scheme.
    package let deepLinkDomain: String?
    /// BCP 47, first the default.
    package let locales: [String]
    /// In the order of `locales`.
    package let store: [StoreListing]
}

package struct IOSApp: Sendable {
    /// Reverse DNS.
    package let bundleID: String
    /// Ten capital letters and digits, from Apple.
    package let teamID: String
    /// Such as `15.0`.
    package let minimumOS: String
}

package struct AndroidApp: Sendable {
    /// Reverse DNS, each part a Java identifier.
    package let applicationID: String
    /// SHA-256 of the signing certificates: 32 pairs of capital hex digits with colons.
    package let signingFingerprints: [String]
    /// Such as `8.0`.
    package let minimumOS: String
}

/// What the stores show in one language.
package struct StoreListing: Sendable {
    package let locale: String
    /// App Store: at most 30 characters.
    package let subtitle: String
    /// Google Play: at most 80 characters.
    package let shortDescription: String
    /// Both stores: at most 4,000 characters.
    package let description: String
    /// App Store: at most 100 bytes when joined by commas.
    package let keywords: [String]
}
