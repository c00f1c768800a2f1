/// Tells quickly that none of some phrases stands in a text: by their first two bytes, of which most texts have none.
package struct PhraseFilter: Sendable {
    private let starts: Set<UInt16>
    /// By the second byte.
    private let seconds: [Bool]

    /// The phrases have two bytes or more.
    package init(_ phrases: some Sequence<[UInt8]>) {
        let starts = Set(phrases.map { UInt16($0[0]) << 8 | UInt16($0[1]) })
        self.starts = starts
        seconds = (0..<256).map { second in starts.contains { Int($0 & 255) == second } }
    }

    package func canOccur(in text: UnsafeBufferPointer<UInt8>) -> Bool {
        guard text.count > 1 else { return false }
        for index in 1..<text.count where seconds[Int(text[index])] {
            if starts.contains(UInt16(text[index - 1]) << 8 | UInt16(text[index])) { return true }
        }
        return false
    }
}
