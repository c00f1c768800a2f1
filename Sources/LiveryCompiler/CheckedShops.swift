import LiveryDiagnostics

/// What is known of each shop that was checked, and what follows from all of them together. Whatever follows is kept
/// current as shops come, change and go: to ask for it takes no look at each shop.
struct CheckedShops: Sendable {
    private var byID: [String: CheckedShop] = [:]
    private var index: TenancyIndex
    /// Shops of which something is to be said, and those of them that have errors.
    private var marked: Set<String> = []
    private var refused: Set<String> = []
    /// How many shops need each silence.
    private var silences: [Silence: Int] = [:]

    init(expecting keys: [TenancyIndex.Key]) {
        index = TenancyIndex(expecting: keys)
    }

    subscript(id: String) -> CheckedShop? { byID[id] }

    /// Takes in shops that were checked, and lets those go that are nil.
    mutating func replace(_ changes: [(id: String, shop: CheckedShop?)], threads: Int = 1) {
        for (id, shop) in changes {
            for silence in byID[id]?.usedSilences ?? [] { count(silence, -1) }
            for silence in shop?.usedSilences ?? [] { count(silence, 1) }
            Self.mark(id, shop?.diagnostics.isEmpty == false, in: &marked)
            Self.mark(id, shop?.diagnostics.hasErrors == true, in: &refused)
            byID[id] = shop
        }
        index.replace(changes.map { ($0.id, $0.shop?.subject) }, threads: threads)
    }

    private static func mark(_ id: String, _ isMarked: Bool, in set: inout Set<String>) {
        if isMarked { set.insert(id) } else { set.remove(id) }
    }

    private mutating func count(_ silence: Silence, _ difference: Int) {
        let count = silences[silence, default: 0] + difference
        silences[silence] = count == 0 ? nil : count
    }

    /// From now on some shop should use a picture, or none can.
    mutating func expectPicture(_ path: String, _ isThere: Bool) {
        index.expect(.fact(.picture, path), isThere)
    }

    /// The shops that stand on one of some groups or pictures, or may do so once they have no errors.
    func standing(onGroups groups: Set<String>, pictures: Set<String>) -> Set<String> {
        var found: Set<String> = pictures.isEmpty ? [] : refused
        for picture in pictures { found.formUnion(index.holders(of: .fact(.picture, picture))) }
        guard !groups.isEmpty else { return found }
        for (id, shop) in byID where shop.group.map(groups.contains) ?? false { found.insert(id) }
        return found
    }

    /// What was found in shops, in the order of their ids.
    func diagnostics(where isAsked: (String) -> Bool) -> [Diagnostic] {
        marked.filter(isAsked).sorted().flatMap { byID[$0]?.diagnostics ?? [] }
    }

    /// What rules across shops say.
    func findingsAcross(where isAsked: (String) -> Bool) -> [TenancyRules.Finding] {
        index.findings.filter { $0.shops.contains(where: isAsked) }
    }

    /// How many shops are known well enough for the rules across shops.
    var countWithFacts: Int { index.count }
    /// What no shop has of what was expected.
    var idle: Set<TenancyIndex.Key> { index.idle }
    var haveErrors: Bool { !refused.isEmpty }

    func needs(_ silence: Silence) -> Bool { silences[silence] != nil }
}
