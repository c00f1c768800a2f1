import LiveryDiagnostics
import Testing

@testable import livery

@Suite struct ArgumentParserTests {
    private let parser = ArgumentParser(commands: [
        Command(
            name: "paint", summary: "Paint.",
            operands: [
                .init(name: "ROOM", help: "a room", isRequired: true), .init(name: "WALL", help: "a wall"),
            ],
            options: [
                .init(name: "color", value: "C", help: "a colour", choices: ["red", "green"]),
                .init(name: "coat", value: "N", help: "a coat", isRepeatable: true), .init(name: "dry", help: "dry"),
            ],
            examples: [], run: { (_, _) throws(Failure) in .clean }),
        Command(
            name: "clean", summary: "Clean.", operands: [.shops], examples: [],
            run: { (_, _) throws(Failure) in .clean }),
    ])

    private func run(_ line: String) throws -> Invocation {
        guard case .run(let invocation) = try parser.parse(line.split(separator: " ").map(String.init)) else {
            throw Failure(.bug, "no invocation")
        }
        return invocation
    }

    private func failure(_ line: String) -> Failure? {
        do throws(Failure) {
            _ = try parser.parse(line.split(separator: " ").map(String.init))
            return nil
        } catch { return error }
    }

    @Test func takesOptionsAndOperandsInAnyOrder() throws {
        let invocation = try run("paint --color=red hall --coat 1 --coat=2 north --dry --workspace /tmp/w")
        #expect(invocation.operands == ["hall", "north"])
        #expect(invocation.values(of: .init(name: "coat", help: "")) == ["1", "2"])
        #expect(invocation.value(of: .init(name: "color", help: "")) == "red")
        #expect(invocation.has(.init(name: "dry", help: "")))
        #expect(invocation.workspace == "/tmp/w")
    }

    @Test func endsOptionsAtTwoHyphens() throws {
        #expect(try run("clean a -- --dry -h").operands == ["a", "--dry", "-h"])
        #expect(try run("clean -").operands == ["-"])
    }

    @Test func takesAnyNumberOfRepeatedOperands() throws {
        #expect(try run("clean").operands == [])
        #expect(try run("clean a b c").operands == ["a", "b", "c"])
    }

    @Test(arguments: [
        ("pant", "there is no command `pant`.", "did you mean `livery paint`?"),
        ("--hlep", "`--hlep` stands where a command belongs.", "did you mean `livery --help`?"),
        ("paint hall --colour red", "`livery paint` has no option `--colour`.", "did you mean `--color`?"),
        ("paint hall --color gren", "`--color` cannot be `gren`.", "did you mean `green`?"),
        ("paint hall --color blue", "`--color` cannot be `blue`.", "it is one of red, green."),
        ("paint hall --color", "`--color` needs a value: `--color C`.", nil),
        ("paint hall --color --dry", "`--color` needs a value: `--color C`.", nil),
        ("paint hall --color red --color red", "`--color` is given twice.", nil),
        ("paint hall --dry=yes", "`--dry` takes no value.", nil),
        ("paint", "ROOM is missing.", nil),
        ("paint a b c", "`c` is one word too many.", nil),
        ("paint -x a", "`livery paint` has no option `-x`.", nil),
    ])
    func saysWhatIsWrong(_ line: String, _ message: String, _ help: String?) {
        let failure = failure(line)
        #expect(failure?.status == .usage)
        #expect(failure?.message == message)
        if let help { #expect(failure?.help.first == help) }
    }

    @Test(arguments: ["--help", "-h", "help"])
    func helpsWithAll(_ line: String) throws {
        guard case .help(nil) = try parser.parse([line]) else { throw Failure(.bug, "no help") }
    }

    @Test(arguments: ["help paint", "paint --help", "paint -h", "paint --color --help"])
    func helpsWithOne(_ line: String) throws {
        guard case .help(let command?) = try parser.parse(line.split(separator: " ").map(String.init)) else {
            throw Failure(.bug, "no help")
        }
        #expect(command.name == "paint")
    }

    @Test func readsNumbersInTheirRange() throws {
        let option = Command.Option(name: "coat", value: "N", help: "")
        #expect(try run("paint a --coat 3").number(of: option, in: 1...3) == 3)
        #expect(try run("paint a").number(of: option, in: 1...3) == nil)
        for text in ["4", "0", "x", ""] {
            let invocation = try run("paint a --coat=\(text)")
            #expect(throws: Failure.self) { try invocation.number(of: option, in: 1...3) }
        }
    }
}

@Suite struct HelpTextTests {
    /// Each command says how it is used, and its examples are command lines that it takes.
    @Test(arguments: CommandLineTool.commands.map(\.name))
    func explainsEachCommand(_ name: String) throws {
        let command = try #require(CommandLineTool.commands.first { $0.name == name })
        let page = HelpText(width: 80).page(of: command)
        #expect(page.contains("Usage: livery \(name)"))
        #expect(!command.examples.isEmpty)
        for option in command.allOptions { #expect(page.contains("--" + option.name)) }
        for example in command.examples {
            let words = split(example.line)
            #expect(words.first == "livery")
            guard case .run = try ArgumentParser(commands: CommandLineTool.commands).parse(Array(words.dropFirst()))
            else {
                throw Failure(.bug, "\(example.line) is no run")
            }
        }
    }

    @Test func makesEachCommandUnderItsName() {
        for maker in CommandLineTool.makers { #expect(maker.make().name == maker.name) }
    }

    @Test func staysWithinTheWidth() throws {
        for command in CommandLineTool.commands {
            let text = HelpText(width: 80).page(of: command)
            let body = text.split(separator: "\n").prefix { $0 != "Examples:" }
            #expect(body.allSatisfy { $0.count <= 80 })
        }
    }

    /// Words as a shell takes them, with double quotes and `\"` only.
    private func split(_ line: String) -> [String] {
        var words: [String] = []
        var word = ""
        var isQuoted = false
        for character in line {
            switch character {
            case "\"": isQuoted.toggle()
            case " " where !isQuoted:
                if !word.isEmpty { words.append(word) }
                word = ""
            default: word.append(character)
            }
        }
        return words + (word.isEmpty ? [] : [word])
    }
}
