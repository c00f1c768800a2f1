import Synchronization

/// A value that many threads may use, one at a time. Whoever finds it in use goes without it and does not wait: it is for
/// what can also be worked out again.
///
/// `Mutex` would do, but the Thread Sanitizer does not see its lock, and takes each use for a race.
package final class TryLock<Value>: @unchecked Sendable {
    private let isTaken = Atomic(false)
    /// Only touched by the thread that took it.
    private var value: Value

    package init(_ value: sending Value) {
        self.value = value
    }

    /// nil when another thread is at it.
    package func withLockIfAvailable<Result>(_ body: (inout Value) -> Result) -> Result? {
        guard !isTaken.exchange(true, ordering: .acquiring) else { return nil }
        defer { isTaken.store(false, ordering: .releasing) }
        return body(&value)
    }
}
