/// What is another one as soon as any run has been at the output: each makes and removes its lock, and most leave
/// another state.
struct OutputVersion: Hashable, Sendable {
    private let workshop: FileVersion?
    private let state: FileVersion?
    private let isLocked: Bool

    init(of output: String) {
        isLocked = Publisher.isLocked(output)
        // After the lock: a run leaves its state before it gives up its lock.
        workshop = Self.version(output + "/.livery")
        state = Self.version(State.path(in: output))
    }

    /// Whether another run has been at the output since this was noted, or is at it.
    func isOvertaken(in output: String) -> Bool {
        isLocked || self != OutputVersion(of: output)
    }

    /// The same for whoever holds the lock, which alone would tell.
    func isOvertakenBeforeLock(in output: String) -> Bool {
        isLocked || state != Self.version(State.path(in: output))
    }

    private static func version(_ path: String) -> FileVersion? {
        (try? FileSystem.status(path))?.version
    }
}
