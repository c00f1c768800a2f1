/// Who measures the use of the apps and of the web portal in one environment.
package struct Analytics: Sendable {
    /// Measures the web portal.
    package let googleAnalytics: GoogleAnalytics?
    /// Measures the apps.
    package let firebase: Firebase?
    package let consentMode: ConsentMode

    package struct GoogleAnalytics: Sendable {
        /// Such as `G-1A2BCD345E`.
        package let measurementID: String
        /// 2 or 14: https://support.google.com/analytics/answer/7667196
        package let retentionMonths: Int
    }
    package struct Firebase: Sendable {
        /// Such as `1:1234567890:ios:321abc456def7890`.
        package let iosAppID: String
        package let androidAppID: String
        package let projectID: String
        package let retentionMonths: Int
        package let crashReports: Bool
    }
    package struct ConsentMode: Sendable {
        package let mode: Mode
        /// How long tags wait for an answer to the banner.
        package let waitMilliseconds: Int

        /// Basic: nothing is loaded before consent. Advanced: loaded with everything denied.
        package enum Mode: String, CaseIterable, Sendable {
            case basic
            case advanced
        }
    }

    /// Whether anything is measured at all.
    package var isOn: Bool { googleAnalytics != nil || firebase != nil }
}
