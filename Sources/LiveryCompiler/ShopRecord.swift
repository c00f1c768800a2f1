import LiveryDiagnostics
package import LiveryTenant

/// What one run leaves for the next about a shop without errors.
package struct ShopRecord: Sendable {
    /// While all of these are as they were, the rest is true.
    package let inputs: ShopInputs
    /// Of a shop with silences that run out: the rest is true on this day.
    package let day: CalendarDate?
    /// What was found in the shop, and what the rules across shops ask of it; ``CompilerSession`` alone reads it.
    package let findings: [UInt8]

    package init(inputs: ShopInputs, day: CalendarDate?, findings: [UInt8]) {
        self.inputs = inputs
        self.day = day
        self.findings = findings
    }
}

/// What a shop's check leaves behind.
struct CheckedShop: Sendable {
    let diagnostics: [Diagnostic]
    /// That the shop names, whether or not there is one.
    let group: String?
    let subject: TenancyRules.Shop?
    /// The silences that took a finding of the shop away.
    let usedSilences: Set<Silence>
    /// nil for a shop with errors.
    let inputs: ShopInputs?
    let day: CalendarDate?
}

extension CheckedShop {
    /// nil for a shop with errors: it is checked again each time.
    func record(in sources: SourceMap) -> ShopRecord? {
        guard isRecordable, let inputs, let subject else { return nil }
        var writer = FindingsWriter(sources)
        writer.write(diagnostics)
        writer.write(subject)
        writer.write(usedSilences)
        return ShopRecord(inputs: inputs, day: day, findings: writer.bytes)
    }

    var isRecordable: Bool { inputs != nil && subject != nil && !diagnostics.hasErrors }

    /// nil when the record is broken, or about a file that is not there any more.
    init?(_ record: ShopRecord, shop: String, files: [String: SourceFile.ID]) {
        guard var reader = FindingsReader(record.findings, files: files) else { return nil }
        diagnostics = reader.diagnostics()
        subject = reader.subject(shop)
        group = subject?.group
        usedSilences = reader.silences()
        inputs = record.inputs
        day = record.day
        guard reader.isComplete else { return nil }
    }
}

/// Findings as one run leaves them for the next.
enum FindingsRecord {
    static func bytes(of diagnostics: [Diagnostic], in sources: SourceMap) -> [UInt8] {
        var writer = FindingsWriter(sources)
        writer.write(diagnostics)
        return writer.bytes
    }

    /// nil when the record is broken, or about a file that is not there any more.
    static func diagnostics(from bytes: [UInt8], files: [String: SourceFile.ID]) -> [Diagnostic]? {
        guard var reader = FindingsReader(bytes, files: files) else { return nil }
        let diagnostics = reader.diagnostics()
        return reader.isComplete ? diagnostics : nil
    }
}

/// Files have other numbers in the next run, so that a record spells their paths, each once.
private struct FindingsWriter {
    private let sources: SourceMap
    private var numbers: [SourceFile.ID: Int] = [:]
    private var paths: [String] = []
    private var body = RecordWriter()

    init(_ sources: SourceMap) {
        self.sources = sources
    }

    var bytes: [UInt8] {
        var whole = RecordWriter()
        whole.list(paths) { $0.text($1) }
        return whole.bytes + body.bytes
    }

    mutating func write(_ diagnostics: [Diagnostic]) {
        body.number(diagnostics.count)
        for diagnostic in diagnostics {
            body.text(diagnostic.code)
            body.text(diagnostic.severity.rawValue)
            body.text(diagnostic.message)
            write(diagnostic.span)
            body.optional(diagnostic.label) { $0.text($1) }
            body.number(diagnostic.related.count)
            for label in diagnostic.related {
                write(label.span)
                body.text(label.text)
            }
            body.text(diagnostic.path)
            body.optional(diagnostic.help) { $0.text($1) }
            body.number(diagnostic.fixes.count)
            for fix in diagnostic.fixes {
                body.text(fix.title)
                write(fix.span)
                body.text(fix.replacement)
            }
            body.flag(diagnostic.isSensitive)
        }
    }

    mutating func write(_ subject: TenancyRules.Shop) {
        body.number(subject.facts.count)
        for fact in subject.facts {
            body.number(fact.kind.rawValue)
            body.text(fact.value)
            write(fact.place)
        }
    }

    mutating func write(_ silences: Set<Silence>) {
        body.number(silences.count)
        for silence in silences.sorted(by: { ($0.span, $0.code) < ($1.span, $1.code) }) {
            body.text(silence.code)
            write(silence.span)
            write(silence.line)
        }
    }

    private mutating func write(_ span: SourceSpan?) {
        body.flag(span != nil)
        guard let span else { return }
        let number = numbers[span.file] ?? paths.count
        if number == paths.count {
            numbers[span.file] = number
            paths.append(sources[span.file].path)
        }
        body.number(number)
        body.number(span.start)
        body.number(span.end)
    }
}

private struct FindingsReader {
    private var body: RecordReader
    private var files: [SourceFile.ID] = []
    private var isSound = true

    init?(_ bytes: [UInt8], files known: [String: SourceFile.ID]) {
        body = RecordReader(bytes)
        for path in body.list({ $0.text() }) {
            guard let file = known[path] else { return nil }
            files.append(file)
        }
    }

    var isComplete: Bool { isSound && body.isComplete }

    mutating func diagnostics() -> [Diagnostic] {
        repeated { reader in
            let code = reader.body.text()
            let severity = Diagnostic.Severity(rawValue: reader.body.text())
            if severity == nil { reader.isSound = false }
            return Diagnostic(
                code: code, severity: severity ?? .error, reader.body.text(), at: reader.span(),
                label: reader.body.optional { $0.text() },
                related: reader.repeated { Diagnostic.Label(span: $0.certainSpan(), text: $0.body.text()) },
                path: reader.body.text(), help: reader.body.optional { $0.text() },
                fixes: reader.repeated { reader in
                    let title = reader.body.text()
                    return Diagnostic.Fix(
                        title: title, span: reader.certainSpan(), replacement: reader.body.text())
                },
                isSensitive: reader.body.flag())
        }
    }

    mutating func subject(_ id: String) -> TenancyRules.Shop {
        TenancyRules.Shop(
            id: id,
            facts: repeated { reader in
                let kind = Fact.Kind(rawValue: reader.body.number(Int.self))
                if kind == nil { reader.isSound = false }
                return Fact(kind: kind ?? .group, value: reader.body.text(), place: reader.span())
            })
    }

    mutating func silences() -> Set<Silence> {
        Set(
            repeated { reader in
                Silence(code: reader.body.text(), span: reader.certainSpan(), line: reader.certainSpan())
            })
    }

    private mutating func repeated<Element>(_ read: (inout FindingsReader) -> Element) -> [Element] {
        var elements: [Element] = []
        var left = body.number(Int.self)
        while left > 0, body.isSound, isSound {
            elements.append(read(&self))
            left -= 1
        }
        return elements
    }

    private mutating func certainSpan() -> SourceSpan {
        if let span = span() { return span }
        isSound = false
        return SourceSpan(file: SourceFile.ID(0), start: 0, end: 0)
    }

    private mutating func span() -> SourceSpan? {
        guard body.flag() else { return nil }
        let number = body.number(Int.self)
        let start = body.number(UInt32.self)
        let end = body.number(UInt32.self)
        guard files.indices.contains(number), start <= end else {
            isSound = false
            return nil
        }
        return SourceSpan(file: files[number], start: start, end: end)
    }
}
