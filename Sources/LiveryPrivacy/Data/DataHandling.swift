package import LiveryTenant

extension DataMap {
    /// How one kind of data is treated: what the stores and the laws ask besides what, why and who.
    package struct Handling: Sendable, Hashable {
        /// Given to others for money or another gain: Cal. Civ. Code 1798.140(ad), and the sale of most states.
        package var isSold = false
        /// Given to others for ads across contexts: Cal. Civ. Code 1798.140(ah), targeted advertising of most states,
        /// tracking in Apple's sense.
        package var isSharedForAds = false
        /// Whether it stands under a person's account or device. Apple: data is linked unless the link is taken away
        /// before it is collected, and every app has an account.
        package var isLinked = true
        package var isEncryptedInTransit = false
        package var deletion = Deletion.onRequest
        /// For each purpose, in the order of ``Purpose``; empty where no law asks for one.
        package var bases: [PurposeBasis] = []
    }

    package struct PurposeBasis: Sendable, Hashable {
        package let purpose: Purpose
        package let basis: Basis
    }

    /// GDPR Art. 6(1), for every use that the product knows.
    package enum Basis: String, CaseIterable, Sendable {
        case contract
        case consent
        case duty
        case interest
    }

    /// How data can be deleted before its time is over.
    package enum Deletion: String, CaseIterable, Sendable {
        /// When the customer asks.
        case onRequest = "on_request"
        /// Not before the time is over for which the law wants it kept.
        case afterLegalDuty = "after_legal_duty"
        /// By the payment company, which alone has it.
        case byProcessor = "by_processor"
    }
}

extension DataMap.Handling {
    /// - Parameter hasBases: whether a law of the tenant asks for legal bases.
    init(
        of category: DataCategory, kept retention: RetentionPeriod, for purposes: [DataMap.Purpose], by tenant: Tenant,
        hasBases: Bool
    ) {
        let privacy = tenant.privacy
        let isGiven = privacy.soldData.contains(category)
        isSold = isGiven && privacy.sellsData
        isSharedForAds = isGiven && privacy.sharesForAds
        isEncryptedInTransit = tenant.operator.security.contains(.encryptionInTransit)
        deletion =
            if category == .paymentCard { .byProcessor } else {
                retention.reason == .taxLaw ? .afterLegalDuty : .onRequest
            }
        if hasBases { bases = purposes.map { DataMap.PurposeBasis(purpose: $0, basis: $0.basis) } }
    }
}

extension DataMap.Purpose {
    var basis: DataMap.Basis {
        switch self {
        case .signIn, .booking, .repair, .payment, .loyalty, .towing: .contract
        case .measuring, .sale, .ads: .consent
        case .legalDuty: .duty
        case .contact, .reminders, .fixingErrors, .security, .disputes: .interest
        }
    }
}

extension DataCategory {
    /// The closest key of the Fideslang taxonomy of data categories, version 3.1.4, so that privacy tools can read the
    /// data map. A car has no key there: what is known of it is data about its owner (`user`).
    /// https://github.com/ethyca/fideslang, data_files/data_categories.csv
    package var fideslang: String {
        switch self {
        case .name: "user.name"
        case .email: "user.contact.email"
        case .phone: "user.contact.phone_number"
        case .address: "user.contact.address"
        case .login: "user.authorization.credentials"
        case .vehicle, .vin, .mileage, .appointments, .inspections: "user"
        case .plate: "user.government_id.vehicle_registration"
        case .repairRecords, .estimates, .paymentHistory: "user.behavior.purchase_history"
        case .photos, .messages, .callRecordings: "user.content.private"
        case .paymentCard: "user.financial.credit_card"
        case .location: "user.location.precise"
        case .pushToken: "user.device.device_id"
        case .loyaltyPoints: "user.account"
        case .device, .crashes: "user.device"
        case .usage: "user.behavior"
        case .logs: "user.device.ip_address"
        }
    }
}
