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

func stage(_ name: String, imports: [Target.Dependency] = [], data: [String] = []) -> Target {
    .target(
        name: name,
        dependencies: imports,
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
        stage("LiveryTenant", imports: ["LiverySchema", "LiveryYAML", "LiveryDiagnostics"]),
        stage("LiveryPrivacy", imports: ["LiveryTenant", "LiveryDiagnostics"]),
        stage("LiveryBundle", imports: ["LiveryPrivacy", "LiveryTenant", "LiveryDiagnostics"]),
        stage(
            "LiveryCompiler",
            imports: [
                "LiveryBundle", "LiveryPrivacy", "LiveryTenant", "LiverySchema", "LiveryYAML", "LiveryDiagnostics",
            ]),
        stage("LiveryWorkspace", imports: ["LiveryCompiler", "LiveryBundle", "LiveryDiagnostics"]),
        .executableTarget(
            name: "livery",
            dependencies: ["LiveryWorkspace", "LiveryCompiler", "LiveryDiagnostics"],
            swiftSettings: settings),
        tests("LiveryDiagnosticsTests", of: ["LiveryDiagnostics"]),
        tests("LiveryYAMLTests", of: ["LiveryYAML", "LiveryDiagnostics"], leaving: ["yaml-test-suite"]),
    ],
    swiftLanguageModes: [.v6]
)
