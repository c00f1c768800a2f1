/// What no stage below `LiveryWorkspace` may use, and why. The import table keeps most of it out already; this says it
/// by name, so that the reason stands where somebody reaches for it.
enum Purity {
    struct Ban {
        let reason: String
        /// `open(...)`: free functions and initializers, which somebody may declare under the same name.
        var calls: Set<String> = []
        /// `CommandLine`, `.shuffled`: wrong wherever they stand.
        var names: Set<String> = []
    }

    static let bans = [
        Ban(
            reason: "files belong to LiveryWorkspace; a stage takes bytes and gives bytes",
            calls: [
                "open", "openat", "creat", "fopen", "fdopen", "fread", "fwrite", "fclose", "read", "pread", "write",
                "pwrite", "stat", "lstat", "fstat", "opendir", "readdir", "mkdir", "rmdir", "unlink", "rename",
                "symlink",
                "mmap", "realpath", "getcwd", "chdir", "Data", "URL",
            ],
            names: ["FileManager", "FileHandle", "NSData", "InputStream", "OutputStream"]),
        Ban(
            reason: "the terminal belongs to livery; a stage returns its text and its diagnostics",
            calls: ["print", "debugPrint", "dump", "puts", "printf", "fputs", "readLine", "isatty", "exit", "abort"]),
        Ban(
            reason: "no network and no other program may show in an output",
            calls: ["socket", "connect", "system", "popen", "fork", "posix_spawn"],
            names: ["URLSession", "NWConnection", "Process"]),
        Ban(
            reason: "the same input gives the same bytes, whatever the environment",
            calls: ["getenv", "setenv", "secure_getenv", "getpid", "gethostname", "getuid", "sysconf"],
            names: ["ProcessInfo", "CommandLine", "environ"]),
        Ban(
            reason: "the same input gives the same bytes, whatever the time; dates come from the definition",
            calls: [
                "Date", "time", "clock", "clock_gettime", "gettimeofday", "localtime", "gmtime", "mktime", "strftime",
                "sleep", "usleep",
            ],
            names: ["ContinuousClock", "SuspendingClock", "DispatchTime", "DispatchWallTime", "NSDate"]),
        Ban(
            reason: "the same input gives the same bytes, whatever the locale and time zone of the machine",
            calls: ["Locale", "TimeZone", "Calendar", "setlocale", "tzset"],
            names: ["DateFormatter", "NumberFormatter", "localizedCompare", "localizedStandardCompare"]),
        Ban(
            reason: "chance never decides what an output says",
            calls: ["random", "rand", "arc4random", "getrandom", "UUID"],
            names: ["SystemRandomNumberGenerator", "shuffled", "shuffle", "randomElement"]),
        Ban(
            reason: "hashes are seeded anew in each process",
            names: ["hashValue", "ObjectIdentifier"]),
    ]

    static let edge: Set = ["LiveryWorkspace", "livery"]

    /// The uses of banned names in the targets below the edge. What a target declares itself is its own.
    static func findings(in files: [CheckedFile]) -> [Finding] {
        var findings: [Finding] = []
        for (target, files) in Dictionary(grouping: files, by: \.target).sorted(by: { $0.key < $1.key })
        where !edge.contains(target) {
            let own = files.reduce(into: Set<String>()) { $0.formUnion($1.swift.declaredNames) }
            for file in files { findings += uses(in: file, besides: own) }
        }
        return findings
    }

    private static func uses(in file: CheckedFile, besides own: Set<String>) -> [Finding] {
        let tokens = file.swift.tokens
        return tokens.indices.compactMap { index in
            let text = tokens[index].text
            guard !own.contains(text),
                let ban = bans.first(where: { $0.names.contains(text) || $0.calls.contains(text) })
            else { return nil }
            let before = index > 0 ? tokens[index - 1].text : ""
            let next = index + 1 < tokens.count ? tokens[index + 1] : nil
            // `random(in:)` is always a member; of the others, `reader.read()` and `case time(...)` are something else.
            let isCall =
                next?.text == "(" && next?.isJoined == true && before != "func" && before != "case"
                && (before != "." || text == "random")
            guard ban.names.contains(text) || isCall else { return nil }
            return file.finding(tokens[index].line, "`\(text)` is banned below LiveryWorkspace: \(ban.reason)")
        }
    }
}

extension SwiftText {
    /// The names of functions and types that are declared here.
    var declaredNames: Set<String> {
        let keywords: Set = ["func", "struct", "class", "enum", "protocol", "actor", "typealias", "case", "let", "var"]
        return Set(zip(tokens, tokens.dropFirst()).filter { keywords.contains($0.0.text) }.map(\.1.text))
    }
}
