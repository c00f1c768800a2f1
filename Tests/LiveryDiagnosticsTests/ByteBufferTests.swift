import Testing

@testable import LiveryDiagnostics

@Suite struct ByteBufferTests {
    @Test func growsAndKeepsWhatItHas() {
        var buffer = ByteBuffer(capacity: 0)
        for number in 0..<200 {
            buffer.append(decimal: number)
            buffer.append(repeating: UInt8(ascii: " "), count: number % 3)
            buffer.append("é")
        }
        let text = (0..<200).map { "\($0)" + String(repeating: " ", count: $0 % 3) + "é" }.joined()
        #expect(String(decoding: buffer.array, as: UTF8.self) == text)
        buffer.cut(to: 2)
        #expect(buffer.array == [UInt8(ascii: "0"), 0xC3])
    }

    @Test(arguments: [0, 7, 10, -1, 99, 100, -100, Int.max, Int.min])
    func numbersAreWrittenInFull(number: Int) {
        var buffer = ByteBuffer()
        buffer.append(decimal: number)
        #expect(String(decoding: buffer.array, as: UTF8.self) == String(number))
    }

    /// At every place of texts of every length around a word of eight bytes, alone and beside a second mark.
    @Test(arguments: 0...25) func everyMarkIsFound(count: Int) {
        for first in 0...count {
            for second in first...count {
                var text = [UInt8](repeating: 0xFF, count: count)
                if first < count { text[first] = UInt8(ascii: "<") }
                if second < count { text[second] = 0x1F }
                let places = text.withUnsafeBufferPointer { text in
                    var places: [Int] = []
                    var index = 0
                    while let place = text.firstMark(from: index, Self.marks) {
                        if text[place] != 0xFF { places.append(place) }
                        index = place + 1
                    }
                    return places
                }
                #expect(places == text.indices.filter { text[$0] != 0xFF })
            }
        }
    }

    private static func marks(_ word: UInt64) -> UInt64 {
        ByteMarks.below(0x20, in: word) | ByteMarks.of(UInt8(ascii: "<"), in: word)
    }

    @Test func whatIsSpecialIsReplacedWhereItStands() {
        var buffer = ByteBuffer(capacity: 0)
        for text in ["", "<", "a<", "<a", "one <two> three < four", "no mark in these words"] {
            buffer.append(text, marks: Self.marks) { out, utf8, index in
                guard utf8[index] == UInt8(ascii: "<") else { return 0 }
                out.append("&lt;")
                return 1
            }
            buffer.append("|")
        }
        #expect(
            String(decoding: buffer.array, as: UTF8.self)
                == "|&lt;|a&lt;|&lt;a|one &lt;two> three &lt; four|no mark in these words|")
    }
}
