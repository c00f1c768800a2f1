// Compares acceptance and events with libfyaml's on generated and mutated texts, and lists where they differ.
// Usage: compare FOLDER ... [--count N] [--seed N] [--list FILE] [--all FILE]
import Foundation
import LiveryDiagnostics

var words = Array(CommandLine.arguments.dropFirst())

@MainActor func option(_ name: String) -> String? {
    guard let place = words.firstIndex(of: name), place + 1 < words.count else { return nil }
    defer { words.removeSubrange(place...(place + 1)) }
    return words[place + 1]
}

let count = option("--count").flatMap(Int.init) ?? 1_000_000
let seed = option("--seed").flatMap(UInt64.init) ?? 1

@MainActor func file(_ name: String) -> FileHandle? {
    option(name).flatMap { path in
        FileManager.default.createFile(atPath: path, contents: nil) ? FileHandle(forWritingAtPath: path) : nil
    }
}

/// Gets the differences, one JSON object a line.
let list = file("--list")
/// Gets every text and whether we accept it.
let all = file("--all")
guard let libfyaml = Libfyaml() else {
    print("There is no memory to share.")
    exit(2)
}

var texts = Texts(folders: words, seed: seed)
var outcomes: [Comparison.Outcome: Int] = [:]
var done = 0
while done < count {
    let batch = (0..<min(Libfyaml.capacity, count - done)).map { _ in texts.next() }
    done += batch.count
    guard let answers = libfyaml.answers(batch) else {
        print("No process can be started.")
        exit(2)
    }
    for (bytes, answer) in zip(batch, answers) {
        let comparison = Comparison(bytes, answer)
        outcomes[comparison.outcome, default: 0] += 1
        if let all { try all.write(contentsOf: comparison.verdict()) }
        if let list, comparison.isDifference { try list.write(contentsOf: comparison.line()) }
    }
}

print("\(count) texts, seed \(seed)")
for outcome in Comparison.Outcome.allCases { print("  \(outcomes[outcome] ?? 0) \(outcome.rawValue)") }
