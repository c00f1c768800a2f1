import LiveryBundle

/// How the output folder differs from what a run would write.
package struct Drift: Hashable, Sendable {
    package enum Difference: String, Hashable, Sendable {
        case missing
        case differs
        /// Livery wrote it once and does not generate it any more.
        case outdated
        /// Livery did not write it.
        case foreign
    }

    package struct Item: Hashable, Sendable {
        package let difference: Difference
        /// As the person who runs Livery would spell it.
        package let path: String
        /// Of a text that differs, what is there and what should be.
        package var excerpt: [String] = []
    }

    /// By path, in the order of bytes.
    package private(set) var items: [Item]

    /// What a run would change.
    var generated: [Item] { items.filter { $0.difference != .foreign } }

    init(items: [Item]) {
        self.items = items
    }

    /// Compares a bundle with its place in an output folder.
    static func of(_ bundle: Bundle, of shop: String, in output: String) throws(SystemError) -> Drift {
        let place = output + "/" + shop
        let status = try FileSystem.status(place)
        guard status?.kind == .folder, let folder = try PublishedFolder(at: place) else {
            return Drift(items: [Item(difference: status == nil ? .missing : .foreign, path: place)])
        }
        return try of(bundle, in: folder, at: place, showingTexts: true)
    }

    /// The folders in the output that hold a manifest of Livery, in the order of bytes, besides those of known shops.
    package static func leftShops(in output: String, besides known: Set<String> = []) throws(SystemError) -> [String] {
        guard try FileSystem.status(output) != nil else { return [] }
        var shops: [String] = []
        for case let name? in try FileSystem.names(in: output) where !name.hasPrefix(".") && !known.contains(name) {
            let manifest = output + "/" + name + "/manifest.json"
            guard try FileSystem.status(output + "/" + name)?.kind == .folder,
                try FileSystem.status(manifest)?.kind == .file,
                let bytes = try FileSystem.read(manifest, limit: Workspace.definitionLimit),
                PublishedManifest(bytes) != nil
            else { continue }
            shops.append(name)
        }
        return shops.sortedByBytes()
    }

    static func of(
        _ bundle: Bundle, in folder: PublishedFolder, at place: String, showingTexts: Bool = false
    ) throws(SystemError) -> Drift {
        var items: [Item] = []
        let present = Dictionary(folder.files.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
        for file in bundle.files {
            let path = place + "/" + file.path
            guard let found = present[file.path] else {
                items.append(Item(difference: .missing, path: path))
                continue
            }
            var isSame = found.kind == .file && found.size == file.bytes.count
            if isSame { isSame = try FileSystem.read(path, limit: file.bytes.count) == file.bytes }
            if isSame { continue }
            let isText = showingTexts && found.kind == .file
            let old = isText ? try FileSystem.read(path, limit: ShortDifference.limit) : nil
            items.append(
                Item(
                    difference: .differs, path: path,
                    excerpt: old.map { ShortDifference.between($0, file.bytes) } ?? []))
        }
        let generated = Set(bundle.files.map(\.path))
        for entry in folder.files where !generated.contains(entry.path) {
            let isOwned = entry.kind == .file && folder.owned.contains(entry.path)
            items.append(Item(difference: isOwned ? .outdated : .foreign, path: place + "/" + entry.path))
        }
        return Drift(items: items.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) })
    }
}

extension Drift {
    /// A line for each item, with the excerpts indented below it. Excerpts end where they would hide the list.
    package var lines: [String] {
        var lines: [String] = []
        var room = 200
        for item in items {
            lines.append("\(item.difference.rawValue) \(item.path)")
            guard room > 0 else { continue }
            lines += item.excerpt.map { "    " + $0 }
            room -= item.excerpt.count
        }
        return lines
    }
}
