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

    let output: String
    private let lock: FileSystem.Lock

    /// Where bundles are built. Same file system as their place, or there would be no single step.
    var workshop: String { output + "/.livery" }

    /// Makes the output folder ready and mends what a run that was killed left behind. nil when another run is at it.
    package static func open(_ output: String) throws(SystemError) -> Publisher? {
        try FileSystem.makeFolders(output)
        let workshop = output + "/.livery"
        if let found = try FileSystem.status(workshop), found.kind != .folder {
            throw SystemError("write into", workshop, code: SystemError.notAFolder)
        }
        try FileSystem.makeFolder(workshop)
        guard let lock = try FileSystem.lock(workshop + "/lock") else { return nil }
        let publisher = Publisher(output: output, lock: lock)
        try publisher.recover()
        return publisher
    }

    /// The number of the process that is at it, as far as that can be told.
    package static func holder(of output: String) -> Int? {
        guard let bytes = try? FileSystem.read(output + "/.livery/lock", limit: 64) else { return nil }
        return Int(String(decoding: bytes.prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self))
    }

    private init(output: String, lock: consuming FileSystem.Lock) {
        self.output = output
        self.lock = lock
    }

    /// Ends the run and leaves nothing of it behind.
    package consuming func finish() throws(SystemError) {
        try FileSystem.removeFile(workshop + "/lock")
        try FileSystem.removeFolder(workshop)
    }

    /// Makes the shop's folder hold just this bundle and the foreign files that it held. On an error the former bundle
    /// stands as it did.
    ///
    /// `owning` are files that are known to be Livery's, besides those that the former bundle's manifest lists. When
    /// adopting, those that stand where a file of the bundle belongs are so too.
    package func publish(
        _ bundle: Bundle, of shop: String, owning known: Set<String> = [], adopting: Bool = false
    ) throws(SystemError) -> Outcome {
        let place = output + "/" + shop
        if let found = try FileSystem.status(place), found.kind != .folder {
            return Outcome(change: .blocked(by: [place]))
        }
        let owned = adopting ? known.union(bundle.files.map(\.path)) : known
        guard let former = try PublishedFolder(at: place, owning: owned) else {
            try build(bundle, keeping: nil, of: shop)
            return Outcome(change: .written)
        }
        let drift = try Drift.of(bundle, in: former, at: place)
        let foreign = drift.items.filter { $0.difference == .foreign }.map(\.path)
        if drift.generated.isEmpty { return Outcome(change: .unchanged, foreign: foreign) }
        let obstacles = try obstacles(to: bundle, in: former, at: place)
        if !obstacles.isEmpty { return Outcome(change: .blocked(by: obstacles), foreign: foreign) }
        try build(bundle, keeping: former, of: shop)
        return Outcome(change: .written, foreign: foreign, drift: drift.generated)
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
            try discard(former, at: gone, rescuingTo: place)
        } else {
            try build(Bundle(files: []), keeping: former, of: shop)
        }
        return foreign.map { place + "/" + $0.path }
    }

    private func build(_ bundle: Bundle, keeping former: PublishedFolder?, of shop: String) throws(SystemError) {
        let draft = workshop + "/new-" + shop
        let place = output + "/" + shop
        try FileSystem.removeTree(draft)
        do throws(SystemError) {
            try write(bundle, to: draft)
            if let former { try keepForeign(former, from: place, in: draft) }
        } catch {
            try? FileSystem.removeTree(draft)
            throw error
        }
        guard let former else { return try FileSystem.rename(draft, to: place) }
        // From here on a run that is killed leaves a whole bundle under this name, the new one or the former.
        let whole = workshop + "/whole-" + shop
        try FileSystem.removeTree(whole)
        try FileSystem.rename(draft, to: whole)
        if try FileSystem.exchange(whole, place) { return try discard(former, at: whole, rescuingTo: place) }
        // The file system cannot swap: for a moment the place is empty. `recover` mends a run that ends there.
        let old = workshop + "/old-" + shop
        try FileSystem.removeTree(old)
        try FileSystem.rename(place, to: old)
        do throws(SystemError) {
            try FileSystem.rename(whole, to: place)
        } catch {
            try FileSystem.rename(old, to: place)
            throw error
        }
        try discard(former, at: old, rescuingTo: place)
    }

    private func write(_ bundle: Bundle, to draft: String) throws(SystemError) {
        try FileSystem.makeFolder(draft)
        var made: Set<Substring> = []
        for file in bundle.files {
            for end in file.path.indices where file.path[end] == "/" {
                let folder = file.path[..<end]
                if made.insert(folder).inserted { try FileSystem.makeFolder(draft + "/" + folder) }
            }
            try FileSystem.create(draft + "/" + file.path, file.bytes)
        }
    }

    /// Gives each foreign file a second name in the draft, so that it is never copied, opened or absent.
    private func keepForeign(_ former: PublishedFolder, from place: String, in draft: String) throws(SystemError) {
        for entry in former.entries {
            let kept = draft + "/" + entry.path
            if entry.kind == .folder {
                guard former.isForeignFolder(entry) || former.foreign.contains(where: { $0.isBelow(entry) }) else {
                    continue
                }
                if try FileSystem.status(kept) == nil {
                    try FileSystem.makeFolder(kept)
                    try FileSystem.setPermissions(entry.permissions | 0o700, of: kept)
                }
            } else if entry.kind != .file || !former.owned.contains(entry.path) {
                // Here the bundle's file has the same bytes, or `obstacles` would have stopped us.
                if try FileSystem.status(kept) == nil { try FileSystem.link(place + "/" + entry.path, to: kept) }
            }
        }
    }

    /// Removes a former bundle by name. What came into it while we worked is no part of it and moves to the new place.
    private func discard(
        _ former: PublishedFolder, at old: String, rescuingTo place: String
    ) throws(SystemError) {
        try remove(former.files, of: former, at: old, rescuingTo: place)
    }

    private func remove(
        _ files: [PublishedFolder.Entry], of former: PublishedFolder, at old: String, rescuingTo place: String
    ) throws(SystemError) {
        // The manifest goes last: until then it says what is ours, should this run be killed.
        for entry in files where entry.path != "manifest.json" { try FileSystem.removeFile(old + "/" + entry.path) }
        for entry in former.entries.reversed() where entry.kind == .folder {
            try FileSystem.removeFolder(old + "/" + entry.path)
        }
        for entry in files where entry.path == "manifest.json" { try FileSystem.removeFile(old + "/" + entry.path) }
        if try FileSystem.removeFolder(old) { return }
        try rescue(old, to: place)
    }

    /// Moves what is left of a former bundle to the new place, as far as it is not there already, and removes the rest.
    private func rescue(_ old: String, to place: String) throws(SystemError) {
        try FileSystem.makeFolder(place)
        for late in try PublishedFolder(at: old)?.entries ?? [] {
            // With a folder goes all that it holds.
            guard try FileSystem.status(old + "/" + late.path) != nil else { continue }
            var kept = place + "/" + late.path
            if try FileSystem.status(kept) != nil { continue }
            let parent = kept[..<(kept.lastIndex(of: "/") ?? kept.startIndex)]
            if try FileSystem.status(String(parent))?.kind != .folder {
                kept = place + "/rescued-" + late.path.replacing("/", with: "-")
            }
            try FileSystem.rename(old + "/" + late.path, to: kept)
        }
        try FileSystem.removeTree(old)
    }

    /// Foreign files that stand where the bundle needs another file or a folder.
    private func obstacles(
        to bundle: Bundle, in former: PublishedFolder, at place: String
    ) throws(SystemError) -> [String] {
        var needed: [String: [UInt8]] = [:]
        var folders: Set<String> = []
        for file in bundle.files {
            needed[file.path] = file.bytes
            for end in file.path.indices where file.path[end] == "/" { folders.insert(String(file.path[..<end])) }
        }
        var obstacles: [String] = []
        for entry in former.entries {
            let path = place + "/" + entry.path
            if entry.kind == .folder {
                if needed[entry.path] != nil, former.foreign.contains(where: { $0.isBelow(entry) }) {
                    obstacles.append(path)
                }
            } else if entry.kind != .file || !former.owned.contains(entry.path) {
                if folders.contains(entry.path) { obstacles.append(path) }
                guard let bytes = needed[entry.path] else { continue }
                var isSame = entry.kind == .file
                if isSame { isSame = try FileSystem.read(path, limit: bytes.count) == bytes }
                if !isSame { obstacles.append(path) }
            }
        }
        return obstacles
    }

    /// Brings to its end what a run has begun that was killed.
    private func recover() throws(SystemError) {
        for name in try FileSystem.names(in: workshop).compactMap(\.self).sortedByBytes() {
            let left = workshop + "/" + name
            guard let mark = name.firstIndex(of: "-") else { continue }
            let place = output + "/" + name[name.index(after: mark)...]
            switch name[..<mark] {
            case "new": try FileSystem.removeTree(left)
            case "old" where try FileSystem.status(place) == nil: try FileSystem.rename(left, to: place)
            case "gone", "old", "whole":
                // It is ours, but for what others put into it, which mostly has its second name in the place already.
                guard let former = try PublishedFolder(at: left) else { continue }
                let owned = former.files.filter { $0.kind == .file && former.owned.contains($0.path) }
                try remove(owned, of: former, at: left, rescuingTo: place)
            default: continue
            }
        }
    }
}

extension PublishedFolder.Entry {
    fileprivate func isBelow(_ folder: PublishedFolder.Entry) -> Bool {
        path.hasPrefix(folder.path + "/")
    }
}
