import Foundation

/// Texts to compare: printed trees, pieces of YAML put together at random, and known texts with some damage.
struct Texts {
    private let known: [[UInt8]]
    private var random: SplitMix64

    private static let pieces: [[UInt8]] = [
        "-", "?", ":", ",", "[", "]", "{", "}", "#", "&a ", "*a", "!", "!!str ", "|", ">", "'", "\"", "%", "@", " ",
        "  ", "\n", "\n  ", "\\", "a", "- ", ": ", "? ", "---\n", "...\n", "é", "\t", "0", "<<", "\r\n", "\r",
        "%YAML 1.2\n", "%TAG !e! tag:e,1:\n", "!e!x ", "!<x> ", "\n\n", "\n ", "\n    ", " #c\n", "|\n", ">-\n", "|2\n",
        "\u{FEFF}", "\\x41", "\\\n", "''", "a: b\n", "- a\n", "[a, b]", "{a: b}", "\"a\": ", "*a : ", "&b", "\u{85}",
    ].map { Array($0.utf8) }

    /// All files below the folders that are neither empty nor long.
    init(folders: [String], seed: UInt64) {
        random = SplitMix64(state: seed)
        known = folders.flatMap { folder in
            let paths = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
            let isSuite = paths.contains { $0.hasSuffix("in.yaml") }
            return paths.filter { !isSuite || $0.hasSuffix("in.yaml") }.sorted().compactMap { path in
                FileManager.default.contents(atPath: folder + "/" + path).map { Array($0) }
            }
        }.filter { !$0.isEmpty && $0.count < 400 }
    }

    mutating func next() -> [UInt8] {
        switch random.below(16) {
        case 0: printed()
        case 1: damaged(printed())
        case 2, 3: (0...random.below(14)).flatMap { _ in Self.pieces[random.below(Self.pieces.count)] }
        case 4, 5: spliced()
        default: damaged(known[random.below(known.count)])
        }
    }

    private mutating func printed() -> [UInt8] {
        var printer = RandomPrinter(seed: random.next())
        let text = printer.document(printer.randomTree(depth: 3))
        return Array(text.utf8.prefix(1_000))
    }

    private mutating func spliced() -> [UInt8] {
        let (one, other) = (known[random.below(known.count)], known[random.below(known.count)])
        return Array(one.prefix(random.below(one.count + 1)) + other.suffix(random.below(other.count + 1)))
    }

    /// With one to three pieces put in, taken out or replaced.
    private mutating func damaged(_ text: [UInt8]) -> [UInt8] {
        var bytes = text
        for _ in 0...random.below(3) {
            let place = random.below(bytes.count + 1)
            let piece = Self.pieces[random.below(Self.pieces.count)]
            switch random.below(3) {
            case 0: bytes.insert(contentsOf: piece, at: place)
            case 1 where place < bytes.count: bytes.remove(at: place)
            default: if place < bytes.count { bytes[place] = piece[0] }
            }
        }
        return bytes
    }
}
