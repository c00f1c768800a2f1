package import LiveryBundle

/// Bundles that were written before: below an output folder, in a folder of one bundle, or to be compiled from a tree
/// of definitions that a person checked out.
package enum FormerBundles: Sendable {
    /// The folder is the bundle of one shop.
    case bundle(Bundle)
    /// The folder holds a folder for each shop.
    case output
    /// The folder holds `tenants/`.
    case definitions

    /// What a folder is; nil when it is none of these, or does not exist.
    package static func find(at folder: String) throws(SystemError) -> FormerBundles? {
        if let bundle = try read(folder) { return .bundle(bundle) }
        if try FileSystem.status(Workspace.path("tenants", in: folder)) != nil { return .definitions }
        return try Drift.leftShops(in: folder, besides: []).isEmpty ? nil : .output
    }

    /// The files that the bundle in a folder lists, as far as they are there; nil without a manifest of Livery.
    package static func read(_ folder: String) throws(SystemError) -> Bundle? {
        guard try FileSystem.status(folder) != nil, try FileSystem.target(folder).kind == .folder,
            let published = try PublishedFolder(at: FileSystem.resolved(folder)), !published.owned.isEmpty
        else { return nil }
        var files: [BundleFile] = []
        for entry in published.files where entry.kind == .file && published.owned.contains(entry.path) {
            guard let bytes = try FileSystem.read(folder + "/" + entry.path, limit: Workspace.definitionLimit) else {
                continue
            }
            files.append(BundleFile(path: entry.path, bytes: bytes))
        }
        return Bundle(files: files)
    }

    /// The shops that an output folder has a bundle of, in order.
    package static func shops(in output: String) throws(SystemError) -> [String] {
        try Drift.leftShops(in: output, besides: [])
    }
}
