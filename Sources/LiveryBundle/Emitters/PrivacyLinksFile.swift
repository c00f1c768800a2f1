import LiveryDiagnostics
import LiveryPrivacy
import LiveryTenant

/// `consent/privacy-links.json`: the links that the website and the app show, for those who build them.
enum PrivacyLinksFile {
    static func emit(_ tenant: Tenant, _ consent: ConsentSettings) -> EmittedFile {
        let bytes = JSONWriter.document { json in
            json.field("format_version", Bundle.formatVersion)
            json.field("shop", tenant.id)
            json.array("links") { list in
                for link in PrivacyLinks.derive(from: tenant, consent: consent).links {
                    list.element { entry in
                        entry.field("id", link.id.rawValue)
                        entry.field("text", link.text)
                        entry.strings("places", link.places.map(\.rawValue))
                        switch link.target {
                        case .policy(let section):
                            entry.field("document", "privacy/policy.en.html")
                            entry.field("section", orNull: section)
                        case .consentDialogue: entry.field("attribute", "data-cc=show-preferencesModal")
                        }
                        entry.field("asked_by", link.cite)
                    }
                }
            }
        }
        return EmittedFile(path: "consent/privacy-links.json", bytes: bytes)
    }
}

extension PrivacyLinksFile {
    private typealias Member = ArtifactMember

    static let schema = ArtifactSchema(
        "privacy-links", files: "consent/privacy-links.json", "The links that the website and the app must show.",
        .object([
            .formatVersion, .shop,
            Member(
                "links", "The policy first.",
                .list(
                    of: .object([
                        Member("id", "Which link.", .words(PrivacyLinks.ID.self)),
                        Member("text", "What it says; a law can prescribe it.", .text(examples: ["Privacy"])),
                        Member("places", "Where it stands.", .list(of: .words(PrivacyLinks.Place.self))),
                        Member(
                            optional: "document", "The file of the bundle to which it leads.",
                            .text(examples: ["privacy/policy.en.html"])),
                        Member(
                            optional: "section", "The anchor there; null for the top.",
                            .orNull(.text("[a-z-]+", examples: ["law-california"]))),
                        Member(
                            optional: "attribute", "For a button instead of a link: what opens the consent library.",
                            .text(examples: ["data-cc=show-preferencesModal"])),
                        Member("asked_by", "The law.", .text(examples: ["GDPR Art. 7(3)"])),
                    ]))),
        ]))
}
