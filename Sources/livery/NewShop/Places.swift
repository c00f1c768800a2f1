import LiveryDiagnostics
import LiveryTenant

/// What follows from where a shop is.
enum Places {
    /// A region by its code or its name: `US-TX`, `us-tx`, `Texas`.
    static func region(_ text: String) throws(Objection) -> String {
        let code = text.uppercased()
        let codes = Region.allCodes
        if codes.contains(code) {
            guard code != "US" && code != "CA" else {
                throw Objection(
                    "is a whole country; give the state or province, as in `\(code == "US" ? "US-TX" : "CA-QC")`")
            }
            return code
        }
        let named = codes.filter { Region(code: $0)?.name.lowercased() == text.lowercased() }
        if named.count == 1 { return named[0] }
        if named.count > 1 { throw Objection("can be \(named.joined(separator: " or "))") }
        let names = codes.compactMap { Region(code: $0)?.name }
        if let nearest = Similarity.nearest(to: text, in: codes + names) {
            throw Objection("is no region; did you mean `\(nearest)`?")
        }
        throw Objection("is no region; write its ISO 3166-2 code or its name, as in `US-TX` or `Texas`")
    }

    static func timeZone(_ text: String) throws(Objection) -> String {
        if TimeZones.contains(text) { return text }
        let all = TimeZones.all
        if let same = all.first(where: { $0.lowercased() == text.lowercased() }) { return same }
        let city = text.split(separator: " ").joined(separator: "_").lowercased()
        if let same = all.first(where: { $0.lowercased().hasSuffix("/" + city) }) { return same }
        let nearest = Similarity.nearest(to: text, in: all)
        throw Objection(
            "is no IANA time zone" + (nearest.map { "; did you mean `\($0)`?" } ?? ", such as `America/Chicago`"))
    }

    /// A phone number in E.164 form. Without a country code the number is taken as one of the shop's country.
    static func phone(_ text: String, country: String) throws(Objection) -> String {
        let digits = text.filter { $0.isASCII && $0.isNumber }
        guard text.allSatisfy({ ($0.isASCII && $0.isNumber) || "+ ()-./".contains($0) }),
            (6...15).contains(digits.count)
        else { throw Objection("is no phone number") }
        let number =
            switch country {
            case _ where text.hasPrefix("+"): digits
            case "US", "CA": digits.hasPrefix("1") ? digits : "1" + digits
            case "GB" where digits.hasPrefix("0"): "44" + digits.dropFirst()
            case "DE" where digits.hasPrefix("0"): "49" + digits.dropFirst()
            default: ""
            }
        if number.isEmpty { throw Objection("needs `+` and the country code before it") }
        if number.hasPrefix("1") {
            let national = Array(number.dropFirst())
            // North American Numbering Plan: neither the area code nor the exchange starts with 0 or 1.
            guard national.count == 10, !"01".contains(national[0]), !"01".contains(national[3]) else {
                throw Objection("is no number of the North American plan: ten digits, as in `+15125550123`")
            }
        }
        return "+" + number
    }

    /// The language of the app until somebody says otherwise.
    static func locale(in region: String) -> String {
        switch region.prefix(2) {
        case "US", "CA": "en-" + region.prefix(2)
        default: "en-GB"
        }
    }

    /// The time zone in which most of a region lies, and whether all of it does (zone1970.tab of the IANA
    /// time zone database).
    static func timeZone(of region: String) -> (zone: String, isOnly: Bool)? {
        let region = Substring(region)
        for (zone, whole, most) in zones {
            if whole.split(separator: " ").contains(region) { return (zone, true) }
            if most.split(separator: " ").contains(region) { return (zone, false) }
        }
        return zoneByCountry[String(region.prefix(2))].map { ($0, true) }
    }

    private static let zones: [(zone: String, whole: String, most: String)] = [
        (
            "America/New_York",
            "US-CT US-DC US-DE US-GA US-MA US-MD US-ME US-NC US-NH US-NJ US-NY US-OH US-PA US-RI US-SC US-VA US-VT "
                + "US-WV",
            "US-FL"
        ),
        ("America/Chicago", "US-AL US-AR US-IA US-IL US-LA US-MN US-MO US-MS US-OK US-WI", "US-KS US-NE US-TN US-TX"),
        ("America/Denver", "US-CO US-MT US-NM US-UT US-WY", ""),
        ("America/Los_Angeles", "US-CA US-WA", "US-NV US-OR"),
        ("America/Phoenix", "", "US-AZ"),
        ("America/Boise", "", "US-ID"),
        ("America/Anchorage", "", "US-AK"),
        ("America/Detroit", "", "US-MI"),
        ("America/Indiana/Indianapolis", "", "US-IN"),
        ("Pacific/Honolulu", "US-HI", ""),
        ("America/Puerto_Rico", "US-PR", ""),
        ("America/St_Johns", "", "CA-NL"),
        ("America/Halifax", "CA-PE", "CA-NS"),
        ("America/Moncton", "CA-NB", ""),
        ("America/Toronto", "", "CA-ON CA-QC"),
        ("America/Winnipeg", "CA-MB", ""),
        ("America/Regina", "", "CA-SK"),
        ("America/Edmonton", "CA-AB", ""),
        ("America/Vancouver", "", "CA-BC"),
        ("America/Whitehorse", "", "CA-YT"),
    ]

    private static let zoneByCountry = [
        "AT": "Europe/Vienna", "BE": "Europe/Brussels", "CH": "Europe/Zurich", "DE": "Europe/Berlin",
        "DK": "Europe/Copenhagen", "FR": "Europe/Paris", "GB": "Europe/London", "IE": "Europe/Dublin",
        "IT": "Europe/Rome", "NL": "Europe/Amsterdam", "PL": "Europe/Warsaw", "SE": "Europe/Stockholm",
    ]
}
