/// Everything that one shop gets, as bytes by path.
package struct Bundle: Sendable {
    /// Sorted by path, in the order of bytes; `manifest.json` is one of them.
    package let files: [BundleFile]
}

/// One generated file.
package struct BundleFile: Sendable {
    /// Relative to the shop's folder, with forward slashes.
    package let path: String
    package let bytes: [UInt8]
}
