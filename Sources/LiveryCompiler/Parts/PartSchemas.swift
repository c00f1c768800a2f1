package import LiveryBundle
import LiveryDiagnostics

// What `facts.json` and the list of actions can hold, for those who read them.
extension ArtifactSchema {
    private typealias Member = ArtifactMember
    private typealias Shape = ArtifactShape

    private static let path = Shape.prose("tenants/shops/oakwood-auto-care.yaml")
    private static let span = Shape.list(of: .count, count: 3...3)
    private static let place = "The number of a path in `files`, and the first byte and the one behind the last."
    private static let code = Shape.text("[a-z]+/[a-z0-9-]+", examples: ["compiler/shared-identity"])

    package static let facts = ArtifactSchema(
        "facts", besidesBundles: "`facts.json` of a part",
        "What a run over a part of the shops leaves for `livery merge`.",
        .object([
            Member("livery_facts", "Raised when a reader of the older form would fail.", .constant(FactsFile.version)),
            Member(
                "compiler", "The program that wrote the file; all parts of a merge come from one.",
                .object([
                    Member("version", "Of Livery.", .prose("0.1.0")),
                    Member("program", "Stands for every byte of the program.", .prose("0123456789abcdef")),
                ])),
            Member(
                "shard", "Which part of the shops this is; null for a single shop.",
                .orNull(
                    .object([
                        Member("index", "From 1.", .positive), Member("total", "How many shards there are.", .positive),
                    ]))),
            Member("bundles", "Whether bundles were made, or the shops only checked.", .flag),
            Member(
                "inputs", "What the shops were made from, each file once.",
                .list(
                    of: .object([
                        Member("path", "Below the workspace; `tenants/clauses` stands for all files in it.", path),
                        Member("sha256", "Of the bytes; null for a file that is not there.", .orNull(.digest)),
                    ]))),
            Member("shared", "Numbers of the inputs that shops share.", .list(of: .count)),
            Member("files", "The paths that places point into.", .list(of: path)),
            Member("shops", "In the order of their ids.", .list(of: .object(shop))),
            Member("sha256", "Of all bytes of the file before this member's comma.", .digest),
        ]))

    private static let shop: [Member] = [
        .shop,
        Member("manifest", "The SHA-256 of the bundle's manifest; null without a bundle.", .orNull(.digest)),
        Member("inputs", "Numbers of the inputs that it was made from.", .list(of: .count)),
        Member("errors", "Whether it has errors; the merge looks at it again, and the rest is left out.", .flag),
        Member(optional: "day", "The day on which this is true, where it may not be on another.", .orNull(.date)),
        Member(
            optional: "facts", "What the rules across shops ask.",
            .list(
                of: .object([
                    Member("fact", "What it is.", .words(Fact.Kind.allCases.map(\.word))),
                    Member("value", "As the rules compare it.", .text(examples: ["+15125550123"])),
                    Member("at", place, .orNull(span)),
                ]))),
        Member(optional: "findings", "Warnings and notes.", .list(of: .object(finding))),
        Member(
            optional: "silences", "Comments that took a finding away.",
            .list(
                of: .object([
                    Member("code", "Of the finding.", code), Member("at", "The comment. \(place)", span),
                    Member("line", "The line that it speaks of. \(place)", span),
                ]))),
    ]

    private static let finding: [Member] = [
        Member("code", "Of the diagnostic.", code),
        Member("severity", "How grave it is.", .words(["error", "warning", "note"])),
        Member("message", "One sentence.", .text(examples: ["Both shops have the same name."])),
        Member("at", place, .orNull(span)),
        Member("label", "A few words under the place.", .orNull(.text(examples: ["did you mean `phone`?"]))),
        Member(
            "related", "Other places.",
            .list(
                of: .object([
                    Member("text", "What is there.", .text(examples: ["`elm` has it here"])), Member("at", place, span),
                ]))),
        Member("path", "The field, or nothing.", .text(examples: ["branding.app_name"])),
        Member("help", "What to do.", .orNull(.text(examples: ["Write another."]))),
        Member(
            "fixes", "Edits that mend it.",
            .list(
                of: .object([
                    Member("title", "What the edit does.", .text(examples: ["Write `phone`"])),
                    Member("replacement", "What to write at the place.", .text(examples: ["phone"])),
                    Member("at", place, span),
                ]))),
        Member("sensitive", "Whether the place holds a secret.", .flag),
    ]

    private static let command = Shape.list(of: .text(examples: ["livery"]))

    package static let actions = ArtifactSchema(
        "actions", besidesBundles: "`livery actions --format json`",
        "The work in steps that a build system can run.",
        .object([
            Member("livery_actions", "Raised when a reader of the older form would fail.", .constant(1)),
            Member(
                "compiler", "The program that is to run.", .object([Member("version", "Of Livery.", .prose("0.1.0"))])),
            Member(
                "actions", "One for each shop, in the order of their ids.",
                .list(
                    of: .object([
                        .shop,
                        Member(
                            "content_key",
                            "The same for the same inputs and the same version; null for a shop with errors.",
                            .orNull(.digest)),
                        Member("command", "The words of the command.", command),
                        Member(
                            "inputs", "All files that it reads.",
                            .list(
                                of: .object([
                                    Member("path", "Where the command finds it.", path),
                                    Member(
                                        "sha256", "Of the bytes; null where nobody could read them.", .orNull(.digest)),
                                ]))),
                        Member("absent", "Files that it would read if they were there.", .list(of: path)),
                        Member("outputs", "What it writes; a folder ends in a slash.", .list(of: path)),
                    ]))),
            Member(
                "merge", "The step behind all others.",
                .object([
                    Member("command", "The words of the command.", command),
                    Member("inputs", "The folders of the other steps, and files of the workspace.", .list(of: path)),
                    Member("outputs", "What it writes.", .list(of: path)),
                ])),
        ]))
}
