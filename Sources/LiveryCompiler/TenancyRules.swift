import LiveryDiagnostics
import LiveryTenant

/// Rules across shops: what must belong to one shop only. They rest on a few facts of each shop and never on the whole
/// tenant, so that ten thousand shops fit; and each looks at one shop and asks for the others by key, so that after a
/// change only few are looked at again.
enum TenancyRules {
    typealias Inquiry = TenancyIndex.Inquiry

    /// What the rules ask of a shop; a session keeps this, and not the whole tenant.
    struct Shop: Sendable {
        let id: String
        let facts: [Fact]
        /// Under what others find it.
        let keys: [TenancyIndex.Key]

        init(id: String, facts: [Fact]) {
            self.id = id
            self.facts = facts
            keys = facts.map { .fact($0.kind, $0.value) } + [.id(id), .name(ForeignRules.plain(id))]
        }

        init(tenant: Tenant, origins: Origins) {
            self.init(id: tenant.id, facts: Fact.all(of: tenant, origins: origins))
        }

        var group: String? { facts.first { $0.kind == .group }?.value }

        func values(_ kind: Fact.Kind) -> [String] { facts.filter { $0.kind == kind }.map(\.value) }
    }

    /// What is wrong, and with whom.
    struct Finding: Equatable, Sendable {
        let diagnostic: Diagnostic
        let shops: Set<String>
    }

    /// What is to be said of one shop: of two that share something, the second in the order of ids is to blame.
    static func findings(of shop: Shop, among others: inout Inquiry) -> [Finding] {
        shared(shop, &others) + foreignDomains(shop, &others) + foreignSecrets(shop, &others)
            + ForeignRules.findings(of: shop, among: &others)
    }

    private static func shared(_ shop: Shop, _ others: inout Inquiry) -> [Finding] {
        shop.facts.filter(\.kind.isOwn).compactMap { fact in
            guard let first = others.first(with: .fact(fact.kind, fact.value)), first.id != shop.id,
                let diagnostic = Diagnostic.shared(fact, by: first, and: shop)
            else { return nil }
            return Finding(diagnostic: diagnostic, shops: [first.id, shop.id])
        }
    }

    /// Links that open this shop's app lead to a host that another shop calls its website.
    private static func foreignDomains(_ shop: Shop, _ others: inout Inquiry) -> [Finding] {
        shop.facts.filter { $0.kind == .domain }.compactMap { fact in
            guard let owner = others.first(with: .fact(.website, fact.value)), owner.id != shop.id,
                !owner.isSister(of: shop)
            else { return nil }
            return Finding(diagnostic: .foreignDomain(fact, of: shop.id, owner: owner), shops: [shop.id])
        }
    }

    /// A path such as `tekmetric/oakwood/client-secret` in the file of another shop.
    private static func foreignSecrets(_ shop: Shop, _ others: inout Inquiry) -> [Finding] {
        shop.facts.filter { $0.kind == .secret }.compactMap { fact in
            let parts = fact.value.split(at: "/").map(String.init)
            guard !parts.contains(shop.id), let owner = others.first(withAnyOf: parts.map { .id($0) }),
                !owner.isSister(of: shop)
            else { return nil }
            return Finding(diagnostic: .foreignSecret(fact, of: shop.id, owner: owner.id), shops: [shop.id])
        }
    }

    /// Groups and pictures of which some shop should make use.
    static func expected(groups: [String], pictures: [String]) -> [TenancyIndex.Key] {
        groups.map { .fact(.group, $0) } + pictures.map { .fact(.picture, $0) }
    }

    /// What is to be said of those that no shop uses, in any order. `groups` are the places of all groups.
    static func leftovers(_ idle: Set<TenancyIndex.Key>, groups: [String: SourceSpan?]) -> [Diagnostic] {
        idle.compactMap { key in
            switch key {
            case .fact(.group, let id): .unusedGroup(id, at: groups[id] ?? nil)
            case .fact(.picture, let path): .unusedPicture(path)
            default: nil
            }
        }
    }
}

extension Diagnostic {
    /// nil where two shops may share it.
    fileprivate static func shared(
        _ fact: Fact, by earlier: TenancyIndex.Holder, and shop: TenancyRules.Shop
    ) -> Diagnostic? {
        let isSister = earlier.isSister(of: shop)
        let first = earlier.place
        switch fact.kind {
        case .iosBundle, .androidApplication, .domain, .webStream, .firebaseIOS, .firebaseAndroid:
            return .sharedIdentity(fact, shop: shop.id, earlier: earlier.id, first: first)
        case .appName: return .sharedName(fact, shop: shop.id, earlier: earlier.id, first: first)
        case .phone, .email, .website:
            return isSister ? nil : .sharedContact(fact, shop: shop.id, earlier: earlier.id, first: first)
        case .account:
            // A chain that says so once, in its group, means it.
            guard !isSister || fact.place != first else { return nil }
            return .sharedAccount(fact, shop: shop.id, earlier: earlier.id, isSister: isSister, first: first)
        case .secret:
            // What a shared layer gives to all is the operator's own account.
            guard !isSister, fact.place != first else { return nil }
            return .sharedSecret(fact, shop: shop.id, earlier: earlier.id, first: first)
        case .paymentAccount:
            // What a shared layer gives to all is the operator's own account.
            guard !isSister, fact.place != first else { return nil }
            return .sharedPayments(fact, shop: shop.id, earlier: earlier.id, first: first)
        case .group, .picture, .privacyEmail: return nil
        }
    }

    private static func elsewhere(_ first: SourceSpan?, _ earlier: String, unless span: SourceSpan?) -> [Label] {
        guard let first, first != span else { return [] }
        return [Label(span: first, text: "`\(earlier)` has it here")]
    }

    private static func sharedIdentity(
        _ fact: Fact, shop: String, earlier: String, first: SourceSpan?
    ) -> Diagnostic {
        Diagnostic(
            code: "compiler/shared-identity",
            "The shops `\(earlier)` and `\(shop)` have the same \(fact.kind.name).", at: fact.place,
            label: first == fact.place ? "both inherit this" : nil,
            related: elsewhere(first, earlier, unless: fact.place), path: fact.kind.path,
            help: "Each shop's app needs its own; set `\(fact.kind.path)` in the shop's file.")
    }

    private static func sharedName(_ fact: Fact, shop: String, earlier: String, first: SourceSpan?) -> Diagnostic {
        Diagnostic(
            code: "compiler/shared-app-name", severity: .warning,
            "The apps of `\(earlier)` and `\(shop)` have the same name.", at: fact.place,
            related: elsewhere(first, earlier, unless: fact.place), path: fact.kind.path,
            help: "Customers find both in the store: add the town, or what tells them apart.")
    }

    private static func sharedContact(_ fact: Fact, shop: String, earlier: String, first: SourceSpan?) -> Diagnostic {
        Diagnostic(
            code: "compiler/shared-contact", severity: .warning,
            "The shops `\(earlier)` and `\(shop)` have the same \(fact.kind.name), and are of no common chain.",
            at: fact.place, related: elsewhere(first, earlier, unless: fact.place), path: fact.kind.path,
            help: "Write the shop's own, or name the chain with `group`.")
    }

    private static func sharedAccount(
        _ fact: Fact, shop: String, earlier: String, isSister: Bool, first: SourceSpan?
    ) -> Diagnostic {
        Diagnostic(
            code: "compiler/shared-account", severity: isSister ? .warning : .error,
            "The shops `\(earlier)` and `\(shop)` would read the same customers: both use \(fact.value).",
            at: fact.place, related: elsewhere(first, earlier, unless: fact.place), path: fact.kind.path,
            help: "Write the id of the shop's own account.")
    }

    private static func sharedPayments(_ fact: Fact, shop: String, earlier: String, first: SourceSpan?) -> Diagnostic {
        Diagnostic(
            code: "compiler/shared-payments",
            "What customers of `\(shop)` pay would arrive where those of `\(earlier)` pay: both use \(fact.value).",
            at: fact.place, related: elsewhere(first, earlier, unless: fact.place), path: fact.kind.path,
            help: "Write the id of the shop's own account, or name the chain with `group`.")
    }

    private static func sharedSecret(_ fact: Fact, shop: String, earlier: String, first: SourceSpan?) -> Diagnostic {
        Diagnostic(
            code: "compiler/shared-secret", severity: .warning,
            "The shops `\(earlier)` and `\(shop)` sign in with the same secret.", at: fact.place,
            related: elsewhere(first, earlier, unless: fact.place), path: fact.kind.path,
            help: "Give each shop its own, or set it once in `platform.yaml` or a group.")
    }

    fileprivate static func foreignDomain(
        _ fact: Fact, of shop: String, owner: TenancyIndex.Holder
    ) -> Diagnostic {
        Diagnostic(
            code: "compiler/foreign-domain",
            "Links to `\(fact.value)` would open the app of `\(shop)`, but it is the website of `\(owner.id)`.",
            at: fact.place, related: owner.place.map { [Label(span: $0, text: "the website of `\(owner.id)`")] } ?? [],
            path: fact.kind.path, help: "Write a domain of the shop's own.")
    }

    fileprivate static func foreignSecret(_ fact: Fact, of shop: String, owner: String) -> Diagnostic {
        Diagnostic(
            code: "compiler/secret-of-another-shop",
            "The path of this secret names the shop `\(owner)`, and it stands in the definition of `\(shop)`.",
            at: fact.place, path: fact.kind.path, help: "Write the path of the shop's own secret.")
    }

    fileprivate static func unusedGroup(_ id: String, at span: SourceSpan?) -> Diagnostic {
        Diagnostic(
            code: "compiler/unused-group", severity: .warning, "No shop says `group: \(id)`.", at: span,
            help: "Remove the file, or name the group in the shops that belong to it.")
    }

    fileprivate static func unusedPicture(_ path: String) -> Diagnostic {
        Diagnostic(
            code: "compiler/unused-picture", severity: .warning, "No shop uses the picture `tenants/assets/\(path)`.",
            at: nil, help: "Remove it, or name it under `branding`.")
    }
}
