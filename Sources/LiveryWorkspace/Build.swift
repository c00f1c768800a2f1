import LiveryBundle
package import LiveryCompiler
package import LiveryDiagnostics
package import LiveryTenant

/// A run that goes on from the one before: it looks at every file of the workspace and of the output, and works on the
/// shops of which anything is not as it was. What it finds and writes is what a clean run would.
package struct Build: Sendable {
    /// Why the bundle of a shop must be made.
    package enum Reason: Hashable, Sendable {
        /// No run has left anything about the shop.
        case unknown
        case changed(String)
        case appeared(String)
        case vanished(String)
        /// A silence that runs out may have done so.
        case otherDay
        /// A run checked it and did not write it.
        case unwritten
        /// Somebody was at the bundle.
        case touched
        /// Files that Livery did not write stand in its folder.
        case mixed
    }

    package private(set) var workspace: Workspace
    package private(set) var session: CompilerSession
    /// The shops that were asked for and whose bundles are not known to be current, with all reasons for each.
    package private(set) var reasons: [String: [Reason]]
    /// Why there is nothing to go on from.
    package let absence: State.Absence?
    /// Why the parts cannot be taken over; nothing may be published then.
    package let misfit: Parts.Problem?
    /// Where bundles come from that other machines have made.
    private let parts: Parts?

    private let root: String
    private let output: String
    private let started: Int64
    /// Before anything was read of it.
    private let outputVersion: OutputVersion
    /// What the findings over all shops rest on; nil where not all are looked at.
    private let ground: Checksum?
    /// Whether all is known already, what is to be said included.
    let isConcluded: Bool
    /// nil while nobody can say which compiler this is; then nothing is remembered.
    private var state: State?
    /// Shops that are as the run before left them.
    private let unchanged: Set<String>
    private var checked: Set<String> = []
    private var published: Set<String> = []

    /// Empty `asked` is all shops. A `part` works on its shops alone and remembers nothing; of `parts`, what they found
    /// and made is taken over. They must fit: see ``misfit``. Files that are younger than `started` by less than the
    /// tick of any clock are read again by the next run.
    package init(
        at root: String, output: String, asked: Set<String> = [], today: CalendarDate?, threads: Int,
        part: Part? = nil, parts: Parts? = nil, started: Int64 = FileVersion.now()
    ) {
        self.started = started
        outputVersion = OutputVersion(of: output)
        let remembers = part == nil && parts?.hasBundles ?? true
        let (state, absence) = remembers ? State.load(from: output) : (nil, nil)
        var memory = Memory(state, at: root, today: today, part: part, threads: threads)
        var records = memory.records
        func isAsked(_ shop: String) -> Bool { asked.isEmpty || asked.contains(shop) }
        var reasons = memory.reasons.filter { isAsked($0.key) }
        let known = records.keys.filter(isAsked).sorted()
        let found = Self.reasons(in: output, of: known, state: state, threads: threads)
        for case (let shop, let reason?) in zip(known, found) { reasons[shop] = [reason] }
        misfit = parts?.misfit(with: &memory)
        records.merge(parts?.records(of: memory.workspace, on: today) ?? [:]) { known, _ in known }

        let isWhole = part == nil && parts == nil && asked.isEmpty
        ground = isWhole ? memory.ground : nil
        let conclusion = isWhole && reasons.isEmpty ? memory.conclusion : nil

        // A shop that is worked on needs its text.
        let needed = memory.workspace.unread.filter { records[$0] == nil || reasons[$0] != nil }
        var workspace = memory.workspace
        if !needed.isEmpty { workspace.reread(Set(needed.map { "tenants/shops/\($0).yaml" }), at: root) }
        self.workspace = workspace
        let concluded = conclusion.flatMap { CompilerSession(workspace.input, concluded: $0) }
        isConcluded = concluded != nil
        session = concluded ?? CompilerSession(workspace.input, keeping: records)
        unchanged = Set(records.keys)
        self.reasons = reasons
        self.absence = absence
        self.parts = parts
        self.state = state
        self.root = root
        self.output = output
    }

    /// Bundles that stand beside their places.
    package struct Drafts: Sendable {
        fileprivate let items: [Drafting.Item]
        /// Why some are missing; then none is to be published.
        package let failure: SystemError?
        /// Likewise, where they should have come from another machine.
        package let problem: Parts.Problem?

        package var count: Int { items.count }
        package var shops: Set<String> { Set(items.map(\.draft.shop)) }
    }

    package var noDrafts: Drafts { Drafts(items: [], failure: nil, problem: nil) }

    /// Whether a shop must be looked at.
    package var hasWork: Bool { !session.pending.isEmpty || !reasons.isEmpty }

    /// Shops for each thread between two looks at whether the run is over, and at how far it is.
    private static let piece = 128

    /// Checks the shops that are not known, and builds the bundles that must be made, and may be, beside their places.
    package mutating func check(
        threads: Int, adopting: Bool = false, with publisher: borrowing Publisher,
        isOver: @escaping @Sendable () -> Bool = { false }, progress: (_ left: Int) -> Void = { _ in }
    ) -> Drafts {
        let (bench, written) = (publisher.bench, state?.shops ?? [:])
        let drafting = Drafting(
            on: bench, known: { written[$0]?.output.paths ?? [] }, adopting: adopting, isOver: isOver)
        let receiver: CompilerSession.Receiver = { shop, bundle in drafting.take(bundle, of: shop) }
        let stale = Set(reasons.keys)
        // A part keeps the texts: its facts are taken from them.
        let forgets = workspace.part == nil
        session.work(
            inPiecesOf: Self.piece * threads, threads: threads, forgets: forgets,
            emitsBundle: { stale.contains($0) }, receiver: receiver, isOver: isOver
        ) { worked, left in
            checked.formUnion(worked.map(\.id))
            if forgets { workspace.forgetTexts(of: worked.filter(\.diagnostics.isEmpty).map(\.id)) }
            progress(left)
        }
        let refused = findings().refused
        let left = isOver() ? [] : stale.subtracting(checked).subtracting(refused).sorted()
        var problem: Parts.Problem?
        if let parts {
            problem = parts.emit(left, threads: threads, isOver: isOver, receiver: receiver)
        } else {
            session.emit(left, threads: threads, receiver: receiver)
        }
        let items = drafting.items
        for item in items where refused.contains(item.draft.shop) { bench.abandon(item.draft) }
        return Drafts(
            items: items.filter { !refused.contains($0.draft.shop) }, failure: drafting.failure, problem: problem)
    }

    /// Everything that is wrong, or what concerns the shops in `only`, and the shops that get no bundle for what they
    /// share with others. The rules across shops are left to the merge of all parts.
    package func findings(only: Set<String> = []) -> (diagnostics: [Diagnostic], refused: Set<String>) {
        workspace.part == nil ? session.findings(only: only) : session.partialFindings
    }

    /// Writes down what a merge must know of the part that this run was about. Of bundles that were published, the
    /// manifests are read again.
    package func leaveFacts(hasBundles: Bool) throws(SystemError) {
        guard let part = workspace.part else { return }
        let compiler = CompilerIdentity.current()?.facts ?? .unknown
        let manifests = hasBundles ? try self.manifests : nil
        let facts = session.facts(of: part, compiler: compiler, manifests: manifests)
        let place = output + "/" + FactsFile.name
        if try FileSystem.status(place) != nil {
            let former = try FileSystem.read(place, limit: Parts.limit)
            guard former.map(FactsFile.seemsToBe) ?? false else { throw SystemError.exists(place) }
        }
        try Workspace.writeReport(place, facts.bytes)
    }

    /// Of the shops that were checked; nil for each that has errors.
    package var contentKeys: [String?] { session.shops.map { session.inputs(of: $0)?.contentKey() } }

    private var manifests: [String: String] {
        get throws(SystemError) {
            var manifests: [String: String] = [:]
            for shop in published.sorted() {
                let place = output + "/" + shop + "/" + PublishedManifest.path
                guard try FileSystem.status(place)?.kind == .file,
                    let bytes = try FileSystem.read(place, limit: Workspace.definitionLimit)
                else { continue }
                manifests[shop] = SHA256.hexDigest(bytes)
            }
            return manifests
        }
    }

    /// Checks the shops that are not known where nothing can be written.
    package mutating func checkOnly(threads: Int) {
        checked.formUnion(session.work(threads: threads).map(\.id))
    }

    /// Throws drafts away that are not to be published.
    package func abandon(_ drafts: Drafts, with publisher: borrowing Publisher) {
        for item in drafts.items { publisher.bench.abandon(item.draft) }
    }

    /// Reads the texts that the findings point into. False when one is not what it was.
    package mutating func supplyTexts(for diagnostics: [Diagnostic]) -> Bool {
        let files = diagnostics.reduce(into: Set<SourceFile.ID>()) { $0.formUnion($1.files) }
        for file in files.sorted() {
            let path = session.sources[file].path
            guard let shop = WorkspaceReader.shop(ofDefinition: path), workspace.unread.contains(shop) else { continue }
            let place = Workspace.path(path, in: root)
            guard let bytes = try? FileSystem.read(place, limit: Workspace.definitionLimit),
                ContentDigest(of: bytes) == digest(of: path, shop)
            else { return false }
            session.supply(bytes, of: shop)
        }
        return true
    }

    /// What a definition held when it was looked at, now or by an earlier run.
    private func digest(of path: String, _ shop: String) -> ContentDigest? {
        let input = session.inputs(of: shop)?.inputs.first { $0.path == path }
        return input?.digest ?? state?.files[path]?.digest
    }

    /// Whether another run has been at the output since this one looked at it, or is at it. What it may yet put there
    /// can be older than what was read here, so nothing must be concluded from how the bundles were.
    package var isOvertaken: Bool { outputVersion.isOvertaken(in: output) }

    /// Whether what was read is what stands there, now that nobody else can publish.
    package func isCurrent(threads: Int) -> Bool {
        !outputVersion.isOvertakenBeforeLock(in: output) && workspace.isCurrent(at: root, threads: threads)
    }

    /// Puts drafts into their places and tells `report` of each. On an error the rest of the places stay as they are.
    package mutating func publish(
        _ drafts: Drafts, threads: Int, with publisher: borrowing Publisher, isOver: () -> Bool = { false },
        report: (_ shop: String, _ outcome: Publisher.Outcome) -> Void
    ) throws(SystemError) {
        let bench = publisher.bench
        for start in stride(from: 0, to: drafts.count, by: Self.piece * threads) where !isOver() {
            let part = Array(drafts.items[start..<min(start + Self.piece * threads, drafts.count)])
            for item in part { state?.shops[item.draft.shop]?.output = .unknown }
            let settled = Compiler.concurrentMap(part, threads: threads) { item in
                Result { () throws(SystemError) in try Self.settle(item, on: bench) }
            }
            for (item, result) in zip(part, settled) {
                remember(item, try result.get())
                report(item.draft.shop, item.draft.outcome)
            }
        }
    }

    private static func settle(_ item: Drafting.Item, on bench: Workbench) throws(SystemError) -> OutputSeal? {
        let seal = try bench.settle(item.draft)
        return switch item.draft.outcome.change {
        case .unchanged: item.formerSeal
        case .written: seal
        case .blocked: nil
        }
    }

    private mutating func remember(_ item: Drafting.Item, _ seal: OutputSeal?) {
        let shop = item.draft.shop
        guard session.hasRecord(of: shop) else { return }
        let output = seal.map { State.Output.sealed(item.layout, $0) } ?? .unknown
        let isPure = item.draft.outcome.foreign.isEmpty
        state?.shops[shop] = State.Shop(record: nil, output: isPure ? output : .mixed)
        published.insert(shop)
    }

    /// Takes over what is known now; whether that is more than the run before left. `findings`
    /// are those over all shops.
    package mutating func settle(_ findings: (diagnostics: [Diagnostic], refused: Set<String>)) -> Bool {
        guard var next = state, !isConcluded else { return false }
        let known = Set(workspace.shops)
        for shop in next.shops.keys where !known.contains(shop) { next.shops[shop] = nil }
        for shop in checked.subtracting(published) {
            if session.hasRecord(of: shop) { next.shops[shop] = State.Shop(record: nil, output: .unknown) }
        }
        next.files = [:]
        // The record of a shop that has errors now is about its files as they were.
        for (id, shop) in next.shops where isKnown(id) {
            for input in (shop.record?.inputs ?? session.inputs(of: id))?.inputs ?? [] {
                guard let digest = input.digest, let version = workspace.versions[input.path],
                    State.remembers(input.path), version.isSettled(at: started)
                else { continue }
                next.files[input.path] = State.KnownFile(version: version, digest: digest)
            }
        }
        let isSound = session.pending.isEmpty && findings.refused.isEmpty && !findings.diagnostics.hasErrors
        next.conclusion = ground.flatMap { ground in
            isSound ? State.Conclusion(ground: ground, findings: session.conclusion(findings.diagnostics)) : nil
        }
        let isNew =
            absence != nil || next.conclusion != state?.conclusion || !reasons.isEmpty || !checked.isEmpty
            || next.files != state?.files || next.shops.count != state?.shops.count
        state = next
        return isNew
    }

    private func isKnown(_ shop: String) -> Bool {
        unchanged.contains(shop) || (checked.contains(shop) && session.hasRecord(of: shop))
    }

    /// Leaves what is known to the next run.
    package func save(with publisher: borrowing Publisher) throws(SystemError) {
        if let state { try publisher.keep(state, with: session) }
    }

    /// Saves what a run has learnt that had nothing to publish. Another run that is at it knows better.
    package mutating func saveQuietly(_ findings: (diagnostics: [Diagnostic], refused: Set<String>)) {
        guard settle(findings), let found = try? FileSystem.status(output), found.kind == .folder,
            let publisher = try? Publisher.open(output)
        else { return }
        if !outputVersion.isOvertakenBeforeLock(in: output) { try? save(with: publisher) }
        try? publisher.finish()
    }

    /// Whether each bundle is as the run before left it.
    private static func reasons(
        in output: String, of shops: [String], state: State?, threads: Int
    ) -> [Reason?] {
        guard let state else { return shops.map { _ in .unwritten } }
        return Compiler.concurrentMap(shops, threads: threads) { shop in
            switch state.shops[shop]?.output {
            case .unknown, nil: return .unwritten
            case .mixed: return .mixed
            case .sealed(let layout, let seal):
                return OutputSeal(of: shop, in: output, layout) == seal ? nil : .touched
            }
        }
    }
}

extension Diagnostic {
    /// All files that the finding points into.
    fileprivate var files: [SourceFile.ID] {
        [span?.file].compactMap(\.self) + related.map(\.span.file) + fixes.map(\.span.file)
    }
}
