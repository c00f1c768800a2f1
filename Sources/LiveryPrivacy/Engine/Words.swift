/// The words of one language that stand in no clause: names of data, purposes, jobs and countries, by key.
struct Words: Sendable {
    let locale: String
    private let byKey: [String: String]
    /// The entries that name several things.
    private let partsByKey: [String: [String]]
    /// What was said in them.
    let rememberedRows = RememberedRows()
    /// What neighbours can share, each with the space behind it.
    private let sharedStarts: [String]
    /// Whether a key stands for its word: then a text says what is meant, and stays when only its wording changes.
    private(set) var isKeyed = false

    /// Reads `key: text` lines; blank lines and lines that start with `#` are for people.
    init(parsing bytes: [UInt8], file: String, locale: String) throws(ClauseError) {
        let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        var byKey: [String: String] = Dictionary(minimumCapacity: lines.count)
        for (index, line) in lines.enumerated() {
            let text = line.trimmingSpaces()
            guard let first = text.first, first != UInt8(ascii: "#") else { continue }
            guard let colon = text.firstIndex(of: UInt8(ascii: ":")) else {
                throw ClauseError(file: file, line: index + 1, message: "expected `key: text`")
            }
            let key = String(decoding: text[..<colon], as: UTF8.self)
            let word = String(decoding: text[(colon + 1)...].trimmingSpaces(), as: UTF8.self)
            guard byKey.updateValue(word, forKey: key) == nil else {
                throw ClauseError(file: file, line: index + 1, message: "`\(key)` stands twice")
            }
        }
        self.locale = locale
        self.byKey = byKey
        partsByKey = byKey.filter { $0.value.utf8.contains(UInt8(ascii: ",")) }.mapValues { text in
            text.split(separator: ",").map { $0.trimmingSpaces() }
        }
        sharedStarts = (byKey["list.shared"] ?? "").split(separator: " ").map { "\($0) " }
    }

    /// The same words with a key in the place of each.
    var keyed: Words {
        var words = self
        words.isKeyed = true
        return words
    }

    /// nil where the language has no such word.
    func find(_ key: String) -> String? {
        guard let word = byKey[key] else { return nil }
        return isKeyed ? key : word
    }

    /// A word that every language must have; a test asks for them all.
    subscript(key: String) -> String {
        guard let word = byKey[key] else {
            preconditionFailure("a test proves that the words of \(locale) have `\(key)`")
        }
        return isKeyed ? key : word
    }

    /// The things that an entry names, such as `its make, its model`.
    func parts(_ key: String) -> [String] {
        isKeyed ? [key] : partsByKey[key] ?? [self[key]]
    }

    /// `a, b and c`.
    func list(_ items: [String], joinedBy word: String = "list.and") -> String {
        guard var list = items.first else { return "" }
        guard items.count > 1 else { return list }
        let word = self[word]
        list.reserveCapacity(items.reduce(word.utf8.count) { $0 + $1.utf8.count + 2 })
        for item in items[1..<(items.count - 1)] {
            list += ", "
            list += item
        }
        list += " "
        list += word
        list += " "
        list += items[items.count - 1]
        return list
    }

    /// Says a word that neighbours share once: `your name, phone number` for `your name, your phone number`.
    func sharing(_ items: [String]) -> [String] {
        guard !isKeyed else { return items }
        return items.enumerated().map { index, item in
            guard index > 0, let start = sharedStarts.first(where: { item.utf8.starts(with: $0.utf8) }),
                items[index - 1].utf8.starts(with: start.utf8)
            else { return item }
            return String(decoding: item.utf8.dropFirst(start.utf8.count), as: UTF8.self)
        }
    }

    /// `1 day`, `30 days`.
    func count(_ number: Int, _ unit: String) -> String {
        "\(number) " + self[number == 1 ? "unit.\(unit).one" : "unit.\(unit).other"]
    }

    /// Ends a sentence that a person wrote, with or without a full stop.
    func sentence(_ text: String) -> String {
        let trimmed = isKeyed ? text.withoutForm : text.trimmingSpaces()
        guard let last = trimmed.last, !".!?".contains(last) else { return trimmed }
        return trimmed + "."
    }
}

extension String {
    /// A sentence that a person wrote, without what only its form is: capital letters, spaces and the full stop.
    package var withoutForm: String {
        guard !utf8.allSatisfy({ $0 < 0x80 }) else { return plainWithoutForm }
        var words = lowercased().split { $0.isWhitespace }.joined(separator: " ")
        while let last = words.last, ".!".contains(last) { words.removeLast() }
        return words
    }

    /// The same for ASCII.
    private var plainWithoutForm: String {
        var words: [UInt8] = []
        words.reserveCapacity(utf8.count)
        var isBetweenWords = false
        for byte in utf8 {
            if byte == UInt8(ascii: " ") || (0x09...0x0D).contains(byte) {
                isBetweenWords = true
                continue
            }
            if isBetweenWords, !words.isEmpty { words.append(UInt8(ascii: " ")) }
            isBetweenWords = false
            words.append((UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte)
        }
        while let last = words.last, last == UInt8(ascii: ".") || last == UInt8(ascii: "!") { words.removeLast() }
        return String(decoding: words, as: UTF8.self)
    }
}
