package import LiveryBundle

/// Puts bundles into the output folder.
///
/// A bundle is written beside its place and then takes the place of the former one in a single step, so that a reader
/// sees the old bundle or the new one and never a mixture. Files that Livery did not write move over untouched; those
/// that it wrote and no longer generates are left behind.
package struct Publisher: ~Copyable {
    package struct Outcome: Hashable, Sendable {
        package enum Change: Hashable, Sendable {
            case written
            case unchanged
            /// Foreign files stand where files of the bundle belong; nothing was done.
            case blocked(by: [String])
        }

        package let change: Change
        /// Files in the shop's folder that Livery did not write and that stay.
        package let foreign: [String]
        /// What of a former bundle was not as it is now.
        package let drift: [Drift.Item]

        init(change: Change, foreign: [String] = [], drift: [Drift.Item] = []) {
            self.change = change
            self.foreign = foreign
            self.drift = drift
        }
    }

    /// Where bundles are built.
    let bench: Workbench
    /// Whether the output folder was made for this run.
    private let isNew: Bool
    private let lock: FileSystem.Lock

    var output: String { bench.output }
    var workshop: String { bench.workshop }

    /// Makes the output folder ready and mends what a run that was killed left behind. nil when another run is at it.
    package static func open(_ output: String) throws(SystemError) -> Publisher? {
        let isNew = try FileSystem.status(output) == nil
        try FileSystem.makeFolders(output)
        let workshop = output + "/.livery"
        if let found = try FileSystem.status(workshop), found.kind != .folder {
            throw SystemError("write into", workshop, code: SystemError.notAFolder)
        }
        try FileSystem.makeFolder(workshop)
        guard let lock = try FileSystem.lock(workshop + "/lock") else { return nil }
        let publisher = Publisher(output: output, isNew: isNew, lock: lock)
        try publisher.recover()
        return publisher
    }

    /// Whether another run is at it, or was killed at it and has not been cleared away.
    package static func isLocked(_ output: String) -> Bool {
        (try? FileSystem.status(output + "/.livery/lock")) != nil
    }

    /// The number of the process that is at it, as far as that can be told.
    package static func holder(of output: String) -> Int? {
        guard let bytes = try? FileSystem.read(output + "/.livery/lock", limit: 64) else { return nil }
        return Int(String(decoding: bytes.prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self))
    }

    private init(output: String, isNew: Bool, lock: consuming FileSystem.Lock) {
        self.isNew = isNew
        bench = Workbench(output: output)
        self.lock = lock
    }

    /// Ends the run and leaves nothing of it behind.
    package consuming func finish() throws(SystemError) {
        try FileSystem.removeFile(workshop + "/lock")
        try FileSystem.removeFolder(workshop)
        if isNew { try FileSystem.removeFolder(output) }
    }

    /// Makes the shop's folder hold just this bundle and the foreign files that it held. On an error the former bundle
    /// stands as it did.
    package func publish(
        _ bundle: Bundle, of shop: String, owning known: Set<String> = [], adopting: Bool = false
    ) throws(SystemError) -> Outcome {
        let draft = try bench.draft(
            bundle, BundleLayout(bundle), of: shop, owning: known, adopting: adopting)
        try bench.settle(draft)
        return draft.outcome
    }

    /// Removes the bundle of a shop that is no more; foreign files stay. Gives the paths of those.
    package func remove(_ shop: String) throws(SystemError) -> [String] {
        let place = output + "/" + shop
        guard let former = try PublishedFolder(at: place) else { return [] }
        let foreign = former.foreign
        if foreign.isEmpty {
            let gone = workshop + "/gone-" + shop
            try FileSystem.removeTree(gone)
            try FileSystem.rename(place, to: gone)
            try bench.discard(former, at: gone, rescuingTo: place)
        } else {
            try bench.replace(former, with: Bundle(files: []), of: shop)
        }
        return foreign.map { place + "/" + $0.path }
    }

    /// Brings to its end what a run has begun that was killed.
    private func recover() throws(SystemError) {
        for name in try FileSystem.names(in: workshop).compactMap(\.self).sortedByBytes() {
            let left = workshop + "/" + name
            guard let mark = name.firstIndex(of: "-") else { continue }
            let place = output + "/" + name[name.index(after: mark)...]
            // What is no folder is none of ours, and a link would lead elsewhere.
            if try FileSystem.status(left)?.kind != .folder {
                try FileSystem.removeFile(left)
                continue
            }
            switch name[..<mark] {
            case "new": try FileSystem.removeTree(left)
            case "old" where try FileSystem.status(place) == nil: try FileSystem.rename(left, to: place)
            case "gone", "old", "whole":
                // It is ours, but for what others put into it, which mostly has its second name in the place already.
                guard let former = try PublishedFolder(at: left) else { continue }
                let owned = former.files.filter { $0.kind == .file && former.owned.contains($0.path) }
                try bench.remove(owned, of: former, at: left, rescuingTo: place)
            default: continue
            }
        }
    }
}
