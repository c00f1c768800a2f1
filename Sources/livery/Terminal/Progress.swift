import Synchronization

#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

/// A line that tells a waiting person what happens. It appears on a terminal only, once work has taken a
/// second.
final class Progress: Sendable {
    private struct State {
        var task = ""
        var shown = ""
        var isOver = false
    }

    private let state = Mutex(State())
    private let console: Console

    /// Starts the line when somebody watches.
    init(_ task: String, on console: Console) {
        self.console = console
        state.withLock { $0.task = task }
        if console.isWatched { start() }
    }

    func update(_ task: String) {
        state.withLock { $0.task = task }
    }

    /// Clears the line. After this nothing more is shown.
    func end() {
        state.withLock { state in
            if !state.shown.isEmpty { console.show("\r\u{1B}[K") }
            state.isOver = true
        }
    }

    /// Shows something else in between; the line comes again by itself.
    func pause(_ body: () -> Void) {
        state.withLock { state in
            if !state.shown.isEmpty { console.show("\r\u{1B}[K") }
            state.shown = ""
            body()
        }
    }

    /// Shows the line once; false when the work is over.
    private func show(seconds: Int) -> Bool {
        state.withLock { state in
            guard !state.isOver else { return false }
            let line = String("\(state.task), \(seconds) s".prefix(console.width - 1))
            if line != state.shown { console.show("\r\u{1B}[K" + line) }
            state.shown = line
            return true
        }
    }

    private func start() {
        let box = Unmanaged.passRetained(self).toOpaque()
        #if canImport(Darwin)
        var thread: pthread_t?
        #else
        var thread = pthread_t()
        #endif
        let failed = pthread_create(&thread, nil, watch, box)
        if failed != 0 { return Unmanaged<Progress>.fromOpaque(box).release() }
        #if canImport(Darwin)
        if let thread { pthread_detach(thread) }
        #else
        pthread_detach(thread)
        #endif
    }

    fileprivate func run() {
        var quarters = 0
        repeat {
            usleep(250_000)
            quarters += 1
        } while quarters < 4 || show(seconds: quarters / 4)
    }
}

#if canImport(Darwin)
private func watch(_ box: UnsafeMutableRawPointer) -> UnsafeMutableRawPointer? {
    Unmanaged<Progress>.fromOpaque(box).takeRetainedValue().run()
    return nil
}
#else
private func watch(_ box: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
    if let box { Unmanaged<Progress>.fromOpaque(box).takeRetainedValue().run() }
    return nil
}
#endif
