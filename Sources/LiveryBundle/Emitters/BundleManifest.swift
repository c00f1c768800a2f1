import LiveryDiagnostics
import LiveryPrivacy

/// `manifest.json`: what the bundle holds, so that `livery verify` and a release job can prove that nothing is missing,
/// changed or added. It cannot list itself.
enum BundleManifest {
    static let path = "manifest.json"

    /// - Parameters:
    ///   - files: every other file of the bundle, sorted by path.
    static func emit(
        shop: String, inputDigest: String, documents: [NamedDocument], files: [BundleFile]
    ) -> EmittedFile {
        let bytes = JSONWriter.document { json in
            json.field("format_version", Bundle.formatVersion)
            json.field("shop", shop)
            json.object("inputs") { $0.field("sha256", inputDigest) }
            json.object("versions") { versions in
                for document in documents { versions.field(document.name, document.version) }
            }
            json.array("files") { list in
                for file in files {
                    list.element { entry in
                        entry.field("path", file.path)
                        entry.field("bytes", file.bytes.count)
                        entry.field("sha256", file.digest)
                    }
                }
            }
        }
        return EmittedFile(path: path, bytes: bytes)
    }
}

extension BundleManifest {
    private typealias Member = ArtifactMember

    static let schema = ArtifactSchema(
        "manifest", files: path, "Every other file of the bundle, with its size and digest.",
        .object([
            .formatVersion, .shop,
            Member(
                "inputs", "What the bundle was made of.",
                .object([Member("sha256", "Over everything that was read for it.", .digest)])),
            .versions,
            Member(
                "files", "Sorted by path, in the order of bytes.",
                .list(
                    of: .object([
                        Member(
                            "path", "Below the folder of the bundle, with forward slashes.",
                            .text("(?!/)(?!.*//)[A-Za-z0-9._/-]+", examples: ["api/production.json"])),
                        Member("bytes", "The size.", .count),
                        Member("sha256", "Of the bytes, in hexadecimal.", .digest),
                    ]))),
        ]))
}
