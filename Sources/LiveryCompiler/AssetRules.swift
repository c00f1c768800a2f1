import LiveryDiagnostics
import LiveryTenant

/// Pictures that a definition names, held against the files that there are.
enum AssetRules {
    /// `pictures` are those that the tenant names, `all` the paths of all that there are.
    static func findings(
        in tenant: Tenant, origins: Origins, pictures: [String: [UInt8]], all: () -> [String]
    ) -> [Diagnostic] {
        let faults = named(by: tenant).compactMap { path, file in
            let place = origins.place(of: path)
            guard let bytes = pictures[file] else {
                return Diagnostic.missingAsset(file, known: all(), path: path, at: place)
            }
            return fault(in: bytes, named: file, path: path, at: place)
        }
        return faults + equalLogos(tenant, origins, pictures)
    }

    /// Two names for one picture; one name for both is another finding.
    private static func equalLogos(
        _ tenant: Tenant, _ origins: Origins, _ pictures: [String: [UInt8]]
    ) -> [Diagnostic] {
        guard let logo = tenant.branding.logo, let dark = tenant.branding.logoDark, logo != dark,
            let bytes = pictures[logo], bytes == pictures[dark]
        else { return [] }
        return [
            .equalLogos(
                dark, logo, at: origins.place(of: "branding.logo_dark"), light: origins.place(of: "branding.logo"))
        ]
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
            let picture = SVGScan(bytes)
            guard picture.isSVG else { return .wrongFormat(file, "an SVG picture", path: path, at: place) }
            if let danger = picture.danger { return .unsafeLogo(file, danger, path: path, at: place) }
            if !picture.hasSize { return .sizelessLogo(file, path: path, at: place) }
            return bytes.count > logoLimit ? .largeLogo(file, bytes.count, path: path, at: place) : nil
        }
        guard let picture = PNGScan(bytes) else { return .wrongFormat(file, "a PNG picture", path: path, at: place) }
        guard picture.isWhole else { return .cutPicture(file, path: path, at: place) }
        guard path == "branding.icon" else {
            return bytes.count > logoLimit ? .largeLogo(file, bytes.count, path: path, at: place) : nil
        }
        if picture.width != 1024 || picture.height != 1024 {
            return .wrongIconSize(file, picture, path: path, at: place)
        }
        return picture.hasTransparency ? .transparentIcon(file, path: path, at: place) : nil
    }

    /// A logo stands in every page, as a third more bytes than the file has.
    private static let logoLimit = 200_000
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
        _ file: String, _ picture: PNGScan, path: String, at span: SourceSpan?
    ) -> Diagnostic {
        Diagnostic(
            code: "compiler/wrong-icon-size",
            "The icon is \(picture.width) by \(picture.height) pixels, and the App Store takes 1024 by 1024.", at: span,
            path: path, help: "Export `\(file)` again with 1024 by 1024 pixels.")
    }

    fileprivate static func transparentIcon(_ file: String, path: String, at span: SourceSpan?) -> Diagnostic {
        Diagnostic(
            code: "compiler/transparent-icon", "The icon has transparent parts, which the App Store refuses.", at: span,
            path: path, help: "Export `\(file)` again without transparency.")
    }

    fileprivate static func unsafeLogo(
        _ file: String, _ danger: String, path: String, at span: SourceSpan?
    ) -> Diagnostic {
        Diagnostic(
            code: "compiler/unsafe-logo", "`tenants/assets/\(file)` holds \(danger).", at: span, path: path,
            help: "Export the logo again as plain shapes: pages that show it must run and load nothing.")
    }

    fileprivate static func equalLogos(
        _ dark: String, _ logo: String, at span: SourceSpan?, light: SourceSpan?
    ) -> Diagnostic {
        Diagnostic(
            code: "compiler/equal-logos", severity: .warning,
            "`tenants/assets/\(dark)` is byte for byte the logo for light surfaces, `\(logo)`.", at: span,
            related: light.map { [Label(span: $0, text: "the light logo")] } ?? [], path: "branding.logo_dark",
            help: "Delete `logo_dark`, or put a logo there that is made for dark surfaces.")
    }

    fileprivate static func sizelessLogo(_ file: String, path: String, at span: SourceSpan?) -> Diagnostic {
        Diagnostic(
            code: "compiler/sizeless-logo", severity: .warning,
            "`tenants/assets/\(file)` does not say how large the drawing is, so that it cannot be scaled.", at: span,
            path: path, help: "Export the logo with a `viewBox`.")
    }

    fileprivate static func cutPicture(_ file: String, path: String, at span: SourceSpan?) -> Diagnostic {
        Diagnostic(
            code: "compiler/cut-picture", "`tenants/assets/\(file)` ends in the middle of the picture.", at: span,
            path: path, help: "Copy or export the file again.")
    }

    fileprivate static func largeLogo(_ file: String, _ size: Int, path: String, at span: SourceSpan?) -> Diagnostic {
        Diagnostic(
            code: "compiler/large-logo", severity: .warning,
            "`tenants/assets/\(file)` has \(size / 1000) kB, and stands in every page.", at: span, path: path,
            help: "Export it smaller, below 200 kB; a drawing is best as SVG.")
    }
}
