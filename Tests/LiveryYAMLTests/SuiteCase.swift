import Foundation

/// One case of the YAML test suite, release data-2022-01-17. An error case's events and values are not to be compared.
struct SuiteCase: Sendable, CustomStringConvertible {
    let id: String
    let yaml: [UInt8]
    let events: String
    let isInvalid: Bool
    let json: String?

    var description: String { id }

    static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "yaml-test-suite")

    static let all: [SuiteCase] = {
        let manager = FileManager.default
        var found: [SuiteCase] = []
        for id in (try? manager.contentsOfDirectory(atPath: folder.path).sorted()) ?? [] {
            let main = folder.appending(path: id)
            if let whole = SuiteCase(id: id, at: main) { found.append(whole) }
            for number in (try? manager.contentsOfDirectory(atPath: main.path).sorted()) ?? [] {
                if let sub = SuiteCase(id: "\(id)/\(number)", at: main.appending(path: number)) { found.append(sub) }
            }
        }
        return found
    }()

    private init?(id: String, at folder: URL) {
        guard let yaml = try? Data(contentsOf: folder.appending(path: "in.yaml")),
            let events = try? String(contentsOf: folder.appending(path: "test.event"), encoding: .utf8)
        else { return nil }
        self.id = id
        self.yaml = Array(yaml)
        self.events = events
        isInvalid = FileManager.default.fileExists(atPath: folder.appending(path: "error").path)
        json = isInvalid ? nil : try? String(contentsOf: folder.appending(path: "in.json"), encoding: .utf8)
    }
}
