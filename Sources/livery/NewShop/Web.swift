import LiveryTenant

/// Addresses of the shop, and the ids that follow from its domain.
enum Web {
    static func email(_ text: String) throws(Objection) -> String {
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2, !parts[0].isEmpty, isHost(parts[1]), !text.contains(" ") else {
            throw Objection("is no e-mail address")
        }
        return text
    }

    static func address(_ text: String) throws(Objection) -> String {
        let rest = text.hasPrefix("https://") ? String(text.dropFirst(8)) : text
        guard !rest.contains("://"), isHost(rest.prefix { $0 != "/" }) else {
            throw Objection("is no https address such as https://oakwoodauto.example")
        }
        return "https://" + rest
    }

    /// One id that both stores accept: Apple allows hyphens and Google underscores, so neither is used.
    static func appID(_ text: String) throws(Objection) -> String {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        let isValid =
            parts.count >= 2
            && parts.allSatisfy { part in
                part.first?.isLetter == true && part.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
            }
        guard isValid else {
            throw Objection(
                "is no app id: parts of letters and digits that start with a letter, as in `example.oakwood.app`")
        }
        return text
    }

    /// The domain of the shop backwards; for a shop without a domain of its own, the operator's with the shop's id.
    static func bundleID(for answers: Answers) -> String? {
        if let host = host(of: answers.website) ?? ownHost(ofEmail: answers.email) {
            // The shops of a chain often share a domain.
            return reversed(host) + "." + (answers.group == nil ? "app" : part(answers.id))
        }
        return host(of: answers.operatorWebsite).map { reversed($0) + "." + part(answers.id) }
    }

    private static func host(of website: String?) -> String? {
        guard let website, website.hasPrefix("https://") else { return nil }
        let host = website.dropFirst(8).prefix { $0 != "/" && $0 != ":" }
        return host.hasPrefix("www.") ? String(host.dropFirst(4)) : String(host)
    }

    private static func ownHost(ofEmail email: String) -> String? {
        guard let at = email.lastIndex(of: "@") else { return nil }
        let host = email[email.index(after: at)...].lowercased()
        return sharedMailers.contains(host) ? nil : host
    }

    private static func reversed(_ host: String) -> String {
        host.lowercased().split(separator: ".").reversed().map(part).joined(separator: ".")
    }

    private static func part(_ text: some StringProtocol) -> String {
        let letters = text.lowercased().filter { $0.isASCII && ($0.isLetter || $0.isNumber) }
        return letters.first?.isNumber == true ? "x" + letters : letters
    }

    private static func isHost(_ text: some StringProtocol) -> Bool {
        let labels = text.lowercased().split(separator: ".", omittingEmptySubsequences: false)
        return labels.count >= 2
            && labels.allSatisfy { label in
                !label.isEmpty && label.first != "-" && label.last != "-"
                    && label.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }
            }
    }

    private static let sharedMailers: Set = [
        "aol.com", "gmail.com", "gmx.de", "gmx.net", "googlemail.com", "hotmail.com", "icloud.com", "live.com",
        "msn.com",
        "outlook.com", "proton.me", "t-online.de", "web.de", "yahoo.com", "yahoo.ca",
    ]
}
