import LiveryWorkspace

#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

/// The terminal, the environment and the clock: whatever depends on who runs Livery where and when.
struct Console: Sendable {
    /// Whether questions can be asked and answered.
    let isInteractive: Bool
    /// Whether somebody watches standard error.
    let isWatched: Bool
    let isColored: Bool
    let width: Int

    init() {
        isWatched = isatty(STDERR_FILENO) == 1
        isInteractive = isWatched && isatty(STDIN_FILENO) == 1
        // https://no-color.org: set and not empty.
        let isPlain = !(Self.environment("NO_COLOR") ?? "").isEmpty || Self.environment("TERM") == "dumb"
        isColored = isWatched && !isPlain
        width = isWatched ? Self.terminalWidth() : 100
    }

    /// The product of a command.
    func print(_ text: String) throws(Failure) {
        try print(bytes: Array(text.utf8))
    }

    func print(bytes: [UInt8]) throws(Failure) {
        do throws(SystemError) {
            try FileSystem.write(bytes, to: STDOUT_FILENO, path: "standard output")
        } catch { throw Failure(error) }
    }

    /// What a person is told meanwhile. Where nobody can be told, nothing is lost but the telling.
    func say(_ text: String) {
        try? FileSystem.write(Array((text + "\n").utf8), to: STDERR_FILENO, path: "standard error")
    }

    /// Text without a line end: a question, or a progress line.
    func show(_ text: String) {
        try? FileSystem.write(Array(text.utf8), to: STDERR_FILENO, path: "standard error")
    }

    /// The line that a person types; nil at the end of the input.
    func answer() -> String? {
        readLine(strippingNewline: true)
    }

    /// Today where the person is, `YYYY-MM-DD`.
    func today() -> String {
        var now = time(nil)
        var parts = tm()
        localtime_r(&now, &parts)
        let digits = { (number: Int32) in number < 10 ? "0\(number)" : "\(number)" }
        return "\(parts.tm_year + 1900)-\(digits(parts.tm_mon + 1))-\(digits(parts.tm_mday))"
    }

    /// How many threads can run at once here.
    static var processors: Int {
        max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))
    }

    static func pause(milliseconds: UInt32) {
        usleep(milliseconds * 1000)
    }

    static func exit(with status: ExitStatus) -> Never {
        #if canImport(Darwin)
        Darwin.exit(status.rawValue)
        #else
        Glibc.exit(status.rawValue)
        #endif
    }

    static func environment(_ name: String) -> String? {
        getenv(name).map { String(cString: $0) }
    }

    private static func terminalWidth() -> Int {
        var size = winsize()
        guard ioctl(STDERR_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 100 }
        return Int(size.ws_col)
    }
}

extension Failure {
    init(_ error: SystemError) {
        self.init(.inputOutput, "cannot \(error.operation) `\(error.path)`: \(error.reason).")
    }
}
