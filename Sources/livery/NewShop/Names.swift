import LiveryDiagnostics
import LiveryTenant

/// Lists and short texts of a definition, as people type them.
enum Names {
    /// Towing is missing: it needs a company and a phone of its own, which are easier to write into the file.
    static let features = FeatureName.allCases.filter { $0 != .towing }.map(\.rawValue)

    static func features(in text: String) throws(Objection) -> [FeatureName] {
        var chosen: Set<FeatureName> = []
        for part in text.split(separator: ",") {
            let name = trimmed(part)
            if name == "none" || name.isEmpty { continue }
            guard features.contains(name), let feature = FeatureName(rawValue: name) else {
                throw unknown(name, "feature", features)
            }
            chosen.insert(feature)
        }
        return FeatureName.allCases.filter { chosen.contains($0) }
    }

    static func connect(_ text: String, in answers: inout Answers) throws(Objection) {
        answers.providers = []
        let known = answers.catalogue.providers.filter { $0.kind != .analytics }
        for part in text.split(separator: ",") {
            let id = trimmed(part)
            if id == "none" || id.isEmpty { continue }
            guard let provider = known.first(where: { $0.id == id }) else {
                throw unknown(id, "provider", known.map(\.id))
            }
            guard !answers.providers.contains(where: { $0.provider.id == id }) else { continue }
            answers.providers.append(Answers.ConnectedProvider(provider: provider))
        }
        guard !answers.features.contains(.payments) || answers.processor != nil else {
            let cards = known.filter { $0.kind == .payments }.map(\.id).joined(separator: ", ")
            throw Objection("has nobody who takes the payments that the app offers: add one of \(cards)")
        }
    }

    static func billing(_ text: String) throws(Objection) -> Answers.BillingAnswer {
        let words = text.split(separator: " ").map(String.init)
        if words.count == 1, text.hasSuffix("%") {
            let percent = String(text.dropLast())
            guard isNumber(percent, decimals: 0...2) else { throw Objection("is no percentage such as 2.5%") }
            return .commission(percent: percent)
        }
        guard words.count == 2, words[1].count == 3, isNumber(words[0], decimals: 2...2) else {
            throw Objection("is neither a percentage such as 2.5% nor a monthly fee such as 149.00 USD")
        }
        return .subscription(amount: words[0], currency: words[1].uppercased())
    }

    /// The words of a name that fit, without what dangles at the end.
    static func cut(_ name: String, to length: Int) -> String {
        var result = ""
        for word in name.split(separator: " ") {
            let longer = result.isEmpty ? String(word) : result + " " + word
            if longer.count > length { break }
            result = longer
        }
        while let last = result.split(separator: " ").last, ["&", "and", "of", "the", "-"].contains(last.lowercased()) {
            result = String(result.dropLast(last.count + 1))
        }
        return result.isEmpty ? String(name.prefix(length)) : result
    }

    static func trimmed(_ text: some StringProtocol) -> String {
        var text = Substring(text)
        while text.first?.isWhitespace == true { text.removeFirst() }
        while text.last?.isWhitespace == true { text.removeLast() }
        return String(text)
    }

    private static func isNumber(_ text: String, decimals: ClosedRange<Int>) -> Bool {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count <= 2 && parts.allSatisfy { !$0.isEmpty && $0.allSatisfy { $0.isASCII && $0.isNumber } }
            && decimals.contains(parts.count == 2 ? parts[1].count : 0)
    }

    private static func unknown(_ name: String, _ kind: String, _ known: [String]) -> Objection {
        let nearest = Similarity.nearest(to: name, in: known)
        return Objection(
            "names the \(kind) `\(name)`, which does not exist; "
                + (nearest.map { "did you mean `\($0)`?" } ?? "there are \(known.joined(separator: ", "))"))
    }
}
