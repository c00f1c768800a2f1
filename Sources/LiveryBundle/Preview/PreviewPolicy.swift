import LiveryPrivacy

/// The policy as a phone shows it, and then every word of it.
enum PreviewPolicy {
    static func write(_ policy: PolicyDocument, _ html: inout HTMLWriter) {
        let hint =
            "This is the text that goes live, a \(policy.readingMinutes)-minute read. Read it once as a customer would."
        Preview.group("policy", "The privacy policy", hint, &html) { html in
            html.open("div", class: "tiles")
            for scheme in ["light", "dark"] {
                reader(scheme, "The top of the page, \(scheme)", policy, &html) { drawing, html in
                    html.raw("<div class=\"band\">")
                    html.element("p", policy.shopName, class: "brand")
                    html.element("p", policy.title, class: "big")
                    html.line("</div>")
                    html.div("policy") { drawing.shortAnswer(&$0) }
                }
            }
            for scheme in ["light", "dark"] {
                reader(scheme, "The table on a phone, \(scheme)", policy, &html) { drawing, html in
                    html.div("policy") { drawing.glance(&$0) }
                }
            }
            html.line("</div>")
            whole(policy, &html)
        }
    }

    private static func reader(
        _ scheme: String, _ caption: String, _ policy: PolicyDocument, _ html: inout HTMLWriter,
        _ screen: (PolicyHTML, inout HTMLWriter) -> Void
    ) {
        html.raw("<figure class=\"tile\">")
        html.open("div", class: "reader \(scheme)", [("inert", ""), ("lang", policy.locale)])
        screen(PolicyHTML(document: policy, level: 4, isDrawing: true), &html)
        html.raw("</div>")
        html.element("figcaption", caption)
        html.line("</figure>")
    }

    private static func whole(_ policy: PolicyDocument, _ html: inout HTMLWriter) {
        let text = PolicyHTML(document: policy, level: 4)
        html.open("div", class: "paper policy", [("lang", policy.locale)])
        html.element("h3", policy.title, class: "title whole")
        html.raw("\n")
        text.shortAnswer(&html)
        html.line("<div class=\"body\">")
        text.glance(&html)
        text.sections(&html)
        html.line("</div></div>")
    }
}
