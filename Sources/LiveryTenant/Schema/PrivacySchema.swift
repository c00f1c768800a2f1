import LiveryDiagnostics
import LiverySchema

// What is true about the shop's handling of data, and what the shop pays: privacy, billing.

extension Schema<Privacy> {
    static var privacy: Schema<Privacy> {
        object(
            "Privacy",
            Field("contact", .contact, "Whom a customer asks."),
            .optional("officer", .officer, "A data protection officer, or Quebec's person in charge."),
            Field(
                "customers_in", .list(of: .region, count: 1...400), "The places where customers live, ISO 3166."),
            Field("sells_data", .boolean, "Whether the shop sells customers' data."),
            Field("shares_for_ads", .boolean, "Whether the shop gives customers' data to anyone for their ads."),
            Field("records_calls", .boolean, "Whether the shop records phone calls."),
            Field(
                "shares_records_with", .list(of: .text("a shop's name"), count: 0...200), default: [],
                "Other shops that see this shop's records, by name."),
            Field("retention", .retention, "How long each kind of data is kept."),
            Field(
                "minimum_age", .integer("an age", 13...18), "The age below which the app is not meant for a person."),
            Field("answer_days", .integer("a number of days", 1...45), "Within how many days a request is answered."),
            Field("effective_date", .date, "From when the policy counts."),
            Field("changes", .changes, "How changes of the policy are made known."),
            Field(
                "sold_data", .list(of: .choice("a kind of data"), count: 0...25), default: [],
                "What is sold or given for ads; needed where one of the two is true."),
            Field(
                "tracking_domains", .list(of: .domain, count: 0...50), default: [],
                "The hosts that get data for ads; Apple's privacy manifest lists them."),
            Field(
                "buyers", .list(of: .buyer, keyedBy: "name", count: 0...50), default: [],
                "Who gets what is sold or given for ads."),
            Field(
                "size", .size, default: BusinessSize(),
                "The figures by which laws spare small businesses; best in `platform.yaml`, for all shops."),
            Field(
                "grants_rights", .list(of: .choice("a right"), count: 0...3), default: [],
                "What every customer can ask for, even where no law says so."),
            Field("for_children", .boolean, default: false, "Whether the app is made for children under 13."),
            .optional(
                "eu_representative", .representative,
                "Who speaks for a shop outside the European Economic Area there: GDPR Art. 27."),
            .optional(
                "uk_representative", .representative,
                "Who speaks for a shop outside the United Kingdom there: UK GDPR Art. 27."),
            Field(
                "officer_not_needed", .boolean, default: false,
                "Whether the shop needs no data protection officer: GDPR Art. 37."),
            build: Privacy.init)
    }
}

extension Schema<Privacy.Buyer> {
    fileprivate static var buyer: Schema<Privacy.Buyer> {
        object(
            "A buyer",
            Field("name", .text("a company's name"), "The company."),
            Field("country", .country, "Where it works, ISO 3166-1."),
            .optional("privacy_policy", .httpsURL, "Its own policy."),
            build: Privacy.Buyer.init)
    }
}

extension Schema<Privacy.Representative> {
    fileprivate static var representative: Schema<Privacy.Representative> {
        object(
            "A representative",
            Field("name", .text("a name"), "The person or company."),
            Field("address", .text("an address", length: 5...200), "Where it takes post, on one line."),
            Field("email", .email, "Where it reads mail."),
            build: Privacy.Representative.init)
    }
}

extension Schema<BusinessSize> {
    fileprivate static var size: Schema<BusinessSize> {
        let people = Schema<Int>.integer("a number of people", 0...400_000_000)
        return object(
            "The size",
            .optional(
                "annual_revenue", .integer("an amount", 0...100_000_000_000),
                "Gross revenue of a year in whole US dollars, at most: `8000000`."),
            .optional(
                "consumers", people,
                "How many people of any one state the business has data about in a year, at most."),
            Field(
                "consumers_by_state", .map(keys: "region", of: people) { .unknownRegion($0, in: $1) }, default: [],
                "The same for single states where it is more or less: `{US-TX: 120000}`."),
            .optional(
                "small_business", .boolean,
                "Whether it is small by the size standards of the U.S. Small Business Administration."),
            .optional(
                "sale_percent", .integer("a percentage", 0...100),
                "The share of gross revenue that comes from the sale of data, in whole percent."),
            .optional("employees", .integer("a number of people", 0...3_000_000), "How many people work there."),
            build: { revenue, consumers, states, isSmall, percent, employees in
                BusinessSize(
                    annualRevenue: revenue, consumers: consumers,
                    consumersByState: Dictionary(states.map { (Region(known: $0.key), $0.value) }) { $1 },
                    isSmallBusiness: isSmall, salePercent: percent, employees: employees)
            })
    }
}

extension Schema<Privacy.Contact> {
    fileprivate static var contact: Schema<Privacy.Contact> {
        object(
            "The contact",
            Field("name", .text("a name or role"), "A person or a role: `Dana, the shop manager`."),
            Field("email", .email, "Where requests arrive."),
            Field("phone", .phone, "Where customers call, E.164."),
            build: Privacy.Contact.init)
    }
}

extension Schema<Privacy.Officer> {
    fileprivate static var officer: Schema<Privacy.Officer> {
        object(
            "The officer",
            Field("name", .text("a name"), "The person."),
            Field("title", .text("a title"), "The title, such as `Person in charge of personal information`."),
            Field("email", .email, "Where the person reads mail."),
            build: Privacy.Officer.init)
    }
}

extension Schema<Retention> {
    fileprivate static var retention: Schema<Retention> {
        let period = Schema<RetentionPeriod>.object(
            "A retention period",
            Field("keep", .duration, "How long, such as `7 years`."),
            Field("after", .choice("an event"), "From when the time counts."),
            Field("because", .choice("a reason"), "Why so long."),
            build: RetentionPeriod.init)
        return Schema<[KeyedValue<RetentionPeriod>]>.map(
            keys: "kind of data", known: RetentionCategory.allCases.map(\.rawValue), of: period
        ) { entry, context in
            let known = RetentionCategory.allCases.map(\.rawValue)
            return known.contains(entry.key) ? nil : .unknownCategory(entry, known: known, in: context)
        }.map { periods in
            let pairs = periods.compactMap { period in
                RetentionCategory(rawValue: period.key).map { ($0, period.value) }
            }
            return Retention(periods: Dictionary(pairs) { first, _ in first })
        }
    }
}

extension Schema<Privacy.Changes> {
    fileprivate static var changes: Schema<Privacy.Changes> {
        let change = Schema<Privacy.Change>.object(
            "A change",
            Field("date", .date, "When the policy changed."),
            Field("summary", .text("a sentence", length: 10...300), "What changed, in a sentence."),
            build: Privacy.Change.init)
        return object(
            "Changes",
            Field("announced_by", .list(of: .choice("a channel"), count: 1...3), "How customers hear of a change."),
            Field("notice_days", .integer("a number of days", 0...90), "How many days before it counts."),
            Field("history", .list(of: change), "What changed so far."),
            build: { channels, days, history in
                Privacy.Changes(announcedBy: channels, noticeDays: days, history: history.sorted { $0.date > $1.date })
            })
    }
}

/// Billing as it is written: which keys are needed depends on the model.
private struct BillingDefinition: Sendable {
    enum Model: String, CaseIterable, Sendable {
        case commission
        case subscription
    }

    let model: Model
    let commission: Int?
    let fee: (minorUnits: Int, currency: String)?
    let processor: String?
}

extension Schema<Billing> {
    static var billing: Schema<Billing> {
        let fee = Schema<(minorUnits: Int, currency: String)>.object(
            "A fee",
            Field("amount", .money, "The amount with two decimals, in quotes: `\"149.00\"`."),
            Field("currency", Schema<Currency>.choice("a currency").map(\.rawValue), "ISO 4217."),
            build: { (minorUnits: $0, currency: $1) })
        let definition = Schema<BillingDefinition>.object(
            "Billing",
            Field("model", .choice("a billing model"), "`commission` on bookings or a monthly `subscription`."),
            .optional("commission_percent", .percent, "The share of each booking, in quotes: `\"2.5\"`."),
            .optional("monthly_fee", fee, "The monthly fee."),
            .optional("processor", .text("a provider id", length: 1...60), "The payment provider, by its id."),
            build: BillingDefinition.init)
        return Schema(shape: definition.shape) { node, context in
            guard let found = definition.decode(node, &context) else { return nil }
            return model(of: found, node: node, in: &context).map { Billing(model: $0, processor: found.processor) }
        }
    }

    private static func model(
        of billing: BillingDefinition, node: LayeredNode, in context: inout DecodingContext
    ) -> Billing.Model? {
        switch (billing.model, billing.commission, billing.fee) {
        case (.commission, let share?, nil): return .commission(basisPoints: share)
        case (.subscription, nil, let fee?):
            return .subscription(monthlyMinorUnits: fee.minorUnits, currency: fee.currency)
        case (let model, let share, let fee):
            guard context.asksForWhole() else { return nil }
            context.report(.billingMismatch(model.rawValue, has: share, fee != nil, node: node, in: context))
            return nil
        }
    }
}

private enum Currency: String, CaseIterable, Sendable {
    case usd = "USD"
    case cad = "CAD"
    case gbp = "GBP"
    case eur = "EUR"
    case aud = "AUD"
    case nzd = "NZD"
    case mxn = "MXN"
    case chf = "CHF"
}

extension Schema<Int> {
    /// An amount with two decimals as an integer of the smallest unit; never a binary fraction.
    fileprivate static var money: Schema<Int> {
        let shape = ScalarShape(
            .string, "an amount", pattern: "[0-9]{1,6}\\.[0-9]{2}", examples: ["149.00"],
            help: "Write it as in `\"149.00\"`.")
        let pattern = TextPattern(source: "[0-9]{1,6}\\.[0-9]{2}")
        return scalar(shape) { text throws(ScalarFault) in
            guard pattern.matches(text), let units = Int(text.filter { $0 != "." }) else {
                throw ScalarFault(
                    "tenant/invalid-amount", "is no amount with two decimals", help: "Write it as in `\"149.00\"`.")
            }
            return units
        }
    }

    /// A percentage as basis points: `"2.5"` is 250.
    fileprivate static var percent: Schema<Int> {
        let shape = ScalarShape(
            .string, "a percentage", pattern: "[0-9]{1,2}(\\.[0-9]{1,2})?", examples: ["2.5"],
            help: "Write a number below 100 with at most two decimals, in quotes: `\"2.5\"`.")
        let pattern = TextPattern(source: "[0-9]{1,2}(\\.[0-9]{1,2})?")
        return scalar(shape) { text throws(ScalarFault) in
            let parts = text.split(separator: ".")
            guard pattern.matches(text), let whole = Int(parts[0]) else {
                throw ScalarFault(
                    "tenant/invalid-amount", "is no percentage",
                    help: "Write a number below 100 with at most two decimals, in quotes: `\"2.5\"`.",
                    replacement: text.hasSuffix("%") && pattern.matches(String(text.dropLast()))
                        ? "\"\(text.dropLast())\"" : nil)
            }
            let fraction = parts.count > 1 ? (parts[1] + "0").prefix(2) : "0"
            return whole * 100 + (Int(fraction) ?? 0)
        }
    }
}

extension Diagnostic {
    fileprivate static func unknownRegion(_ entry: LayeredNode.Entry, in context: DecodingContext) -> Diagnostic? {
        guard Region(code: entry.key) == nil else { return nil }
        return Diagnostic(
            code: "tenant/unknown-region", "`\(entry.key)` is no region that ISO 3166 knows.", at: entry.keySpan,
            path: context.pathText + "." + entry.key, help: "Write it as in `US-TX`.")
    }

    fileprivate static func unknownCategory(
        _ entry: LayeredNode.Entry, known: [String], in context: DecodingContext
    ) -> Diagnostic {
        let meant = Similarity.nearest(to: entry.key, in: known)
        return Diagnostic(
            code: "schema/unknown-key", "`\(entry.key)` is no kind of data that Livery knows.", at: entry.keySpan,
            label: meant.map { "did you mean `\($0)`?" }, path: context.pathText + "." + entry.key,
            help: "The kinds are \(joinedAsProse(known.map { "`\($0)`" })).",
            fixes: meant.map { [Fix(title: "Rename to `\($0)`", span: entry.keySpan, replacement: $0)] } ?? [])
    }

    fileprivate static func billingMismatch(
        _ model: String, has share: Int?, _ hasFee: Bool, node: LayeredNode, in context: DecodingContext
    ) -> Diagnostic {
        let (wanted, foreign) =
            model == "commission" ? ("commission_percent", "monthly_fee") : ("monthly_fee", "commission_percent")
        let isPresent = model == "commission" ? share != nil : hasFee
        if isPresent, let extra = node.entry(foreign) {
            return Diagnostic(
                code: "tenant/billing-mismatch", "`\(foreign)` does not belong to the billing model `\(model)`.",
                at: extra.keySpan,
                related: node.entry("model").map { [Label(span: $0.value.span, text: "the model is set here")] } ?? [],
                path: context.pathText,
                help: "Delete it, write `\(foreign): null` to remove an inherited one, or change the model.")
        }
        return Diagnostic(
            code: "tenant/billing-mismatch", "The billing model `\(model)` needs `\(wanted)`.",
            at: node.entry("model")?.value.span ?? node.span,
            related: node.entry(foreign).map { [Label(span: $0.keySpan, text: "this belongs to the other model")] }
                ?? [],
            path: context.pathText,
            help: "Add `\(wanted)` next to the model.")
    }
}
