#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

/// Tells which files of a workspace change. Linux reports by inotify, macOS by kqueue.
///
/// A watcher made before a workspace is read misses nothing that happens after the reading began.
package struct WorkspaceWatcher: ~Copyable {
    private let root: String
    private let descriptor: Int32
    /// The watched path below the workspace, by the number that the system gave its watch.
    private var paths: [Int32: String] = [:]

    package init(root: String) throws(SystemError) {
        self.root = root
        descriptor = Self.openQueue()
        guard descriptor >= 0 else { throw SystemError("watch", Workspace.path("tenants", in: root)) }
        try watchAll()
    }

    deinit {
        #if canImport(Darwin)
        for number in paths.keys { close(number) }
        #endif
        close(descriptor)
    }

    /// What changed, as paths below the workspace; a folder stands for anything in it. Waits at most so many
    /// milliseconds for the first change, without end for -1, and then until the writing pauses. Empty after that time,
    /// and when a signal arrives.
    package mutating func changes(within milliseconds: Int32) throws(SystemError) -> Set<String> {
        var changed: Set<String> = []
        var patience = milliseconds
        while isReady(within: patience) {
            changed.formUnion(try readEvents())
            // One save is several events, and an editor that renames needs two files.
            patience = Self.pause
        }
        if changed.contains(where: { Self.isFolder($0) }) { try watchAll() }
        return changed
    }

    private static let pause: Int32 = 3

    private func isReady(within milliseconds: Int32) -> Bool {
        var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        return poll(&waiting, 1, milliseconds) > 0
    }

    private static func isFolder(_ path: String) -> Bool {
        !path.hasSuffix(".yaml") && !path.hasSuffix(".svg") && !path.hasSuffix(".png")
    }

    private func system(_ path: String) -> String {
        Workspace.path(path, in: root)
    }

    /// Watches every folder that is not watched yet. What comes into a new folder before that is found by whoever reads
    /// the folder, which its parent reports as changed.
    private mutating func watchAll() throws(SystemError) {
        var waiting = ["tenants"]
        while let folder = waiting.popLast() {
            guard try watch(folder) else { continue }
            for case let name? in (try? FileSystem.names(in: system(folder))) ?? [] where !name.hasPrefix(".") {
                let path = folder + "/" + name
                let kind = try? FileSystem.status(system(path))?.kind
                if kind == .folder { waiting.append(path) }
                #if canImport(Darwin)
                // A kqueue says of a folder only that entries came or went.
                if kind == .file { _ = try watch(path) }
                #endif
            }
        }
    }
}

#if canImport(Darwin)
extension WorkspaceWatcher {
    private static func openQueue() -> Int32 {
        // Each watched file takes a descriptor, and the usual limit is 256.
        var limit = rlimit()
        if getrlimit(RLIMIT_NOFILE, &limit) == 0 {
            limit.rlim_cur = min(limit.rlim_max, rlim_t(OPEN_MAX))
            _ = setrlimit(RLIMIT_NOFILE, &limit)
        }
        return kqueue()
    }

    private mutating func watch(_ path: String) throws(SystemError) -> Bool {
        if paths.values.contains(path) { return true }
        let file = open(system(path), O_EVTONLY | O_CLOEXEC)
        guard file >= 0 else {
            if errno == ENOENT { return false }
            throw SystemError("watch", system(path))
        }
        let happenings = NOTE_WRITE | NOTE_EXTEND | NOTE_DELETE | NOTE_RENAME | NOTE_ATTRIB
        var event = kevent(
            ident: UInt(file), filter: Int16(EVFILT_VNODE), flags: UInt16(EV_ADD | EV_CLEAR),
            fflags: UInt32(happenings), data: 0, udata: nil)
        guard kevent(descriptor, &event, 1, nil, 0, nil) == 0 else {
            close(file)
            throw SystemError("watch", system(path))
        }
        paths[file] = path
        return true
    }

    private mutating func readEvents() throws(SystemError) -> Set<String> {
        var changed: Set<String> = []
        var events = [kevent](repeating: kevent(), count: 64)
        var now = timespec()
        let count = kevent(descriptor, nil, 0, &events, Int32(events.count), &now)
        for event in events.prefix(max(0, Int(count))) {
            let file = Int32(event.ident)
            guard let path = paths[file] else { continue }
            changed.insert(path)
            let isGone = event.fflags & UInt32(NOTE_DELETE | NOTE_RENAME) != 0
            if isGone {
                // The name may stand for another file now; its folder is looked through again.
                close(file)
                paths[file] = nil
                changed.insert("tenants")
            }
        }
        return changed
    }
}
#else
extension WorkspaceWatcher {
    private static func openQueue() -> Int32 {
        inotify_init1(Int32(IN_NONBLOCK) | Int32(IN_CLOEXEC))
    }

    /// False when the folder is gone already.
    private mutating func watch(_ path: String) throws(SystemError) -> Bool {
        let happenings =
            IN_CLOSE_WRITE | IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO | IN_ATTRIB | IN_DELETE_SELF
            | IN_MOVE_SELF
        let number = inotify_add_watch(descriptor, system(path), UInt32(happenings) | UInt32(IN_ONLYDIR))
        if number >= 0 {
            paths[number] = path
            return true
        }
        if errno == ENOENT || errno == ENOTDIR, path != "tenants" { return false }
        throw SystemError("watch", system(path))
    }

    private func readEvents() throws(SystemError) -> Set<String> {
        var changed: Set<String> = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        let count = buffer.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
        guard count > 0 else {
            if errno == EAGAIN || errno == EINTR { return [] }
            throw SystemError("watch", system("tenants"))
        }
        var start = 0
        // inotify(7): a header of 16 bytes, then the name, filled up with zeros to `len` bytes.
        while start + 16 <= count {
            let (number, mask, length) = buffer.withUnsafeBytes { bytes in
                (
                    bytes.loadUnaligned(fromByteOffset: start, as: Int32.self),
                    bytes.loadUnaligned(fromByteOffset: start + 4, as: UInt32.self),
                    Int(bytes.loadUnaligned(fromByteOffset: start + 12, as: UInt32.self))
                )
            }
            let name = String(decoding: buffer[(start + 16)..<(start + 16 + length)].prefix { $0 != 0 }, as: UTF8.self)
            start += 16 + length
            guard mask & UInt32(IN_Q_OVERFLOW) == 0, let folder = paths[number] else {
                changed.insert("tenants")
                continue
            }
            // Hidden files belong to editors and other programs.
            if name.hasPrefix(".") { continue }
            changed.insert(name.isEmpty ? folder : folder + "/" + name)
        }
        return changed
    }
}
#endif
