import LiveryDiagnostics

/// What a bundle's `manifest.json` says of it. Its files, and the manifest, are what Livery wrote.
struct PublishedManifest {
    struct Listed {
        /// Below the shop's folder, with forward slashes; it never leads out of it.
        let path: String
        let size: Int?
        /// SHA-256 in lower-case hexadecimal digits.
        let digest: String?
    }

    let shop: String?
    let files: [Listed]
    /// Whether somebody wrote in a path that leads out of the bundle; `files` has none of those.
    let leadsOut: Bool

    static let path = "manifest.json"

    /// nil when the bytes are no manifest of Livery.
    init?(_ bytes: [UInt8]) {
        var reader = JSONReader(bytes)
        guard case .object(let members)? = reader.document(), case .array(let entries)? = members["files"] else {
            return nil
        }
        var files: [Listed] = []
        for entry in entries {
            guard case .object(let entry) = entry, case .string(let path)? = entry["path"] else { return nil }
            guard Self.isInside(path) else { continue }
            files.append(Listed(path: path, size: entry["bytes"]?.number, digest: entry["sha256"]?.string))
        }
        shop = members["shop"]?.string
        self.files = files
        leadsOut = files.count < entries.count
    }

    private static func isInside(_ path: String) -> Bool {
        !path.utf8.contains(0)
            && path.split(separator: "/", omittingEmptySubsequences: false).allSatisfy {
                !["", ".", ".."].contains($0)
            }
    }

    /// The paths of all files that Livery wrote.
    var owned: Set<String> { Set(files.map(\.path)).union([Self.path]) }
}

extension PublishedManifest {
    /// The files that a broken manifest still names, such as one in which a merge left its conflict marks or lost a
    /// comma: Livery writes each path on a line of its own. None for what never was a manifest of Livery.
    static func salvaged(from bytes: [UInt8]) -> Set<String> {
        var reader = JSONReader(bytes)
        guard reader.document() == nil else { return [] }
        let text = String(decoding: bytes, as: UTF8.self)
        guard text.contains("\"format_version\""), text.contains("\"inputs\"") else { return [] }
        var paths: Set = [path]
        let mark = "\"path\": \""
        for line in text.split(whereSeparator: \.isNewline) {
            let line = line.drop { $0 == " " }
            guard line.hasPrefix(mark), let end = line.lastIndex(of: "\"") else { continue }
            let start = line.index(line.startIndex, offsetBy: mark.count)
            guard start < end, !line[start..<end].contains("\\") else { continue }
            if isInside(String(line[start..<end])) { paths.insert(String(line[start..<end])) }
        }
        return paths
    }
}
