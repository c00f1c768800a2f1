import LiveryPrivacy
import LiveryTenant

/// `consent/cookieconsent.js`: the settings of the web portal's consent library, orestbida/cookieconsent 3.1.0, as an
/// ES module, for a regular expression cannot stand in JSON. Nothing where nobody is asked.
///
/// Keys: `types/index.d.ts` of that version. Titles, descriptions and cells are set as HTML by the library, so every
/// text is escaped for HTML first and for the script then.
enum CookieConsentModule {
    static func emit(_ tenant: Tenant, _ dataMap: DataMap, _ consent: ConsentSettings) -> EmittedFile? {
        guard let banner = consent.banner, let texts = ConsentTexts.derive(from: consent) else { return nil }
        let measuresWeb = consent.providers.contains { $0.id == "google_analytics" }
        var text = header
        text += mode(banner.asksFirst)
        if measuresWeb { text += update(tenant, banner) }
        text += """

            /** The settings for a visitor from a region. */
            export function configuration(region) {
              const chosen = mode(region);
              const runsBefore = chosen === "opt-out";
              return {
                mode: chosen,
                revision: \(revision(tenant, dataMap, consent, banner)),
                cookie: { name: \(string(ConsentSettings.consentCookie)), expiresAfterDays: \(banner.consentDays), \
            sameSite: "Lax" },
            \(options(banner.style))
            \(measuresWeb ? "    onConsent: tellTags,\n    onChange: tellTags,\n" : "")\
                categories: {
                  necessary: { enabled: true, readOnly: true },
            \(banner.categories.map { category($0, consent) }.joined())\
                },
                language: {
                  default: \(string(texts.locale)),
                  translations: { \(string(texts.locale)): translation(runsBefore) },
                },
              };
            }

            \(translation(texts))
            export default configuration();

            """
        return EmittedFile(path: "consent/cookieconsent.js", bytes: Array(text.utf8))
    }

    private static let header = """
        // Settings of the cookie question on the web portal, for the library cookieconsent 3.1.0:
        //
        //     import * as CookieConsent from "vanilla-cookieconsent";
        //     import { configuration } from "./cookieconsent.js";
        //     CookieConsent.run(configuration("US-TX"));
        //
        // Give the visitor's country (ISO 3166-1) or region (ISO 3166-2); without it, nothing
        // optional runs before a yes.
        // So that an answer can be changed, each page needs a button with data-cc="show-preferencesModal".
        // A script that waits for a yes is written <script type="text/plain" data-category="analytics">.


        """

    /// The library knows no regions: the mode is chosen here. Global Privacy Control counts as "ask first".
    private static func mode(_ asksFirst: ConsentSettings.Banner.AsksFirst) -> String {
        guard asksFirst == .optOut else {
            return """
                /** Everybody is asked first. */
                export function mode() {
                  return "opt-in";
                }

                """
        }
        return """
            /** Where the law asks for a yes first. */
            export const optInRegions = \(ScriptText.list(ConsentSettings.optInRegions));

            export function mode(region) {
              if (typeof region !== "string" || region === "") return "opt-in";
              if (globalThis.navigator?.globalPrivacyControl === true) return "opt-in";
              const asksFirst = optInRegions.some(
                (place) => region === place || region.startsWith(place + "-") || place.startsWith(region + "-"),
              );
              return asksFirst ? "opt-in" : "opt-out";
            }

            """
    }

    /// Tells Google's tags the answer: Consent Mode v2. Ads stay denied unless the shop gives data for ads at all.
    private static func update(_ tenant: Tenant, _ banner: ConsentSettings.Banner) -> String {
        let asksForAds = tenant.privacy.sharesForAds && banner.categories.contains(.marketing)
        let ads =
            asksForAds
            ? "globalThis.navigator?.globalPrivacyControl !== true && cookie.categories.includes(\"marketing\") "
                + "? \"granted\" : \"denied\"" : "\"denied\""
        return """

            function tellTags({ cookie }) {
              if (typeof globalThis.gtag !== "function") return;
              const ads = \(ads);
              globalThis.gtag("consent", "update", {
                analytics_storage: cookie.categories.includes("analytics") ? "granted" : "denied",
                ad_storage: ads,
                ad_user_data: ads,
                ad_personalization: ads,
              });
            }

            """
    }

    /// Yes and no look the same and stand side by side.
    private static func options(_ style: Cookies.Banner) -> String {
        let (layout, position) =
            switch style {
            case .bar: ("bar", "bottom")
            case .box: ("box", "bottom right")
            case .cloud: ("cloud", "bottom center")
            }
        return """
                guiOptions: {
                  consentModal: {
                    layout: "\(layout)", position: "\(position)", equalWeightButtons: true, flipButtons: false,
                  },
                  preferencesModal: { layout: "box", equalWeightButtons: true, flipButtons: false },
                },
            """
    }

    /// A no removes the cookies that a category set, also those of an identifier that the shop had before.
    private static func category(_ category: CookieCategory, _ consent: ConsentSettings) -> String {
        var names: [String] = []
        for cookie in consent.cookies where cookie.category == category {
            let name = cookie.prefix.map(ScriptText.pattern) ?? string(cookie.name)
            if !names.contains(name) { names.append(name) }
        }
        let cookies = names.map { "{ name: \($0) }" }.joined(separator: ", ")
        return "      \(category.rawValue): { enabled: runsBefore, autoClear: { cookies: [\(cookies)] } },\n"
    }

    private static func translation(_ texts: ConsentTexts) -> String {
        let headers = texts.columns.map { "\($0.key): \(html($0.heading))" }.joined(separator: ", ")
        var sections = ""
        for section in texts.sections {
            sections += """
                        {
                          title: \(html(section.title)),
                          description: \(html(section.description)),
                          linkedCategory: \(string(section.category.rawValue)),
                          cookieTable: {
                            headers: { \(headers) },
                            body: [

                """
            for row in section.rows {
                sections += """
                                  { name: \(html(row.name)), provider: \(html(row.provider)), \
                    purpose: \(html(row.purpose)), duration: \(html(row.duration)) },

                    """
            }
            sections += "            ],\n          },\n        },\n"
        }
        return """
            function translation(runsBefore) {
              return {
                consentModal: {
                  title: \(html(texts.title)),
                  description:
                    (globalThis.navigator?.globalPrivacyControl === true ? \(html(texts.signal + " ")) : "")
                    + (runsBefore ? \(html(texts.askLater)) : \(html(texts.askFirst)))
                    + " {{revisionMessage}}",
                  revisionMessage: \(html(texts.asksAgain)),
                  acceptAllBtn: \(html(texts.acceptAll)),
                  acceptNecessaryBtn: \(html(texts.rejectAll)),
                  showPreferencesBtn: \(html(texts.choose)),
                },
                preferencesModal: {
                  title: \(html(texts.choices)),
                  acceptAllBtn: \(html(texts.acceptAll)),
                  acceptNecessaryBtn: \(html(texts.rejectAll)),
                  savePreferencesBtn: \(html(texts.save)),
                  closeIconLabel: \(html(texts.close)),
                  sections: [
            \(sections)\
                  ],
                },
              };
            }

            """
    }

    private static func string(_ text: String) -> String { ScriptText.string(text) }

    private static func html(_ text: String) -> String { ScriptText.string(XMLText.escaped(text)) }

    /// Another number makes the library ask again. It changes when what a visitor said yes or no to has changed: who
    /// measures, what is asked, which optional cookies there are and for how long, what is done with the data, and
    /// whether a yes is needed at all. It stays when only looks, names of buttons, necessary cookies or the order of a
    /// definition change, when a sentence differs in case, spaces or its full stop, and when the shop has another name.
    /// That something is no longer asked makes another revision too: nobody here knows what was asked before.
    private static func revision(
        _ tenant: Tenant, _ dataMap: DataMap, _ consent: ConsentSettings, _ banner: ConsentSettings.Banner
    ) -> Int {
        var lines = ["asks \(banner.asksFirst.rawValue)"]
        lines += banner.categories.map { "category \($0.rawValue)" }
        lines += consent.providers.map { "provider \($0.id) keeps \($0.retentionMonths) months" }
        for cookie in consent.cookies where cookie.category != .necessary {
            let provider = cookie.provider == tenant.shop.name ? "" : cookie.provider
            let parts = [cookie.prefix ?? cookie.name, provider, cookie.category.rawValue, cookie.duration]
            lines.append("cookie " + (parts + [cookie.purpose.withoutForm]).joined(separator: "\t"))
        }
        for row in dataMap.rows where row.purposes.contains(.measuring) {
            let companies = row.recipients.filter { $0.role == .analytics }
            lines.append("data \(row.category.rawValue)")
            lines += companies.map { "goes to \($0.name) \($0.country ?? "")" }
        }
        let privacy = tenant.privacy
        lines.append("sells \(privacy.sellsData) ads \(privacy.sharesForAds)")
        lines += privacy.soldData.map { "gives \($0.rawValue)" } + privacy.trackingDomains.map { "to \($0)" }
        let digest = SHA256.digest(Array(lines.sorted().joined(separator: "\n").utf8))
        let number = digest.prefix(4).reduce(0) { $0 << 8 | Int($1) } & 0x7FFF_FFFF
        // 0 is what the library takes for no revision.
        return max(number, 1)
    }
}
