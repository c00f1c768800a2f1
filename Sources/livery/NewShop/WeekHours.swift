import LiveryTenant

/// Opening hours as people write them on one line: `mon-fri 7:30-17:30, sat 8-12`.
enum WeekHours {
    struct Day: Sendable, Equatable {
        let weekday: OpeningHours.Weekday
        /// `07:30-17:30`.
        var ranges: [String]
    }

    /// The days in the order of the week.
    static func parse(_ text: String) throws(Objection) -> [Day] {
        if ["", "none", "closed"].contains(text.lowercased()) { return [] }
        var found: [OpeningHours.Weekday: [String]] = [:]
        for part in text.split(whereSeparator: { $0 == "," || $0 == ";" }) {
            let words = part.split(separator: " ").map { $0.lowercased() }
            guard let first = words.first else { continue }
            let days = try days(first)
            let ranges = words.dropFirst()
            guard !ranges.isEmpty else { throw Objection("needs times after `\(first)`, as in `mon-fri 8:00-17:00`") }
            for range in ranges where range != "closed" {
                let mended = try self.range(range)
                for day in days { found[day, default: []].append(mended) }
            }
        }
        return OpeningHours.Weekday.allCases.compactMap { day in found[day].map { Day(weekday: day, ranges: $0) } }
    }

    private static func days(_ text: String) throws(Objection) -> [OpeningHours.Weekday] {
        let all = OpeningHours.Weekday.allCases
        if text == "daily" { return all }
        var indexes: [Int] = []
        for name in text.split(separator: "-", omittingEmptySubsequences: false) {
            guard name.count >= 2, let index = all.firstIndex(where: { $0.rawValue.hasPrefix(name) }) else {
                throw Objection("has `\(name)` where a weekday belongs, such as `mon`")
            }
            indexes.append(index)
        }
        switch indexes.count {
        case 1: return [all[indexes[0]]]
        case 2 where indexes[0] <= indexes[1]: return Array(all[indexes[0]...indexes[1]])
        default: throw Objection("has the days `\(text)`; write them as in `mon-fri`")
        }
    }

    private static func range(_ text: String) throws(Objection) -> String {
        let halves = text.split(separator: "-", omittingEmptySubsequences: false)
        guard halves.count == 2, let start = minutes(halves[0]), let end = minutes(halves[1]), start < end else {
            throw Objection("has the times `\(text)`; write them as in `8:00-17:30`")
        }
        return clock(start) + "-" + clock(end)
    }

    /// `8`, `8:30`, `8am`, `5:30pm`; nil for anything else.
    private static func minutes(_ text: Substring) -> Int? {
        var digits = text
        var afternoon = 0
        if digits.hasSuffix("am") || digits.hasSuffix("pm") {
            afternoon = digits.hasSuffix("pm") ? 12 : 0
            digits = digits.dropLast(2)
        }
        let parts = digits.split(separator: ":", omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count), var hour = Int(parts[0]), (0...24).contains(hour) else { return nil }
        let minute = parts.count == 2 ? Int(parts[1]) : 0
        guard let minute, (0..<60).contains(minute), parts.count == 1 || parts[1].count == 2 else { return nil }
        if digits.count < text.count {
            guard (1...12).contains(hour) else { return nil }
            hour = hour % 12 + afternoon
        }
        let total = hour * 60 + minute
        return total <= 24 * 60 ? total : nil
    }

    private static func clock(_ minutes: Int) -> String {
        let parts = [minutes / 60, minutes % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }
        return parts.joined(separator: ":")
    }
}
