import LiveryDiagnostics
import LiverySchema

// What the app talks to: api, integrations, analytics, cookies, billing.

extension Schema<API> {
    static var api: Schema<API> {
        object(
            "The API",
            Field("base_url", .baseURL, "Where the platform answers, https, without a slash at the end."),
            Field(
                "version",
                .patterned(
                    "an API version", "v[1-9][0-9]*", code: "tenant/invalid-api-version", help: "Write it as in `v1`.",
                    examples: ["v1"]),
                "The version in the path."),
            Field("timeout_seconds", .integer("a number of seconds", 1...120), "How long the app waits for an answer."),
            Field("retry", .retry, "How the app tries again."),
            Field("certificate_pins", .pins, "The public keys that the app trusts: none, or at least two."),
            Field("endpoints", .endpoints, "The path of each feature."),
            build: API.init)
    }
}

extension Schema<String> {
    fileprivate static var baseURL: Schema<String> {
        let address = httpsURL.described { shape in
            shape.changePattern { pattern in
                // A character before the last is anything but `?`, and the last is no slash either.
                let inner = urlCharacter.replacing("?", with: "")
                let last = inner.replacing("$-;", with: "$-.0-;")
                return pattern.replacing("[:/?]\(urlCharacter)*", with: ":?|[:/]\(inner)*\(last)")
            }
            shape.help = "Write an https address without a slash at its end and without a query."
            shape.examples = ["https://api.trackara.example"]
        }
        return address.checked { url, node, context in
            guard url.hasSuffix("/") || url.contains("?") else { return }
            context.report(
                .badScalar(
                    ScalarFault(
                        "tenant/invalid-url", "must end without a slash and without a query",
                        help: "The version and the path are added to it.",
                        replacement: url.contains("?") ? nil : String(url.dropLast())), at: node.span, in: context))
        }
    }
}

extension Schema<API.Retry> {
    fileprivate static var retry: Schema<API.Retry> {
        object(
            "Retry",
            Field("attempts", .integer("a number of attempts", 0...10), "How often the app tries again."),
            Field("backoff", .choice("a backoff"), "Whether the pause grows."),
            Field("initial_milliseconds", .integer("a number of milliseconds", 50...60_000), "The first pause."),
            build: API.Retry.init)
    }
}

extension Schema<[String]> {
    /// "Always include a backup key" (https://developer.android.com/privacy-and-security/security-config).
    fileprivate static var pins: Schema<[String]> {
        list(of: .certificatePin, count: 0...10).checked { pins, node, context in
            guard pins.count == 1 else { return }
            context.report(
                Diagnostic(
                    code: "tenant/single-pin", "One certificate pin alone locks every app out when the key changes.",
                    at: node.span, path: context.pathText, help: "Pin a backup key too, or pin none."))
        }
    }
}

extension Schema<[API.Endpoint]> {
    fileprivate static var endpoints: Schema<[API.Endpoint]> {
        let path = Schema<String>.patterned(
            "a path", "(/[a-z0-9_-]+)+", code: "tenant/invalid-path",
            help: "Start with `/`; lower-case letters, digits, `-` and `_` in each part: `/bookings`.",
            examples: ["/bookings"])
        return Schema<[KeyedValue<String>]>.map(
            keys: "feature", known: FeatureName.allCases.map(\.rawValue), of: path
        ) { entry, context in
            let known = FeatureName.allCases.map(\.rawValue)
            return known.contains(entry.key) ? nil : .unknownFeature(entry, known: known, in: context)
        }.map { paths in
            paths.compactMap { path in
                FeatureName(rawValue: path.key).map { API.Endpoint(feature: $0, path: path.value) }
            }
        }
    }
}

/// A value with the place that set it, for rules that run after decoding.
struct Located<Value: Sendable>: Sendable {
    let value: Value
    let span: SourceSpan
}

extension Schema {
    func located() -> Schema<Located<Value>> {
        Schema<Located<Value>>(shape: shape) { node, context in
            decode(node, &context).map { Located(value: $0, span: node.span) }
        }
    }
}

/// An integration as it is written, before the catalogue has been asked.
struct IntegrationDefinition: Sendable {
    let isEnabled: Bool
    let identifiers: [KeyedValue<Located<String>>]
    let secrets: [KeyedValue<Located<SecretReference>>]
    let sync: [KeyedValue<Located<[Located<Provider.Operation>]>>]
    let everyMinutes: Int
    let webhooks: Located<Bool>?
}

extension Schema<IntegrationDefinition> {
    static var integration: Schema<IntegrationDefinition> {
        let operations = Schema<[Located<Provider.Operation>]>.list(
            of: Schema<Provider.Operation>.choice("an operation").located(), count: 0...4, allowsSingle: true)
        return object(
            "An integration",
            Field("enabled", .boolean, default: true, "Whether the system is connected."),
            Field(
                "identifiers",
                .map(keys: "identifier", of: Schema<String>.text("an identifier", length: 1...200).located()),
                default: [],
                "What names the shop in that system; the catalogue says which."),
            Field(
                "secrets", .map(keys: "secret", of: Schema<SecretReference>.secretReference.located()), default: [],
                "Where the secrets are kept; never the secrets."),
            Field(
                "sync", .map(keys: "resource", of: operations.located()), default: [],
                "What is read and written, by resource."),
            Field(
                "every_minutes", .integer("a number of minutes", 1...1440), default: 15,
                "How often the platform looks for changes."),
            .optional("webhooks", Schema<Bool>.boolean.located(), "Whether the system's webhooks are used."),
            build: IntegrationDefinition.init)
    }
}

extension Schema<SecretReference> {
    /// `secret: PATH` or `env: NAME`.
    static var secretReference: Schema<SecretReference> {
        let pair = Schema<(String?, String?)>.object(
            "A reference to a secret",
            .optional(
                "secret",
                .patterned(
                    "a path in the secret store", "[a-z0-9_-]+(/[a-z0-9_-]+)*", code: "tenant/invalid-secret-reference",
                    help: "Lower-case parts joined by slashes: `tekmetric/oakwood/client-secret`.",
                    examples: ["tekmetric/oakwood/client-secret"]), "A path in the operator's secret store."),
            .optional(
                "env",
                .patterned(
                    "the name of an environment variable", "[A-Z][A-Z0-9_]*", code: "tenant/invalid-secret-reference",
                    help: "Capitals, digits and `_`: `TEKMETRIC_SECRET`.", examples: ["TEKMETRIC_SECRET"]),
                "An environment variable of the server."),
            build: { ($0, $1) })
        return Schema(shape: pair.shape.replacedWhole) { node, context in
            if case .scalar = node.content {
                context.report(.secretByValue(node, in: context))
                return nil
            }
            guard let found = pair.decode(node, &context) else { return nil }
            switch found {
            case (let path?, nil): return .secret(path)
            case (nil, let name?): return .environment(name)
            default:
                if node.entries.allSatisfy({ ["secret", "env"].contains($0.key) }), context.asksForWhole() {
                    context.report(.ambiguousSecret(at: context.keySpans.last ?? node.span, in: context))
                }
                return nil
            }
        }
    }
}

extension Schema<Analytics> {
    static var analytics: Schema<Analytics> {
        object(
            "Analytics",
            Field("google_analytics", .googleAnalytics, "Measures the web portal."),
            Field("firebase", .firebase, "Measures the apps."),
            Field("consent_mode", .consentMode, "What tags do before a visitor answers."),
            build: Analytics.init)
    }
}

extension Schema<Analytics.GoogleAnalytics?> {
    fileprivate static var googleAnalytics: Schema<Analytics.GoogleAnalytics?> {
        switchable(
            "Google Analytics",
            Field("measurement_id", .measurementID, "The id of the web stream."),
            Field("retention_months", .retentionMonths, "How long Google keeps user-level data: 2 or 14 months."),
            build: Analytics.GoogleAnalytics.init)
    }
}

extension Schema<Analytics.Firebase?> {
    fileprivate static var firebase: Schema<Analytics.Firebase?> {
        switchable(
            "Firebase",
            Field("ios_app_id", .firebaseAppID("ios"), "The id of the iOS app in Firebase."),
            Field("android_app_id", .firebaseAppID("android"), "The id of the Android app in Firebase."),
            Field(
                "project_id",
                .patterned(
                    "a Firebase project id", "[a-z][a-z0-9-]{4,28}[a-z0-9]", code: "tenant/invalid-firebase-id",
                    help:
                        "It stands in the Firebase console under Project settings: 6 to 30 lower-case letters, digits "
                        + "and hyphens.", examples: ["oakwood-auto"]), "The project."),
            Field("retention_months", .retentionMonths, "How long Google keeps user-level data: 2 or 14 months."),
            Field("crash_reports", .boolean, "Whether the apps send crash reports."),
            build: Analytics.Firebase.init)
    }
}

extension Schema<Int> {
    /// https://support.google.com/analytics/answer/7667196
    fileprivate static var retentionMonths: Schema<Int> {
        integer("a number of months", 2...14).described { $0.numbers = [2, 14] }.checked { months, node, context in
            guard months != 2, months != 14 else { return }
            context.report(
                .badScalar(
                    ScalarFault(
                        "tenant/invalid-retention", "can be 2 or 14",
                        help: "Google offers 2 and 14 months: https://support.google.com/analytics/answer/7667196"),
                    at: node.span, in: context))
        }
    }
}

extension Schema<Analytics.ConsentMode> {
    fileprivate static var consentMode: Schema<Analytics.ConsentMode> {
        object(
            "Consent mode",
            Field("mode", .choice("a consent mode"), "Basic loads nothing before consent; advanced loads it denied."),
            Field(
                "wait_milliseconds", .integer("a number of milliseconds", 0...10_000),
                "How long tags wait for an answer."),
            build: Analytics.ConsentMode.init)
    }
}

extension Schema<Cookies> {
    static var cookies: Schema<Cookies> {
        object(
            "Cookies",
            Field("banner", .choice("a banner"), "How the banner of the web portal looks."),
            Field("consent_days", .integer("a number of days", 1...365), "How long an answer holds."),
            Field("own", .list(of: .ownCookie, keyedBy: "name"), "Cookies that the portal sets itself."),
            build: Cookies.init)
    }
}

extension Schema<OwnCookie> {
    fileprivate static var ownCookie: Schema<OwnCookie> {
        object(
            "A cookie",
            Field(
                "name",
                .patterned(
                    "a cookie name", "[A-Za-z0-9!#$%&'*+.^_`|~-]{1,80}", code: "tenant/invalid-cookie-name",
                    help: "Letters, digits and `_` (a token of RFC 6265).", examples: ["portal_session"]),
                "The name of the cookie."),
            Field("category", .choice("a cookie category"), "What the visitor agrees to."),
            Field("purpose", .text("a sentence", length: 10...200), "What a visitor reads about it."),
            Field(
                "days", .integer("a number of days", 0...400),
                "How long it stays; 0 means until the browser is closed."),
            build: OwnCookie.init)
    }
}

extension Diagnostic {
    fileprivate static func unknownFeature(
        _ entry: LayeredNode.Entry, known: [String], in context: DecodingContext
    ) -> Diagnostic {
        let meant = Similarity.nearest(to: entry.key, in: known)
        return Diagnostic(
            code: "tenant/unknown-feature", "`\(entry.key)` is no feature.", at: entry.keySpan,
            label: meant.map { "did you mean `\($0)`?" }, path: context.pathText + "." + entry.key,
            help: "The features are \(joinedAsProse(known.map { "`\($0)`" })).",
            fixes: meant.map { [Fix(title: "Rename to `\($0)`", span: entry.keySpan, replacement: $0)] } ?? [])
    }

    /// What has the form of a path in the store is one; the edits stand around it, so that no report repeats it.
    fileprivate static func secretByValue(_ node: LayeredNode, in context: DecodingContext) -> Diagnostic {
        let span = node.span
        let isPath = TextPattern(source: "[a-z][a-z_-]*(/[a-z0-9_-]+)*/[a-z][a-z_-]*").matches(node.text ?? "")
        let edits = [(span.start, "{secret: "), (span.end, "}")].map { place, text in
            Fix(
                title: "Write it as a path in the secret store",
                span: SourceSpan(file: span.file, start: place, end: place), replacement: text)
        }
        return Diagnostic(
            code: "tenant/secret-by-value", "`\(context.pathText)` must say where the secret is kept, not the secret.",
            at: span, path: context.pathText,
            help: "Write `{secret: PATH}` for the secret store or `{env: NAME}` for a variable of the server.",
            fixes: isPath ? edits : [], isSensitive: true)
    }

    fileprivate static func ambiguousSecret(at span: SourceSpan, in context: DecodingContext) -> Diagnostic {
        Diagnostic(
            code: "tenant/invalid-secret-reference",
            "`\(context.pathText)` needs either `secret` or `env`, and just one.",
            at: span, path: context.pathText,
            help: "Write `{secret: PATH}` for the secret store or `{env: NAME}` for a variable of the server.")
    }
}
