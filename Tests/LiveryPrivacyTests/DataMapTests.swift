import LiveryDiagnostics
import Testing

@testable import LiveryPrivacy
@testable import LiveryTenant

struct DataMapTests {
    @Test func aShopWithNothingOptionalKeepsAccountsAndLogsOnly() {
        let map = Composed(Sample.minimal).dataMap
        #expect(map.rows.map(\.category) == [.name, .email, .phone, .login, .device, .logs])
        #expect(map.notCollected.contains(.location))
        #expect(map[.name]?.because == ["app"])
        #expect(map[.logs]?.purposes == [.fixingErrors, .security])
    }

    @Test func rowsOfTheSameCategoryMerge() throws {
        let map = Composed(Sample.texas).dataMap
        let vehicle = try #require(map[.vehicle])
        #expect(vehicle.because == ["features.booking", "features.vehicle_garage", "integrations.tekmetric"])
        #expect(vehicle.purposes == [.booking, .repair])
        #expect(vehicle.sources == [.person, .shopSystem])
        #expect(vehicle.recipients.map(\.name) == ["Oakwood Auto Care", "Trackara", "Cloudnest", "Tekmetric"])
        #expect(map.rows.map(\.category) == DataCategory.allCases)
    }

    @Test func recipientsStandOnceAndInOrder() {
        for tenant in Sample.all {
            for row in Composed(tenant).dataMap.rows {
                #expect(zip(row.recipients, row.recipients.dropFirst()).allSatisfy { $0 < $1 })
                #expect(!row.recipients.isEmpty, "\(tenant.id): nobody gets \(row.category.rawValue)")
                #expect(!row.purposes.isEmpty, "\(tenant.id): \(row.category.rawValue) has no use")
            }
        }
    }

    @Test func aSystemGetsOnlyWhatIsSynchronized() throws {
        let map = Composed(Sample.texas).dataMap
        let tekmetric = try #require(map.shares.first { $0.recipient.name == "Tekmetric" })
        #expect(tekmetric.categories.contains(.appointments))
        // Repair orders are read, never written; messages are no resource of the sample.
        #expect(!tekmetric.categories.contains(.repairRecords))
        #expect(!tekmetric.categories.contains(.messages))
        #expect(map[.repairRecords]?.sources == [.shop, .shopSystem])
    }

    @Test func aSystemOfWhichNothingIsKnownGetsNothing() {
        let map = Composed(Sample.germany).dataMap
        #expect(!map.shares.contains { $0.recipient.name == "Mitchell 1" })
        #expect(!map.rows.contains { $0.because.contains("integrations.mitchell1") })
    }

    @Test func cardDetailsReachTheProcessorAlone() throws {
        let row = try #require(Composed(Sample.texas).dataMap[.paymentCard])
        #expect(row.recipients.map(\.name) == ["Stripe"])
        #expect(row.retention.length.count == 0)
        #expect(!row.purposes.contains(.legalDuty))
    }

    @Test func callsStayWithTheShop() throws {
        let row = try #require(Composed(Sample.texas).dataMap[.callRecordings])
        #expect(row.recipients.map(\.role) == [.shop])
        #expect(row.purposes == [.disputes])
    }

    @Test func useIsKeptForTheLongestSettingOfTheProviders() throws {
        let row = try #require(Composed(Sample.texas).dataMap[.usage])
        #expect(row.retention.length == RetentionPeriod.Duration(count: 14, unit: .months))
    }

    @Test func sisterShopsSeeTheRecordsTheyAreSaidToSee() throws {
        let map = Composed(Sample.odd).dataMap
        let sister = try #require(map.shares.first { $0.recipient.role == .sisterShop })
        #expect(sister.categories.contains(.repairRecords))
        #expect(!sister.categories.contains(.messages))
    }

    @Test func aMissingPeriodIsReportedOnceForItsCategory() {
        let tenant = Sample.tenant(
            "x", shop: Sample.shop("X", region: "US-TX", city: "Waco"), features: Sample.everything,
            integrations: [Sample.connected(Sample.stripe)],
            billing: Sample.commission, privacy: Sample.privacy(in: ["US-TX"], retention: [.account, .deviceLogs]))
        let missing = Composed(tenant).diagnostics.filter { $0.code == "privacy/retention-missing" }
        #expect(
            missing.map(\.path).sorted() == [
                "privacy.retention.appointments", "privacy.retention.location", "privacy.retention.loyalty",
                "privacy.retention.messages", "privacy.retention.payments", "privacy.retention.photos",
                "privacy.retention.repair_records", "privacy.retention.vehicles",
            ])
    }

    @Test func everyNeededCompanyIsAskedFor() {
        let platform = Sample.platform(jobs: [.support])
        let tenant = Sample.tenant(
            "x", shop: Sample.shop("X", region: "US-TX", city: "Waco"), features: Sample.everything,
            integrations: [Sample.connected(Sample.stripe)], billing: Sample.commission,
            privacy: Sample.privacy(in: ["US-TX"]), by: platform)
        let missing = Composed(tenant).diagnostics.filter { $0.code == "privacy/provider-missing" }
        #expect(missing.count == 4)
        #expect(missing.allSatisfy { $0.path == "operator.service_providers" && $0.severity == .error })
    }

    @Test func anUndeclaredResourceIsRefused() {
        let provider = Sample.provider(
            "other", .shopManagement, "Other", country: "US", resources: [("horoscopes", [.read])], sends: [.name])
        let tenant = Sample.tenant(
            "x", shop: Sample.shop("X", region: "US-TX", city: "Waco"), features: Sample.features(),
            integrations: [Sample.connected(provider)], privacy: Sample.privacy(in: ["US-TX"]))
        #expect(Composed(tenant).codes == ["privacy/resource-undeclared"])
    }

    @Test func sayHowDataIsTreated() throws {
        let map = Composed(Sample.texas).dataMap
        #expect(map[.paymentCard]?.handling.deletion == .byProcessor)
        #expect(map[.repairRecords]?.handling.deletion == .afterLegalDuty)
        #expect(map[.email]?.handling.deletion == .onRequest)
        for row in map.rows {
            #expect(row.handling.isLinked && row.handling.isEncryptedInTransit)
            #expect(!row.handling.isSold && !row.handling.isSharedForAds)
            #expect(row.handling.bases.isEmpty, "no law of Texas asks for a legal basis")
        }
    }

    @Test func usesHaveALegalBasisWhereOneIsNeeded() {
        for tenant in [Sample.germany, Sample.england] {
            for row in Composed(tenant).dataMap.rows {
                #expect(row.handling.bases.map(\.purpose) == row.purposes, "\(tenant.id)")
            }
        }
        #expect(Composed(Sample.germany).dataMap[.email]?.handling.bases.first?.basis == .contract)
    }

    @Test func diagnosticsCarryAPathAndNoSpan() {
        for tenant in Sample.all {
            for diagnostic in Composed(tenant).diagnostics {
                #expect(diagnostic.span == nil && !diagnostic.path.isEmpty && diagnostic.code.hasPrefix("privacy/"))
            }
        }
    }
}
