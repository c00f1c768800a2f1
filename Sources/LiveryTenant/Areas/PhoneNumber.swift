/// Telephone numbers as ITU-T E.164 writes them, `+15125550123`.
package enum PhoneNumber {
    /// ITU-T E.164's country codes, of the countries whose shops we know, by ISO 3166-1.
    package static let countryCodes = [
        "US": "+1", "CA": "+1", "GB": "+44", "DE": "+49", "FR": "+33", "MX": "+52",
    ]

    /// Free for callers in the North American plan:
    /// https://www.fcc.gov/consumers/guides/what-toll-free-number-and-how-does-it-work
    package static func isTollFree(_ number: String) -> Bool {
        ["800", "833", "844", "855", "866", "877", "888"].contains { number.hasPrefix("+1" + $0) }
    }

    /// As people read it: `512-555-0123` in the North American plan; else with a space behind a country code that we
    /// know (ITU-T E.123), `+44 2079460142`. Other plans group the rest in many ways.
    package static func display(_ number: String) -> String {
        if number.hasPrefix("+1"), number.utf8.count == 12 {
            let digits = number.dropFirst(2)
            return "\(digits.prefix(3))-\(digits.dropFirst(3).prefix(3))-\(digits.suffix(4))"
        }
        guard let code = countryCodes.values.first(where: { $0 != "+1" && number.hasPrefix($0) }) else { return number }
        return "\(code) \(number.dropFirst(code.count))"
    }
}
