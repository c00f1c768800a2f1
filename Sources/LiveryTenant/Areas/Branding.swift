/// How the app looks.
package struct Branding: Sendable {
    /// The name in the store and on the first screen.
    package let appName: String
    /// The name under the icon, short enough for a home screen.
    package let shortName: String
    package let light: ColorScheme
    package let dark: ColorScheme
    /// Paths below `assets/`.
    package let logo: String?
    package let logoDark: String?
    package let icon: String?
    package let typography: Typography
}

/// One colour for each role; a role and its `on` counterpart are read together.
package struct ColorScheme: Sendable {
    package let primary: Color
    package let onPrimary: Color
    package let secondary: Color
    package let onSecondary: Color
    package let background: Color
    package let onBackground: Color
    package let surface: Color
    package let onSurface: Color
    package let error: Color
    package let onError: Color
    /// Borders of fields and cards; WCAG 2.2 1.4.11 asks 3:1 against the surface.
    package let outline: Color
}

/// Fonts by family name; the generated pages fall back to the system's.
package struct Typography: Sendable {
    package let headingFont: String
    package let bodyFont: String
    /// The size of body text in CSS pixels.
    package let baseSize: Int
}
