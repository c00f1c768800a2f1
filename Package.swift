// swift-tools-version: 6.2
import PackageDescription

// The targets in the order of the pipeline: each may import only what stands above it (ARCHITECTURE.md has the table,
// Tests/StyleTests checks it). No package dependency: the product rests on the Swift toolchain alone.

let settings: [SwiftSetting] = [
    .treatAllWarnings(as: .error),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

// These reach the binary by way of Tests/Scripts/embed, which writes Sources/LiveryTenant/Embedded.
let data =
    ["Data/defaults.yaml", "Data/regions.txt", "Data/timezones.txt"]
    + [
        "authorize_net", "autoleap", "autovitals", "braintree", "firebase", "google_analytics", "mitchell1",
        "protractor", "shop_ware", "shopmonkey", "square", "stripe", "tekmetric",
    ].map { "Catalogue/\($0).yaml" }

func stage(
    _ name: String, imports: [Target.Dependency] = [], leaving excluded: [String] = [], embedding data: [String] = []
) -> Target {
    .target(
        name: name,
        dependencies: imports,
        exclude: excluded,
        resources: data.map { .embedInCode($0) },
        swiftSettings: settings)
}

func tests(_ name: String, of imports: [Target.Dependency], leaving excluded: [String] = []) -> Target {
    .testTarget(name: name, dependencies: imports, exclude: excluded, swiftSettings: settings)
}

let package = Package(
    name: "livery",
    platforms: [.macOS(.v26)],
    products: [.executable(name: "livery", targets: ["livery"])],
    targets: [
        stage("LiveryDiagnostics"),
        stage("LiveryYAML", imports: ["LiveryDiagnostics"]),
        stage("LiverySchema", imports: ["LiveryYAML", "LiveryDiagnostics"]),
        stage(
            "LiveryTenant",
            imports: ["LiverySchema", "LiveryYAML", "LiveryDiagnostics"],
            leaving: data),
        stage("LiveryPrivacy", imports: ["LiveryTenant", "LiveryDiagnostics"], embedding: ["Clauses"]),
        .target(name: "CDigest"),
        stage("LiveryBundle", imports: ["LiveryPrivacy", "LiveryTenant", "LiveryDiagnostics", "CDigest"]),
        stage(
            "LiveryCompiler",
            imports: [
                "LiveryBundle", "LiveryPrivacy", "LiveryTenant", "LiverySchema", "LiveryYAML", "LiveryDiagnostics",
            ]),
        stage(
            "LiveryWorkspace", imports: ["LiveryCompiler", "LiveryBundle", "LiveryTenant", "LiveryDiagnostics"]),
        .executableTarget(
            name: "livery",
            dependencies: [
                "LiveryWorkspace", "LiveryCompiler", "LiveryBundle", "LiveryTenant", "LiveryDiagnostics",
            ],
            swiftSettings: settings),
        tests("LiveryDiagnosticsTests", of: ["LiveryDiagnostics"], leaving: ["Expected"]),
        tests("LiveryYAMLTests", of: ["LiveryYAML", "LiveryDiagnostics"], leaving: ["yaml-test-suite"]),
        tests("LiverySchemaTests", of: ["LiverySchema", "LiveryYAML", "LiveryDiagnostics"]),
        tests("LiveryTenantTests", of: ["LiveryTenant", "LiverySchema", "LiveryYAML", "LiveryDiagnostics"]),
        tests("LiveryPrivacyTests", of: ["LiveryPrivacy", "LiveryTenant", "LiveryDiagnostics"]),
        tests(
            "LiveryBundleTests", of: ["LiveryBundle", "LiveryPrivacy", "LiveryTenant", "LiveryDiagnostics"],
            leaving: ["Expected"]),
        tests("LiveryWorkspaceTests", of: ["LiveryWorkspace", "LiveryCompiler", "LiveryBundle", "LiveryDiagnostics"]),
        tests("LiveryCommandTests", of: ["livery", "LiveryTenant", "LiveryDiagnostics"]),
        tests(
            "LiveryCompilerTests",
            of: [
                "LiveryWorkspace", "LiveryCompiler", "LiveryBundle", "LiveryPrivacy", "LiveryTenant", "LiveryDiagnostics",
            ]),
        tests("CorpusTests", of: ["LiveryCompiler", "LiveryBundle", "LiveryTenant", "LiveryDiagnostics"]),
        tests(
            "MutationTests",
            of: ["LiveryWorkspace", "LiveryCompiler", "LiverySchema", "LiveryYAML", "LiveryDiagnostics"],
            leaving: ["README.md", "compare"]),
        tests("StyleTests", of: []),
    ],
    swiftLanguageModes: [.v6]
)
