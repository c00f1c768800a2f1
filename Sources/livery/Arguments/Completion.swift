import LiveryDiagnostics
import LiveryWorkspace

/// What can stand at a place of the command line, for shells that complete what is being typed.
enum Candidates: Sendable, Hashable {
    /// Nothing that Livery knows; the shell offers files.
    case files
    case words([String])
    case shops
    case groups
    case codes
    case shopsOrCodes
}

/// The words that can follow what was typed, from the same declarations that the parser reads.
struct Completion {
    struct Candidate: Equatable {
        let word: String
        let help: String
    }

    let commands: [Command]
    /// The names of shops and groups in a workspace.
    let names: @Sendable (_ folder: String, _ workspace: String) -> [String]

    /// - Parameter words: all words after the name of the program; the last one is being typed, and may be empty.
    func candidates(for words: [String]) -> [Candidate] {
        let words = Self.joined(words)
        guard let typed = words.last else { return [] }
        guard words.count > 1 else {
            let options: [Command.Option] = [.help, .version]
            return matching(
                typed,
                commands.map { Candidate(word: $0.name, help: $0.summary) }
                    + [Candidate(word: "help", help: "explain a command")]
                    + options.map { Candidate(word: "--" + $0.name, help: $0.help) })
        }
        if words[0] == "help" {
            let all = commands.map { Candidate(word: $0.name, help: $0.summary) }
            return words.count == 2 ? matching(typed, all) : []
        }
        guard let command = commands.first(where: { $0.name == words[0] }) else { return [] }
        let line = Line(words.dropFirst().dropLast(), of: command)
        if let option = line.open { return matching(typed, values(option.candidates, line)) }
        if !line.onlyOperands, typed.hasPrefix("--"), let equals = typed.firstIndex(of: "=") {
            guard let option = command.allOptions.first(where: { "--" + $0.name == typed[..<equals] }) else {
                return []
            }
            let head = String(typed[...equals])
            return matching(
                typed, values(option.candidates, line).map { Candidate(word: head + $0.word, help: $0.help) })
        }
        if !line.onlyOperands, typed.hasPrefix("-") {
            let left = command.allOptions.filter { $0.isRepeatable || !line.given.contains($0.name) }
            return matching(typed, left.map { Candidate(word: "--" + $0.name, help: $0.help) })
        }
        let place = min(line.operands.count, command.operands.count - 1)
        guard place >= 0, place == line.operands.count || command.operands[place].isRepeated else { return [] }
        let all = values(command.operands[place].candidates, line)
        return matching(typed, all.filter { !line.operands.contains($0.word) })
    }

    /// What stands before the word that is being typed.
    private struct Line {
        var given: Set<String> = []
        var operands: [String] = []
        var workspace = ""
        var onlyOperands = false
        /// The option whose value is being typed.
        var open: Command.Option?

        init(_ words: some Sequence<String>, of command: Command) {
            for word in words {
                if let option = open {
                    if option == .workspace { workspace = word }
                    open = nil
                } else if onlyOperands || !word.hasPrefix("-") || word == "-" {
                    operands.append(word)
                } else if word == "--" {
                    onlyOperands = true
                } else {
                    let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
                    guard let option = command.allOptions.first(where: { "--" + $0.name == parts[0] }) else { continue }
                    given.insert(option.name)
                    if parts.count == 2 {
                        if option == .workspace { workspace = String(parts[1]) }
                    } else if option.value != nil {
                        open = option
                    }
                }
            }
        }
    }

    private func values(_ candidates: Candidates, _ line: Line) -> [Candidate] {
        func plain(_ words: [String]) -> [Candidate] { words.map { Candidate(word: $0, help: "") } }
        return switch candidates {
        case .files: []
        case .words(let words): plain(words)
        case .shops: plain(names("shops", line.workspace))
        case .groups: plain(names("groups", line.workspace))
        case .codes: codes
        case .shopsOrCodes: plain(names("shops", line.workspace)) + codes
        }
    }

    private var codes: [Candidate] {
        DiagnosticPages.codes.map { Candidate(word: $0, help: DiagnosticPages.page(for: $0)?.title ?? "") }
    }

    private func matching(_ typed: String, _ candidates: [Candidate]) -> [Candidate] {
        candidates.filter { $0.word.hasPrefix(typed) }
    }

    /// Bash takes `--format=sarif` for three words.
    private static func joined(_ words: [String]) -> [String] {
        var result: [String] = []
        for (index, word) in words.enumerated() {
            let continues = index > 0 && result.last?.hasPrefix("--") == true && result.last?.hasSuffix("=") == true
            if (word == "=" && result.last?.hasPrefix("--") == true) || (continues && words[index - 1] == "=") {
                result[result.count - 1] += word
            } else {
                result.append(word)
            }
        }
        return result
    }
}
