import LiveryTenant

/// The colours of a page in one scheme: quiet neutrals for everything that is read, the brand for the header band, links
/// and buttons alone.
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
        let (page, surface) = (Color(0xFFFFFF), Color(0xF5F6F7))
        return PagePalette(
            page: page, surface: surface, text: Color(0x1B1F24), muted: Color(0x505862), line: Color(0xD6DADF),
            band: branding.light.primary, onBand: readable(branding.light.onPrimary, on: branding.light.primary),
            link: Contrast.tone(of: branding.light.primary, on: [page, surface]), button: branding.light.primary,
            onButton: readable(branding.light.onPrimary, on: branding.light.primary))
    }

    /// A dark scheme's primary colour is often a bright one, and a bright band across a dark page blinds: the band
    /// takes the deeper of the two.
    static func dark(_ branding: Branding) -> PagePalette {
        let (page, surface) = (Color(0x14171B), Color(0x1E2227))
        let schemes = [branding.dark, branding.light]
        let deeper = Contrast.luminance(schemes[0].primary) <= Contrast.luminance(schemes[1].primary) ? 0 : 1
        let band = schemes[deeper]
        return PagePalette(
            page: page, surface: surface, text: Color(0xE7EAED), muted: Color(0xA8B0B9), line: Color(0x3A4149),
            band: band.primary, onBand: readable(band.onPrimary, on: band.primary),
            link: Contrast.tone(of: branding.dark.primary, on: [page, surface]), button: branding.dark.primary,
            onButton: readable(branding.dark.onPrimary, on: branding.dark.primary))
    }

    var tokens: [(name: String, color: Color)] {
        [
            ("page", page), ("card", surface), ("text", text), ("muted", muted), ("line", line), ("band", band),
            ("on-band", onBand), ("link", link), ("button", button), ("on-button", onButton),
        ]
    }

    private static func readable(_ text: Color, on background: Color) -> Color {
        Contrast.ratio(text, background) >= Contrast.text ? text : Contrast.blackOrWhite(on: background)
    }
}

extension Color {
    init(_ rgb: UInt32) {
        self.init(
            red: UInt8(truncatingIfNeeded: rgb >> 16), green: UInt8(truncatingIfNeeded: rgb >> 8),
            blue: UInt8(truncatingIfNeeded: rgb))
    }
}
