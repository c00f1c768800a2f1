import LiveryDiagnostics

/// Slips of whoever fills in a definition in a hurry: drafts that stayed, halves of a change, things for nobody.
enum SlipRules {
    static func findings(in tenant: Tenant, origins: Origins) -> [Diagnostic] {
        let rules: [(Tenant, Origins) -> [Diagnostic]] = [
            placeholders, shortNameUnlikeApp, productionOnTrial, cookiesOutliveConsent, unlistedChange,
            untranslatedTexts, repeatedKeywords, idleProcessors, towingCallsShop, vaguePurpose, unknownVisits,
            nothingToShow,
        ]
        return rules.flatMap { $0(tenant, origins) }
    }

    /// What customers read.
    private static func texts(_ tenant: Tenant) -> [(path: String, text: String)] {
        var texts = [
            ("shop.name", tenant.shop.name), ("shop.address.street", tenant.shop.address.street),
            ("branding.app_name", tenant.branding.appName), ("privacy.contact.name", tenant.privacy.contact.name),
        ]
        for listing in tenant.app.store {
            let path = "app.store.\(listing.locale)."
            texts.append((path + "subtitle", listing.subtitle))
            texts.append((path + "short_description", listing.shortDescription))
            texts.append((path + "description", listing.description))
        }
        if let push = tenant.features.push { texts.append(("features.push.purpose", push.purpose)) }
        for cookie in tenant.cookies.own { texts.append(("cookies.own.\(cookie.name).purpose", cookie.purpose)) }
        return texts
    }

    /// In capitals only: `todo` is Spanish for everything.
    private static let draftWords = ["TODO", "TBD", "FIXME", "XXX", "XXXX"]
    private static let draftPhrases = ["lorem ipsum", "placeholder", "change me", "{{", "[shop", "[name", "[city"]

    private static func placeholders(_ tenant: Tenant, _ origins: Origins) -> [Diagnostic] {
        texts(tenant).compactMap { path, text in
            guard text.withBytes({ draftFilter.canOccur(in: $0) }) else { return nil }
            let small = text.lowercased()
            guard let draft = draftWord(in: text) ?? draftPhrases.first(where: small.hasBytes) else { return nil }
            return .placeholderText(draft, path: path, at: origins.place(of: path))
        }
    }

    private static let draftFilter = PhraseFilter(
        draftWords.map { Array($0.utf8) }
            + draftPhrases.flatMap { phrase in
                let (small, large) = (Array(phrase.utf8), Array(phrase.uppercased().utf8))
                return [small[0], large[0]].flatMap { first in [[first, small[1]], [first, large[1]]] }
            })

    private static func draftWord(in text: String) -> String? {
        guard draftWords.contains(where: text.hasBytes) else { return nil }
        return text.split { !$0.isLetter && !$0.isNumber }.map(String.init).first(where: draftWords.contains)
    }

    /// Initials are fine: the letters of the short name come in the same order in the long one.
    private static func shortNameUnlikeApp(_ tenant: Tenant, _ origins: Origins) -> [Diagnostic] {
        func letters(_ name: String) -> [Character] { name.lowercased().filter { $0.isLetter || $0.isNumber } }
        // Most short names are how the long one begins.
        let (short, long) = (tenant.branding.shortName.utf8, tenant.branding.appName.utf8)
        if long.allSatisfy({ $0 < 0x80 }), long.starts(with: short) { return [] }
        var rest = letters(tenant.branding.shortName)[...]
        for letter in letters(tenant.branding.appName) where letter == rest.first { rest.removeFirst() }
        guard !rest.isEmpty, let place = origins.exactPlace(of: "branding.short_name") else { return [] }
        return [
            .shortNameUnlikeApp(
                tenant.branding.shortName, tenant.branding.appName, at: place,
                app: origins.place(of: "branding.app_name"))
        ]
    }

    private static let trialHosts: [Substring] = [
        "dev", "development", "staging", "stage", "test", "testing", "sandbox", "qa", "uat", "localhost",
    ]

    private static func productionOnTrial(_ tenant: Tenant, _ origins: Origins) -> [Diagnostic] {
        let host = tenant.production.api.baseURL.dropFirst("https://".count).prefix { $0 != "/" && $0 != ":" }
        // The last two are the domain's own name.
        let labels = host.split(separator: ".")
        guard let word = labels.dropLast(labels.count > 2 ? 2 : 0).first(where: trialHosts.contains) else { return [] }
        return [.productionOnTrial(String(word), at: origins.place(of: "api.base_url"))]
    }

    /// Whoever is not asked again can still be recognized by the cookie.
    private static func cookiesOutliveConsent(_ tenant: Tenant, _ origins: Origins) -> [Diagnostic] {
        tenant.cookies.own.filter { $0.category != .necessary && $0.days > tenant.cookies.consentDays }.map {
            .cookieOutlivesConsent(
                $0.name, days: $0.days, consent: tenant.cookies.consentDays,
                at: origins.place(of: "cookies.own.\($0.name).days"),
                asked: origins.exactPlace(of: "cookies.consent_days"))
        }
    }

    private static func unlistedChange(_ tenant: Tenant, _ origins: Origins) -> [Diagnostic] {
        let effective = tenant.privacy.effectiveDate
        guard let last = tenant.privacy.changes.history.map(\.date).max(), last < effective else { return [] }
        return [
            .unlistedChange(
                effective, last: last, at: origins.place(of: "privacy.effective_date"),
                history: origins.place(of: "privacy.changes.history"))
        ]
    }

    private static func untranslatedTexts(_ tenant: Tenant, _ origins: Origins) -> [Diagnostic] {
        func language(_ listing: StoreListing) -> Substring { listing.locale.prefix { $0 != "-" } }
        let store = tenant.app.store
        return store.indices.compactMap { index in
            let first = store[..<index].first {
                $0.description == store[index].description && language($0) != language(store[index])
            }
            guard let first else { return nil }
            return .untranslatedText(
                store[index].locale, first.locale,
                at: origins.place(of: "app.store.\(store[index].locale).description"),
                first: origins.place(of: "app.store.\(first.locale).description"))
        }
    }

    /// The App Store takes a hundred bytes of keywords, and each counts once.
    private static func repeatedKeywords(_ tenant: Tenant, _ origins: Origins) -> [Diagnostic] {
        tenant.app.store.flatMap { listing in
            let words = listing.keywords.map { $0.lowercased() }
            return words.indices.compactMap { index -> Diagnostic? in
                guard let first = words[..<index].firstIndex(of: words[index]) else { return nil }
                let path = "app.store.\(listing.locale).keywords"
                return .repeatedKeyword(
                    listing.keywords[index], path: path, at: origins.place(of: "\(path).\(index)"),
                    first: origins.place(of: "\(path).\(first)"))
            }
        }
    }

    private static func idleProcessors(_ tenant: Tenant, _ origins: Origins) -> [Diagnostic] {
        let processors = tenant.production.integrations.map(\.provider).filter { $0.kind == .payments }
        let chosen = processors.first { $0.id == tenant.production.billing.processor }
        let isOff = tenant.features.payments == nil && tenant.production.billing.processor == nil
        guard chosen != nil || isOff else { return [] }
        return processors.filter { $0.id != chosen?.id }.map {
            .idleProcessor(
                $0, chosen: chosen, at: origins.place(of: "integrations.\($0.id)"),
                billing: origins.exactPlace(of: "billing.processor"))
        }
    }

    private static func towingCallsShop(_ tenant: Tenant, _ origins: Origins) -> [Diagnostic] {
        func words(_ name: String) -> Set<Substring> { Set(name.lowercased().split { !$0.isLetter && !$0.isNumber }) }
        guard let towing = tenant.features.towing, towing.phone == tenant.shop.phone,
            words(towing.company).isDisjoint(with: words(tenant.shop.name))
        else { return [] }
        return [
            .towingCallsShop(
                towing.company, at: origins.place(of: "features.towing.phone"), shop: origins.place(of: "shop.phone"))
        ]
    }

    /// What reviewers call generic under guideline 5.1.1(ii) of the App Store.
    private static func vaguePurpose(_ tenant: Tenant, _ origins: Origins) -> [Diagnostic] {
        guard let purpose = tenant.features.push?.purpose.lowercased(),
            let phrase = ["better experience", "improve your experience", "improve the app"].first(
                where: purpose.hasBytes)
        else { return [] }
        return [.vaguePurpose(phrase, at: origins.place(of: "features.push.purpose"))]
    }

    private static func hasSystem(_ tenant: Tenant) -> Bool {
        tenant.production.integrations.contains { $0.provider.kind == .shopManagement }
    }

    /// Points and reminders count visits, which come from bookings or from the shop's own system.
    private static func unknownVisits(_ tenant: Tenant, _ origins: Origins) -> [Diagnostic] {
        guard tenant.features.booking == nil, !hasSystem(tenant) else { return [] }
        return tenant.features.enabled.filter { [.loyalty, .reminders].contains($0) }.map {
            .unknownVisits($0, at: origins.place(of: "features.\($0.rawValue).enabled"))
        }
    }

    /// Estimates and inspections are written in the shop's own system.
    private static func nothingToShow(_ tenant: Tenant, _ origins: Origins) -> [Diagnostic] {
        guard !hasSystem(tenant) else { return [] }
        return tenant.features.enabled.filter { [.estimateApproval, .inspections].contains($0) }.map {
            .nothingToShow($0, at: origins.place(of: "features.\($0.rawValue).enabled"))
        }
    }
}
