import LiveryTenant

/// The file of a new shop, written as a person would write it.
struct DefinitionText {
    private let answers: Answers
    private var text = ""

    static func of(_ answers: Answers) -> String {
        var writer = DefinitionText(answers: answers)
        writer.writeShop()
        writer.writeBranding()
        writer.writeApp()
        writer.writeFeatures()
        writer.writeIntegrations()
        writer.writeBilling()
        writer.writePrivacy()
        return writer.text
    }

    private init(answers: Answers) {
        self.answers = answers
    }

    private mutating func writeShop() {
        line(0, "# yaml-language-server: $schema=../.livery/shop.schema.json")
        line(0, "livery: 1")
        if let group = answers.group { line(0, "group: \(group)") }
        line(0, "")
        line(0, "shop:")
        entry(1, "name", answers.name)
        if let legalName = answers.legalName { entry(1, "legal_name", legalName) }
        entry(1, "email", answers.email)
        line(1, "phone: \"\(answers.phone)\"")
        if let website = answers.website { line(1, "website: \(website)") }
        line(1, "address:")
        entry(2, "street", answers.street)
        if let street2 = answers.street2 { entry(2, "street2", street2) }
        entry(2, "city", answers.city)
        line(2, "region: \(answers.region)")
        line(2, "postal_code: \(YAMLText.quoted(answers.postalCode))")
        line(1, "time_zone: \(answers.timeZone)")
        guard !answers.hours.isEmpty else { return }
        line(1, "hours:")
        for day in answers.hours {
            let ranges = day.ranges.count == 1 ? day.ranges[0] : "[\(day.ranges.joined(separator: ", "))]"
            line(2, "\(day.weekday.rawValue): \(day.ranges.isEmpty ? "closed" : ranges)")
        }
    }

    private mutating func writeBranding() {
        let palette = Palette(primary: answers.primary)
        line(0, "")
        line(0, "branding:")
        entry(1, "app_name", answers.appName)
        if let shortName = answers.shortName { entry(1, "short_name", shortName) }
        line(
            1,
            "# Each pair can be read: at least 4.5:1 (WCAG 2.2, 1.4.3). The other colours are built in."
        )
        line(1, "colors:")
        line(2, "light:")
        line(3, "primary: \"\(palette.primary.hex.uppercased())\"")
        line(3, "on_primary: \"\(palette.onPrimary.hex.uppercased())\"")
        line(2, "dark:")
        line(3, "primary: \"\(palette.darkPrimary.hex.uppercased())\"")
        line(3, "on_primary: \"\(palette.darkOnPrimary.hex.uppercased())\"")
    }

    private mutating func writeApp() {
        let locale = Places.locale(in: answers.region)
        let texts = StoreDraft(answers)
        line(0, "")
        line(0, "app:")
        line(1, "ios:")
        line(2, "bundle_id: \(answers.bundleID)")
        if let teamID = answers.teamID { line(2, "team_id: \(YAMLText.quoted(teamID))") }
        line(1, "android:")
        line(2, "application_id: \(answers.bundleID)")
        line(1, "locales: [\(locale)]")
        line(1, "# Drafts for the stores: say what only this shop can say.")
        line(1, "store:")
        line(2, "\(locale):")
        entry(3, "subtitle", texts.subtitle)
        entry(3, "short_description", texts.shortDescription)
        entry(3, "description", texts.description)
        line(3, "keywords: [\(texts.keywords.map(YAMLText.quoted).joined(separator: ", "))]")
    }

    private mutating func writeFeatures() {
        guard !answers.features.isEmpty else { return }
        line(0, "")
        line(0, "features:")
        for feature in answers.features { line(1, "\(feature.rawValue): {enabled: true}") }
    }

    private mutating func writeIntegrations() {
        guard !answers.providers.isEmpty else { return }
        line(0, "")
        line(0, "integrations:")
        for connected in answers.providers {
            let provider = connected.provider
            let hasDetails = !connected.identifiers.isEmpty || !provider.secrets.isEmpty
            line(1, hasDetails ? "\(provider.id):" : "\(provider.id): {}")
            if !connected.identifiers.isEmpty {
                line(2, "identifiers:")
                for (key, value) in connected.identifiers { line(3, "\(key): \(YAMLText.quoted(value))") }
            }
            if !provider.secrets.isEmpty {
                line(2, "# Where the operator keeps them; the values never stand in a definition.")
                line(2, "secrets:")
                for secret in provider.secrets { line(3, "\(secret.key): {secret: \(path(of: secret, provider))}") }
            }
            let reads = provider.resources.filter { wantsToRead($0) }.map(\.name)
            if !reads.isEmpty {
                line(2, "sync:")
                for name in reads { line(3, "\(name): [read]") }
            }
        }
    }

    private func path(of secret: Provider.Secret, _ provider: Provider) -> String {
        let key = String(secret.key.map { $0 == "_" ? "-" : $0 })
        return secret.scope == .partner ? "\(provider.id)/\(key)" : "\(provider.id)/\(answers.id)/\(key)"
    }

    /// Only what a feature shows is read, and only where the provider is known to give it.
    private func wantsToRead(_ resource: Provider.Resource) -> Bool {
        guard resource.operations.contains(.read) else { return false }
        return switch resource.name {
        case "customers": true
        case "vehicles": answers.features.contains(.vehicleGarage)
        case "appointments": answers.features.contains(.booking)
        case "repair_orders": answers.features.contains(.serviceHistory)
        case "estimates": answers.features.contains(.estimateApproval)
        case "inspections": answers.features.contains(.inspections)
        default: false
        }
    }

    private mutating func writeBilling() {
        let processor = answers.processor
        guard answers.billing != nil || processor != nil else { return }
        line(0, "")
        line(0, "billing:")
        switch answers.billing {
        case .commission(let percent):
            line(1, "model: commission")
            line(1, "commission_percent: \"\(percent)\"")
        case .subscription(let amount, let currency):
            line(1, "model: subscription")
            line(1, "monthly_fee: {amount: \"\(amount)\", currency: \(currency)}")
        case nil: break
        }
        if let processor { line(1, "processor: \(processor)") }
    }

    private mutating func writePrivacy() {
        line(0, "")
        line(0, "privacy:")
        line(1, "contact:")
        entry(2, "name", answers.contact)
        entry(2, "email", answers.email)
        line(2, "phone: \"\(answers.phone)\"")
        line(1, "customers_in: [\(answers.customersIn.joined(separator: ", "))]")
        if !answers.statements.isEmpty {
            line(1, "# The policy states these as facts: see that they are true.")
            for statement in answers.statements { line(1, "\(statement.key): \(statement.isTrue)") }
        }
        if let date = answers.effectiveDate { line(1, "effective_date: \(date)") }
    }

    private mutating func entry(_ level: Int, _ key: String, _ value: String) {
        line(level, "\(key): \(YAMLText.scalar(value))")
    }

    private mutating func line(_ level: Int, _ content: String) {
        text += content.isEmpty ? "\n" : String(repeating: "  ", count: level) + content + "\n"
    }
}

/// Scalars as YAML 1.2.2 writes them.
enum YAMLText {
    /// Plain where every reader of YAML sees the same text, else in double quotes.
    static func scalar(_ text: String) -> String {
        let isTame = text.unicodeScalars.allSatisfy { scalar in
            scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
                || " .,&/()-'+@".unicodeScalars.contains(scalar)
        }
        let words: Set = ["true", "false", "yes", "no", "on", "off", "null", "y", "n"]
        let isWord = text.unicodeScalars.first?.properties.isAlphabetic == true && !words.contains(text.lowercased())
        let isAddress = text.contains(" ") && text.unicodeScalars.contains { $0.properties.isAlphabetic }
        let startsTame =
            text.unicodeScalars.first.map { $0.properties.isAlphabetic || ("0"..."9").contains($0) } ?? false
        return isTame && startsTame && (isWord || isAddress) && text.last != " " ? text : quoted(text)
    }

    /// YAML 1.2.2 section 5.7: the escapes of double-quoted scalars.
    static func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\t": result += "\\t"
            case _ where scalar.value < 0x20 || scalar.value == 0x7F || (0x80...0x9F).contains(scalar.value):
                let digits = String(scalar.value, radix: 16)
                result += "\\x" + (digits.count < 2 ? "0" : "") + digits
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }
}

/// What the stores say until the shop says it better: nothing that is not known to be true.
private struct StoreDraft {
    let subtitle = "Your car, your shop"
    let shortDescription: String
    let description: String
    let keywords: [String]

    init(_ answers: Answers) {
        let long = "The app of \(answers.name) in \(answers.city)."
        let short = "The app of \(answers.appName)."
        shortDescription = long.count <= 80 ? long : short
        let abilities = answers.features.compactMap { Self.abilities[$0] }
        let list = abilities.isEmpty ? "" : " With it you can " + Self.prose(abilities) + "."
        description = "The app of \(answers.name), \(answers.city).\(list)"
        keywords = ["car repair", "auto service", answers.city.lowercased().filter { $0 != "," }].filter {
            $0.utf8.count <= 60
        }
    }

    private static func prose(_ items: [String]) -> String {
        guard let last = items.last, items.count > 1 else { return items.first ?? "" }
        return items.dropLast().joined(separator: ", ") + " and " + last
    }

    private static let abilities: [FeatureName: String] = [
        .booking: "book a visit", .serviceHistory: "look up past work",
        .vehicleGarage: "keep your vehicles in one place",
        .estimateApproval: "approve estimates", .inspections: "read inspection reports",
        .messaging: "write to the shop",
        .photos: "send photos of a problem", .loyalty: "collect points", .payments: "pay",
    ]
}
