import LiveryDiagnostics

/// What names another shop: mostly the rest of the file that this one was copied from.
enum ForeignRules {
    static func findings(in shops: [TenancyRules.Shop]) -> [TenancyRules.Finding] {
        pictures(of: shops) + identities(of: shops) + unrelatedIDs(of: shops) + mail(of: shops)
    }

    /// The folder of another shop's pictures.
    private static func pictures(of shops: [TenancyRules.Shop]) -> [TenancyRules.Finding] {
        let byID = Dictionary(shops.map { ($0.id, $0) }) { first, _ in first }
        return shops.flatMap { shop in
            shop.facts.filter { $0.kind == .picture }.compactMap { fact -> TenancyRules.Finding? in
                let folder = fact.value.split(separator: "/").first.map(String.init) ?? ""
                guard folder != shop.id, let owner = byID[folder], !owner.isSister(of: shop) else { return nil }
                return TenancyRules.Finding(
                    diagnostic: .foreignPicture(fact, of: shop.id, owner: owner.id), shops: [shop.id])
            }
        }
    }

    /// `example.oakwood.two` as the id of both apps of Birch. That only one of them is foreign, or that two shops have
    /// it, are other findings.
    private static func identities(of shops: [TenancyRules.Shop]) -> [TenancyRules.Finding] {
        // Ids of apps are written without hyphens.
        let byName = Dictionary(shops.map { (plain($0.id), $0) }) { first, _ in first }
        var holders: [String: Int] = [:]
        for shop in shops {
            for id in shop.values(.iosBundle) { holders[id, default: 0] += 1 }
        }
        return shops.flatMap { shop in
            shop.facts.filter { $0.kind == .iosBundle && holders[$0.value] == 1 }.compactMap { fact in
                let android = shop.facts.first { $0.kind == .androidApplication }
                // A short name may be a common word, and so may one that its own shop does not use.
                guard let owner = names(in: fact.value).lazy.compactMap({ byName[$0] }).first, owner.id.count >= 4,
                    !names(in: fact.value).contains(plain(shop.id)), !owner.isSister(of: shop),
                    let android, names(in: android.value).contains(plain(owner.id)),
                    owner.values(.iosBundle).contains(where: { names(in: $0).contains(plain(owner.id)) })
                else { return nil }
                return TenancyRules.Finding(
                    diagnostic: .foreignIdentity(fact, of: shop.id, owner: owner.id, android: android.place),
                    shops: [shop.id])
            }
        }
    }

    private static let commonNames: Set<String> = [
        "com", "net", "org", "io", "example", "app", "apps", "mobile", "ios", "android",
    ]

    /// Both ids are copied from one shop to the next, and mended one at a time. Where the model is still there, the
    /// second holder is told so.
    private static func unrelatedIDs(of shops: [TenancyRules.Shop]) -> [TenancyRules.Finding] {
        var holders: [String: Int] = [:]
        for shop in shops {
            for id in shop.values(.iosBundle) { holders["ios " + id, default: 0] += 1 }
            for id in shop.values(.androidApplication) { holders["android " + id, default: 0] += 1 }
        }
        return shops.compactMap { shop in
            guard let ios = shop.facts.first(where: { $0.kind == .iosBundle }),
                let android = shop.facts.first(where: { $0.kind == .androidApplication }),
                holders["ios " + ios.value] == 1, holders["android " + android.value] == 1
            else { return nil }
            let mine = Set(names(in: ios.value)).subtracting(commonNames)
            let other = Set(names(in: android.value)).subtracting(commonNames)
            guard !mine.isEmpty, !other.isEmpty, mine.isDisjoint(with: other) else { return nil }
            return TenancyRules.Finding(diagnostic: .unrelatedIDs(android, ios), shops: [shop.id])
        }
    }

    private static func names(in id: String) -> [String] { id.split(separator: ".").map { plain(String($0)) } }

    private static func plain(_ name: String) -> String { name.lowercased().filter { $0 != "-" && $0 != "_" } }

    /// An address at the website of another shop. The same address in both is a finding of its own.
    private static func mail(of shops: [TenancyRules.Shop]) -> [TenancyRules.Finding] {
        var owners: [String: (shop: TenancyRules.Shop, place: SourceSpan?)] = [:]
        for shop in shops {
            for fact in shop.facts where fact.kind == .website && owners[fact.value] == nil {
                owners[fact.value] = (shop, fact.place)
            }
        }
        return shops.flatMap { shop in
            shop.facts.filter { $0.kind == .email || $0.kind == .privacyEmail }.compactMap { fact in
                let domain = fact.value.split(separator: "@").last.map { $0.lowercased() } ?? ""
                guard let owner = owners[domain], owner.shop.id != shop.id, !owner.shop.isSister(of: shop),
                    !shop.values(.website).contains(domain),
                    fact.kind == .privacyEmail || !owner.shop.values(.email).contains(fact.value)
                else { return nil }
                return TenancyRules.Finding(
                    diagnostic: .foreignMail(fact, of: shop.id, owner: owner.shop.id, website: owner.place),
                    shops: [shop.id])
            }
        }
    }
}

extension Diagnostic {
    fileprivate static func foreignPicture(_ fact: Fact, of shop: String, owner: String) -> Diagnostic {
        Diagnostic(
            code: "compiler/picture-of-another-shop", severity: .warning,
            "The app of `\(shop)` would show a picture of the shop `\(owner)`.", at: fact.place, path: fact.kind.path,
            help: "Put the shop's own picture into `tenants/assets/\(shop)/`, and name that.")
    }

    fileprivate static func foreignIdentity(
        _ fact: Fact, of shop: String, owner: String, android: SourceSpan?
    ) -> Diagnostic {
        Diagnostic(
            code: "compiler/id-of-another-shop", severity: .warning,
            "The ids of the apps of `\(shop)` name the shop `\(owner)`.", at: fact.place,
            related: android.map { [Label(span: $0, text: "and here")] } ?? [], path: fact.kind.path,
            help: "Write an id of the shop's own: once the app is in the store, it cannot be changed.")
    }

    fileprivate static func unrelatedIDs(_ android: Fact, _ ios: Fact) -> Diagnostic {
        Diagnostic(
            code: "compiler/unrelated-app-ids", severity: .warning,
            "The Android app is `\(android.value)`, which has nothing in common with `\(ios.value)` on iOS.",
            at: android.place, related: ios.place.map { [Label(span: $0, text: "the iOS app")] } ?? [],
            path: android.kind.path, help: "Is one of them still that of another shop?")
    }

    fileprivate static func foreignMail(
        _ fact: Fact, of shop: String, owner: String, website: SourceSpan?
    ) -> Diagnostic {
        Diagnostic(
            code: "compiler/mail-to-another-shop", severity: .warning,
            "Customers of `\(shop)` would write to `\(fact.value)`, at the website of `\(owner)`.", at: fact.place,
            related: website.map { [Label(span: $0, text: "the website of `\(owner)`")] } ?? [], path: fact.kind.path,
            help: "Write an address of the shop's own, or name the chain with `group`.")
    }
}
