// Mutates the cases of the YAML test suite and compares acceptance and events with libfyaml's.
// Usage: compare SUITE-FOLDER [--count N] [--seed N] [--show N]
import CFyaml
import Foundation
import LiveryDiagnostics
import LiveryYAML

let words = CommandLine.arguments

func number(_ option: String, _ standard: Int) -> Int {
    words.firstIndex(of: option).flatMap { Int(words[$0 + 1]) } ?? standard
}

/// At once, so that what was found is not lost when libfyaml hangs.
func show(_ text: String) { FileHandle.standardOutput.write(Data((text + "\n").utf8)) }

let texts = Mutation.texts(below: words[1])
var random = SplitMix64(state: UInt64(number("--seed", 1)))
let count = number("--count", 100_000)
var toShow = number("--show", 5)
var (both, neither, onlyOurs, onlyTheirs, different) = (0, 0, 0, 0, 0)

for _ in 0..<count {
    let bytes = Mutation.apply(to: texts, &random)
    // libfyaml 0.7.12 never comes back from some directives, its issue 101.
    if bytes.contains(UInt8(ascii: "%")) { continue }
    let (ours, theirs) = (Events.ours(bytes), Events.theirs(bytes))
    let kind: String
    switch (ours, theirs) {
    case (nil, nil): (kind, neither) = ("", neither + 1)
    case (_?, nil): (kind, onlyOurs) = ("accepted by us alone", onlyOurs + 1)
    case (nil, _?): (kind, onlyTheirs) = ("accepted by libfyaml alone", onlyTheirs + 1)
    case (let ours?, let theirs?):
        if ours == theirs { (kind, both) = ("", both + 1) } else { (kind, different) = ("other events", different + 1) }
    }
    guard !kind.isEmpty, toShow > 0 else { continue }
    toShow -= 1
    show("--- \(kind): \(String(decoding: bytes, as: UTF8.self).debugDescription)")
    if let ours, let theirs { show("ours:\n\(ours)theirs:\n\(theirs)") }
}
show(
    "\(count) texts: same events \(both), refused by both \(neither), accepted by us alone \(onlyOurs), "
        + "by libfyaml alone \(onlyTheirs), other events \(different)")
