import CFyaml
import Foundation
import LiveryDiagnostics
import LiveryYAML

enum Events {
    /// Without `---` and `...`, which libfyaml's events do not tell apart in the same way; nil when it is refused.
    static func ours(_ bytes: [UInt8]) -> String? {
        let file = SourceFile(id: SourceFile.ID(0), path: "text.yaml", bytes: bytes)
        let (events, faults) = YAMLEvents.read(file, limits: .definition)
        guard let events, !faults.hasErrors else { return nil }
        let lines = events.eventText.split(separator: "\n").map { line in
            line == "+DOC ---" ? "+DOC" : line == "-DOC ..." ? "-DOC" : line
        }
        return lines.joined(separator: "\n") + "\n"
    }

    static func theirs(_ bytes: [UInt8]) -> String? {
        var text = [CChar](repeating: 0, count: 1 << 16)
        let size = bytes.withUnsafeBytes { raw in
            raw.withMemoryRebound(to: CChar.self) { cfyaml_events($0.baseAddress, $0.count, &text, text.count) }
        }
        return size < 0 ? nil : String(decoding: text[..<size].map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
}

enum Mutation {
    private static let pieces: [[UInt8]] = [
        "-", "?", ":", ",", "[", "]", "{", "}", "#", "&a ", "*a", "!", "!!str ", "|", ">", "'", "\"", "%", "@", " ",
        "  ",
        "\n", "\n  ", "\\", "a", "- ", ": ", "? ", "---\n", "...\n", "é", "\t", "0", "<<",
    ].map { Array($0.utf8) }

    static func texts(below folder: String) -> [[UInt8]] {
        let paths = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
        return paths.filter { $0.hasSuffix("in.yaml") }.sorted().compactMap { path in
            FileManager.default.contents(atPath: folder + "/" + path).map { Array($0) }
        }.filter { !$0.isEmpty && $0.count < 400 }
    }

    /// A case with one to three pieces put in, taken out or replaced, or two cases spliced.
    static func apply(to texts: [[UInt8]], _ random: inout SplitMix64) -> [UInt8] {
        var bytes = texts[random.below(texts.count)]
        if random.below(8) == 0 {
            let other = texts[random.below(texts.count)]
            bytes = Array(bytes.prefix(random.below(bytes.count + 1)) + other.suffix(random.below(other.count + 1)))
        }
        for _ in 0...random.below(3) {
            let place = random.below(bytes.count + 1)
            switch random.below(3) {
            case 0: bytes.insert(contentsOf: pieces[random.below(pieces.count)], at: place)
            case 1 where place < bytes.count: bytes.remove(at: place)
            default: if place < bytes.count { bytes[place] = pieces[random.below(pieces.count)][0] }
            }
        }
        return bytes
    }
}

struct SplitMix64 {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    mutating func below(_ count: Int) -> Int { Int(next() % UInt64(count)) }
}
