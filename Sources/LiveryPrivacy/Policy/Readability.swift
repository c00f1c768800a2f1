/// Measures plain English text. Figures from different syllable counters cannot be compared: this one counts groups of
/// vowels, and headings, table cells and names do not count.
package struct Readability: Sendable {
    package let words: Int
    package let sentences: Int
    package let syllables: Int
    /// In words, longest first.
    package let sentenceLengths: [Int]

    /// The most words of a card.
    package static let cardLimit = 150

    /// Flesch's reading ease: 206.835 - 1.015 words a sentence - 84.6 syllables a word; 60 to 69 is standard English.
    package var ease: Double {
        guard sentences > 0, words > 0 else { return 100 }
        return 206.835 - 1.015 * meanSentence - 84.6 * Double(syllables) / Double(words)
    }

    package var meanSentence: Double { sentences == 0 ? 0 : Double(words) / Double(sentences) }

    /// Measures texts: each paragraph, and each item of a list, which counts as a sentence of its own.
    package init(_ texts: [String], names: [String] = []) {
        var lengths: [Int] = []
        var syllables = 0
        for text in texts {
            for sentence in Self.sentences(of: Self.without(names, in: text)) {
                lengths.append(sentence.count)
                for word in sentence { syllables += Self.syllables(of: word) }
            }
        }
        words = lengths.reduce(0, +)
        sentences = lengths.count
        self.syllables = syllables
        sentenceLengths = lengths.sorted(by: >)
    }

    /// A name counts as one short word.
    private static func without(_ names: [String], in text: String) -> String {
        names.sorted { $0.utf8.count > $1.utf8.count }.filter { !$0.isEmpty }
            .reduce(text) { $0.replacing($1, with: "Bob") }
    }

    /// The words of each sentence. A full stop ends one only before a space or the end, so that `7.5` stays whole.
    static func sentences(of text: String) -> [[String]] {
        var sentences: [[String]] = []
        var current: [String] = []
        for word in text.split(whereSeparator: \.isWhitespace) {
            let letters = word.filter { $0.isLetter || $0.isNumber || $0 == "'" }
            if !letters.isEmpty { current.append(String(letters)) }
            let ending = word.reversed().first { !"\"')”’".contains($0) }
            if let ending, ".!?".contains(ending), !current.isEmpty {
                sentences.append(current)
                current = []
            }
        }
        return current.isEmpty ? sentences : sentences + [current]
    }

    /// Groups of vowels, less a silent e; the list holds the commonest words where that is wrong.
    static func syllables(of word: String) -> Int {
        let letters = word.lowercased().filter(\.isLetter)
        guard !letters.isEmpty else { return 1 }
        if let known = exceptions[letters] { return known }
        var count = 0
        var wasVowel = false
        for letter in letters {
            let isVowel = "aeiouyäöüéèàâêîôû".contains(letter)
            if isVowel, !wasVowel { count += 1 }
            wasVowel = isVowel
        }
        let isOpen = letters.hasSuffix("le") && !"aeiouy".contains(letters.dropLast(2).last ?? "a")
        let silent = letters.hasSuffix("e") && !isOpen && !letters.hasSuffix("ee")
        let past = letters.hasSuffix("ed") && !letters.hasSuffix("ted") && !letters.hasSuffix("ded")
        let hissing = ["ses", "zes", "xes", "ges", "ces", "hes", "les"]
        let plural = letters.hasSuffix("es") && !hissing.contains(String(letters.suffix(3)))
        if silent || past || plural { count -= 1 }
        for split in ["ia", "io", "eo"] where letters.contains(split) && !hasJoined(split, letters) { count += 1 }
        return max(1, count)
    }

    /// `-tion`, `-cial` and `people` are no splits.
    private static func hasJoined(_ split: String, _ letters: String) -> Bool {
        ["tio", "sio", "cia", "tia", "gio", "cio", "peo"].contains { $0.hasSuffix(split) && letters.contains($0) }
    }

    private static let exceptions: [String: Int] = [
        "our": 1, "hour": 1, "people": 2, "business": 2, "create": 2, "required": 2, "unique": 2, "identifier": 5,
        "experience": 4, "automatically": 6, "something": 2, "someone": 2, "anyone": 3, "area": 3, "various": 3,
        "being": 2, "else": 1, "elsewhere": 2, "somewhere": 2, "website": 2, "data": 2, "screens": 1, "you": 1,
        "your": 1, "everything": 3, "video": 3, "radio": 3,
    ]
}

extension PolicyDocument {
    /// What people read as running text: paragraphs and list items, without headings and tables.
    package func texts(annexes: Bool = false) -> [String] {
        let chosen = sections.filter { $0.isAnnex == annexes }
        return (annexes ? [] : card.map(\.text.plainText)) + chosen.flatMap { $0.blocks.flatMap(\.texts) }
    }

    /// Every word of the page, in all layers.
    package var wordCount: Int {
        let tables =
            [table]
            + sections.flatMap(\.blocks).compactMap { block in
                if case .table(let table) = block.content { table } else { nil }
            }
        let cells = tables.flatMap { $0.columns + [$0.caption] + $0.rows.flatMap { $0.map(\.plainText) } }
        let all = [title] + sections.map(\.heading) + texts() + texts(annexes: true) + cells
        return all.reduce(0) { $0 + $1.split(whereSeparator: \.isWhitespace).count }
    }
}

extension PolicyDocument.Block {
    fileprivate var texts: [String] {
        switch content {
        case .subheading, .table: []
        case .paragraph(let text): [text.plainText]
        case .list(let items): items.map(\.plainText)
        }
    }
}
