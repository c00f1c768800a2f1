package import LiveryPrivacy
package import LiveryTenant

/// One page on which the owner of a shop sees the app, the cookie banner and the policy before saying yes.
///
/// The phones are drawings in the brand's colours, marked as such; the policy is the product's own markup and style.
/// Nothing here comes from a clock or a random number, so two previews can be compared byte by byte.
package enum Preview {
    package static func page(tenant: Tenant, policy: PolicyDocument, assets: [String: [UInt8]]) -> [UInt8] {
        let art = PreviewArt(tenant.branding, assets)
        let notes = PreviewNotes.all(tenant, art)
        var html = HTMLWriter()
        PageHead(
            locale: "en", title: "Preview of \(tenant.branding.appName)", style: PreviewStyle.css(tenant.branding),
            themeColors: (PagePalette.light(tenant.branding).band, PagePalette.dark(tenant.branding).band)
        ).write(&html)
        html.line("<a class=\"skip\" href=\"#text\">Skip to the pictures</a>")
        header(tenant, notes, &html)
        html.line("<main id=\"text\" class=\"inner\">")
        PreviewNotes.write(notes, &html)
        group("app", "The app", "Drawings in your colours, not screenshots.", &html) { html in
            html.open("div", class: "tiles")
            for tile in PreviewTile.all(tenant, art) { tile.write(&html) }
            html.line("</div>")
        }
        policyGroup(tenant, policy, &html)
        PreviewFacts.write(tenant, &html)
        PreviewColours.write(tenant.branding, &html)
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
        let count = notes.isEmpty ? "Nothing to warn about" : "\(notes.count) to look at"
        html.element("p", "\(count) · drawings in light and dark, made from your definition", class: "meta")
        html.line("</div>")
        html.line("</header>")
    }

    /// The card and the table as a phone shows them, then every word.
    private static func policyGroup(_ tenant: Tenant, _ policy: PolicyDocument, _ html: inout HTMLWriter) {
        let minutes = policy.readingMinutes
        let hint = "This is the text that goes live, a \(minutes)-minute read. Read it once as a customer would."
        group("policy", "The privacy policy", hint, &html) { html in
            html.open("div", class: "tiles")
            for (scheme, name) in [("light", "light"), ("dark", "dark")] {
                html.raw("<figure class=\"tile\">")
                html.open("div", class: "reader \(scheme)", [("inert", "")])
                html.raw("<div class=\"band\">")
                html.element("p", policy.shopName, class: "brand")
                html.element("p", policy.title, class: "big")
                html.line("</div><div class=\"policy\">")
                var drawing = PolicyHTML(document: policy)
                drawing.isDrawing = true
                drawing.level = 4
                drawing.shortAnswer(&html)
                drawing.glance(&html)
                html.line("</div></div>")
                html.element("figcaption", "The top of the page on a phone, \(name)")
                html.line("</figure>")
            }
            html.line("</div>")
            html.open("div", class: "paper policy", [("lang", policy.locale)])
            html.element("h3", policy.title, class: "title whole")
            html.raw("\n")
            var full = PolicyHTML(document: policy)
            full.level = 4
            full.shortAnswer(&html)
            html.line("<div class=\"body\">")
            full.glance(&html)
            full.sections(&html)
            html.line("</div></div>")
        }
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
            "Only approximate here: fonts, the stores' layout, the shape of icons. The last proof is the app on your phone.")
        let version = SHA256.hexDigest(TextPolicy.render(policy)).prefix(12)
        html.element("p", "\(tenant.id) · policy version \(version)")
        html.line("</div></footer>")
    }
}

/// The pictures of a brand as data addresses, where they are given and of a bearable size.
struct PreviewArt {
    /// The budget of a preview is 300 KB, and each picture stands there several times.
    private static let limit = 12_288

    let logo: String?
    let logoDark: String?
    let icon: String?

    init(_ branding: Branding, _ assets: [String: [UInt8]]) {
        logo = Logo.address(branding.logo, assets, limit: Self.limit)
        logoDark = Logo.address(branding.logoDark, assets, limit: Self.limit)
        icon = Logo.address(branding.icon, assets, limit: Self.limit)
    }
}

extension HTMLWriter {
    mutating func div(_ styleClass: String, _ body: (inout HTMLWriter) -> Void) {
        open("div", class: styleClass)
        body(&self)
        close("div")
    }
}
