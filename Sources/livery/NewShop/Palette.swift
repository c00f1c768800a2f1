import LiveryTenant

/// Colours that can be read on one another, from the one colour that a shop has.
struct Palette {
    let primary: Color
    let onPrimary: Color
    let darkPrimary: Color
    let darkOnPrimary: Color

    private static let white = Color(red: 255, green: 255, blue: 255)
    private static let black = Color(red: 0, green: 0, blue: 0)
    /// The surface of the built-in dark scheme, on which the primary colour must stand out.
    private static let darkSurface = Color(red: 0x1B, green: 0x1F, blue: 0x25)

    init(primary: Color) {
        self.primary = primary
        onPrimary = Self.readable(on: primary)
        var light = primary
        // WCAG 2.2 1.4.3, so that the colour can also be that of a link.
        for step in 1...20 where light.contrast(with: Self.darkSurface) < ContrastLimit.text {
            light = primary.mixed(with: Self.white, percent: step * 5)
        }
        darkPrimary = light
        let tinted = primary.mixed(with: Self.black, percent: 75)
        darkOnPrimary = tinted.contrast(with: light) >= ContrastLimit.text ? tinted : Self.readable(on: light)
    }

    /// One of the two always reaches 4.58:1.
    private static func readable(on ground: Color) -> Color {
        white.contrast(with: ground) >= ContrastLimit.text ? white : black
    }
}

extension Color {
    fileprivate func mixed(with other: Color, percent: Int) -> Color {
        let mix = { (mine: UInt8, theirs: UInt8) in
            UInt8((Int(mine) * (100 - percent) + Int(theirs) * percent) / 100)
        }
        return Color(red: mix(red, other.red), green: mix(green, other.green), blue: mix(blue, other.blue))
    }
}
