package import LiveryTenant

/// The links that the website and the settings of the app must show, with the words that a law prescribes for them.
package struct PrivacyLinks: Sendable {
    package let links: [Link]

    package struct Link: Sendable {
        package let id: ID
        package let text: String
        package let places: [Place]
        /// Where the link leads: a section of the policy, or the dialogue of the consent library.
        package let target: Target
        /// Who asks for it.
        package let cite: String
    }

    package enum ID: String, CaseIterable, Sendable {
        case privacyPolicy = "privacy_policy"
        case cookieChoices = "cookie_choices"
        case doNotSell = "do_not_sell"
        case limitSensitive = "limit_sensitive"
    }

    package enum Place: String, CaseIterable, Sendable {
        /// The foot of each page.
        case website
        case appSettings = "app_settings"
    }

    package enum Target: Sendable {
        case policy(section: String?)
        case consentDialogue
    }

    package static func derive(from tenant: Tenant, consent: ConsentSettings) -> PrivacyLinks {
        let words = ClauseLibrary.english.words
        var links = [
            Link(
                id: .privacyPolicy, text: words["link.policy"], places: Place.allCases, target: .policy(section: nil),
                cite: "Cal. Bus. & Prof. Code 22577(b); 11 CCR as of 2026")
        ]
        if consent.banner != nil {
            links.append(
                Link(
                    id: .cookieChoices, text: words["consent.choices"], places: [.website], target: .consentDialogue,
                    cite: "GDPR Art. 7(3)"))
        }
        for law in Law.applying(to: tenant) where law.id == "us-ca-ccpa" {
            for literal in law.literals where law.holds(literal.when, for: tenant) {
                links.append(
                    Link(
                        id: literal.when == .givesData ? .doNotSell : .limitSensitive, text: literal.text,
                        places: Place.allCases, target: .policy(section: law.annex), cite: literal.cite.text))
            }
        }
        return PrivacyLinks(links: links)
    }
}
