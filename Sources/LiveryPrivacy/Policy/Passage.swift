import LiveryDiagnostics

/// What a document says in one go, with what it rests on: a paragraph, an item of a list, a row of a table, a line of
/// the short answer.
///
/// Most shops say most things in the same words, so that one passage stands in the documents of many shops; then
/// ``forms`` keep how it looks.
package final class Passage: Sendable {
    package let reasons: FactPaths
    /// One, but for a row of a table.
    package let cells: [[PolicyDocument.Inline]]
    /// How many there are between spaces.
    package let words: Int

    package let forms = KeptForms()
    private let measure = UncountedLazyReference<Kept<Readability>>()

    init(_ cells: [[PolicyDocument.Inline]], because reasons: FactPaths) {
        (self.cells, self.reasons) = (cells, reasons)
        words = cells.reduce(0) { $0 + $1.words }
        refers = cells.contains { $0.contains { if case .reference = $0 { true } else { false } } }
    }

    convenience init(_ text: [PolicyDocument.Inline], because reasons: FactPaths) {
        self.init([text], because: reasons)
    }

    package convenience init(_ cells: [[PolicyDocument.Inline]], facts: [String]) {
        self.init(cells, because: FactPaths(facts))
    }

    package convenience init(_ text: [PolicyDocument.Inline], facts: [String]) {
        self.init([text], facts: facts)
    }

    /// The paths of the facts behind it, such as `features.booking`, sorted.
    package var facts: [String] { reasons.sorted }

    /// Running text; of a row, its first cell.
    package var text: [PolicyDocument.Inline] { cells.first ?? [] }

    /// The words without markup; those of cells apart.
    package var plainText: String {
        cells.count == 1 ? cells[0].plainText : cells.map(\.plainText).joined(separator: " | ")
    }

    /// How hard it is to read, with the names in it.
    var reading: Readability {
        if let known = measure.object { return known._withUnsafeGuaranteedRef(\.value) }
        let reading = Readability([plainText])
        if forms.isKept { _ = measure.keep(Kept(reading)) }
        return reading
    }

    /// Whether it leads to another section.
    package let refers: Bool
}

/// The paths of the facts behind a statement. Many statements rest on the same ones, and share them.
package final class FactPaths: Sendable {
    package let sorted: [String]
    /// Their numbers; nil where not all of them have one for all shops.
    let numbered: PathSet?
    /// The number of each, below ``numberLimit``; none where not all of them have one. Which path has which number is
    /// another thing in another run.
    package let numbers: [Int]

    package static let numberLimit = PathSet.sharedCount

    init(_ sorted: [String], numbered: PathSet?, numbers: [Int] = []) {
        (self.sorted, self.numbered, self.numbers) = (sorted, numbered, numbers)
    }

    package convenience init(_ sorted: [String]) {
        self.init(sorted, numbered: nil)
    }
}

extension [PolicyDocument.Inline] {
    /// How many there are. A word ends where a space or the text does, and not where one piece meets the next.
    package var words: Int {
        var counter = WordCounter()
        for inline in self { counter.add(inline.plain) }
        return counter.count
    }
}

extension String {
    /// How many words there are between spaces.
    var spacedWords: Int {
        var counter = WordCounter()
        counter.add(self)
        return counter.count
    }
}

/// Counts words of a text that comes in pieces.
private struct WordCounter {
    private(set) var count = 0
    private var former = UInt8(ascii: " ")

    mutating func add(_ text: String) {
        text.withBytes { bytes in
            let space = UInt8(ascii: " ")
            // Without branches, for the processor's wide registers.
            for byte in bytes {
                count &+= former == space && byte != space ? 1 : 0
                former = byte
            }
        }
    }
}
