import Foundation
import LiveryDiagnostics
import LiveryYAML

/// A way in which libfyaml 0.7.12 differs from YAML 1.2.2, and how to tell that a difference is of this kind.
struct Difference: Sendable {
    let name: String
    let applies: @Sendable (Comparison) -> Bool

    static let all: [Difference] = []
}

extension Comparison {
    var description: String {
        var text = "--- \(outcome.rawValue): \(String(decoding: bytes, as: UTF8.self).debugDescription)\n"
        for found in findings { text += "we find \(found.code): \(found.message)\n" }
        switch theirs {
        case .events(let theirs) where ours != nil: text += "ours:\n\(ours ?? "")theirs:\n\(theirs)"
        case .refused(let message): text += "they say: \(message)\n"
        default: break
        }
        return text
    }

    func verdict() throws -> Data {
        let members: [String: Any] = [
            "text": String(decoding: bytes, as: UTF8.self), "accepted": ours != nil,
            "codes": findings.map(\.code).joined(separator: " "),
        ]
        return try JSONSerialization.data(withJSONObject: members, options: [.sortedKeys]) + Data("\n".utf8)
    }

    /// As a line of JSON.
    func line(_ difference: Difference?) throws -> Data {
        var members = ["outcome": outcome.rawValue, "text": String(decoding: bytes, as: UTF8.self)]
        members["class"] = difference?.name
        members["codes"] = findings.map(\.code).joined(separator: " ")
        members["span"] = findings.first?.span.map { "\($0.start)..<\($0.end)" }
        members["ours"] = ours
        switch theirs {
        case .events(let events): members["theirs"] = events
        case .refused(let message): members["message"] = message
        case .crashed, .hung: break
        }
        return try JSONSerialization.data(withJSONObject: members, options: [.sortedKeys]) + Data("\n".utf8)
    }
}
