import LiveryDiagnostics
import LiverySchema

// One provider file: `Catalogue/ID.yaml` in the compiler, `integrations/ID.yaml` in a workspace.

extension Schema<@Sendable (String) -> Provider> {
    /// The id is the name of the file, which the text does not have.
    static let provider: Self = object(
        "A provider",
        Field("livery", .formatVersion, "The version of the format: 1."),
        Field("kind", .choice("a kind of provider"), "What the provider is."),
        Field("name", .fact, "The brand as its owner writes it."),
        Field("legal_name", .fact, default: .unknown, "The entity behind it."),
        Field("website", .fact, default: .unknown, "Its website."),
        Field("privacy_policy", .fact, default: .unknown, "Its privacy policy."),
        Field("country", .fact, default: .unknown, "Where it works, ISO 3166-1."),
        Field("api", .providerAPI, default: .unknown, "How it is reached."),
        Field(
            "identifiers", .map(keys: "identifier", of: .identifier), default: [], "What a shop must or can give."),
        Field("secrets", .map(keys: "secret", of: .secret), default: [], "What the secret store must hold."),
        Field("resources", .map(keys: "resource", of: .resource), default: [], "The read/write matrix."),
        Field("cookies", .list(of: .providerCookie, keyedBy: "name"), default: [], "The cookies that it sets."),
        Field("receives", .list(of: .choice("a kind of data")), default: [], "The data that reaches it."),
        Field("sends", .list(of: .choice("a kind of data")), default: [], "The data that comes from it."),
        build: {
            _, kind, name, legalName, website, policy, country, api, identifiers, secrets, resources, cookies,
            receives, sends in
            { id in
                Provider(
                    id: id, kind: kind, name: name, legalName: legalName, website: website, privacyPolicy: policy,
                    country: country, api: api, identifiers: identifiers.map { $0.value($0.key) },
                    secrets: secrets.map { $0.value($0.key) }, resources: resources.map { $0.value($0.key) },
                    cookies: cookies, receives: receives, sends: sends)
            }
        })
}

extension Schema<Int> {
    /// `livery: 1`.
    static var formatVersion: Schema<Int> {
        integer("a format version", 0...999).described { $0.numbers = [1] }.checked { version, node, context in
            guard version != 1 else { return }
            context.report(
                Diagnostic(
                    code: "tenant/format-version", "This compiler reads format version 1, not \(version).",
                    at: node.span, path: "livery",
                    help: "Write `livery: 1`, or use the compiler that the file was written for."))
        }
    }
}

extension Fact<String> {
    static var unknown: Fact<String> { Fact(value: nil, source: FactSource(mark: .unknown, reference: nil)) }
}

extension ProviderAPI {
    static var unknown: ProviderAPI {
        ProviderAPI(
            style: .unknown, productionURL: .unknown, sandboxURL: .unknown, authentication: .unknown,
            webhooks: .unknown, webhookSignature: .unknown, rateLimit: .unknown, pagination: .unknown)
    }
}

extension Schema<Fact<String>> {
    fileprivate static var fact: Schema<Fact<String>> {
        object(
            "A fact",
            .optional("value", .text("a value", length: 1...500), "What is known; absent when nothing is."),
            Field("mark", .choice("a confidence mark"), "How sure it is."),
            .optional("source", .text("a source", length: 1...500), "Where it stands."),
            build: { value, mark, source in
                Fact(value: value, source: FactSource(mark: mark, reference: source))
            }
        ).checked { fact, node, context in
            guard fact.value != nil, fact.source.mark != .unknown, fact.source.reference == nil else { return }
            context.report(.factWithoutSource(node, in: context))
        }
    }
}

extension Schema<ProviderAPI> {
    fileprivate static var providerAPI: Schema<ProviderAPI> {
        object(
            "A provider's API",
            Field("style", .fact, default: .unknown, "Such as `REST, JSON`."),
            Field("production_url", .fact, default: .unknown, "The base URL for live data."),
            Field("sandbox_url", .fact, default: .unknown, "The base URL for trials."),
            Field("authentication", .fact, default: .unknown, "How calls are signed."),
            Field("webhooks", .fact, default: .unknown, "Whether and how it calls back."),
            Field("webhook_signature", .fact, default: .unknown, "How a call back is verified."),
            Field("rate_limit", .fact, default: .unknown, "How many calls it takes."),
            Field("pagination", .fact, default: .unknown, "How long lists are read."),
            build: ProviderAPI.init)
    }
}

extension Schema {
    /// The part of a map's entry that still lacks its key.
    fileprivate typealias Named<Item> = @Sendable (String) -> Item
}

extension Schema<@Sendable (String) -> Provider.Identifier> {
    fileprivate static var identifier: Self {
        object(
            "An identifier",
            Field("title", .text("a title"), "What a person calls it."),
            .optional("pattern", .expression, "A regular expression over the whole value."),
            .optional("example", .text("an example"), "One that could be."),
            Field("required", .boolean, default: true, "Whether each shop must give it."),
            Field("mark", .choice("a confidence mark"), "How sure it is."),
            .optional("source", .text("a source", length: 1...500), "Where it stands."),
            build: { title, pattern, example, isRequired, mark, source in
                { key in
                    Provider.Identifier(
                        key: key, title: title, pattern: pattern, example: example, isRequired: isRequired,
                        source: FactSource(mark: mark, reference: source))
                }
            })
    }
}

extension Schema<TextPattern> {
    fileprivate static var expression: Schema<TextPattern> {
        let shape = ScalarShape(.string, "a regular expression", length: 1...300)
        return scalar(shape) { text throws(ScalarFault) in
            let pattern = TextPattern(source: text)
            guard pattern.isValid else {
                throw ScalarFault("tenant/invalid-pattern", "is no regular expression", help: "Check its brackets.")
            }
            return pattern
        }
    }
}

extension Schema<@Sendable (String) -> Provider.Secret> {
    fileprivate static var secret: Self {
        object(
            "A secret",
            Field("title", .text("a title"), "What a person calls it."),
            Field("scope", .choice("a scope"), "Whether one serves all shops."),
            Field("mark", .choice("a confidence mark"), "How sure it is."),
            .optional("source", .text("a source", length: 1...500), "Where it stands."),
            build: { title, scope, mark, source in
                { key in
                    Provider.Secret(
                        key: key, title: title, scope: scope, source: FactSource(mark: mark, reference: source))
                }
            })
    }
}

extension Schema<@Sendable (String) -> Provider.Resource> {
    fileprivate static var resource: Self {
        object(
            "A resource",
            Field("operations", .list(of: .choice("an operation"), count: 0...4), "What is known to be possible."),
            .optional("note", .text("a note", length: 1...500), "What to know about it."),
            Field("mark", .choice("a confidence mark"), "How sure it is."),
            .optional("source", .text("a source", length: 1...500), "Where it stands."),
            build: { operations, note, mark, source in
                { key in
                    Provider.Resource(
                        name: key, operations: operations, note: note,
                        source: FactSource(mark: mark, reference: source))
                }
            })
    }
}

extension Schema<Provider.Cookie> {
    fileprivate static var providerCookie: Schema<Provider.Cookie> {
        object(
            "A cookie",
            Field(
                "name", .text("a cookie name", length: 1...80),
                "Its name; `<container-id>` stands for a part of the shop's."),
            Field("category", .choice("a cookie category"), "What the visitor agrees to."),
            Field("purpose", .text("a sentence", length: 5...200), "What a visitor reads about it."),
            Field("duration", .text("a span of time", length: 3...60), "How long it stays."),
            Field("mark", .choice("a confidence mark"), "How sure it is."),
            .optional("source", .text("a source", length: 1...500), "Where it stands."),
            build: { name, category, purpose, duration, mark, source in
                Provider.Cookie(
                    name: name, category: category, purpose: purpose, duration: duration,
                    source: FactSource(mark: mark, reference: source))
            })
    }
}

extension Diagnostic {
    fileprivate static func factWithoutSource(_ node: LayeredNode, in context: DecodingContext) -> Diagnostic {
        Diagnostic(
            code: "tenant/fact-without-source", "`\(context.pathText)` says what is so, but not who says it.",
            at: node.entry("mark")?.keySpan ?? node.span, path: context.pathText,
            help: "Add `source:` with the page that you read, or write `mark: unknown`.")
    }
}
