package import LiveryDiagnostics
package import LiveryTenant

extension DataMap {
    /// Gathers what the features and providers of a tenant declare. Nothing is guessed: the undeclared is refused.
    ///
    /// The diagnostics carry the path of the field to mend and no span; the compiler knows where the field stands.
    package static func derive(
        from tenant: Tenant, catalogue: Catalogue
    ) -> (dataMap: DataMap, diagnostics: [Diagnostic]) {
        var derivation = DataMapDerivation(tenant: tenant, catalogue: catalogue)
        return (derivation.run(), derivation.diagnostics)
    }
}

private struct DataMapDerivation {
    let tenant: Tenant
    let catalogue: Catalogue
    var diagnostics: [Diagnostic] = []
    /// By the places of their categories.
    private var drafts = Array(repeating: Draft(), count: DataCategory.inOrder.count)
    private var collected: CategorySet = []
    private var recipients: [(recipient: DataMap.Recipient, gets: CategorySet)] = []
    /// Paths, with what they are the reason for.
    private var reasons: [(path: String, brings: CategorySet)] = []

    private struct Draft {
        var sources: SourceSet = []
        var purposes: PurposeSet = []
        var isNeeded = false
    }

    init(tenant: Tenant, catalogue: Catalogue) {
        self.tenant = tenant
        self.catalogue = catalogue
    }

    mutating func run() -> DataMap {
        collect(CollectedData.account, because: "app")
        collect(CollectedData.traffic, because: "api")
        for feature in tenant.features.enabled {
            collect(
                CollectedData.feature(feature, of: tenant.features), because: "features.\(feature.rawValue)")
        }
        collectCalls()
        for integration in tenant.production.integrations where integration.provider.kind == .shopManagement {
            connect(integration)
        }
        shareWithShopAndOperator()
        collectUse()
        collectPayments()
        shareLocation()
        shareWithServiceProviders()
        shareWithBuyers()
        return DataMap(rows: rows(), notCollected: notCollected)
    }

    private mutating func collect(_ data: [CollectedData], because path: String) {
        var brought: CategorySet = []
        for item in data {
            let place = item.category.place
            drafts[place].sources.insert(SourceSet(item.source))
            drafts[place].purposes.formUnion(item.purposes)
            // One part that needs the data makes it needed.
            if item.need == .needed { drafts[place].isNeeded = true }
            brought.insert(CategorySet(item.category))
        }
        collected.formUnion(brought)
        give(brought, because: path)
    }

    private mutating func give(_ categories: CategorySet, because path: String) {
        guard !categories.isEmpty else { return }
        if let place = reasons.firstIndex(where: { $0.path == path }) {
            reasons[place].brings.formUnion(categories)
        } else {
            reasons.append((path, categories))
        }
    }

    /// Adds a recipient to those of the categories that are collected.
    private mutating func share(
        _ categories: CategorySet, with recipient: DataMap.Recipient, because path: String? = nil
    ) {
        let shared = categories.intersection(collected)
        guard !shared.isEmpty else { return }
        if let place = recipients.firstIndex(where: { $0.recipient == recipient }) {
            recipients[place].gets.formUnion(shared)
        } else {
            recipients.append((recipient, shared))
        }
        if let path { give(shared, because: path) }
    }

    /// What the shop's system sends counts when the shop reads it; the system gets what the shop writes to it.
    private mutating func connect(_ integration: Integration) {
        let provider = integration.provider
        let path = "integrations.\(provider.id)"
        let recipient = DataMap.Recipient(provider, role: .shopSystem)
        for sync in integration.sync {
            guard let held = ResourceData.categories(of: sync.resource) else {
                diagnostics.append(.undeclaredResource(sync.resource, of: provider, path: path))
                continue
            }
            if sync.operations.contains(.read) {
                let sent = held.filter(provider.sends.contains)
                collect(sent.map { CollectedData($0, from: .shopSystem, for: $0.shopPurpose) }, because: path)
            }
            if sync.operations.contains(where: { $0 != .read }) {
                share(CategorySet(held).intersection(CategorySet(provider.receives)), with: recipient, because: path)
            }
        }
    }

    private mutating func collectCalls() {
        guard tenant.privacy.recordsCalls else { return }
        let path = "privacy.records_calls"
        // The tenant says why recordings are kept; that is what they are for.
        let purpose: DataMap.Purpose =
            switch tenant.privacy.retention.periods[.callRecordings]?.reason {
            case .disputes: .disputes
            case .security: .security
            case .taxLaw: .legalDuty
            case .warranty: .repair
            case .service, nil: .contact
            }
        collect([CollectedData(.callRecordings, from: .person, for: purpose)], because: path)
    }

    /// The operator runs the app for the shop: all but the phone calls passes through its systems.
    private mutating func shareWithShopAndOperator() {
        let shop = DataMap.Recipient(
            name: tenant.shop.name, role: .shop, country: tenant.shop.address.region.country,
            privacyPolicy: nil, job: nil, because: "shop")
        share(collected.subtracting(.technical), with: shop)
        share(collected.subtracting(.beyondOperator), with: tenant.operatorRecipient)
        for sister in tenant.privacy.sharesRecordsWith {
            let recipient = DataMap.Recipient(
                name: sister, role: .sisterShop, country: nil, privacyPolicy: nil, job: nil,
                because: "privacy.shares_records_with")
            share(.records, with: recipient, because: recipient.because)
        }
    }

    private mutating func collectUse() {
        let analytics = tenant.production.analytics
        if analytics.googleAnalytics != nil { measure(with: "google_analytics") }
        guard let firebase = analytics.firebase else { return }
        measure(with: "firebase")
        guard firebase.crashReports else { return }
        let path = "analytics.firebase.crash_reports"
        collect(CollectedData.crashReports, because: path)
        share(CategorySet(.crashes), with: tenant.operatorRecipient)
        // Firebase takes the reports itself where the catalogue says so; else a company of the operator must.
        if let provider = catalogue["firebase"], provider.receives.contains(.crashes) {
            share(CategorySet(.crashes), with: DataMap.Recipient(provider, role: .analytics))
        } else if !tenant.operator.serviceProviders.contains(where: { $0.job == .crashReports }) {
            diagnostics.append(.missingServiceProvider(.crashReports))
        }
    }

    private mutating func measure(with id: String) {
        let path = "analytics.\(id)"
        guard let provider = catalogue[id] else {
            preconditionFailure("the built-in catalogue has \(id), and a workspace can only correct it")
        }
        collect(CollectedData.measuring.filter { provider.receives.contains($0.category) }, because: path)
        share(CategorySet(.usage), with: tenant.operatorRecipient, because: path)
        let received = CategorySet(provider.receives).intersection(CategorySet([.device, .usage]))
        share(received, with: DataMap.Recipient(provider, role: .analytics), because: path)
    }

    private mutating func collectPayments() {
        guard tenant.features.payments != nil else { return }
        guard let processor = tenant.paymentProcessor else {
            preconditionFailure("the rules of the tenant connect a processor where customers pay")
        }
        share(
            CategorySet(processor.receives), with: DataMap.Recipient(processor, role: .payments),
            because: "billing.processor")
    }

    private mutating func shareLocation() {
        guard let towing = tenant.features.towing else { return }
        let company = DataMap.Recipient(
            name: towing.company, role: .towing, country: towing.country, privacyPolicy: nil, job: nil,
            because: "features.towing.company")
        share(CategorySet(.location), with: company, because: "features.towing")
    }

    private mutating func shareWithServiceProviders() {
        for job in tenant.neededJobs where !tenant.operator.serviceProviders.contains(where: { $0.job == job }) {
            diagnostics.append(.missingServiceProvider(job))
        }
        for provider in tenant.activeServiceProviders {
            let recipient = DataMap.Recipient(
                name: provider.name, role: .serviceProvider, country: provider.country,
                privacyPolicy: provider.privacyPolicy, job: provider.job,
                because: "operator.service_providers.\(provider.id)")
            share(tenant.data(for: provider.job), with: recipient)
        }
    }

    private mutating func shareWithBuyers() {
        let privacy = tenant.privacy
        let uses = (privacy.sellsData ? [DataMap.Purpose.sale] : []) + (privacy.sharesForAds ? [.ads] : [])
        let sold = CategorySet(privacy.soldData).intersection(collected)
        if !uses.isEmpty {
            for category in sold.members { drafts[category.place].purposes.formUnion(PurposeSet(uses)) }
            give(sold, because: "privacy.sold_data")
        }
        for buyer in tenant.privacy.buyers {
            let recipient = DataMap.Recipient(
                name: buyer.name, role: .buyer, country: buyer.country, privacyPolicy: buyer.privacyPolicy, job: nil,
                because: "privacy.buyers.\(buyer.name)")
            share(sold, with: recipient)
        }
    }

    private mutating func rows() -> [DataMap.Row] {
        var missing: Set<RetentionCategory> = []
        let hasBases = Law.asksForLegalBases(of: tenant)
        recipients.sort { $0.recipient < $1.recipient }
        reasons.sort { $0.path < $1.path }
        return collected.members.compactMap { category -> DataMap.Row? in
            let (draft, set) = (drafts[category.place], CategorySet(category))
            let because = reasons.compactMap { $0.brings.contains(set) ? $0.path : nil }
            guard let retention = retention(of: category) else {
                if let key = category.retention, missing.insert(key).inserted {
                    diagnostics.append(.missingRetention(key, for: category, because: because))
                }
                return nil
            }
            var purposes = draft.purposes
            if retention.reason == .taxLaw { purposes.insert(PurposeSet(.legalDuty)) }
            let uses = purposes.members
            return DataMap.Row(
                category: category,
                sources: draft.sources.members,
                purposes: uses,
                recipients: recipients.compactMap { $0.gets.contains(set) ? $0.recipient : nil },
                retention: retention,
                need: draft.isNeeded ? .needed : .optional,
                handling: DataMap.Handling(
                    of: category, kept: retention, for: uses, by: tenant, hasBases: hasBases),
                because: because)
        }
    }

    /// Use is kept by the analytics providers, for as long as their setting says; the longer one counts.
    private func retention(of category: DataCategory) -> RetentionPeriod? {
        guard category != .paymentCard else {
            // The processor takes it and keeps it by its own rules; nothing of it stays here.
            return RetentionPeriod(
                length: RetentionPeriod.Duration(count: 0, unit: .days), after: .payment, reason: .service)
        }
        guard category == .usage else {
            return category.retention.flatMap { tenant.privacy.retention.periods[$0] }
        }
        let analytics = tenant.production.analytics
        let months = max(analytics.googleAnalytics?.retentionMonths ?? 0, analytics.firebase?.retentionMonths ?? 0)
        return RetentionPeriod(
            length: RetentionPeriod.Duration(count: months, unit: .months), after: .collected, reason: .service)
    }

    private var notCollected: [DataCategory] {
        [.vin, .plate, .photos, .paymentCard, .location, .usage, .callRecordings].filter {
            !collected.contains(CategorySet($0))
        }
    }
}

extension CategorySet {
    /// What serves the running of the app, and no visit: the shop does not see it.
    fileprivate static let technical = CategorySet([.login, .paymentCard, .pushToken, .device, .usage, .crashes, .logs])
    /// What does not pass through the operator's systems.
    fileprivate static let beyondOperator = CategorySet([.callRecordings, .paymentCard])
    /// What is not stored with the rest.
    fileprivate static let beyondHosting = CategorySet([.paymentCard, .usage, .crashes, .callRecordings])
    /// What another shop of the chain sees.
    fileprivate static let records = CategorySet([
        .name, .email, .phone, .address, .vehicle, .vin, .plate, .mileage, .appointments, .repairRecords,
    ])
}

extension Tenant {
    /// What a company with this job gets, as far as it is collected, besides the text of each e-mail, SMS and alert.
    func data(for job: ServiceProvider.Job) -> CategorySet {
        switch job {
        case .hosting: CategorySet.everything.subtracting(.beyondHosting)
        case .email: CategorySet([.name, .email])
        case .textMessages: CategorySet(features.messaging?.textMessages == true ? [.phone, .messages] : [.phone])
        case .pushNotifications: CategorySet(.pushToken)
        case .crashReports: CategorySet([.device, .crashes])
        case .support: CategorySet([.name, .email, .phone])
        case .maps: CategorySet(.location)
        }
    }

    var operatorRecipient: DataMap.Recipient {
        DataMap.Recipient(
            name: self.operator.name, role: .operator, country: self.operator.address.region.country,
            privacyPolicy: self.operator.privacyPolicy, job: nil, because: "operator")
    }

    /// Who takes the customers' payments.
    var paymentProcessor: Provider? {
        guard features.payments != nil, let id = production.billing.processor else { return nil }
        return production.integrations.first { $0.provider.id == id && $0.provider.kind == .payments }?.provider
    }

    var sendsTexts: Bool {
        features.messaging?.textMessages == true || features.reminders?.channels.contains(.text) == true
    }

    var sendsPush: Bool { features.push != nil || features.reminders?.channels.contains(.push) == true }

    /// The jobs that somebody must do for this tenant; the rest is the operator's choice.
    var neededJobs: [ServiceProvider.Job] {
        ServiceProvider.Job.allCases.filter { job in
            switch job {
            case .hosting, .email: true
            case .textMessages: sendsTexts
            case .pushNotifications: sendsPush
            case .support, .maps, .crashReports: false
            }
        }
    }

    /// The operator's companies that touch the data of this shop's customers.
    var activeServiceProviders: [ServiceProvider] {
        let neededJobs = neededJobs
        return self.operator.serviceProviders.filter { provider in
            switch provider.job {
            case .support: true
            case .maps: features.towing != nil
            case .crashReports: production.analytics.firebase?.crashReports == true
            default: neededJobs.contains(provider.job)
            }
        }
    }
}

extension DataMap.Recipient {
    convenience init(_ provider: Provider, role: Role) {
        self.init(
            name: provider.name.value ?? provider.id, role: role, country: provider.country.value,
            privacyPolicy: provider.privacyPolicy.value, job: nil,
            because: role == .analytics ? "analytics.\(provider.id)" : "integrations.\(provider.id)")
    }
}

extension Diagnostic {
    fileprivate static func missingRetention(
        _ key: RetentionCategory, for category: DataCategory, because paths: [String]
    ) -> Diagnostic {
        let because = paths.joined(separator: "`, `")
        return Diagnostic(
            code: "privacy/retention-missing",
            "No period says how long `\(category.rawValue)` is kept, which `\(because)` brings in.",
            at: nil, path: "privacy.retention.\(key.rawValue)",
            help: "Add `\(key.rawValue): {keep: 2 years, after: last_visit, because: service}` with the true period.")
    }

    fileprivate static func missingServiceProvider(_ job: ServiceProvider.Job) -> Diagnostic {
        let reason =
            switch job {
            case .hosting: "the policy must say who stores the data"
            case .email: "every account needs e-mail"
            case .textMessages: "text messages are on"
            case .pushNotifications: "push notifications are on"
            case .crashReports: "crash reports are on"
            case .support, .maps: preconditionFailure("no feature needs a company for \(job.rawValue)")
            }
        return Diagnostic(
            code: "privacy/provider-missing",
            "No service provider of the operator has the job `\(job.rawValue)`, but \(reason).",
            at: nil, path: "operator.service_providers",
            help: "Add the company to `operator.service_providers` in platform.yaml, or switch the feature off.")
    }

    fileprivate static func undeclaredResource(_ resource: String, of provider: Provider, path: String) -> Diagnostic {
        Diagnostic(
            code: "privacy/resource-undeclared",
            "Nothing declares which customer data the resource `\(resource)` of \(provider.id) holds.",
            at: nil, path: "\(path).sync.\(resource)",
            help: "Leave the resource out of `sync`, or declare it in the compiler's data map.")
    }
}
