// swift-tools-version: 6.2
import PackageDescription

// The parser's own sources by symbolic link, so that `package` declarations are seen; libfyaml is the system's.
let settings: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
    name: "yaml-fuzz",
    platforms: [.macOS(.v26)],
    targets: [
        .target(name: "LiveryDiagnostics", swiftSettings: settings),
        .target(name: "LiveryYAML", dependencies: ["LiveryDiagnostics"], swiftSettings: settings),
        .target(name: "CFyaml"),
        .executableTarget(
            name: "compare", dependencies: ["LiveryYAML", "LiveryDiagnostics", "CFyaml"], swiftSettings: settings),
    ],
    swiftLanguageModes: [.v6]
)
