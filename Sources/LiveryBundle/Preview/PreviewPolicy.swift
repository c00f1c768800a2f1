import LiveryPrivacy

/// The policy as a phone shows it, and then every word of it.
enum PreviewPolicy {
    static func write(
        _ policy: PolicyDocument, _ readability: PolicyReadability, _ reasons: PolicyReasons,
        _ html: inout HTMLWriter
    ) {
        let hint =
            "This is the text that goes live, a \(policy.readingMinutes)-minute read. Read it once as a customer "
            + "would. “Why?” opens on the lines of the definition behind a sentence."
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
            reading(readability, &html)
            whole(policy, reasons, &html)
        }
    }

    /// Words, ease and sentences of each layer. The real test is a person who reads it, so no figure says "good".
    private static func reading(_ readability: PolicyReadability, _ html: inout HTMLWriter) {
        html.element("h3", "How hard it is to read", class: "title")
        html.raw("\n<div class=\"glance\"><table role=\"table\"><thead role=\"rowgroup\"><tr role=\"row\">")
        let columns = ["Part", "Words", "Words a sentence", "Longest sentence", "Reading ease", "School year"]
        for column in columns {
            html.open("th", [("scope", "col"), ("role", "columnheader")])
            html.text(column)
            html.close("th")
        }
        html.line("</tr></thead><tbody role=\"rowgroup\">")
        for layer in readability.layers {
            html.raw("<tr role=\"row\">")
            html.open("th", [("scope", "row"), ("role", "rowheader")])
            html.text(layer.name.rawValue)
            html.close("th")
            for (column, cell) in zip(columns.dropFirst(), cells(layer)) {
                html.open("td", [("role", "cell")])
                html.open("span", class: "label", [("aria-hidden", "true")])
                html.text(column)
                html.close("span")
                html.element("span", cell)
                html.close("td")
            }
            html.line("</tr>")
        }
        html.line("</tbody></table></div>")
    }

    private static func cells(_ layer: PolicyReadability.Layer) -> [String] {
        guard let measure = layer.measure else {
            return ["\(layer.words)"] + Array(repeating: "not measured", count: 4)
        }
        return [
            "\(layer.words)", measure.meanSentence.withOneDecimal, "\(measure.longestSentence)",
            "\(measure.ease.withOneDecimal) (at least \(Int(layer.leastEase)))", measure.grade.withOneDecimal,
        ]
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

    private static func whole(_ policy: PolicyDocument, _ reasons: PolicyReasons, _ html: inout HTMLWriter) {
        let text = PolicyHTML(document: policy, level: 4, reasons: reasons)
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
