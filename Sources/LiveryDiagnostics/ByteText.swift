// What every writer of generated text stands on: whole runs of bytes are copied, and never a character at a time.

extension [UInt8] {
    @inlinable
    package mutating func append(_ text: String) {
        append(contentsOf: text.utf8)
    }

    /// Appends a text with replacements. `mayBeSpecial` is asked for each byte, and `replacement` at those for which it
    /// says yes: what stands for the bytes there, and how many they are; nil where they stand for themselves.
    @inlinable @inline(__always)
    package mutating func append(
        _ text: String, mayBeSpecial: (UInt8) -> Bool,
        replacement: (_ utf8: UnsafeBufferPointer<UInt8>, _ index: Int) -> (text: String, length: Int)?
    ) {
        var text = text
        text.withUTF8 { utf8 in
            // Nearly all texts are plain. To look at them whole, without a way out, is many bytes at a time.
            var isPlain = true
            for byte in utf8 where mayBeSpecial(byte) { isPlain = false }
            if isPlain { return append(contentsOf: utf8) }
            var start = 0
            var index = 0
            while index < utf8.count {
                guard mayBeSpecial(utf8[index]), let special = replacement(utf8, index) else {
                    index += 1
                    continue
                }
                append(contentsOf: UnsafeBufferPointer(rebasing: utf8[start..<index]))
                append(special.text)
                index += special.length
                start = index
            }
            append(contentsOf: UnsafeBufferPointer(rebasing: utf8[start...]))
        }
    }
}

extension String {
    /// Whether a phrase stands in the text, byte for byte. `contains` compares characters, which takes many times as
    /// long and says the same of letters and marks of ASCII.
    package func hasBytes(_ phrase: String) -> Bool {
        var text = self
        return text.withUTF8 { $0.firstIndex(ofBytes: phrase) != nil }
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
