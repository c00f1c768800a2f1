extension ActionText {
    /// A build.ninja. With `file`, the name under which it is written, it renews itself.
    /// https://ninja-build.org/manual.html#_lexical_syntax
    package func ninja(writtenTo file: String?) -> [UInt8] {
        var text = """
            # Written by `livery actions --format ninja`.
            ninja_required_version = 1.5
            pipe = |

            rule livery
              command = $cmd
              description = livery $what

            """
        for action in list.actions {
            let inputs = action.inputs.map { path($0.path) }
            add([facts(of: action)], from: inputs, ["compile", action.shop], command(of: action), to: &text)
        }
        let merge = Self.quoted([program] + mergeCommand) + " && touch " + Self.quoted(mergedMark)
        let parts = list.actions.map { facts(of: $0) }
        add(mergedMark, from: parts + list.files.map { path($0) }, "merge", merge, to: &text)
        if let file {
            let command = Self.quoted([program] + listCommand("ninja", to: file))
            add(file, from: (list.files + list.folders).map { path($0) }, "actions", command, to: &text)
            text += "  generator = 1\n\n"
            // A file that is gone is no error: the list is made anew, and leaves it out.
            text += "build \(list.files.map { Self.ninjaPath(path($0)) }.joined(separator: " $\n    ")): phony\n"
        }
        text += "\ndefault \(Self.ninjaPath(mergedMark))\n"
        return Array(text.utf8)
    }

    private func add(
        _ outputs: [String], from inputs: [String], _ what: [String], _ command: [String], to text: inout String
    ) {
        add(outputs[0], from: inputs, what.joined(separator: " "), Self.quoted([program] + command), to: &text)
    }

    /// A new program makes everything anew.
    private func add(
        _ output: String, from inputs: [String], _ what: String, _ command: String, to text: inout String
    ) {
        text += "\nbuild \(Self.ninjaPath(output)): livery"
        for input in inputs + [program] { text += " $\n    \(Self.ninjaPath(input))" }
        text += "\n  cmd = \(command.replacing("$", with: "$$"))\n  what = \(what)\n"
    }

    /// A bar has no escape of its own, and stands in a variable.
    static func ninjaPath(_ path: String) -> String {
        path.replacing("$", with: "$$").replacing(" ", with: "$ ").replacing(":", with: "$:")
            .replacing("|", with: "${pipe}")
    }
}
