import LiveryDiagnostics
import LiverySchema

// The areas that are about the business and its look: operator, shop, branding, app.

extension Schema<PostalAddress> {
    static var address: Schema<PostalAddress> {
        object(
            "An address",
            Field("street", .text("a street and number"), "The street and number."),
            .optional("street2", .text("a second line"), "A second line, such as a suite."),
            Field("city", .text("a city"), "The city."),
            Field("region", .region, "The ISO 3166-2 region, such as `US-TX`."),
            Field(
                "postal_code", .text("a postal code", length: 2...12),
                "The postal code, in quotes if it has a leading zero."),
            build: PostalAddress.init)
    }
}

extension Schema<Operator> {
    static var `operator`: Schema<Operator> {
        object(
            "The operator",
            Field("name", .text("a name"), "The name that people know."),
            Field("legal_name", .text("a name"), "The contracting entity."),
            Field("email", .email, "Where customers and shops write."),
            .optional("phone", .phone, "The operator's phone, E.164."),
            Field("website", .httpsURL, "The operator's website."),
            Field("privacy_policy", .httpsURL, "The operator's own policy, for what it decides itself."),
            Field("address", .address, "Where post reaches the operator."),
            Field(
                "service_providers", .list(of: .serviceProvider, keyedBy: "id"),
                "The companies that process data for the operator."),
            Field(
                "security", .list(of: .choice("a security measure"), count: 1...7),
                "The measures that are in place; the policy names just these."),
            Field(
                "backup_days", .integer("a number of days", 0...365),
                "How many days a deleted record stays in backups."),
            .optional(
                "transfer_safeguard", .choice("a safeguard"),
                "What protects data that leaves Europe: GDPR Art. 45 and 46."),
            build: Operator.init)
    }
}

extension Schema<ServiceProvider> {
    static var serviceProvider: Schema<ServiceProvider> {
        object(
            "A service provider",
            Field("id", .slug, "A short name for this list."),
            Field("name", .text("a name"), "The company's name."),
            Field("job", .choice("a job"), "What the company does for the operator."),
            Field("country", .country, "Where it works, ISO 3166-1."),
            .optional("privacy_policy", .httpsURL, "Its privacy policy."),
            build: ServiceProvider.init)
    }
}

extension Schema<String> {
    /// What names a shop, a group or an item of a list, and becomes part of paths and addresses.
    static var slug: Schema<String> {
        patterned(
            "a slug", "[a-z0-9]+(-[a-z0-9]+)*", code: "tenant/invalid-slug",
            help: "Lower-case letters and digits, joined by single hyphens: `oak-wood`.", examples: ["oakwood"])
    }
}

extension Schema<Shop> {
    static var shop: Schema<Shop> {
        object(
            "A shop",
            Field("name", .text("a name", length: 1...80), "The name over the door."),
            .optional(
                "legal_name", .text("a name", length: 1...120), "The entity behind the shop, if it has another name."),
            Field("email", .email, "Where customers write."),
            Field("phone", .phone, "Where customers call, E.164."),
            .optional("website", .httpsURL, "The shop's website."),
            Field("address", .address, "Where the shop is."),
            Field("time_zone", .timeZone, "The IANA time zone of the opening hours."),
            .optional("hours", .openingHours, "When the shop is open; a missing day is closed."),
            Field("locations", .list(of: .location, keyedBy: "id"), default: [], "Further places of the business."),
            build: { name, legalName, email, phone, website, address, timeZone, hours, locations in
                Shop(
                    name: name, legalName: legalName ?? name, email: email, phone: phone, website: website,
                    address: address, timeZone: timeZone, hours: hours ?? OpeningHours(days: []), locations: locations)
            })
    }
}

extension Schema<Location> {
    static var location: Schema<Location> {
        object(
            "A location",
            Field("id", .slug, "A short name for the place."),
            Field("name", .text("a name", length: 1...80), "What customers call the place."),
            Field("address", .address, "Where it is."),
            Field("phone", .phone, "Where customers call, E.164."),
            .optional("hours", .openingHours, "When it is open."),
            build: { id, name, address, phone, hours in
                Location(id: id, name: name, address: address, phone: phone, hours: hours ?? OpeningHours(days: []))
            })
    }
}

extension Schema<Branding> {
    /// App name: 2 to 30 characters in the App Store
    /// (https://developer.apple.com/help/app-store-connect/reference/app-information/), 30 in Google Play.
    static var branding: Schema<Branding> {
        object(
            "Branding",
            Field(
                "app_name", .text("an app name", length: 2...30),
                "The name in the stores, 2 to 30 characters."),
            .optional(
                "short_name", .text("a short name", length: 1...12),
                "The name under the icon, at most 12 characters."),
            Field("colors", .colors, "A colour for each role, light and dark."),
            .optional("logo", .asset(["svg", "png"]), "The logo, below `assets/`."),
            .optional("logo_dark", .asset(["svg", "png"]), "The logo for dark screens."),
            .optional("icon", .asset(["png"]), "The app icon: PNG, 1024 by 1024 pixels, no transparency."),
            Field("typography", .typography, "The fonts of the app."),
            build: { appName, shortName, colors, logo, logoDark, icon, typography in
                Branding(
                    appName: appName, shortName: shortName ?? String(appName.prefix(12)), light: colors.light,
                    dark: colors.dark, logo: logo, logoDark: logoDark, icon: icon, typography: typography)
            })
    }
}

struct SchemePair: Sendable {
    let light: ColorScheme
    let dark: ColorScheme
}

extension Schema<SchemePair> {
    fileprivate static var colors: Schema<SchemePair> {
        object(
            "Colours",
            Field("light", .colorScheme, "The colours on light screens."),
            Field("dark", .colorScheme, "The colours on dark screens."),
            build: SchemePair.init)
    }
}

extension Schema<ColorScheme> {
    fileprivate static var colorScheme: Schema<ColorScheme> {
        object(
            "A colour scheme",
            Field("primary", .color, "Buttons and the header."),
            Field("on_primary", .color, "Text on `primary`."),
            Field("secondary", .color, "Chips and secondary buttons."),
            Field("on_secondary", .color, "Text on `secondary`."),
            Field("background", .color, "Behind everything."),
            Field("on_background", .color, "Text on `background`."),
            Field("surface", .color, "Cards and sheets."),
            Field("on_surface", .color, "Text on `surface`."),
            Field("error", .color, "Faults in forms."),
            Field("on_error", .color, "Text on `error`."),
            Field("outline", .color, "Borders of fields."),
            build: ColorScheme.init
        ).checked(checkContrast)
    }
}

extension Schema<Typography> {
    fileprivate static var typography: Schema<Typography> {
        object(
            "Typography",
            Field("heading_font", .text("a font family", length: 1...60), "The font of headings."),
            Field("body_font", .text("a font family", length: 1...60), "The font of text."),
            Field("base_size", .integer("a size in pixels", 14...24), "The size of body text, in CSS pixels."),
            build: Typography.init)
    }
}

extension Schema<App> {
    static var app: Schema<App> {
        object(
            "The app",
            Field("ios", .ios, "The iOS app."),
            Field("android", .android, "The Android app."),
            .optional("deep_link_domain", .domain, "The host of the links that open the app."),
            Field(
                "locales", .list(of: .locale, count: 1...20), "The languages of the app, first the default."),
            Field("store", .store, "The listing in each language."),
            Field(
                "sign_in", .list(of: .choice("a way to sign in"), count: 1...4),
                "How customers open an account; Google Play asks."),
            Field(
                "account_deletion_url", .httpsURL,
                "Where customers have their account deleted without the app; Google Play asks it of every app."),
            .optional(
                "data_deletion_url", .httpsURL, "Where customers have data deleted and keep their account."),
            build: { ios, android, domain, locales, store, signIn, accountDeletion, dataDeletion in
                App(
                    ios: ios, android: android, deepLinkDomain: domain, locales: locales,
                    store: locales.compactMap { locale in store.first { $0.key == locale }?.value(locale) },
                    signIn: signIn, accountDeletionURL: accountDeletion, dataDeletionURL: dataDeletion)
            }
        ).checked(checkLocales)
    }
}

extension Schema<IOSApp> {
    fileprivate static var ios: Schema<IOSApp> {
        object(
            "The iOS app",
            Field("bundle_id", .bundleID, "The bundle id, reverse DNS."),
            Field("team_id", .teamID, "The team that signs, from Apple."),
            Field("minimum_os", .systemVersion("iOS", atLeast: 12), "The oldest iOS that the app runs on."),
            build: IOSApp.init)
    }
}

extension Schema<AndroidApp> {
    fileprivate static var android: Schema<AndroidApp> {
        object(
            "The Android app",
            Field("application_id", .applicationID, "The application id, reverse DNS."),
            Field(
                "signing_fingerprints", .list(of: .fingerprint, count: 0...10), default: [],
                "SHA-256 of the signing certificates, for links that open the app."),
            Field("minimum_os", .systemVersion("Android", atLeast: 8), "The oldest Android that the app runs on."),
            build: AndroidApp.init)
    }
}

/// A listing before it knows its language.
struct StoreTexts: Sendable {
    let subtitle: String
    let shortDescription: String
    let description: String
    let keywords: [String]

    func callAsFunction(_ locale: String) -> StoreListing {
        StoreListing(
            locale: locale, subtitle: subtitle, shortDescription: shortDescription, description: description,
            keywords: keywords)
    }
}

extension Schema<[KeyedValue<StoreTexts>]> {
    /// App Store: subtitle 30 characters, keywords 100 bytes, description 4,000
    /// (https://developer.apple.com/help/app-store-connect/reference/app-information/). Google Play: short description
    /// 80, description 4,000.
    fileprivate static var store: Schema<[KeyedValue<StoreTexts>]> {
        let texts = Schema<StoreTexts>.object(
            "A store listing",
            Field("subtitle", .text("a subtitle", length: 1...30), "App Store: at most 30 characters."),
            Field(
                "short_description", .text("a short description", length: 1...80),
                "Google Play: at most 80 characters."),
            Field(
                "description", .text("a description", length: 1...4000, allowsBreaks: true),
                "Both stores: at most 4,000 characters."),
            Field(
                "keywords", .list(of: .text("a keyword", length: 1...50), count: 0...40), default: [],
                "App Store: at most 100 bytes, joined by commas."),
            build: StoreTexts.init
        ).checked(checkKeywords)
        return map(keys: "locale", pattern: Locales.pattern, of: texts) { entry, context in
            guard !Locales.isWellFormed(entry.key) else { return nil }
            return .invalidLocaleKey(entry, in: context)
        }
    }
}

@Sendable private func checkKeywords(_ texts: StoreTexts, node: LayeredNode, context: inout DecodingContext) {
    let bytes = texts.keywords.joined(separator: ",").utf8.count
    guard bytes > 100, let entry = node.entry("keywords") else { return }
    context.report(
        Diagnostic(
            code: "tenant/keywords-too-long", "The keywords take \(bytes) bytes, and the App Store has room for 100.",
            at: entry.keySpan, path: context.pathText + ".keywords", help: "Leave out \(bytes - 100) bytes of keywords."
        ))
}

@Sendable private func checkLocales(_ app: App, node: LayeredNode, context: inout DecodingContext) {
    guard context.asksForWhole(), let locales = node.entry("locales"), let store = node.entry("store"),
        case .sequence(let items) = locales.value.content
    else { return }
    var unspoken = store.value.entries.filter { !app.locales.contains($0.key) }
    for item in items {
        guard let locale = item.text, store.value.entry(locale) == nil else { continue }
        // `en` here and `en-US` there are one slip.
        let language = locale.prefix { $0 != "-" }
        if let meant = unspoken.firstIndex(where: { $0.key.prefix { $0 != "-" } == language }) {
            context.report(.otherLocale(locale, at: item.span, texts: unspoken.remove(at: meant), in: context))
        } else {
            context.report(.localeWithoutTexts(locale, at: item.span, store: store.keySpan, in: context))
        }
    }
    for entry in unspoken {
        context.report(.textsWithoutLocale(entry, locales: locales.keySpan, in: context))
    }
}

extension Diagnostic {
    fileprivate static func invalidLocaleKey(_ entry: LayeredNode.Entry, in context: DecodingContext) -> Diagnostic {
        let mended = Locales.mended(entry.key)
        return Diagnostic(
            code: "tenant/invalid-locale", "`\(entry.key)` is no BCP 47 locale.", at: entry.keySpan,
            path: context.pathText, help: "Write the language in lower case and the region in capitals, as in `en-US`.",
            fixes: mended.map { [Fix(title: "Rename to `\($0)`", span: entry.keySpan, replacement: $0)] } ?? [])
    }

    fileprivate static func localeWithoutTexts(
        _ locale: String, at span: SourceSpan, store: SourceSpan, in context: DecodingContext
    ) -> Diagnostic {
        Diagnostic(
            code: "tenant/locale-without-texts", "The app speaks `\(locale)`, but the stores have no texts in it.",
            at: span, related: [Label(span: store, text: "the texts stand here")],
            path: context.pathText + ".locales",
            help: "Add `\(locale)` under `app.store`, or take it out of `app.locales`.")
    }

    fileprivate static func otherLocale(
        _ locale: String, at span: SourceSpan, texts: LayeredNode.Entry, in context: DecodingContext
    ) -> Diagnostic {
        Diagnostic(
            code: "tenant/locale-without-texts",
            "The app speaks `\(locale)`, but the texts of the stores are in `\(texts.key)`.", at: span,
            related: [Label(span: texts.keySpan, text: "the texts stand here")], path: context.pathText + ".locales",
            help: "Write one of them in both places.",
            fixes: [Fix(title: "Write `\(texts.key)`", span: span, replacement: texts.key)])
    }

    fileprivate static func textsWithoutLocale(
        _ entry: LayeredNode.Entry, locales: SourceSpan, in context: DecodingContext
    ) -> Diagnostic {
        Diagnostic(
            code: "tenant/texts-without-locale",
            "There are store texts in `\(entry.key)`, but the app does not speak it.", at: entry.keySpan,
            related: [Label(span: locales, text: "the languages of the app")],
            path: context.pathText + ".store." + entry.key,
            help: "Add `\(entry.key)` to `app.locales`, or delete the texts.")
    }
}
