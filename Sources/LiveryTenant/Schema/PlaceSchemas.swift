import LiveryDiagnostics
import LiverySchema

// Where and when: regions, time zones, languages, opening hours, dates and spans of time.

extension Schema<Region> {
    /// A country (ISO 3166-1 alpha-2) or one of its parts (ISO 3166-2).
    static var region: Schema<Region> {
        var shape = ScalarShape(
            .string, "an ISO 3166 region", pattern: Self.pattern, examples: ["US-TX", "CA-QC", "DE"],
            help: "Write the country, a hyphen and its part: `US-TX`, `CA-QC`, `GB-ENG`; or a country alone: `DE`.")
        shape.sharedAs = "region"
        return scalar(shape) { text throws(ScalarFault) in
            guard let region = Region(code: text) else { throw .noRegion(text) }
            return region
        }
    }

    /// Every code: `CA(?:-(?:AB|BC))?|...`.
    private static let pattern = {
        let parts = Dictionary(grouping: BuiltIn.regions.keys.filter { $0.utf8.count > 2 }) { String($0.prefix(2)) }
        return BuiltIn.regions.keys.filter { $0.utf8.count == 2 }.map { country in
            guard let codes = parts[country] else { return country }
            return "\(country)(?:-(?:\(codes.map { String($0.dropFirst(3)) }.joined(separator: "|"))))?"
        }.joined(separator: "|")
    }()
}

extension Schema<String> {
    /// ISO 3166-1 alpha-2.
    static var country: Schema<String> {
        var shape = ScalarShape(
            .string, "an ISO 3166-1 country", examples: ["US", "CA"], help: "Two capitals, as in `US` or `DE`.")
        shape.vocabulary = {
            BuiltIn.regions.keys.filter { $0.utf8.count == 2 }.map { ($0, BuiltIn.regions.value(of: $0) ?? "") }
        }
        shape.sharedAs = "country"
        return scalar(shape) { text throws(ScalarFault) in
            guard let region = Region(code: text), !region.isSubdivision else { throw .noRegion(text) }
            return text
        }
    }

    /// A name of the IANA time zone database.
    static var timeZone: Schema<String> {
        var shape = ScalarShape(
            .string, "an IANA time zone", examples: ["America/Chicago", "Europe/Berlin"],
            help: "Write a name such as `America/Chicago`.")
        shape.vocabulary = { TimeZones.all.map { ($0, "") } }
        shape.sharedAs = "time-zone"
        return scalar(shape) { text throws(ScalarFault) in
            guard TimeZones.contains(text) else {
                let meant = Similarity.nearest(to: text, in: TimeZones.all)
                throw ScalarFault(
                    "tenant/unknown-time-zone", "is no IANA time zone",
                    help: meant.map { "Did you mean `\($0)`?" } ?? timeZoneHelp(text), replacement: meant)
            }
            return text
        }
    }

    /// What people in the United States say for a zone stands for several places, some without summer time.
    private static func timeZoneHelp(_ text: String) -> String {
        let cities = ["E": "New_York", "C": "Chicago", "M": "Denver", "P": "Los_Angeles"]
        let isSpoken = ["T", "ST", "DT"].contains(text.dropFirst().uppercased())
        guard isSpoken, let city = cities[text.prefix(1).uppercased()] else {
            return "Write a name such as `America/Chicago`."
        }
        return "Several zones are called so: write a city that keeps the shop's time, such as `America/\(city)`."
    }

    /// A BCP 47 tag of language, optional script and optional region.
    static var locale: Schema<String> {
        let shape = ScalarShape(
            .string, "a BCP 47 locale", pattern: Locales.pattern, examples: ["en-US", "fr-CA"],
            help: "Write the language in lower case and the region in capitals, as in `en-US`.")
        return scalar(shape) { text throws(ScalarFault) in
            guard Locales.isWellFormed(text) else {
                let meant = Locales.mended(text)
                throw ScalarFault(
                    "tenant/invalid-locale", "is no BCP 47 locale",
                    help: "Write the language in lower case and the region in capitals, as in `en-US`.",
                    replacement: meant)
            }
            return text
        }
    }
}

extension Schema<OpeningHours> {
    /// A mapping of weekdays to `closed`, one range or several; a missing day is closed.
    static var openingHours: Schema<OpeningHours> {
        let day = Schema<[OpeningHours.TimeRange?]>.list(of: .timeRange, count: 1...4, allowsSingle: true)
        let shape = ObjectShape(
            name: "Opening hours",
            fields: OpeningHours.Weekday.allCases.map {
                ObjectShape.Field(
                    key: $0.rawValue, documentation: "`closed`, `08:00-17:00`, or a list of ranges.", shape: day.shape,
                    isRequired: false)
            })
        let days = Schema<[KeyedValue<[OpeningHours.TimeRange?]>]>.map(keys: "weekday", of: day) { entry, context in
            guard OpeningHours.Weekday(rawValue: entry.key) == nil else { return nil }
            return .unknownWeekday(entry, known: OpeningHours.Weekday.allCases.map(\.rawValue), in: context)
        }
        return Schema(shape: .object(shape)) { node, context in
            guard let found = days.decode(node, &context) else { return nil }
            var result: [OpeningHours.Day] = []
            for weekday in OpeningHours.Weekday.allCases {
                let value = found.first { $0.key == weekday.rawValue }
                var ranges = (value?.value ?? []).compactMap { $0 }
                if ranges.count > 1 { ranges.sort { $0.start < $1.start } }
                let overlaps = ranges.indices.dropFirst().contains { ranges[$0 - 1].end > ranges[$0].start }
                if overlaps, let value, let entry = node.entry(weekday.rawValue) {
                    context.report(.overlappingHours(weekday, entry: entry, key: value.keySpan))
                }
                result.append(OpeningHours.Day(weekday: weekday, ranges: ranges))
            }
            return OpeningHours(days: result)
        }
    }
}

extension Schema where Value == OpeningHours.TimeRange? {
    /// `08:00-17:30` in 24-hour time, or `closed`.
    fileprivate static var timeRange: Schema<OpeningHours.TimeRange?> {
        let shape = ScalarShape(
            .string, "opening hours",
            pattern: "closed|([01][0-9]|2[0-3]):[0-5][0-9]-(([01][0-9]|2[0-3]):[0-5][0-9]|24:00)",
            examples: ["08:00-17:30", "closed"],
            help: "Write 24-hour times with two digits each: `08:00-17:30`, or `closed`.")
        return scalar(shape) { text throws(ScalarFault) in
            if text == "closed" { return Optional<OpeningHours.TimeRange>.none }
            let halves = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
            guard halves.count == 2, let start = minutes(halves[0]), let end = minutes(halves[1]) else {
                throw ScalarFault(
                    "tenant/invalid-hours", "is no span of opening hours",
                    help: "Write 24-hour times with two digits each: `08:00-17:30`, or `closed`.",
                    replacement: mendedRange(text))
            }
            guard start < end else {
                throw ScalarFault(
                    "tenant/invalid-hours", "ends before it starts",
                    help: "For a shop that is open past midnight, end the day at `24:00` and go on the next day.")
            }
            return OpeningHours.TimeRange(start: start, end: end)
        }
    }

    /// Of `08:00`.
    private static func minutes(_ text: Substring.UTF8View) -> Int? {
        var numbers = (hour: 0, minute: 0)
        var count = 0
        for byte in text {
            switch count {
            case 2: guard byte == UInt8(ascii: ":") else { return nil }
            case 0, 1, 3, 4:
                guard byte.isASCIIDigit else { return nil }
                let digit = Int(byte - UInt8(ascii: "0"))
                if count < 2 {
                    numbers.hour = numbers.hour * 10 + digit
                } else {
                    numbers.minute = numbers.minute * 10 + digit
                }
            default: return nil
            }
            count += 1
        }
        let total = numbers.hour * 60 + numbers.minute
        return count == 5 && numbers.minute < 60 && total <= 24 * 60 ? total : nil
    }

    /// `8.00 – 17:30`, `8am-5:30 p.m.` and their like, where the writing is wrong and the meaning is certain.
    private static func mendedRange(_ text: String) -> String? {
        let spoken = text.lowercased().replacing("a.m.", with: "am").replacing("p.m.", with: "pm")
        let plain = String(spoken.map { "–—".contains($0) ? "-" : $0 == "." ? ":" : $0 }).filter { $0 != " " }
        let halves = plain.split(separator: "-").map { half in
            hourOfDay(half) ?? (half.utf8.count == 4 ? "0" + half : String(half))
        }
        guard halves.count == 2, halves.allSatisfy({ minutes($0[...].utf8) != nil }) else { return nil }
        return halves.joined(separator: "-")
    }

    /// `17:30` for `5:30pm`; nil without am or pm.
    private static func hourOfDay(_ text: Substring) -> String? {
        guard text.hasSuffix("am") || text.hasSuffix("pm") else { return nil }
        let parts = text.dropLast(2).split(separator: ":", omittingEmptySubsequences: false)
        guard let hour = Int(parts[0]), (1...12).contains(hour), parts.count < 3 else { return nil }
        let ofDay = hour % 12 + (text.hasSuffix("pm") ? 12 : 0)
        return (ofDay < 10 ? "0\(ofDay):" : "\(ofDay):") + (parts.count == 2 ? parts[1] : "00")
    }
}

extension Schema<CalendarDate> {
    static var date: Schema<CalendarDate> {
        let shape = ScalarShape(
            .string, "a date", pattern: "[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])",
            examples: ["2026-12-01"], help: "Write year, month and day: `2026-12-01`.")
        return scalar(shape) { text throws(ScalarFault) in
            guard let date = CalendarDate(text) else {
                throw ScalarFault(
                    "tenant/invalid-date", "is no date", help: "Write year, month and day: `2026-12-01`.")
            }
            return date
        }
    }
}

extension Schema<RetentionPeriod.Duration> {
    /// `7 years`, `1 month`, `90 days`.
    static var duration: Schema<RetentionPeriod.Duration> {
        let shape = ScalarShape(
            .string, "a span of time", pattern: "0*[1-9][0-9]{0,3} (day|month|year)s?",
            examples: ["7 years", "90 days"], help: "Write a number and a unit: `90 days`, `18 months` or `7 years`.")
        return scalar(shape) { text throws(ScalarFault) in
            let words = text.split(separator: " ", omittingEmptySubsequences: false)
            guard words.count == 2, let count = Int(words[0]), (1...9999).contains(count),
                words[0].utf8.allSatisfy(\.isASCIIDigit),
                let unit = RetentionPeriod.Duration.Unit.allCases.first(where: {
                    $0.rawValue == words[1] || $0.rawValue.dropLast() == words[1]
                })
            else {
                throw ScalarFault(
                    "tenant/invalid-duration", "is no span of time",
                    help: "Write a number and a unit: `90 days`, `18 months` or `7 years`.",
                    replacement: mended(words))
            }
            return RetentionPeriod.Duration(count: count, unit: unit)
        }
    }
}

extension Schema<RetentionPeriod.Duration> {
    /// `7 yeasr` and `7years`.
    private static func mended(_ words: [Substring]) -> String? {
        let text = words.joined()
        let digits = text.prefix { $0.isASCII && $0.isNumber }
        guard let count = Int(digits), (1...9999).contains(count),
            let unit = Similarity.nearest(
                to: String(text.dropFirst(digits.count)), in: RetentionPeriod.Duration.Unit.allCases.map(\.rawValue))
        else { return nil }
        return "\(count) \(unit)"
    }
}

extension ScalarFault {
    fileprivate static func noRegion(_ text: String) -> ScalarFault {
        let capital = text.uppercased()
        if capital == "UK" || capital.hasPrefix("UK-") {
            let mended = "GB" + capital.dropFirst(2)
            let known = Region(code: mended) != nil
            return ScalarFault(
                "tenant/unknown-region", "is no ISO 3166 region", help: "The United Kingdom is `GB`.",
                replacement: known ? mended : nil)
        }
        let isCase = capital != text && Region(code: capital) != nil
        let named = Region.codes(named: text)
        if !isCase, !named.isEmpty, named.count < 4 {
            let codes = joinedAsProse(named.map { "`\($0)`" }, "or")
            return ScalarFault(
                "tenant/unknown-region", "is no ISO 3166 region", help: "Write the code: \(codes).",
                replacement: named.count == 1 ? named[0] : nil)
        }
        let isState = Region(code: "US-" + capital) != nil && capital.utf8.count == 2 && Region(code: capital) == nil
        return ScalarFault(
            "tenant/unknown-region", "is no ISO 3166 region",
            help: isState
                ? "Did you mean the state, `US-\(capital)`?"
                : "Write the country, a hyphen and its part: `US-TX`, `CA-QC`, `GB-ENG`; or a country alone: `DE`.",
            replacement: isCase ? capital : isState ? "US-" + capital : nil)
    }
}

extension Diagnostic {
    fileprivate static func unknownWeekday(
        _ entry: LayeredNode.Entry, known: [String], in context: DecodingContext
    ) -> Diagnostic {
        let meant =
            known.first { entry.key.utf8.count >= 2 && $0.hasPrefix(entry.key.lowercased()) }
            ?? Similarity.nearest(to: entry.key, in: known)
        return Diagnostic(
            code: "schema/unknown-key", "`\(entry.key)` is no day of the week.", at: entry.keySpan,
            label: meant.map { "did you mean `\($0)`?" }, path: context.pathText + "." + entry.key,
            help: "Days are written out: `monday` to `sunday`.",
            fixes: meant.map { [Fix(title: "Rename to `\($0)`", span: entry.keySpan, replacement: $0)] } ?? [])
    }

    fileprivate static func overlappingHours(
        _ weekday: OpeningHours.Weekday, entry: LayeredNode.Entry, key: SourceSpan
    ) -> Diagnostic {
        Diagnostic(
            code: "tenant/overlapping-hours",
            "The opening hours of \(weekday.rawValue.prefix(1).uppercased() + weekday.rawValue.dropFirst()) overlap.",
            at: entry.value.span,
            help: "Join the ranges, or end the first before the next starts.")
    }
}
