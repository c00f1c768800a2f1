import Foundation

/// Which target may import which module, as ARCHITECTURE.md says it.
struct ImportTable {
    struct Row {
        let target: String
        let modules: Set<String>
    }

    /// Strongest restriction first, as in the document.
    let rows: [Row]

    /// Reads the table whose head has the columns `target` and `may import`. Modules stand in code quotes.
    init(markdown: String) {
        var columns: (target: Int, modules: Int)?
        var rows: [Row] = []
        for line in markdown.split(separator: "\n", omittingEmptySubsequences: false) {
            let cells = line.split(separator: "|", omittingEmptySubsequences: false)
                .map { $0.trimmingCharacters(in: .whitespaces) }
            if let target = cells.firstIndex(of: "target"), let modules = cells.firstIndex(of: "may import") {
                columns = (target, modules)
            } else if let found = columns {
                guard line.hasPrefix("|") else { break }
                let named = Self.quoted(cells[found.target])
                if let name = named.first {
                    rows.append(Row(target: name, modules: Set(Self.quoted(cells[found.modules]))))
                }
            }
        }
        self.rows = rows
    }

    subscript(target: String) -> Row? {
        rows.first { $0.target == target }
    }

    private static func quoted(_ cell: String) -> [String] {
        let parts = cell.split(separator: "`", omittingEmptySubsequences: false)
        return stride(from: 1, to: parts.count, by: 2).map { String(parts[$0]) }
    }
}

extension ImportTable {
    /// What the files import beyond the table.
    func findings(in files: [CheckedFile]) -> [Finding] {
        files.flatMap { file -> [Finding] in
            guard let row = self[file.target] else {
                return [file.finding(1, "ARCHITECTURE.md has no row for the target `\(file.target)`")]
            }
            return file.swift.imports.filter { !row.modules.contains($0.module) }.map { found in
                file.finding(
                    found.line,
                    "`\(file.target)` may not import `\(found.module)`; ARCHITECTURE.md allows "
                        + (row.modules.isEmpty ? "nothing" : row.modules.sorted().joined(separator: ", ")))
            }
        }
    }

    /// Rows that break the one-way order: a row may name the rows above it only.
    var backwardRows: [String] {
        rows.enumerated().flatMap { index, row in
            rows[index...].map(\.target).filter(row.modules.contains).map { "\(row.target) imports \($0)" }
        }
    }
}

extension SwiftText {
    /// `import X`, `package import X`, `@testable import struct X.Y`.
    var imports: [(module: String, line: Int)] {
        let kinds: Set = ["struct", "class", "enum", "protocol", "typealias", "func", "let", "var"]
        return tokens.indices.filter { tokens[$0].text == "import" }.compactMap { index in
            let names = tokens[(index + 1)...].prefix(2).map(\.text).drop(while: kinds.contains)
            return names.first.map { ($0, tokens[index].line) }
        }
    }
}

/// What the package manifest says about the targets below `Sources`.
struct PackageManifest {
    /// By target.
    private(set) var dependencies: [String: [String]] = [:]
    private let file: CheckedFile

    init(_ file: CheckedFile) {
        self.file = file
        let tokens = file.swift.tokens
        for index in tokens.indices.dropLast() where ["stage", "executableTarget"].contains(tokens[index].text) {
            if tokens[index + 1].text == "(" { readTarget(tokens[(index + 2)...]) }
        }
    }

    /// Reads a call up to the parenthesis that closes it: the first string is the name.
    private mutating func readTarget(_ tokens: ArraySlice<SwiftText.Token>) {
        var depth = 0
        var label = ""
        var strings: [(label: String, text: String)] = []
        for (token, next) in zip(tokens, tokens.dropFirst()) {
            if token.text == "(" { depth += 1 }
            if token.text == ")" { depth -= 1 }
            if depth < 0 { break }
            if next.text == ":" { label = token.text }
            if let text = token.string { strings.append((label, text)) }
        }
        guard let name = strings.first?.text else { return }
        dependencies[name] = strings.filter { ["imports", "dependencies"].contains($0.label) }.map(\.text)
    }

    /// Packages that are not part of the toolchain: a decision of the project is to have none.
    var packageDependencies: [Finding] {
        let tokens = file.swift.tokens
        return tokens.indices.dropFirst().filter { index in
            tokens[index].text == "package" && tokens[index - 1].text == "."
        }.map { file.finding(tokens[$0].line, "the root manifest names no package dependency") }
    }
}
