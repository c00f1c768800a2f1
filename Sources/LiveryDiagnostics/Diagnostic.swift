/// One thing that is wrong with what a person wrote: what, where, why, and what to write instead.
///
/// The message stands beside the check that finds it: each stage adds `extension Diagnostic { static func ... }` at the
/// foot of the file that reports it.
package struct Diagnostic: Hashable, Sendable {
    package enum Severity: String, Sendable, Comparable {
        case error
        case warning
        case note

        package static func < (left: Severity, right: Severity) -> Bool {
            left.rank < right.rank
        }

        private var rank: Int {
            switch self {
            case .error: 0
            case .warning: 1
            case .note: 2
            }
        }
    }

    /// A second place that belongs to the finding, in any layer.
    package struct Label: Hashable, Sendable {
        package let span: SourceSpan
        package let text: String

        package init(span: SourceSpan, text: String) {
            self.span = span
            self.text = text
        }
    }

    /// A second fact of a definition that belongs to the finding, while its place is not known yet.
    package struct Cause: Hashable, Sendable {
        package let path: String
        package let text: String

        package init(_ path: String, _ text: String) {
            self.path = path
            self.text = text
        }
    }

    /// An edit that mends the finding for certain.
    package struct Fix: Hashable, Sendable {
        package let title: String
        package let span: SourceSpan
        package let replacement: String

        package init(title: String, span: SourceSpan, replacement: String) {
            self.title = title
            self.span = span
            self.replacement = replacement
        }
    }

    /// Stable, `stage/what-is-wrong`.
    package var code: String
    package var severity: Severity
    /// One sentence that stands alone.
    package var message: String
    /// The narrowest text to change; nil only where no file is to blame, such as a missing folder.
    package var span: SourceSpan?
    /// A few words under the carets.
    package var label: String?
    package var related: [Label]
    /// Of a stage that knows facts and no places; the compiler makes related places of them.
    package var causes: [Cause]
    /// The field, such as `branding.colors.primary`, or empty.
    package var path: String
    /// What to do.
    package var help: String?
    package var fixes: [Fix]
    /// Whether the span holds a secret: renderers then mask it wherever the line is shown, also for other findings.
    package var isSensitive: Bool

    package init(
        code: String,
        severity: Severity = .error,
        _ message: String,
        at span: SourceSpan?,
        label: String? = nil,
        related: [Label] = [],
        causes: [Cause] = [],
        path: String = "",
        help: String? = nil,
        fixes: [Fix] = [],
        isSensitive: Bool = false
    ) {
        self.code = code
        self.severity = severity
        self.message = message
        self.span = span
        self.label = label
        self.related = related
        self.causes = causes
        self.path = path
        self.help = help
        self.fixes = fixes
        self.isSensitive = isSensitive
    }
}

extension [Diagnostic] {
    /// Whether anything here keeps a bundle from being written.
    package var hasErrors: Bool {
        contains { $0.severity == .error }
    }

    /// One finding for each cause, in the order in which people read files. A fault in a shared layer, which every shop
    /// meets, is one finding; what a broken or a secret value is accused of besides is none. `order` says where each
    /// file comes, by its number; without it the numbers do.
    package func sortedAndUnique(in order: [UInt32]? = nil) -> [Diagnostic] {
        var seen: Set<Diagnostic.Identity> = []
        let causes = Dictionary(
            grouping: filter { $0.isSensitive || ($0.severity == .error && $0.code.hasPrefix("yaml/")) }.compactMap(
                \.span), by: \.file)
        func place(of span: SourceSpan) -> UInt32 { order?[Int(span.file.rawValue)] ?? span.file.rawValue }
        return filter { diagnostic in
            guard !diagnostic.isSensitive, !diagnostic.code.hasPrefix("yaml/"), let span = diagnostic.span else {
                return true
            }
            return !(causes[span.file] ?? []).contains { $0.overlaps(span) }
        }.filter { seen.insert(Diagnostic.Identity($0)).inserted }.sorted { $0.precedes($1, placing: place) }
    }
}

extension Diagnostic {
    fileprivate struct Identity: Hashable {
        let code: String
        let span: SourceSpan?
        let message: String

        init(_ diagnostic: Diagnostic) {
            code = diagnostic.code
            span = diagnostic.span
            // One place can be reached by two paths: in an environment's overlay, and in what came of it.
            let path = "`\(diagnostic.path)`"
            if span != nil, code == "schema/unknown-key" {
                message = ""
            } else if span != nil, diagnostic.message.hasPrefix(path) {
                message = String(diagnostic.message.dropFirst(path.count))
            } else {
                message = diagnostic.message
            }
        }
    }

    fileprivate func precedes(_ other: Diagnostic, placing place: (SourceSpan) -> UInt32) -> Bool {
        switch (span, other.span) {
        case (let left?, let right?) where left != right:
            (place(left), left.start, left.end) < (place(right), right.start, right.end)
        case (nil, .some): true
        case (.some, nil): false
        default: (severity, code, message) < (other.severity, other.code, other.message)
        }
    }
}
