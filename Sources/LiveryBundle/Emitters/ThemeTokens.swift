import LiveryDiagnostics
import LiveryTenant

/// `branding/theme.tokens.json`: the brand as design tokens (Design Tokens Format Module 2025.10).
///
/// The format has no modes in one file (the Resolver Module has, across files), so the two schemes are two groups of
/// the same names. Colours take the object form: a hex string is not valid in this version.
enum ThemeTokens {
    static func emit(_ branding: Branding, shop: String) -> BundleFile {
        let bytes = JSONWriter.document { json in
            json.field("$schema", "https://www.designtokens.org/schemas/2025.10/format.json")
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
        return BundleFile(path: "branding/theme.tokens.json", bytes: bytes)
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
    /// Every role under the name that tokens and style sheets use.
    var roles: [(name: String, color: Color)] {
        [
            ("primary", primary), ("on-primary", onPrimary), ("secondary", secondary), ("on-secondary", onSecondary),
            ("background", background), ("on-background", onBackground), ("surface", surface),
            ("on-surface", onSurface), ("error", error), ("on-error", onError), ("outline", outline),
        ]
    }
}
