extension ActionText {
    /// A makefile for GNU make. With `file`, the name under which it is written, it renews itself.
    package func make(writtenTo file: String?) -> [UInt8] {
        var text = """
            # Written by `livery actions --format make`, for GNU make.
            .DELETE_ON_ERROR:
            equals := =
            semicolon := ;

            .PHONY: livery
            livery: \(Self.makePath(mergedMark))

            """
        for action in list.actions {
            var inputs = action.inputs.map { path($0.path) }
            // Make looks at times only. The content key has a file for a name, so that another key is another file,
            // also when an input is gone.
            if let key = action.contentKey {
                let place = path(Self.folder + "/.keys/" + action.shop)
                let quoted = Self.quoted(place).replacing("$", with: "$$")
                text += "\n\(Self.makePath(place + "/" + key, isTarget: true)):\n"
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
            for file in list.files { text += "\n" + Self.makePath(path(file), isTarget: true) + ":\n" }
        }
        return Array(text.utf8)
    }

    private func add(_ output: String, from inputs: [String], _ command: String, to text: inout String) {
        text += "\n\(Self.makePath(output, isTarget: true)):"
        for input in inputs + [program] { text += " \\\n    \(Self.makePath(input))" }
        text += "\n\t\(command.replacing("$", with: "$$"))\n"
    }

    /// GNU make 4.4, sections 3.8 and 4.4: a backslash takes its meaning from what follows, and is doubled before such
    /// a sign, and in a name with a wildcard everywhere. A percent sign means something in targets only, a bar in
    /// prerequisites only. An `=` would make an assignment of the line, and a semicolon begin a recipe, wherever it is.
    static func makePath(_ path: String, isTarget: Bool = false) -> String {
        let hasWildcard = path.contains { "*?[".contains($0) }
        // A tilde at the start would be somebody's home.
        var result = path.hasPrefix("~") ? "./" : ""
        var slashes = 0
        for scalar in path.unicodeScalars {
            let escape = String(repeating: "\\", count: slashes + 1)
            switch scalar {
            case "\\":
                slashes += hasWildcard ? 2 : 1
                result += hasWildcard ? "\\\\" : "\\"
                continue
            case "*", "?", "[": result += "\\\(scalar)"
            case " ", "#", ":": result += escape + "\(scalar)"
            case "%": result += isTarget ? escape + "%" : "%"
            case "|": result += isTarget ? "|" : escape + "|"
            case ";": result += escape + "$(semicolon)"
            case "=": result += "$(equals)"
            case "$": result += "$$"
            default: result.unicodeScalars.append(scalar)
            }
            slashes = 0
        }
        return result
    }
}
