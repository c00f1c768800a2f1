import LiveryDiagnostics
import LiveryWorkspace

/// In which formats findings are reported, and where to: what `--format`, `--max-errors`, `--ascii` and
/// `--narrated` say.
struct Reporting {
    enum Format: String, CaseIterable {
        case human, compact, json, sarif, junit, github, gitlab, checkstyle
    }

    private struct Request {
        let format: Format
        /// nil for the terminal.
        let file: String?
    }

    private let requests: [Request]
    private let limit: Int?
    private let alphabet: TextWidth.Alphabet
    private let isNarrated: Bool
    private let folder: String

    /// A terminal that scrolls for minutes helps nobody; a report is read by a program.
    private static let humanLimit = 100

    init(_ invocation: Invocation) throws(Failure) {
        var requests: [Request] = []
        // Another command can mean something else by this option.
        let formats = invocation.command.options.contains(.format) ? invocation.values(of: .format) : []
        for value in formats { requests.append(try Self.request(value)) }
        self.requests = requests.isEmpty ? [Request(format: .human, file: nil)] : requests
        limit = try invocation.number(of: .maxErrors, in: 0...Int(Int32.max))
        alphabet = invocation.has(.ascii) ? .ascii : .unicode
        isNarrated = invocation.has(.narrated)
        folder = Workspace.reportFolder(of: invocation.workspace)
        try checkPlaces()
    }

    /// A watch reports again and again. Lines and JSON texts can follow each other; other reports are one document, and
    /// are written anew into their file.
    func checkRepeatable() throws(Failure) {
        for request in requests where request.file == nil {
            guard ![.human, .compact, .json].contains(request.format) else { continue }
            throw .usage(
                "`--watch` reports after each change, and standard output has room for one `\(request.format)` report.",
                help: ["`--format \(request.format):FILE` writes the file anew each time."])
        }
    }

    /// Whether a report takes standard output, so that nothing else may stand there.
    var takesOutput: Bool {
        requests.contains { $0.file == nil && $0.format != .human }
    }

    /// Writes every report; those in files appear as a whole or not at all.
    func write(
        _ diagnostics: [Diagnostic], from sources: SourceMap, shops: [String], on console: Console
    ) throws(Failure) {
        let report = Report(
            diagnostics, from: sources, shops: shops, in: folder, limit: limit == 0 ? nil : limit,
            version: CommandLineTool.version)
        for request in requests {
            switch (request.format, request.file) {
            case (.human, nil): tell(diagnostics, from: sources, on: console)
            case (.human, let file?):
                let shown = limit == nil ? diagnostics : diagnostics.mostSevere(humanLimit)
                try write(Array(text(for: shown, from: sources, width: 100, colored: false).utf8), to: file)
            case (let format, nil): try console.print(bytes: Self.bytes(of: report, as: format))
            case (let format, let file?): try write(Self.bytes(of: report, as: format), to: file)
            }
        }
        let hidden = diagnostics.count - (limit.map { $0 == 0 ? diagnostics.count : $0 } ?? diagnostics.count)
        if hidden > 0, !isTold { console.say(Self.notice(of: hidden)) }
    }

    /// Whether the person who waits sees the findings.
    private var isTold: Bool { requests.contains { $0.format == .human && $0.file == nil } }

    /// Shows some findings early to the person who waits, if that is where they go.
    func tellEarly(_ diagnostics: [Diagnostic], from sources: SourceMap, on console: Console) {
        if isTold { tell(diagnostics, from: sources, on: console) }
    }

    private func tell(_ diagnostics: [Diagnostic], from sources: SourceMap, on console: Console) {
        let shown = diagnostics.mostSevere(humanLimit)
        console.show(text(for: shown, from: sources, width: console.width, colored: console.isColored))
        if shown.count < diagnostics.count { console.say(Self.notice(of: diagnostics.count - shown.count)) }
    }

    private var humanLimit: Int {
        switch limit {
        case nil: Self.humanLimit
        case 0: Int.max
        case let limit?: limit
        }
    }

    private static func notice(of hidden: Int) -> String {
        "\(hidden) more finding\(hidden == 1 ? " is" : "s are") not shown; `--max-errors 0` shows all."
    }

    private func text(for diagnostics: [Diagnostic], from sources: SourceMap, width: Int, colored: Bool) -> String {
        isNarrated
            ? NarratedRenderer.render(diagnostics, from: sources, alphabet: alphabet)
            : HumanRenderer.render(
                diagnostics, from: sources, width: width, colored: colored, alphabet: alphabet)
    }

    private func write(_ bytes: [UInt8], to file: String) throws(Failure) {
        do throws(SystemError) {
            try Workspace.writeReport(file, bytes)
        } catch { throw Failure(error) }
    }

    private static func bytes(of report: Report, as format: Format) -> [UInt8] {
        switch format {
        case .human, .compact: Array(CompactRenderer.render(report).utf8)
        case .json: JSONReport.render(report)
        case .sarif: SARIFReport.render(report)
        case .junit: Array(JUnitReport.render(report).utf8)
        case .github: Array(GitHubAnnotations.render(report).utf8)
        case .gitlab: GitLabReport.render(report)
        case .checkstyle: Array(CheckstyleReport.render(report).utf8)
        }
    }

    /// `sarif` or `sarif:FILE`.
    private static func request(_ value: String) throws(Failure) -> Request {
        let parts = value.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        guard let format = Format(rawValue: parts[0]) else {
            let names = Format.allCases.map(\.rawValue)
            let nearest = Similarity.nearest(to: parts[0], in: names)
            throw .usage(
                "there is no format `\(parts[0])`.",
                help: [nearest.map { "did you mean `\($0)`?" } ?? "it is one of \(names.joined(separator: ", "))."])
        }
        guard parts.count == 2 else { return Request(format: format, file: nil) }
        if parts[1].isEmpty {
            throw .usage("`--format \(value)` names no file.", help: ["`\(format)` alone goes to the terminal."])
        }
        return Request(format: format, file: parts[1])
    }

    private func checkPlaces() throws(Failure) {
        let printed = requests.filter { $0.file == nil && $0.format != .human }
        if printed.count > 1 {
            throw .usage(
                "`\(printed[0].format)` and `\(printed[1].format)` cannot both go to standard output.",
                help: ["write one to a file: `--format \(printed[1].format):FILE`."])
        }
        var files: Set<String> = []
        for file in requests.compactMap(\.file) where !files.insert(file).inserted {
            throw .usage("two reports cannot both be written to `\(file)`.")
        }
    }
}

extension Command.Option {
    static let format = Command.Option(
        name: "format", value: "FORMAT[:FILE]",
        help: "report as human (the default, to standard error), or to standard output or a file as compact, json, "
            + "sarif, junit, github, gitlab or checkstyle",
        isRepeatable: true)
    static let maxErrors = Command.Option(
        name: "max-errors", value: "N",
        help: "show so many findings at most, errors first; 0 for all (default: 100 on the terminal, all elsewhere)")
    static let ascii = Command.Option(
        name: "ascii", help: "print nothing but ASCII; other characters appear as <U+00E9>")
    static let narrated = Command.Option(
        name: "narrated", help: "tell findings in sentences without drawings, for screen readers")

    /// What every command takes that reports findings for others than the person who waits.
    static let reporting = [format, maxErrors, ascii, narrated]
}
