// swift-tools-version: 6.2
import PackageDescription

// The parser's own sources by symbolic link, so that `package` declarations are seen, and the peers. The folder
// `.peers` is made by `run`: a static library of rapidyaml, libyaml and what calls them.
let settings: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
    name: "yaml-benchmarks",
    platforms: [.macOS(.v26)],
    dependencies: [.package(url: "https://github.com/jpsim/Yams", exact: "6.2.2")],
    targets: [
        .target(name: "LiveryDiagnostics", swiftSettings: settings),
        .target(name: "LiveryYAML", dependencies: ["LiveryDiagnostics"], swiftSettings: settings),
        .target(
            name: "CPeers",
            linkerSettings: [
                .unsafeFlags(["-L.peers"]), .linkedLibrary("peers"), .linkedLibrary("yaml"), .linkedLibrary("stdc++"),
            ]),
        .executableTarget(
            name: "yaml-benchmark",
            dependencies: ["LiveryYAML", "LiveryDiagnostics", "CPeers", .product(name: "Yams", package: "Yams")],
            swiftSettings: settings),
    ],
    swiftLanguageModes: [.v6]
)
