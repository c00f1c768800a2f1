import LiveryTenant
import Testing

@testable import livery

@Suite struct PlacesTests {
    @Test(arguments: [
        ("US-TX", "US-TX"), ("us-tx", "US-TX"), ("Texas", "US-TX"), ("quebec", "CA-QC"), ("England", "GB-ENG"),
    ])
    func findsRegions(_ typed: String, _ code: String) throws {
        #expect(try Places.region(typed) == code)
    }

    @Test(arguments: ["US", "Texsa", "XX-YY", "Georgia"])
    func objectsToRegions(_ typed: String) {
        #expect(throws: Objection.self) { try Places.region(typed) }
    }

    @Test(arguments: [
        ("America/Chicago", "America/Chicago"), ("chicago", "America/Chicago"), ("New York", "America/New_York"),
        ("europe/berlin", "Europe/Berlin"),
    ])
    func findsTimeZones(_ typed: String, _ zone: String) throws {
        #expect(try Places.timeZone(typed) == zone)
    }

    /// Every zone that Livery suggests is one that it accepts.
    @Test func suggestsOnlyRealTimeZones() throws {
        for code in Region.allCodes {
            guard let (zone, _) = Places.timeZone(of: code) else { continue }
            #expect(TimeZones.contains(zone))
        }
        #expect(Places.timeZone(of: "US-NJ")?.isOnly == true)
        #expect(Places.timeZone(of: "US-TX")?.isOnly == false)
        #expect(Places.timeZone(of: "DE-BE")?.zone == "Europe/Berlin")
        #expect(Places.timeZone(of: "BR") == nil)
    }

    @Test(arguments: [
        ("(512) 555-0123", "US", "+15125550123"), ("1-512-555-0123", "US", "+15125550123"),
        ("020 7946 0000", "GB", "+442079460000"), ("030 901820", "DE", "+4930901820"),
        ("+49 30 901820", "US", "+4930901820"),
    ])
    func completesPhones(_ typed: String, _ country: String, _ phone: String) throws {
        #expect(try Places.phone(typed, country: country) == phone)
    }

    @Test(arguments: [("555-0123", "US"), ("012 555 0123", "US"), ("call me", "US"), ("01 23 45 67 89", "FR")])
    func objectsToPhones(_ typed: String, _ country: String) {
        #expect(throws: Objection.self) { try Places.phone(typed, country: country) }
    }
}

@Suite struct WeekHoursTests {
    @Test func readsALine() throws {
        let days = try WeekHours.parse("mon-fri 7:30-12 1pm-5:30pm, sat 8-12; sunday closed")
        #expect(days.map(\.weekday) == [.monday, .tuesday, .wednesday, .thursday, .friday, .saturday])
        #expect(days[0].ranges == ["07:30-12:00", "13:00-17:30"])
        #expect(days[5].ranges == ["08:00-12:00"])
        #expect(try WeekHours.parse("none") == [])
        #expect(try WeekHours.parse("daily 0:00-24:00").count == 7)
        #expect(try WeekHours.parse("mon 12am-12pm")[0].ranges == ["00:00-12:00"])
    }

    @Test(arguments: [
        "mon", "mon 8", "mon 17-8", "fri-mon 8-17", "xyz 8-17", "mon 8-25", "mon 8:60-9", "m 8-9", "mon 13pm-14",
    ])
    func objects(_ text: String) {
        #expect(throws: Objection.self) { try WeekHours.parse(text) }
    }
}

@Suite struct PaletteTests {
    /// Whatever colour a shop has, what is written on it can be read.
    @Test func canAlwaysBeRead() throws {
        for step in 0..<4096 {
            let color = Color(
                red: UInt8(step >> 8) << 4, green: UInt8((step >> 4) & 15) << 4, blue: UInt8(step & 15) << 4)
            let palette = Palette(primary: color)
            #expect(palette.onPrimary.contrast(with: palette.primary) >= ContrastLimit.text)
            #expect(palette.darkOnPrimary.contrast(with: palette.darkPrimary) >= ContrastLimit.text)
        }
    }
}

@Suite struct NamesTests {
    @Test func cutsAtWords() {
        #expect(Names.cut("Oakwood Auto Care", to: 12) == "Oakwood Auto")
        #expect(Names.cut("Bob and Sons", to: 9) == "Bob")
        #expect(Names.cut("Kraftfahrzeugwerkstatt", to: 12) == "Kraftfahrzeu")
    }

    @Test(arguments: ["2.5%", "149.00 USD", "149.00 usd"])
    func readsBilling(_ text: String) throws {
        _ = try Names.billing(text)
    }

    @Test(arguments: ["2.5", "149 USD", "149.00", "%", "free", "1.234%"])
    func objectsToBilling(_ text: String) {
        #expect(throws: Objection.self) { try Names.billing(text) }
    }

    @Test func readsFeatures() throws {
        #expect(try Names.features(in: "messaging, booking") == [.booking, .messaging])
        #expect(throws: Objection("names the feature `bokking`, which does not exist; did you mean `booking`?")) {
            try Names.features(in: "bokking")
        }
    }
}

@Suite struct YAMLTextTests {
    @Test(arguments: [
        ("Oakwood Auto Care", "Oakwood Auto Care"), ("12 Elm Street", "12 Elm Street"), ("Bob's", "Bob's"),
        ("Bob's \"Brakes\" & <Sons> | #1 {x} **y**", "\"Bob's \\\"Brakes\\\" & <Sons> | #1 {x} **y**\""),
        ("yes", "\"yes\""), ("Null", "\"Null\""), ("12", "\"12\""), ("1.10", "\"1.10\""), ("a: b", "\"a: b\""),
        ("- a", "\"- a\""), ("Žluťoučký kůň", "Žluťoučký kůň"), ("a\tb", "\"a\\tb\""), ("x\u{85}", "\"x\\x85\""),
        ("C:\\", "\"C:\\\\\""), ("'quoted'", "\"'quoted'\""), ("", "\"\""), ("a ", "\"a \""),
    ])
    func quotesOnlyWhatNeedsIt(_ text: String, _ written: String) {
        #expect(YAMLText.scalar(text) == written)
    }
}
