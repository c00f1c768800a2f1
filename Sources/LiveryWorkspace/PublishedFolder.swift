/// What stands in a shop's folder below `output/` right now. Links are seen as links and never followed.
struct PublishedFolder {
    struct Entry: Hashable {
        /// Below the shop's folder, with forward slashes.
        let path: String
        let kind: FileSystem.Kind
        let size: Int
        let permissions: UInt32
    }

    /// Folders before what they hold, in the order of bytes.
    let entries: [Entry]
    let owned: Set<String>

    /// nil when there is no such folder.
    init?(at folder: String, owning known: Set<String> = []) throws(SystemError) {
        guard let found = try FileSystem.status(folder) else { return nil }
        guard found.kind == .folder else { throw SystemError("write into", folder, code: SystemError.notAFolder) }
        var entries: [Entry] = []
        try Self.walk(folder, below: "", into: &entries)
        self.entries = entries
        owned = try Self.readOwned(at: folder, entries: entries).union(known)
    }

    var files: [Entry] { entries.filter { $0.kind != .folder } }

    /// What people or other programs put here.
    var foreign: [Entry] {
        files.filter { $0.kind != .file || !owned.contains($0.path) }
    }

    /// Folders of which Livery wrote nothing, although they may hold foreign files.
    func isForeignFolder(_ folder: Entry) -> Bool {
        !owned.contains { $0.hasPrefix(folder.path + "/") }
    }

    private static func walk(_ root: String, below path: String, into entries: inout [Entry]) throws(SystemError) {
        let folder = path.isEmpty ? root : root + "/" + path
        var names: [String] = []
        for name in try FileSystem.names(in: folder) {
            guard let name else { throw SystemError("read a name in", folder, code: SystemError.illegalBytes) }
            names.append(name)
        }
        for name in names.sortedByBytes() {
            let path = path.isEmpty ? name : path + "/" + name
            guard let status = try FileSystem.status(root + "/" + path) else { continue }
            entries.append(
                Entry(path: path, kind: status.kind, size: status.size, permissions: status.permissions))
            if status.kind == .folder { try walk(root, below: path, into: &entries) }
        }
    }

    private static func readOwned(at folder: String, entries: [Entry]) throws(SystemError) -> Set<String> {
        guard entries.contains(where: { $0.path == "manifest.json" && $0.kind == .file }),
            let bytes = try FileSystem.read(folder + "/manifest.json", limit: Workspace.definitionLimit)
        else { return [] }
        return PublishedManifest(bytes)?.owned ?? PublishedManifest.salvaged(from: bytes)
    }
}
