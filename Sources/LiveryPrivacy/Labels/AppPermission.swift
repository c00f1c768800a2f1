package import LiveryTenant

/// Something of the phone that the app asks for, with the one sentence that says why: the phone shows it when it asks,
/// and the policy says the same.
package struct AppPermission: Sendable {
    package let kind: Kind
    /// As a reader of the policy calls it.
    package let name: String
    package let purpose: String
    /// The paths in the definition.
    package let because: [String]

    package enum Kind: String, CaseIterable, Sendable {
        case camera
        case location
        case notifications
        case tracking
    }

    /// Apple's key for the sentence. Alerts have none, for the system asks in its own words.
    /// https://developer.apple.com/documentation/bundleresources/information-property-list
    package var usageKey: String? {
        switch kind {
        case .camera: "NSCameraUsageDescription"
        case .location: "NSLocationWhenInUseUsageDescription"
        case .notifications: nil
        case .tracking: "NSUserTrackingUsageDescription"
        }
    }

    package var androidNames: [String] {
        switch kind {
        case .camera: ["android.permission.CAMERA"]
        case .location: ["android.permission.ACCESS_COARSE_LOCATION", "android.permission.ACCESS_FINE_LOCATION"]
        case .notifications: ["android.permission.POST_NOTIFICATIONS"]
        case .tracking: ["com.google.android.gms.permission.AD_ID"]
        }
    }
}

extension AppPermission {
    /// In the order of ``Kind``.
    package static func all(of tenant: Tenant) -> [AppPermission] {
        all(of: tenant, words: ClauseLibrary.english.words)
    }

    static func all(of tenant: Tenant, words: Words) -> [AppPermission] {
        Kind.allCases.compactMap { kind in
            let (purpose, paths) = purpose(of: kind, tenant, words)
            guard let purpose else { return nil }
            return AppPermission(
                kind: kind, name: words["permission.\(kind.rawValue)"], purpose: purpose, because: paths)
        }
    }

    private static func purpose(of kind: Kind, _ tenant: Tenant, _ words: Words) -> (String?, because: [String]) {
        let features = tenant.features
        switch kind {
        case .camera:
            let (vin, photos) = ("features.vehicle_garage.vin_scan", "features.photos")
            switch (features.vehicleGarage?.vinScan == true, features.photos != nil) {
            case (true, true): return (words["permission.camera.both"], [vin, photos])
            case (true, false): return (words["permission.camera.vin"], [vin])
            case (false, true): return (words["permission.camera.photos"], [photos])
            case (false, false): return (nil, [])
            }
        case .location:
            guard let towing = features.towing else { return (nil, []) }
            let sentence =
                "\(words["permission.location.tells"]) \(towing.company) \(words["permission.location.where"])"
            return (sentence, ["features.towing"])
        case .notifications:
            if let push = features.push { return (words.sentence(push.purpose), ["features.push.purpose"]) }
            return tenant.sendsPush ? (words["permission.notifications.reminders"], ["features.reminders"]) : (nil, [])
        case .tracking:
            guard tenant.privacy.sharesForAds else { return (nil, []) }
            return (words["permission.tracking.ads"], ["privacy.shares_for_ads"])
        }
    }
}
