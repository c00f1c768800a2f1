import LiveryDiagnostics

extension Diagnostic {
    static func trialOnProduction(_ environment: EnvironmentName, at span: SourceSpan?, production: SourceSpan?)
        -> Diagnostic
    {
        Diagnostic(
            code: "tenant/trial-on-production",
            "The test apps of `\(environment.rawValue)` would work on the data of production.",
            at: span, related: production.map { [Label(span: $0, text: "production's address")] } ?? [],
            path: "api.base_url",
            help: "Write the address of the test system, or leave it out.")
    }

    static func repeatedPin(at span: SourceSpan?) -> Diagnostic {
        Diagnostic(
            code: "tenant/repeated-pin",
            "The same certificate pin stands twice, so no key waits for the day when it changes.",
            at: span, path: "api.certificate_pins",
            help: "Write the pin of a second key that is kept in a safe place.")
    }

    static func longWaiting(_ seconds: Int, at span: SourceSpan?) -> Diagnostic {
        Diagnostic(
            code: "tenant/long-waiting", severity: .warning,
            "With all its attempts, the app could keep a customer waiting for \(seconds) seconds.",
            at: span, path: "api.timeout_seconds",
            help: "Lower `api.timeout_seconds` or `api.retry.attempts`: two minutes are more than anybody waits.")
    }

    static func historyWithoutRecords(_ provider: Provider, at span: SourceSpan?, feature: SourceSpan?) -> Diagnostic {
        Diagnostic(
            code: "tenant/history-without-records", severity: .warning,
            "The app shows the service history, but \(provider.brand) is not asked for repair orders.",
            at: span, related: feature.map { [Label(span: $0, text: "the service history is on here")] } ?? [],
            path: "integrations.\(provider.id).sync",
            help: "Add `repair_orders: [read]`, or turn the service history off.")
    }

    static func photosToNobody(at span: SourceSpan?) -> Diagnostic {
        Diagnostic(
            code: "tenant/photos-to-nobody", severity: .warning,
            "Customers can take photos, but there is no visit or message to add them to.",
            at: span, path: "features.photos.enabled",
            help: "Turn on `booking` or `messaging`, or turn `photos` off.")
    }

    static func marketingCookie(_ name: String, at span: SourceSpan?, fact: SourceSpan?) -> Diagnostic {
        Diagnostic(
            code: "tenant/marketing-cookie", severity: .warning,
            "`\(name)` is a marketing cookie, and the policy says that nothing is shared for ads.",
            at: span, related: fact.map { [Label(span: $0, text: "said here")] } ?? [], path: "cookies.own",
            help: "Say `shares_for_ads: true` if it is so, or give the cookie its true category.")
    }

    static func providersCookie(_ name: String, _ provider: Provider, at span: SourceSpan?) -> Diagnostic {
        Diagnostic(
            code: "tenant/providers-cookie", severity: .warning,
            "\(provider.brand) sets a cookie of the name `\(name)`, too.",
            at: span, path: "cookies.own",
            help: "Take it out: cookies of providers are declared by the catalogue.")
    }

    static func sharedSecretInTrial(
        _ environment: EnvironmentName, _ provider: Provider, path: String, at span: SourceSpan?, first: SourceSpan?
    ) -> Diagnostic {
        Diagnostic(
            code: "tenant/shared-secret-in-trial", severity: .warning,
            "`\(environment.rawValue)` uses the secret with which production signs in to \(provider.brand).",
            at: span, related: first.map { [Label(span: $0, text: "production has it here")] } ?? [], path: path,
            help: "Give the test system a secret of its own.")
    }

    static func capitalApplicationID(_ id: String, at span: SourceSpan?) -> Diagnostic {
        Diagnostic(
            code: "tenant/capital-application-id", severity: .warning,
            "`\(id)` has capital letters, and an application id can never be changed once it is published.",
            at: span, path: "app.android.application_id",
            help: "Write `\(id.lowercased())`, unless the app is in the store already.")
    }

    static func errorLooksPrimary(path: String, at span: SourceSpan?, error: SourceSpan?) -> Diagnostic {
        Diagnostic(
            code: "tenant/error-looks-primary", severity: .warning,
            "Buttons and error messages have the same colour.",
            at: span, related: error.map { [Label(span: $0, text: "the colour of errors")] } ?? [], path: path,
            help: "Give `error` a colour of its own.")
    }

    static func darkIsLight(at span: SourceSpan?, light: SourceSpan?) -> Diagnostic {
        Diagnostic(
            code: "tenant/dark-is-light", severity: .warning,
            "The dark background is brighter than the light one.",
            at: span, related: light.map { [Label(span: $0, text: "the light background")] } ?? [],
            path: "branding.colors.dark.background",
            help: "The two colour schemes are probably swapped.")
    }

    static func subtitleRepeatsName(at span: SourceSpan?) -> Diagnostic {
        Diagnostic(
            code: "tenant/subtitle-repeats-name", severity: .warning,
            "The subtitle only repeats the name that stands above it in the store.",
            at: span, path: "app.store",
            help: "Say what the shop does, and where.")
    }

    static func keywordRepeatsName(at span: SourceSpan?) -> Diagnostic {
        Diagnostic(
            code: "tenant/keyword-repeats-name", severity: .warning,
            "The App Store finds the app by its name already; this keyword wastes the room of another.",
            at: span, path: "app.store",
            help: "Take it out.")
    }

    static func repeatedDescription(at span: SourceSpan?, first: SourceSpan?) -> Diagnostic {
        Diagnostic(
            code: "tenant/repeated-description", severity: .warning,
            "The description only repeats the short description.",
            at: span, related: first.map { [Label(span: $0, text: "the short one")] } ?? [], path: "app.store",
            help: "Write what a customer can do with the app.")
    }
}
