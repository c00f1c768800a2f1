/// What the shell learns. The numbers from 64 are those of BSD's sysexits.h.
enum ExitStatus: Int32 {
    /// Nothing is wrong; warnings are allowed.
    case clean = 0
    /// A definition has errors.
    case findings = 1
    /// The output is not what a run would write, or a bundle not what its manifest says.
    case drift = 2
    /// The command line makes no sense.
    case usage = 64
    /// A fault of Livery itself.
    case bug = 70
    /// A file could not be read or written.
    case inputOutput = 74
    /// Ctrl-C: 128 and the number of SIGINT, as shells have it.
    case interrupted = 130
    /// Likewise for SIGTERM.
    case terminated = 143
}

/// Why a command ends early, in words for the terminal.
struct Failure: Error, Equatable {
    let status: ExitStatus
    /// One sentence.
    let message: String
    /// What to do, a line each.
    let help: [String]

    init(_ status: ExitStatus, _ message: String, help: [String] = []) {
        self.status = status
        self.message = message
        self.help = help
    }

    static func usage(_ message: String, help: [String] = []) -> Failure {
        Failure(.usage, message, help: help)
    }
}
