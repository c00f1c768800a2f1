/// What the app can do. A feature that is off leaves no trace in the bundle.
package struct Features: Sendable {
    package let booking: Booking?
    package let serviceHistory: ServiceHistory?
    package let vehicleGarage: VehicleGarage?
    package let estimateApproval: EstimateApproval?
    package let inspections: Inspections?
    package let messaging: Messaging?
    package let push: Push?
    package let photos: Photos?
    package let loyalty: Loyalty?
    package let reminders: Reminders?
    package let payments: Payments?
    package let towing: Towing?

    package struct Booking: Sendable {
        /// How long before a visit a customer must book.
        package let leadTimeHours: Int
        /// How far ahead a customer can book.
        package let windowDays: Int
    }
    package struct ServiceHistory: Sendable {
        package let years: Int
    }
    package struct VehicleGarage: Sendable {
        /// Whether the camera reads the vehicle identification number.
        package let vinScan: Bool
        /// Whether customers give their plate number.
        package let plate: Bool
    }
    package struct EstimateApproval: Sendable {
        /// After how many days an estimate lapses.
        package let validDays: Int
    }
    package struct Inspections: Sendable {
        /// Whether technicians add photos.
        package let photos: Bool
    }
    package struct Messaging: Sendable {
        /// Whether messages also go out as SMS, to those who agree.
        package let textMessages: Bool
    }
    package struct Push: Sendable {
        /// What the app tells the customer before the system asks.
        package let purpose: String
    }
    package struct Photos: Sendable {
        /// How many photos a customer can add to a visit.
        package let maximum: Int
    }
    package struct Loyalty: Sendable {
        package let pointsPerVisit: Int
    }
    package struct Reminders: Sendable {
        package let channels: [Channel]
        package let monthsBetweenServices: Int

        package enum Channel: String, CaseIterable, Sendable {
            case push
            case email
            case text
        }
    }
    package struct Payments: Sendable {
        /// Whether the app can keep a card for the next visit, at the processor.
        package let saveCards: Bool
    }
    package struct Towing: Sendable {
        /// Whom the app calls, E.164.
        package let phone: String
        /// Who tows; a company that gets the position of the car.
        package let company: String
        /// ISO 3166-1 alpha-2.
        package let country: String
    }
}

/// A feature by its name in a definition.
package enum FeatureName: String, CaseIterable, Sendable {
    case booking
    case serviceHistory = "service_history"
    case vehicleGarage = "vehicle_garage"
    case estimateApproval = "estimate_approval"
    case inspections
    case messaging
    case push
    case photos
    case loyalty
    case reminders
    case payments
    case towing
}

extension Features {
    /// The features that are on, in the order of ``FeatureName``.
    package var enabled: [FeatureName] {
        FeatureName.allCases.filter { has($0) }
    }

    package func has(_ name: FeatureName) -> Bool {
        switch name {
        case .booking: booking != nil
        case .serviceHistory: serviceHistory != nil
        case .vehicleGarage: vehicleGarage != nil
        case .estimateApproval: estimateApproval != nil
        case .inspections: inspections != nil
        case .messaging: messaging != nil
        case .push: push != nil
        case .photos: photos != nil
        case .loyalty: loyalty != nil
        case .reminders: reminders != nil
        case .payments: payments != nil
        case .towing: towing != nil
        }
    }
}
