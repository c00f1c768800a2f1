/// Measures plain English text. Figures from different counters of syllables cannot be compared; ``SyllableCounter``
/// states the error of this one. A contraction, an abbreviation and a figure count as one word each. Headings and cells
/// of tables are not measured, and an item of a list is a sentence.
package struct Readability: Sendable {
    package private(set) var words = 0
    package private(set) var sentences = 0
    package private(set) var syllables = 0
    /// In words.
    package private(set) var longestSentence = 0
    /// Sentences over ``sentenceLimit``.
    package private(set) var longSentences = 0

    /// The most words of a card, of a sentence, and of a page.
    package static let cardLimit = 150
    package static let sentenceLimit = 25
    package static let pageLimit = 2_600
    /// What a page should have at most; the median of 274 policies that were measured has twice as many.
    package static let pageGoal = 2_200
    /// The least ease of the body and of annexes; of the 274 policies 3 reach the first.
    package static let bodyEase = 60.0
    package static let annexEase = 50.0

    /// Whether there is a formula for a language; of another one nothing is known, which is not the same as zero.
    package static func measures(_ locale: String) -> Bool { locale.prefix(2) == "en" }

    /// Measures texts: each paragraph, and each item of a list.
    /// - Parameter names: counted as one short word each, for nobody can choose an easier name.
    package init(_ texts: [String], names: [String] = []) {
        let names = names.filter { !$0.isEmpty }.sorted { $0.utf8.count > $1.utf8.count }
        for text in texts { add(Self.prepared(text, names: names)) }
    }

    /// Flesch's reading ease: 206.835 - 1.015 words a sentence - 84.6 syllables a word; 60 to 69 is standard English.
    package var ease: Double {
        guard sentences > 0, words > 0 else { return 100 }
        return 206.835 - 1.015 * meanSentence - 84.6 * meanSyllables
    }

    /// The school year of Kincaid's formula: 0.39 words a sentence + 11.8 syllables a word - 15.59.
    package var grade: Double {
        guard sentences > 0, words > 0 else { return 0 }
        return max(0, 0.39 * meanSentence + 11.8 * meanSyllables - 15.59)
    }

    package var meanSentence: Double { sentences == 0 ? 0 : Double(words) / Double(sentences) }
    private var meanSyllables: Double { Double(syllables) / Double(words) }

    /// What a law or a carrier demands word for word is not ours to make easier: CTIA Messaging Principles 5.1.1;
    /// Cal. Civ. Code 1798.135(a); Fla. Stat. 501.715; Tex. Bus. & Com. Code 541.102(b)-(c).
    static let prescribed = [
        "Message and data rates may apply.", "Do Not Sell or Share My Personal Information",
        "Limit the Use of My Sensitive Personal Information",
        "NOTICE: This website may sell your sensitive personal data.",
        "NOTICE: This website may sell your biometric personal data.",
        "NOTICE: We may sell your sensitive personal data.", "NOTICE: We may sell your biometric personal data.",
    ]

    private static func prepared(_ text: String, names: [String]) -> String {
        guard !names.isEmpty else { return text }
        let own = prescribed.reduce(text) { $0.contains($1) ? $0.replacing($1, with: "") : $0 }
        return names.reduce(own) { $0.contains($1) ? $0.replacing($1, with: "Bob") : $0 }
    }

    /// Adds what another text came to.
    mutating func add(_ other: Readability) {
        words += other.words
        sentences += other.sentences
        syllables += other.syllables
        longestSentence = max(longestSentence, other.longestSentence)
        longSentences += other.longSentences
    }

    private mutating func add(_ text: String) {
        var text = text
        text.withUTF8 { add($0) }
    }

    /// A full stop ends a sentence only before a space or the end, so that `7.5` stays whole.
    private mutating func add(_ text: UnsafeBufferPointer<UInt8>) {
        var length = 0
        for word in WordSequence(text: text) {
            if word.contains(where: { $0.isWordByte }) {
                length += 1
                syllables += SyllableCounter.count(word)
            }
            guard length > 0, Self.endsSentence(word) else { continue }
            addSentence(of: length)
            length = 0
        }
        if length > 0 { addSentence(of: length) }
    }

    private mutating func addSentence(of length: Int) {
        words += length
        sentences += 1
        longestSentence = max(longestSentence, length)
        if length > Self.sentenceLimit { longSentences += 1 }
    }

    /// Quotes and brackets can stand behind the full stop.
    private static func endsSentence(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
        var end = word.count
        while end > 0 {
            switch word[end - 1] {
            case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"): return true
            case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: ")"): end -= 1
            // U+2019 and U+201D.
            case 0x99, 0x9D:
                guard end >= 3, word[end - 3] == 0xE2, word[end - 2] == 0x80 else { return false }
                end -= 3
            default: return false
            }
        }
        return false
    }
}

/// What stands between spaces; a space that does not break a line is one too.
private struct WordSequence: Sequence, IteratorProtocol {
    let text: UnsafeBufferPointer<UInt8>
    private var index = 0

    init(text: UnsafeBufferPointer<UInt8>) {
        self.text = text
    }

    mutating func next() -> UnsafeBufferPointer<UInt8>? {
        while index < text.count, spaceLength > 0 { index += spaceLength }
        let start = index
        while index < text.count, spaceLength == 0 { index += 1 }
        return start < index ? UnsafeBufferPointer(rebasing: text[start..<index]) : nil
    }

    /// Of the space that begins here, if one does.
    private var spaceLength: Int {
        if text[index] <= 0x20 { return 1 }
        return text[index] == 0xC2 && index + 1 < text.count && text[index + 1] == 0xA0 ? 2 : 0
    }
}

extension UInt8 {
    /// A letter, a digit, or a part of a character beyond ASCII.
    fileprivate var isWordByte: Bool {
        switch self {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        // Quotes and dashes begin with 0xE2.
        default: self >= 0xC3 && self != 0xE2
        }
    }
}

extension PolicyDocument {
    /// What people read as running text: paragraphs and list items, without headings and tables.
    package func texts(annexes: Bool = false) -> [String] {
        var texts: [String] = []
        eachPassage(annexes: annexes) { texts.append($0.plainText) }
        return texts
    }

    /// Of what people read as running text.
    func eachPassage(annexes: Bool, _ body: (Passage) -> Void) {
        if !annexes { for line in card { body(line.said) } }
        for section in sections where section.isAnnex == annexes {
            for block in section.blocks { block.eachPassage(body) }
        }
    }

    /// Every word of the page, in all layers.
    var wordCount: Int {
        var count = sections.reduce(title.spacedWords) { $0 + $1.heading.spacedWords }
        for table in tables {
            count += table.columns.reduce(table.caption.spacedWords) { $0 + $1.spacedWords }
            for row in table.rows { count += row.words }
        }
        for isAnnex in [false, true] { eachPassage(annexes: isAnnex) { count += $0.words } }
        return count
    }

    /// Everything that stands in tables.
    var tableTexts: [String] {
        tables.flatMap { $0.columns + [$0.caption] + $0.rows.flatMap { $0.cells.map(\.plainText) } }
    }

    private var tables: [Table] {
        [table]
            + sections.flatMap(\.blocks).compactMap { block in
                if case .table(let table) = block.content { table } else { nil }
            }
    }
}

extension PolicyDocument.Block {
    var texts: [String] {
        var texts: [String] = []
        eachPassage { texts.append($0.plainText) }
        return texts
    }

    /// Of its running text.
    fileprivate func eachPassage(_ body: (Passage) -> Void) {
        switch content {
        case .subheading, .table: break
        case .paragraph(let text): body(text)
        case .list(let items): for item in items { body(item) }
        }
    }
}
