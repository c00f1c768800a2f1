/// The lines of a text in ascending order of their bytes, each a key or a key, a tab and a value. They are searched
/// where they lie in the binary: nothing is read or split at start-up.
package struct SortedLines: Sendable {
    private let text: StaticString
    /// Where the lines begin: the first line of the text is a comment that names its source.
    private let start: Int

    init(_ text: StaticString) {
        self.text = text
        self.start = text.withUTF8Buffer { bytes in (bytes.firstIndex(of: Self.lineFeed) ?? -1) + 1 }
    }

    package func contains(_ key: String) -> Bool {
        value(of: key) != nil
    }

    /// What stands after the tab on the line of this key; an empty text where the line is just the key.
    package func value(of key: String) -> String? {
        let key = Array(key.utf8)
        return text.withUTF8Buffer { bytes in
            var low = start
            var high = bytes.count
            while low < high {
                let line = Self.line(around: low + (high - low) / 2, in: bytes, from: low)
                let content = bytes[line]
                let tab = content.firstIndex(of: Self.tab) ?? content.endIndex
                let found = content[..<tab]
                if found.elementsEqual(key) {
                    return String(decoding: content[tab...].dropFirst(), as: UTF8.self)
                }
                if found.lexicographicallyPrecedes(key) {
                    low = line.upperBound + 1
                } else {
                    high = line.lowerBound
                }
            }
            return nil
        }
    }

    /// Every key, in order. For suggestions and documents; a look-up does not need it.
    package var keys: [String] {
        text.withUTF8Buffer { bytes in
            bytes[start...].split(separator: Self.lineFeed).map { line in
                String(decoding: line.prefix { $0 != Self.tab }, as: UTF8.self)
            }
        }
    }

    private static let lineFeed = UInt8(ascii: "\n")
    private static let tab = UInt8(ascii: "\t")

    /// The line that holds the byte at `middle`, without its line feed; it begins at or after `low`.
    private static func line(
        around middle: Int, in bytes: UnsafeBufferPointer<UInt8>, from low: Int
    ) -> Range<Int> {
        let begin = bytes[low..<middle].lastIndex(of: lineFeed).map { $0 + 1 } ?? low
        let end = bytes[middle...].firstIndex(of: lineFeed) ?? bytes.count
        return begin..<end
    }
}
