// Prints MB/s (10^6 bytes), ratios and peak memory.
// Usage: yaml-benchmark [--rounds N] [--quick] [--only NAME] [--own] [--scaling]
import Foundation

let words = CommandLine.arguments.dropFirst()

func value(of option: String) -> String? {
    words.firstIndex(of: option).flatMap { words.indices.contains($0 + 1) ? words[$0 + 1] : nil }
}

if let path = value(of: "--memory") {
    print(try Memory.growth(parsing: path, reader: value(of: "--reader") ?? "graph"))
    exit(0)
}

if words.contains("--scaling") {
    exit(try Scaling.printTable() ? 0 : 1)
}

let rounds = value(of: "--rounds").flatMap(Int.init) ?? 11
let inputs = Input.all(quick: words.contains("--quick")).filter { [nil, $0.name].contains(value(of: "--only")) }
let readers = words.contains("--own") ? Array(Reader.all.prefix(2)) : Reader.all
var failed = false

for input in inputs {
    print("\n\(input.name): \(input.texts.count) texts, \(input.size) bytes, \(input.lines) lines")
    let counts = readers.map { reader in input.texts.reduce(0) { $0 + (reader.read($1, true) ?? -1 << 40) } }
    if Set(counts).count > 1 {
        failed = true
        for (reader, count) in zip(readers, counts) { print("  nodes differ: \(reader.name) \(count)") }
    }
    let speeds = Timing.speeds(of: readers, on: input, rounds: rounds)
    let memory = try Memory.ofGraph(input)
    print("  \(counts[0]) nodes, peak memory of the graph \(memory) x the input")
    print(Timing.table(readers, speeds))
}
exit(failed ? 1 : 0)
