/// One command, declared: parsing, help and suggestions all come from this value.
struct Command: Sendable {
    let name: String
    /// One sentence for the list of commands.
    let summary: String
    /// Further sentences for the command's own help.
    var details: [String] = []
    var operands: [Operand] = []
    var options: [Option] = []
    let examples: [Example]
    let run: @Sendable (Invocation, Console) throws(Failure) -> ExitStatus

    /// What stands on the command line without a name.
    struct Operand: Sendable {
        let name: String
        let help: String
        var isRequired = false
        /// Takes all that is left.
        var isRepeated = false
        /// What a shell offers here.
        var candidates = Candidates.files
    }

    /// What stands on the command line as `--name` or `--name VALUE`.
    struct Option: Sendable, Hashable {
        let name: String
        /// What the help calls the value; nil for a switch.
        var value: String?
        let help: String
        /// The words that are allowed as the value; empty when anything is.
        var choices: [String] = []
        var isRepeatable = false
        /// What a shell offers as the value, where there are no choices.
        var suggestions = Candidates.files

        var candidates: Candidates { choices.isEmpty ? suggestions : .words(choices) }
    }

    struct Example: Sendable {
        let line: String
        let effect: String
    }

    /// The options that every command takes stand last.
    var allOptions: [Option] { options + [.workspace, .help] }
}

extension Command.Option {
    static let workspace = Command.Option(
        name: "workspace", value: "DIR",
        help: "the folder that holds tenants/ and output/ (default: the current folder)")
    static let help = Command.Option(name: "help", help: "show this text; also -h")
    static let version = Command.Option(name: "version", help: "show the version")
}

/// A command line that fits its command.
struct Invocation: Sendable {
    let command: Command
    private(set) var operands: [String] = []
    private var values: [String: [String]] = [:]

    init(of command: Command) {
        self.command = command
    }

    mutating func add(operand: String) {
        operands.append(operand)
    }

    mutating func add(_ value: String, for option: Command.Option) {
        values[option.name, default: []].append(value)
    }

    func has(_ option: Command.Option) -> Bool {
        values[option.name] != nil
    }

    func value(of option: Command.Option) -> String? {
        values[option.name]?.last
    }

    func values(of option: Command.Option) -> [String] {
        values[option.name] ?? []
    }

    /// The folder that holds `tenants/`; empty for the current one.
    var workspace: String { value(of: .workspace) ?? "" }

    func number(of option: Command.Option, in range: ClosedRange<Int>) throws(Failure) -> Int? {
        guard let text = value(of: option) else { return nil }
        guard let number = Int(text), range.contains(number) else {
            throw .usage(
                "`--\(option.name)` takes a number from \(range.lowerBound) to \(range.upperBound), not `\(text)`."
            )
        }
        return number
    }
}
