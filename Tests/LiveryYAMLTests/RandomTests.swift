import LiveryDiagnostics
import LiveryYAML
import Testing

/// Random trees, printed in random styles and read back, and random damage. A failure names its seed, which replays it.
struct RandomTests {
    @Test func `what is printed is read back`() throws {
        for seed in UInt64(0)..<600 {
            var printer = RandomPrinter(seed: seed)
            let tree = printer.randomTree(depth: 4)
            let text = printer.document(tree)
            let parsed = Parsed(text)
            try #require(parsed.findings == [], "seed \(seed)\n\(text)")
            let root = try #require(parsed.document?.root)
            try #require(RandomTree(root) == tree, "seed \(seed)\n\(text)")
        }
    }

    @Test func `no prefix of a text traps`() throws {
        for seed in UInt64(0)..<20 {
            var printer = RandomPrinter(seed: seed)
            let bytes = Array(printer.document(printer.randomTree(depth: 3)).utf8.prefix(400))
            for count in 0...bytes.count { try check(Array(bytes.prefix(count)), "seed \(seed), first \(count) bytes") }
        }
    }

    @Test func `no prefix of a suite case traps`() throws {
        for suiteCase in SuiteCase.all where suiteCase.yaml.count <= 160 {
            for count in 0..<suiteCase.yaml.count {
                try check(Array(suiteCase.yaml.prefix(count)), "\(suiteCase.id), first \(count) bytes")
            }
        }
    }

    /// Bytes that mean something to YAML, put anywhere.
    @Test func `no damage traps`() throws {
        let signs = Array("-?:,[]{}#&*!|>'\"%@` \t\n\r\\0a~.=<é".utf8)
        var random = SplitMix64(state: 11)
        for suiteCase in SuiteCase.all where !suiteCase.yaml.isEmpty {
            for round in 0..<8 {
                var bytes = suiteCase.yaml
                for _ in 0...random.below(3) {
                    let place = random.below(bytes.count)
                    switch random.below(3) {
                    case 0: bytes[place] = signs[random.below(signs.count)]
                    case 1: bytes.insert(signs[random.below(signs.count)], at: place)
                    default: if bytes.count > 1 { bytes.remove(at: place) }
                    }
                }
                try check(bytes, "\(suiteCase.id), round \(round): \(String(decoding: bytes, as: UTF8.self))")
            }
        }
    }

    /// Half of the bytes mean something to YAML, the others are any: most texts are no UTF-8 either.
    @Test func `no bytes trap`() throws {
        let signs = Array("-?:,[]{}#&*!|>'\"%@` \t\n\r\\0a~.=<é".utf8)
        for seed in UInt64(0)..<4_000 {
            var random = SplitMix64(state: seed)
            let isText = seed % 4 != 0
            let bytes = (0..<random.below(60)).map { _ in
                random.below(isText ? 20 : 2) > 0
                    ? signs[random.below(signs.count)] : UInt8(random.below(isText ? 128 : 256))
            }
            try check(bytes, "seed \(seed)")
        }
    }

    /// What the fuzzer found: a flow collection on several lines as a key gave its mapping a column before the line.
    @Test(arguments: [
        "{a: b,\n  c}: d\n x: y\n", "  [a,\n b]: c\n x: y\nz\n", "- - {a,\n\n b}: c\n - d\n x\n",
    ])
    func `what the fuzzer found does not trap`(text: String) throws {
        try check(Array(text.utf8), text)
    }

    /// Whatever the text is: events are balanced, spans nest, findings lie in the text, the graph can be walked.
    private func check(_ bytes: [UInt8], _ name: @autoclosure () -> String) throws {
        let file = SourceFile(id: SourceFile.ID(0), path: "test.yaml", bytes: bytes)
        let (stream, faults) = YAMLEvents.read(file, limits: .definition)
        var fault = stream.flatMap { EventShape.fault(of: $0, size: bytes.count) }
        for found in faults {
            let spans = [found.span].compactMap { $0 } + found.related.map(\.span) + found.fixes.map(\.span)
            if spans.contains(where: { Int($0.end) > bytes.count }) { fault = "\(found) lies outside the text" }
        }
        let parsed = YAMLDocument.parse(file)
        if let root = parsed.document?.root { _ = Parsed.tree(root) }
        guard let fault else { return }
        Issue.record("\(name()): \(fault)")
    }
}
