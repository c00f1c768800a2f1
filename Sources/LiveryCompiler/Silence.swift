import LiveryDiagnostics
import LiveryTenant
import LiveryYAML

/// `# livery: allow tenant/low-contrast: brand mandated`: a warning that somebody looked at and wants, at the end of
/// its line or on a line of its own above it. `allow CODE until 2027-03-31: REASON` runs out after that day.
struct Silence: Hashable, Sendable {
    let code: String
    /// The comment, from `#` to the end of the line.
    let span: SourceSpan
    /// The line whose findings are meant.
    let line: SourceSpan

    /// The comment with the blanks before it, and with its line where it stands alone: what goes when it goes.
    func whole(in file: SourceFile) -> SourceSpan {
        let bytes = file.bytes
        var start = Int(span.start)
        while start > 0, isBlank(bytes[start - 1]) { start -= 1 }
        var end = Int(span.end)
        guard start == 0 || isBreak(bytes[start - 1]) else {
            return SourceSpan(file: span.file, start: UInt32(start), end: span.end)
        }
        if end < bytes.count, bytes[end] == UInt8(ascii: "\r") { end += 1 }
        if end < bytes.count, bytes[end] == UInt8(ascii: "\n") { end += 1 }
        return SourceSpan(file: span.file, start: UInt32(start), end: UInt32(end))
    }

    func covers(_ diagnostic: Diagnostic) -> Bool {
        guard diagnostic.severity != .error, diagnostic.code == code, let span = diagnostic.span else { return false }
        return span.file == line.file && line.start <= span.start && span.start < max(line.end, line.start + 1)
    }
}

/// Reads the silences of one file. Comments are no part of a YAML graph, so that its bytes are read here.
struct SilenceScanner {
    private(set) var silences: [Silence] = []
    private(set) var faults: [Diagnostic] = []
    /// Whether tomorrow it may say something else.
    private(set) var isDated = false

    init(_ file: SourceFile, severities: [String: SeverityRule], today: CalendarDate?) {
        let comments = Self.comments(in: file.bytes)
        guard !comments.isEmpty else { return }
        // A `#` inside of a text is no comment. This is asked only of files that seem to hold a silence.
        var texts: [SourceSpan] = []
        if let root = YAMLDocument.parse(file).document?.root { Self.collectScalars(of: root, into: &texts) }
        for comment in comments {
            let span = SourceSpan(file: file.id, start: UInt32(comment.lowerBound), end: UInt32(comment.upperBound))
            guard !texts.contains(where: { $0.overlaps(span) }) else { continue }
            add(Request(file.bytes, comment: comment), at: span, in: file, severities: severities, today: today)
        }
    }

    private mutating func add(
        _ request: Request, at span: SourceSpan, in file: SourceFile, severities: [String: SeverityRule],
        today: CalendarDate?
    ) {
        let start = UInt32(request.codeRange.lowerBound)
        let codeSpan = SourceSpan(file: file.id, start: start, end: UInt32(request.codeRange.upperBound))
        guard let page = DiagnosticPages.page(for: request.code) else {
            faults.append(.unknownSilencedCode(request.code, at: codeSpan.start == codeSpan.end ? span : codeSpan))
            return
        }
        guard page.severity != .error, severities[request.code] != .error else {
            faults.append(.silencedError(request.code, isRaised: page.severity != .error, at: codeSpan))
            return
        }
        guard !request.reason.isEmpty else {
            faults.append(.silenceWithoutReason(request.code, at: span))
            return
        }
        // What a policy says of people is looked at again some day.
        if request.code.hasPrefix("privacy/") || request.isLimited, request.lastDay == nil {
            faults.append(.silenceWithoutEnd(request.code, saysOne: request.isLimited, at: span))
            return
        }
        isDated = isDated || request.lastDay != nil
        if let lastDay = request.lastDay, let today, lastDay < today {
            faults.append(.expiredSilence(request.code, lastDay, at: span))
            return
        }
        silences.append(Silence(code: request.code, span: span, line: Self.line(meantBy: span, in: file)))
    }

    /// What stands behind `# livery: allow`.
    private struct Request {
        let code: String
        let codeRange: Range<Int>
        let reason: Substring
        /// Whether the word `until` stands there.
        let isLimited: Bool
        /// nil also when what stands behind `until` is no day.
        let lastDay: CalendarDate?

        init(_ bytes: [UInt8], comment: Range<Int>) {
            let words = Array("allow".utf8)
            var start = comment.lowerBound
            while !bytes[start...].starts(with: words) { start += 1 }
            start += words.count
            while start < comment.upperBound, isBlank(bytes[start]) { start += 1 }
            var end = start
            while end < comment.upperBound, !isBlank(bytes[end]), bytes[end] != UInt8(ascii: ":") { end += 1 }
            codeRange = start..<end
            code = String(decoding: bytes[start..<end], as: UTF8.self)
            let isGap: (Character) -> Bool = { $0 == " " || $0 == "\t" }
            var rest = String(decoding: bytes[end..<comment.upperBound], as: UTF8.self).drop(while: isGap)
            isLimited = rest.hasPrefix("until") && rest.dropFirst("until".count).first.map(isGap) ?? true
            if isLimited { rest = rest.dropFirst("until".count).drop(while: isGap) }
            lastDay = isLimited ? CalendarDate(String(rest.prefix { !isGap($0) && $0 != ":" })) : nil
            if isLimited { rest = rest.drop { !isGap($0) && $0 != ":" }.drop(while: isGap) }
            reason = rest.first == ":" ? rest.dropFirst().drop(while: isGap) : ""
        }
    }

    /// The comments of the form `# livery: allow`, wherever a `#` could begin one.
    private static func comments(in bytes: [UInt8]) -> [Range<Int>] {
        var found: [Range<Int>] = []
        var index = 0
        while let hash = bytes[index...].firstIndex(of: UInt8(ascii: "#")) {
            index = hash + 1
            guard hash == 0 || isBlank(bytes[hash - 1]) || isBreak(bytes[hash - 1]) else { continue }
            let end = bytes[hash...].firstIndex(where: isBreak) ?? bytes.count
            guard isRequest(bytes[(hash + 1)..<end]) else { continue }
            found.append(hash..<end)
            index = end
        }
        return found
    }

    private static func isRequest(_ comment: ArraySlice<UInt8>) -> Bool {
        let name = comment.drop(while: isBlank)
        guard name.starts(with: "livery:".utf8) else { return false }
        let verb = name.dropFirst("livery:".utf8.count).drop(while: isBlank)
        return verb.starts(with: "allow".utf8) && verb.dropFirst("allow".utf8.count).first.map(isBlank) ?? true
    }

    private static func collectScalars(of node: YAMLNode, into spans: inout [SourceSpan]) {
        guard !node.isAlias else { return }
        if node.kind == .scalar { spans.append(node.span) }
        for item in node.items { collectScalars(of: item, into: &spans) }
        for (key, value) in node.entries {
            collectScalars(of: key, into: &spans)
            collectScalars(of: value, into: &spans)
        }
    }

    /// The line of the comment; where the comment stands alone, the next line that holds anything else.
    private static func line(meantBy comment: SourceSpan, in file: SourceFile) -> SourceSpan {
        let bytes = file.bytes
        var start = Int(comment.start)
        while start > 0, !isBreak(bytes[start - 1]) { start -= 1 }
        var end = Int(comment.end)
        while true {
            let content = bytes[start..<end].drop(while: isBlank)
            let isEmpty = content.isEmpty || content.first == UInt8(ascii: "#")
            guard isEmpty, end < bytes.count else { break }
            start = end + 1
            end = bytes[start...].firstIndex(where: isBreak) ?? bytes.count
        }
        return SourceSpan(file: file.id, start: UInt32(start), end: UInt32(end))
    }
}

private func isBlank(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t")
}

private func isBreak(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
}

extension Diagnostic {
    fileprivate static func unknownSilencedCode(_ code: String, at span: SourceSpan) -> Diagnostic {
        let meant = code.isEmpty ? nil : Similarity.nearest(to: code, in: DiagnosticPages.codes)
        return Diagnostic(
            code: "compiler/unknown-silenced-code",
            code.isEmpty ? "This comment does not say what it allows." : "No diagnostic has the code `\(code)`.",
            at: span, label: meant.map { "did you mean `\($0)`?" },
            help: "Write `# livery: allow CODE: REASON`; `livery explain --codes` lists all codes.",
            fixes: meant.map { [Fix(title: "Write `\($0)`", span: span, replacement: $0)] } ?? [])
    }

    fileprivate static func silencedError(_ code: String, isRaised: Bool, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            code: "compiler/silenced-error",
            isRaised
                ? "This workspace makes `\(code)` an error, and an error cannot be silenced."
                : "`\(code)` is an error, and an error cannot be silenced.", at: span,
            help: "Mend what it is about, and remove the comment.")
    }

    fileprivate static func silenceWithoutReason(_ code: String, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            code: "compiler/silence-without-reason", "This comment allows `\(code)`, but does not say why.", at: span,
            help: "Write the reason behind a colon: `# livery: allow \(code): REASON`.")
    }

    fileprivate static func silenceWithoutEnd(_ code: String, saysOne: Bool, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            code: "compiler/silence-without-end",
            saysOne
                ? "This comment allows `\(code)` until a day that does not exist."
                : "This comment allows `\(code)` for ever, and a finding about privacy is looked at again.", at: span,
            help: "Write the last day before the colon: `# livery: allow \(code) until 2027-03-31: REASON`.")
    }

    fileprivate static func expiredSilence(_ code: String, _ day: CalendarDate, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            code: "compiler/expired-silence", severity: .warning,
            "This comment allowed `\(code)` until \(day.text), and hides nothing any more.", at: span,
            help: "Mend what it is about, or look at it again and write a later day.")
    }

    static func unusedSilence(_ silence: Silence, in file: SourceFile) -> Diagnostic {
        Diagnostic(
            code: "compiler/unused-silence", severity: .warning,
            "This comment allows `\(silence.code)`, and there is none on its line.", at: silence.span,
            help: "Remove the comment, or move it to the line of the finding or right above it.",
            fixes: [Fix(title: "Remove the comment", span: silence.whole(in: file), replacement: "")])
    }
}
