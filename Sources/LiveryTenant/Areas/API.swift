/// How the app reaches the platform in one environment.
package struct API: Sendable {
    /// https, without a trailing slash.
    package let baseURL: String
    /// Such as `v1`.
    package let version: String
    package let timeoutSeconds: Int
    package let retry: Retry
    /// Base64 of the SHA-256 of each pinned public key: 44 characters, ending in `=`. None, or at least two.
    package let certificatePins: [String]
    /// The path of each feature that has a server side; for features that are on.
    package let endpoints: [Endpoint]

    package struct Retry: Sendable {
        package let attempts: Int
        package let backoff: Backoff
        package let initialMilliseconds: Int
    }
    package enum Backoff: String, CaseIterable, Sendable {
        case fixed
        case exponential
    }
    package struct Endpoint: Sendable {
        package let feature: FeatureName
        /// Starts with `/`.
        package let path: String
    }
}
