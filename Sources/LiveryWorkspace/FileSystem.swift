// The one file of this target that speaks to the operating system. Everything goes through descriptors and plain POSIX
// calls, so that Linux and macOS behave alike and every failure keeps its reason.
#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

/// A call to the operating system that failed.
package struct SystemError: Error, Hashable {
    /// Such as `read`, `write`, `rename`.
    package let operation: String
    package let path: String
    package let code: Int32

    init(_ operation: String, _ path: String, code: Int32 = errno) {
        self.operation = operation
        self.path = path
        self.code = code
    }

    static let notAFolder = ENOTDIR
    static let illegalBytes = EILSEQ

    /// A file that somebody else made first.
    package static func exists(_ path: String) -> SystemError {
        SystemError("write", path, code: EEXIST)
    }

    static func forbidden(_ path: String) -> SystemError {
        SystemError("read", path, code: EACCES)
    }

    /// The system's own words, such as `No space left on device`.
    package var reason: String {
        String(cString: strerror(code))
    }
}

package enum FileSystem {
    enum Kind: Hashable {
        case file
        case folder
        case link
        /// A pipe, socket or device.
        case special
    }

    struct Status {
        let kind: Kind
        let size: Int
        let permissions: UInt32
        let version: FileVersion
    }

    /// What stands at a path, without following a link there; nil when nothing does.
    static func status(_ path: String) throws(SystemError) -> Status? {
        var status = stat()
        guard lstat(path, &status) == 0 else {
            if errno == ENOENT || errno == ENOTDIR { return nil }
            throw SystemError("look at", path)
        }
        return Status(status)
    }

    /// What stands where a path leads, links followed.
    static func target(_ path: String) throws(SystemError) -> Status {
        var status = stat()
        guard stat(path, &status) == 0 else { throw SystemError("follow", path) }
        return Status(status)
    }

    /// The path without links, `.` and `..`.
    static func resolved(_ path: String) throws(SystemError) -> String {
        guard let resolved = realpath(path, nil) else { throw SystemError("follow", path) }
        defer { free(resolved) }
        return String(cString: resolved)
    }

    /// A name in a folder; nil where its bytes are not UTF-8.
    static func names(in folder: String) throws(SystemError) -> [String?] {
        guard let stream = opendir(folder) else { throw SystemError("list", folder) }
        defer { closedir(stream) }
        var names: [String?] = []
        while true {
            errno = 0
            guard let entry = readdir(stream) else { break }
            let name = withUnsafePointer(to: &entry.pointee.d_name) { tuple in
                tuple.withMemoryRebound(to: CChar.self, capacity: MemoryLayout.size(ofValue: tuple.pointee)) {
                    String(validatingCString: $0)
                }
            }
            if name != ".", name != ".." { names.append(name) }
        }
        if errno != 0 { throw SystemError("list", folder) }
        return names
    }

    /// The bytes of a regular file, or nil when there are more than the limit; those are never read.
    static func read(_ path: String, limit: Int) throws(SystemError) -> [UInt8]? {
        // A pipe that took the file's place meanwhile must not make us wait.
        let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard file >= 0 else { throw SystemError("read", path) }
        defer { close(file) }
        var status = stat()
        guard fstat(file, &status) == 0 else { throw SystemError("read", path) }
        guard Status(status).kind == .file else { throw SystemError("read", path, code: EISDIR) }
        guard status.st_size <= limit else { return nil }

        var bytes: [UInt8] = []
        // One byte more than there should be: when it does not come, this is the end.
        let size = Int(status.st_size)
        var room = size + 1
        while true {
            var failed = false
            let chunk = [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
                repeat { count = readOnce(file, into: buffer) } while count < 0 && errno == EINTR
                failed = count < 0
                count = max(0, count)
            }
            if failed { throw SystemError("read", path) }
            if chunk.isEmpty { return bytes }
            if bytes.isEmpty { bytes = chunk } else { bytes += chunk }
            if bytes.count == size { return bytes }
            if bytes.count > limit { return nil }
            room = max(1, min(1 << 16, limit + 1 - bytes.count))
        }
    }

    /// The bytes of a file, pipe or device, or of standard input for nil; nothing behind the limit is read.
    static func readStream(_ path: String?, limit: Int) throws(SystemError) -> [UInt8] {
        let name = path ?? "standard input"
        let file = path.map { open($0, O_RDONLY | O_CLOEXEC) } ?? STDIN_FILENO
        guard file >= 0 else { throw SystemError("read", name) }
        defer { if path != nil { close(file) } }
        var bytes: [UInt8] = []
        while bytes.count < limit {
            var failed = false
            let chunk = [UInt8](unsafeUninitializedCapacity: min(1 << 16, limit - bytes.count)) { buffer, count in
                repeat { count = readOnce(file, into: buffer) } while count < 0 && errno == EINTR
                failed = count < 0
                count = max(0, count)
            }
            if failed { throw SystemError("read", name) }
            if chunk.isEmpty { break }
            bytes += chunk
        }
        return bytes
    }

    /// The first bytes of a file of any size.
    static func head(of path: String, count: Int) throws(SystemError) -> [UInt8] {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { throw SystemError("read", path) }
        defer { close(file) }
        return [UInt8](unsafeUninitializedCapacity: count) { $1 = max(0, readOnce(file, into: $0)) }
    }

    /// Of a file of any size, a piece at a time.
    static func checksum(of path: String) throws(SystemError) -> Checksum {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { throw SystemError("read", path) }
        defer { close(file) }
        var checksum = Checksum()
        while true {
            var count = 0
            let piece = [UInt8](unsafeUninitializedCapacity: 1 << 20) { buffer, used in
                repeat { count = readOnce(file, into: buffer) } while count < 0 && errno == EINTR
                used = max(0, count)
            }
            if count < 0 { throw SystemError("read", path) }
            if count == 0 { return checksum }
            checksum.add(piece[...])
        }
    }

    private static func readOnce(_ file: Int32, into buffer: UnsafeMutableBufferPointer<UInt8>) -> Int {
        #if canImport(Darwin)
        Darwin.read(file, buffer.baseAddress, buffer.count)
        #else
        Glibc.read(file, buffer.baseAddress, buffer.count)
        #endif
    }

    /// Whether this process may read what stands at a path.
    static func isReadable(_ path: String) -> Bool {
        access(path, R_OK) == 0
    }

    /// Writes a file that must not exist yet.
    static func create(_ path: String, _ bytes: [UInt8]) throws(SystemError) {
        try create(path) { write throws(SystemError) in try write(bytes) }
    }

    /// Writes a file that must not exist yet, a piece at a time.
    static func create(
        _ path: String, _ body: (_ write: ([UInt8]) throws(SystemError) -> Void) throws(SystemError) -> Void
    ) throws(SystemError) {
        let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o666)
        guard file >= 0 else { throw SystemError("write", path) }
        do throws(SystemError) {
            try body { bytes throws(SystemError) in try write(bytes, to: file, path: path) }
        } catch {
            close(file)
            throw error
        }
        // Some file systems tell of a full disk only here.
        guard close(file) == 0 else { throw SystemError("write", path) }
    }

    static func makeFolder(_ path: String) throws(SystemError) {
        guard mkdir(path, 0o777) == 0 || errno == EEXIST else { throw SystemError("make the folder", path) }
        guard try target(path).kind == .folder else { throw SystemError("make the folder", path, code: ENOTDIR) }
    }

    /// A new folder, in place of whatever stands there.
    static func makeFolderAnew(_ path: String) throws(SystemError) {
        if mkdir(path, 0o777) == 0 { return }
        if errno == EEXIST {
            try removeTree(path)
            if mkdir(path, 0o777) == 0 { return }
        }
        throw SystemError("make the folder", path)
    }

    /// A folder with all folders above it.
    static func makeFolders(_ path: String) throws(SystemError) {
        var reached = path.hasPrefix("/") ? "/" : ""
        for part in path.split(separator: "/") {
            reached += reached.isEmpty || reached == "/" ? String(part) : "/" + part
            try makeFolder(reached)
        }
    }

    static func rename(_ from: String, to destination: String) throws(SystemError) {
        #if canImport(Darwin)
        let result = Darwin.rename(from, destination)
        #else
        let result = Glibc.rename(from, destination)
        #endif
        guard result == 0 else { throw SystemError("rename", from) }
    }

    /// Swaps two paths in one step; false where the file system cannot.
    static func exchange(_ left: String, _ right: String) throws(SystemError) -> Bool {
        #if canImport(Darwin)
        let result = renamex_np(left, right, UInt32(RENAME_SWAP))
        #else
        let result = renameat2(AT_FDCWD, left, AT_FDCWD, right, renameExchange)
        #endif
        if result == 0 { return true }
        if errno == EINVAL || errno == ENOSYS || errno == ENOTSUP || errno == EOPNOTSUPP { return false }
        throw SystemError("rename", left)
    }

    /// A second name for what stands at a path, links themselves included.
    static func link(_ from: String, to destination: String) throws(SystemError) {
        guard linkat(AT_FDCWD, from, AT_FDCWD, destination, 0) == 0 else { throw SystemError("keep", from) }
    }

    static func setPermissions(_ permissions: UInt32, of path: String) throws(SystemError) {
        guard chmod(path, mode_t(permissions)) == 0 else { throw SystemError("set the permissions of", path) }
    }

    static func removeFile(_ path: String) throws(SystemError) {
        guard unlink(path) == 0 || errno == ENOENT else { throw SystemError("remove", path) }
    }

    /// Removes an empty folder; false when something is left in it.
    @discardableResult
    static func removeFolder(_ path: String) throws(SystemError) -> Bool {
        if rmdir(path) == 0 || errno == ENOENT { return true }
        if errno == ENOTEMPTY || errno == EEXIST { return false }
        throw SystemError("remove", path)
    }

    /// Removes whatever stands at a path. Links are removed, never followed.
    static func removeTree(_ path: String) throws(SystemError) {
        guard let found = try status(path) else { return }
        guard found.kind == .folder else { return try removeFile(path) }
        for name in try names(in: path) {
            guard let name else { throw SystemError("remove", path, code: EILSEQ) }
            try removeTree(path + "/" + name)
        }
        try removeFolder(path)
    }

    /// Takes a lock that ends with the process; nil when another process holds it.
    static func lock(_ path: String) throws(SystemError) -> Lock? {
        let file = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o666)
        guard file >= 0 else { throw SystemError("write", path) }
        if flock(file, LOCK_EX | LOCK_NB) == 0 {
            // The former holder may have removed the file between our two calls; then ours guards nothing.
            var held = stat()
            var named = stat()
            let isNamed = fstat(file, &held) == 0 && lstat(path, &named) == 0 && held.st_ino == named.st_ino
            if isNamed {
                // For whoever waits; a lock without it is as good.
                _ = ftruncate(file, 0)
                try? write(Array("\(getpid())\n".utf8), to: file, path: path)
                return Lock(file: file)
            }
            close(file)
            return nil
        }
        let error = SystemError("lock", path)
        close(file)
        if error.code == EWOULDBLOCK { return nil }
        throw error
    }

    struct Lock: ~Copyable {
        fileprivate let file: Int32

        deinit { close(file) }
    }
}

extension FileSystem.Status {
    fileprivate init(_ status: stat) {
        let kind: FileSystem.Kind =
            switch status.st_mode & S_IFMT {
            case S_IFREG: .file
            case S_IFDIR: .folder
            case S_IFLNK: .link
            default: .special
            }
        self.init(
            kind: kind, size: Int(status.st_size), permissions: UInt32(status.st_mode) & 0o7777,
            version: FileVersion(status))
    }
}

extension FileSystem {
    /// Writes to what is already there and is no file, such as a pipe.
    static func append(_ path: String, _ bytes: [UInt8]) throws(SystemError) {
        let file = open(path, O_WRONLY | O_CLOEXEC)
        guard file >= 0 else { throw SystemError("write", path) }
        defer { close(file) }
        try write(bytes, to: file, path: path)
    }

    /// Writes all bytes to an open descriptor.
    package static func write(_ bytes: [UInt8], to file: Int32, path: String) throws(SystemError) {
        var written = 0
        while written < bytes.count {
            let count = bytes.withUnsafeBytes { writeOnce(file, $0[written...]) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw SystemError("write", path) }
            written += count
        }
    }

    private static func writeOnce(_ file: Int32, _ bytes: Slice<UnsafeRawBufferPointer>) -> Int {
        let bytes = UnsafeRawBufferPointer(rebasing: bytes)
        #if canImport(Darwin)
        return Darwin.write(file, bytes.baseAddress, bytes.count)
        #else
        return Glibc.write(file, bytes.baseAddress, bytes.count)
        #endif
    }
}

#if !canImport(Darwin)
// glibc 2.28 and later have this call, but the toolchain's Glibc module hides what stands behind _GNU_SOURCE.
// linux/fs.h: RENAME_EXCHANGE.
private let renameExchange: UInt32 = 1 << 1

@_silgen_name("renameat2")
private func renameat2(
    _ oldFolder: Int32, _ old: UnsafePointer<CChar>, _ newFolder: Int32, _ new: UnsafePointer<CChar>, _ flags: UInt32
) -> Int32
#endif
