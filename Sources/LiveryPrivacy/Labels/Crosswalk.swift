package import LiveryTenant

/// How each kind of data is called by Apple and by Google, with the reason: one table, from which all three store
/// labels are written. Names are those of the formats; Tests hold them against the formats' complete lists.
///
/// Apple's privacy manifest:
/// https://developer.apple.com/documentation/bundleresources/describing-data-use-in-privacy-manifests
/// App Store Connect: fastlane's `spaceship/lib/spaceship/connect_api/models/app_data_usage_category.rb`.
/// Google Play: the ids of an exported Data safety form;
/// https://support.google.com/googleplay/android-developer/answer/10787469
package struct Crosswalk: Sendable {
    package let category: DataCategory
    /// nil for what the app does not collect.
    package let names: Names?
    /// Why this name, where another could be thought of.
    package let reason: String
    /// How sure the row is. No vendor publishes such a table, so no row is more than a considered reading.
    package let mark: Mark

    package struct Names: Sendable, Hashable {
        /// After `NSPrivacyCollectedDataType`.
        package let manifest: String
        package let appStore: String
        /// A response id of the Data safety form.
        package let play: String
    }

    package enum Mark: String, Sendable {
        /// The store's own definition names just this kind of data.
        case plain
        /// A reading that a lawyer should look at.
        case proposal
    }

    /// What the stores have a name for.
    static let named: CategorySet = all.reduce(into: []) { named, row in
        if row.names != nil { named.insert(CategorySet(row.category)) }
    }

    /// The kinds of data that a store calls by each name: the names sorted, each once.
    package static func kinds(
        by name: (Names) -> String
    ) -> [(name: String, categories: CategorySet)] {
        var kinds: [String: CategorySet] = [:]
        for row in all {
            guard let names = row.names else { continue }
            kinds[name(names), default: []].insert(CategorySet(row.category))
        }
        return kinds.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    package static let all: [Crosswalk] = [
        plain(.name, "Name", "NAME", "PSL_NAME"),
        plain(.email, "EmailAddress", "EMAIL_ADDRESS", "PSL_EMAIL"),
        plain(.phone, "PhoneNumber", "PHONE_NUMBER", "PSL_PHONE"),
        plain(.address, "PhysicalAddress", "PHYSICAL_ADDRESS", "PSL_ADDRESS"),
        plain(.login, "UserID", "USER_ID", "PSL_USER_ACCOUNT"),
        proposal(.vehicle, otherPersonal, "Neither store has a type for cars; a car leads to its owner."),
        proposal(.vin, otherPersonal, "An identifier of a car, and so of its owner; not of a device."),
        proposal(.plate, otherPersonal, "An identifier of a car, and so of its owner; not of a device."),
        proposal(.mileage, otherPersonal, "A property of a car that stands under its owner's name."),
        proposal(.appointments, otherPersonal, "A visit to a shop. The calendar types mean the phone's own calendar."),
        proposal(.repairRecords, purchases, "Work that was done and billed, shown to the customer in the app."),
        proposal(.estimates, purchases, "Work that was offered at a price; the step before a purchase."),
        proposal(.inspections, otherPersonal, "What was found at a car; nothing is bought yet."),
        plain(.photos, "PhotosorVideos", "PHOTOS_OR_VIDEOS", "PSL_PHOTOS"),
        proposal(
            .messages, Names(manifest: "CustomerSupport", appStore: "CUSTOMER_SUPPORT", play: "PSL_OTHER_MESSAGES"),
            "A customer writes to the shop in the app. Apple has a type for support; Google counts chats as messages."),
        proposal(
            .paymentCard,
            Names(
                manifest: "PaymentInfo", appStore: "PAYMENT_INFORMATION",
                play: "PSL_CREDIT_DEBIT_BANK_ACCOUNT_NUMBER"),
            "Typed into the processor's form inside the app, so the app counts as the place where it is collected."),
        proposal(.paymentHistory, purchases, "What was paid, and when."),
        proposal(
            .location, Names(manifest: "PreciseLocation", appStore: "PRECISE_LOCATION", play: "PSL_PRECISE_LOCATION"),
            "A tow needs the exact place; both stores ask apart for a rough one."),
        proposal(.pushToken, device, "A code that leads to one device."),
        proposal(.loyaltyPoints, otherPersonal, "A count under a customer's name; points are no money."),
        proposal(.device, device, "Device type and system, kept with the code of an installation or an IP address."),
        plain(.usage, "ProductInteraction", "PRODUCT_INTERACTION", "PSL_USER_INTERACTION"),
        plain(.crashes, "CrashData", "CRASH_DATA", "PSL_CRASH_LOGS"),
        proposal(
            .logs,
            Names(
                manifest: "OtherDiagnosticData", appStore: "OTHER_DIAGNOSTIC_DATA", play: "PSL_OTHER_PERFORMANCE"),
            "Log lines of the servers that the app calls; neither a crash nor a measurement of speed."),
        Crosswalk(
            category: .callRecordings, names: nil,
            reason: "The shop records phone calls on its own line. The app takes no part, and labels speak of the app.",
            mark: .proposal),
    ]

    private static let otherPersonal = Names(
        manifest: "OtherDataTypes", appStore: "OTHER_DATA", play: "PSL_OTHER_PERSONAL")
    private static let purchases = Names(
        manifest: "PurchaseHistory", appStore: "PURCHASE_HISTORY", play: "PSL_PURCHASE_HISTORY")
    private static let device = Names(manifest: "DeviceID", appStore: "DEVICE_ID", play: "PSL_DEVICE_ID")

    private static func plain(
        _ category: DataCategory, _ manifest: String, _ appStore: String, _ play: String
    ) -> Crosswalk {
        Crosswalk(
            category: category, names: Names(manifest: manifest, appStore: appStore, play: play),
            reason: "Both stores name it.", mark: .plain)
    }

    private static func proposal(_ category: DataCategory, _ names: Names, _ reason: String) -> Crosswalk {
        Crosswalk(category: category, names: names, reason: reason, mark: .proposal)
    }
}

/// What data is used for, in the words of the stores.
package struct PurposeCrosswalk: Sendable {
    /// After `NSPrivacyCollectedDataTypePurpose`.
    package let manifest: String
    package let appStore: String
    package let play: String
    package let reason: String

    package static func row(_ purpose: DataMap.Purpose) -> PurposeCrosswalk {
        switch purpose {
        case .signIn:
            service("PSL_ACCOUNT_MANAGEMENT", "Google has a purpose for accounts; for Apple they are the app.")
        case .booking, .repair, .contact, .payment, .loyalty, .towing:
            service("PSL_APP_FUNCTIONALITY", "What the customer opens the app for.")
        case .reminders:
            PurposeCrosswalk(
                manifest: "DeveloperAdvertising", appStore: "DEVELOPERS_ADVERTISING",
                play: "PSL_DEVELOPER_COMMUNICATIONS",
                reason: "A reminder brings the customer back, so it counts as the shop's own marketing.")
        case .measuring:
            PurposeCrosswalk(
                manifest: "Analytics", appStore: "ANALYTICS", play: "PSL_ANALYTICS", reason: "Both stores name it.")
        case .fixingErrors:
            service(
                "PSL_ANALYTICS", "Apple counts fewer crashes as function; Google counts finding faults as analytics.")
        case .security: service("PSL_FRAUD_PREVENTION_SECURITY", "Google has a purpose for security; Apple has none.")
        case .disputes, .legalDuty:
            PurposeCrosswalk(
                manifest: "Other", appStore: "OTHER_PURPOSES", play: "PSL_FRAUD_PREVENTION_SECURITY",
                reason: "Google's purpose is security and compliance; Apple has no closer one.")
        case .sale, .ads: ads
        }
    }

    /// The purposes that a store calls by each name: the names sorted, each once.
    package static func words(by name: (PurposeCrosswalk) -> String) -> [(name: String, purposes: PurposeSet)] {
        var words: [String: PurposeSet] = [:]
        for purpose in DataMap.Purpose.allCases {
            words[name(row(purpose)), default: []].insert(PurposeSet(purpose))
        }
        return words.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    /// Where data is sold or given for ads.
    package static let ads = PurposeCrosswalk(
        manifest: "ThirdPartyAdvertising", appStore: "THIRD_PARTY_ADVERTISING", play: "PSL_ADVERTISING",
        reason: "The ads are those of others.")

    private static func service(_ play: String, _ reason: String) -> PurposeCrosswalk {
        PurposeCrosswalk(manifest: "AppFunctionality", appStore: "APP_FUNCTIONALITY", play: play, reason: reason)
    }
}

extension DataMap.Recipient.Role {
    /// Whether Google Play calls it sharing when data goes there. Its form leaves out companies that work for the
    /// developer, transfers that the person starts, and legal duties:
    /// https://support.google.com/googleplay/android-developer/answer/10787469
    package var isShared: Bool {
        switch self {
        // The two who publish the app.
        case .shop, .operator: false
        // By contract, for them.
        case .serviceProvider, .shopSystem, .analytics: false
        // The customer pays or calls the tow, and sees to whom it goes.
        case .payments, .towing: false
        // Another business, for its own ends.
        case .sisterShop, .buyer: true
        }
    }
}
