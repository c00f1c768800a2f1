/// The command line from end to end.
struct CommandLineTool {
    static let version = "0.1.0"
    /// Each is made when somebody asks for it: some offer words that take longer to list than a shop to read.
    static let makers: [(name: String, make: @Sendable () -> Command)] = [
        ("compile", { .compile }), ("merge", { .merge }), ("actions", { .actions }), ("validate", { .validate }),
        ("new", { .new }), ("preview", { .preview }), ("explain", { .explain }), ("diff", { .diff }),
        ("verify", { .verify }), ("schema", { .schema }), ("debug", { .debug }), ("completions", { .completions }),
    ]

    static var commands: [Command] { makers.map { $0.make() } }

    let console: Console

    func run(_ words: [String]) -> ExitStatus {
        do throws(Failure) {
            if let shortage = Shortage.found { throw shortage }
            let help = HelpText(width: min(console.width, 100))
            let named = Self.makers.first { $0.name == words.first }
            let commands = named.map { [$0.make()] } ?? Self.commands
            switch try ArgumentParser(commands: commands).parse(words) {
            case .help(nil): try console.print(help.overview(of: commands))
            case .help(let command?): try console.print(help.page(of: command))
            case .version: try console.print("livery \(Self.version)\n")
            case .run(let invocation): return try invocation.command.run(invocation, console)
            }
            return .clean
        } catch {
            console.say("livery: " + error.message)
            for line in error.help { console.say("  " + line) }
            return error.status
        }
    }
}
