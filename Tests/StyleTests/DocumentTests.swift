import Foundation
import Testing

@Suite("What the documents promise")
struct DocumentTests {
    @Test("The README begins with the two commands, and CI runs the second")
    func commands() throws {
        let commands = Self.firstCommands(in: try Repository.file("README.md").text)
        #expect(commands == ["swift run -c release livery compile", "swift test"])
        let steps = try Repository.file(".ci/run").text
        #expect(commands.allSatisfy(steps.contains), ".ci/run runs the README's commands as they stand")
    }

    @Test("The first block of commands is read as it stands")
    func firstBlock() {
        #expect(Self.firstCommands(in: "# X\n\nText\n\n```sh\na b\nc\n```\n\n```sh\nd\n```\n") == ["a b", "c"])
        #expect(Self.firstCommands(in: "# X\n") == [])
    }

    @Test("Every path that a document links to exists")
    func links() throws {
        for document in ["README.md", "ARCHITECTURE.md", "CHANGELOG.md"] {
            let text = try Repository.file(document).text
            for target in Self.links(in: text) where !target.contains("://") && !target.hasPrefix("#") {
                let path = String(target.prefix { $0 != "#" })
                let isThere = FileManager.default.fileExists(atPath: Repository.root.appending(path: path).path)
                #expect(isThere, "\(document) links to \(path)")
            }
        }
        #expect(Self.links(in: "[a](b.md) and `[c](d)` [e](https://f)") == ["b.md", "d", "https://f"])
    }

    @Test("The list of rules names codes that have a page")
    func rules() throws {
        let text = try Repository.file("docs/rules.md").text
        let codes = text.matches(of: /`((?:tenant|privacy|compiler)\/[a-z-]+)`/)
        #expect(text.contains("They have \(Set(codes.map(\.1)).count) codes"), "\(codes.count)")
        for code in codes {
            #expect(Repository.text(of: "docs/diagnostics/\(code.1).md") != nil, "there is no page about \(code.1)")
        }
    }

    @Test("No file speaks of the machine that it was written on")
    func machine() {
        for path in Repository.paths {
            guard let text = Repository.text(of: path) else { continue }
            Self.foreignWords(in: text, of: path).report()
        }
    }

    @Test("A word about the machine is found")
    func badWords() {
        let bad = "a\nsee /wo" + "rk/main\nand .lib" + "rary/x\nand x/wo" + "rk/y and a.lib" + "raryish\n"
        #expect(Self.foreignWords(in: bad, of: "x.md").lines == [2, 3])
    }

    private static func firstCommands(in text: String) -> [String] {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        return lines.drop { !$0.hasPrefix("```") }.dropFirst().prefix { !$0.hasPrefix("```") }.map(String.init)
    }

    private static func links(in text: String) -> [String] {
        text.components(separatedBy: "](").dropFirst().map { String($0.prefix { $0 != ")" }) }
    }

    /// Spelled in two parts, so that this file is none of its own findings.
    private static let foreign = ["/wo" + "rk/", ".lib" + "rary"]

    private static func foreignWords(in text: String, of path: String) -> [Finding] {
        guard foreign.contains(where: text.contains) else { return [] }
        return text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().flatMap { index, line in
            foreign.filter { stands($0, in: line) }.map { word in
                Finding(path: path, line: index + 1, message: "`\(word)` is a place on one machine")
            }
        }
    }

    /// Whether the word stands on its own: not inside a longer path, and not the start of a longer name.
    private static func stands(_ word: String, in line: Substring) -> Bool {
        guard let range = line.range(of: word) else { return false }
        let before = line[..<range.lowerBound].last
        let after = line[range.upperBound...].first
        let isInner = before.map { $0.isLetter || $0.isNumber } ?? false
        return !isInner && !(word.hasPrefix(".") && (after.map { $0.isLetter || $0 == "(" } ?? false))
    }
}
