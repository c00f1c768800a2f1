package import LiveryBundle
package import LiveryDiagnostics

/// A compiler that remembers: after a change it checks again what the change can have altered, and nothing else. The
/// findings are those of a clean run over the same input, in the same order.
///
/// ``Compiler/compile(_:only:emitBundles:threads:)`` is a session that lives for one run.
package struct CompilerSession: Sendable {
    private(set) var prepared: Prepared
    /// A shop that is not here waits in `pending`.
    private(set) var kept: CheckedShops
    /// Shops that must be checked, or checked again.
    package private(set) var pending: Set<String>
    /// The pending shops, the first to come last, among some that are done.
    private var queue: [String]
    /// In the order of their ids.
    package private(set) var shops: [String]
    /// Where each file stands in a clean run, by number; nil while the numbers say so themselves.
    private var order: [UInt32]?
    /// What an earlier run has found over all shops, where nothing has changed since, so that nobody looks why.
    private let conclusion: [Diagnostic]?

    /// `records` are what an earlier run left of shops all of whose inputs are as they were then; the texts of their
    /// own files are not looked at.
    package init(_ input: CompilationInput, keeping records: [String: ShopRecord] = [:]) {
        let prepared = Prepared(input)
        self.prepared = prepared
        conclusion = nil
        shops = input.shops.keys.sorted()
        var kept = CheckedShops(
            expecting: TenancyRules.expected(groups: Array(prepared.groups.keys), pictures: input.assets.paths))
        if !records.isEmpty {
            let files = Dictionary(
                prepared.sources.files.map { ($0.path, $0.id) }, uniquingKeysWith: { first, _ in first })
            kept.replace(shops.map { id in (id, records[id].flatMap { CheckedShop($0, shop: id, files: files) }) })
        }
        self.kept = kept
        queue = shops.filter { kept[$0] == nil }.reversed()
        pending = Set(queue)
    }

    /// A session over an input in which nothing has changed since an earlier run came to a ``conclusion(_:)``; nil when
    /// that cannot be read.
    package init?(_ input: CompilationInput, concluded bytes: [UInt8]) {
        prepared = Prepared(input)
        let files = Dictionary(prepared.sources.files.map { ($0.path, $0.id) }, uniquingKeysWith: { first, _ in first })
        guard let found = FindingsRecord.diagnostics(from: bytes, files: files) else { return nil }
        conclusion = found
        kept = CheckedShops(expecting: [])
        shops = input.shops.keys.sorted()
        pending = []
        queue = []
    }

    /// The findings over all shops, as the next run can read them.
    package func conclusion(_ findings: [Diagnostic]) -> [UInt8] {
        FindingsRecord.bytes(of: findings, in: sources)
    }

    package func knows(_ shop: String) -> Bool { prepared.input.shops[shop] != nil }

    /// What the next run may know of a shop; nil while it has errors.
    package func record(of shop: String) -> ShopRecord? {
        kept[shop]?.record(in: prepared.sources)
    }

    /// What a shop that was checked was made from; nil while it has errors.
    package func inputs(of shop: String) -> ShopInputs? {
        kept[shop]?.inputs
    }

    package func hasRecord(of shop: String) -> Bool {
        kept[shop]?.isRecordable ?? false
    }

    /// Gives a shop's file its text, of which only the spans of kept findings were known.
    package mutating func supply(_ bytes: [UInt8], of shop: String) {
        prepared.supply(bytes, of: shop)
    }

    package var sources: SourceMap { prepared.sources }
    package var rulings: Rulings { prepared.rulings }

    /// Takes over a newer state of the workspace and marks the shops that it can have altered. Gives those whose own
    /// files are new or different; they are the ones that somebody waits for. `reread` says in which files the states
    /// can differ, where that is known.
    @discardableResult
    package mutating func update(to input: CompilationInput, rereading reread: RereadFiles? = nil) -> Set<String> {
        let change = InputChange(from: prepared.input, to: input, rereading: reread)
        guard !change.isEmpty || prepared.input.problems != input.problems else {
            prepared.replaceShopProblems(input.shopProblems)
            return []
        }
        guard !change.isShared, prepared.input.problems == input.problems, !shops.isEmpty else {
            self = CompilerSession(input)
            return change.shops
        }
        let added = change.shops.filter { !knows($0) }
        var marked = kept.standing(onGroups: change.groups, pictures: change.pictures)
        prepared.replaceShops(change.shops, removing: change.removedShops, from: input)
        prepared.replaceGroups(change.groups, from: input)
        if !change.pictures.isEmpty { prepared.replaceAssets(input.assets) }
        for path in change.pictures { kept.expectPicture(path, input.assets.has(path)) }
        kept.replace(change.removedShops.sorted().map { ($0, nil) })
        pending.subtract(change.removedShops)
        marked.subtract(change.removedShops)
        marked.subtract(change.shops)
        pending.formUnion(marked)
        pending.formUnion(change.shops)
        queue += marked.sorted(by: >) + change.shops.sorted(by: >)
        for shop in added { shops.insertInOrder(shop) }
        for shop in change.removedShops { shops.removeInOrder(shop) }
        if !added.isEmpty || !change.removedShops.isEmpty { order = cleanOrder() }
        return change.shops
    }

    /// A run that reads the workspace anew numbers the platform's file, the groups, the shops, and then the rest.
    private func cleanOrder() -> [UInt32] {
        let files = prepared.sources.files
        let ofShops = shops.compactMap { prepared.input.shops[$0]?.id }
        let isShop = Set(ofShops)
        let others = files.map(\.id).filter { !isShop.contains($0) }
        let first = prepared.input.groups.values.map(\.id).max() ?? prepared.input.platform?.id
        let split = first.flatMap { first in others.firstIndex { $0 > first } } ?? 0
        var order = [UInt32](repeating: 0, count: files.count)
        for (place, id) in (others[..<split] + ofShops + others[split...]).enumerated() {
            order[Int(id.rawValue)] = UInt32(place)
        }
        return order
    }

    /// Takes a bundle as soon as it is made, on the thread that made it, so that few are in memory at a time.
    package typealias Receiver = @Sendable (_ shop: String, _ bundle: Bundle) -> Void

    /// Checks up to `limit` of the pending shops, at any rate those in `urgent`, and gives them in the order of their
    /// ids; with the bundle of those for which `emitsBundle` asks. A receiver gets the bundles instead.
    package mutating func work(
        urgent: Set<String> = [], limit: Int = .max, threads: Int = 1,
        emitsBundle: @Sendable (String) -> Bool = { _ in false }, receiver: Receiver? = nil
    ) -> [CompiledShop] {
        let worked = check(next(limit, urgent: urgent), threads, emitsBundle, receiver)
        kept.replace(worked.map { ($0.id, $0.checked) }, threads: threads)
        return worked.map(\.shop)
    }

    /// Checks all pending shops, `size` at a time, until `isOver`, and tells `report` of each such piece. The texts of
    /// shops in which nothing was found are not needed any more, ten thousand at a time: `forgets` lets go of them.
    package mutating func work(
        inPiecesOf size: Int, threads: Int, forgets: Bool, emitsBundle: @Sendable (String) -> Bool,
        receiver: @escaping Receiver, isOver: () -> Bool, report: (_ piece: [CompiledShop], _ left: Int) -> Void
    ) {
        var former: [Checked] = []
        while !pending.isEmpty, !isOver() {
            // The rules across shops look at one piece while the next is worked on.
            let piece = check(next(size), threads, emitsBundle, receiver, takingIn: former)
            if forgets { forgetTexts(of: piece) }
            former = piece
            report(piece.map(\.shop), pending.count)
        }
        kept.replace(former.map { ($0.id, $0.checked) }, threads: threads)
    }

    private typealias Checked = (id: String, checked: CheckedShop, shop: CompiledShop)

    /// The shops to be checked now, in order.
    private mutating func next(_ limit: Int, urgent: Set<String> = []) -> [String] {
        var chosen = urgent.intersection(pending)
        while chosen.count < limit, let id = queue.popLast() {
            if pending.contains(id) { chosen.insert(id) }
        }
        return chosen.sorted()
    }

    /// What is found is the caller's to take in; meanwhile `former` is, which was found before.
    private mutating func check(
        _ ids: [String], _ threads: Int, _ emitsBundle: @Sendable (String) -> Bool, _ receiver: Receiver?,
        takingIn former: [Checked] = []
    ) -> [Checked] {
        let prepared = prepared
        // Only the thread that takes in looks at it until all are done.
        nonisolated(unsafe) var kept = CheckedShops(expecting: [])
        swap(&kept, &self.kept)
        defer { swap(&kept, &self.kept) }
        let takeIn: @Sendable () -> Void = { kept.replace(former.map { ($0.id, $0.checked) }) }
        let checked = Compiler.concurrentMap(ids, threads: threads, first: takeIn) { id -> Checked in
            let outcome = ShopCompiler(prepared: prepared, id: id).compile(emitBundle: emitsBundle(id))
            let checked = CheckedShop(
                diagnostics: outcome.result.diagnostics, group: outcome.group, subject: outcome.subject,
                usedSilences: outcome.usedSilences,
                inputs: outcome.inputs, day: outcome.day)
            guard let receiver else { return (id, checked, outcome.result) }
            if let bundle = outcome.result.bundle { receiver(id, bundle) }
            return (id, checked, CompiledShop(id: id, tenant: nil, bundle: nil, diagnostics: checked.diagnostics))
        }
        pending.subtract(ids)
        return checked
    }

    /// A finding that points into one of them needs its text again: see ``supply(_:of:)``.
    private mutating func forgetTexts(of piece: [Checked]) {
        for one in piece where one.checked.inputs != nil && one.shop.diagnostics.isEmpty {
            prepared.supply([], of: one.id)
        }
    }

    /// Everything that is wrong, or what concerns the shops in `only`; and the shops that a rule across shops refuses.
    /// Shops that are still pending are left out.
    package func findings(only: Set<String> = []) -> (diagnostics: [Diagnostic], refused: Set<String>) {
        if let conclusion { return (conclusion, []) }
        func isAsked(_ id: String) -> Bool { only.isEmpty || only.contains(id) }
        let across = kept.findingsAcross(where: isAsked)
        let unreadable = prepared.input.shopProblems.filter { isAsked($0.key) }
        let unknown = only.subtracting(shops).subtracting(unreadable.keys).sorted().map {
            Diagnostic.unknownShop($0, known: shops)
        }
        let own = kept.diagnostics(where: isAsked)
        let everything =
            prepared.diagnostics + unreadable.flatMap(\.value) + unknown + across.map(\.diagnostic) + own
            + (only.isEmpty ? leftovers : [])
        let refused = across.filter { $0.diagnostic.severity == .error }.reduce(into: Set<String>()) {
            $0.formUnion($1.shops)
        }
        return (judged(everything).sortedAndUnique(in: order), prepared.hasSoundCatalogue ? refused : Set(shops))
    }

    /// What no shop needs. While a shop waits or has errors, nobody knows what it needs.
    private var leftovers: [Diagnostic] {
        guard kept.countWithFacts == shops.count, prepared.input.shopProblems.isEmpty, !kept.idle.isEmpty else {
            return []
        }
        return TenancyRules.leftovers(kept.idle, groups: prepared.groupPlaces)
    }

    /// What the workspace leaves of findings, and the silences of shared files that no finding needs.
    private func judged(_ findings: [Diagnostic]) -> [Diagnostic] {
        let (left, used) = rulings.judge(findings)
        // While anything is wrong or waits, a finding of a shared file may only not have been reached yet.
        guard pending.isEmpty, !left.hasErrors, !kept.haveErrors else { return left }
        let unused = rulings.silences.filter { !used.contains($0) && !kept.needs($0) }
        return left + rulings.settled(unused.map { .unusedSilence($0, in: prepared.sources[$0.span.file]) })
    }

    /// Makes the bundles of shops that have no errors.
    package func emit(_ ids: [String], threads: Int, receiver: Receiver) {
        let prepared = prepared
        _ = Compiler.concurrentMap(ids.filter { prepared.input.shops[$0] != nil }, threads: threads) { id in
            let bundle = ShopCompiler(prepared: prepared, id: id).compile(emitBundle: true).result.bundle
            if let bundle { receiver(id, bundle) }
        }
    }

    /// The bundles of shops that have no errors, in the order of their ids.
    package func bundles(of ids: [String], threads: Int) -> [(shop: String, bundle: Bundle)] {
        let prepared = prepared
        let known = ids.filter { prepared.input.shops[$0] != nil }
        return Compiler.concurrentMap(known, threads: threads) { id in
            (id, ShopCompiler(prepared: prepared, id: id).compile(emitBundle: true).result.bundle)
        }.compactMap { id, bundle in bundle.map { (id, $0) } }
    }
}

/// The files that were read again between two states of a workspace: all others are as they were.
package struct RereadFiles: Sendable {
    package let shops: Set<String>
    package let groups: Set<String>

    package init(shops: Set<String>, groups: Set<String>) {
        self.shops = shops
        self.groups = groups
    }
}

/// How two states of a workspace differ, as far as it matters to what must be checked again.
private struct InputChange {
    /// Whether something changed that any shop can stand on.
    let isShared: Bool
    /// Shops whose own file is new or different.
    let shops: Set<String>
    let removedShops: Set<String>
    /// Groups and pictures that are different; among the pictures also those that came or went.
    let groups: Set<String>
    let pictures: Set<String>

    var isEmpty: Bool {
        !isShared && shops.isEmpty && removedShops.isEmpty && groups.isEmpty && pictures.isEmpty
    }

    init(from old: CompilationInput, to new: CompilationInput, rereading reread: RereadFiles?) {
        let knownShops = reread?.shops ?? Set(old.shops.keys).union(new.shops.keys)
        shops = knownShops.filter { id in new.shops[id].map { $0.bytes != old.shops[id]?.bytes } ?? false }
        removedShops = knownShops.filter { old.shops[$0] != nil && new.shops[$0] == nil }
        groups = (reread?.groups ?? Set(old.groups.keys)).filter { old.groups[$0]?.bytes != new.groups[$0]?.bytes }
        isShared =
            reread == nil
            && (old.platform?.bytes != new.platform?.bytes || old.groups.keys != new.groups.keys
                || !Self.isSame(old.clauses, new.clauses) || !Self.isSame(old.integrations, new.integrations))
        pictures = reread == nil ? old.assets.changes(to: new.assets) : []
    }

    private static func isSame(_ old: [String: SourceFile], _ new: [String: SourceFile]) -> Bool {
        old.count == new.count && old.allSatisfy { new[$0.key]?.bytes == $0.value.bytes }
    }
}
