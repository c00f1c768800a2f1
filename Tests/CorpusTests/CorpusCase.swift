import Foundation
import LiveryCompiler
import LiveryDiagnostics
import LiveryTenant
import Testing

/// A folder below `Tests/Corpus`: the base workspace, an edit of it, and what the compiler must say or write.
///
/// `edit.txt` is read like a patch. `=== PATH` names a file below `tenants/`; a run of lines that start with `-` is
/// replaced by the lines that start with `+` after it, and must occur once in the base file; lines with `+` alone make
/// a new file, or are added to the end of one. `=== PATH` with nothing below it deletes the file. A folder `tenants`
/// beside it holds files that are no text: pictures, and bytes that are no UTF-8.
struct CorpusCase: CustomTestStringConvertible, Sendable {
    let name: String
    let folder: URL

    var testDescription: String { name }
    var edit: URL { folder.appending(path: "edit.txt") }
    /// What the shop was before, for a case about a change; without it, the base.
    var formerEdit: URL { folder.appending(path: "former.txt") }
    var expectedText: URL { folder.appending(path: "expected.txt") }
    var expectedBundle: URL { folder.appending(path: "bundle") }

    static let corpus = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Corpus")

    /// Every folder with an `edit.txt` below a folder of the corpus, by name.
    static func all(below group: String) -> [CorpusCase] {
        let top = corpus.appending(path: group)
        let paths = FileManager.default.enumerator(atPath: top.path)?.compactMap { $0 as? String } ?? []
        return paths.filter { $0.hasSuffix("/edit.txt") }.sorted().map { path in
            let folder = String(path.dropLast("/edit.txt".count))
            return CorpusCase(name: folder, folder: top.appending(path: folder))
        }
    }

    /// What the compiler is given for this case.
    func input() throws -> CompilationInput { try input(after: edit) }

    /// What the compiler was given before the change.
    func formerInput() throws -> CompilationInput { try input(after: formerEdit) }

    private func input(after edit: URL) throws -> CompilationInput {
        var texts = try Self.baseFiles()
        if FileManager.default.fileExists(atPath: edit.path) {
            for change in try Self.changes(in: edit) { try change.apply(to: &texts) }
        }
        let files = texts.mapValues { Array($0.utf8) }
        return Self.input(of: files.merging(try Self.files(below: folder.appending(path: "tenants"))) { $1 })
    }

    static func baseFiles() throws -> [String: String] {
        try files(below: corpus.appending(path: "base")).mapValues { String(decoding: $0, as: UTF8.self) }
    }

    static func input(of files: [String: [UInt8]]) -> CompilationInput {
        var input = CompilationInput()
        input.today = CalendarDate("2026-12-01")
        for (path, bytes) in files.sorted(by: { $0.key < $1.key }) {
            if path.hasPrefix("assets/") {
                input.assets[String(path.dropFirst("assets/".count))] = bytes
                continue
            }
            let file = input.sources.add(path: "tenants/" + path, bytes: bytes)
            let name = URL(filePath: path).deletingPathExtension().lastPathComponent
            switch path.split(separator: "/").first {
            case "groups": input.groups[name] = file
            case "shops": input.shops[name] = file
            case "integrations": input.integrations[name] = file
            case "clauses": input.clauses[String(path.dropFirst("clauses/".count))] = file
            default: input.platform = file
            }
        }
        return input
    }

    private static func files(below folder: URL) throws -> [String: [UInt8]] {
        var files: [String: [UInt8]] = [:]
        for path in FileManager.default.enumerator(atPath: folder.path)?.compactMap({ $0 as? String }) ?? []
        where path.contains(".") {
            files[path] = Array(try Data(contentsOf: folder.appending(path: path)))
        }
        return files
    }

    private static func changes(in edit: URL) throws -> [Change] {
        var changes: [Change] = []
        for line in try String(contentsOf: edit, encoding: .utf8).split(
            separator: "\n", omittingEmptySubsequences: false)
        {
            if line.hasPrefix("=== ") {
                changes.append(Change(path: String(line.dropFirst(4))))
            } else if line.hasPrefix("-") || line.hasPrefix("+") {
                changes[changes.count - 1].add(line)
            }
        }
        return changes
    }
}

/// What an `edit.txt` does to one file.
private struct Change {
    let path: String
    private var hunks: [(old: [Substring], new: [Substring])] = []

    init(path: String) {
        self.path = path
    }

    mutating func add(_ line: Substring) {
        let isOld = line.hasPrefix("-")
        if hunks.isEmpty || (isOld && !hunks[hunks.count - 1].new.isEmpty) { hunks.append((old: [], new: [])) }
        if isOld {
            hunks[hunks.count - 1].old.append(line.dropFirst())
        } else {
            hunks[hunks.count - 1].new.append(line.dropFirst())
        }
    }

    func apply(to files: inout [String: String]) throws {
        guard !hunks.isEmpty else {
            guard files.removeValue(forKey: path) != nil else {
                throw CorpusFault("there is no file \(path) to delete")
            }
            return
        }
        for hunk in hunks {
            let new = hunk.new.map { $0 + "\n" }.joined()
            guard !hunk.old.isEmpty else {
                files[path, default: ""] += new
                continue
            }
            let old = "\n" + hunk.old.map { $0 + "\n" }.joined()
            let text = "\n" + (files[path] ?? "")
            guard text.components(separatedBy: old).count == 2 else {
                throw CorpusFault("these lines must occur once in \(path):\(old)")
            }
            files[path] = String(text.replacingOccurrences(of: old, with: "\n" + new).dropFirst())
        }
    }
}

struct CorpusFault: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) {
        self.description = description
    }
}
