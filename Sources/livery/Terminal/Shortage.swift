#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

/// What a shell or a service can withhold with `ulimit`, without which the libraries under a program end it without a
/// word, or wait forever: it is looked at first.
enum Shortage {
    /// Why nothing can be done here; nil when something can.
    static var found: Failure? { ofOpenFiles ?? ofMemory }

    /// libdispatch opens a few, and a bundle some more.
    private static let openFiles: rlim_t = 16

    private static var ofOpenFiles: Failure? {
        #if canImport(Darwin)
        let resource = RLIMIT_NOFILE
        #else
        let resource = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
        #endif
        var limit = rlimit()
        guard getrlimit(resource, &limit) == 0, limit.rlim_cur < openFiles else { return nil }
        let found = limit.rlim_cur
        limit.rlim_cur = openFiles
        if limit.rlim_max >= openFiles, setrlimit(resource, &limit) == 0 { return nil }
        return Failure(
            .inputOutput, "cannot run where \(found) files can be open at once: \(openFiles) are needed.",
            help: ["`ulimit -n 1024` allows more, as far as the system does."])
    }

    /// In MB: what a run of a few shops takes of addresses, with a stack for each of two threads.
    private static let memory: rlim_t = 64

    private static var ofMemory: Failure? {
        #if canImport(Darwin)
        return nil
        #else
        var limit = rlimit()
        guard getrlimit(__rlimit_resource_t(RLIMIT_AS.rawValue), &limit) == 0, limit.rlim_cur >> 20 < memory else {
            return nil
        }
        return Failure(
            .inputOutput, "cannot run in \(limit.rlim_cur >> 20) MB of memory: \(memory) MB are needed.",
            help: ["`ulimit -v unlimited` allows more, as far as the system does."])
        #endif
    }
}
