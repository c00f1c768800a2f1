import Foundation
import LiveryCompiler
import LiveryDiagnostics
import LiverySchema
import LiveryYAML
import Testing

@Suite("Mutations")
struct MutationTests {
    @Test("A seeded mistake is found where it was made, once, and with its fix")
    func corpus() {
        let environment = ProcessInfo.processInfo.environment
        let count = environment["LIVERY_MUTATIONS"].flatMap(Int.init) ?? 171
        let seed = environment["LIVERY_SEED"].flatMap(UInt64.init) ?? 1
        let part = environment["LIVERY_KIND"] ?? ""
        let kinds = Mutation.kinds.filter { part.isEmpty || $0.name.contains(part) }
        let mutations = Mutation.seeded(count, of: kinds, seed: seed)
        let outcomes = mutations.map(Outcome.init)
        if let folder = environment["LIVERY_DUMP"] { MutationDump.write(outcomes, to: folder) }
        let report = MutationReport(of: outcomes)
        print(report.text)
        #expect(mutations.count == count || !part.isEmpty)
        #expect(report.found == 1)
        #expect(report.place >= 0.99)
        #expect(report.fix >= 0.9)
        #expect(report.extra < 0.05)
    }
}

extension Mutation {
    static let kinds = MutationKind.keys + MutationKind.values + MutationKind.layout

    /// As many of each kind as of any other, until the sample workspace has no more places for one; what such a kind
    /// lacks, the others make up.
    static func seeded(_ count: Int, of kinds: [MutationKind], seed: UInt64) -> [Mutation] {
        let sites = SampleFile.all.flatMap { file in file.sites.map { (file, $0) } }
        var decks = kinds.enumerated().map { index, kind in
            MutationDeck(of: kind, at: sites, random: SeededGenerator(seed: seed &* 1_000 &+ UInt64(index)))
        }
        var mutations = kinds.map { _ in [Mutation]() }
        var left = count
        while left > 0 {
            let before = left
            for index in decks.indices where left > 0 {
                guard let mutation = decks[index].next() else { continue }
                mutations[index].append(mutation)
                left -= 1
            }
            if left == before { break }
        }
        return mutations.flatMap(\.self)
    }
}

/// The mistakes of one kind, in an order that the seed decides.
struct MutationDeck {
    private let kind: MutationKind
    private var sites: [(SampleFile, Site)]
    private var random: SeededGenerator
    private var index = 0
    private var isNew = false
    private var seen: Set<String> = []

    init(of kind: MutationKind, at sites: [(SampleFile, Site)], random: SeededGenerator) {
        self.kind = kind
        self.random = random
        self.sites = sites.shuffled(using: &self.random)
    }

    /// A mistake that was not made before; nil when a whole round brings no other.
    mutating func next() -> Mutation? {
        while true {
            if index == sites.count {
                guard isNew else { return nil }
                (index, isNew) = (0, false)
            }
            let (file, site) = sites[index]
            index += 1
            guard let change = kind.mutate(site, MutationKind.Source(bytes: file.bytes), &random) else { continue }
            let mutation = Mutation(
                kind: kind.name, file: file, edits: change.edits, place: change.place, hasOneAnswer: kind.hasOneAnswer)
            guard seen.insert(mutation.identity).inserted else { continue }
            isNew = true
            return mutation
        }
    }
}

/// What `validate` says of one mistake.
struct Outcome {
    let mutation: Mutation
    let findings: [Diagnostic]
    let isInPlace: Bool
    let isMended: Bool
    let excerpt: String

    init(_ mutation: Mutation) {
        self.mutation = mutation
        let bytes = mutation.bytes
        let (compilation, new) = mutation.file.findings(with: bytes)
        findings = new
        excerpt = HumanRenderer.render(new, from: compilation.sources)
        let hit = new.first {
            guard let span = $0.span else { return false }
            return compilation.sources[span.file].path == mutation.file.path && span.range == mutation.place
        }
        isInPlace = hit != nil
        let editable = Set(compilation.sources.files.map(\.id))
        isMended = new.contains { finding in
            let fixed = FixedTexts([finding], in: compilation.sources, editable: editable)
            return fixed.texts.values.contains { Self.meaning(of: $0) == Self.meaning(of: mutation.file.bytes) }
        }
    }

    var fallsShort: Bool { findings.count != 1 || !isInPlace || (mutation.hasOneAnswer && !isMended) }

    private static func meaning(of bytes: [UInt8]) -> String {
        let parsed = YAMLDocument.parse(SourceFile(id: SourceFile.ID(0), path: "", bytes: bytes))
        guard parsed.diagnostics.isEmpty, let root = parsed.document?.root else { return "nothing" }
        return meaning(of: LayeredNode(root))
    }

    /// Without the difference between plain and quoted text that the schema does not make either.
    private static func meaning(of node: LayeredNode) -> String {
        switch node.content {
        case .scalar(let text, _): text
        case .sequence(let items): "[" + items.map(meaning).joined(separator: "\u{1}") + "]"
        case .mapping(let entries):
            "{" + entries.map { $0.key + "\u{2}" + meaning(of: $0.value) }.joined(separator: "\u{1}") + "}"
        case .removed: "\u{3}"
        }
    }
}

struct MutationReport {
    let outcomes: [Outcome]

    init(of outcomes: [Outcome]) {
        self.outcomes = outcomes
    }

    var found: Double { share(outcomes) { !$0.findings.isEmpty } }
    var place: Double { share(outcomes, \.isInPlace) }
    /// Of the mistakes that have one answer.
    var fix: Double { share(outcomes.filter(\.mutation.hasOneAnswer), \.isMended) }
    /// For each mistake, what was said beyond the one thing.
    var extra: Double { Double(outcomes.reduce(0) { $0 + max(0, $1.findings.count - 1) }) / Double(outcomes.count) }

    var text: String {
        var lines = ["kind                             made found place   fix extra"]
        for kind in Mutation.kinds {
            let part = MutationReport(of: outcomes.filter { $0.mutation.kind == kind.name })
            lines.append(part.outcomes.isEmpty ? "\(kind.name): none made" : part.line(kind.name))
        }
        lines.append(line("all"))
        lines += failures
        return lines.joined(separator: "\n")
    }

    private func line(_ name: String) -> String {
        func percent(_ share: Double) -> String { String(format: "%5.1f%%", share * 100) }
        let fixes = outcomes.contains(where: \.mutation.hasOneAnswer) ? percent(fix) : "     -"
        let padded = name.padding(toLength: 32, withPad: " ", startingAt: 0)
        return padded + String(format: "%5d ", outcomes.count) + "\(percent(found)) \(percent(place)) \(fixes) "
            + String(format: "%5.2f", extra)
    }

    /// Examples of each kind that falls short, as a person would see them.
    private var failures: [String] {
        guard let shown = ProcessInfo.processInfo.environment["LIVERY_SHOW"].flatMap(Int.init) else { return [] }
        return Mutation.kinds.flatMap { kind in
            outcomes.filter { $0.mutation.kind == kind.name && $0.fallsShort }.prefix(shown).map {
                "\n--- \(kind.name), wanted at \($0.mutation.place), file \($0.mutation.file.path)"
                    + ($0.isInPlace ? "" : ", not in place")
                    + ($0.mutation.hasOneAnswer && !$0.isMended ? ", no right fix" : "") + "\n\($0.excerpt)"
            }
        }
    }

    private func share(_ outcomes: [Outcome], _ holds: (Outcome) -> Bool) -> Double {
        outcomes.isEmpty ? 1 : Double(outcomes.count(where: holds)) / Double(outcomes.count)
    }
}
