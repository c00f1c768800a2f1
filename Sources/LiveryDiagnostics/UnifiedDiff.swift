/// The difference between two texts, as `diff -u` and `git diff` write it and `patch` reads it
/// (https://www.gnu.org/software/diffutils/manual/html_node/Detailed-Unified.html).
package enum UnifiedDiff {
    /// Empty for equal texts; otherwise with the paths below `a/` and `b/`, and three lines around each change.
    package static func between(_ old: [UInt8], _ new: [UInt8], path: String, context: Int = 3) -> [UInt8] {
        guard old != new else { return [] }
        let steps = LineComparison(lines(of: old), lines(of: new)).steps()
        var text = Array("--- a/\(path)\n+++ b/\(path)\n".utf8)
        for hunk in hunks(of: steps, context: context) { text += write(hunk) }
        return text
    }

    /// Each line with its break; the last may have none.
    private static func lines(of bytes: [UInt8]) -> [ArraySlice<UInt8>] {
        var lines: [ArraySlice<UInt8>] = []
        var start = 0
        for index in bytes.indices where bytes[index] == UInt8(ascii: "\n") {
            lines.append(bytes[start...index])
            start = index + 1
        }
        if start < bytes.count { lines.append(bytes[start...]) }
        return lines
    }

    /// Changes that stand nearer than twice the context share a hunk.
    private static func hunks(of steps: [LineComparison.Step], context: Int) -> [ArraySlice<LineComparison.Step>] {
        var ranges: [Range<Int>] = []
        for index in steps.indices where steps[index].kind != .both {
            let range = max(0, index - context)..<min(steps.count, index + context + 1)
            if let last = ranges.last, last.upperBound >= range.lowerBound {
                ranges[ranges.count - 1] = last.lowerBound..<range.upperBound
            } else {
                ranges.append(range)
            }
        }
        return ranges.map { steps[$0] }
    }

    private static func write(_ hunk: ArraySlice<LineComparison.Step>) -> [UInt8] {
        guard let first = hunk.first else { return [] }
        let oldCount = hunk.count { $0.kind != .new }
        let newCount = hunk.count { $0.kind != .old }
        // A range without lines is counted from the line before it.
        func range(_ before: Int, _ count: Int) -> String {
            let start = count == 0 ? before : before + 1
            return count == 1 ? "\(start)" : "\(start),\(count)"
        }
        var text = Array("@@ -\(range(first.oldBefore, oldCount)) +\(range(first.newBefore, newCount)) @@\n".utf8)
        for step in hunk {
            text.append(step.kind.rawValue)
            text += step.line
            if step.line.last != UInt8(ascii: "\n") { text += Array("\n\\ No newline at end of file\n".utf8) }
        }
        return text
    }
}

/// The shortest way from one list of lines to another (E. Myers, "An O(ND) Difference Algorithm and Its Variations",
/// 1986).
private struct LineComparison {
    struct Step {
        enum Kind: UInt8 {
            case both = 0x20
            case old = 0x2D
            case new = 0x2B
        }

        let kind: Kind
        let line: ArraySlice<UInt8>
        /// How many lines of either text stand before this step.
        let oldBefore: Int
        let newBefore: Int
    }

    private let old: [ArraySlice<UInt8>]
    private let new: [ArraySlice<UInt8>]

    init(_ old: [ArraySlice<UInt8>], _ new: [ArraySlice<UInt8>]) {
        (self.old, self.new) = (old, new)
    }

    func steps() -> [Step] {
        var steps: [Step] = []
        var (x, y) = (old.count, new.count)
        for (distance, reached) in rounds().enumerated().reversed() {
            let diagonal = x - y
            let isDown = goesDown(diagonal, distance, reached)
            let before = isDown ? diagonal + 1 : diagonal - 1
            let startX = distance == 0 ? 0 : reached[before] ?? 0
            let startY = distance == 0 ? 0 : startX - before
            while x > startX, y > startY {
                (x, y) = (x - 1, y - 1)
                steps.append(Step(kind: .both, line: old[x], oldBefore: x, newBefore: y))
            }
            guard distance > 0 else { break }
            if isDown {
                y -= 1
                steps.append(Step(kind: .new, line: new[y], oldBefore: x, newBefore: y))
            } else {
                x -= 1
                steps.append(Step(kind: .old, line: old[x], oldBefore: x, newBefore: y))
            }
        }
        return steps.reversed()
    }

    /// For each distance, how far each diagonal had been reached before it.
    private func rounds() -> [[Int: Int]] {
        var reached: [Int: Int] = [1: 0]
        var rounds: [[Int: Int]] = []
        for distance in 0...(old.count + new.count) {
            rounds.append(reached)
            for diagonal in stride(from: -distance, through: distance, by: 2) {
                let isDown = goesDown(diagonal, distance, reached)
                var x = isDown ? reached[diagonal + 1] ?? 0 : (reached[diagonal - 1] ?? 0) + 1
                var y = x - diagonal
                while x < old.count, y < new.count, old[x] == new[y] { (x, y) = (x + 1, y + 1) }
                reached[diagonal] = x
                if x >= old.count, y >= new.count { return rounds }
            }
        }
        return rounds
    }

    private func goesDown(_ diagonal: Int, _ distance: Int, _ reached: [Int: Int]) -> Bool {
        diagonal == -distance
            || (diagonal != distance && (reached[diagonal - 1] ?? -1) < (reached[diagonal + 1] ?? -1))
    }
}
