import LiveryDiagnostics
import LiveryTenant

/// Pictures that a definition names, held against the files that there are.
enum AssetRules {
    /// `pictures` are those that the tenant names, `all` the paths of all that there are.
    static func findings(
        in tenant: Tenant, origins: Origins, pictures: [String: [UInt8]], all: () -> [String]
    ) -> [Diagnostic] {
        named(by: tenant).compactMap { path, file in
            let place = origins.place(of: path)
            guard let bytes = pictures[file] else { return .missingAsset(file, known: all(), path: path, at: place) }
            return fault(in: bytes, named: file, path: path, at: place)
        }
    }

    /// The fields that name a picture, and the pictures.
    static func named(by tenant: Tenant) -> [(path: String, file: String)] {
        let named: [(path: String, file: String?)] = [
            ("branding.logo", tenant.branding.logo), ("branding.logo_dark", tenant.branding.logoDark),
            ("branding.icon", tenant.branding.icon),
        ]
        return named.compactMap { path, file in file.map { (path, $0) } }
    }

    private static func fault(
        in bytes: [UInt8], named file: String, path: String, at place: SourceSpan?
    ) -> Diagnostic? {
        guard file.hasSuffix(".png") else {
            return isSVG(bytes) ? nil : .wrongFormat(file, "an SVG picture", path: path, at: place)
        }
        guard let picture = PNGHeader(bytes) else { return .wrongFormat(file, "a PNG picture", path: path, at: place) }
        guard path == "branding.icon" else { return nil }
        if picture.width != 1024 || picture.height != 1024 {
            return .wrongIconSize(file, picture, path: path, at: place)
        }
        return picture.hasAlpha ? .transparentIcon(file, path: path, at: place) : nil
    }

    /// The first element is `svg`; comments, a declaration and white space can stand before it.
    private static func isSVG(_ bytes: [UInt8]) -> Bool {
        let head = String(decoding: bytes.prefix(4096), as: UTF8.self)
        return head.hasPrefix("<") && head.contains("<svg")
    }
}

/// The first chunk of a PNG (ISO/IEC 15948 section 11.2.2).
private struct PNGHeader {
    let width: Int
    let height: Int
    let hasAlpha: Bool

    init?(_ bytes: [UInt8]) {
        let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
        guard bytes.count >= 33, bytes.starts(with: signature), bytes[12..<16].elementsEqual("IHDR".utf8) else {
            return nil
        }
        width = bytes[16..<20].reduce(0) { $0 << 8 | Int($1) }
        height = bytes[20..<24].reduce(0) { $0 << 8 | Int($1) }
        // Colour types 4 and 6 have an alpha channel.
        hasAlpha = bytes[25] == 4 || bytes[25] == 6
    }
}

extension Diagnostic {
    fileprivate static func missingAsset(
        _ file: String, known: [String], path: String, at span: SourceSpan?
    ) -> Diagnostic {
        let meant = Similarity.nearest(to: file, in: known)
        return Diagnostic(
            code: "compiler/missing-asset", "There is no file `tenants/assets/\(file)`.", at: span,
            label: meant.map { "did you mean `\($0)`?" }, path: path,
            help: "Put the file there, or mend the path; it counts from `tenants/assets/`.",
            fixes: meant.flatMap { meant in span.map { [Fix(title: "Write `\(meant)`", span: $0, replacement: meant)] }
            }
                ?? [])
    }

    fileprivate static func wrongFormat(
        _ file: String, _ format: String, path: String, at span: SourceSpan?
    ) -> Diagnostic {
        Diagnostic(
            code: "compiler/wrong-asset-format", "`tenants/assets/\(file)` is not \(format).", at: span, path: path,
            help: "Export the picture again in the format that its ending names.")
    }

    fileprivate static func wrongIconSize(
        _ file: String, _ picture: PNGHeader, path: String, at span: SourceSpan?
    ) -> Diagnostic {
        Diagnostic(
            code: "compiler/wrong-icon-size",
            "The icon is \(picture.width) by \(picture.height) pixels, and the App Store takes 1024 by 1024.", at: span,
            path: path, help: "Export `\(file)` again with 1024 by 1024 pixels.")
    }

    fileprivate static func transparentIcon(_ file: String, path: String, at span: SourceSpan?) -> Diagnostic {
        Diagnostic(
            code: "compiler/transparent-icon", "The icon has an alpha channel, which the App Store refuses.", at: span,
            path: path, help: "Export `\(file)` again without transparency.")
    }
}
