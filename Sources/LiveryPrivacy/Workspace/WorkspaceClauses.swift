package import LiveryDiagnostics

extension ClauseLibrary {
    /// The built-in clauses with those of a workspace, which add to them or stand in their place.
    ///
    /// A file has the form that ``ClauseParser`` documents. With the `id` of a built-in section its clauses join that
    /// section: one with a known id replaces the built-in clause, others come last. With another id the section is new
    /// and stands before that about changes. `document: partner` at its head brings it to the shop's notice.
    package static func reading(_ files: [SourceFile]) -> (library: ClauseLibrary, diagnostics: [Diagnostic]) {
        guard !files.isEmpty else { return (.english, []) }
        var reader = WorkspaceClauses(over: .english)
        for file in files { reader.read(file) }
        reader.check()
        return (reader.diagnostics.hasErrors ? .english : reader.result, reader.diagnostics)
    }
}

private struct WorkspaceClauses {
    /// The built-in clauses with what was read.
    private(set) var result: ClauseLibrary
    private(set) var diagnostics: [Diagnostic] = []
    /// What the files say, before it is merged.
    private var read: [(file: SourceFile, section: ClauseSection)] = []

    init(over builtIn: ClauseLibrary) {
        result = builtIn
    }

    mutating func read(_ file: SourceFile) {
        guard file.path.hasSuffix(".en.md") else {
            diagnostics.append(.otherLanguage(file))
            return
        }
        do throws(ClauseError) {
            let section = try ClauseParser.parse(file.bytes, file: file.path, locale: "en", countsWords: true)
            if merge(section, from: file) { read.append((file, section)) }
        } catch {
            diagnostics.append(.clause(error, in: file))
        }
    }

    /// False when the section may not stand where it wants to.
    private mutating func merge(_ section: ClauseSection, from file: SourceFile) -> Bool {
        let isPartner = isPartner(section)
        let document = isPartner ? result.partner : result.customer
        if let place = document.firstIndex(where: { $0.id == section.id }) {
            guard let merged = join(section, to: document[place], from: file) else { return false }
            if isPartner { result.partner[place] = merged } else { result.customer[place] = merged }
        } else {
            guard section.kind == .section else {
                refuse("a new part is a `section`; a card, a table and the parts about laws are built in", file)
                return false
            }
            guard section.id.utf8.allSatisfy(Self.isIDByte), !section.id.isEmpty else {
                refuse("an `id` has a-z, 0-9 and hyphens", file)
                return false
            }
            guard take(section.clauses, of: section, from: file) else { return false }
            switch section.document {
            case .customer: result.customer.insert(section, before: "changes")
            case .partner: result.partner.insert(section, before: "partner-changes")
            }
        }
        return true
    }

    /// Both documents have a card; other sections tell by their names where they belong.
    private func isPartner(_ section: ClauseSection) -> Bool {
        guard section.document == .customer else { return true }
        return !result.customer.contains { $0.id == section.id } && result.partner.contains { $0.id == section.id }
    }

    private mutating func join(
        _ section: ClauseSection, to former: ClauseSection, from file: SourceFile
    ) -> ClauseSection? {
        guard section.kind == former.kind, former.kind != .table else {
            let problem =
                former.kind == .table ? "the table is written from the data map" : "the section is a `\(former.kind)`"
            refuse(problem, file)
            return nil
        }
        guard case .always = section.condition else {
            refuse("the section `\(section.id)` has its own condition; give each clause one", file)
            return nil
        }
        guard take(section.clauses, of: section, from: file) else { return nil }
        var clauses = former.clauses
        for clause in section.clauses {
            if let place = clauses.firstIndex(where: { $0.id == clause.id }) {
                clauses[place] = clause
            } else {
                clauses.append(clause)
            }
        }
        return ClauseSection(
            locale: former.locale, id: former.id, kind: former.kind, heading: section.heading,
            condition: former.condition, clauses: clauses, document: former.document)
    }

    /// Notes where clauses stand; false when one belongs elsewhere or stands twice.
    private mutating func take(_ clauses: [Clause], of section: ClauseSection, from file: SourceFile) -> Bool {
        let prefix = section.kind == .card && section.document == .partner ? "partner-card." : section.id + "."
        var isSound = true
        for clause in clauses {
            if !clause.id.hasPrefix(prefix) {
                refuse("the name of a clause here begins with `\(prefix)`", file, clause.line, clause.id)
                isSound = false
            } else if result.places[clause.id] != nil {
                refuse("a clause `\(clause.id)` of this workspace stands elsewhere", file, clause.line, clause.id)
                isSound = false
            } else {
                result.places[clause.id] = file.span(of: clause.id, from: clause.line)
            }
        }
        return isSound
    }

    private mutating func refuse(_ message: String, _ file: SourceFile, _ line: Int = 1, _ token: String = "") {
        let error = ClauseError(file: file.path, line: line, message: message, kind: .misplaced, token: token)
        diagnostics.append(.clause(error, in: file))
    }

    private static func isIDByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"): true
        default: false
        }
    }

    /// What can only be judged once all files are merged.
    mutating func check() {
        for (file, section) in read {
            let document = isPartner(section) ? result.partner : result.customer
            var checker = ClauseChecker(
                vocabulary: .shared, file: file.path, sections: Set(document.map(\.id)))
            checker.check(section)
            diagnostics += checker.errors.map { .clause($0, in: file) }
            guard checker.errors.isEmpty, let whole = document.first(where: { $0.id == section.id }) else { continue }
            for clause in section.clauses where !isPossible([whole.condition, clause.condition]) {
                diagnostics.append(.neverApplies(clause.id, at: file.span(of: clause.id, from: clause.line)))
            }
            if whole.kind == .section, isPossible([whole.condition] + whole.clauses.map(\.silence)) {
                diagnostics.append(.emptySection(whole.id, at: file.span(of: whole.id, from: 1)))
            }
        }
    }

    private func isPossible(_ conditions: [Condition]) -> Bool {
        var solver = ConditionSolver(conditions, vocabulary: .shared)
        return solver.isPossible()
    }
}

extension Clause {
    /// When it says nothing: where it does not apply, or where all that it has are lists without a row.
    fileprivate var silence: Condition {
        var speaks: [Condition] = []
        for block in blocks {
            switch block {
            case .subheading, .paragraph: speaks.append(.always)
            case .list(let items): speaks += items.map { $0.each.map(Condition.fact) ?? .always }
            case .table(_, _, let rows): speaks += rows.map { $0.each.map(Condition.fact) ?? .always }
            }
        }
        return .not(.all([condition, .any(speaks)]))
    }
}

extension [ClauseSection] {
    fileprivate mutating func insert(_ section: ClauseSection, before id: String) {
        insert(section, at: firstIndex { $0.id == id } ?? firstIndex { $0.kind == .annex } ?? endIndex)
    }
}

extension SourceFile {
    /// The first place of some words at or behind a line; without words, the line.
    fileprivate func span(of token: String, from line: Int) -> SourceSpan {
        var start = 0
        for _ in 1..<max(1, line) {
            guard let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) else { break }
            start = end + 1
        }
        let wanted = Array(token.utf8)
        if !wanted.isEmpty, let found = bytes[start...].firstRange(of: wanted) {
            return SourceSpan(file: id, start: UInt32(found.lowerBound), end: UInt32(found.upperBound))
        }
        let end = bytes[start...].firstIndex { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") } ?? bytes.endIndex
        return SourceSpan(file: id, start: UInt32(start), end: UInt32(end))
    }
}

extension FactVocabulary {
    /// Everything that a clause can ask for.
    fileprivate var names: [String] {
        (flags.map(\.name) + texts.map(\.name) + lists.map(\.name) + lists.flatMap { $0.fields.map(\.name) })
            .sorted()
    }
}

extension Diagnostic {
    fileprivate static func clause(_ error: ClauseError, in file: SourceFile) -> Diagnostic {
        let span = file.span(of: error.token, from: error.line)
        let message = error.message.capitalizingFirst() + "."
        switch error.kind {
        case .syntax:
            return Diagnostic(
                code: "privacy/clause-syntax", message, at: span,
                help: "docs/clauses.md shows the form of a clause.")
        case .unknownFact:
            let names = FactVocabulary.shared.names.filter { $0 != error.token }
            let meant = Similarity.nearest(to: error.token, in: names)
            return Diagnostic(
                code: "privacy/clause-unknown-fact", message, at: span,
                label: meant.map { "did you mean `\($0)`?" }, help: "`livery explain --facts` lists the facts.",
                fixes: meant.map { [Fix(title: "Write `\($0)`", span: span, replacement: $0)] } ?? [])
        case .absentValue:
            return Diagnostic(
                code: "privacy/clause-absent-value", message, at: span,
                help: "A sentence with a gap must not reach a policy: write it where the value is there.")
        case .deadLink:
            return Diagnostic(
                code: "privacy/clause-dead-link", message, at: span,
                help: "A link of a clause leads to a section of the page, or to an address of a definition.")
        case .misplaced:
            return Diagnostic(
                code: "privacy/clause-misplaced", message, at: span,
                help: "docs/clauses.md says what a workspace can add and replace.")
        }
    }

    fileprivate static func otherLanguage(_ file: SourceFile) -> Diagnostic {
        Diagnostic(
            code: "privacy/clause-misplaced", "Policies are in English, and this file does not end in `.en.md`.",
            at: file.span(of: "", from: 1), help: "Name it after its section, such as `who-sees-it.en.md`.")
    }

    fileprivate static func neverApplies(_ clause: String, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            code: "privacy/clause-never-applies", "The clause `\(clause)` can apply to no shop.", at: span,
            help: "Its `when` and that of its section contradict each other.")
    }

    fileprivate static func emptySection(_ section: String, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            code: "privacy/clause-empty-section", "The section `\(section)` can come out empty.", at: span,
            help: "Give it a clause without `when`, or give the section the condition under which it has something "
                + "to say.")
    }
}
