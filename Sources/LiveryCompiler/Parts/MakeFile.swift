extension ActionText {
    /// A makefile for GNU make. With `file`, the name under which it is written, it renews itself.
    package func make(writtenTo file: String?) -> [UInt8] {
        var text = """
            # Written by `livery actions --format make`, for GNU make.
            .DELETE_ON_ERROR:
            equals := =

            .PHONY: livery
            livery: \(Self.makePath(mergedMark))

            """
        for action in list.actions {
            var inputs = action.inputs.map { path($0.path) }
            // Make looks at times only. The content key has a file for a name, so that another key is another file,
            // also when an input is gone or has an older time.
            if let key = action.contentKey {
                let place = path(Self.folder + "/.keys/" + action.shop)
                let quoted = Self.quoted(place).replacing("$", with: "$$")
                text += "\n\(Self.makePath(place + "/" + key)):\n"
                text += "\t@rm -rf \(quoted) && mkdir -p \(quoted) && touch \(quoted)/\(key)\n"
                inputs.append(place + "/" + key)
            }
            add(facts(of: action), from: inputs, Self.quoted([program] + command(of: action)), to: &text)
        }
        let merge = Self.quoted([program] + mergeCommand) + " && touch " + Self.quoted(mergedMark)
        let parts = list.actions.map { facts(of: $0) }
        add(mergedMark, from: parts + list.files.map { path($0) }, merge, to: &text)
        if let file {
            let command = Self.quoted([program] + listCommand("make", to: file))
            add(file, from: (list.files + list.folders).map { path($0) }, command, to: &text)
            // A file that is gone is no error: the list is made anew, and leaves it out.
            text += "\n" + list.files.map { Self.makePath(path($0)) }.joined(separator: " \\\n    ") + ":\n"
        }
        return Array(text.utf8)
    }

    private func add(_ output: String, from inputs: [String], _ command: String, to text: inout String) {
        text += "\n\(Self.makePath(output)):"
        for input in inputs + [program] { text += " \\\n    \(Self.makePath(input))" }
        text += "\n\t\(command.replacing("$", with: "$$"))\n"
    }

    /// As a target and as a prerequisite. GNU make 4.4, section 3.8: a backslash keeps what follows from meaning
    /// anything, and backslashes before such a sign are doubled. An `=` would make an assignment of the line.
    static func makePath(_ path: String) -> String {
        var result = ""
        var slashes = 0
        for scalar in path.unicodeScalars {
            switch scalar {
            case "\\":
                slashes += 1
                result.unicodeScalars.append(scalar)
                continue
            case " ", "#", ":", "%", "*", "?", "[", "|", ";", "~":
                result += String(repeating: "\\", count: slashes + 1)
                result.unicodeScalars.append(scalar)
            case "$": result += "$$"
            case "=": result += "$(equals)"
            default: result.unicodeScalars.append(scalar)
            }
            slashes = 0
        }
        return result
    }
}
