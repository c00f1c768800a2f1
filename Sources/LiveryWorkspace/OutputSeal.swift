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
        var checksum = Checksum()
        var status = stat()
        guard fstat(folder, &status) == 0 else { return nil }
        checksum.add(FileVersion(status))
        let isWhole = layout.names.withUnsafeBufferPointer { names in
            var start = 0
            for isFolder in layout.areFolders {
                guard let name = names.baseAddress.map({ $0 + start }),
                    fstatat(folder, name, &status, AT_SYMLINK_NOFOLLOW) == 0,
                    status.st_mode & S_IFMT == (isFolder ? S_IFDIR : S_IFREG)
                else { return false }
                checksum.add(FileVersion(status))
                start += strlen(name) + 1
            }
            return true
        }
        guard isWhole else { return nil }
        self.checksum = checksum
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
            for end in file.path.indices where file.path[end] == "/" {
                let folder = String(file.path[...end])
                if folders.insert(folder).inserted { paths.append(folder) }
            }
            paths.append(file.path)
        }
        self.init(paths: paths)
    }

    static func == (left: BundleLayout, right: BundleLayout) -> Bool { left.paths == right.paths }

    func hash(into hasher: inout Hasher) { hasher.combine(paths) }
}

extension Checksum {
    fileprivate mutating func add(_ version: FileVersion) {
        for number in version.numbers { add(UInt64(bitPattern: number)) }
    }
}
