import LiveryPrivacy
import LiveryTenant

/// `privacy/policy.<locale>.*`, what the shop tells its customers, and `privacy/partner-notice.<locale>.*`, what the
/// operator tells the shop: each as a page, as Markdown and as plain text.
enum PolicyFiles {
    static func policy(_ document: PolicyDocument, _ tenant: Tenant, _ assets: [String: [UInt8]]) -> [BundleFile] {
        let contact = tenant.privacy.contact
        let page = PolicyPage(
            document: document, country: tenant.shop.address.region.country, branding: tenant.branding,
            contact: PolicyPage.Contact(name: contact.name, email: contact.email, phone: contact.phone),
            logo: Logo(tenant.branding, assets: assets))
        return files("policy", document, page)
    }

    /// The operator speaks here, so the shop's logo stays away.
    static func partnerNotice(_ document: PolicyDocument, _ tenant: Tenant) -> [BundleFile] {
        let sender = tenant.operator
        let page = PolicyPage(
            document: document, country: tenant.shop.address.region.country, branding: tenant.branding,
            contact: PolicyPage.Contact(name: sender.name, email: sender.email, phone: sender.phone), logo: nil)
        return files("partner-notice", document, page)
    }

    private static func files(_ name: String, _ document: PolicyDocument, _ page: PolicyPage) -> [BundleFile] {
        let path = "privacy/\(name).\(document.locale)"
        return [
            BundleFile(path: "\(path).html", bytes: page.bytes),
            BundleFile(path: "\(path).md", bytes: MarkdownPolicy.render(document, country: page.country)),
            BundleFile(path: "\(path).txt", bytes: TextPolicy.render(document, country: page.country)),
        ]
    }
}
