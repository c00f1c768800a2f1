import Foundation
import LiveryCompiler

/// A workspace on disk, and what people, editors and other programs do to it and to its output.
struct RandomEdits {
    private(set) var random: SeededGenerator
    private let folder: TemporaryFolder
    private let samples = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "tenants").path
    private static let shops = ["cedar-lane-waco", "cedar-lane-georgetown", "oakwood-auto-care", "pruitt-auto"]

    init(seed: UInt64, in folder: TemporaryFolder) throws {
        random = SeededGenerator(seed: seed)
        self.folder = folder
        try mend()
    }

    /// Changes something, and says what.
    mutating func edit() throws -> String {
        switch Int.random(in: 0..<20, using: &random) {
        case 0...4: try spoil(one(of: "tenants/shops"))
        case 5...7: try restore(one(of: "tenants/shops", in: samples))
        case 8: try copy(one(of: "tenants/shops"), to: "tenants/shops/" + pick(["a-new", "m-new", "z-new"]) + ".yaml")
        case 9: drop(one(of: "tenants/shops"))
        case 10: try pick([true, false]) ? spoil("tenants/platform.yaml") : restore("tenants/platform.yaml")
        case 11: try pick([true, false]) ? spoil(one(of: "tenants/groups")) : restore("tenants/groups/cedar-lane.yaml")
        case 12...13: try changeProvider()
        case 14...15: try changePicture()
        case 16...18: try tamper()
        default: try damageState()
        }
    }

    /// Puts everything back that a definition is made of.
    mutating func mend() throws {
        remove("tenants")
        try FileManager.default.copyItem(atPath: samples, toPath: folder.path + "/tenants")
        for shop in names(in: "tenants/shops") where !Self.shops.contains(shop.dropLast(5).description) {
            remove("tenants/shops/" + shop)
        }
    }

    private mutating func spoil(_ path: String) throws -> String {
        guard let text = folder.read(path) else { return "nothing" }
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let index = Int.random(in: 0..<lines.count, using: &random)
        let way = pick(["delete", "repeat", "shorten", "keep the size of", "comment on"])
        switch way {
        case "delete": lines.remove(at: index)
        case "repeat": lines.insert(lines[index], at: index)
        case "shorten": lines[index] = String(lines[index].dropLast())
        case "comment on": lines[index] += " # \(Int.random(in: 0..<9, using: &random))"
        default: lines[index] = String(lines[index].map { $0 == "a" ? "e" : $0 })
        }
        try folder.write(path, lines.joined(separator: "\n"))
        return "\(way) line \(index + 1) of \(path)"
    }

    private mutating func changeProvider() throws -> String {
        switch pick(["spoil", "restore", "new", "drop"]) {
        case "spoil": return try spoil(one(of: "tenants/integrations"))
        case "restore": return try restore(one(of: "tenants/integrations", in: samples))
        case "drop": return drop(one(of: "tenants/integrations"))
        default:
            let name = pick(["tekmetric", "shopmonkey", "unknown_one"])
            let more = name == "unknown_one" ? "kind: shop_management\nname: {value: X, mark: unknown}\n" : ""
            try folder.write("tenants/integrations/\(name).yaml", "livery: 1\n\(more)# \(name)\n")
            return "add the provider \(name)"
        }
    }

    private mutating func changePicture() throws -> String {
        let picture = pick(files(below: "tenants/assets"))
        guard !picture.isEmpty else { return "nothing" }
        if pick([true, false]) { return try restore(picture) }
        if pick([true, false]) { return drop(picture) }
        try folder.write(picture, (folder.read(picture) ?? "") + "<!-- -->")
        return "append to \(picture)"
    }

    /// What happens to generated files.
    private mutating func tamper() throws -> String {
        let path = pick(files(below: "output").filter { !$0.hasPrefix("output/.livery") })
        guard !path.isEmpty else { return "nothing" }
        switch pick(["remove", "append", "same size", "touch", "add", "folder"]) {
        case "remove": return drop(path)
        case "append": try folder.write(path, (folder.read(path) ?? "") + " ")
        case "same size": try folder.write(path, String((folder.read(path) ?? "").map { $0 == "e" ? "f" : $0 }))
        case "touch": try FileManager.default.setAttributes([.modificationDate: Date()], ofItemAtPath: full(path))
        case "add": try folder.write(path + ".orig", "mine")
        default: return drop(String(path[..<(path.lastIndex(of: "/") ?? path.endIndex)]))
        }
        return "tamper with \(path)"
    }

    private mutating func damageState() throws -> String {
        let path = "output/.livery/state"
        guard var bytes = FileManager.default.contents(atPath: full(path)), !bytes.isEmpty else { return "nothing" }
        switch pick(["remove", "flip", "cut"]) {
        case "remove": return drop(path)
        case "flip":
            let index = Int.random(in: 0..<bytes.count, using: &random)
            bytes[index] ^= 1 << UInt8.random(in: 0..<8, using: &random)
        default: bytes = bytes.prefix(Int.random(in: 0..<bytes.count, using: &random))
        }
        try bytes.write(to: URL(fileURLWithPath: full(path)))
        return "damage the state"
    }

    private func restore(_ path: String) throws -> String {
        let text = FileManager.default.contents(atPath: samples + "/../" + path)
        guard let text else { return "nothing" }
        try FileManager.default.createDirectory(
            at: URL(fileURLWithPath: full(path)).deletingLastPathComponent(), withIntermediateDirectories: true)
        try text.write(to: URL(fileURLWithPath: full(path)))
        return "restore \(path)"
    }

    private func copy(_ path: String, to new: String) throws -> String {
        try folder.write(new, folder.read(path) ?? "")
        return "copy \(path) to \(new)"
    }

    private func drop(_ path: String) -> String {
        remove(path)
        return "remove \(path)"
    }

    private func remove(_ path: String) {
        try? FileManager.default.removeItem(atPath: full(path))
    }

    private mutating func one(of path: String, in root: String? = nil) -> String {
        let place = root.map { $0 + "/../" + path } ?? full(path)
        let names = (try? FileManager.default.contentsOfDirectory(atPath: place)) ?? []
        let isSampled = { (name: String) in Self.shops.contains("\(name.dropLast(5))") }
        let name = pick(names.filter { root == nil || !path.hasSuffix("shops") || isSampled($0) })
        return name.isEmpty ? path + "/none.yaml" : path + "/" + name
    }

    private func names(in path: String) -> [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: full(path))) ?? []).sorted()
    }

    private func files(below path: String) -> [String] {
        folder.entries.filter { $0.hasPrefix(path + "/") && !$0.hasSuffix("/") }
    }

    private func full(_ path: String) -> String { folder.path + "/" + path }

    private mutating func pick(_ words: [String]) -> String { words.sorted().randomElement(using: &random) ?? "" }
    private mutating func pick(_ answers: [Bool]) -> Bool { answers.randomElement(using: &random) ?? false }
}

/// SplitMix64: the same numbers from the same seed, everywhere.
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
