import LiveryTenant

/// One screen, drawn light and dark side by side, with a line on what to look at and the settings behind it.
struct PreviewTile {
    let title: String
    let hint: String
    /// The paths of the settings that change it.
    let settings: [String]
    let screen: (inout HTMLWriter, _ isDark: Bool) -> Void

    /// Only what this app has.
    static func all(_ tenant: Tenant, _ art: PreviewArt) -> [PreviewTile] {
        let screens = AppScreens(tenant: tenant, art: art)
        var tiles = [screens.homeScreen, screens.splash, screens.signIn, screens.start]
        if tenant.features.booking != nil { tiles.append(screens.booking) }
        if tenant.features.estimateApproval != nil { tiles.append(screens.estimate) }
        if tenant.features.messaging != nil || tenant.features.push != nil { tiles.append(screens.messages) }
        tiles.append(screens.store)
        return tiles
    }

    /// The verdict stands in words: how many of the notes are about a setting of this screen.
    func write(_ notes: [PreviewNotes.Note], _ html: inout HTMLWriter) {
        html.line("<figure class=\"tile\"><div class=\"pair\">")
        for isDark in [false, true] {
            // Drawn controls do nothing, so nobody should land on them.
            html.open("div", class: "phone \(isDark ? "dark" : "light")", [("inert", "")])
            html.div("screen") { screen(&$0, isDark) }
            html.line("</div>")
        }
        html.raw("</div><figcaption>")
        html.element("h3", title)
        let count = notes.filter { note in settings.contains { note.setting.hasPrefix($0) } }.count
        html.element("p", count == 0 ? "Passes" : count == 1 ? "1 note" : "\(count) notes", class: "badge")
        html.element("p", hint)
        html.raw("<p class=\"settings\">")
        for (index, path) in settings.enumerated() {
            if index > 0 { html.raw(" ") }
            html.element("code", path)
        }
        html.line("</p></figcaption></figure>")
    }
}

/// The drawings of one shop's app. People and cars in them are made up.
struct AppScreens {
    let tenant: Tenant
    let art: PreviewArt

    var branding: Branding { tenant.branding }

    /// The icon, or a tile with the first letter until there is one.
    func icon(_ shape: String, _ html: inout HTMLWriter) {
        if art.icon != nil { return html.raw("<span class=\"icon art \(shape)\"></span>") }
        html.open("span", class: "icon letter \(shape)")
        html.element("b", String(branding.shortName.prefix(1)))
        html.close("span")
    }

    /// The logo of the scheme, or the name in letters.
    func logo(isDark: Bool, _ html: inout HTMLWriter) {
        if isDark, art.logoDark != nil { return html.raw("<p class=\"mark mark-dark\"></p>") }
        if art.logo != nil { return html.raw("<p class=\"mark\(isDark ? " lit" : "")\"></p>") }
        html.element("p", branding.appName, class: "wordmark")
    }

    /// The line at the top of every drawn screen.
    func top(_ title: String, _ html: inout HTMLWriter) {
        html.element("p", "9:41", class: "status")
        html.element("p", title, class: "bar")
    }

    func pair(_ left: String, _ right: String, class styleClass: String, _ html: inout HTMLWriter) {
        html.div(styleClass) { html in
            html.element("span", left)
            html.element("span", right)
        }
    }
}
