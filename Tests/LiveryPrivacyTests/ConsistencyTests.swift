import Foundation
import LiveryDiagnostics
import LiveryTenant
import Testing

@testable import LiveryPrivacy

/// `LIVERY_UPDATE=1 swift test --filter ConsistencyTests` writes docs/consistency.md anew.
@Suite("ConsistencyTests")
struct ConsistencyTests {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    @Test("Each of the 81 rules stands once, in order")
    func numbers() {
        let groups = [("PRIV", 17), ("TRK", 6), ("STO", 18), ("POL", 40)]
        let expected = groups.flatMap { group, count in
            (1...count).map { group + String(repeating: "0", count: 3 - "\($0)".count) + "\($0)" }
        }
        #expect(expected.count == 81)
        #expect(ConsistencyRule.all.map(\.id) == expected)
    }

    @Test("What holds a rule exists", arguments: ConsistencyRule.all.map(\.id))
    func holds(_ id: String) throws {
        let rule = try #require(ConsistencyRule.all.first { $0.id == id })
        #expect(!rule.asks.isEmpty && !rule.cite.isEmpty)
        switch rule.held {
        case .findings(let codes, _):
            for code in codes { #expect(DiagnosticPages.page(for: code) != nil, "\(code)") }
        case .construction(_, let file, let test):
            let text = try String(contentsOf: Self.root.appending(path: file), encoding: .utf8)
            #expect(text.contains(test), "\(file) has no `\(test)`")
        case .leftOut(let reason): #expect(reason.hasSuffix("."))
        }
    }

    @Test("A dated finding counts from its day", arguments: ConsistencyRule.all.filter { $0.since != nil }.map(\.id))
    func days(_ id: String) throws {
        let rule = try #require(ConsistencyRule.all.first { $0.id == id })
        let since = try #require(rule.since)
        guard case .findings(let codes, _) = rule.held else { return }
        for code in codes where ConsistencyRule.rules(of: code).allSatisfy({ $0.since == since }) {
            #expect(ConsistencyRule.isInForce(code, on: since))
            #expect(!ConsistencyRule.isInForce(code, on: Self.dayBefore(since)))
        }
    }

    @Test("docs/consistency.md is current")
    func page() throws {
        let file = Self.root.appending(path: "docs/consistency.md")
        let bytes = Data(Self.markdown.utf8)
        if ProcessInfo.processInfo.environment["LIVERY_UPDATE"] == "1" { try bytes.write(to: file) }
        #expect(
            try Data(contentsOf: file) == bytes, "LIVERY_UPDATE=1 swift test --filter ConsistencyTests writes it anew")
    }

    private static func dayBefore(_ date: CalendarDate) -> CalendarDate {
        let day = date.day > 1 ? (date.year, date.month, date.day - 1) : (date.year - (date.month == 1 ? 1 : 0), 0, 28)
        let month = day.1 > 0 ? day.1 : (date.month == 1 ? 12 : date.month - 1)
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        guard let before = CalendarDate("\(day.0)-\(two(month))-\(two(day.2))") else { return date }
        return before
    }

    private static var markdown: String {
        let counts = ConsistencyRule.all.reduce(into: (found: 0, derived: 0, out: 0)) { counts, rule in
            switch rule.held {
            case .findings: counts.found += 1
            case .construction: counts.derived += 1
            case .leftOut: counts.out += 1
            }
        }
        var text = """
            # What must agree

            What laws, stores and specifications ask of a definition, its policy, its banner and its labels. \
            \(counts.found) of the
            \(ConsistencyRule.all.count) are held by findings; \(counts.derived) cannot be broken, for one thing is \
            made from the other, and a test proves
            it; \(counts.out) are left out, with the reason. The table is `ConsistencyRule` in
            Sources/LiveryPrivacy/Consistency; this page is written from it. A finding with a day counts for policies
            from that day on.

            | rule | what is asked | held by | who asks |
            | --- | --- | --- | --- |

            """
        for rule in ConsistencyRule.all {
            let held =
                switch rule.held {
                case .findings(let codes, let more):
                    codes.map { "[`\($0)`](diagnostics/\($0).md)" }.joined(separator: ", ")
                        + (more.map { "; \($0)" } ?? "")
                case .construction(let how, let file, _): "\(how) ([test](../\(file)))"
                case .leftOut(let reason): "left out: \(reason)"
                }
            let days =
                (rule.since.map { "; from \($0.text)" } ?? "") + (rule.until.map { "; until \($0.text)" } ?? "")
            text += "| \(rule.id) | \(rule.asks) | \(held) | \(rule.cite)\(days) |\n"
        }
        return text
    }
}
