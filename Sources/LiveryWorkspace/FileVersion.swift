#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

/// What tells one state of a file from another without reading it. A program that writes a file, or puts another in its
/// place, cannot keep all four: no call sets the time of the last change of the inode.
package struct FileVersion: Hashable, Sendable {
    let size: Int64
    let inode: Int64
    /// Nanoseconds since 1970, as all times here.
    let modified: Int64
    let changed: Int64

    init(size: Int64, inode: Int64, modified: Int64, changed: Int64) {
        self.size = size
        self.inode = inode
        self.modified = modified
        self.changed = changed
    }

    init(_ status: stat) {
        #if canImport(Darwin)
        let (modified, changed) = (status.st_mtimespec, status.st_ctimespec)
        #else
        let (modified, changed) = (status.st_mtim, status.st_ctim)
        #endif
        self.init(
            size: Int64(status.st_size), inode: Int64(truncatingIfNeeded: status.st_ino),
            modified: Self.nanoseconds(modified), changed: Self.nanoseconds(changed))
    }

    var numbers: [Int64] { [size, inode, modified, changed] }

    /// Whether any later write must show. A clock ticks: what is written twice within a tick has the same time, and
    /// the second write may keep the size. FAT counts two seconds, and a file server's clock need not agree with ours.
    func isSettled(at now: Int64) -> Bool {
        max(modified, changed) < now - 2_000_000_000
    }

    package static func now() -> Int64 {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return nanoseconds(time)
    }

    private static func nanoseconds(_ time: timespec) -> Int64 {
        Int64(time.tv_sec) &* 1_000_000_000 &+ Int64(time.tv_nsec)
    }
}

/// 128 bits that change when anything that went in does. It guards against accidents, not against forgers.
struct Checksum: Hashable, Sendable {
    private(set) var first: UInt64 = 0x9E37_79B9_7F4A_7C15
    private(set) var second: UInt64 = 0xD1B5_4A32_D192_ED03

    init() {}

    init(first: UInt64, second: UInt64) {
        self.first = first
        self.second = second
    }

    init(of bytes: ArraySlice<UInt8>) {
        add(bytes)
    }

    // Every step can be undone, so that two inputs that differ in one word never end alike.
    mutating func add(_ word: UInt64) {
        first = ((first << 29 | first >> 35) ^ word) &* 0xBF58_476D_1CE4_E5B9
        first ^= first >> 32
        second = ((second << 31 | second >> 33) &+ word) &* 0x94D0_49BB_1331_11EB
        second ^= second >> 29
    }

    mutating func add(_ bytes: ArraySlice<UInt8>) {
        let whole = addWords(of: bytes)
        finish(bytes[whole...], total: bytes.count)
    }

    /// Adds all whole words, and gives where the rest begins.
    private mutating func addWords(of bytes: ArraySlice<UInt8>) -> Int {
        let words = bytes.count / 8
        bytes.withUnsafeBytes { bytes in
            for word in 0..<words {
                add(UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: word * 8, as: UInt64.self)))
            }
        }
        return bytes.startIndex + words * 8
    }

    private mutating func finish(_ rest: ArraySlice<UInt8>, total: Int) {
        var last: UInt64 = 0
        for byte in rest.reversed() { last = last << 8 | UInt64(byte) }
        add(last)
        add(UInt64(total))
    }

    /// The checksum of bytes that come in pieces and are never in memory together.
    struct Running {
        private var checksum = Checksum()
        /// What does not fill a word.
        private var rest: [UInt8] = []
        private var count = 0

        mutating func add(_ bytes: [UInt8]) {
            count += bytes.count
            let all = rest + bytes
            rest = Array(all[checksum.addWords(of: all[...])...])
        }

        var value: Checksum {
            var checksum = checksum
            checksum.finish(rest[...], total: count)
            return checksum
        }
    }
}
