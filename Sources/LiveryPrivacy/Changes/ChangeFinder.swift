/// Compares what two bundles promise, fact by fact: what is found does not depend on how either is worded.
package struct ChangeFinder {
    let old: PolicyRecord
    let new: PolicyRecord
    let words: ChangeWords
    private(set) var changes: [PolicyChange] = []

    /// In the order of ``PolicyChange/Kind``; none for two policies that say the same.
    package static func changes(from old: PolicyRecord, to new: PolicyRecord) -> [PolicyChange] {
        var finder = ChangeFinder(old: old, new: new, words: ChangeWords(new))
        finder.findData()
        finder.findUses()
        finder.findRecipients()
        finder.findSale()
        finder.findRetention()
        finder.findPromises()
        finder.findParties()
        finder.findWeb()
        finder.findStatements()
        let order = PolicyChange.Kind.allCases
        return finder.changes.enumerated().sorted { left, right in
            let ranks = [left, right].map { order.firstIndex(of: $0.element.kind) ?? 0 }
            return (ranks[0], left.offset) < (ranks[1], right.offset)
        }.map(\.element)
    }

    mutating func add(_ change: PolicyChange) { changes.append(change) }

    /// Rows that both have, with what they were.
    var kept: [(old: PolicyRecord.Data, new: PolicyRecord.Data)] {
        new.data.compactMap { row in
            old.data.first { $0.category == row.category }.map { ($0, row) }
        }
    }

    var newCategories: Set<String> { Set(new.data.map(\.category)).subtracting(old.data.map(\.category)) }
    var goneCategories: Set<String> { Set(old.data.map(\.category)).subtracting(new.data.map(\.category)) }

    /// Kinds of data that come or go together, such as those of one feature, are one change.
    private mutating func findData() {
        for group in Self.grouped(new.data.filter { newCategories.contains($0.category) }) {
            let (what, why) = (words.data(group.map(\.category)), words.purposes(group[0].purposes))
            let kept = words.period(group[0].kept)
            add(
                PolicyChange(
                    .data, .added, what, after: "to \(why); kept \(kept)", cause: .newData,
                    sentence: "We now keep \(what) to \(why). For how long: \(kept)."))
        }
        for group in Self.grouped(old.data.filter { goneCategories.contains($0.category) }) {
            let what = words.data(group.map(\.category))
            add(PolicyChange(.data, .removed, what, sentence: "We no longer keep \(what)."))
        }
    }

    private static func grouped(_ rows: [PolicyRecord.Data]) -> [[PolicyRecord.Data]] {
        var groups: [[PolicyRecord.Data]] = []
        for row in rows {
            if let place = groups.firstIndex(where: { $0[0].purposes == row.purposes && $0[0].kept == row.kept }) {
                groups[place].append(row)
            } else {
                groups.append([row])
            }
        }
        return groups
    }

    private mutating func findUses() {
        func uses(_ rows: [(PolicyRecord.Data, PolicyRecord.Data)], _ purpose: String) -> [String] {
            rows.filter { !$0.0.purposes.contains(purpose) && $0.1.purposes.contains(purpose) }.map(\.1.category)
        }
        // What is sold or given for ads is told as that.
        let purposes = (new.data + old.data).flatMap(\.purposes).uniqued().filter { $0 != "sale" && $0 != "ads" }
        for purpose in purposes {
            let why = words.purposes([purpose])
            let more = uses(kept.map { ($0.old, $0.new) }, purpose)
            if !more.isEmpty {
                let what = words.data(more)
                add(
                    PolicyChange(
                        .purpose, .added, why, after: what, cause: .newPurpose,
                        sentence: "We now use \(what) to \(why)."))
            }
            let less = uses(kept.map { ($0.new, $0.old) }, purpose)
            if !less.isEmpty {
                let what = words.data(less)
                add(
                    PolicyChange(
                        .purpose, .removed, why, before: what, sentence: "We no longer use \(what) to \(why)."))
            }
        }
        for (before, after) in kept {
            let what = words.data([after.category])
            for source in after.sources where !before.sources.contains(source) {
                let place = words.source(source)
                add(
                    PolicyChange(
                        .source, .added, what, after: "from \(place)",
                        sentence: "We now also get \(what) from \(place)."))
            }
            for source in before.sources where !after.sources.contains(source) {
                add(PolicyChange(.source, .removed, what, before: "from \(words.source(source))"))
            }
            guard before.isNeeded != after.isNeeded else { continue }
            add(
                PolicyChange(
                    .need, .changed, what, before: before.isNeeded ? "needed" : "optional",
                    after: after.isNeeded ? "needed" : "optional",
                    sentence: after.isNeeded
                        ? "We now need \(what). Before, it was up to you."
                        : "We no longer need \(what). It is up to you."))
        }
    }

    private mutating func findRetention() {
        var groups: [(old: PolicyRecord.Period, new: PolicyRecord.Period, categories: [String])] = []
        for (before, after) in kept where before.kept != after.kept {
            let place = groups.firstIndex { $0.old == before.kept && $0.new == after.kept }
            if let place {
                groups[place].categories.append(after.category)
            } else {
                groups.append((before.kept, after.kept, [after.category]))
            }
        }
        for group in groups {
            let what = words.data(group.categories)
            let (before, after) = (words.period(group.old), words.period(group.new))
            guard before != after else {
                add(
                    PolicyChange(
                        .retention, .changed, what, before: "because of \(group.old.because)",
                        after: "because of \(group.new.because)"))
                continue
            }
            let (isLonger, word) = Self.compare(group.old, group.new)
            add(
                PolicyChange(
                    .retention, .changed, what, before: before, after: after, cause: isLonger ? .longerRetention : nil,
                    sentence: "We keep \(what) \(word): \(after). Before, it was \(before)."))
        }
    }

    /// Two starts cannot be compared: another start counts as longer, for nobody is then told too little.
    private static func compare(
        _ old: PolicyRecord.Period, _ new: PolicyRecord.Period
    ) -> (isLonger: Bool, word: String) {
        guard old.after == new.after || new.count == 0 && old.count == 0, let before = days(old), let after = days(new)
        else {
            return (true, "for another time")
        }
        return before < after ? (true, "longer") : (false, before == after ? "for as long" : "for less time")
    }

    /// In twelfths of a day, of months the mean: 7 years and 84 months are the same.
    private static func days(_ period: PolicyRecord.Period) -> Int? {
        switch period.unit {
        case "days": period.count * 12
        case "months": period.count * 365
        case "years": period.count * 365 * 12
        default: nil
        }
    }
}
