/// What the reports for programs are made of: the findings of a run with their places counted and their secrets taken
/// out. Each format is a pure function of this value.
package struct Report: Sendable {
    /// Characters from `start` up to but not including `end`.
    struct Place: Sendable {
        /// Relative to the folder in which Livery was started, with forward slashes.
        let path: String
        let start: LineIndex.Place
        let end: LineIndex.Place
        /// Whether a person can open the file: what is built into Livery lies in no repository.
        let isFile: Bool
    }

    /// Edits that mend a finding together.
    struct Fix: Sendable {
        let title: String
        var edits: [(place: Place, replacement: String)]
    }

    struct Finding: Sendable {
        let code: String
        let severity: Diagnostic.Severity
        let message: String
        let label: String?
        let help: String?
        /// The field, such as `branding.colors.primary`, or empty.
        let path: String
        let place: Place?
        let related: [(place: Place, text: String)]
        let fixes: [Fix]
        let isSensitive: Bool
        /// The same in every run while the rule, the file and the field are: no line goes into it.
        let fingerprint: String
    }

    let version: String
    /// The shops that the run was about, whether or not anything is wrong with them, in order.
    let shops: [String]
    let findings: [Finding]
    /// How many findings the person asked not to see.
    let hidden: Int
    /// Where a finding without a place is shown by formats that demand one.
    let home: String
    private let summary: String?

    /// The paths of the sources count from the workspace; `folder` leads there from where Livery was started.
    package init(
        _ diagnostics: [Diagnostic], from sources: SourceMap, shops: [String] = [], in folder: String = "",
        limit: Int? = nil, version: String
    ) {
        let redaction = Redaction(of: diagnostics, in: sources)
        let shown = limit.map { diagnostics.mostSevere($0) } ?? diagnostics
        var places = PlaceFinder(sources: sources, folder: folder)
        var fingerprints = Fingerprints()
        self.version = version
        self.shops = shops
        findings = shown.map { diagnostic in
            let diagnostic = redaction(diagnostic)
            let place = diagnostic.span.map { places.place(of: $0) }
            return Finding(
                code: diagnostic.code, severity: diagnostic.severity, message: diagnostic.message,
                label: diagnostic.label, help: diagnostic.help, path: diagnostic.path, place: place,
                related: diagnostic.related.map { (places.place(of: $0.span), $0.text) },
                fixes: Self.fixes(diagnostic.fixes, &places),
                isSensitive: diagnostic.isSensitive,
                fingerprint: fingerprints.next(code: diagnostic.code, path: diagnostic.path, file: place?.path ?? ""))
        }
        hidden = diagnostics.count - shown.count
        home = folder + "tenants/platform.yaml"
        summary = HumanRenderer.summary(of: diagnostics)
    }

    /// Edits under one title are one fix.
    private static func fixes(_ edits: [Diagnostic.Fix], _ places: inout PlaceFinder) -> [Fix] {
        edits.titles.map { title in
            Fix(
                title: title,
                edits: edits.filter { $0.title == title }.map { (places.place(of: $0.span), $0.replacement) })
        }
    }

    /// `3 errors and 1 warning in 2 files`, hidden ones included.
    var counts: String { summary ?? "nothing to report" }

    /// `12 findings are hidden by --max-errors`, or nil when none is.
    var hiddenNotice: String? {
        hidden == 0 ? nil : "\(hidden) finding\(hidden == 1 ? " is" : "s are") hidden by --max-errors"
    }
}

extension [Diagnostic.Fix] {
    /// Each title once, in order.
    var titles: [String] {
        var seen: Set<String> = []
        return map(\.title).filter { seen.insert($0).inserted }
    }
}

extension [Diagnostic] {
    /// So many at most, errors before warnings before notes, and still in their order.
    package func mostSevere(_ limit: Int) -> [Diagnostic] {
        guard count > limit else { return self }
        let ranked = indices.sorted { (self[$0].severity, $0) < (self[$1].severity, $1) }
        return ranked.prefix(limit).sorted().map { self[$0] }
    }
}

private struct PlaceFinder {
    let sources: SourceMap
    let folder: String
    private var indexes: [SourceFile.ID: LineIndex] = [:]

    init(sources: SourceMap, folder: String) {
        self.sources = sources
        self.folder = folder
    }

    mutating func place(of span: SourceSpan) -> Report.Place {
        let file = sources[span.file]
        let lines = indexes[span.file] ?? LineIndex(file.bytes)
        indexes[span.file] = lines
        return Report.Place(
            path: file.isBuiltIn ? file.path : folder + file.path, start: lines.place(of: span.start),
            end: lines.place(of: span.end), isFile: !file.isBuiltIn)
    }
}

/// Names for findings that survive edits elsewhere in the file: rule, file and field, and a number where the same rule
/// speaks of the same field again.
private struct Fingerprints {
    private var seen: [String: Int] = [:]

    mutating func next(code: String, path: String, file: String) -> String {
        let hash = Self.hash("\(code)\u{0}\(file)\u{0}\(path)")
        seen[hash, default: 0] += 1
        return "\(hash):\(seen[hash, default: 1])"
    }

    /// FNV-1a with 128 bits (Fowler, Noll and Vo): the prime is 2^88 + 2^8 + 0x3B.
    static func hash(_ text: String) -> String {
        var hash: UInt128 = 0x6C62_272E_07BB_0142_62B8_2175_6295_C58D
        for byte in text.utf8 { hash = (hash ^ UInt128(byte)) &* (1 << 88 + 0x13B) }
        let digits = String(hash, radix: 16)
        return String(repeating: "0", count: 32 - digits.utf8.count) + digits
    }
}

/// Takes secrets out of sentences. The stages that report a secret do not repeat it; this holds whatever they write.
package struct Redaction: Sendable {
    /// The longest first, so that no part of one is left.
    private let secrets: [String]

    package init(of diagnostics: [Diagnostic], in sources: SourceMap) {
        var secrets: Set<String> = []
        for span in diagnostics.filter(\.isSensitive).compactMap(\.span) {
            let bytes = sources[span.file].bytes
            let end = min(Int(span.end), bytes.count)
            let quotes: Set<Character> = ["\"", "'"]
            var text = String(decoding: bytes[min(Int(span.start), end)..<end], as: UTF8.self)[...]
            if let first = text.first, quotes.contains(first) { text.removeFirst() }
            if let last = text.last, quotes.contains(last) { text.removeLast() }
            // What is shorter keeps no secret, and may be a word of the sentence.
            if text.count >= 6 { secrets.insert(String(text)) }
        }
        self.secrets = secrets.sorted { ($1.utf8.count, $0) < ($0.utf8.count, $1) }
    }

    package func callAsFunction(_ diagnostic: Diagnostic) -> Diagnostic {
        guard !secrets.isEmpty else { return diagnostic }
        var result = diagnostic
        result.message = hide(diagnostic.message)
        result.label = diagnostic.label.map(hide)
        result.help = diagnostic.help.map(hide)
        result.related = diagnostic.related.map { .init(span: $0.span, text: hide($0.text)) }
        // An edit that is not whole would do harm.
        result.fixes = diagnostic.fixes.filter { hide($0.replacement) == $0.replacement && hide($0.title) == $0.title }
        return result
    }

    private func hide(_ text: String) -> String {
        secrets.reduce(text) { $0.contains($1) ? $0.replacing($1, with: "…") : $0 }
    }
}
