package import LiveryTenant

/// How hard a policy is to read, layer by layer.
package struct PolicyReadability: Sendable {
    package struct Layer: Sendable {
        package let name: Name
        /// Every word, also in headings and tables.
        package let words: Int
        /// nil for a table, whose cells are no sentences, and for a language without a formula.
        package let measure: Readability?

        /// The least ease that the layer should have.
        package var leastEase: Double { name == .annexes ? Readability.annexEase : Readability.bodyEase }
    }

    package enum Name: String, Sendable {
        case card = "short answer"
        case table
        case sections
        case annexes
        case page = "whole page"
    }

    package let locale: String
    /// Those that the page has; the whole page last.
    package let layers: [Layer]

    /// - Parameter names: of people and companies; ``names(of:_:)`` has them.
    package init(_ document: PolicyDocument, names: [String]) {
        let isMeasured = Readability.measures(document.locale)
        func layer(_ name: Name, words: [String], texts: [String]) -> Layer? {
            guard !words.isEmpty || !texts.isEmpty else { return nil }
            return Layer(
                name: name, words: Self.count(words + texts),
                measure: isMeasured && !texts.isEmpty ? Readability(texts, names: names) : nil)
        }
        let card = document.card.map(\.said.plainText)
        func texts(annexes: Bool) -> [String] {
            document.sections.filter { $0.isAnnex == annexes }.flatMap { $0.blocks.flatMap(\.texts) }
        }
        func headings(annexes: Bool) -> [String] {
            document.sections.filter { $0.isAnnex == annexes }.flatMap { section in
                [section.heading]
                    + section.blocks.compactMap { block in
                        if case .subheading(let text) = block.content { text } else { nil }
                    }
            }
        }
        let (body, annexes) = (texts(annexes: false), texts(annexes: true))
        locale = document.locale
        layers = [
            layer(.card, words: [], texts: card), layer(.table, words: document.tableTexts, texts: []),
            layer(.sections, words: headings(annexes: false), texts: body),
            layer(.annexes, words: headings(annexes: true), texts: annexes),
            layer(
                .page,
                words: [document.title] + document.tableTexts + headings(annexes: false) + headings(annexes: true),
                texts: card + body + annexes),
        ].compactMap { $0 }
    }

    private static func count(_ texts: [String]) -> Int {
        texts.reduce(0) { $0 + $1.spacedWords }
    }

    /// What nobody can write in easier words: people, companies, addresses, opening hours.
    package static func names(of tenant: Tenant, _ dataMap: DataMap) -> [String] {
        let formats = Formats(words: ClauseLibrary.english.words, country: tenant.shop.address.region.country)
        let (privacy, company) = (tenant.privacy, tenant.operator)
        return dataMap.shares.map(\.recipient.name) + tenant.shop.locations.map(\.name) + privacy.sharesRecordsWith + [
            tenant.shop.name, tenant.shop.legalName, company.name, company.legalName, privacy.contact.name,
            privacy.contact.email, company.email, privacy.officer?.name ?? "", privacy.officer?.email ?? "",
            Formats.address(tenant.shop.address), Formats.address(company.address),
            formats.hours(tenant.shop.hours) ?? "",
        ]
    }
}

extension Double {
    /// With one decimal, rounded half away from zero; no locale has a say.
    package var withOneDecimal: String {
        let tenths = Int((self * 10).rounded())
        return "\(tenths < 0 ? "-" : "")\(tenths.magnitude / 10).\(tenths.magnitude % 10)"
    }
}
