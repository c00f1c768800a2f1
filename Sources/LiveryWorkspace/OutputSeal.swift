import LiveryBundle

#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

/// What the bundle of a shop looks like from outside: the version of each of its files and folders, in one number.
///
/// Whoever writes into a file, removes it or adds another changes the seal; only bytes of the same number that somebody
/// puts into a file within the tick of the clock in which Livery wrote it do not. `--check` reads every byte.
struct OutputSeal: Hashable, Sendable {
    let checksum: Checksum

    init(_ checksum: Checksum) {
        self.checksum = checksum
    }

    /// nil when a part of the bundle is missing or is of another kind.
    init?(of shop: String, in output: String, _ layout: BundleLayout) {
        let folder = open(output + "/" + shop, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
        guard folder >= 0 else { return nil }
        defer { close(folder) }
        var versions: [FileVersion] = []
        versions.reserveCapacity(layout.paths.count)
        let isWhole = layout.forEach { name, isFolder in
            guard let found = FileVersion(of: name, in: folder, isFolder: isFolder) else { return false }
            versions.append(found)
            return true
        }
        guard isWhole, let root = FileVersion(of: folder) else { return nil }
        self.init(root, of: Checksum(of: versions))
    }

    /// From what was seen in a draft before it came to its place; nil when something else is there.
    init?(of shop: String, in output: String, contents: Checksum) {
        guard let root = FileVersion(of: output + "/" + shop, in: AT_FDCWD, isFolder: true) else { return nil }
        self.init(root, of: contents)
    }

    private init(_ root: FileVersion, of contents: Checksum) {
        var checksum = contents
        checksum.add(root)
        self.checksum = checksum
    }
}

/// The folder of a bundle that is being written. It is held open, so that no file needs the way through the folders
/// above it.
struct DraftFolder: ~Copyable {
    private let path: String
    private let folder: Int32
    private let layout: BundleLayout
    /// Of each file when its last byte was written, and of no folder: those change until all is there.
    private var versions: [FileVersion?] = []

    /// Makes the folder, in place of one that a killed run left.
    static func make(at path: String, _ layout: BundleLayout) throws(SystemError) -> DraftFolder {
        try FileSystem.makeFolderAnew(path)
        let folder = open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
        guard folder >= 0 else { throw SystemError("write into", path) }
        return DraftFolder(path: path, folder: folder, layout: layout)
    }

    private init(path: String, folder: Int32, layout: BundleLayout) {
        self.path = path
        self.folder = folder
        self.layout = layout
    }

    deinit { close(folder) }

    mutating func write(_ bundle: Bundle) throws(SystemError) {
        var failure: SystemError?
        var files = bundle.files.makeIterator()
        var seen: [FileVersion?] = []
        _ = layout.forEach { name, isFolder in
            do throws(SystemError) {
                if isFolder {
                    try makeFolder(name)
                    seen.append(nil)
                } else if let file = files.next() {
                    seen.append(try create(name, file.bytes))
                }
            } catch { failure = error }
            return failure == nil
        }
        if let failure { throw failure }
        versions = seen
    }

    private borrowing func makeFolder(_ name: UnsafePointer<CChar>) throws(SystemError) {
        guard mkdirat(folder, name, 0o777) == 0 else { throw SystemError("make the folder", self.path(of: name)) }
    }

    private borrowing func create(_ name: UnsafePointer<CChar>, _ bytes: [UInt8]) throws(SystemError) -> FileVersion? {
        let file = openat(folder, name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o666)
        guard file >= 0 else { throw SystemError("write", path(of: name)) }
        do throws(SystemError) {
            try FileSystem.write(bytes, to: file, path: path)
        } catch {
            close(file)
            throw SystemError("write", path(of: name), code: error.code)
        }
        let version = FileVersion(of: file)
        // Some file systems tell of a full disk only here.
        guard close(file) == 0 else { throw SystemError("write", path(of: name)) }
        return version
    }

    private borrowing func path(of name: UnsafePointer<CChar>) -> String { path + "/" + String(cString: name) }

    /// What is in the folder, now that nothing more comes; nil when that is not what was written.
    borrowing func contents() -> Checksum? {
        var whole: [FileVersion] = []
        whole.reserveCapacity(versions.count)
        let isWhole = layout.forEach { name, isFolder in
            guard whole.count < versions.count,
                let found = versions[whole.count] ?? FileVersion(of: name, in: folder, isFolder: isFolder)
            else { return false }
            whole.append(found)
            return true
        }
        return isWhole ? Checksum(of: whole) : nil
    }
}

/// The paths of a bundle; most shops have the same.
struct BundleLayout: Hashable, Sendable {
    /// Folders end in a slash, and stand before what they hold.
    let paths: [String]
    /// As the system wants them: each path behind another, with a zero at its end.
    fileprivate let names: [CChar]
    fileprivate let areFolders: [Bool]

    init(paths: [String]) {
        self.paths = paths
        names = paths.flatMap { $0.utf8CString }
        areFolders = paths.map { $0.hasSuffix("/") }
    }

    init(_ bundle: Bundle) {
        var paths: [String] = []
        var folders: Set<String> = []
        for file in bundle.files {
            let path = file.path.utf8
            for end in path.indices where path[end] == UInt8(ascii: "/") {
                let folder = String(file.path[...end])
                if folders.insert(folder).inserted { paths.append(folder) }
            }
            paths.append(file.path)
        }
        self.init(paths: paths)
    }

    /// Each path as the system wants it, while `body` says so; whether it always did.
    fileprivate func forEach(_ body: (_ name: UnsafePointer<CChar>, _ isFolder: Bool) -> Bool) -> Bool {
        names.withUnsafeBufferPointer { names in
            var start = 0
            for isFolder in areFolders {
                guard let name = names.baseAddress.map({ $0 + start }), body(name, isFolder) else { return false }
                start += strlen(name) + 1
            }
            return true
        }
    }

    static func == (left: BundleLayout, right: BundleLayout) -> Bool { left.paths == right.paths }

    func hash(into hasher: inout Hasher) { hasher.combine(paths) }
}

extension FileVersion {
    fileprivate init?(of file: Int32) {
        var status = stat()
        guard fstat(file, &status) == 0 else { return nil }
        self.init(status)
    }

    /// nil where nothing stands, or something of another kind.
    fileprivate init?(of name: UnsafePointer<CChar>, in folder: Int32, isFolder: Bool) {
        var status = stat()
        guard fstatat(folder, name, &status, AT_SYMLINK_NOFOLLOW) == 0,
            status.st_mode & S_IFMT == (isFolder ? S_IFDIR : S_IFREG)
        else { return nil }
        self.init(status)
    }
}

extension Checksum {
    fileprivate init(of versions: [FileVersion]) {
        self.init()
        for version in versions { add(version) }
    }

    fileprivate mutating func add(_ version: FileVersion) {
        add(UInt64(bitPattern: version.size))
        add(UInt64(bitPattern: version.inode))
        add(UInt64(bitPattern: version.modified))
        add(UInt64(bitPattern: version.changed))
    }
}
