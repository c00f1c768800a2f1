import LiveryBundle

/// Whether a bundle is what its own `manifest.json` says.
package struct Verification: Hashable, Sendable {
    package enum Fault: Hashable, Sendable {
        /// The manifest is missing, or is none.
        case noManifest
        case missing
        /// What stands there, and what the manifest says should.
        case differs(found: Content, listed: Content)
        /// A link, folder or pipe stands where a file is listed.
        case notAFile
        /// The manifest does not list it.
        case unlisted
        /// The manifest is that of another shop.
        case misplaced(shop: String)
    }

    /// How a manifest describes a file.
    package struct Content: Hashable, Sendable {
        package let size: Int
        package let digest: String

        package init(size: Int, digest: String) {
            self.size = size
            self.digest = digest
        }
    }

    package struct Item: Hashable, Sendable {
        package let fault: Fault
        /// As the person who runs Livery would spell it.
        package let path: String
    }

    /// By path, in the order of bytes.
    package let items: [Item]

    /// The bundles at a path: the folder itself, or, where it holds no manifest, every folder directly in it. The name
    /// of such a folder is a shop's id, and hidden folders are not looked at.
    package static func bundles(at path: String) throws(SystemError) -> [(place: String, shop: String?)] {
        if try FileSystem.status(path + "/" + PublishedManifest.path) != nil { return [(path, nil)] }
        var bundles: [(place: String, shop: String?)] = []
        for name in try FileSystem.names(in: path).compactMap(\.self).sortedByBytes() where !name.hasPrefix(".") {
            guard try FileSystem.status(path + "/" + name)?.kind == .folder else { continue }
            bundles.append((path + "/" + name, name))
        }
        return bundles
    }

    /// Reads every file of a bundle and changes nothing. `shop` is whose bundle it should be; nil for anybody's.
    package init(of place: String, shop: String?) throws(SystemError) {
        let manifestPath = place + "/" + PublishedManifest.path
        guard try FileSystem.status(manifestPath)?.kind == .file,
            let bytes = try FileSystem.read(manifestPath, limit: Workspace.definitionLimit),
            let manifest = PublishedManifest(bytes), !manifest.leadsOut, let folder = try PublishedFolder(at: place)
        else {
            items = [Item(fault: .noManifest, path: manifestPath)]
            return
        }
        var items: [Item] = []
        if let shop, let named = manifest.shop, named != shop {
            items.append(Item(fault: .misplaced(shop: named), path: manifestPath))
        }
        let present = Dictionary(folder.entries.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
        for listed in manifest.files {
            guard let fault = try Self.fault(of: listed, present[listed.path], below: place) else { continue }
            items.append(Item(fault: fault, path: place + "/" + listed.path))
        }
        for entry in folder.foreign where !manifest.owned.contains(entry.path) {
            items.append(Item(fault: .unlisted, path: place + "/" + entry.path))
        }
        self.items = items.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    }

    private static func fault(
        of listed: PublishedManifest.Listed, _ entry: PublishedFolder.Entry?, below place: String
    ) throws(SystemError) -> Fault? {
        guard let entry else { return .missing }
        guard entry.kind == .file else { return .notAFile }
        let path = place + "/" + listed.path
        guard let bytes = try FileSystem.read(path, limit: Int.max - 1) else { return .missing }
        let found = Content(size: bytes.count, digest: SHA256.hexDigest(bytes))
        // A manifest without size or digest proves nothing.
        let expected = Content(size: listed.size ?? -1, digest: listed.digest ?? "")
        return found == expected ? nil : .differs(found: found, listed: expected)
    }
}
