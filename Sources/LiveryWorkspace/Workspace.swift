package import LiveryCompiler
import LiveryDiagnostics

/// A folder that holds `tenants/`, and all that was read from it.
///
/// Reading never stops at the first fault: what cannot be read becomes a finding in `input.problems`, and the rest is
/// compiled as if it stood alone.
package struct Workspace: Sendable {
    package var input: CompilationInput
    /// Every shop that has a file, readable or not, in the order of bytes; of a part, its shops.
    package private(set) var shops: [String]
    /// The files that were looked at, by path below the workspace; none that a link leads to.
    private(set) var versions: [String: FileVersion]
    /// Shops whose definitions were known already, so that their texts are left out of `input`.
    private(set) var unread: Set<String>
    /// nil for all shops. Of the others, nothing but their names was looked at.
    let part: Part?

    /// At most so much is read of a definition: far more than a person writes, and little enough to hold in memory.
    package static let definitionLimit = 16 << 20
    /// At most so much is read of a logo or an icon.
    package static let assetLimit = 2 << 20

    /// Reads the workspace at a folder; an empty path is the current folder. `threads` look at the files of many shops.
    package static func read(at folder: String, threads: Int = 1) -> Workspace {
        read(at: folder, threads: threads) { _, _ in false }
    }

    /// Leaves out the text of a definition when the caller knows the version of the file.
    static func read(
        at folder: String, threads: Int, isKnown: @escaping @Sendable (String, FileVersion) -> Bool
    ) -> Workspace {
        var reader = WorkspaceReader(root: folder, threads: threads, isKnown: isKnown)
        reader.readAll()
        return Workspace(reader)
    }

    private init(_ reader: WorkspaceReader) {
        input = reader.input
        shops = reader.shops
        versions = reader.versions
        unread = reader.unread
        part = nil
    }

    /// Reads what the shops of a part are made from, and the names of the others.
    package static func read(at folder: String, part: Part, threads: Int) -> Workspace {
        let whole = read(at: folder, threads: threads) { path, _ in !isOf(part, path) }
        return Workspace(whole, part)
    }

    private init(_ whole: Workspace, _ part: Part) {
        var input = whole.input
        input.shops = input.shops.filter { part.contains($0.key) }
        input.shopProblems = input.shopProblems.filter { part.contains($0.key) }
        self.input = input
        shops = whole.shops.filter(part.contains)
        versions = whole.versions.filter { Self.isOf(part, $0.key) }
        unread = []
        self.part = part
    }

    /// Whether a file of the workspace concerns a part.
    private static func isOf(_ part: Part, _ path: String) -> Bool {
        WorkspaceReader.shop(ofDefinition: path).map(part.contains) ?? true
    }

    /// Whether no file of the workspace has changed since it was read.
    func isCurrent(at folder: String, threads: Int) -> Bool {
        let now =
            part.map { Workspace.read(at: folder, part: $0, threads: threads) }
            ?? Workspace.read(at: folder, threads: threads) { [versions] path, version in versions[path] == version }
        return now.versions == versions && now.shops == shops && now.input.problems == input.problems
            && now.input.shopProblems == input.shopProblems
    }

    /// Leaves the definitions of shops out from now on.
    mutating func forgetTexts(of shops: [String]) {
        for shop in shops {
            guard let file = input.shops[shop] else { continue }
            input.shops[shop] = input.sources.replace(file.id, with: [])
            unread.insert(shop)
        }
    }

    /// A text that a person names, or standard input for `-`. Of one that is larger than a definition may be, so much
    /// comes back that whoever reads it can tell.
    package static func text(at path: String) throws(SystemError) -> [UInt8] {
        try FileSystem.readStream(path == "-" ? nil : path, limit: definitionLimit + 1)
    }

    /// Goes over to the workspace as it stands after a change of the files or folders at some paths. Where those are
    /// definitions of shops and groups, it reads just these and tells which; after any other change it reads all: nil.
    @discardableResult
    package mutating func reread(_ changed: Set<String>, at folder: String) -> RereadFiles? {
        let today = input.today
        defer { input.today = today }
        let named = changed.sorted().compactMap { WorkspaceReader.shop(ofDefinition: $0) }
        let groups = changed.sorted().compactMap { WorkspaceReader.group(ofDefinition: $0) }
        // That a workspace holds no shop is a finding of its own.
        if named.count + groups.count == changed.count, !shops.isEmpty {
            var reader = WorkspaceReader(root: folder, former: self)
            // Held by the reader alone, long lists are changed and not copied.
            self = Workspace(WorkspaceReader(root: folder))
            let areSameGroups = groups.allSatisfy { reader.readGroup($0) }
            for shop in named { reader.readShop(shop) }
            self = Workspace(reader)
            if areSameGroups, !shops.isEmpty { return RereadFiles(shops: Set(named), groups: Set(groups)) }
        }
        self = Workspace.read(at: folder)
        return nil
    }

    /// The names of the definitions in `tenants/shops` or another folder beside it, in the order of bytes; none where
    /// it cannot be read.
    package static func names(of kind: String, in folder: String) -> [String] {
        let files = (try? FileSystem.names(in: path("tenants/" + kind, in: folder))) ?? []
        return files.compactMap { $0 }.filter { $0.hasSuffix(".yaml") && !$0.hasPrefix(".") }
            .map { String($0.dropLast(".yaml".count)) }.sortedByBytes()
    }

    /// Why a word cannot name a shop, as a sentence; nil when it can.
    package static func problem(withShopName name: String) -> String? {
        if NameShape.slug.accepts(name) { return nil }
        let better = NameShape.slug.suggestion(for: name).map { " Did you mean `\($0)`?" } ?? ""
        return
            "`\(name)` cannot be the id of a shop: 1 to 63 of a-z and 0-9, with single hyphens between them.\(better)"
    }

    /// How a path below the workspace is spelled for the system.
    package static func path(_ path: String, in folder: String) -> String {
        if folder.isEmpty || folder == "." { return path }
        return folder.hasSuffix("/") ? folder + path : folder + "/" + path
    }

    /// Writes one new definition, folders included. False when the file exists: it is never overwritten.
    package static func create(_ path: String, in folder: String, _ bytes: [UInt8]) throws(SystemError) -> Bool {
        let path = Workspace.path(path, in: folder)
        if let end = path.lastIndex(of: "/") { try FileSystem.makeFolders(String(path[..<end])) }
        if try FileSystem.status(path) != nil { return false }
        try FileSystem.create(path, bytes)
        return true
    }

    /// Writes several new definitions, all of them or none.
    package static func create(_ files: [(path: String, bytes: [UInt8])], in folder: String) throws(SystemError) {
        var written: [String] = []
        do throws(SystemError) {
            for (path, bytes) in files {
                guard try create(path, in: folder, bytes) else { throw SystemError.exists(path) }
                written.append(Workspace.path(path, in: folder))
            }
        } catch {
            for path in written { try? FileSystem.removeFile(path) }
            throw error
        }
    }

    /// Puts new bytes in the place of a definition that was read, whole or not at all. Its permissions stay, and so
    /// does a link that leads to it. False when somebody changed the file meanwhile: then it is left alone.
    package static func rewrite(
        _ path: String, in folder: String, from old: [UInt8], to new: [UInt8]
    ) throws(SystemError) -> Bool {
        let path = try FileSystem.resolved(Workspace.path(path, in: folder))
        guard try FileSystem.read(path, limit: definitionLimit) == old else { return false }
        let permissions = try FileSystem.target(path).permissions
        try replace(path, new)
        try FileSystem.setPermissions(permissions, of: path)
        return true
    }

    /// Writes a report that a person asked for, as a whole or not at all; the folders above it are made.
    package static func writeReport(_ path: String, _ bytes: [UInt8]) throws(SystemError) {
        if let end = path.lastIndex(of: "/"), end > path.startIndex { try FileSystem.makeFolders(String(path[..<end])) }
        try replace(path, bytes)
    }

    /// Leads from the current folder to the workspace, with a slash at its end: reports name files from where Livery
    /// was started, which for a build is the top of the repository. Empty where the workspace lies elsewhere.
    package static func reportFolder(of folder: String) -> String {
        let parts = folder.split(separator: "/").filter { $0 != "." }
        var path = parts.joined(separator: "/")
        if folder.hasPrefix("/") || parts.contains("..") {
            guard let here = try? FileSystem.resolved("."), let there = try? FileSystem.resolved(folder),
                there.hasPrefix(here + "/")
            else { return "" }
            path = String(there.dropFirst(here.count + 1))
        }
        return path.isEmpty ? "" : path + "/"
    }

    /// Reads a list of known findings; nil for what is no file, or is too large for one.
    package static func readBaseline(_ path: String) throws(SystemError) -> [UInt8]? {
        try FileSystem.read(path, limit: definitionLimit)
    }

    /// Makes a file hold these bytes, folders included; false when it does already.
    package static func keep(_ path: String, in folder: String, _ bytes: [UInt8]) throws(SystemError) -> Bool {
        let path = Workspace.path(path, in: folder)
        if let end = path.lastIndex(of: "/") { try FileSystem.makeFolders(String(path[..<end])) }
        if try FileSystem.status(path)?.kind == .file, try FileSystem.read(path, limit: bytes.count) == bytes {
            return false
        }
        try replace(path, bytes)
        return true
    }

    /// Writes one page that a person asked for, in place of a former one. The old page stays until the new is whole.
    package static func replace(_ path: String, _ bytes: [UInt8]) throws(SystemError) {
        if let found = try FileSystem.status(path), found.kind != .file {
            // A pipe or `/dev/stdout` takes the bytes as they come.
            return try FileSystem.append(path, bytes)
        }
        let draft = path + ".livery-draft"
        try FileSystem.removeFile(draft)
        do throws(SystemError) {
            try FileSystem.create(draft, bytes)
            try FileSystem.rename(draft, to: path)
        } catch {
            try? FileSystem.removeFile(draft)
            throw error
        }
    }
}

extension [String] {
    /// The order of bytes, which is the same for every locale.
    func sortedByBytes() -> [String] {
        sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }
}
