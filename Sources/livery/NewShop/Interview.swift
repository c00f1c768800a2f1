import LiveryTenant

/// Puts the questions: to the options first, then to the person, and takes suggestions where nobody answers.
struct Interview {
    let invocation: Invocation
    let console: Console
    /// Whether a layer below the shop sets a path.
    let isInherited: (String) -> Bool

    /// An answer that is missing, or that cannot be taken.
    struct Problem {
        let option: String
        let isMissing: Bool
        let message: String

        func sentence(about spelled: String) -> String {
            "`\(spelled)`" + (isMissing ? " is missing: " : ": ") + message
        }
    }

    private(set) var problems: [Problem] = []
    /// The questions without a usable answer; those that build on them are not complained of as well.
    private var open: Set<String> = []
    private var isAsking = false
    private(set) var answers: Answers
    /// Facts that nobody stated, in the words of the file.
    private(set) var assumptions: [String] = []

    init(_ invocation: Invocation, _ answers: Answers, on console: Console, isInherited: @escaping (String) -> Bool) {
        self.invocation = invocation
        self.answers = answers
        self.console = console
        self.isInherited = isInherited
    }

    mutating func run() throws(Failure) {
        isAsking = console.isInteractive
        if isAsking, invocation.values(of: Question.all[0].option).isEmpty {
            console.say("An empty answer takes what stands in brackets.")
        }
        try fill()
        guard problems.isEmpty else {
            let list = problems.map { $0.sentence(about: "--\($0.option)") }
            throw .usage("the answers are not complete.", help: list + ["`livery new --help` explains each option."])
        }
    }

    /// Takes the answers of the options, and suggestions where they say nothing; what is left is a problem.
    mutating func fill() throws(Failure) {
        for question in Question.all {
            try put(question)
            guard question.option.name == "provider" else { continue }
            for index in answers.providers.indices { try identify(index) }
        }
    }

    private mutating func put(_ question: Question) throws(Failure) {
        if question.follows.contains(where: { open.contains($0) }) {
            open.insert(question.option.name)
            return
        }
        if let given = invocation.value(of: question.option) { return take(given, question) }
        if let path = question.inherited, isInherited(path) { return }
        let suggestion = question.suggest(answers)
        if isAsking {
            try ask(question, suggestion?.text)
        } else if let suggestion, suggestion.isSure {
            take(suggestion.text, question)
            if question.option.value == "YES|NO" { assumptions.append("\(question.option.name): \(suggestion.text)") }
        } else if !question.isOptional {
            open.insert(question.option.name)
            problems.append(Problem(option: question.option.name, isMissing: true, message: "\(question.option.help)."))
        }
    }

    private mutating func take(_ text: String, _ question: Question) {
        do throws(Objection) {
            let text = Names.trimmed(text)
            guard !text.isEmpty, !text.unicodeScalars.contains(where: { $0.value < 0x20 }) else {
                throw Objection("is no text on one line")
            }
            try question.accept(text, &answers)
        } catch {
            open.insert(question.option.name)
            problems.append(
                Problem(option: question.option.name, isMissing: false, message: error.sentence(about: text)))
        }
    }

    private mutating func ask(_ question: Question, _ suggestion: String?) throws(Failure) {
        let bracket = suggestion.map { " [\($0)]" } ?? (question.isOptional ? " [none]" : "")
        while true {
            console.show(question.prompt + bracket + ": ")
            guard let line = console.answer() else { throw .usage("the answers ended early; nothing was written.") }
            let typed = Names.trimmed(line)
            guard !typed.isEmpty || suggestion != nil || !question.isOptional else { return }
            guard let text = typed.isEmpty ? suggestion : typed else { continue }
            do throws(Objection) {
                return try question.accept(text, &answers)
            } catch { console.say("  " + error.sentence(about: text)) }
        }
    }

    /// What names the shop in a connected system.
    private mutating func identify(_ index: Int) throws(Failure) {
        let provider = answers.providers[index].provider
        let given = invocation.values(of: .identifier).compactMap { pair -> (key: String, value: String)? in
            let parts = pair.split(separator: "=", maxSplits: 1)
            return parts.count == 2 ? (String(parts[0]), String(parts[1])) : nil
        }
        for identifier in provider.identifiers {
            let names = [identifier.key, "\(provider.id).\(identifier.key)"]
            let question = Question(
                option: .identifier, prompt: identifier.title + (identifier.example.map { ", such as \($0)" } ?? ""),
                isOptional: !identifier.isRequired,
                accept: { (text, answers) throws(Objection) in
                    if let pattern = identifier.pattern, !pattern.matches(text) {
                        let example = identifier.example.map { ", such as `\($0)`" } ?? ""
                        throw Objection("cannot be `\(identifier.key)` of \(provider.id)\(example)")
                    }
                    answers.providers[index].identifiers.append((identifier.key, text))
                })
            if let value = given.last(where: { names.contains($0.key) })?.value {
                take(value, question)
            } else if isAsking {
                try ask(question, nil)
            } else if identifier.isRequired {
                problems.append(
                    Problem(
                        option: question.option.name, isMissing: true,
                        message: "`\(identifier.key)`, \(identifier.title) (\(provider.id))."))
            }
        }
    }
}

extension Command.Option {
    static let identifier = Command.Option(
        name: "identifier", value: "KEY=VALUE", help: "what names the shop in a connected system: shop_id=4821",
        isRepeatable: true)
}
