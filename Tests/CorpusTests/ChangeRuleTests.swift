import Foundation
import LiveryBundle
import LiveryCompiler
import LiveryDiagnostics
import Testing

/// Whether `livery diff` and the versions of the documents agree, whatever is edited.
@Suite("Changes and versions")
struct ChangeRuleTests {
    private struct Edit {
        let file: String
        let old: String
        let new: String

        init(_ file: String, _ old: String, _ new: String) { (self.file, self.old, self.new) = (file, old, new) }
    }

    private static let shop = "shops/oakwood.yaml"
    private static let platform = "platform.yaml"

    /// Each can be made and taken back alone. The last are of the app, or of the page itself: no document says more.
    private static let edits = [
        Edit(shop, "  customers_in: [US-TX]", "  customers_in: [US-TX, US-CA]"),
        Edit(
            shop, "  records_calls: false",
            "  records_calls: true\n"
                + "  retention: {call_recordings: {keep: 90 days, after: collected, because: disputes}}"),
        Edit(shop, "measurement_id: G-1A2BCD345E", "measurement_id: G-1A2BCD345E, retention_months: 14"),
        Edit(shop, "amount: \"149.00\"", "amount: \"159.00\""),
        Edit(shop, "appointments: [read, create]", "appointments: [read, create]\n      customers: [read]"),
        Edit(shop, "contact: {name: Dana", "contact: {name: Ana Ruiz"),
        Edit(shop, "text_messages: true", "text_messages: false"),
        Edit(shop, "  booking: {enabled: true}", "  booking: {enabled: true}\n  vehicle_garage: {enabled: true}"),
        Edit(shop, "  payments: {enabled: true}", "  payments: {enabled: true}\n  photos: {enabled: true}"),
        Edit(shop, "  name: Oakwood Auto Care", "  name: Oakwood Car Care"),
        Edit(shop, "    monday: 07:30-17:30", "    monday: 08:00-17:30"),
        Edit(shop, "street: 2210 Oakwood Bend", "street: 2214 Oakwood Bend"),
        Edit(platform, "grants_rights: [copy, correction, deletion]", "grants_rights: [copy, correction]"),
        Edit(platform, "payments: {keep: 7 years", "payments: {keep: 8 years"),
        Edit(platform, "device_logs: {keep: 90 days", "device_logs: {keep: 60 days"),
        Edit(platform, "notice_days: 30", "notice_days: 14"),
        Edit(platform, "backup_days: 35", "backup_days: 40"),
        Edit(platform, "announced_by: [app, email]", "announced_by: [email, app]"),
        Edit(shop, "effective_date: 2026-12-01", "effective_date: 2027-01-01"),
        Edit(shop, "primary: \"#1F5A3C\"", "primary: \"#1F5A3D\""),
        Edit(shop, "subtitle: Honest car care in Austin", "subtitle: Careful work in Austin"),
    ]

    @Test(
        "Another version comes with a change that is told, and a change that is told with another version",
        arguments: 1...8)
    func versions(_ seed: Int) throws {
        var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15
        var made: Set<Int> = []
        var former = try Self.record(made)
        for step in 0..<12 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            let chosen = Int(state >> 33) % Self.edits.count
            made.formSymmetricDifference([chosen])
            let record = try Self.record(made)
            let difference = BundleDifference(from: former, to: record)
            let place = "seed \(seed), step \(step): `\(Self.edits[chosen].new)` with \(made.sorted())"
            #expect(difference.hasNewVersion == !difference.changes.isEmpty, "\(place): \(difference.changes)")
            #expect(difference.hasNewNotice == !difference.noticeChanges.isEmpty, "\(place)")
            former = record
        }
    }

    @Test("What only the shop reads is told as a change of its notice")
    func fee() throws {
        let place = try #require(Self.edits.firstIndex { $0.old.hasPrefix("amount") })
        let difference = BundleDifference(from: try Self.record([]), to: try Self.record([place]))
        #expect(difference.changes.isEmpty && !difference.isMaterial && !difference.isEmpty)
        #expect(
            difference.noticeChanges.contains {
                $0.before?.contains("149") == true && $0.after?.contains("159") == true
            })
        let json = String(decoding: DifferenceReport.json([difference], newShops: []), as: UTF8.self)
        for text in [difference.text(drafts: false), difference.markdown, json] {
            #expect(text.contains("159.00"), "\(text)")
        }
    }

    private static func record(_ made: Set<Int>) throws -> BundleRecord {
        var files = try CorpusCase.baseFiles()
        for edit in made.sorted().map({ edits[$0] }) {
            let parts = (files[edit.file] ?? "").components(separatedBy: edit.old)
            try #require(parts.count == 2, "`\(edit.old)` must stand once in \(edit.file)")
            files[edit.file] = parts.joined(separator: edit.new)
        }
        let input = CorpusCase.input(of: files.mapValues { Array($0.utf8) })
        let compilation = Compiler.compile(input, only: ["oakwood"])
        let faults = HumanRenderer.render(compilation.diagnostics, from: compilation.sources)
        let bundle = try #require(compilation.shops.first?.bundle, "\(faults)")
        var sources = SourceMap()
        let record = BundleRecord.read(bundle, of: "oakwood", named: "output", into: &sources).record
        return try #require(record)
    }
}
