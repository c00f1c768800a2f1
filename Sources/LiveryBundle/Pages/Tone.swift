import LiveryTenant

/// Tones of a brand's colour that can be read.
enum Tone {
    /// Black or white, whichever is read better; one of them always has more than 4.5 to 1.
    static func blackOrWhite(on color: Color) -> Color {
        let (black, white) = (Color(rgb: 0x000000), Color(rgb: 0xFFFFFF))
        return black.contrast(with: color) > white.contrast(with: color) ? black : white
    }

    /// The tone of a colour that is nearest to it and can be read as text on each background: the colour itself, or
    /// mixed with as little black or white as it takes.
    static func readable(_ color: Color, on backgrounds: [Color]) -> Color {
        func passes(_ tone: Color) -> Bool {
            backgrounds.allSatisfy { tone.contrast(with: $0) >= ContrastLimit.text }
        }
        if passes(color) { return color }
        for percent in 1...100 {
            for end in [UInt8(0), 255] {
                let tone = mix(color, with: end, percent: percent)
                if passes(tone) { return tone }
            }
        }
        return backgrounds.first.map(blackOrWhite) ?? color
    }

    private static func mix(_ color: Color, with end: UInt8, percent: Int) -> Color {
        func channel(_ value: UInt8) -> UInt8 {
            UInt8((Int(value) * (100 - percent) + Int(end) * percent + 50) / 100)
        }
        return Color(red: channel(color.red), green: channel(color.green), blue: channel(color.blue))
    }
}

extension Color {
    init(rgb: UInt32) {
        self.init(
            red: UInt8(truncatingIfNeeded: rgb >> 16), green: UInt8(truncatingIfNeeded: rgb >> 8),
            blue: UInt8(truncatingIfNeeded: rgb))
    }
}
