@testable import LiveryPrivacy
@testable import LiveryTenant

extension PolicyDocument {
    /// Long enough to judge the page by, with every kind of content.
    static func fixture(shop: String = "Oakwood Auto Care", locale: String = "en-US") -> PolicyDocument {
        PolicyDocument(
            locale: locale, title: "How we handle your data", shopName: shop, effectiveDate: .fixture,
            card: [
                CardLine(
                    clause: "card", facts: [],
                    text: [
                        .text("We are \(shop), your repair shop. "), .strong("Trackara"),
                        .text(" runs this app for us."),
                    ],
                    section: "who-is-behind"),
                CardLine(
                    clause: "card", facts: [],
                    text: [.text("We keep your name, your car, your visits and what you write to us.")],
                    section: "what-we-keep"),
                CardLine(
                    clause: "card", facts: [], text: [.text("Five companies get a part of it, each for one job.")],
                    section: "who-sees-it"),
                CardLine(clause: "card", facts: [], text: [.text("No ads. No selling.")], section: "ads"),
                CardLine(
                    clause: "card", facts: [],
                    text: [
                        .text("Call us to see, mend or delete it: "),
                        .link(text: "512-555-0123", url: "tel:+15125550123"),
                    ],
                    section: "contact"),
            ],
            table: Table(
                caption: "What, why, who and how long", columns: ["What", "What for", "Who gets it", "How long"],
                rows: [
                    [
                        [.text("Name and phone")], [.text("To book your visit and tell you when the car is ready")],
                        [.text("Tekmetric, Harbor Cloud")], [.text("2 years after you close your account")],
                    ],
                    [
                        [.text("Car and VIN")], [.text("To find the right parts")], [.text("Tekmetric")],
                        [.text("7 years after your last visit, because tax law asks for it")],
                    ],
                    [
                        [.text("Photos")], [.text("To see the fault before you come")], [.text("Nobody")],
                        [.text("90 days after the visit")],
                    ],
                    [
                        [.text("Card payment")], [.text("To pay a bill")],
                        [.link(text: "Stripe", url: "https://stripe.example/privacy")],
                        [.text("7 years after the payment")],
                    ],
                ]), sections: sections(shop))
    }

    private static func sections(_ shop: String) -> [Section] {
        let filler = Block(
            clause: "filler", facts: ["shop.name"],
            content: .paragraph(
                [
                    .text("When you book, we write your name and your car into our shop system. "),
                    .text(
                        "The people at the counter and the person who works on your car can see it. Nobody else can."),
                ], facts: ["shop.name"]))
        let list = Block(
            clause: "list", facts: [],
            content: .list([
                [.strong("Harbor Cloud"), .text(" stores the data of the app, in the United States.")],
                [.strong("Tekmetric"), .text(" is our shop system. It gets your name, your car and your visits.")],
                [
                    .strong("Stripe"), .text(" takes card payments under "),
                    .link(text: "its own privacy policy", url: "https://stripe.example/privacy"),
                    .text(". See "), .reference(text: "how long we keep it", section: "how-long"), .text("."),
                ],
            ]))
        func section(_ id: String, _ heading: String, _ blocks: [Block], isAnnex: Bool = false) -> Section {
            Section(id: id, heading: heading, blocks: blocks, isAnnex: isAnnex)
        }
        let table = Block(
            clause: "periods", facts: [],
            content: .table(
                Table(
                    caption: "How long we keep what", columns: ["What", "How long"],
                    rows: [[[.text("Repair records")], [.text("7 years after your last visit")]]])))
        let sub = Block(clause: "sub", facts: [], content: .subheading("In writing"))
        let address = "a.very.long.address.for.privacy.questions@customer-care.oakwoodautocare-austin.example"
        let long = Block(
            clause: "contact", facts: [],
            content: .paragraph([
                .text("Write to "),
                .link(text: address, url: "mailto:\(address)"),
                .text("."),
            ]))
        return [
            section("who-is-behind", "Who is behind this app?", [filler, filler]),
            section("what-we-keep", "What do you keep, and where does it come from?", [filler, list]),
            section("who-sees-it", "Who sees it?", [list, filler]),
            section("ads", "Do you use ads?", [filler]), section("how-long", "How long do you keep it?", [table]),
            section("rights", "What can I ask for?", [filler, sub, filler]),
            section("us-tx", "If you live in Texas", [filler, list], isAnnex: true),
            section("us-ok", "If you live in Oklahoma", [filler], isAnnex: true),
            section("contact", "Whom do I ask? \(shop)", [long]),
        ]
    }
}

extension PolicyDocument.CardLine {
    fileprivate init(clause: String, facts: [String], text: [PolicyDocument.Inline], section: String) {
        self.init(clause: clause, said: Passage(text, facts: facts), section: section)
    }
}

extension PolicyDocument.Table {
    /// Rows that rest on nothing of their own.
    fileprivate init(caption: String, columns: [String], rows: [[[PolicyDocument.Inline]]]) {
        self.init(caption: caption, columns: columns, rows: rows.map { Passage($0, facts: []) })
    }
}

extension PolicyDocument.Block.Content {
    fileprivate static func paragraph(_ text: [PolicyDocument.Inline], facts: [String] = []) -> Self {
        .paragraph(Passage(text, facts: facts))
    }

    /// Items that rest on nothing of their own.
    fileprivate static func list(_ items: [[PolicyDocument.Inline]]) -> Self {
        .list(items.map { Passage($0, facts: []) })
    }
}
