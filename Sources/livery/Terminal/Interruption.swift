import Synchronization

#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

/// The signal that asks the process to end, or zero. A handler of signals can reach nothing but a global.
private let received = Atomic<Int32>(0)

/// From here on Ctrl-C and SIGTERM only leave word, so that what is begun can be brought to an end.
struct Interruption {
    private static let requests = [SIGINT, SIGTERM]
    /// A closed pipe and a limit on the size of files are errors of the write, with words, and no sudden death.
    private static let nuisances = [SIGPIPE, SIGXFSZ]

    init() {
        for number in Self.requests { signal(number) { received.store($0, ordering: .relaxed) } }
        for number in Self.nuisances { signal(number, SIG_IGN) }
    }

    static var hasCome: Bool { received.load(ordering: .relaxed) != 0 }

    var hasCome: Bool { Self.hasCome }

    /// Signals have their usual effect again. What the shell is to learn, when one has come.
    func end() -> ExitStatus? {
        for number in Self.requests + Self.nuisances { signal(number, SIG_DFL) }
        switch received.load(ordering: .relaxed) {
        case 0: return nil
        case SIGTERM: return .terminated
        default: return .interrupted
        }
    }
}
