import LiveryDiagnostics

/// Enough of the difference between two texts for a person to see what happened, in a few lines.
enum ShortDifference {
    /// What is larger is not shown.
    static let limit = 1 << 20

    private static let lines = 12
    private static let width = 160

    /// `-` is what is there, `+` what should be.
    static func between(_ old: [UInt8], _ new: [UInt8]) -> [String] {
        guard old.count <= limit, new.count <= limit, !old.contains(0), !new.contains(0) else { return [] }
        let oldLines = old.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        let newLines = new.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        let head = zip(oldLines, newLines).prefix { $0 == $1 }.count
        let tail = zip(oldLines[head...].reversed(), newLines[head...].reversed()).prefix { $0 == $1 }.count
        let removed = oldLines[head..<(oldLines.count - tail)]
        let added = newLines[head..<(newLines.count - tail)]
        // The shortest way from one text to another takes time and room by the square of its length.
        guard removed.count + added.count <= 400 else {
            return shortened(
                ["@@ -\(head + 1),\(removed.count) +\(head + 1),\(added.count) @@"]
                    + removed.prefix(lines / 2).map { shown("-", $0) } + added.prefix(lines / 2).map { shown("+", $0) },
                of: removed.count + added.count + 1)
        }
        let diff = UnifiedDiff.between(old, new, path: "", context: 1).split(separator: UInt8(ascii: "\n")).dropFirst(2)
        return shortened(diff.prefix(lines).map { shown("", $0) }, of: diff.count)
    }

    private static func shortened(_ shown: [String], of count: Int) -> [String] {
        count > shown.count ? shown + ["... \(count - shown.count) more lines"] : shown
    }

    /// Somebody else may have written the line, and a terminal obeys control characters.
    private static func shown(_ mark: String, _ line: ArraySlice<UInt8>) -> String {
        let text = String(decoding: line.prefix(width), as: UTF8.self).unicodeScalars.map { scalar in
            let isControl = scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
            return isControl || (0x202A...0x202E).contains(scalar.value) ? "\u{FFFD}" : Character(scalar)
        }
        return mark + String(text) + (line.count > width ? "..." : "")
    }
}
