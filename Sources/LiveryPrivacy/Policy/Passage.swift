import Synchronization

/// What a document says in one go, with what it rests on: a paragraph, an item of a list, a row of a table, a line of
/// the short answer.
///
/// Most shops say most things in the same words, so that one passage stands in the documents of many shops. It then
/// keeps how it looks in each format, and a renderer copies that.
package final class Passage: Sendable {
    /// The paths of the facts behind it, such as `features.booking`, sorted.
    package let facts: [String]
    /// One, but for a row of a table.
    package let cells: [[PolicyDocument.Inline]]
    /// How many there are between spaces.
    package let words: Int

    private let isShared = Atomic(false)
    /// What is not worked out again for another shop. Threads need no lock for what never changes.
    private let measure = UncountedLazyReference<Kept<Readability>>()
    private let page = UncountedLazyReference<Kept<[UInt8]>>()
    private let markdown = UncountedLazyReference<Kept<[UInt8]>>()
    private let plain = UncountedLazyReference<Kept<[UInt8]>>()
    private let provenance = UncountedLazyReference<Kept<[UInt8]>>()

    private final class Kept<Value: Sendable>: Sendable {
        let value: Value

        init(_ value: Value) {
            self.value = value
        }
    }

    package init(_ cells: [[PolicyDocument.Inline]], facts: [String]) {
        (self.cells, self.facts) = (cells, facts)
        words = cells.reduce(0) { $0 + $1.words }
    }

    package convenience init(_ text: [PolicyDocument.Inline], facts: [String]) {
        self.init([text], facts: facts)
    }

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
        if isShared.load(ordering: .relaxed) { _ = measure.keep(Kept(reading)) }
        return reading
    }

    /// Whether it leads to another section.
    package var refers: Bool {
        cells.contains { $0.contains { if case .reference = $0 { true } else { false } } }
    }

    /// How a passage is written for one file; whatever else a writer needs is the same wherever the passage stands.
    package enum Form: Sendable {
        case page, markdown, text, provenance
    }

    /// From now on it stands in more than one document: its forms are worth their memory.
    func share() {
        if !isShared.load(ordering: .relaxed) { isShared.store(true, ordering: .relaxed) }
    }

    /// How it was written before.
    package func written(as form: Form) -> [UInt8]? {
        let kept =
            switch form {
            case .page: page.object
            case .markdown: markdown.object
            case .text: plain.object
            case .provenance: provenance.object
            }
        return kept.map { $0._withUnsafeGuaranteedRef(\.value) }
    }

    /// Keeps how it is written, where that is worth it.
    package func keep(_ bytes: ArraySlice<UInt8>, as form: Form) {
        bytes.withUnsafeBufferPointer { keep($0, as: form) }
    }

    package func keep(_ bytes: UnsafeBufferPointer<UInt8>, as form: Form) {
        guard isShared.load(ordering: .relaxed) else { return }
        let written = Kept(Array(bytes))
        switch form {
        case .page: _ = page.keep(written)
        case .markdown: _ = markdown.keep(written)
        case .text: _ = plain.keep(written)
        case .provenance: _ = provenance.keep(written)
        }
    }
}

extension [PolicyDocument.Inline] {
    /// How many there are. A word ends where a space or the text does, and not where one piece meets the next.
    package var words: Int {
        var count = 0
        var wasSpace = true
        for inline in self {
            for byte in inline.plain.utf8 {
                let isSpace = byte == UInt8(ascii: " ")
                count += wasSpace && !isSpace ? 1 : 0
                wasSpace = isSpace
            }
        }
        return count
    }
}
