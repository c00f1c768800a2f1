import LiveryTenant

/// What the owner should look at first.
enum PreviewNotes {
    struct Note {
        let text: String
        let setting: String
    }

    static func all(_ tenant: Tenant, _ art: PreviewArt) -> [Note] {
        let branding = tenant.branding
        var notes = PreviewColors.failures(branding)
        if branding.shortName.count > 12 {
            notes.append(
                Note(
                    text: "The name under the icon has \(branding.shortName.count) characters; phones show about 12.",
                    setting: "branding.short_name"))
        }
        if art.icon == nil {
            let state = branding.icon == nil ? "There is no icon yet" : "The icon's file is too large to show here"
            notes.append(
                Note(text: "\(state): the drawings show a tile with the first letter.", setting: "branding.icon"))
        }
        if art.logo == nil {
            let state = branding.logo == nil ? "There is no logo yet" : "The logo's file is too large to show here"
            notes.append(Note(text: "\(state): the drawings show the name in letters.", setting: "branding.logo"))
        } else if branding.logoDark == nil {
            notes.append(
                Note(
                    text: "There is no logo for dark screens: the light one stands on a white tile there.",
                    setting: "branding.logo_dark"))
        }
        return notes + PreviewColors.moved(branding)
    }

    static func write(_ notes: [Note], _ html: inout HTMLWriter) {
        guard !notes.isEmpty else { return }
        Preview.group("notes", "Look at these first", "None of them stops your app.", &html) { html in
            html.line("<ul class=\"notes\">")
            for note in notes {
                html.raw("<li><span>")
                html.text(note.text)
                html.raw("</span> ")
                html.element("code", note.setting)
                html.line("</li>")
            }
            html.line("</ul>")
        }
    }
}
