/// Finds what a person probably meant: the candidate with the smallest edit distance.
package enum Similarity {
    /// The candidate nearest to a word, or nil when none is near enough to be worth saying. Candidates that differ only
    /// in case, `-` and `_` count as nearest of all. Ties go to the earlier candidate.
    package static func nearest(to word: String, in candidates: some Sequence<String>) -> String? {
        let typed = folded(word)
        let limit = max(1, typed.count / 3)
        var best: (candidate: String, distance: Int)?
        for candidate in candidates {
            let distance = distance(typed, folded(candidate), limit: limit)
            guard distance <= limit, distance < best?.distance ?? Int.max else { continue }
            best = (candidate, distance)
        }
        return best?.candidate
    }

    /// Damerau's optimal string alignment distance, or `limit + 1` as soon as it is certain to exceed the limit.
    static func distance(_ left: [UInt8], _ right: [UInt8], limit: Int) -> Int {
        guard abs(left.count - right.count) <= limit else { return limit + 1 }
        var previous = [Int](repeating: 0, count: right.count + 1)
        var current = Array(0...right.count)
        var beforePrevious = previous
        for i in left.indices {
            (beforePrevious, previous) = (previous, current)
            current[0] = i + 1
            for j in right.indices {
                let cost = left[i] == right[j] ? 0 : 1
                var best = min(previous[j] + cost, previous[j + 1] + 1, current[j] + 1)
                if i > 0, j > 0, left[i] == right[j - 1], left[i - 1] == right[j] {
                    best = min(best, beforePrevious[j - 1] + 1)
                }
                current[j + 1] = best
            }
            if current.min() ?? 0 > limit { return limit + 1 }
        }
        return current[right.count]
    }

    private static func folded(_ word: String) -> [UInt8] {
        word.lowercased().utf8.filter { $0 != UInt8(ascii: "-") && $0 != UInt8(ascii: "_") }
    }
}
