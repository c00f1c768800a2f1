import LiveryTenant

/// Contrast as WCAG 2.2 defines it (https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio).
enum Contrast {
    /// Success criterion 1.4.3, text of ordinary size.
    static let text = 4.5

    /// From 1 to 21, never rounded: 4.499 is not 4.5.
    static func ratio(_ first: Color, _ second: Color) -> Double {
        let (left, right) = (luminance(first), luminance(second))
        return (max(left, right) + 0.05) / (min(left, right) + 0.05)
    }

    static func luminance(_ color: Color) -> Double {
        0.2126 * linear(color.red) + 0.7152 * linear(color.green) + 0.0722 * linear(color.blue)
    }

    /// Black or white, whichever is read better; one of them always has more than 4.5 to 1.
    static func blackOrWhite(on color: Color) -> Color {
        let (black, white) = (Color(red: 0, green: 0, blue: 0), Color(red: 255, green: 255, blue: 255))
        return ratio(black, color) > ratio(white, color) ? black : white
    }

    /// The tone of a colour that is nearest to it and passes on each background: the colour itself, or mixed with as
    /// little black or white as it takes.
    static func tone(of color: Color, passing minimum: Double = text, on backgrounds: [Color]) -> Color {
        func passes(_ tone: Color) -> Bool { backgrounds.allSatisfy { ratio(tone, $0) >= minimum } }
        if passes(color) { return color }
        for percent in 1...100 {
            for end in [UInt8(0), 255] {
                let tone = mix(color, with: end, percent: percent)
                if passes(tone) { return tone }
            }
        }
        return backgrounds.first.map(blackOrWhite) ?? color
    }

    static func mix(_ color: Color, with end: UInt8, percent: Int) -> Color {
        func channel(_ value: UInt8) -> UInt8 {
            UInt8((Int(value) * (100 - percent) + Int(end) * percent + 50) / 100)
        }
        return Color(red: channel(color.red), green: channel(color.green), blue: channel(color.blue))
    }

    private static func linear(_ channel: UInt8) -> Double {
        let share = Double(channel) / 255
        if share <= 0.04045 { return share / 12.92 }
        // x^2.4 is (fifth root of x)^12; Newton's method, so that no platform's `pow` decides about a verdict.
        let base = (share + 0.055) / 1.055
        var root = 1.0
        for _ in 0..<40 {
            let fourth = root * root * root * root
            root = (4 * root + base / fourth) / 5
        }
        let cube = root * root * root
        return cube * cube * cube * cube
    }
}
