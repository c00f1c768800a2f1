import LiveryBundle
import LiveryCompiler
import LiveryDiagnostics
import LiveryTenant
import Testing

@Suite("Bundles of the sample workspace")
struct BundleTests {
    private static let compilation = Compiler.compile(SampleWorkspace.input, threads: 2)

    @Test("Every sample shop has a bundle, and nothing is wrong with any")
    func complete() {
        let faults = Self.compilation.diagnostics.filter { $0.severity == .error }
        #expect(HumanRenderer.render(faults, from: Self.compilation.sources) == "")
        #expect(Self.compilation.shops.count >= 12)
        #expect(Self.compilation.shops.allSatisfy { $0.bundle != nil })
    }

    @Test("The samples cover every provider, feature and place of the plan")
    func coverage() throws {
        let tenants = Self.compilation.shops.compactMap(\.tenant)
        let connected = Set(tenants.flatMap { $0.production.integrations.map(\.provider.id) })
        let builtIn = BuiltIn.catalogue.map(\.id).filter { !["google_analytics", "firebase"].contains($0) }
        #expect(Set(builtIn).subtracting(connected) == [])
        #expect(tenants.contains { $0.production.analytics.googleAnalytics != nil })
        #expect(tenants.contains { $0.production.analytics.firebase != nil })
        for feature in FeatureName.allCases { #expect(tenants.contains { $0.features.has(feature) }, "\(feature)") }
        let regions = Set(tenants.map(\.shop.address.region.code))
        for region in ["US-TX", "US-CA", "US-CO", "US-NJ", "US-RI", "CA-QC", "CA-ON"] {
            #expect(regions.contains(region), "\(region)")
        }
        let countries = Set(tenants.map(\.shop.address.region.country))
        #expect(countries.isSuperset(of: ["US", "CA", "GB", "DE"]))
        #expect(Dictionary(grouping: tenants.compactMap(\.group)) { $0 }.values.contains { $0.count >= 3 })
        #expect(tenants.contains { $0.features.enabled.isEmpty && !$0.production.analytics.isOn })
    }

    /// Shops of one chain share a domain and a name by design; what is asked of them is that ids and phones stay apart.
    @Test("No bundle holds another shop's name, id or domain")
    func isolation() throws {
        let shops = Self.compilation.shops
        for shop in shops {
            let tenant = try #require(shop.tenant)
            let text = try #require(shop.bundle).files.map { String(decoding: $0.bytes, as: UTF8.self) }.joined()
            for other in shops where other.id != shop.id {
                let stranger = try #require(other.tenant)
                var traces = [
                    stranger.id, stranger.app.ios.bundleID, stranger.app.android.applicationID,
                    stranger.app.deepLinkDomain, stranger.production.analytics.googleAnalytics?.measurementID,
                    stranger.production.analytics.firebase?.iosAppID,
                ].compactMap(\.self)
                if stranger.group == nil || stranger.group != tenant.group {
                    traces += [stranger.shop.name, stranger.shop.email, stranger.shop.phone, stranger.shop.website]
                        .compactMap(\.self)
                }
                for trace in traces {
                    #expect(!text.contains(trace), "the bundle of \(shop.id) holds `\(trace)` of \(other.id)")
                }
            }
        }
    }

    @Test("No text holds a trace of the machinery")
    func traces() throws {
        let marks = ["Optional(", " nil", "TO" + "DO", "{{", "}}", "()", "  ,", "..", " ."]
        for shop in Self.compilation.shops {
            for file in try #require(shop.bundle).files where file.path.hasSuffix(".txt") {
                let text = String(decoding: file.bytes, as: UTF8.self)
                for mark in marks { #expect(!text.contains(mark), "\(shop.id)/\(file.path) holds `\(mark)`") }
            }
        }
    }

    @Test("The same input gives the same bytes, whatever the number of threads", arguments: [1, 2, 3, 8])
    func threads(_ threads: Int) {
        let again = Compiler.compile(SampleWorkspace.input, threads: threads)
        #expect(again.diagnostics == Self.compilation.diagnostics)
        #expect(again.shops.map(\.bundle?.files) == Self.compilation.shops.map(\.bundle?.files))
    }

    @Test("A manifest lists every other file with its size and digest")
    func manifests() throws {
        for shop in Self.compilation.shops {
            let files = try #require(shop.bundle).files
            let manifest = try #require(files.first { $0.path == "manifest.json" })
            let text = String(decoding: manifest.bytes, as: UTF8.self)
            for file in files where file.path != "manifest.json" {
                #expect(text.contains("\"path\": \"\(file.path)\""), "\(file.path)")
                #expect(text.contains("\"sha256\": \"\(SHA256.hexDigest(file.bytes))\""), "\(file.path)")
                #expect(text.contains("\"bytes\": \(file.bytes.count)"), "\(file.path)")
            }
        }
    }
}
