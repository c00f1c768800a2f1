// What every writer of generated text stands on: whole runs of bytes are copied, and never a character at a time.

extension [UInt8] {
    @inlinable
    package mutating func append(_ text: String) {
        append(contentsOf: text.utf8)
    }
}

extension String {
    /// Whether a phrase stands in the text, byte for byte. `contains` compares characters, which takes many times as
    /// long and says the same of letters and marks of ASCII.
    package func hasBytes(_ phrase: String) -> Bool {
        var text = self
        return text.withUTF8 { $0.firstIndex(ofBytes: phrase) != nil }
    }

    /// Its parts between marks of ASCII, byte for byte, as `split` finds them between characters.
    package func split(
        at mark: Unicode.Scalar, omittingEmptySubsequences omitsEmpty: Bool = true
    ) -> [Substring] {
        var parts: [Substring] = []
        var start = utf8.startIndex
        while true {
            let end = utf8[start...].firstIndex(of: UInt8(ascii: mark)) ?? utf8.endIndex
            if !omitsEmpty || start < end { parts.append(self[start..<end]) }
            guard end < utf8.endIndex else { return parts }
            start = utf8.index(after: end)
        }
    }
}

extension RandomAccessCollection<UInt8> where Index == Int {
    /// Where a phrase begins that is not empty.
    @inlinable
    package func firstIndex(ofBytes phrase: String) -> Int? {
        guard let first = phrase.utf8.first else { return nil }
        let length = phrase.utf8.count
        var rest = self[...]
        while let index = rest.firstIndex(of: first), rest.endIndex - index >= length {
            if self[index..<index + length].elementsEqual(phrase.utf8) { return index }
            rest = self[(index + 1)...]
        }
        return nil
    }
}
