/// What `--help` prints, from the same values that the parser reads.
struct HelpText {
    let width: Int

    func overview(of commands: [Command]) -> String {
        var text = "Livery compiles one short definition per shop into everything that its branded app needs.\n\n"
        text += "Usage: livery COMMAND [OPTIONS] ...\n\nCommands:\n"
        text += table(commands.map { ($0.name, $0.summary) })
        text += "\nOptions:\n"
        text += table([("--help", "show this text, or that of a command; also -h"), ("--version", "show the version")])
        text += "\nExit status: 0 clean, 1 findings, 2 the output is not current, 64 wrong usage,\n"
        text += "74 a file could not be read or written, 70 a fault of Livery.\n"
        text += "\n`livery COMMAND --help` explains a command and shows examples.\n"
        return text
    }

    func page(of command: Command) -> String {
        var text = paragraph(command.summary) + "\n"
        for detail in command.details { text += paragraph(detail) + "\n" }
        text += "Usage: livery \(command.name)\(command.options.isEmpty ? "" : " [OPTIONS]")"
        for operand in command.operands { text += " " + placeholder(operand) }
        text += "\n"
        if !command.operands.isEmpty {
            text += "\nArguments:\n" + table(command.operands.map { ($0.name, $0.help) })
        }
        text +=
            "\nOptions:\n"
            + table(command.allOptions.map { ("--" + $0.name + ($0.value.map { " " + $0 } ?? ""), help($0)) })
        text += "\nExamples:\n"
        for example in command.examples { text += "  \(example.line)\n      \(example.effect)\n" }
        return text
    }

    private func placeholder(_ operand: Command.Operand) -> String {
        let name = operand.isRepeated ? operand.name + " ..." : operand.name
        return operand.isRequired ? name : "[\(name)]"
    }

    private func help(_ option: Command.Option) -> String {
        let choices = option.choices.isEmpty ? "" : ": " + option.choices.joined(separator: ", ")
        return option.help + choices + (option.isRepeatable ? " (repeatable)" : "")
    }

    private func paragraph(_ text: String) -> String {
        lines(text, width: width).joined(separator: "\n") + "\n"
    }

    /// Two columns; a name that is too long for the first stands on a line of its own.
    private func table(_ rows: [(String, String)]) -> String {
        let column = min(24, (rows.map { $0.0.count }.max() ?? 0) + 4)
        var text = ""
        for (name, description) in rows {
            let indent = String(repeating: " ", count: column)
            let body = lines(description, width: max(20, width - column)).joined(separator: "\n" + indent)
            if name.count + 4 > column {
                text += "  \(name)\n\(indent)\(body)\n"
            } else {
                text += "  \(name)" + String(repeating: " ", count: column - 2 - name.count) + body + "\n"
            }
        }
        return text
    }

    private func lines(_ text: String, width: Int) -> [String] {
        var lines: [String] = []
        var line = ""
        for word in text.split(separator: " ") {
            if !line.isEmpty, line.count + 1 + word.count > width {
                lines.append(line)
                line = ""
            }
            line += line.isEmpty ? String(word) : " " + word
        }
        return lines + [line]
    }
}
