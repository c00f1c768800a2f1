/// One fact that a policy tells otherwise than before.
package struct PolicyChange: Sendable, Hashable {
    /// In the order of a report.
    package enum Kind: String, CaseIterable, Sendable {
        case data, purpose, recipient, sale, retention, rights, identity, contact, law
        case source, need, age, security, cookie, permission, announcement, statement
    }

    package enum Sign: String, Sendable {
        case added, removed, changed
    }

    /// Why customers must be told. The first six are those that the project's owner named; the list of Colorado's rule
    /// 6.04 has the next two.
    package enum Cause: String, CaseIterable, Sendable {
        case newData = "new_data"
        case newPurpose = "new_purpose"
        case newRecipient = "new_recipient"
        case sale
        case longerRetention = "longer_retention"
        case fewerRights = "fewer_rights"
        case newIdentity = "new_identity"
        case newContact = "new_contact"
        /// Data goes to another country: GDPR Art. 13(1)(f) and CQLR c. P-39.1 s. 8 make a policy name it.
        case newCountry = "new_country"
    }

    package let kind: Kind
    package let sign: Sign
    /// What changed, as a customer calls it.
    package let subject: String
    package let before: String?
    package let after: String?
    /// nil where nobody needs to be told.
    package let cause: Cause?
    /// What a customer is told, in the voice of the shop; nil where a customer learns nothing from it.
    package let sentence: String?

    package var isMaterial: Bool { cause != nil }

    init(
        _ kind: Kind, _ sign: Sign, _ subject: String, before: String? = nil, after: String? = nil,
        cause: Cause? = nil, sentence: String? = nil
    ) {
        self.kind = kind
        self.sign = sign
        self.subject = subject
        self.before = before
        self.after = after
        self.cause = cause
        self.sentence = sentence
    }
}

extension [PolicyChange] {
    /// What a customer is told, each sentence once, what must be told first.
    package var sentences: [String] {
        (filter(\.isMaterial) + filter { !$0.isMaterial }).compactMap(\.sentence).uniqued()
    }
}
