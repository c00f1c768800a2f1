/// The banner of the web portal, and cookies beyond those of the providers.
package struct Cookies: Sendable {
    package let banner: Banner
    /// How long an answer to the banner holds.
    package let consentDays: Int
    /// Cookies that the portal sets itself.
    package let own: [OwnCookie]

    package enum Banner: String, CaseIterable, Sendable {
        case bar
        case box
        case cloud
    }
}

package struct OwnCookie: Sendable {
    package let name: String
    package let category: CookieCategory
    /// A sentence that a customer reads.
    package let purpose: String
    /// 0 means until the browser is closed.
    package let days: Int
}

package enum CookieCategory: String, CaseIterable, Sendable {
    case necessary
    case functional
    case analytics
    case marketing
}
