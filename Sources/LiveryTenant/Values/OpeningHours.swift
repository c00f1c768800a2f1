/// When a shop is open, in its own time zone.
package struct OpeningHours: Sendable, Hashable {
    /// Monday first; a day without ranges is closed. Ranges of a day are in order and do not overlap.
    package let days: [Day]

    package struct Day: Sendable, Hashable {
        package let weekday: Weekday
        package let ranges: [TimeRange]
    }
    package enum Weekday: String, CaseIterable, Sendable {
        case monday, tuesday, wednesday, thursday, friday, saturday, sunday
    }
    /// Minutes after midnight; `end` is greater than `start` and at most 1,440.
    package struct TimeRange: Sendable, Hashable {
        package let start: Int
        package let end: Int
    }

    package var isEmpty: Bool { days.allSatisfy(\.ranges.isEmpty) }
}
