import LiveryWorkspace

extension Command {
    static let completions = Command(
        name: "completions",
        summary: "Print a script that lets a shell complete what is typed after `livery`.",
        details: [
            "The script asks Livery itself: commands, options, shops and codes are those of the installed version and "
                + "of the workspace at hand."
        ],
        operands: [
            Operand(name: "SHELL", help: "bash, zsh or fish", isRequired: true, candidates: .words(Shell.names)),
            Operand(
                name: "WORD", help: "for the scripts: after `words` as SHELL, what was typed", isRepeated: true),
        ],
        examples: [
            Example(
                line: "livery completions bash > ~/.local/share/bash-completion/completions/livery",
                effect: "for bash with the package bash-completion"),
            Example(
                line: "livery completions zsh > ~/.zfunc/_livery",
                effect: "for zsh, when ~/.zfunc is in fpath before compinit runs"),
            Example(
                line: "livery completions fish > ~/.config/fish/completions/livery.fish", effect: "for fish"),
        ],
        run: runCompletions)
}

private enum Shell: String, CaseIterable {
    case bash, zsh, fish

    static let names = allCases.map(\.rawValue)

    /// Where Livery has nothing to offer, the shell offers files.
    var script: String {
        switch self {
        case .bash:
            #"""
            # Completion of livery for bash; written by `livery completions bash`.
            _livery() {
                local line
                COMPREPLY=()
                while IFS= read -r line; do
                    COMPREPLY+=("${line%%$'\t'*}")
                done < <("${COMP_WORDS[0]}" completions words -- "${COMP_WORDS[@]:1:COMP_CWORD}" 2> /dev/null)
                # The part before `=` is a word of its own for bash.
                local typed=${COMP_WORDS[COMP_CWORD]}
                if [[ ${COMP_WORDS[COMP_CWORD - 1]} == "=" || $typed == "=" ]]; then
                    COMPREPLY=("${COMPREPLY[@]#*=}")
                fi
            }
            complete -o default -o bashdefault -F _livery livery

            """#
        case .zsh:
            #"""
            #compdef livery
            # Completion of livery for zsh; written by `livery completions zsh`.
            _livery() {
                local line word help
                local -a found
                while IFS= read -r line; do
                    word=${line%%$'\t'*}
                    help=${line#*$'\t'}
                    found+=("${word//:/\\:}:$help")
                done < <("${words[1]}" completions words -- "${(@)words[2,CURRENT]}" 2> /dev/null)
                if (( ${#found} )); then _describe livery found; else _files; fi
            }
            if [[ ${funcstack[1]} == _livery ]]; then _livery "$@"; else compdef _livery livery; fi

            """#
        case .fish:
            #"""
            # Completion of livery for fish; written by `livery completions fish`.
            function __livery_candidates
                set -l words (commandline -opc)
                set -l found (livery completions words -- $words[2..] (commandline -ct) 2> /dev/null)
                if test (count $found) -gt 0
                    printf '%s\n' $found
                else
                    __fish_complete_path (commandline -ct)
                end
            end
            complete -c livery -f -k -a '(__livery_candidates)'

            """#
        }
    }
}

@Sendable private func runCompletions(_ invocation: Invocation, on console: Console) throws(Failure) -> ExitStatus {
    let (name, words) = (invocation.operands[0], Array(invocation.operands.dropFirst()))
    if name == "words" {
        let completion = Completion(commands: CommandLineTool.commands) { Workspace.names(of: $0, in: $1) }
        for candidate in completion.candidates(for: words) {
            try console.print(candidate.word + "\t" + candidate.help + "\n")
        }
        return .clean
    }
    guard let shell = Shell(rawValue: name) else {
        throw .usage(
            "there are no completions for `\(name)`.", help: ["it is one of \(Shell.names.joined(separator: ", "))."])
    }
    guard words.isEmpty else { throw .usage("`\(words[0])` is one word too many.") }
    try console.print(shell.script)
    return .clean
}
