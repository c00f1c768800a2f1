import Foundation
import LiveryBundle
import Testing

@testable import LiveryWorkspace

@Suite struct VerificationTests {
    private let folder: TemporaryFolder
    private var place: String { folder.path + "/elm" }

    init() throws {
        folder = try TemporaryFolder()
        try folder.write("elm/a.txt", "one\n")
        try folder.write("elm/deep/b.txt", "two\n")
        try writeManifest(["a.txt": "one\n", "deep/b.txt": "two\n"])
    }

    private func writeManifest(_ files: [String: String], shop: String = "elm") throws {
        let list = files.sorted { $0.key < $1.key }.map { path, text in
            let digest = SHA256.hexDigest(Array(text.utf8))
            return "{\"path\": \"\(path)\", \"bytes\": \(text.utf8.count), \"sha256\": \"\(digest)\"}"
        }
        try folder.write("elm/manifest.json", "{\"shop\": \"\(shop)\", \"files\": [\(list.joined(separator: ","))]}\n")
    }

    private func faults(shop: String? = "elm") throws -> [String: Verification.Fault] {
        let items = try Verification(of: place, shop: shop).items
        return Dictionary(items.map { (String($0.path.dropFirst(place.count + 1)), $0.fault) }) { first, _ in first }
    }

    @Test func acceptsWhatTheManifestLists() throws {
        #expect(try faults() == [:])
        #expect(try faults(shop: nil) == [:])
    }

    @Test func namesEachFault() throws {
        try folder.write("elm/a.txt", "One\n")
        try FileManager.default.removeItem(atPath: place + "/deep/b.txt")
        try folder.write("elm/deep/c.txt", "mine")
        try folder.link("elm/d.txt", to: "a.txt")
        let found = Verification.Content(size: 4, digest: SHA256.hexDigest(Array("One\n".utf8)))
        let listed = Verification.Content(size: 4, digest: SHA256.hexDigest(Array("one\n".utf8)))
        #expect(
            try faults() == [
                "a.txt": .differs(found: found, listed: listed), "deep/b.txt": .missing, "deep/c.txt": .unlisted,
                "d.txt": .unlisted,
            ])
    }

    @Test func aLinkIsNoFile() throws {
        try FileManager.default.removeItem(atPath: place + "/a.txt")
        try folder.write("elsewhere", "one\n")
        try folder.link("elm/a.txt", to: "../elsewhere")
        #expect(try faults() == ["a.txt": .notAFile])
    }

    @Test func aManifestOfAnotherShopIsMisplaced() throws {
        try writeManifest(["a.txt": "one\n", "deep/b.txt": "two\n"], shop: "oak")
        #expect(try faults() == ["manifest.json": .misplaced(shop: "oak")])
        #expect(try faults(shop: nil) == [:])
    }

    @Test(arguments: [
        "", "{}", "{\"files\": [{\"path\": \"../a.txt\"}]}", "{\"files\": [{\"path\": \"/a.txt\"}]}",
        "{\"files\": [{\"path\": \"deep/../a.txt\"}]}", "{\"files\": [{\"path\": \"\"}]}", "{\"files\": [{}]}",
        "{\"files\": [] ", "<<<<<<< ours\n{\"files\": []}",
    ])
    func aDamagedManifestIsNone(_ text: String) throws {
        try folder.write("elm/manifest.json", text)
        #expect(try faults() == ["manifest.json": .noManifest])
    }

    @Test func aManifestWithoutDigestsProvesNothing() throws {
        try folder.write("elm/manifest.json", "{\"files\": [{\"path\": \"a.txt\"}, {\"path\": \"deep/b.txt\"}]}")
        #expect(try faults().count == 2)
    }

    @Test func findsTheBundlesOfAFolder() throws {
        try folder.write("oak/x", "no manifest here")
        try folder.write(".hidden/x")
        try folder.write("notes.txt")
        #expect(try Verification.bundles(at: folder.path).map(\.shop) == ["elm", "oak"])
        #expect(try Verification.bundles(at: place).map(\.shop) == [nil])
        #expect(try Verification(of: folder.path + "/oak", shop: "oak").items.map(\.fault) == [.noManifest])
        #expect(throws: SystemError.self) { try Verification.bundles(at: folder.path + "/nowhere") }
    }
}
