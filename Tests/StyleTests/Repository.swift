import Foundation
import Testing

/// The repository that these tests stand in.
enum Repository {
    static let root = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// Every file that belongs to the project, in order of their paths. The YAML test suite is other people's work.
    static let paths: [String] = {
        let foreign: Set = [".git", ".swiftpm", "__pycache__", "yaml-test-suite"]
        guard let walk = FileManager.default.enumerator(at: root, includingPropertiesForKeys: [.isRegularFileKey])
        else { return [] }
        var paths: [String] = []
        let prefix = root.path(percentEncoded: false)
        for case let url as URL in walk {
            if foreign.contains(url.lastPathComponent) || url.lastPathComponent.hasPrefix(".build") {
                walk.skipDescendants()
            } else if (try? url.resourceValues(forKeys: [.isRegularFileKey]))?.isRegularFile == true {
                let path = url.path(percentEncoded: false).dropFirst(prefix.count)
                paths.append(String(path.drop { $0 == "/" }))
            }
        }
        return paths.sorted()
    }()

    /// The text of a file; nil for what is no text.
    static func text(of path: String) -> String? {
        try? String(contentsOf: root.appending(path: path), encoding: .utf8)
    }

    static func file(_ path: String) throws -> CheckedFile {
        CheckedFile(path: path, text: try #require(text(of: path), "\(path) is missing"))
    }

    static let manifest = "Package.swift"

    /// The Swift files below `Sources`.
    static let sources = swiftFiles(below: "Sources/")
    static let tests = swiftFiles(below: "Tests/")

    private static func swiftFiles(below folder: String) -> [CheckedFile] {
        paths.filter { $0.hasPrefix(folder) && $0.hasSuffix(".swift") }.compactMap { path in
            text(of: path).map { CheckedFile(path: path, text: $0) }
        }
    }
}

/// A Swift file, or a bad example of one.
struct CheckedFile: Sendable {
    let path: String
    let text: String
    let swift: SwiftText

    init(path: String, text: String) {
        self.path = path
        self.text = text
        self.swift = SwiftText(text)
    }

    /// `LiveryYAML` for `Sources/LiveryYAML/YAMLNode.swift`.
    var target: String {
        let parts = path.split(separator: "/")
        return parts.count > 2 ? String(parts[1]) : ""
    }

    /// Some files must be as they are. Each is named here, with the reason.
    var isGenerated: Bool {
        // Tests/Scripts/embed writes these from data files; their length is that of the data.
        ["LiveryDiagnostics", "LiveryTenant", "LiveryPrivacy"].contains { path.hasPrefix("Sources/\($0)/Embedded/") }
    }

    func finding(_ line: Int, _ message: String) -> Finding {
        Finding(path: path, line: line, message: message)
    }
}

/// What a check has to say, with the place to open.
struct Finding: CustomStringConvertible {
    let path: String
    let line: Int
    let message: String

    var description: String { "\(path):\(line): \(message)" }
}

extension [Finding] {
    /// Fails the test once for each finding.
    func report() {
        for finding in self { Issue.record("\(finding)") }
    }

    var lines: [Int] { map(\.line) }
}
