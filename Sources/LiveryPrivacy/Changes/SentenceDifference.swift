/// What of two texts differs, by whole sentences.
package enum SentenceDifference {
    /// The sentences that the other text does not have, in order.
    package static func between(_ before: [String], _ after: [String]) -> (before: String, after: String) {
        let (old, new) = (before.flatMap(sentences), after.flatMap(sentences))
        let was = old.filter { !new.contains($0) }.joined(separator: " ")
        let now = new.filter { !old.contains($0) }.joined(separator: " ")
        return (was, now)
    }

    private static func sentences(of text: String) -> [String] {
        let parts = text.split(separator: ". ")
        return parts.enumerated().map { $0.offset + 1 < parts.count ? "\($0.element)." : String($0.element) }
    }
}
