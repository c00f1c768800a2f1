/// Whether conditions can hold together for any shop. A finer flag holds only with the coarser one that its name begins
/// with: `features.vehicle_garage.vin_scan` with `features.vehicle_garage`.
struct ConditionSolver {
    private var conditions: [Condition]
    /// So many looks are enough for what people write; beyond them all is held possible.
    private var looks = 20_000

    init(_ conditions: [Condition], vocabulary: FactVocabulary) {
        self.conditions = conditions
        let names = Set(conditions.flatMap { $0.facts.map(\.text) })
        for name in names.sorted() where vocabulary.hasFlag(name) {
            for parent in names.sorted() where parent != name && name.hasPrefix(parent + ".") {
                self.conditions.append(.any([.not(.fact(FactName(name))), .fact(FactName(parent))]))
            }
        }
    }

    mutating func isPossible() -> Bool {
        search([:])
    }

    private mutating func search(_ known: [String: Bool]) -> Bool {
        looks -= 1
        guard looks > 0 else { return true }
        var open: String?
        for condition in conditions {
            switch condition.value(known) {
            case false?: return false
            case true?: continue
            case nil: open = open ?? condition.facts.first { known[$0.text] == nil }?.text
            }
        }
        guard let open else { return true }
        return [true, false].contains { value in
            var more = known
            more[open] = value
            return search(more)
        }
    }
}

extension Condition {
    /// nil while it depends on facts that are not known.
    fileprivate func value(_ known: [String: Bool]) -> Bool? {
        switch self {
        case .always: return true
        case .fact(let fact): return known[fact.text]
        case .not(let condition): return condition.value(known).map { !$0 }
        case .all(let conditions):
            let values = conditions.map { $0.value(known) }
            return values.contains(false) ? false : values.contains(nil) ? nil : true
        case .any(let conditions):
            let values = conditions.map { $0.value(known) }
            return values.contains(true) ? true : values.contains(nil) ? nil : false
        }
    }
}
