import LiveryTenant

/// The colours of a page in one scheme: quiet neutrals for everything that is read, the brand for the header band,
/// links and buttons alone.
struct PagePalette {
    let page: Color
    let surface: Color
    let text: Color
    let muted: Color
    let line: Color
    let band: Color
    let onBand: Color
    let link: Color
    let button: Color
    let onButton: Color

    static func light(_ branding: Branding) -> PagePalette {
        let (page, surface) = (Color(rgb: 0xFFFFFF), Color(rgb: 0xF5F6F7))
        return PagePalette(
            page: page, surface: surface, text: Color(rgb: 0x1B1F24), muted: Color(rgb: 0x505862),
            line: Color(rgb: 0xD6DADF),
            band: branding.light.primary, onBand: readable(branding.light.onPrimary, on: branding.light.primary),
            link: Tone.readable(branding.light.primary, on: [page, surface]), button: branding.light.primary,
            onButton: readable(branding.light.onPrimary, on: branding.light.primary))
    }

    /// A dark scheme's primary colour is often a bright one, and a bright band across a dark page blinds: the band
    /// takes the deeper of the two.
    static func dark(_ branding: Branding) -> PagePalette {
        let (page, surface) = (Color(rgb: 0x14171B), Color(rgb: 0x1E2227))
        let schemes = [branding.dark, branding.light]
        let deeper = schemes[0].primary.luminance <= schemes[1].primary.luminance ? 0 : 1
        let band = schemes[deeper]
        return PagePalette(
            page: page, surface: surface, text: Color(rgb: 0xE7EAED), muted: Color(rgb: 0xA8B0B9),
            line: Color(rgb: 0x3A4149),
            band: band.primary, onBand: readable(band.onPrimary, on: band.primary),
            link: Tone.readable(branding.dark.primary, on: [page, surface]), button: branding.dark.primary,
            onButton: readable(branding.dark.onPrimary, on: branding.dark.primary))
    }

    var tokens: [(name: String, color: Color)] {
        [
            ("page", page), ("card", surface), ("text", text), ("muted", muted), ("line", line), ("band", band),
            ("on-band", onBand), ("link", link), ("button", button), ("on-button", onButton),
        ]
    }

    private static func readable(_ text: Color, on background: Color) -> Color {
        text.contrast(with: background) >= ContrastLimit.text ? text : Tone.blackOrWhite(on: background)
    }
}
