import LiveryDiagnostics

private func note(_ span: SourceSpan?, _ text: String) -> [Diagnostic.Label] {
    span.map { [Diagnostic.Label(span: $0, text: text)] } ?? []
}

extension Diagnostic {
    static func placeholderText(_ draft: String, path: String, at span: SourceSpan?) -> Diagnostic {
        Diagnostic(
            code: "tenant/placeholder-text", severity: .warning,
            "Customers would read `\(draft)`: this text is still a draft.", at: span, path: path,
            help: "Write what customers are to read.")
    }

    static func shortNameUnlikeApp(
        _ short: String, _ name: String, at span: SourceSpan?, app: SourceSpan?
    ) -> Diagnostic {
        Diagnostic(
            code: "tenant/short-name-unlike-app", severity: .warning,
            "Under the icon stands `\(short)`, which is no short form of `\(name)`.", at: span,
            related: note(app, "the app's name"), path: "branding.short_name",
            help: "Shorten the app's name, or write its initials.")
    }

    static func productionOnTrial(_ word: String, at span: SourceSpan?) -> Diagnostic {
        Diagnostic(
            code: "tenant/production-on-trial", severity: .warning,
            "Customers would work on a server for tests: its name has `\(word)` in it.", at: span, path: "api.base_url",
            help: "Write production's address here, and this one under `environments`.")
    }

    static func cookieOutlivesConsent(
        _ name: String, days: Int, consent: Int, at span: SourceSpan?, asked: SourceSpan?
    ) -> Diagnostic {
        Diagnostic(
            code: "tenant/cookie-outlives-consent", severity: .warning,
            "The cookie `\(name)` stays for \(days) days, and the consent to it runs out after \(consent).", at: span,
            related: note(asked, "so long a consent holds"), path: "cookies.own",
            help: "Let the cookie end with the consent: at most \(consent) days.")
    }

    static func unlistedChange(
        _ effective: CalendarDate, last: CalendarDate, at span: SourceSpan?, history: SourceSpan?
    ) -> Diagnostic {
        Diagnostic(
            code: "tenant/unlisted-change", severity: .warning,
            "The policy counts from \(effective.text), but the last change it lists is of \(last.text).", at: span,
            related: note(history, "the list of changes"), path: "privacy.effective_date",
            help: "Add what changed on \(effective.text) to `privacy.changes.history`.")
    }

    static func untranslatedText(
        _ locale: String, _ other: String, at span: SourceSpan?, first: SourceSpan?
    ) -> Diagnostic {
        Diagnostic(
            code: "tenant/untranslated-text", severity: .warning,
            "The description for `\(locale)` is word for word that for `\(other)`, another language.", at: span,
            related: note(first, "first used here"), path: "app.store.\(locale).description",
            help: "Translate it, or take the language out of `app.locales` and `app.store`.")
    }

    static func repeatedKeyword(
        _ word: String, path: String, at span: SourceSpan?, first: SourceSpan?
    ) -> Diagnostic {
        Diagnostic(
            code: "tenant/repeated-keyword", severity: .warning, "The keyword `\(word)` stands twice.", at: span,
            related: note(first, "first used here"), path: path,
            help: "Use the room for another: the App Store takes 100 bytes in all.")
    }

    static func idleProcessor(
        _ provider: Provider, chosen: Provider?, at span: SourceSpan?, billing: SourceSpan?
    ) -> Diagnostic {
        let why = chosen.map { "payments go through \($0.brand)" } ?? "the app takes no payments"
        return Diagnostic(
            code: "tenant/idle-processor", severity: .warning,
            "\(provider.brand) is connected, but \(why).", at: span,
            related: note(billing, "who takes the payments"), path: "integrations.\(provider.id)",
            help: "Take it out: the policy names every company that is connected.")
    }

    static func towingCallsShop(_ company: String, at span: SourceSpan?, shop: SourceSpan?) -> Diagnostic {
        Diagnostic(
            code: "tenant/towing-calls-shop", severity: .warning,
            "Customers who call `\(company)` for towing would reach the shop's own phone.", at: span,
            related: note(shop, "the shop's number"), path: "features.towing.phone",
            help: "Write the number of the towing company, or name the shop as the company.")
    }

    static func vaguePurpose(_ phrase: String, at span: SourceSpan?) -> Diagnostic {
        Diagnostic(
            code: "tenant/vague-purpose", severity: .warning,
            "`\(phrase)` does not tell a customer what the notifications are about.", at: span,
            path: "features.push.purpose",
            help: "Say what is sent and when, such as \"We tell you when your car is ready.\"")
    }

    static func unknownVisits(_ feature: FeatureName, at span: SourceSpan?) -> Diagnostic {
        Diagnostic(
            code: "tenant/visits-unknown", severity: .warning,
            "`\(feature.rawValue)` counts visits, but the app learns of none: booking is off and no shop system is "
                + "connected.", at: span, path: "features.\(feature.rawValue)",
            help: "Turn booking on, connect the shop's system, or turn `\(feature.rawValue)` off.")
    }

    static func nothingToShow(_ feature: FeatureName, at span: SourceSpan?) -> Diagnostic {
        Diagnostic(
            code: "tenant/feature-without-system", severity: .warning,
            "`\(feature.rawValue)` shows what stands in the shop's system, but none is connected.", at: span,
            path: "features.\(feature.rawValue)",
            help: "Connect the shop's system under `integrations`, or turn `\(feature.rawValue)` off.")
    }
}
