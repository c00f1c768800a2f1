import LiveryBundle

/// Builds bundles beside their places, and puts them there. A ``Publisher`` lends it out; several threads can be at it,
/// each with shops of its own.
package struct Workbench: Sendable {
    let output: String

    /// Same file system as the places, or there would be no single step.
    var workshop: String { output + "/.livery" }

    /// A bundle that stands beside its place, or need not be built.
    package struct Draft: Sendable {
        package let shop: String
        /// What will have happened once the draft is settled.
        package let outcome: Publisher.Outcome
        fileprivate let former: PublishedFolder?
        /// What was written, as it looks from outside.
        fileprivate let contents: Checksum?
    }

    /// Builds a bundle beside its place, with the foreign files that its place holds. The place stays as it is.
    ///
    /// `owning` are files that are known to be Livery's, besides those that the former bundle's manifest lists. When
    /// adopting, those that stand where a file of the bundle belongs are so too.
    func draft(
        _ bundle: Bundle, _ layout: BundleLayout, of shop: String, owning known: Set<String>, adopting: Bool
    ) throws(SystemError) -> Draft {
        func draft(
            _ outcome: Publisher.Outcome, _ former: PublishedFolder? = nil, _ contents: Checksum? = nil
        ) -> Draft {
            Draft(shop: shop, outcome: outcome, former: former, contents: contents)
        }
        let place = output + "/" + shop
        let found = try FileSystem.status(place)
        if let found, found.kind != .folder { return draft(Publisher.Outcome(change: .blocked(by: [place]))) }
        let owned = adopting ? known.union(bundle.files.map(\.path)) : known
        guard found != nil, let former = try PublishedFolder(at: place, owning: owned) else {
            return draft(Publisher.Outcome(change: .written), nil, try build(bundle, layout, keeping: nil, of: shop))
        }
        let drift = try Drift.of(bundle, in: former, at: place)
        let foreign = drift.items.filter { $0.difference == .foreign }.map(\.path)
        if drift.generated.isEmpty { return draft(Publisher.Outcome(change: .unchanged, foreign: foreign)) }
        let obstacles = try obstacles(to: bundle, in: former, at: place)
        if !obstacles.isEmpty { return draft(Publisher.Outcome(change: .blocked(by: obstacles), foreign: foreign)) }
        let contents = try build(bundle, layout, keeping: former, of: shop)
        return draft(Publisher.Outcome(change: .written, foreign: foreign, drift: drift.generated), former, contents)
    }

    /// Puts a draft into its place in a single step. On an error the former bundle stands as it did. Gives what a
    /// bundle that was written looks like from outside.
    @discardableResult
    func settle(_ draft: Draft) throws(SystemError) -> OutputSeal? {
        guard draft.outcome.change == .written else { return nil }
        try settle(draft.shop, replacing: draft.former)
        return draft.contents.flatMap { OutputSeal(of: draft.shop, in: output, contents: $0) }
    }

    /// Throws a draft away.
    func abandon(_ draft: Draft) {
        guard draft.outcome.change == .written else { return }
        // What is left here, the next run removes.
        try? FileSystem.removeTree(workshop + "/new-" + draft.shop)
    }

    func replace(_ former: PublishedFolder, with bundle: Bundle, of shop: String) throws(SystemError) {
        _ = try build(bundle, BundleLayout(bundle), keeping: former, of: shop)
        try settle(shop, replacing: former)
    }

    private func build(
        _ bundle: Bundle, _ layout: BundleLayout, keeping former: PublishedFolder?, of shop: String
    ) throws(SystemError) -> Checksum? {
        let place = workshop + "/new-" + shop
        do throws(SystemError) {
            var draft = try DraftFolder.make(at: place, layout)
            try draft.write(bundle)
            if let former { try keepForeign(former, from: output + "/" + shop, in: place) }
            return draft.contents()
        } catch {
            try? FileSystem.removeTree(place)
            throw error
        }
    }

    private func settle(_ shop: String, replacing former: PublishedFolder?) throws(SystemError) {
        let draft = workshop + "/new-" + shop
        let place = output + "/" + shop
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
    func discard(
        _ former: PublishedFolder, at old: String, rescuingTo place: String
    ) throws(SystemError) {
        try remove(former.files, of: former, at: old, rescuingTo: place)
    }

    func remove(
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
}

extension PublishedFolder.Entry {
    fileprivate func isBelow(_ folder: PublishedFolder.Entry) -> Bool {
        path.hasPrefix(folder.path + "/")
    }
}
