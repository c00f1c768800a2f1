import LiveryDiagnostics

/// All shops by what they have, and who asked for it.
///
/// A shop that changes leaves what it had and enters what it has. The rules then look again at that shop, and at those
/// to whose questions the answer is another now. A full run is an index that was filled from nothing.
struct TenancyIndex: Sendable {
    typealias Shop = TenancyRules.Shop

    /// Something that a shop can have, and that others can ask for.
    enum Key: Hashable, Sendable {
        case fact(Fact.Kind, String)
        case id(String)
        /// The id as ids of apps spell it.
        case name(String)
    }

    /// In the order of their ids.
    private struct Entry {
        var holders = IDs.none
        /// None of the holders, whom it concerns anyway.
        var askers: [String] = []
        var isExpected = false

        var isEmpty: Bool { holders.isEmpty && askers.isEmpty && !isExpected }
    }

    private var shops: [String: Shop] = [:]
    private var entries: [Key: Entry] = [:]
    /// What each shop asked for that it does not have itself.
    private var questions: [String: [Key]] = [:]
    private var found: [String: [TenancyRules.Finding]] = [:]
    /// What somebody should have and nobody has.
    private(set) var idle: Set<Key>

    init(expecting keys: [Key] = []) {
        idle = Set(keys)
        for key in keys { entries[key] = Entry(isExpected: true) }
    }

    /// From now on somebody should have it, or need not.
    mutating func expect(_ key: Key, _ isExpected: Bool) {
        entries[key, default: Entry()].isExpected = isExpected
        if isExpected, holders(of: key).isEmpty { idle.insert(key) } else { idle.remove(key) }
        forget(key)
    }

    /// In the order of their ids.
    func holders(of key: Key) -> [String] { entries[key]?.holders.all ?? [] }

    var count: Int { shops.count }
    var isEmpty: Bool { shops.isEmpty && entries.isEmpty && questions.isEmpty && found.isEmpty }

    /// What the rules say, in the order of the shops to blame.
    var findings: [TenancyRules.Finding] {
        found.sorted { $0.key < $1.key }.flatMap(\.value)
    }

    /// Lets shops enter, change or, with nil, leave.
    mutating func replace(_ changes: [(id: String, shop: Shop?)], threads: Int = 1) {
        var former: [Key: Answer] = [:]
        for (id, shop) in changes {
            for key in (shops[id]?.keys ?? []) + (shop?.keys ?? []) where former[key] == nil {
                guard let entry = entries[key], !entry.askers.isEmpty || entry.holders != .one(id) else { continue }
                former[key] = answer(to: key)
            }
        }
        for (id, shop) in changes { replace(id, with: shop) }
        var concerned = Set(changes.map(\.id))
        for (key, answer) in former where self.answer(to: key) != answer {
            guard let entry = entries[key] else { continue }
            concerned.formUnion(entry.holders.all)
            concerned.formUnion(entry.askers)
        }
        look(at: concerned, threads: threads)
    }

    private mutating func replace(_ id: String, with shop: Shop?) {
        let old = shops[id]?.keys ?? []
        let new = shop?.keys ?? []
        for key in old where !new.contains(key) {
            entries[key]?.holders.removeInOrder(id)
            if let entry = entries[key], entry.isExpected, entry.holders.isEmpty { idle.insert(key) }
            forget(key)
        }
        for key in new where !old.contains(key) {
            entries[key, default: Entry()].holders.insertInOrder(id)
            if !idle.isEmpty { idle.remove(key) }
        }
        shops[id] = shop
    }

    private mutating func forget(_ key: Key) {
        if entries[key]?.isEmpty == true { entries[key] = nil }
    }

    private typealias Look = (id: String, findings: [TenancyRules.Finding], asked: [Key])

    /// Nothing is written while an inquiry holds the index, which would be copied for that.
    private func looks(at ids: Set<String>, threads: Int) -> [Look] {
        // To wake threads takes longer than to look at a few.
        Compiler.concurrentMap(Array(ids), threads: ids.count < 16 ? 1 : threads) { id in
            var inquiry = Inquiry(index: self, shop: shops[id])
            let findings = shops[id].map { TenancyRules.findings(of: $0, among: &inquiry) } ?? []
            return (id, findings, inquiry.questions)
        }
    }

    private mutating func look(at ids: Set<String>, threads: Int) {
        for (id, findings, asked) in looks(at: ids, threads: threads) {
            found[id] = findings.isEmpty ? nil : findings
            let before = questions[id] ?? []
            for key in before where !asked.contains(key) {
                entries[key]?.askers.removeInOrder(id)
                forget(key)
            }
            for key in asked where !before.contains(key) { entries[key, default: Entry()].askers.insertInOrder(id) }
            questions[id] = asked.isEmpty ? nil : asked
        }
    }
}

extension TenancyIndex {
    /// All that a rule can learn of a key.
    fileprivate struct Answer: Equatable {
        let first: Holder?
        let isAlone: Bool
    }

    /// Of a shop that has something, what the rules of other shops may rest on.
    struct Holder: Equatable {
        private let shop: Shop
        /// Where the shop says that it has it; nil for its id.
        let place: SourceSpan?

        fileprivate init(_ shop: Shop, of key: Key) {
            self.shop = shop
            if case .fact(let kind, let value) = key {
                place = shop.facts.first { $0.kind == kind && $0.value == value }?.place
            } else {
                place = nil
            }
        }

        var id: String { shop.id }
        var emails: [String] { shop.values(.email) }
        var iosBundles: [String] { shop.values(.iosBundle) }

        /// Whether both are shops of one chain, which may share what strangers may not.
        func isSister(of other: Shop) -> Bool { shop.group != nil && shop.group == other.group }

        static func == (left: Holder, right: Holder) -> Bool {
            left.id == right.id && left.place == right.place && left.shop.group == right.shop.group
                && left.emails == right.emails && left.iosBundles == right.iosBundles
        }
    }

    fileprivate func answer(to key: Key) -> Answer {
        let holders = holders(of: key)
        return Answer(
            first: holders.first.flatMap { shops[$0] }.map { Holder($0, of: key) }, isAlone: holders.count == 1)
    }

    /// How a rule sees the other shops; what it asks for one of them is noted.
    struct Inquiry {
        fileprivate let index: TenancyIndex
        private let own: [Key]
        fileprivate private(set) var questions: [Key] = []

        fileprivate init(index: TenancyIndex, shop: Shop?) {
            self.index = index
            own = shop?.keys ?? []
        }

        /// Who has it; of several, the first in the order of ids.
        mutating func first(with key: Key) -> Holder? { answer(to: key).first }

        /// Who has the first of these that anybody has.
        mutating func first(withAnyOf keys: [Key]) -> Holder? {
            for key in keys { if let holder = first(with: key) { return holder } }
            return nil
        }

        /// Whether just one shop has it.
        mutating func isAlone(_ key: Key) -> Bool { answer(to: key).isAlone }

        private mutating func answer(to key: Key) -> Answer {
            if !own.contains(key), !questions.contains(key) { questions.append(key) }
            return index.answer(to: key)
        }
    }
}

/// Ids in order. Most of what a shop has nobody else has: for that no array is made.
private enum IDs: Equatable {
    case none
    case one(String)
    case several([String])

    var all: [String] {
        switch self {
        case .none: []
        case .one(let id): [id]
        case .several(let ids): ids
        }
    }

    var isEmpty: Bool { self == .none }

    mutating func insertInOrder(_ id: String) {
        switch self {
        case .none: self = .one(id)
        case .one(id): break
        case .one, .several: change { $0.insertInOrder(id) }
        }
    }

    mutating func removeInOrder(_ id: String) {
        if self != .none { change { $0.removeInOrder(id) } }
    }

    private mutating func change(_ body: (inout [String]) -> Void) {
        var ids = all
        // A list that is held once is changed where it is.
        self = .none
        body(&ids)
        self = ids.isEmpty ? .none : ids.count == 1 ? .one(ids[0]) : .several(ids)
    }
}

extension [String] {
    /// Where an id stands among ids in order, or would stand.
    private func place(of id: String) -> Int {
        var range = indices
        while !range.isEmpty {
            let middle = range.lowerBound + range.count / 2
            range = self[middle] < id ? middle + 1..<range.upperBound : range.lowerBound..<middle
        }
        return range.lowerBound
    }

    /// Once, however often it is inserted.
    mutating func insertInOrder(_ id: String) {
        let place = place(of: id)
        if place == endIndex || self[place] != id { insert(id, at: place) }
    }

    mutating func removeInOrder(_ id: String) {
        let place = place(of: id)
        if place < endIndex, self[place] == id { remove(at: place) }
    }
}
