import LiveryDiagnostics
import LiveryTenant

/// One thing that `livery new` must know: how it is asked, how it is given as an option, and how it is understood.
struct Question: Sendable {
    let option: Command.Option
    let prompt: String
    /// Needs no answer when a layer below the shop already sets this path.
    var inherited: String?
    var isOptional = false
    /// The options whose answers this question builds on.
    var follows: [String] = []
    /// What an empty answer means. `isSure` is false for a guess that only a person may confirm.
    var suggest: @Sendable (Answers) -> (text: String, isSure: Bool)? = { _ in nil }
    let accept: @Sendable (String, inout Answers) throws(Objection) -> Void
}

extension Question {
    /// In the order in which a person would tell it; a later suggestion may build on earlier answers.
    static let all: [Question] = business + place + look + app

    private static let business: [Question] = [
        text("name", "TEXT", "Name of the shop", "the name over the door") { $1.name = $0 },
        Question(
            option: option("legal-name", "TEXT", "the entity behind the shop, if it has another name"),
            prompt: "Legal name", isOptional: true, accept: { text, answers in answers.legalName = text }),
        Question(
            option: option(
                "group", "GROUP", "the chain that the shop belongs to: a file in tenants/groups", suggestions: .groups),
            prompt: "Group", isOptional: true,
            accept: { (text, answers) throws(Objection) in
                guard answers.groups.contains(text) else {
                    let nearest = Similarity.nearest(to: text, in: answers.groups)
                    throw Objection("is no group" + (nearest.map { "; did you mean `\($0)`?" } ?? ""))
                }
                answers.group = text
            }),
    ]

    private static let place: [Question] = [
        text("street", "TEXT", "Street and number", "the street and number") { $1.street = $0 },
        Question(
            option: option("street2", "TEXT", "a second line, such as a suite"), prompt: "Second line",
            isOptional: true, accept: { text, answers in answers.street2 = text }),
        text("city", "TEXT", "City", "the city") { $1.city = $0 },
        Question(
            option: option("region", "REGION", "the state, province or country: US-TX or Texas"),
            prompt: "State, province or country",
            accept: { (text, answers) throws(Objection) in answers.region = try Places.region(text) }),
        text("postal-code", "CODE", "Postal code", "the postal code") { $1.postalCode = $0 },
        Question(
            option: option("time-zone", "ZONE", "the IANA time zone (default: that of the region, where it has one)"),
            prompt: "Time zone", follows: ["region"],
            suggest: { Places.timeZone(of: $0.region).map { ($0.zone, $0.isOnly) } },
            accept: { (text, answers) throws(Objection) in answers.timeZone = try Places.timeZone(text) }),
        Question(
            option: option("phone", "NUMBER", "where customers call: +15125550123 or (512) 555-0123"), prompt: "Phone",
            follows: ["region"],
            accept: { (text, answers) throws(Objection) in
                answers.phone = try Places.phone(text, country: answers.country)
            }),
        Question(
            option: option("email", "ADDRESS", "where customers write"), prompt: "E-mail",
            accept: { (text, answers) throws(Objection) in answers.email = try Web.email(text) }),
        Question(
            option: option("website", "URL", "the shop's website"), prompt: "Website", isOptional: true,
            accept: { (text, answers) throws(Objection) in answers.website = try Web.address(text) }),
        Question(
            option: option("hours", "HOURS", "opening hours: \"mon-fri 7:30-17:30, sat 8-12\", or none"),
            prompt: "Opening hours", suggest: { _ in ("mon-fri 08:00-17:00", false) },
            accept: { (text, answers) throws(Objection) in answers.hours = try WeekHours.parse(text) }),
    ]

    private static let look: [Question] = [
        Question(
            option: option("app-name", "TEXT", "the name in the stores, 2 to 30 characters (default: the shop's name)"),
            prompt: "Name of the app", follows: ["name"],
            suggest: { (2...30).contains($0.name.count) ? ($0.name, true) : (Names.cut($0.name, to: 30), false) },
            accept: { (text, answers) throws(Objection) in
                guard (2...30).contains(text.count) else { throw Objection("must have 2 to 30 characters") }
                answers.appName = text
            }),
        Question(
            option: option("short-name", "TEXT", "the name under the icon, at most 12 characters"),
            prompt: "Short name, under the icon", follows: ["app-name"],
            suggest: { (Names.cut($0.appName, to: 12), true) },
            accept: { (text, answers) throws(Objection) in
                guard text.count <= 12 else { throw Objection("has more than 12 characters") }
                answers.shortName = text == answers.appName ? nil : text
            }),
        Question(
            option: option(
                "primary-color", "COLOR", "the colour of the brand: \"#1F5A3C\"; what stands on it is computed"),
            prompt: "Colour of the brand", suggest: { _ in ("#1F5A3C", false) },
            accept: { (text, answers) throws(Objection) in
                guard let color = Color(hex: text.hasPrefix("#") ? text : "#" + text) else {
                    throw Objection("is no colour; write `#` and six hex digits")
                }
                answers.primary = color
            }),
    ]

    private static let app: [Question] = [
        Question(
            option: option(
                "bundle-id", "ID", "the id of both apps (default: the domain of the website or e-mail, backwards)"),
            prompt: "Id of the apps", follows: ["email", "website"],
            suggest: { answers in Web.bundleID(for: answers).map { ($0, true) } },
            accept: { (text, answers) throws(Objection) in answers.bundleID = try Web.appID(text) }),
        Question(
            option: option("team-id", "ID", "the Apple team that signs, if it is not the operator's"),
            prompt: "Apple team id", inherited: "app.ios.team_id",
            accept: { (text, answers) throws(Objection) in
                let isTeam = text.utf8.count == 10 && text.allSatisfy { $0.isASCII && ($0.isNumber || $0.isUppercase) }
                guard isTeam else { throw Objection("is no team id: ten capital letters and digits") }
                answers.teamID = text
            }),
        Question(
            option: option("features", "LIST", "what the app can do: \(Names.features.joined(separator: ", "))"),
            prompt: "Features (\(Names.features.joined(separator: ", ")))",
            suggest: { _ in ("booking,service_history,vehicle_garage,estimate_approval,messaging", true) },
            accept: { (text, answers) throws(Objection) in answers.features = try Names.features(in: text) }),
        Question(
            option: option("provider", "LIST", "the systems to connect, such as tekmetric,stripe; or none"),
            prompt: "Shop system and card company", follows: ["features"], suggest: { _ in ("none", true) },
            accept: { (text, answers) throws(Objection) in try Names.connect(text, in: &answers) }),
        Question(
            option: option(
                "billing", "TERMS", "what the shop pays the operator: 2.5% of bookings, or 149.00 USD a month"),
            prompt: "What the shop pays (2.5%, or 149.00 USD)", inherited: "billing.model",
            accept: { (text, answers) throws(Objection) in answers.billing = try Names.billing(text) }),
        Question(
            option: option(
                "contact", "TEXT", "whom a customer asks about privacy, a person or a role (default: the shop's name)"),
            prompt: "Contact for privacy", follows: ["name"], suggest: { ($0.name, true) },
            accept: { text, answers in answers.contact = text }),
        Question(
            option: option("customers-in", "LIST", "where customers live: US-TX,US-OK (default: the shop's region)"),
            prompt: "Customers live in", follows: ["region"], suggest: { ($0.region, true) },
            accept: { (text, answers) throws(Objection) in
                answers.customersIn = []
                for part in text.split(separator: ",") {
                    let region = try Places.region(Names.trimmed(part))
                    if !answers.customersIn.contains(region) { answers.customersIn.append(region) }
                }
            }),
        statement("sells-data", "Does the shop sell customers' data?"),
        statement("shares-for-ads", "Does it give customers' data to anyone for their ads?"),
        statement("records-calls", "Does it record phone calls?"),
        Question(
            option: option("effective-date", "DATE", "from when the policy counts (default: today)"),
            prompt: "The policy counts from", inherited: "privacy.effective_date", suggest: { ($0.today, true) },
            accept: { (text, answers) throws(Objection) in
                guard let date = CalendarDate(text) else { throw Objection("is no date such as 2026-12-01") }
                answers.effectiveDate = date.text
            }),
    ]

    private static func option(
        _ name: String, _ value: String, _ help: String, suggestions: Candidates = .files
    ) -> Command.Option {
        Command.Option(name: name, value: value, help: help, suggestions: suggestions)
    }

    private static func text(
        _ name: String, _ value: String, _ prompt: String, _ help: String,
        store: @escaping @Sendable (String, inout Answers) -> Void
    ) -> Question {
        Question(option: option(name, value, help), prompt: prompt, accept: store)
    }

    /// A fact that the policy states; nobody can guess it, but most shops say no.
    private static func statement(_ name: String, _ prompt: String) -> Question {
        let key = String(name.map { $0 == "-" ? "_" : $0 })
        return Question(
            option: option(name, "YES|NO", "\(prompt) (default: no)", suggestions: .words(["yes", "no"])),
            prompt: prompt, inherited: "privacy.\(key)",
            suggest: { _ in ("no", true) },
            accept: { (text, answers) throws(Objection) in
                guard let isTrue = ["yes": true, "y": true, "no": false, "n": false][text.lowercased()] else {
                    throw Objection("is neither yes nor no")
                }
                answers.statements.append(Answers.Statement(key: key, isTrue: isTrue))
            })
    }
}
