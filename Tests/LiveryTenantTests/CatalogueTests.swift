import LiveryDiagnostics
import LiverySchema
import LiveryYAML
import Testing

@testable import LiveryTenant

/// The built-in facts, read as the compiler reads them.
@Suite struct CatalogueTests {
    /// The rows of the read/write matrix. A definition names them under `sync`, so they must not change.
    private let resources = [
        "shops", "customers", "vehicles", "appointments", "repair_orders", "estimates", "jobs", "recommendations",
        "inspections", "payments", "invoices", "inventory", "employees", "labor_rates", "canned_jobs", "messages",
        "notes",
    ]

    private static let read: (catalogue: Catalogue, diagnostics: [Diagnostic]) = {
        var sources = SourceMap()
        var faults: [Diagnostic] = []
        let documents = BuiltIn.catalogue.compactMap { id, bytes -> (id: String, document: YAMLDocument)? in
            let parsed = YAMLDocument.parse(sources.add(path: id, bytes: bytes))
            faults += parsed.diagnostics
            return parsed.document.map { (id, $0) }
        }
        let read = Catalogue.read(builtIn: [], workspace: documents)
        return (read.catalogue, faults + read.diagnostics)
    }()

    private let providers = Self.read.catalogue.providers

    @Test func everyFileIsSound() {
        #expect(Self.read.diagnostics.map(\.message) == [])
        #expect(providers.map(\.id) == BuiltIn.catalogue.map(\.id))
    }

    @Test func shopSystemsListTheWholeMatrix() {
        for provider in providers where provider.kind == .shopManagement {
            #expect(provider.resources.map(\.name) == resources.sorted(), "\(provider.id)")
        }
    }

    @Test func everyFactNamesItsSource() {
        for provider in providers {
            let facts = [
                provider.name, provider.legalName, provider.website, provider.privacyPolicy, provider.country,
            ]
            let sources =
                facts.map(\.source) + provider.identifiers.map(\.source) + provider.secrets.map(\.source)
                + provider.resources.map(\.source)
                + provider.cookies.map(\.source)
            #expect(sources.allSatisfy { ($0.reference == nil) == ($0.mark == .unknown) }, "\(provider.id)")
        }
    }

    /// Nothing is offered that no source shows.
    @Test func unknownResourcesOfferNothing() {
        for provider in providers {
            for resource in provider.resources where resource.source.mark == .unknown {
                #expect(resource.operations.isEmpty, "\(provider.id) \(resource.name)")
            }
        }
    }

    @Test func examplesFitTheirPatterns() {
        for provider in providers {
            for identifier in provider.identifiers {
                guard let pattern = identifier.pattern, let example = identifier.example else { continue }
                #expect(pattern.matches(example), "\(provider.id) \(identifier.key)")
            }
        }
    }

    @Test func countriesExist() {
        for provider in providers {
            guard let country = provider.country.value else { continue }
            #expect(Region(code: country)?.isSubdivision == false, "\(provider.id)")
        }
    }
}
