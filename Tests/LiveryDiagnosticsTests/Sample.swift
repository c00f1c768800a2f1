@testable import LiveryDiagnostics

/// The ways to write a run down.
enum Rendering: String, CaseIterable, Sendable {
    case human, ascii, narrated, compact, json, sarif, junit, github, gitlab, checkstyle

    var file: String {
        switch self {
        case .human, .ascii, .narrated, .compact, .github: rawValue + ".txt"
        case .json, .gitlab: rawValue + ".json"
        case .sarif: "report.sarif"
        case .junit, .checkstyle: rawValue + ".xml"
        }
    }
}

/// A run with what is hard to show: a secret, wide and combining letters, tabs, controls, right-to-left text, a span of
/// several lines, one without characters, places in a built-in file, no place at all, and characters that formats use.
struct Sample {
    let page: Page
    let findings: [Diagnostic]

    init() {
        var page = Page()
        let defaults = page.add("built-in defaults", "app:\n  «minimum_os»: \"15.0\"\n")
        let platform = page.add("tenants/platform.yaml", "livery: 1\noperator:\n«  name: Trackara\n  phone: 1»\n")
        let elm = page.add(
            "tenants/shops/elm.yaml",
            "livery: 1\nshop:\n  name: 东京 e\u{301}t «\"שלום 🚗\"»\n\t«city»: Zürich\n  notes: «\"100%, \u{1B}[31m\"»\n")
        let oakwood = page.add(
            "tenants/shops/oak, wood: 50%.yaml",
            "branding:\n  «primry»: \"#1F5A3C\"\nstripe:\n  secret_key: «\"sk_live_51HxSecret0123456789abcd\"»\n"
                + "fee:«»\n" + String(repeating: "k", count: 120) + ": «value»\n")
        self.page = page
        findings =
            Self.plain(platform: platform, defaults: defaults) + Self.elm(elm) + Self.oakwood(oakwood, platform)
    }

    private static func plain(platform: [SourceSpan], defaults: [SourceSpan]) -> [Diagnostic] {
        [
            Diagnostic(
                code: "workspace/left-bundle", severity: .warning,
                "`output/gone` is the bundle of a shop that has no definition any more.", at: nil,
                help: "`livery compile --prune` removes it."),
            Diagnostic(
                code: "schema/wrong-type", "Two lines & a <tag> say \"this\" and 'that'.", at: platform[0],
                related: [.init(span: defaults[0], text: "the default is set here")], path: "operator",
                help: "First line.\nSecond line: 100 %."),
        ]
    }

    private static func elm(_ spans: [SourceSpan]) -> [Diagnostic] {
        [
            Diagnostic(
                code: "tenant/invalid-text", severity: .warning, "`shop.name` mixes directions: שלום.", at: spans[0],
                label: "from right to left", path: "shop.name"),
            Diagnostic(
                code: "yaml/tab", "A tab cannot indent.", at: spans[1], path: "shop.city",
                fixes: [.init(title: "Write blanks", span: spans[1], replacement: "  city")]),
            Diagnostic(
                code: "schema/control-character", severity: .note, "A control character \u{1B} stands here.",
                at: spans[2], path: "shop.notes"),
        ]
    }

    private static func oakwood(_ spans: [SourceSpan], _ platform: [SourceSpan]) -> [Diagnostic] {
        [
            Diagnostic(
                code: "schema/unknown-key", "`primry` is not a key of `branding`.", at: spans[0],
                label: "did you mean `primary`?", path: "branding.primry", help: "Write `primary`.",
                fixes: [.init(title: "Rename to `primary`", span: spans[0], replacement: "primary")]),
            Diagnostic(
                code: "tenant/live-secret", "`sk_live_51HxSecret0123456789abcd` looks like a live secret.",
                at: spans[1],
                related: [.init(span: platform[0], text: "not sk_live_51HxSecret0123456789abcd")],
                path: "stripe.secret_key", help: "Never write sk_live_51HxSecret0123456789abcd.",
                fixes: [.init(title: "Keep", span: spans[1], replacement: "sk_live_51HxSecret0123456789abcd")],
                isSensitive: true),
            Diagnostic(
                code: "schema/missing-value", "A value is missing.", at: spans[2], path: "fee",
                fixes: [
                    .init(title: "Write a fee", span: spans[2], replacement: " 2"),
                    .init(title: "Write a fee", span: spans[0], replacement: "primary"),
                    .init(title: "Remove it", span: spans[2], replacement: ""),
                ]),
            Diagnostic(code: "schema/wrong-type", "A long line.", at: spans[3], path: "k"),
        ]
    }

    func text(_ rendering: Rendering) -> String {
        let report = Report(findings, from: page.sources, shops: ["elm", "fir"], version: "1.2.3")
        switch rendering {
        case .human: return HumanRenderer.render(findings, from: page.sources, width: 72)
        case .ascii: return HumanRenderer.render(findings, from: page.sources, width: 72, alphabet: .ascii)
        case .narrated: return NarratedRenderer.render(findings, from: page.sources)
        case .compact: return CompactRenderer.render(report)
        case .json: return String(decoding: JSONReport.render(report), as: UTF8.self)
        case .sarif: return String(decoding: SARIFReport.render(report), as: UTF8.self)
        case .junit: return JUnitReport.render(report)
        case .github: return GitHubAnnotations.render(report)
        case .gitlab: return String(decoding: GitLabReport.render(report), as: UTF8.self)
        case .checkstyle: return CheckstyleReport.render(report)
        }
    }
}
