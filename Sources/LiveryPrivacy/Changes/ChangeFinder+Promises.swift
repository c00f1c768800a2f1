extension ChangeFinder {
    mutating func findRecipients() {
        // The shop and the operator are told of as parties.
        let parties: Set = [DataMap.Recipient.Role.shop.rawValue, DataMap.Recipient.Role.operator.rawValue]
        let (before, after) = (old.shares, new.shares)
        for share in after where !parties.contains(share.role) {
            guard let former = before.first(where: { $0.name == share.name && $0.role == share.role }) else {
                addCompany(share)
                continue
            }
            // What is new itself is told of as such, with all who get it.
            let more = share.categories.filter { !former.categories.contains($0) && !newCategories.contains($0) }
            if !more.isEmpty {
                add(
                    PolicyChange(
                        .recipient, .changed, share.name, after: "also gets \(words.data(more))", cause: .newRecipient,
                        sentence: "\(share.name) now also gets \(words.data(more))."))
            }
            let less = former.categories.filter { !share.categories.contains($0) && !goneCategories.contains($0) }
            if !less.isEmpty {
                add(
                    PolicyChange(
                        .recipient, .changed, share.name, after: "no longer gets \(words.data(less))",
                        sentence: "\(share.name) no longer gets \(words.data(less))."))
            }
            if former.country != share.country {
                let (was, now) = (words.country(former.country), words.country(share.country))
                add(
                    PolicyChange(
                        .recipient, .changed, share.name, before: "works in \(was)", after: "works in \(now)",
                        cause: .newCountry, sentence: "\(share.name) now works in \(now). Before, it was \(was)."))
            }
            if former.jobs.sorted() != share.jobs.sorted() {
                add(
                    PolicyChange(
                        .recipient, .changed, share.name, before: words.job(former), after: words.job(share),
                        sentence: "\(share.name) now \(words.job(share))."))
            }
        }
        for share in before where !parties.contains(share.role) {
            guard !after.contains(where: { $0.name == share.name && $0.role == share.role }) else { continue }
            let stays = after.contains { $0.name == share.name }
            add(
                PolicyChange(
                    .recipient, .removed, share.name, before: words.job(share),
                    sentence: stays ? nil : "\(share.name) no longer gets your data."))
        }
    }

    private mutating func addCompany(_ share: PolicyRecord.Share) {
        let what = words.data(share.categories)
        let place = share.role == DataMap.Recipient.Role.sisterShop.rawValue ? nil : words.country(share.country)
        let works = place.map { " It works in \($0)." } ?? ""
        add(
            PolicyChange(
                .recipient, .added, share.name,
                after: "\(words.job(share)); gets \(what)\(place.map { "; works in \($0)" } ?? "")",
                cause: .newRecipient,
                sentence: "\(share.name) now gets \(what). It \(words.job(share)).\(works)"))
    }

    mutating func findSale() {
        if old.sellsData != new.sellsData {
            add(
                PolicyChange(
                    .sale, new.sellsData ? .added : .removed, "sale of data", cause: new.sellsData ? .sale : nil,
                    sentence: new.sellsData ? "We now sell personal data." : "We no longer sell personal data."))
        }
        if old.sharesForAds != new.sharesForAds {
            add(
                PolicyChange(
                    .sale, new.sharesForAds ? .added : .removed, "data for ads", cause: new.sharesForAds ? .sale : nil,
                    sentence: new.sharesForAds
                        ? "We now share data with others, who use it to show ads." : "We no longer share data for ads.")
            )
        }
        let more = new.soldData.filter { !old.soldData.contains($0) }
        if !more.isEmpty {
            let what = words.data(more)
            add(
                PolicyChange(
                    .sale, .added, "what is sold or given for ads", after: what, cause: .sale,
                    sentence: "We now sell \(what) or give it for ads."))
        }
        let less = old.soldData.filter { !new.soldData.contains($0) }
        if !less.isEmpty, new.sellsData || new.sharesForAds {
            add(
                PolicyChange(
                    .sale, .removed, "what is sold or given for ads", before: words.data(less),
                    sentence: "We no longer sell \(words.data(less)) or give it for ads."))
        }
        for host in new.trackingDomains where !old.trackingDomains.contains(host) {
            add(
                PolicyChange(
                    .sale, .added, host, after: "gets data for ads", cause: .sale,
                    sentence: "\(host) now gets data for ads."))
        }
        for host in old.trackingDomains where !new.trackingDomains.contains(host) {
            add(PolicyChange(.sale, .removed, host, before: "gets data for ads"))
        }
    }

    mutating func findPromises() {
        if old.answerDays != new.answerDays {
            let isSlower = new.answerDays > old.answerDays
            add(
                PolicyChange(
                    .rights, .changed, "time to answer a request", before: "\(old.answerDays) days",
                    after: "\(new.answerDays) days", cause: isSlower ? .fewerRights : nil,
                    sentence: "When you ask us for something, you hear from us within \(new.answerDays) days. "
                        + "Before, it was \(old.answerDays)."))
        }
        for law in new.laws where !old.laws.contains(where: { $0.id == law.id }) {
            add(
                PolicyChange(
                    .law, .added, law.name, after: law.cite,
                    sentence: "Our policy now has a part about your rights under \(law.name)."))
        }
        for law in old.laws where !new.laws.contains(where: { $0.id == law.id }) {
            add(
                PolicyChange(
                    .law, .removed, law.name, before: law.cite, cause: .fewerRights,
                    sentence: "Our policy no longer has a part about rights under \(law.name)."))
        }
        if old.minimumAge != new.minimumAge {
            add(
                PolicyChange(
                    .age, .changed, "minimum age", before: "\(old.minimumAge)", after: "\(new.minimumAge)",
                    sentence: "The app is not meant for anybody under \(new.minimumAge). "
                        + "Before, the age was \(old.minimumAge)."))
        }
        if old.backupDays != new.backupDays {
            let isLonger = new.backupDays > old.backupDays
            add(
                PolicyChange(
                    .retention, .changed, "copies in backups", before: "\(old.backupDays) days",
                    after: "\(new.backupDays) days", cause: isLonger ? .longerRetention : nil,
                    sentence: "Copies in backups are gone after \(new.backupDays) days. "
                        + "Before, it was \(old.backupDays)."))
        }
        for measure in new.security where !old.security.contains(measure) {
            add(PolicyChange(.security, .added, words.measure(measure)))
        }
        for measure in old.security where !new.security.contains(measure) {
            add(PolicyChange(.security, .removed, words.measure(measure)))
        }
    }

    mutating func findParties() {
        let names: [(subject: String, old: String, new: String, sentence: String)] = [
            ("name of the shop", old.shopName, new.shopName, "Our name is now \(new.shopName)."),
            (
                "legal name of the shop", old.shopLegalName, new.shopLegalName,
                "Our legal name is now \(new.shopLegalName)."
            ),
            ("operator", old.operatorName, new.operatorName, "\(new.operatorName) now runs the app for us."),
            (
                "legal name of the operator", old.operatorLegalName, new.operatorLegalName,
                "The legal name of \(new.operatorName) is now \(new.operatorLegalName)."
            ),
        ]
        // A shop whose legal name is its name has one name.
        let hasOneName = old.shopName == old.shopLegalName && new.shopName == new.shopLegalName
        for name in names
        where name.old != name.new && !(hasOneName && name.subject.hasPrefix("legal name of the shop")) {
            add(
                PolicyChange(
                    .identity, .changed, name.subject, before: name.old, after: name.new, cause: .newIdentity,
                    sentence: name.sentence))
        }
        if old.contact != new.contact {
            add(
                PolicyChange(
                    .contact, .changed, "contact", before: words.person(old.contact), after: words.person(new.contact),
                    cause: .newContact,
                    sentence: "To ask about your data, reach \(words.person(new.contact))."))
        }
        if old.officer != new.officer {
            let sign: PolicyChange.Sign = old.officer == nil ? .added : new.officer == nil ? .removed : .changed
            add(
                PolicyChange(
                    .contact, sign, "person in charge of data", before: old.officer.map(words.person),
                    after: new.officer.map(words.person),
                    cause: old.officer == nil ? nil : .newContact,
                    sentence: new.officer.map { "In charge of personal data is now \(words.person($0))." }))
        }
        if old.announcedBy.sorted() != new.announcedBy.sorted() {
            add(
                PolicyChange(
                    .announcement, .changed, "where changes are announced", before: words.channels(old.announcedBy),
                    after: words.channels(new.announcedBy),
                    sentence: "We tell you about changes \(words.channels(new.announcedBy))."))
        }
        if old.noticeDays != new.noticeDays {
            add(
                PolicyChange(
                    .announcement, .changed, "notice of changes", before: "\(old.noticeDays) days before",
                    after: "\(new.noticeDays) days before",
                    sentence: "We tell you about changes \(new.noticeDays) days before they count. "
                        + "Before, it was \(old.noticeDays)."))
        }
    }
}
