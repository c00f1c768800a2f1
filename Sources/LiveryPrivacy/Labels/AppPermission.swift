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
        Subject.all(of: tenant).map {
            AppPermission(kind: $0.kind, name: $0.name(words), purpose: $0.purpose(words), because: $0.because)
        }
    }

    /// What the name and the sentence follow from.
    struct Subject: Hashable, Sendable {
        let kind: Kind
        private let reason: Reason
        let because: [String]

        private enum Reason: Hashable, Sendable {
            /// The sentence of the language under this key.
            case key(String)
            /// The one who comes to tow.
            case company(String)
            /// As the shop says it.
            case sentence(String)
        }

        /// In the order of ``Kind``.
        static func all(of tenant: Tenant) -> [Subject] { Kind.allCases.compactMap { Subject($0, of: tenant) } }

        /// nil for what the app does not ask for.
        private init?(_ kind: Kind, of tenant: Tenant) {
            let features = tenant.features
            self.kind = kind
            switch kind {
            case .camera:
                let (vin, photos) = ("features.vehicle_garage.vin_scan", "features.photos")
                switch (features.vehicleGarage?.vinScan == true, features.photos != nil) {
                case (true, true): (reason, because) = (.key("permission.camera.both"), [vin, photos])
                case (true, false): (reason, because) = (.key("permission.camera.vin"), [vin])
                case (false, true): (reason, because) = (.key("permission.camera.photos"), [photos])
                case (false, false): return nil
                }
            case .location:
                guard let towing = features.towing else { return nil }
                (reason, because) = (.company(towing.company), ["features.towing"])
            case .notifications:
                if let push = features.push {
                    (reason, because) = (.sentence(push.purpose), ["features.push.purpose"])
                } else {
                    guard tenant.sendsPush else { return nil }
                    (reason, because) = (.key("permission.notifications.reminders"), ["features.reminders"])
                }
            case .tracking:
                guard tenant.privacy.sharesForAds else { return nil }
                (reason, because) = (.key("permission.tracking.ads"), ["privacy.shares_for_ads"])
            }
        }

        func name(_ words: Words) -> String { words["permission.\(kind.rawValue)"] }

        func purpose(_ words: Words) -> String {
            switch reason {
            case .key(let key): words[key]
            case .company(let company):
                "\(words["permission.location.tells"]) \(company) \(words["permission.location.where"])"
            case .sentence(let sentence): words.sentence(sentence)
            }
        }
    }
}
