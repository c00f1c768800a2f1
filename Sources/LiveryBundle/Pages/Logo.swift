import LiveryTenant

/// A picture of the brand as a data address. An SVG file is not trusted: as the source of an `img` it runs no script
/// and loads nothing (SVG Integration, secure static mode).
struct Logo {
    let source: String
    /// The picture for dark pages; without one the light picture keeps its light ground.
    let darkSource: String?

    /// The budget of a page is 60 KB, so a larger picture is left out there.
    static let pageBudget = 16_384

    init?(_ branding: Branding, assets: [String: [UInt8]], limit: Int = pageBudget) {
        guard let source = Self.address(branding.logo, assets, limit: limit) else { return nil }
        self.source = source
        darkSource = Self.address(branding.logoDark, assets, limit: limit)
    }

    func write(_ html: inout HTMLWriter) {
        // A picture for dark pages stands on the page's own ground, any other on white.
        html.raw("<picture class=\"logo\(darkSource == nil ? "" : " both")\">")
        if let darkSource {
            html.open("source", [("srcset", darkSource), ("media", "(prefers-color-scheme:dark)")])
        }
        html.open("img", [("src", source), ("alt", "")])
        html.raw("</picture>")
    }

    static func address(_ path: String?, _ assets: [String: [UInt8]], limit: Int) -> String? {
        guard let path, let bytes = assets[path], !bytes.isEmpty, bytes.count <= limit else { return nil }
        if path.lowercased().hasSuffix(".svg") { return "data:image/svg+xml;base64,\(Base64.encode(bytes))" }
        if path.lowercased().hasSuffix(".png") { return "data:image/png;base64,\(Base64.encode(bytes))" }
        return nil
    }
}
