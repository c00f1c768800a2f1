import CPeers
import LiveryDiagnostics
import LiveryYAML
import Yams

/// A parser under test. It returns the number of nodes when asked to count, and nil when it refuses the text.
struct Reader: Sendable {
    let name: String
    var isSlow = false
    let read: @Sendable ([UInt8], _ counted: Bool) -> Int?

    static let graph = Reader(name: "Livery graph") { bytes, counted in
        guard let root = document(bytes)?.root else { return nil }
        return counted ? count(root) : 0
    }

    /// Nil when anything is wrong with the text.
    static func document(_ bytes: [UInt8]) -> YAMLDocument? {
        let (document, diagnostics) = YAMLDocument.parse(file(bytes), limits: limits)
        return diagnostics.isEmpty ? document : nil
    }

    static let events = Reader(name: "Livery events") { bytes, counted in
        let (stream, diagnostics) = YAMLEvents.read(file(bytes), limits: limits)
        guard diagnostics.isEmpty, let stream else { return nil }
        return counted ? stream.events.count { nodeKinds.contains($0.kind) } : 0
    }

    static let all = [
        graph, events, peer("libyaml tree", peer_libyaml_tree), peer("libyaml events", peer_libyaml_events),
        peer("rapidyaml located", peer_rapidyaml_located), peer("rapidyaml tree", peer_rapidyaml_tree),
        peer("rapidyaml events", peer_rapidyaml_events), yams,
    ]

    private static let nodeKinds: [YAMLEvent.Kind] = [.scalar, .alias, .sequenceStart, .mappingStart]

    private static let limits = YAMLLimits(
        bytes: 1 << 30, depth: 256, nodes: 1 << 30, aliasExpansion: 1 << 30)

    private static func file(_ bytes: [UInt8]) -> SourceFile {
        SourceFile(id: SourceFile.ID(0), path: "text.yaml", bytes: bytes)
    }

    private static func count(_ root: YAMLNode) -> Int {
        var open = [root]
        var count = 0
        while let node = open.popLast() {
            count += 1
            open += node.items
            for (key, value) in node.entries { open += [key, value] }
        }
        return count
    }

    private static func peer(
        _ name: String, _ function: @escaping @Sendable (UnsafePointer<CChar>?, Int, Int32) -> Int
    ) -> Reader {
        Reader(name: name) { bytes, counted in
            let result = bytes.withUnsafeBytes { raw in
                raw.withMemoryRebound(to: CChar.self) { function($0.baseAddress, $0.count, counted ? 1 : 0) }
            }
            return result < 0 ? nil : result
        }
    }

    private static let yams = Reader(name: "Yams compose", isSlow: true) { bytes, counted in
        guard let node = try? Yams.compose(yaml: String(decoding: bytes, as: UTF8.self)) else { return nil }
        guard counted else { return 0 }
        var open = [node]
        var count = 0
        while let node = open.popLast() {
            count += 1
            if let items = node.sequence { open += Array(items) }
            if let entries = node.mapping { for (key, value) in entries { open += [key, value] } }
        }
        return count
    }
}
