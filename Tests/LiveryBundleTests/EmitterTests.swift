import Foundation
import Testing

@testable import LiveryBundle
@testable import LiveryPrivacy
@testable import LiveryTenant

extension Fixture {
    static func bundle(
        _ tenant: Tenant, policy: PolicyDocument = .fixture(), consent: ConsentSettings = .fixture
    ) -> LiveryBundle.Bundle {
        LiveryBundle.Bundle.emit(
            tenant: tenant, dataMap: .fixture, policy: policy, partnerNotice: policy, consent: consent,
            provenance: Provenance { _ in nil }, inputDigest: String(repeating: "0", count: 64),
            assets: ["oakwood/logo.svg": logo, "other/logo.svg": [1]])
    }
}

@Suite struct EmitterTests {
    /// Each file of two bundles, byte for byte. `LIVERY_UPDATE=1 swift test` writes them anew.
    @Test(arguments: ["everything", "nothing"])
    func theBundleIsAsExpected(name: String) throws {
        let tenant =
            name == "everything"
            ? Fixture.tenant() : Fixture.tenant(features: .nothing, integrations: [], analytics: .none)
        let bundle = Fixture.bundle(tenant, consent: name == "everything" ? .fixture : .nothing)
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("Expected/\(name)")
        if ProcessInfo.processInfo.environment["LIVERY_UPDATE"] != nil {
            try? FileManager.default.removeItem(at: folder)
            for file in bundle.files {
                let target = folder.appendingPathComponent(file.path)
                try FileManager.default.createDirectory(
                    at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
                try Data(file.bytes).write(to: target)
            }
        }
        for file in bundle.files {
            let expected = try? Data(contentsOf: folder.appendingPathComponent(file.path))
            let isEqual = expected == Data(file.bytes)
            #expect(isEqual, "\(file.path) differs: LIVERY_UPDATE=1 swift test shows how")
        }
        let paths = try FileManager.default.subpathsOfDirectory(atPath: folder.path).filter { $0.contains(".") }
        #expect(paths.sorted() == bundle.files.map(\.path).sorted())
    }

    @Test func filesAreSortedAndEmittedTheSameTwice() {
        let bundle = Fixture.bundle(Fixture.tenant())
        let paths = bundle.files.map(\.path)
        #expect(paths == paths.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
        let isSame = bundle.files.map(\.bytes) == Fixture.bundle(Fixture.tenant()).files.map(\.bytes)
        #expect(isSame)
    }

    @Test func theManifestNamesEveryOtherFileWithItsDigest() throws {
        let bundle = Fixture.bundle(Fixture.tenant())
        let manifest = try object("manifest.json", in: bundle)
        let files = try #require(manifest["files"] as? [[String: Any]])
        let others = bundle.files.filter { $0.path != "manifest.json" }
        #expect(files.compactMap { $0["path"] as? String } == others.map(\.path))
        #expect(files.compactMap { $0["bytes"] as? Int } == others.map(\.bytes.count))
        #expect(files.compactMap { $0["sha256"] as? String } == others.map { SHA256.hexDigest($0.bytes) })
    }

    @Test func everyJSONFileIsReadAndEndsWithALineFeed() throws {
        for file in Fixture.bundle(Fixture.tenant(name: Fixture.hostileName)).files where file.path.hasSuffix(".json") {
            #expect(file.bytes.last == UInt8(ascii: "\n"))
            #expect(throws: Never.self, "\(file.path)") { try JSONSerialization.jsonObject(with: Data(file.bytes)) }
        }
    }

    @Test func onlyProductionReachesAProvidersLiveSystem() throws {
        let file = try object("integrations/tekmetric.json", in: Fixture.bundle(Fixture.tenant()))
        let environments = try #require(file["environments"] as? [String: [String: Any]])
        #expect(environments["production"]?["base_url"] as? String == "https://shop.tekmetric.example/api/v1")
        #expect(environments["staging"]?["base_url"] as? String == "https://sandbox.tekmetric.example/api/v1")
    }

    @Test func secretsAreReferences() throws {
        let file = try object("integrations/tekmetric.json", in: Fixture.bundle(Fixture.tenant()))
        let environments = try #require(file["environments"] as? [String: [String: Any]])
        let secrets = try #require(environments["production"]?["secrets"] as? [[String: Any]])
        #expect(
            secrets.map { $0["reference"] as? [String: String] } == [
                ["secret": "tekmetric/oakwood/client-id"], ["env": "TEKMETRIC_SECRET"],
            ])
        #expect(secrets.allSatisfy { $0["value"] == nil })
    }

    @Test func whatTheShopPaysIsNotOnPhones() {
        for file in Fixture.bundle(Fixture.tenant()).files where file.path.hasPrefix("api/") {
            let text = String(decoding: file.bytes, as: UTF8.self)
            let tells = text.contains("commission") || text.contains("basis_points")
            #expect(!tells, "\(file.path)")
        }
    }

    @Test func anAppWithoutAnalyticsHasNoSwitchesForIt() {
        let bundle = Fixture.bundle(Fixture.tenant(analytics: .none), consent: .nothing)
        let file = bundle.files.first { $0.path == "consent/analytics.json" }
        let text = String(decoding: file?.bytes ?? [], as: UTF8.self)
        #expect(text == "{\n  \"format_version\": 1,\n  \"shop\": \"oakwood\",\n  \"providers\": []\n}\n")
    }

    private func object(_ path: String, in bundle: LiveryBundle.Bundle) throws -> [String: Any] {
        let file = try #require(bundle.files.first { $0.path == path })
        return try #require(try JSONSerialization.jsonObject(with: Data(file.bytes)) as? [String: Any])
    }
}
