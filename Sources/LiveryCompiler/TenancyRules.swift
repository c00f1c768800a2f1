import LiveryDiagnostics
import LiveryTenant

/// Rules across shops: what must belong to one shop only, and what no shop needs. They rest on a few facts of each shop
/// and never on the whole tenant, so that ten thousand shops fit.
enum TenancyRules {
    /// What the rules ask of a shop; a session keeps this, and not the whole tenant.
    struct Shop: Sendable {
        let id: String
        let facts: [Fact]

        init(id: String, facts: [Fact]) {
            self.id = id
            self.facts = facts
        }

        init(tenant: Tenant, origins: Origins) {
            id = tenant.id
            facts = Fact.all(of: tenant, origins: origins)
        }

        var group: String? { values(.group).first }

        func values(_ kind: Fact.Kind) -> [String] { facts.filter { $0.kind == kind }.map(\.value) }

        /// Whether both are shops of one chain, which may share what strangers may not.
        func isSister(of other: Shop) -> Bool { group != nil && group == other.group }
    }

    /// What is wrong, and with whom.
    struct Finding {
        let diagnostic: Diagnostic
        let shops: Set<String>
    }

    /// `shops` in the order of their ids: of two that share something, the second is to blame.
    static func findings(in shops: [Shop]) -> [Finding] {
        shared(by: shops) + foreignDomains(of: shops) + foreignSecrets(of: shops)
            + ForeignRules.findings(in: shops)
    }

    private static func shared(by shops: [Shop]) -> [Finding] {
        // By kind and value: the first who has it.
        var first: [[String: (shop: Int, place: SourceSpan?)]] = Array(repeating: [:], count: Fact.Kind.allCases.count)
        var found: [Finding] = []
        for (index, shop) in shops.enumerated() {
            for fact in shop.facts where fact.kind.isOwn {
                guard let earlier = first[fact.kind.rawValue][fact.value] else {
                    first[fact.kind.rawValue][fact.value] = (index, fact.place)
                    continue
                }
                let other = shops[earlier.shop]
                guard other.id != shop.id,
                    let diagnostic = Diagnostic.shared(fact, by: other, and: shop, first: earlier.place)
                else { continue }
                found.append(Finding(diagnostic: diagnostic, shops: [other.id, shop.id]))
            }
        }
        return found
    }

    /// Links that open this shop's app lead to a host that another shop calls its website.
    private static func foreignDomains(of shops: [Shop]) -> [Finding] {
        var owners: [String: (shop: Shop, place: SourceSpan?)] = [:]
        for shop in shops {
            for fact in shop.facts where fact.kind == .website && owners[fact.value] == nil {
                owners[fact.value] = (shop, fact.place)
            }
        }
        return shops.flatMap { shop in
            shop.facts.filter { $0.kind == .domain }.compactMap { fact in
                guard let owner = owners[fact.value], owner.shop.id != shop.id, !owner.shop.isSister(of: shop) else {
                    return nil
                }
                return Finding(
                    diagnostic: .foreignDomain(fact, of: shop.id, owner: owner.shop.id, website: owner.place),
                    shops: [shop.id])
            }
        }
    }

    /// A path such as `tekmetric/oakwood/client-secret` in the file of another shop.
    private static func foreignSecrets(of shops: [Shop]) -> [Finding] {
        let byID = Dictionary(shops.map { ($0.id, $0) }) { first, _ in first }
        return shops.flatMap { shop in
            shop.facts.filter { $0.kind == .secret }.compactMap { fact in
                let parts = fact.value.split(separator: "/").map(String.init)
                guard !parts.contains(shop.id), let owner = parts.lazy.compactMap({ byID[$0] }).first,
                    !owner.isSister(of: shop)
                else { return nil }
                return Finding(
                    diagnostic: .foreignSecret(fact, of: shop.id, owner: owner.id), shops: [shop.id])
            }
        }
    }

    /// Groups that no shop names and pictures that no shop shows. Asked only once every shop is known.
    static func leftovers(
        in shops: [Shop], groups: [(id: String, place: SourceSpan?)], pictures: [String]
    ) -> [Diagnostic] {
        let named = Set(shops.compactMap(\.group))
        let shown = Set(shops.flatMap { $0.values(.picture) })
        return groups.filter { !named.contains($0.id) }.map { .unusedGroup($0.id, at: $0.place) }
            + pictures.filter { !shown.contains($0) }.map(Diagnostic.unusedPicture)
    }
}

extension Diagnostic {
    /// nil where two shops may share it.
    fileprivate static func shared(
        _ fact: Fact, by earlier: TenancyRules.Shop, and shop: TenancyRules.Shop, first: SourceSpan?
    ) -> Diagnostic? {
        let isSister = shop.isSister(of: earlier)
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
        _ fact: Fact, of shop: String, owner: String, website: SourceSpan?
    ) -> Diagnostic {
        Diagnostic(
            code: "compiler/foreign-domain",
            "Links to `\(fact.value)` would open the app of `\(shop)`, but it is the website of `\(owner)`.",
            at: fact.place, related: website.map { [Label(span: $0, text: "the website of `\(owner)`")] } ?? [],
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
