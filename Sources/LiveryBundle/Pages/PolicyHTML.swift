import LiveryPrivacy

/// The parts of a policy as HTML. The page and the preview put them together; both get the same markup.
struct PolicyHTML {
    let document: PolicyDocument
    /// The level of the headings of sections: 2 on the page, deeper in the preview.
    var level = 2
    /// A drawing of the policy has no ids and no links: the real one stands elsewhere on the same page.
    var isDrawing = false
    /// What stands behind each statement, where the reader can ask for it.
    var reasons: PolicyReasons?

    static let shortID = "short-answer"

    var words: PageWords { PageWords.of(document.locale) }

    func shortAnswer(_ html: inout HTMLWriter) {
        html.open("section", class: "short", isDrawing ? [] : [("aria-labelledby", Self.shortID)])
        heading(words.shortAnswer, id: Self.shortID, &html)
        html.line("<ul>")
        for line in document.card {
            html.raw("<li><span>")
            passage(line.said, &html)
            html.raw("</span>")
            if let section = document.sections.first(where: { $0.id == line.section }) {
                html.raw(" ")
                link(to: section, &html)
            }
            reasons?.write(line.said.facts, clause: line.clause, &html)
            html.line("</li>")
        }
        html.line("</ul></section>")
    }

    func contents(_ html: inout HTMLWriter) {
        html.open("nav", class: "contents", [("aria-labelledby", "contents")])
        heading(words.onThisPage, id: "contents", &html)
        html.line("<ul>")
        entry(&html) { reference(document.table.caption, to: PolicyDocument.tableID, &$0) }
        for section in document.sections { entry(&html) { link(to: section, &$0) } }
        html.line("</ul></nav>")
    }

    private func entry(_ html: inout HTMLWriter, _ link: (inout HTMLWriter) -> Void) {
        html.raw("<li>")
        link(&html)
        html.line("</li>")
    }

    func glance(_ html: inout HTMLWriter) {
        html.open("div", class: "glance", id: isDrawing ? nil : PolicyDocument.tableID)
        table(document.table, &html)
        html.line("</div>")
    }

    func sections(_ html: inout HTMLWriter) {
        var isFirstAnnex = true
        for section in document.sections {
            guard section.isAnnex else {
                html.open("section", id: isDrawing ? nil : section.id)
                title(of: section, &html)
                blocks(section.blocks, &html)
                html.line("</section>")
                isFirstAnnex = true
                continue
            }
            html.raw("<details class=\"annex\(isFirstAnnex ? " first-annex" : "")\"><summary>")
            title(of: section, &html)
            html.raw("</summary>")
            // The anchor is inside the fold: a link to it opens the fold, a link to the fold itself would not.
            html.open("div", id: isDrawing ? nil : section.id)
            blocks(section.blocks, &html)
            html.line("</div></details>")
            isFirstAnnex = false
        }
    }

    private func blocks(_ blocks: [PolicyDocument.Block], _ html: inout HTMLWriter) {
        for block in blocks { kept(block.forms, &html) { self.block(block, &$0) } }
    }

    private func title(of section: PolicyDocument.Section, _ html: inout HTMLWriter) {
        kept(section.title.forms, &html) { heading(section.heading, id: nil, &$0) }
    }

    private func link(to section: PolicyDocument.Section, _ html: inout HTMLWriter) {
        kept(section.title.formsOfLink, &html) { reference(section.heading, to: section.id, &$0) }
    }

    private func block(_ block: PolicyDocument.Block, _ html: inout HTMLWriter) {
        switch block.content {
        case .subheading(let text):
            html.element("h\(level + 1)", text, class: "sub")
            html.raw("\n")
        case .paragraph(let text):
            if reasons != nil { html.open("div", class: "said") }
            html.raw("<p>")
            passage(text, &html)
            html.line("</p>")
            reasons?.write(block.facts, clause: block.clause, &html)
            if reasons != nil { html.line("</div>") }
        case .list(let items):
            html.line("<ul>")
            for item in items {
                html.raw("<li>")
                passage(item, &html)
                reasons?.write(item.facts, clause: block.clause, &html)
                html.line("</li>")
            }
            html.line("</ul>")
        case .table(let table): self.table(table, &html)
        }
    }

    /// The roles give back what `display: block` takes away on a phone.
    private func table(_ table: PolicyDocument.Table, _ html: inout HTMLWriter) {
        html.raw("<table role=\"table\">")
        html.element("caption", table.caption)
        html.raw("\n<thead role=\"rowgroup\"><tr role=\"row\">")
        for column in table.columns {
            html.raw("<th scope=\"col\" role=\"columnheader\">")
            html.text(column)
            html.close("th")
        }
        html.line("</tr></thead>\n<tbody role=\"rowgroup\">")
        for row in table.rows {
            html.raw("<tr role=\"row\">")
            passage(row, &html) { html in
                for (index, cell) in row.cells.enumerated() {
                    self.cell(cell, of: table, at: index, because: row.facts, &html)
                }
            }
            html.line("</tr>")
        }
        html.line("</tbody></table>")
    }

    private func cell(
        _ content: [PolicyDocument.Inline], of table: PolicyDocument.Table, at index: Int, because facts: [String],
        _ html: inout HTMLWriter
    ) {
        if index == 0 {
            html.raw("<th scope=\"row\" role=\"rowheader\">")
            inlines(content, &html)
            reasons?.write(facts, clause: nil, &html)
            return html.close("th")
        }
        html.raw("<td role=\"cell\">")
        if index < table.columns.count {
            html.raw("<span class=\"label\" aria-hidden=\"true\">")
            html.text(table.columns[index])
            html.close("span")
        }
        html.raw("<span>")
        inlines(content, &html)
        html.raw("</span>")
        html.close("td")
    }

    private func passage(_ said: Passage, _ html: inout HTMLWriter) {
        passage(said, &html) { inlines(said.text, &$0) }
    }

    private func passage(_ said: Passage, _ html: inout HTMLWriter, _ write: (inout HTMLWriter) -> Void) {
        kept(said.forms, &html, write)
    }

    /// What the page of a policy shows of something is the same in each; a preview shows more or less.
    private func kept(
        _ forms: borrowing KeptForms, _ html: inout HTMLWriter, _ write: (inout HTMLWriter) -> Void
    ) {
        let isPage = !isDrawing && reasons == nil && level == 2
        if isPage { html.append(forms, writing: write) } else { write(&html) }
    }

    private func heading(_ text: String, id: String?, _ html: inout HTMLWriter) {
        html.element("h\(level)", text, class: "title", id: isDrawing ? nil : id)
        html.raw("\n")
    }

    private func inlines(_ inlines: [PolicyDocument.Inline], _ html: inout HTMLWriter) {
        for inline in inlines {
            switch inline {
            case .text(let text): html.text(text)
            case .strong(let text): html.element("strong", text)
            case .link(let text, let url):
                if isDrawing { html.element("u", text) } else { html.link(text, to: url) }
            case .reference(let text, let section): reference(text, to: section, &html)
            }
        }
    }

    private func reference(_ text: String, to id: String, _ html: inout HTMLWriter) {
        if isDrawing { return html.element("u", text) }
        html.open("a", [("href", "#\(id)")])
        html.text(text)
        html.close("a")
    }
}
