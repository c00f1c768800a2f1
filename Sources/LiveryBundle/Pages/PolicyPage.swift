import LiveryPrivacy
import LiveryTenant

/// `privacy/policy.<locale>.html`: one file without a script, a font or a request, in the colours of the brand.
struct PolicyPage {
    let document: PolicyDocument
    /// ISO 3166-1 alpha-2 of the shop, for the form of dates.
    let country: String
    let style: PageStyle.Sheet
    /// Whom a reader asks.
    let contact: Contact
    let logo: Logo?
    /// Of ``PolicyVersion``.
    let version: String

    struct Contact {
        let name: String
        let email: String
        let phone: String?
    }

    var bytes: [UInt8] {
        let parts = PolicyHTML(document: document)
        let words = parts.words
        var html = HTMLWriter(size: 1 << 16)
        PageHead(
            locale: document.locale, title: "\(document.title) – \(document.shopName)", style: style
        ).write(&html)
        html.line("<a class=\"skip\" href=\"#text\">\(words.skip)</a>")
        header(words, &html)
        html.line("<main id=\"text\" class=\"policy\"><div class=\"inner layout\">")
        parts.shortAnswer(&html)
        questions(words, &html)
        parts.contents(&html)
        html.line("<div class=\"body\">")
        parts.glance(&html)
        parts.sections(&html)
        html.line("</div></div></main>")
        footer(words, &html)
        html.line("</body></html>")
        return html.bytes
    }

    private func header(_ words: PageWords, _ html: inout HTMLWriter) {
        html.line("<header class=\"band\"><div class=\"inner\">")
        html.raw("<p class=\"brand\">")
        logo?.write(&html)
        html.element("span", document.shopName)
        html.line("</p>")
        html.element("h1", document.title)
        let date = LocalText.date(document.effectiveDate, locale: document.locale, country: country)
        html.raw("\n<p>\(words.inForceSince) <time datetime=\"\(document.effectiveDate.text)\">")
        html.text(date)
        html.line("</time> · \(document.readingMinutes) \(words.minutes)</p>\n</div></header>")
    }

    private func questions(_ words: PageWords, _ html: inout HTMLWriter) {
        html.raw("<div class=\"questions\"><p>")
        html.text("\(words.questions) \(contact.name).")
        html.raw("</p><div class=\"actions\">")
        if let phone = contact.phone {
            html.link("\(words.call) \(PhoneNumber.display(phone))", to: "tel:\(phone)", class: "button")
        }
        html.link(words.write, to: "mailto:\(contact.email)", class: "button plain")
        html.line("</div></div>")
    }

    private func footer(_ words: PageWords, _ html: inout HTMLWriter) {
        html.raw("<footer class=\"foot\"><div class=\"inner\">")
        html.element("p", document.shopName)
        html.line("<p>\(words.version) \(version)</p></div></footer>")
    }
}

/// Everything up to the body. The policy for content allows the one style element, by its digest, and pictures within
/// the file; so no attribute may hold a style.
struct PageHead {
    let locale: String
    let title: String
    let style: PageStyle.Sheet

    func write(_ html: inout HTMLWriter) {
        let policy =
            "default-src 'none'; style-src 'sha256-\(style.digest)'; img-src data:; base-uri 'none'; "
            + "form-action 'none'"
        html.line("<!DOCTYPE html>")
        html.open("html", [("lang", locale), ("dir", Self.direction(of: locale))])
        html.line("<head>\n<meta charset=\"utf-8\">")
        // The digest goes in as it is: an escaped `+` or `/` would be harmless, an unescaped quote cannot occur.
        html.line("<meta http-equiv=\"Content-Security-Policy\" content=\"\(policy)\">")
        html.line("<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">")
        html.line("<meta name=\"color-scheme\" content=\"light dark\">")
        html.line("<meta name=\"referrer\" content=\"no-referrer\">")
        for (scheme, color) in [("light", style.bands.light), ("dark", style.bands.dark)] {
            html.line(
                "<meta name=\"theme-color\" content=\"\(color.hex)\" media=\"(prefers-color-scheme:\(scheme))\">")
        }
        // An empty icon keeps browsers from asking the server for one.
        html.line("<link rel=\"icon\" href=\"data:,\">")
        html.element("title", title)
        html.line("\n<style>\(style.text)</style>\n</head>\n<body>")
    }

    private static func direction(of locale: String) -> String {
        ["ar", "fa", "he", "ur"].contains(String(locale.prefix(2))) ? "rtl" : "ltr"
    }
}
