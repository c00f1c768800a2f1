import LiveryCompiler

/// What the system says of files. Those of ten thousand shops are looked at ahead, on several threads, before one
/// thread makes sense of them in order: most of the time goes into asking, and on a cold disk into waiting.
struct LookAhead {
    fileprivate struct Look: Sendable {
        var status: Result<FileSystem.Status?, SystemError>
        var text: Result<[UInt8]?, SystemError>?
        var names: Result<[String?], SystemError>?
        var isReadable: Bool?
    }

    private typealias Looks = [(path: String, look: Look)]

    /// By path below the workspace.
    private var looks: [String: Look] = [:]
    private let root: String
    private let threads: Int

    /// To wake threads takes longer than to look at a few files.
    private static let worthwhile = 64

    init(root: String, threads: Int) {
        (self.root, self.threads) = (root, threads)
    }

    /// Looks at the definitions in a folder, and reads those that the caller does not know.
    mutating func lookAtDefinitions(
        _ names: [String], in folder: String, isKnown: @Sendable (String, FileVersion) -> Bool
    ) {
        look(at: names, in: folder) { asking, path in
            var look = Look(status: asking.status(path))
            if look.isUnknown(path, isKnown) { look.text = asking.text(path) }
            return [(path, look)]
        }
    }

    /// Looks at the pictures of each shop, and whether those can be read that the caller does not know.
    mutating func lookAtPictures(
        _ names: [String], in folder: String, isKnown: @Sendable (String, FileVersion) -> Bool
    ) {
        look(at: names, in: folder) { $0.pictures($1, isKnown: isKnown) }
    }

    private func pictures(_ path: String, isKnown: (String, FileVersion) -> Bool) -> Looks {
        var look = Look(status: status(path))
        if look.isUnknown(path, isKnown) { look.isReadable = isReadable(path) }
        guard case .success(let found?) = look.status, found.kind == .folder else { return [(path, look)] }
        let names = names(in: path)
        look.names = names
        let below = (try? names.get())?.compactMap(\.self) ?? []
        return [(path, look)] + below.flatMap { pictures(path + "/" + $0, isKnown: isKnown) }
    }

    private mutating func look(
        at names: [String], in folder: String, _ look: @Sendable (LookAhead, String) -> Looks
    ) {
        guard threads > 1, names.count >= Self.worthwhile else { return }
        let asking = LookAhead(root: root, threads: 1)
        for found in Compiler.concurrentMap(names, threads: threads, { look(asking, folder + "/" + $0) }) {
            for (path, look) in found { looks[path] = look }
        }
    }

    // MARK: what the system says, now or when it was looked at ahead

    func status(_ path: String) -> Result<FileSystem.Status?, SystemError> {
        looks[path]?.status ?? Result { () throws(SystemError) in try FileSystem.status(system(path)) }
    }

    /// The bytes of a definition; nil where it is too large for one.
    func text(_ path: String) -> Result<[UInt8]?, SystemError> {
        looks[path]?.text
            ?? Result { () throws(SystemError) in
                try FileSystem.read(system(path), limit: Workspace.definitionLimit)
            }
    }

    func names(in folder: String) -> Result<[String?], SystemError> {
        looks[folder]?.names ?? Result { () throws(SystemError) in try FileSystem.names(in: system(folder)) }
    }

    func isReadable(_ path: String) -> Bool {
        looks[path]?.isReadable ?? FileSystem.isReadable(system(path))
    }

    private func system(_ path: String) -> String {
        Workspace.path(path, in: root)
    }
}

extension LookAhead.Look {
    /// Whether it is a file whose version says nothing to the caller.
    fileprivate func isUnknown(_ path: String, _ isKnown: (String, FileVersion) -> Bool) -> Bool {
        guard case .success(let found?) = status, found.kind == .file else { return false }
        return !isKnown(path, found.version)
    }
}
