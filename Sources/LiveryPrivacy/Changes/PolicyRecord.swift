/// What the policy of one bundle promises, in values that can be compared. A former bundle can know values that this
/// version does not, so they are texts here.
package struct PolicyRecord: Sendable {
    package let shop: String
    /// Of the policy for customers.
    package let version: String
    /// `YYYY-MM-DD`.
    package let effectiveDate: String
    package let shopName: String
    package let shopLegalName: String
    package let operatorName: String
    package let operatorLegalName: String
    package let contact: Person
    /// Quebec's person in charge, or a data protection officer.
    package let officer: Person?
    package let sellsData: Bool
    package let sharesForAds: Bool
    package let soldData: [String]
    package let trackingDomains: [String]
    package let minimumAge: Int
    package let answerDays: Int
    package let backupDays: Int
    package let security: [String]
    /// The laws that apply, home first.
    package let laws: [Law]
    package let announcedBy: [String]
    package let noticeDays: Int
    package let data: [Data]
    package let cookies: [Cookie]
    package let permissions: [Permission]
    /// What the policy says, clause by clause, in its words.
    package let statements: [Statement]
    /// And whatever the words.
    package let meaning: [PolicyMeaning.Line]

    package struct Person: Sendable, Hashable {
        package let name: String
        package let title: String?
        package let email: String
        package let phone: String?

        package init(name: String, title: String?, email: String, phone: String?) {
            (self.name, self.title, self.email, self.phone) = (name, title, email, phone)
        }
    }

    package struct Law: Sendable, Hashable {
        package let id: String
        package let name: String
        package let cite: String
        package let places: [String]
        /// The section of the policy that speaks of it.
        package let annex: String?

        package init(id: String, name: String, cite: String, places: [String], annex: String?) {
            (self.id, self.name, self.cite, self.places, self.annex) = (id, name, cite, places, annex)
        }
    }

    package struct Data: Sendable {
        package let category: String
        package let sources: [String]
        package let purposes: [String]
        package let recipients: [Recipient]
        package let kept: Period
        package let isNeeded: Bool

        package init(
            category: String, sources: [String], purposes: [String], recipients: [Recipient], kept: Period,
            isNeeded: Bool
        ) {
            self.category = category
            self.sources = sources
            self.purposes = purposes
            self.recipients = recipients
            self.kept = kept
            self.isNeeded = isNeeded
        }
    }

    package struct Recipient: Sendable, Hashable {
        package let name: String
        package let role: String
        package let job: String?
        package let country: String?

        package init(name: String, role: String, job: String?, country: String?) {
            (self.name, self.role, self.job, self.country) = (name, role, job, country)
        }
    }

    package struct Period: Sendable, Hashable {
        package let count: Int
        package let unit: String
        package let after: String
        package let because: String

        package init(count: Int, unit: String, after: String, because: String) {
            (self.count, self.unit, self.after, self.because) = (count, unit, after, because)
        }
    }

    package struct Cookie: Sendable, Hashable {
        package let name: String
        package let provider: String
        package let category: String
        package let purpose: String
        package let duration: String

        package init(name: String, provider: String, category: String, purpose: String, duration: String) {
            self.name = name
            self.provider = provider
            self.category = category
            self.purpose = purpose
            self.duration = duration
        }
    }

    package struct Permission: Sendable, Hashable {
        package let id: String
        package let purpose: String

        package init(id: String, purpose: String) {
            (self.id, self.purpose) = (id, purpose)
        }
    }

    package struct Statement: Sendable, Hashable {
        package let section: String
        package let clause: String
        package let text: String

        package init(section: String, clause: String, text: String) {
            (self.section, self.clause, self.text) = (section, clause, text)
        }
    }

    package init(
        shop: String, version: String, effectiveDate: String, shopName: String, shopLegalName: String,
        operatorName: String, operatorLegalName: String, contact: Person, officer: Person?, sellsData: Bool,
        sharesForAds: Bool, soldData: [String], trackingDomains: [String], minimumAge: Int, answerDays: Int,
        backupDays: Int, security: [String], laws: [Law], announcedBy: [String], noticeDays: Int, data: [Data],
        cookies: [Cookie], permissions: [Permission], statements: [Statement],
        meaning: [PolicyMeaning.Line]
    ) {
        self.shop = shop
        self.version = version
        self.effectiveDate = effectiveDate
        (self.shopName, self.shopLegalName) = (shopName, shopLegalName)
        (self.operatorName, self.operatorLegalName) = (operatorName, operatorLegalName)
        (self.contact, self.officer) = (contact, officer)
        (self.sellsData, self.sharesForAds) = (sellsData, sharesForAds)
        (self.soldData, self.trackingDomains) = (soldData, trackingDomains)
        (self.minimumAge, self.answerDays, self.backupDays) = (minimumAge, answerDays, backupDays)
        self.security = security
        self.laws = laws
        (self.announcedBy, self.noticeDays) = (announcedBy, noticeDays)
        (self.data, self.cookies, self.permissions) = (data, cookies, permissions)
        (self.statements, self.meaning) = (statements, meaning)
    }
}

extension PolicyRecord {
    /// Everybody who gets something: by name and role, with the categories in the order of the map.
    var shares: [Share] {
        var shares: [Share] = []
        for row in data {
            for recipient in row.recipients {
                let place = shares.firstIndex { $0.name == recipient.name && $0.role == recipient.role }
                if let place {
                    shares[place].add(recipient, row.category)
                } else {
                    shares.append(Share(recipient, row.category))
                }
            }
        }
        return shares
    }

    /// What one company gets; it can have several jobs.
    struct Share {
        let name: String
        let role: String
        private(set) var jobs: [String]
        private(set) var country: String?
        private(set) var categories: [String]

        init(_ recipient: Recipient, _ category: String) {
            (name, role, country) = (recipient.name, recipient.role, recipient.country)
            jobs = [recipient.job].compactMap { $0 }
            categories = [category]
        }

        mutating func add(_ recipient: Recipient, _ category: String) {
            if let job = recipient.job, !jobs.contains(job) { jobs.append(job) }
            if !categories.contains(category) { categories.append(category) }
            country = country ?? recipient.country
        }
    }
}
