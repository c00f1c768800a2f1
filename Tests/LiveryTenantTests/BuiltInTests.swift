import Foundation
import LiveryDiagnostics
import LiveryYAML
import Testing

@testable import LiveryTenant

/// The data files of the target are embedded by a script; what the binary carries must be what stands on disk.
@Suite struct EmbeddedTextTests {
    @Test func defaultsAreCurrent() throws {
        #expect(try BuiltIn.defaults == bytes(of: "Data/defaults.yaml"), refresh)
    }

    @Test func regionsAreCurrent() throws {
        #expect(try Embedded.regions.withUTF8Buffer { Array($0) } == bytes(of: "Data/regions.txt"), refresh)
    }

    @Test func timeZonesAreCurrent() throws {
        #expect(try Embedded.timeZones.withUTF8Buffer { Array($0) } == bytes(of: "Data/timezones.txt"), refresh)
    }

    @Test func catalogueIsCurrent() throws {
        let names = try FileManager.default.contentsOfDirectory(atPath: target.appending(path: "Catalogue").path)
            .filter { $0.hasSuffix(".yaml") }
            .map { String($0.dropLast(".yaml".count)) }
        #expect(BuiltIn.catalogue.map(\.id) == names.sorted(), refresh)
        for provider in BuiltIn.catalogue {
            #expect(try provider.bytes == bytes(of: "Catalogue/\(provider.id).yaml"), refresh)
        }
    }

    /// A run does not check it again: here it is checked as if it were the platform's.
    @Test func defaultsHaveNoFaults() {
        var sources = SourceMap()
        let file = sources.add(path: "platform.yaml", bytes: BuiltIn.defaults)
        let parsed = YAMLDocument.parse(file)
        let layer = Layer(kind: .platform, file: file, document: parsed.document, faults: parsed.diagnostics)
        #expect(layer.diagnostics.map(\.message) == [])
    }

    private let refresh: Comment = "run Tests/Scripts/embed"

    private let target = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Sources/LiveryTenant")

    private func bytes(of path: String) throws -> [UInt8] {
        try Array(Data(contentsOf: target.appending(path: path)))
    }
}

@Suite struct RegionTests {
    @Test(arguments: [
        ("US", "United States"), ("US-TX", "Texas"), ("US-RI", "Rhode Island"), ("CA-QC", "Quebec"),
        ("GB-ENG", "England"), ("DE", "Germany"), ("DE-BE", "Berlin"), ("AD", "Andorra"), ("ZW-MW", "Mashonaland West"),
    ])
    func namesWhatItKnows(code: String, name: String) {
        #expect(Region(code: code)?.name == name)
    }

    @Test(arguments: [
        "", "XX", "US-", "US-ZZ", "us-tx", "US-TX ", "US-TXX", "USA", "U", "Texas", "US\tUnited States", "US-TX\n", "#",
        "# ISO 3166-1 and ISO 3166-2: code", "\u{FFFF}",
    ])
    func refusesTheRest(code: String) {
        #expect(Region(code: code) == nil)
    }

    @Test func knowsItsCountry() {
        #expect(Region(code: "CA-ON")?.countryName == "Canada")
        #expect(Region(code: "CA-ON")?.isSubdivision == true)
        #expect(Region(code: "CA")?.isSubdivision == false)
    }

    /// 249 countries: https://www.iso.org/iso-3166-country-codes.html
    @Test func listIsComplete() {
        let codes = Region.allCodes
        let countries = codes.filter { $0.utf8.count == 2 }
        #expect(countries.count == 249)
        #expect(codes.filter { $0.hasPrefix("US-") }.count == 57)
        #expect(codes.filter { $0.hasPrefix("CA-") }.count == 13)
        #expect(codes.filter { $0.hasPrefix("DE-") }.count == 16)
        #expect(codes == codes.sorted())
        #expect(Set(codes).count == codes.count)
        #expect(codes.allSatisfy { countries.contains(String($0.prefix(2))) })
    }

    @Test func findsEveryLine() {
        #expect(Region.allCodes.allSatisfy { Region(code: $0)?.name.isEmpty == false })
    }
}

@Suite struct TimeZoneTests {
    @Test(arguments: [
        "Africa/Abidjan", "America/Chicago", "America/Indiana/Tell_City", "Asia/Calcutta", "Europe/Berlin", "UTC",
    ])
    func knows(name: String) {
        #expect(TimeZones.contains(name))
    }

    @Test(arguments: [
        "", "America", "America/Austin", "america/chicago", "America/Chicago\n", "CST", "Etc/GMT+5", "UTC+2",
    ])
    func refuses(name: String) {
        #expect(!TimeZones.contains(name))
    }

    @Test func findsEveryLine() {
        #expect(TimeZones.all == TimeZones.all.sorted())
        #expect(TimeZones.all.allSatisfy(TimeZones.contains))
    }
}
