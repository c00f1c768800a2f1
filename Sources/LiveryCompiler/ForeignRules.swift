import LiveryDiagnostics

/// What names another shop: mostly the rest of the file that this one was copied from.
enum ForeignRules {
    typealias Shop = TenancyRules.Shop
    typealias Inquiry = TenancyIndex.Inquiry
    typealias Finding = TenancyRules.Finding

    static func findings(of shop: Shop, among others: inout Inquiry) -> [Finding] {
        pictures(shop, &others) + identities(shop, &others) + unrelatedIDs(shop, &others) + mail(shop, &others)
    }

    /// The folder of another shop's pictures.
    private static func pictures(_ shop: Shop, _ others: inout Inquiry) -> [Finding] {
        shop.facts.filter { $0.kind == .picture }.compactMap { fact in
            let folder = fact.value.split(at: "/").first.map(String.init) ?? ""
            guard folder != shop.id, let owner = others.first(with: .id(folder)), !owner.isSister(of: shop) else {
                return nil
            }
            return Finding(diagnostic: .foreignPicture(fact, of: shop.id, owner: owner.id), shops: [shop.id])
        }
    }

    /// `example.oakwood.two` as the id of both apps of Birch. That only one of them is foreign, or that two shops have
    /// it, are other findings.
    private static func identities(_ shop: Shop, _ others: inout Inquiry) -> [Finding] {
        guard let ios = shop.facts.first(where: { $0.kind == .iosBundle }),
            let android = shop.facts.first(where: { $0.kind == .androidApplication })
        else { return [] }
        let words = names(in: ios.value)
        // A short name may be a common word, and so may one that its own shop does not use.
        guard !words.contains(plain(shop.id)), others.isAlone(.fact(.iosBundle, ios.value)),
            let owner = others.first(withAnyOf: words.map { .name($0) }), owner.id.count >= 4,
            !owner.isSister(of: shop), names(in: android.value).contains(plain(owner.id)),
            owner.iosBundles.contains(where: { names(in: $0).contains(plain(owner.id)) })
        else { return [] }
        return [Finding(diagnostic: .foreignIdentity(ios, android, of: shop.id, owner: owner.id), shops: [shop.id])]
    }

    private static let commonNames: Set<String> = [
        "com", "net", "org", "io", "example", "app", "apps", "mobile", "ios", "android",
    ]

    /// Both ids are copied from one shop to the next, and mended one at a time. Where the model is still there, the
    /// second holder is told so.
    private static func unrelatedIDs(_ shop: Shop, _ others: inout Inquiry) -> [Finding] {
        guard let ios = shop.facts.first(where: { $0.kind == .iosBundle }),
            let android = shop.facts.first(where: { $0.kind == .androidApplication }),
            others.isAlone(.fact(.iosBundle, ios.value)), others.isAlone(.fact(.androidApplication, android.value))
        else { return [] }
        let mine = Set(names(in: ios.value)).subtracting(commonNames)
        let other = Set(names(in: android.value)).subtracting(commonNames)
        guard !mine.isEmpty, !other.isEmpty, mine.isDisjoint(with: other) else { return [] }
        return [Finding(diagnostic: .unrelatedIDs(android, ios), shops: [shop.id])]
    }

    private static func names(in id: String) -> [String] { id.split(at: ".").map(plain) }

    /// Ids of apps are written without hyphens.
    static func plain(_ name: String) -> String { plain(name[...]) }

    private static func plain(_ name: Substring) -> String {
        guard name.utf8.allSatisfy({ $0 < 0x80 }) else { return name.lowercased().filter { $0 != "-" && $0 != "_" } }
        return String(unsafeUninitializedCapacity: name.utf8.count) { plain in
            var count = 0
            for byte in name.utf8 where byte != UInt8(ascii: "-") && byte != UInt8(ascii: "_") {
                let isCapital = (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
                plain[count] = isCapital ? byte | 0x20 : byte
                count += 1
            }
            return count
        }
    }

    /// An address at the website of another shop. The same address in both is a finding of its own.
    private static func mail(_ shop: Shop, _ others: inout Inquiry) -> [Finding] {
        shop.facts.filter { $0.kind == .email || $0.kind == .privacyEmail }.compactMap { fact in
            let domain = fact.value.split(at: "@").last.map { $0.lowercased() } ?? ""
            guard !shop.values(.website).contains(domain),
                let owner = others.first(with: .fact(.website, domain)), owner.id != shop.id,
                !owner.isSister(of: shop), fact.kind == .privacyEmail || !owner.emails.contains(fact.value)
            else { return nil }
            return Finding(diagnostic: .foreignMail(fact, of: shop.id, owner: owner), shops: [shop.id])
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
        _ ios: Fact, _ android: Fact, of shop: String, owner: String
    ) -> Diagnostic {
        Diagnostic(
            code: "compiler/id-of-another-shop", severity: .warning,
            "The ids of the apps of `\(shop)` name the shop `\(owner)`.", at: ios.place,
            related: android.place.map { [Label(span: $0, text: "and here")] } ?? [], path: ios.kind.path,
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
        _ fact: Fact, of shop: String, owner: TenancyIndex.Holder
    ) -> Diagnostic {
        Diagnostic(
            code: "compiler/mail-to-another-shop", severity: .warning,
            "Customers of `\(shop)` would write to `\(fact.value)`, at the website of `\(owner.id)`.", at: fact.place,
            related: owner.place.map { [Label(span: $0, text: "the website of `\(owner.id)`")] } ?? [],
            path: fact.kind.path,
            help: "Write an address of the shop's own, or name the chain with `group`.")
    }
}
