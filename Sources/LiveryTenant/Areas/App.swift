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
    /// How a customer opens an account; Google Play's Data safety form asks.
    package let signIn: [SignInMethod]
    /// https; where a customer has the account deleted without the app. Google Play asks it of every app with accounts.
    package let accountDeletionURL: String
    /// https; where a customer has data deleted and keeps the account.
    package let dataDeletionURL: String?
}

/// The kinds of login that Google Play's form knows.
package enum SignInMethod: String, CaseIterable, Sendable {
    case password
    /// A link or a code by e-mail or SMS, without a password.
    case oneTimeCode = "one_time_code"
    case passwordAndCode = "password_and_code"
    /// The account of another company.
    case otherAccount = "other_account"
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
