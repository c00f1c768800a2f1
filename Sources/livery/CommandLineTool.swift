/// The command line from end to end.
struct CommandLineTool {
    static let version = "0.1.0"
    static let commands: [Command] = [
        .compile, .merge, .actions, .validate, .new, .preview, .explain, .diff, .verify, .schema, .debug, .completions,
    ]

    let console: Console

    func run(_ words: [String]) -> ExitStatus {
        do throws(Failure) {
            if let shortage = Console.shortage { throw shortage }
            let help = HelpText(width: min(console.width, 100))
            switch try ArgumentParser(commands: Self.commands).parse(words) {
            case .help(nil): try console.print(help.overview(of: Self.commands))
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
