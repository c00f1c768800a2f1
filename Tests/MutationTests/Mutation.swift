/// One mistake in a sound file.
struct Mutation {
    let kind: String
    let file: SampleFile
    /// In the order of the file; none overlaps another.
    let edits: [(range: Range<Int>, text: String)]
    /// The token that a person would have to change, in bytes of the mutated file.
    let place: Range<Int>
    /// Whether the sound definition can be told from the mutated one: a wrong digit in a phone number cannot.
    let hasOneAnswer: Bool

    /// Two mistakes with the same text make the same file.
    var identity: String {
        edits.reduce(file.path) { "\($0)|\($1.range.lowerBound)-\($1.range.upperBound):\($1.text)" }
    }

    var bytes: [UInt8] {
        var bytes = file.bytes
        for edit in edits.reversed() { bytes.replaceSubrange(edit.range, with: Array(edit.text.utf8)) }
        return bytes
    }
}

/// A way to make mistakes.
struct MutationKind: Sendable {
    let name: String
    var hasOneAnswer = true
    /// The edits at a site, with the place to blame; nil where this mistake cannot be made or would be none.
    let mutate: @Sendable (Site, Source, inout SeededGenerator) -> Change?

    struct Change {
        let edits: [(range: Range<Int>, text: String)]
        let place: Range<Int>

        init(_ edits: [(range: Range<Int>, text: String)], at place: Range<Int>) {
            (self.edits, self.place) = (edits, place)
        }

        /// Another token in the place of one.
        init(_ range: Range<Int>, _ text: String) {
            edits = [(range, text)]
            place = range.lowerBound..<range.lowerBound + text.utf8.count
        }
    }

    /// The text around a site.
    struct Source {
        let bytes: [UInt8]

        subscript(range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

        func lineStart(_ offset: Int) -> Int {
            bytes[..<offset].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
        }

        /// Behind the line's break.
        func lineEnd(_ offset: Int) -> Int {
            bytes[offset...].firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? bytes.count
        }
    }
}
