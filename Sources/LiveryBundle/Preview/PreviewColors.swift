import LiveryTenant

/// What is read together, and how well, in words.
enum PreviewColors {
    private struct Pair {
        let name: String
        /// The role that the text stands on, and the setting to change.
        let role: String
        let text: Color
        let ground: Color
        let minimum: Double

        var ratio: Double { text.contrast(with: ground) }
        var passes: Bool { ratio >= minimum }
    }

    /// WCAG 2.2: 4.5 to 1 for text (1.4.3), 3 to 1 for the borders of fields (1.4.11).
    private static func pairs(_ scheme: ColorScheme) -> [Pair] {
        func pair(
            _ name: String, _ role: String, _ text: Color, _ ground: Color, _ minimum: Double = ContrastLimit.text
        ) -> Pair {
            Pair(name: name, role: role, text: text, ground: ground, minimum: minimum)
        }
        return [
            pair("Main buttons", "primary", scheme.onPrimary, scheme.primary),
            pair("Other buttons", "secondary", scheme.onSecondary, scheme.secondary),
            pair("Text on the page", "background", scheme.onBackground, scheme.background),
            pair("Text on cards", "surface", scheme.onSurface, scheme.surface),
            pair("Errors", "error", scheme.onError, scheme.error),
            pair("Borders of fields", "outline", scheme.outline, scheme.surface, ContrastLimit.graphics),
        ]
    }

    static func write(_ branding: Branding, _ html: inout HTMLWriter) {
        let hint =
            "Contrast tells how well two colors stand apart. Text needs 4.5 to 1, borders need 3 to 1; "
            + "21 to 1 is the most."
        Preview.group("colors", "Your colors", hint, &html) { html in
            html.open("div", class: "tiles")
            for (name, scheme) in [("light", branding.light), ("dark", branding.dark)] {
                html.line("<figure class=\"tile\"><ul class=\"swatches \(name)\">")
                for pair in pairs(scheme) {
                    html.open("li", class: "on-\(pair.role)")
                    html.element("span", pair.name)
                    html.element("span", "\(pair.ratio.ratioText) to 1 · \(pair.passes ? "passes" : "too weak")")
                    html.line("</li>")
                }
                html.raw("</ul>")
                html.element("figcaption", "In the \(name) app")
                html.line("</figure>")
            }
            html.line("</div>")
        }
    }

    static func failures(_ branding: Branding) -> [PreviewNotes.Note] {
        [("light", branding.light), ("dark", branding.dark)].flatMap { name, scheme in
            pairs(scheme).filter { !$0.passes }.map { pair in
                PreviewNotes.Note(
                    text: "\(pair.name) in \(name) stand apart at \(pair.ratio.ratioText) to 1, "
                        + "\(pair.minimum.ratioText) is needed.",
                    setting: "branding.colors.\(name).\(pair.role)")
            }
        }
    }

    /// Where the policy page could not use a brand colour as it is.
    static func moved(_ branding: Branding) -> [PreviewNotes.Note] {
        let links = [
            ("light", PagePalette.light(branding).link, branding.light.primary),
            ("dark", PagePalette.dark(branding).link, branding.dark.primary),
        ]
        return links.filter { $0.1 != $0.2 }.map { name, link, primary in
            PreviewNotes.Note(
                text: "As links on the \(name) policy page \(primary.hex) is hard to read; "
                    + "the page takes the nearest tone that is not, \(link.hex).",
                setting: "branding.colors.\(name).primary")
        }
    }
}
