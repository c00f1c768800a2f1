package import LiveryPrivacy
package import LiveryTenant

/// One page on which the owner of a shop sees the app, the cookie banner and the policy before saying yes.
///
/// The phones are drawings in the brand's colours, marked as such; the policy is the product's own markup and style.
/// Nothing here comes from a clock or a random number, so two previews can be compared byte by byte.
package enum Preview {
    package static func page(
        tenant: Tenant, policy: PolicyDocument, readability: PolicyReadability, reasons: PolicyReasons,
        consent: ConsentSettings, assets: [String: [UInt8]]
    ) -> [UInt8] {
        let art = PreviewArt(tenant.branding, assets)
        let notes = PreviewNotes.all(tenant, art)
        var html = HTMLWriter()
        PageHead(
            locale: "en", title: "Preview of \(tenant.branding.appName)",
            style: PageStyle.Sheet(PreviewStyle.css(tenant.branding, art), tenant.branding)
        ).write(&html)
        html.line("<a class=\"skip\" href=\"#text\">Skip to the pictures</a>")
        header(tenant, notes, &html)
        html.line("<main id=\"text\" class=\"inner\">")
        PreviewNotes.write(notes, &html)
        group("app", "The app", "Drawings in your colors, not screenshots.", &html) { html in
            html.open("div", class: "tiles")
            for tile in PreviewTile.all(tenant, art) { tile.write(notes, &html) }
            html.line("</div>")
        }
        PreviewConsent.write(tenant, consent, &html)
        PreviewPolicy.write(policy, readability, reasons, &html)
        PreviewFacts.write(tenant, &html)
        PreviewColors.write(tenant.branding, &html)
        signature(&html)
        html.line("</main>")
        footer(tenant, policy, &html)
        html.line("</body></html>")
        return html.bytes
    }

    static func group(
        _ id: String, _ title: String, _ hint: String, _ html: inout HTMLWriter,
        _ body: (inout HTMLWriter) -> Void
    ) {
        html.open("section", class: "group", id: id)
        html.element("h2", title)
        html.element("p", hint, class: "hint")
        html.raw("\n")
        body(&html)
        html.line("</section>")
    }

    private static func header(_ tenant: Tenant, _ notes: [PreviewNotes.Note], _ html: inout HTMLWriter) {
        html.line("<header class=\"band\"><div class=\"inner\">")
        html.element("p", "Preview for sign-off", class: "brand")
        html.element("h1", tenant.branding.appName)
        let count =
            switch notes.count {
            case 0: "Nothing to warn about"
            case 1: "1 thing to look at"
            default: "\(notes.count) things to look at"
            }
        html.element("p", "\(count) · drawings in light and dark, made from your definition", class: "meta")
        html.line("</div>")
        html.line("</header>")
    }

    private static func signature(_ html: inout HTMLWriter) {
        let hint = "With your name you say that the pictures please you and that the facts above are true."
        group("sign", "Your yes", hint, &html) { html in
            html.line("<dl class=\"sign\"><div><dt>Name</dt><dd></dd></div><div><dt>Date</dt><dd></dd></div></dl>")
        }
    }

    private static func footer(_ tenant: Tenant, _ policy: PolicyDocument, _ html: inout HTMLWriter) {
        html.line("<footer class=\"foot\"><div class=\"inner\">")
        html.element(
            "p",
            "Only approximate here: fonts, the stores' layout, the shape of icons. "
                + "The last proof is the app on your phone.")
        html.element("p", "\(tenant.id) · policy version \(PolicyVersion.of(policy))")
        html.line("</div></footer>")
    }
}

/// The pictures of a brand as data addresses, where they are given and of a bearable size. Each stands once in the
/// style sheet and is drawn wherever it is needed: the budget of a preview is 300 KB.
struct PreviewArt {
    let logo: String?
    let logoDark: String?
    let icon: String?

    init(_ branding: Branding, _ assets: [String: [UInt8]]) {
        logo = Logo.address(branding.logo, assets, limit: 32_768)
        logoDark = Logo.address(branding.logoDark, assets, limit: 32_768)
        icon = Logo.address(branding.icon, assets, limit: 98_304)
    }

    /// Base64 cannot end the quotes.
    var properties: [String] {
        [("logo", logo), ("logo-dark", logoDark), ("icon", icon)].compactMap { name, address in
            address.map { "--\(name):url(\"\($0)\")" }
        }
    }
}

extension HTMLWriter {
    mutating func div(_ styleClass: String, _ body: (inout HTMLWriter) -> Void) {
        open("div", class: styleClass)
        body(&self)
        close("div")
    }
}
