import LiveryPrivacy
import LiveryTenant

/// `privacy/policy.<locale>.*`, what the shop tells its customers, and `privacy/partner-notice.<locale>.*`, what the
/// operator tells the shop: each as a page, as Markdown and as plain text.
enum PolicyFiles {
    static func emit(
        policy: NamedDocument, notice: NamedDocument, _ tenant: Tenant, _ assets: [String: [UInt8]]
    ) -> [EmittedFile] {
        let style = PageStyle.policyPage(tenant.branding)
        let (contact, sender) = (tenant.privacy.contact, tenant.operator)
        // The operator speaks in the notice, so the shop's logo stays away.
        return files(
            policy, tenant, style, logo: Logo(tenant.branding, assets: assets),
            contact: PolicyPage.Contact(name: contact.name, email: contact.email, phone: contact.phone))
            + files(
                notice, tenant, style, logo: nil,
                contact: PolicyPage.Contact(name: sender.name, email: sender.email, phone: sender.phone))
    }

    private static func files(
        _ named: NamedDocument, _ tenant: Tenant, _ style: PageStyle.Sheet, logo: Logo?, contact: PolicyPage.Contact
    ) -> [EmittedFile] {
        let (document, version) = (named.document, named.version)
        let path = "privacy/\(named.name).\(document.locale)"
        let country = tenant.shop.address.region.country
        let page = PolicyPage(
            document: document, country: country, style: style, contact: contact, logo: logo,
            version: version)
        return [
            EmittedFile(path: "\(path).html", bytes: page.bytes),
            EmittedFile(path: "\(path).md", bytes: MarkdownPolicy.render(document, country: country, version: version)),
            EmittedFile(path: "\(path).txt", bytes: TextPolicy.render(document, country: country, version: version)),
        ]
    }
}
