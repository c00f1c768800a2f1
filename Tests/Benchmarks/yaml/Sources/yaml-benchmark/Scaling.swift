import Foundation
import LiveryDiagnostics
import LiveryYAML

/// A text that nobody means well, for any size.
struct HostileShape: Sendable {
    let name: String
    /// The count for the smallest of the three sizes.
    let count: Int
    let text: @Sendable (Int) -> String

    init(_ name: String, _ count: Int, _ text: @escaping @Sendable (Int) -> String) {
        self.name = name
        self.count = count
        self.text = text
    }

    /// The same piece again and again.
    private init(_ piece: String, _ count: Int, before: String = "", behind: String = "", _ name: String? = nil) {
        self.init(name ?? "`\(piece)`".replacing("\n", with: "⏎"), count) { count in
            before + String(repeating: piece, count: count) + behind
        }
    }

    private static func closed(_ open: String, _ close: String, _ count: Int) -> HostileShape {
        HostileShape("`\(open)` … `\(close)`", count) { count in
            String(repeating: open, count: count) + "x" + String(repeating: close, count: count)
        }
    }

    static let all = deep + long + many + broken

    private static let deep = [
        HostileShape("[", 100_000), closed("[", "]", 100_000), HostileShape("{a: ", 100_000),
        closed("{a: ", "}", 100_000), HostileShape("{\"\":[", 50_000), closed("[", "]: x", 50_000),
        HostileShape("- ", 100_000), HostileShape("? ", 100_000), HostileShape("- ? ", 50_000),
        HostileShape("block mappings inside each other", 1_000) { count in
            (0..<count).map { String(repeating: " ", count: $0) + "a:\n" }.joined()
        },
    ]

    private static let long = [
        HostileShape("x", 2_000_000, before: "a: ", "one plain scalar"),
        HostileShape("\\n", 1_000_000, before: "a: \"", behind: "\"", "escapes"),
        HostileShape("k", 1_000_000, behind: ": 1", "one key"),
        HostileShape(" ", 2_000_000, before: "a:", behind: "b", "spaces"),
        HostileShape("\n", 1_000_000, before: "a: b", behind: "c: d", "blank lines"),
        HostileShape("# c\n", 500_000, "comments"),
        HostileShape("   \n", 500_000, before: "a: |\n", "blank block scalar"),
        HostileShape("  x\n", 500_000, before: "a:\n", behind: "  y: 1\n", "plain lines before a key"),
        HostileShape("\r", 2_000_000, "carriage returns"),
        HostileShape("\u{FEFF}", 500_000, before: "a: \"", behind: "\"", "byte order marks in quotes"),
        HostileShape("\u{FEFF}\n", 500_000, before: "a\n", behind: "b: c", "byte order marks on lines"),
    ]

    private static let many = [
        HostileShape("1, ", 500_000, before: "[", behind: "]", "flow items"),
        HostileShape("[a]: 1, ", 200_000, before: "[", behind: "]", "flow pairs"),
        HostileShape("anchors", 100_000) { (0..<$0).map { "- &a\($0) x\n" }.joined() },
        HostileShape("- *a\n", 200_000, before: "- &a x\n", "aliases"),
        HostileShape("%TAG directives", 50_000) { (0..<$0).map { "%TAG !t\($0)! x\n" }.joined() + "---\na: 1\n" },
        HostileShape("keys", 100_000) { (0..<$0).map { "key\($0): 1\n" }.joined() },
        HostileShape("key: 1\n", 200_000, "one key again and again"),
        HostileShape("merge keys", 50_000) { (0..<$0).map { "a\($0): &a\($0) {<<: *a\(max(0, $0 - 1))}\n" }.joined() },
        HostileShape("billion laughs", 50_000) { (0..<$0).map { "- &a\($0) [*a\(max(0, $0 - 1)), *a0]\n" }.joined() },
        HostileShape("&x !y ", 200_000, before: "a: ", behind: "z", "properties"),
        HostileShape("--- a\n", 200_000, "documents"), HostileShape("...\n", 500_000, "ends of documents"),
        HostileShape("-\n", 500_000, "empty items"), HostileShape("- 1\n", 500_000, "items of one digit"),
    ]

    private static let broken = [
        HostileShape("a: \"x\n", 200_000, "quotes never closed"),
        HostileShape("a: [\"x\n", 200_000, "quotes in brackets"),
        HostileShape("a: [x\n", 200_000, "brackets never closed"), HostileShape("\tx: 1\n", 200_000, "tabs"),
        HostileShape("\tx: 1\n\n#\n\n", 100_000, before: "a:\n", "tabs and blank lines"),
        HostileShape("a:\n\tb: |\n\t\n", 100_000, "tabs behind block scalars"),
        HostileShape("no key\n", 200_000, before: "a: 1\n", "lines without a colon"),
        HostileShape("  c: 1\n   d: 1\n", 100_000, before: "a:\n    b: 1\n", "wrong indentation"),
        HostileShape(": ", 500_000, before: "a: ", "colons"), HostileShape(",", 1_000_000, before: "[", "commas"),
        HostileShape("]", 1_000_000, "closing brackets"),
        HostileShape("\u{1}", 1_000_000, before: "a: ", "control characters"),
        HostileShape("text that is not UTF-8 at its end", 2_000_000) { count in
            String(repeating: "x", count: count)
        },
    ]

    func bytes(_ factor: Int) -> [UInt8] {
        Array(text(count * factor).utf8) + (name.contains("not UTF-8") ? [0xFF] : [])
    }
}

enum Scaling {
    private static let limits = YAMLLimits(bytes: 1 << 30, depth: 1 << 30, nodes: 1 << 30, aliasExpansion: 1 << 30)

    /// Everything there is to be done with a text: events, the graphs of both profiles, release.
    static let read = Reader(name: "everything") { bytes, _ in
        let file = SourceFile(id: SourceFile.ID(0), path: "text.yaml", bytes: bytes)
        return findings(in: file) + documents(in: file)
    }

    private static func findings(in file: SourceFile) -> Int {
        YAMLDocument.parse(file, limits: limits).diagnostics.count
    }

    private static func documents(in file: SourceFile) -> Int {
        YAMLEvents.read(file, limits: limits).events?.documents(limits: limits).roots.count ?? 0
    }

    /// Prints a line for each shape. Whether all are linear: what is not takes four times as long for each byte when
    /// there are four times as many.
    static func printTable() throws -> Bool {
        print("milliseconds at n, 2n and 4n; time for each byte at 4n to that at n; peak memory at 4n to the text")
        var isLinear = true
        for shape in HostileShape.all {
            let texts = [1, 2, 4].map(shape.bytes)
            let times = texts.map { bytes in (0..<3).map { _ in Timing.time(of: read, bytes) }.min() ?? 0 }
            let growth = times[2] / Double(texts[2].count) / (times[0] / Double(texts[0].count))
            isLinear = isLinear && growth < 3
            let memory = try Memory.inOwnProcess([texts[2]], reader: "everything")
            let name = shape.name.padding(toLength: 34, withPad: " ", startingAt: 0)
            let sizes = String(format: "%.1f MB |", Double(texts[2].count) / 1e6)
            let columns = times.map { String(format: " %.1f |", $0 * 1000) }.joined()
            print("| \(name) | \(sizes)\(columns)" + String(format: " %.2f | ", growth) + "\(memory) |")
            fflush(nil)
        }
        return isLinear
    }
}
