import LiveryBundle
import LiveryCompiler
import LiveryDiagnostics
import LiveryTenant
import Synchronization

/// What runs over parts of a workspace have left, on this machine or on others: in each folder a `facts.json`, and the
/// bundles that it speaks of.
package struct Parts: Sendable {
    /// Why they cannot be merged.
    package struct Problem: Error, Hashable {
        /// One sentence.
        package let message: String
        package let help: String?

        init(_ message: String, help: String? = nil) {
            self.message = message
            self.help = help
        }
    }

    private struct Entry: Sendable {
        let folder: String
        let facts: FactsFile
    }

    private let entries: [Entry]
    /// Where each shop stands.
    private let places: [String: (entry: Int, shop: Int)]

    /// Whether bundles came with the facts; otherwise the shops were only checked.
    package var hasBundles: Bool { entries.first?.facts.hasBundles ?? false }

    /// Reads the parts at some places, each a `facts.json`, a folder with one, or a folder of such folders. All parts
    /// of a workspace must be there, each once, from one compiler.
    package init(at places: [String]) throws(Problem) {
        var entries: [Entry] = []
        for file in try Self.files(at: places) {
            entries.append(Entry(folder: Self.folder(of: file), facts: try Self.read(file)))
        }
        if let problem = Self.problem(of: entries) { throw problem }
        self.entries = entries
        var places: [String: (entry: Int, shop: Int)] = [:]
        for (number, entry) in entries.enumerated() {
            for (index, shop) in entry.facts.shops.enumerated() {
                if let earlier = places.updateValue((number, index), forKey: shop.id) {
                    throw Problem(
                        "the shop `\(shop.id)` is in `\(entries[earlier.entry].folder)` and in `\(entry.folder)`.",
                        help: "give each part once.")
                }
            }
        }
        self.places = places
    }

    private static func files(at places: [String]) throws(Problem) -> [String] {
        var files: [String] = []
        for place in places {
            let place = place.count > 1 && place.hasSuffix("/") ? String(place.dropLast()) : place
            let found: [String]
            do throws(SystemError) { found = try self.files(at: place) } catch { throw Problem(error) }
            guard !found.isEmpty else {
                throw Problem(
                    "there is no `\(FactsFile.name)` in `\(place)`, nor in a folder of it.",
                    help: "`livery compile --shard` leaves one beside the bundles.")
            }
            files += found
        }
        return files
    }

    private static func files(at place: String) throws(SystemError) -> [String] {
        guard try FileSystem.target(place).kind == .folder else { return [place] }
        let own = place + "/" + FactsFile.name
        if try FileSystem.status(own) != nil { return [own] }
        var found: [String] = []
        for name in try FileSystem.names(in: place).compactMap(\.self).sortedByBytes() {
            let file = place + "/" + name + "/" + FactsFile.name
            if try FileSystem.status(file) != nil { found.append(file) }
        }
        return found
    }

    private static func folder(of file: String) -> String {
        guard let end = file.lastIndex(of: "/") else { return "." }
        return end == file.startIndex ? "/" : String(file[..<end])
    }

    /// Facts larger than this are none of ours: they take a few kilobytes for each shop.
    static let limit = 1 << 30

    private static func read(_ file: String) throws(Problem) -> FactsFile {
        let bytes: [UInt8]?
        do throws(SystemError) { bytes = try FileSystem.read(file, limit: limit) } catch { throw Problem(error) }
        do throws(FactsFile.Fault) {
            guard let bytes else { throw .foreign }
            return try FactsFile(reading: bytes)
        } catch {
            switch error {
            case .foreign:
                throw Problem(
                    "`\(file)` holds no facts of a part.", help: "`livery compile --shard` writes such a file.")
            case .otherVersion: throw Problem("`\(file)` was written by another version of Livery.")
            case .damaged:
                throw Problem(
                    "`\(file)` is damaged: it is not as Livery wrote it.",
                    help: "copy it again, or run that part again.")
            }
        }
    }
}

// Whether the parts make one workspace.
extension Parts {
    private static func problem(of entries: [Entry]) -> Problem? {
        guard let first = entries.first else { return nil }
        for entry in entries where entry.facts.compiler != first.facts.compiler {
            return .otherCompiler(entry.folder, entry.facts.compiler, first.folder, first.facts.compiler)
        }
        for entry in entries where entry.facts.hasBundles != first.facts.hasBundles {
            let (made, checked) = entry.facts.hasBundles ? (entry, first) : (first, entry)
            return Problem("`\(made.folder)` holds bundles, and the shops of `\(checked.folder)` were only checked.")
        }
        return shardProblem(of: entries)
    }

    private static func shardProblem(of entries: [Entry]) -> Problem? {
        var places: [Int: Entry] = [:]
        var first: (shard: Shard, entry: Entry)?
        for entry in entries {
            guard case .shard(let shard) = entry.facts.part else { continue }
            if let first, first.shard.total != shard.total {
                let (place, other) = (first.entry.folder, entry.folder)
                return Problem(
                    "`\(place)` is shard \(first.shard.text), and `\(other)` is shard \(shard.text).",
                    help: "give the shards of one run.")
            }
            if let other = places.updateValue(entry, forKey: shard.index) {
                return Problem("`\(other.folder)` and `\(entry.folder)` are both shard \(shard.text).")
            }
            for shop in entry.facts.shops where !shard.contains(shop.id) {
                return Problem("`\(entry.folder)` is shard \(shard.text), to which `\(shop.id)` does not belong.")
            }
            first = first ?? (shard, entry)
        }
        guard let first else { return nil }
        if places.count < entries.count, let alone = entries.first(where: { $0.facts.part.isShop }) {
            return Problem(
                "`\(first.entry.folder)` is a shard, and `\(alone.folder)` is a shop that was compiled alone.")
        }
        let missing = (1...first.shard.total).filter { places[$0] == nil }
        guard let index = missing.first else { return nil }
        let more = missing.count > 1 ? " and \(missing.count - 1) more" : ""
        return Problem(
            "shard \(index)/\(first.shard.total)\(more) is missing.",
            help: "a merge needs every shard, those without any shop too.")
    }

    /// Why this workspace is not what the parts were made from.
    func misfit(with memory: inout Memory) -> Problem? {
        guard let first = entries.first else { return nil }
        let own = CompilerIdentity.current()?.facts ?? .unknown
        if first.facts.compiler != own { return .otherCompiler(first.folder, first.facts.compiler, nil, own) }
        for entry in entries where !isGone(entry, from: memory.workspace) {
            if let reason = memory.changes(of: entry.facts.shared, for: "").first {
                return .otherWorkspace(entry.folder, reason)
            }
            for shop in entry.facts.shops {
                if let reason = memory.changes(of: shop.inputs, for: shop.id).first {
                    return .otherWorkspace(entry.folder, reason)
                }
            }
        }
        for shop in memory.workspace.input.shops.keys.sorted() where places[shop] == nil {
            return Problem(
                "no part holds the shop `\(shop)`.",
                help: "the parts are of another state of the workspace, or one is missing.")
        }
        return nil
    }

    /// A shop that was compiled alone, and is no more: what it left is of no use, and does no harm.
    private func isGone(_ entry: Entry, from workspace: Workspace) -> Bool {
        guard case .shop(let shop) = entry.facts.part else { return false }
        return !workspace.shops.contains(shop)
    }

    /// What was found in the shops, as far as it holds today.
    func records(of workspace: Workspace, on today: CalendarDate?) -> [String: ShopRecord] {
        var records: [String: ShopRecord] = [:]
        for shop in entries.lazy.flatMap(\.facts.shops) where workspace.input.shops[shop.id] != nil {
            guard let record = shop.record, record.day == nil || record.day == today else { continue }
            records[shop.id] = record
        }
        return records
    }
}

// The bundles.
extension Parts {
    /// Gives the bundles of some shops, as soon as each is read and has proved to be the one that was made. On a
    /// problem some are missing.
    func emit(
        _ shops: [String], threads: Int, isOver: @Sendable () -> Bool, receiver: CompilerSession.Receiver
    ) -> Problem? {
        let first = Mutex<(shop: String, problem: Problem)?>(nil)
        _ = Compiler.concurrentMap(shops, threads: threads) { shop in
            guard !isOver(), first.withLock({ $0 == nil }) else { return }
            do throws(Problem) {
                if let bundle = try bundle(of: shop) { receiver(shop, bundle) }
            } catch {
                first.withLock { first in
                    if first.map({ shop < $0.shop }) ?? true { first = (shop, error) }
                }
            }
        }
        return first.withLock { $0?.problem }
    }

    /// nil for a shop with errors.
    private func bundle(of shop: String) throws(Problem) -> Bundle? {
        guard let place = places[shop], entries[place.entry].facts.shops[place.shop].record != nil else { return nil }
        let folder = entries[place.entry].folder
        guard let digest = entries[place.entry].facts.shops[place.shop].manifest else {
            throw Problem(
                "the part in `\(folder)` wrote no bundle of `\(shop)`.",
                help: "give all parts the `--keep-going` and the `--baseline` of the merge.")
        }
        let bundle: Bundle?
        do throws(SystemError) {
            bundle = try Self.bundle(at: folder + "/" + shop, manifest: digest)
        } catch { throw Problem(error) }
        guard let bundle else {
            throw Problem(
                "the bundle in `\(folder)/\(shop)` is not the one that was made with its `\(FactsFile.name)`.",
                help: "copy the part again, or run it again; `livery verify` says which files differ.")
        }
        return bundle
    }

    /// nil for anything but the whole bundle with this manifest.
    private static func bundle(at place: String, manifest digest: String) throws(SystemError) -> Bundle? {
        guard let manifest = try file(PublishedManifest.path, of: place), manifest.digest == digest,
            let list = PublishedManifest(manifest.bytes), !list.leadsOut
        else { return nil }
        var files = [manifest]
        for listed in list.files {
            guard let file = try file(listed.path, of: place), file.digest == listed.digest else { return nil }
            files.append(file)
        }
        return Bundle(files: files.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) })
    }

    /// Links are followed, of which some build systems make all that they hand over: the digests prove what is read.
    private static func file(_ path: String, of place: String) throws(SystemError) -> BundleFile? {
        guard try FileSystem.status(place + "/" + path) != nil,
            try FileSystem.target(place + "/" + path).kind == .file,
            let bytes = try FileSystem.read(place + "/" + path, limit: Workspace.definitionLimit)
        else { return nil }
        return BundleFile(path: path, bytes: bytes)
    }
}

extension Part {
    fileprivate var isShop: Bool {
        if case .shop = self { true } else { false }
    }
}

extension Parts.Problem {
    fileprivate init(_ error: SystemError) {
        self.init("cannot \(error.operation) `\(error.path)`: \(error.reason).")
    }

    /// Two that differ; the second is the program that merges where it has no folder.
    fileprivate static func otherCompiler(
        _ folder: String, _ compiler: FactsFile.Compiler, _ second: String?, _ other: FactsFile.Compiler
    ) -> Parts.Problem {
        let isSameVersion = compiler.version == other.version
        let with = second.map { "that in `\($0)` by" } ?? "the merge is run by"
        return Parts.Problem(
            isSameVersion
                ? "the part in `\(folder)` was made by one build of Livery \(compiler.version), and \(with) another."
                : "the part in `\(folder)` was made by Livery \(compiler.version), and \(with) \(other.version).",
            help: "run the same program everywhere.")
    }

    fileprivate static func otherWorkspace(_ folder: String, _ reason: Build.Reason) -> Parts.Problem {
        let what =
            switch reason {
            case .changed(let path): "`\(path)` has changed since"
            case .appeared(let path): "`\(path)` was not there then"
            case .vanished(let path): "`\(path)` is gone since"
            case .unknown, .otherDay, .unwritten, .touched, .mixed: "it has changed since"
            }
        return Parts.Problem(
            "the part in `\(folder)` was made from another state of the workspace: \(what).",
            help: "merge where the commit is checked out that the parts were made from.")
    }
}
