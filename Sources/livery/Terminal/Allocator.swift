#if canImport(Glibc)
import Glibc

/// The allocator of glibc, which by itself gives memory back to the system after each shop, only to ask for it again.
enum Allocator {
    /// Keeps up to 64 MB that are free, asks for 1 MB at a time, and has buffers up to 4 MB among everything else.
    static func keepMemory() {
        _ = mallopt(trimThreshold, 64 << 20)
        _ = mallopt(topPad, 1 << 20)
        _ = mallopt(mapThreshold, 4 << 20)
        beginWithHugePage()
    }

    /// Lets the system give the first 2 MB, which one shop fills, at one touch. A page for each touch takes it seven
    /// times as long: a millisecond, where all of one shop takes ten. Where it knows no such pages nothing changes.
    private static func beginWithHugePage() {
        let size = 2 << 20
        // In front of what it gives, the allocator writes down how much that is. A huge page must be untouched.
        let front = 1 << 16
        guard let end = sbrk(0) else { return }
        let rest = (Int(bitPattern: end) + front) & (size - 1)
        _ = sbrk(rest == 0 ? 0 : size - rest)
        guard let memory = malloc(front + size) else { return }
        _ = madvise(memory + (size - Int(bitPattern: memory) & (size - 1)), size, MADV_HUGEPAGE)
        free(memory)
    }

    // malloc.h of glibc 2.0 and later, which the toolchain's module leaves out.
    private static let trimThreshold: Int32 = -1
    private static let topPad: Int32 = -2
    private static let mapThreshold: Int32 = -3
}

@_silgen_name("mallopt")
private func mallopt(_ parameter: Int32, _ value: Int32) -> Int32
#else
enum Allocator {
    static func keepMemory() {}
}
#endif
