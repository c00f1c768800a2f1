import Foundation
import LiveryDiagnostics

/// Lines of JSON for judge.py.
extension Comparison {
    /// Whether we accept the text.
    func verdict() throws -> Data {
        try Self.json([
            "text": String(decoding: bytes, as: UTF8.self), "accepted": ours != nil,
            "codes": findings.map(\.code).joined(separator: " "),
        ])
    }

    /// What both say.
    func line() throws -> Data {
        var members: [String: Any] = ["outcome": outcome.rawValue, "text": String(decoding: bytes, as: UTF8.self)]
        members["codes"] = findings.map(\.code).joined(separator: " ")
        members["ours"] = ours
        switch theirs {
        case .events(let events): members["theirs"] = events
        case .refused(let message): members["message"] = message
        case .crashed, .hung: break
        }
        return try Self.json(members)
    }

    private static func json(_ members: [String: Any]) throws -> Data {
        try JSONSerialization.data(withJSONObject: members, options: [.sortedKeys]) + Data("\n".utf8)
    }
}
