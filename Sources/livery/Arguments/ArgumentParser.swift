import LiveryDiagnostics

/// Turns the words of a command line into what they ask for (the utility conventions of POSIX and GNU: options and
/// operands in any order, `--name value` or `--name=value`, and `--` before operands that begin with a hyphen).
struct ArgumentParser {
    enum Request {
        case run(Invocation)
        case help(Command?)
        case version
    }

    let commands: [Command]

    func parse(_ words: [String]) throws(Failure) -> Request {
        guard let first = words.first else {
            throw .usage("which command?", help: ["`livery --help` lists the commands."])
        }
        switch first {
        case "--help", "-h": return .help(nil)
        case "--version": return .version
        case "help":
            guard words.count > 1 else { return .help(nil) }
            return .help(try command(words[1]))
        default: break
        }
        if first.hasPrefix("-") {
            let nearest = Similarity.nearest(to: first, in: ["--help", "--version"])
            throw .usage(
                "`\(first)` stands where a command belongs.",
                help: [nearest.map { "did you mean `livery \($0)`?" } ?? "`livery --help` lists the commands."])
        }
        let command = try command(first)
        let rest = Array(words.dropFirst())
        if rest.prefix(while: { $0 != "--" }).contains(where: { $0 == "--help" || $0 == "-h" }) {
            return .help(command)
        }
        return .run(try invocation(of: command, rest))
    }

    private func command(_ name: String) throws(Failure) -> Command {
        if let command = commands.first(where: { $0.name == name }) { return command }
        let nearest = Similarity.nearest(to: name, in: commands.map(\.name))
        throw .usage(
            "there is no command `\(name)`.",
            help: [nearest.map { "did you mean `livery \($0)`?" } ?? "`livery --help` lists the commands."])
    }

    private func invocation(of command: Command, _ words: [String]) throws(Failure) -> Invocation {
        var invocation = Invocation(of: command)
        var onlyOperands = false
        var index = 0
        while index < words.count {
            let word = words[index]
            index += 1
            if onlyOperands || !word.hasPrefix("-") || word == "-" {
                invocation.add(operand: word)
            } else if word == "--" {
                onlyOperands = true
            } else {
                try addOption(word, following: words, &index, to: &invocation)
            }
        }
        try checkOperands(of: invocation)
        return invocation
    }

    private func addOption(
        _ word: String, following words: [String], _ index: inout Int, to invocation: inout Invocation
    ) throws(Failure) {
        let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        let spelled = String(parts[0])
        let option = try option(spelled, of: invocation.command)
        guard let placeholder = option.value else {
            guard parts.count == 1 else {
                throw usage("`\(spelled)` takes no value.", of: invocation.command)
            }
            if !invocation.has(option) { invocation.add("", for: option) }
            return
        }
        let value: String
        if parts.count == 2 {
            value = String(parts[1])
        } else {
            guard index < words.count, !words[index].hasPrefix("--") else {
                throw usage("`\(spelled)` needs a value: `\(spelled) \(placeholder)`.", of: invocation.command)
            }
            value = words[index]
            index += 1
        }
        try check(value, for: option, of: invocation)
        invocation.add(value, for: option)
    }

    private func check(
        _ value: String, for option: Command.Option, of invocation: Invocation
    ) throws(Failure) {
        if invocation.has(option), !option.isRepeatable {
            throw usage("`--\(option.name)` is given twice.", of: invocation.command)
        }
        guard !option.choices.isEmpty, !option.choices.contains(value) else { return }
        let nearest = Similarity.nearest(to: value, in: option.choices)
        throw .usage(
            "`--\(option.name)` cannot be `\(value)`.",
            help: [nearest.map { "did you mean `\($0)`?" } ?? "it is one of \(option.choices.joined(separator: ", "))."]
        )
    }

    private func option(_ spelled: String, of command: Command) throws(Failure) -> Command.Option {
        let options = command.allOptions
        if let option = options.first(where: { "--" + $0.name == spelled }) { return option }
        let nearest = Similarity.nearest(to: spelled, in: options.map { "--" + $0.name })
        throw usage(
            "`livery \(command.name)` has no option `\(spelled)`.", of: command, suggestion: nearest)
    }

    private func checkOperands(of invocation: Invocation) throws(Failure) {
        let operands = invocation.command.operands
        let required = operands.filter(\.isRequired)
        if invocation.operands.count < required.count {
            throw usage("\(required[invocation.operands.count].name) is missing.", of: invocation.command)
        }
        if !operands.contains(where: \.isRepeated), invocation.operands.count > operands.count {
            throw usage("`\(invocation.operands[operands.count])` is one word too many.", of: invocation.command)
        }
    }

    private func usage(_ message: String, of command: Command, suggestion: String? = nil) -> Failure {
        let more = "`livery \(command.name) --help` shows how it is used."
        return .usage(message, help: [suggestion.map { "did you mean `\($0)`?" }, more].compactMap(\.self))
    }
}
