import LiveryDiagnostics
import LiveryTenant

/// `branding/theme.tokens.json`: the brand as design tokens (Design Tokens Format Module 2025.10).
///
/// The format has no modes in one file (the Resolver Module has, across files), so the two schemes are two groups of
/// the same names. Colours take the object form: a hex string is not valid in this version.
enum ThemeTokens {
    private static let formatAddress = "https://www.designtokens.org/schemas/2025.10/format.json"

    static func emit(_ branding: Branding, shop: String) -> EmittedFile {
        let bytes = JSONWriter.document { json in
            json.field("$schema", formatAddress)
            json.field("$description", "The brand of \(shop).")
            json.object("color") { color in
                color.field("$type", "color")
                color.object("light") { scheme(branding.light, &$0) }
                color.object("dark") { scheme(branding.dark, &$0) }
            }
            json.object("font") { font in
                font.field("$type", "fontFamily")
                family("heading", branding.typography.headingFont, &font)
                family("body", branding.typography.bodyFont, &font)
            }
            json.object("text") { text in
                text.field("$type", "typography")
                for style in TextStyle.scale(from: branding.typography.baseSize) { style.write(&text) }
            }
        }
        return EmittedFile(path: "branding/theme.tokens.json", bytes: bytes)
    }

    private static func scheme(_ scheme: ColorScheme, _ json: inout JSONWriter) {
        for (role, color) in scheme.roles {
            json.object(role) { token in
                token.object("$value") { value in
                    value.field("colorSpace", "srgb")
                    value.array("components") { list in
                        for channel in [color.red, color.green, color.blue] { list.element(.share(channel)) }
                    }
                    value.field("alpha", 1)
                    value.field("hex", color.hex)
                }
            }
        }
    }

    /// A name that looks like a reference (`{group.token}`) would be read as one, so it is left out.
    private static func family(_ name: String, _ font: String, _ json: inout JSONWriter) {
        json.object(name) { token in
            let brand = font.contains("{") ? [] : [font]
            token.strings("$value", brand + ["system-ui", "sans-serif"])
        }
    }
}

/// One composite typography token: all five parts, nothing else.
private struct TextStyle {
    let name: String
    let font: String
    let size: Int
    let weight: Int
    let lineHeight: FixedPoint

    /// Body text and what stands around it: sizes on a major third (5 to 4) around the base.
    static func scale(from base: Int) -> [TextStyle] {
        [
            TextStyle(name: "title", font: "heading", size: base * 25 / 16, weight: 700, lineHeight: .hundredths(120)),
            TextStyle(name: "heading", font: "heading", size: base * 5 / 4, weight: 700, lineHeight: .hundredths(125)),
            TextStyle(name: "body", font: "body", size: base, weight: 400, lineHeight: .hundredths(150)),
            TextStyle(name: "label", font: "body", size: base, weight: 600, lineHeight: .hundredths(130)),
            TextStyle(name: "caption", font: "body", size: base * 4 / 5, weight: 400, lineHeight: .hundredths(140)),
        ]
    }

    func write(_ json: inout JSONWriter) {
        json.object(name) { token in
            token.object("$value") { value in
                value.field("fontFamily", "{font.\(font)}")
                value.object("fontSize") { dimension in
                    dimension.field("value", size)
                    dimension.field("unit", "px")
                }
                value.field("fontWeight", weight)
                value.object("letterSpacing") { dimension in
                    dimension.field("value", 0)
                    dimension.field("unit", "px")
                }
                value.field("lineHeight", lineHeight)
            }
        }
    }
}

extension FixedPoint {
    fileprivate static func hundredths(_ units: Int) -> FixedPoint { FixedPoint(units: units, places: 2) }
}

extension ColorScheme {
    static let roleNames = [
        "primary", "on-primary", "secondary", "on-secondary", "background", "on-background", "surface", "on-surface",
        "error", "on-error", "outline",
    ]

    /// Every role under the name that tokens and style sheets use.
    var roles: [(name: String, color: Color)] {
        let colors = [
            primary, onPrimary, secondary, onSecondary, background, onBackground, surface, onSurface, error, onError,
            outline,
        ]
        return zip(Self.roleNames, colors).map { ($0, $1) }
    }
}

extension ThemeTokens {
    private typealias Member = ArtifactMember

    static let schema = ArtifactSchema(
        "theme-tokens", files: "branding/theme.tokens.json",
        "The brand as design tokens: a file of the Design Tokens Format Module 2025.10 with the groups of Livery.",
        .extending(
            formatAddress,
            [
                Member("$schema", "The format.", .words([formatAddress])),
                Member("$description", "Whose brand it is.", .prose("The brand of Oakwood Auto Care.")),
                Member(
                    "color", "The roles of colours, for a light and a dark surrounding.",
                    .object([
                        Member("$type", "Of all tokens below.", .words(["color"])),
                        Member("light", "For a light surrounding.", scheme),
                        Member("dark", "For a dark surrounding.", scheme),
                    ])),
                Member(
                    "font", "Families, the brand's own first.",
                    .object([
                        Member("$type", "Of all tokens below.", .words(["fontFamily"])),
                        Member("heading", "For titles.", family), Member("body", "For all else.", family),
                    ])),
                Member(
                    "text", "Styles of text.",
                    .object(
                        [Member("$type", "Of all tokens below.", .words(["typography"]))]
                            + TextStyle.scale(from: 16).map { Member($0.name, "One style.", style) })),
            ]))

    private static let scheme = ArtifactShape.shared(
        "scheme",
        .object(ColorScheme.roleNames.map { Member($0, "A colour; `on-` is what is written on it.", color) }))

    private static let color = ArtifactShape.shared(
        "color",
        .object([
            Member(
                "$value", "The colour.",
                .object([
                    Member("colorSpace", "The space of the components.", .words(["srgb"])),
                    Member("components", "Red, green and blue.", .list(of: .share, count: 3...3)),
                    Member("alpha", "Always opaque.", .constant(1)),
                    Member(
                        "hex", "The same for readers that know no spaces.", .text("#[0-9a-f]{6}", examples: ["#1f5a3c"])
                    ),
                ]))
        ]))

    private static let family = ArtifactShape.shared(
        "family",
        .object([Member("$value", "In the order in which they are tried.", .list(of: .prose("Inter"), count: 2...3))]))

    private static let style = ArtifactShape.shared(
        "style",
        .object([
            Member(
                "$value", "All five parts of the style.",
                .object([
                    Member(
                        "fontFamily", "A token of `font`.",
                        .text("\\{font\\.(?:heading|body)\\}", examples: ["{font.body}"])),
                    Member("fontSize", "The size.", dimension),
                    Member("fontWeight", "1 to 1000.", .integer(1...1000)),
                    Member("letterSpacing", "Added between characters.", dimension),
                    Member("lineHeight", "As a multiple of the size.", .number),
                ]))
        ]))

    private static let dimension = ArtifactShape.shared(
        "dimension",
        .object([Member("value", "How much.", .count), Member("unit", "Of what.", .words(["px"]))]))
}
