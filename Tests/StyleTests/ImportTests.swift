import Foundation
import Testing

@Suite("Imports go one way")
struct ImportTests {
    private let table: ImportTable

    init() throws {
        table = ImportTable(markdown: try Repository.file("ARCHITECTURE.md").text)
    }

    @Test("Every target imports what ARCHITECTURE.md allows")
    func sources() {
        table.findings(in: Repository.sources).report()
    }

    @Test("The table has every target once, and names only what stands above")
    func order() {
        let folders = Set(Repository.sources.map(\.target))
        #expect(table.rows.map(\.target).sorted() == folders.sorted())
        #expect(table.backwardRows == [])
    }

    @Test("Foundation is nowhere, and the system's C library only at the edge")
    func edge() {
        for row in table.rows {
            #expect(!row.modules.contains { $0.hasPrefix("Foundation") }, "\(row.target)")
            let isEdge = ["LiveryWorkspace", "livery"].contains(row.target)
            #expect(isEdge || row.modules.isDisjoint(with: ["Glibc", "Musl", "Darwin"]), "\(row.target)")
        }
    }

    @Test("Package.swift depends on what the table allows, on what is imported, and on no package")
    func manifest() throws {
        let manifest = PackageManifest(try Repository.file(Repository.manifest))
        manifest.packageDependencies.report()
        for row in table.rows {
            let declared = try #require(manifest.dependencies[row.target], "Package.swift has no target \(row.target)")
            let beyond = Set(declared).subtracting(row.modules)
            #expect(beyond == [], "Package.swift: `\(row.target)` may not depend on these")
            let imported = Set(
                Repository.sources.filter { $0.target == row.target }.flatMap { $0.swift.imports.map(\.module) })
            let missing = imported.intersection(table.rows.map(\.target)).subtracting(declared)
            #expect(missing == [], "Package.swift: `\(row.target)` imports these without depending on them")
        }
    }

    @Test("A forbidden import is found, in each of its spellings")
    func badImports() {
        let table = ImportTable(
            markdown: "| target | may import |\n| --- | --- |\n| `A` | - |\n| `B` | `A`, `Dispatch` |\n")
        let bad = CheckedFile(
            path: "Sources/B/B.swift",
            text: """
                import A
                package import Foundation
                @preconcurrency public import struct Foundation.URL
                import Dispatch
                // import Glibc
                """)
        #expect(table.findings(in: [bad]).lines == [2, 3])
        #expect(table.findings(in: [CheckedFile(path: "Sources/C/C.swift", text: "")]).count == 1)
        let backward = ImportTable(markdown: "| target | may import |\n| --- | --- |\n| `A` | `B` |\n| `B` | `A` |\n")
        #expect(backward.backwardRows == ["A imports B"])
    }

    @Test("A manifest is read as it is written")
    func badManifest() {
        let manifest = PackageManifest(
            CheckedFile(
                path: "Package.swift",
                text: """
                    let package = Package(
                        name: "x",
                        dependencies: [.package(url: "https://example.org/y", from: "1.0.0")],
                        targets: [
                            stage("A"),
                            stage("B", imports: ["A"], leaving: ["C.yaml"]),
                            .executableTarget(name: "x", dependencies: ["B", "A"], swiftSettings: settings),
                            tests("BTests", of: ["B"]),
                        ])
                    """))
        #expect(manifest.packageDependencies.lines == [3])
        #expect(manifest.dependencies == ["A": [], "B": ["A"], "x": ["B", "A"]])
    }
}
