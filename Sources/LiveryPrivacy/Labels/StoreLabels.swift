package import LiveryDiagnostics
package import LiveryTenant

/// What the App Store and Google Play are told: the data map in the stores' terms. The three files are written from it,
/// so that they cannot disagree with each other or with the policy.
package struct StoreLabels: Sendable {
    /// In the order of ``DataCategory``; what the app does not collect itself is left out.
    package let collected: [Collected]
    /// Whether data leads others to a person across apps, in Apple's sense.
    package let isTracking: Bool
    /// Sorted; empty unless tracking.
    package let trackingDomains: [String]
    package let accessedAPIs: [AccessedAPI]
    package let isEncryptedInTransit: Bool

    package struct Collected: Sendable {
        /// One; it stands in the ``Crosswalk``.
        package let category: CategorySet
        package let purposes: PurposeSet
        /// What others get it for; empty where nobody does whom Google counts.
        package let sharedFor: PurposeSet
        package let isLinked: Bool
        package let isTracking: Bool
        package let isOptional: Bool
    }

    /// A required-reason API of Apple with the codes that say why.
    /// Codes: Apple's page on `NSPrivacyAccessedAPIType`.
    package struct AccessedAPI: Sendable {
        /// After `NSPrivacyAccessedAPICategory`.
        package let category: String
        package let reasons: [String]
    }

    package static func derive(from tenant: Tenant, dataMap: DataMap) -> StoreLabels {
        let privacy = tenant.privacy
        var collected: [Collected] = []
        collected.reserveCapacity(dataMap.rows.count)
        for row in dataMap.rows {
            let category = CategorySet(row.category)
            guard Crosswalk.named.contains(category) else { continue }
            let handling = row.handling
            // Whom Google counts gets it for all that it is for; a buyer for the sale alone.
            let isShared = row.recipients.contains { $0.role.isShared && $0.role != .buyer }
            var (purposes, shared) = (PurposeSet(), PurposeSet())
            for purpose in row.purposes {
                purposes.insert(PurposeSet(purpose))
                if isShared || purpose == .sale || purpose == .ads { shared.insert(PurposeSet(purpose)) }
            }
            collected.append(
                Collected(
                    category: category, purposes: purposes, sharedFor: shared, isLinked: handling.isLinked,
                    isTracking: handling.isSharedForAds, isOptional: row.need == .optional))
        }
        return StoreLabels(
            collected: collected, isTracking: privacy.sharesForAds,
            trackingDomains: privacy.sharesForAds ? privacy.trackingDomains.sorted() : [],
            accessedAPIs: accessedAPIs(of: tenant),
            isEncryptedInTransit: tenant.operator.security.contains(.encryptionInTransit))
    }

    /// Of the codes that an app may give; libraries bring manifests of their own.
    private static func accessedAPIs(of tenant: Tenant) -> [AccessedAPI] {
        // A photo is read from the app's own container, with its size, before it is sent.
        let photos = tenant.features.photos != nil ? [AccessedAPI(category: "FileTimestamp", reasons: ["C617.1"])] : []
        // Settings, and who is signed in.
        return photos + [AccessedAPI(category: "UserDefaults", reasons: ["CA92.1"])]
    }

    /// What the stores ask and the definition does not say.
    package static func check(_ tenant: Tenant, dataMap: DataMap) -> [Diagnostic] {
        let privacy = tenant.privacy
        var found: [Diagnostic] = []
        if privacy.givesAway, privacy.soldData.isEmpty { found.append(.missingSoldData(privacy)) }
        if !privacy.givesAway, !privacy.soldData.isEmpty { found.append(.unusedSoldData()) }
        found += privacy.soldData.filter { dataMap[$0] == nil }.map(Diagnostic.uncollectedSoldData)
        if privacy.sharesForAds, privacy.trackingDomains.isEmpty { found.append(.missingTrackingDomains()) }
        if !privacy.sharesForAds, !privacy.trackingDomains.isEmpty { found.append(.unusedTrackingDomains()) }
        return found
    }
}

extension Privacy {
    fileprivate var givesAway: Bool { sellsData || sharesForAds }
}

extension Diagnostic {
    fileprivate static func missingSoldData(_ privacy: Privacy) -> Diagnostic {
        let key = privacy.sellsData ? "sells_data" : "shares_for_ads"
        return Diagnostic(
            code: "privacy/sold-data-missing",
            "The shop gives data away, but nothing says which, and both stores ask.",
            at: nil, path: "privacy.\(key)", help: "Add `sold_data` with the kinds of data, or write `\(key): false`.")
    }

    fileprivate static func unusedSoldData() -> Diagnostic {
        Diagnostic(
            code: "privacy/sold-data-unused",
            "`sold_data` names data, but the shop neither sells any nor gives it away for ads.",
            at: nil, path: "privacy.sold_data", help: "Delete `sold_data`, or say what happens with the data.")
    }

    fileprivate static func uncollectedSoldData(_ category: DataCategory) -> Diagnostic {
        Diagnostic(
            code: "privacy/sold-data-not-collected",
            "`sold_data` names `\(category.rawValue)`, which nothing collects.",
            at: nil, path: "privacy.sold_data", help: "Take it out of the list.")
    }

    /// An empty list beside tracking fails Apple's check of the manifest.
    fileprivate static func missingTrackingDomains() -> Diagnostic {
        Diagnostic(
            code: "privacy/tracking-domains-missing",
            "The shop gives data away for ads, but nothing says to which hosts, and Apple's manifest must list them.",
            at: nil, path: "privacy.shares_for_ads", help: "Add `tracking_domains` with the hosts that get the data.")
    }

    fileprivate static func unusedTrackingDomains() -> Diagnostic {
        Diagnostic(
            code: "privacy/tracking-domains-unused",
            "`tracking_domains` names hosts, but the shop gives no data away for ads.",
            at: nil, path: "privacy.tracking_domains", help: "Delete `tracking_domains`, or set `shares_for_ads: true`."
        )
    }
}
