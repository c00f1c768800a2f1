import LiveryTenant

@testable import LiveryBundle
@testable import LiveryPrivacy

extension PolicyReasons {
    static let none = PolicyReasons(facts: [:], clauses: [:])
}

/// The pages that the rules of pages are held to, with a plain and with a hostile name.
extension Fixture {
    static let logo = Array(
        """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 32"><circle cx="16" cy="16" r="15" fill="#1F5A3C"/>\
        <path d="M9 20l7-11 7 11z" fill="#fff"/><text x="38" y="22" font-family="Georgia" font-size="17" \
        fill="#1F5A3C">        Oakwood</text></svg>
        """.utf8)

    /// Those of the policy come first: as a page, as Markdown and as plain text.
    static func policyFiles(
        _ policy: NamedDocument, _ tenant: Tenant, _ assets: [String: [UInt8]]
    ) -> [EmittedFile] {
        PolicyFiles.emit(policy: policy, notice: NamedDocument("partner-notice", .fixture()), tenant, assets)
    }

    static var pages: [(String, [UInt8])] {
        let plain = Fixture.tenant()
        let hostile = Fixture.tenant(
            name: hostileName, primary: "#F5C400", onPrimary: "#1A1A1A", darkPrimary: "#F5C400",
            onDarkPrimary: "#1A1A1A")
        return [
            (
                "policy.html",
                policyFiles(NamedDocument("policy", .fixture()), plain, ["oakwood/logo.svg": logo])[0].bytes
            ),
            (
                "hostile.html",
                policyFiles(NamedDocument("policy", .fixture(shop: hostileName)), hostile, [:])[0].bytes
            ),
            (
                "preview.html",
                Preview.page(
                    tenant: plain, policy: .fixture(), readability: PolicyReadability(.fixture(), names: []),
                    reasons: .none, consent: .fixture, assets: ["oakwood/logo.svg": logo])
            ),
            (
                "preview-hostile.html",
                Preview.page(
                    tenant: hostile, policy: .fixture(shop: hostileName),
                    readability: PolicyReadability(.fixture(shop: hostileName), names: [hostileName]),
                    reasons: .none, consent: .nothing, assets: [:])
            ),
            (
                "policy.md",
                policyFiles(NamedDocument("policy", .fixture(shop: hostileName)), plain, [:])[1].bytes
            ),
            (
                "policy.txt",
                policyFiles(NamedDocument("policy", .fixture(shop: hostileName)), plain, [:])[2].bytes
            ),
        ]
    }
}
