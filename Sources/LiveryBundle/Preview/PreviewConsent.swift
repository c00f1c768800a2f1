import LiveryPrivacy
import LiveryTenant

/// The cookie question as a visitor of the web portal meets it, or the reason why nobody asks.
enum PreviewConsent {
    static func write(_ tenant: Tenant, _ consent: ConsentSettings, _ html: inout HTMLWriter) {
        Preview.group("cookies", "Cookies on your web portal", hint(consent), &html) { html in
            if let banner = consent.banner {
                html.open("div", class: "tiles")
                tile(banner, tenant).write([], &html)
                html.open("div", class: "tile")
                list(consent, &html)
                html.line("</div></div>")
            } else {
                html.open("div", class: "tile")
                list(consent, &html)
                html.line("</div>")
            }
        }
    }

    private static func hint(_ consent: ConsentSettings) -> String {
        if consent.banner != nil { return "Yes and no are the same size, and nothing is ticked beforehand." }
        return consent.cookies.isEmpty
            ? "No banner is needed, because your portal stores nothing on a visitor's device."
            : "No banner is needed, because your portal stores only what it cannot work without."
    }

    private static func tile(_ banner: ConsentSettings.Banner, _ tenant: Tenant) -> PreviewTile {
        let place =
            switch banner.style {
            case .bar: "On a wide screen it is a bar along the bottom."
            case .box: "On a wide screen it is a box in the corner."
            case .cloud: "On a wide screen it floats above the bottom."
            }
        let before =
            banner.asksFirst == .optIn
            ? "Nothing optional runs before a yes." : "Where the law asks for a yes, nothing optional runs before it."
        return PreviewTile(
            title: "The question", hint: "\(before) \(place) An answer holds for \(banner.consentDays) days.",
            settings: ["cookies.banner", "cookies.consent_days"]
        ) { html, _ in
            html.element("p", "9:41", class: "status")
            html.div("pad portal") { html in
                html.element("p", tenant.shop.name, class: "large")
                for _ in 0..<4 { html.raw("<p class=\"blank\"></p>") }
                html.div("grow") { _ in }
            }
            html.div("banner") { html in
                html.element("p", "May we use optional cookies?", class: "strong")
                html.element("p", "They \(purposes(banner.categories)). The portal works without them.", class: "small")
                html.div("two") { html in
                    html.element("span", "Accept", class: "btn")
                    html.element("span", "Reject", class: "btn")
                }
                html.element("p", "Choose one by one · Privacy policy", class: "link small")
            }
        }
    }

    private static func purposes(_ categories: [CookieCategory]) -> String {
        let words = categories.compactMap { category in
            switch category {
            case .necessary: String?.none
            case .functional: "remember your choices"
            case .analytics: "tell us which pages help"
            case .marketing: "show you ads that fit"
            }
        }
        guard let last = words.last, words.count > 1 else { return words.first ?? "" }
        return words.dropLast().joined(separator: ", ") + " and " + last
    }

    private static func list(_ consent: ConsentSettings, _ html: inout HTMLWriter) {
        html.element("h3", consent.cookies.isEmpty ? "No cookies" : "Every cookie", class: "cookies-title")
        guard !consent.cookies.isEmpty else { return }
        html.line("<ul class=\"cookies\">")
        for cookie in consent.cookies {
            html.raw("<li>")
            html.element("strong", cookie.name)
            html.raw(" ")
            html.element("span", "\(cookie.provider), \(cookie.category.rawValue), \(cookie.duration)", class: "muted")
            html.raw("<br>")
            html.text(cookie.purpose)
            html.line("</li>")
        }
        html.line("</ul>")
    }
}
