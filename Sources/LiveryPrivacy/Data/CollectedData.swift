import LiveryTenant

/// What one part of the app collects. These tables are the product's own facts: a feature that starts to collect
/// something new must say so here, and everything that customers and stores are told follows.
struct CollectedData {
    let category: DataCategory
    let source: DataMap.Source
    let purposes: PurposeSet
    let need: DataMap.Need

    init(
        _ category: DataCategory, from source: DataMap.Source, for purposes: DataMap.Purpose...,
        need: DataMap.Need = .needed
    ) {
        self.category = category
        self.source = source
        self.purposes = PurposeSet(purposes)
        self.need = need
    }

    /// Every app has an account.
    static let account = [
        CollectedData(.name, from: .person, for: .signIn, .contact),
        CollectedData(.email, from: .person, for: .signIn, .contact),
        CollectedData(.phone, from: .person, for: .contact),
        CollectedData(.login, from: .person, for: .signIn, .security),
    ]

    /// Every app calls the operator's servers, which log the calls.
    static let traffic = [
        CollectedData(.device, from: .device, for: .fixingErrors),
        CollectedData(.logs, from: .device, for: .fixingErrors, .security),
    ]

    static let crashReports = [CollectedData(.crashes, from: .device, for: .fixingErrors)]

    static let measuring = [
        CollectedData(.device, from: .device, for: .measuring),
        CollectedData(.usage, from: .device, for: .measuring),
    ]

    static func feature(_ name: FeatureName, of features: Features) -> [CollectedData] {
        switch name {
        case .booking:
            [
                CollectedData(.name, from: .person, for: .booking),
                CollectedData(.phone, from: .person, for: .booking),
                CollectedData(.vehicle, from: .person, for: .booking),
                CollectedData(.appointments, from: .person, for: .booking),
            ]
        case .serviceHistory:
            [CollectedData(.repairRecords, from: .shop, for: .repair)]
        case .vehicleGarage:
            garage(vinScan: features.vehicleGarage?.vinScan == true, plate: features.vehicleGarage?.plate == true)
        case .estimateApproval:
            [CollectedData(.estimates, from: .shop, for: .repair)]
        case .inspections:
            [CollectedData(.inspections, from: .shop, for: .repair)]
                + (features.inspections?.photos == true ? [CollectedData(.photos, from: .shop, for: .repair)] : [])
        case .messaging:
            [CollectedData(.messages, from: .person, for: .contact)]
        case .push:
            [CollectedData(.pushToken, from: .device, for: .contact, need: .optional)]
        case .photos:
            [CollectedData(.photos, from: .person, for: .repair, need: .optional)]
        case .loyalty:
            [CollectedData(.loyaltyPoints, from: .shop, for: .loyalty)]
        case .reminders:
            reminders(by: features.reminders?.channels ?? [])
        case .payments:
            [
                CollectedData(.paymentCard, from: .person, for: .payment),
                CollectedData(.paymentHistory, from: .shop, for: .payment),
            ]
        case .towing:
            [CollectedData(.location, from: .device, for: .towing, need: .optional)]
        }
    }

    private static func garage(vinScan: Bool, plate: Bool) -> [CollectedData] {
        [
            CollectedData(.vehicle, from: .person, for: .repair),
            CollectedData(.mileage, from: .person, for: .repair),
        ]
            + (vinScan ? [CollectedData(.vin, from: .person, for: .repair, need: .optional)] : [])
            + (plate ? [CollectedData(.plate, from: .person, for: .repair, need: .optional)] : [])
    }

    /// A reminder comes so many months after the last visit.
    private static func reminders(by channels: [Features.Reminders.Channel]) -> [CollectedData] {
        [CollectedData(.appointments, from: .shop, for: .reminders)]
            + (channels.contains(.email) ? [CollectedData(.email, from: .person, for: .reminders)] : [])
            + (channels.contains(.text) ? [CollectedData(.phone, from: .person, for: .reminders)] : [])
            + (channels.contains(.push)
                ? [CollectedData(.pushToken, from: .device, for: .reminders, need: .optional)] : [])
    }
}

extension DataCategory {
    /// The purpose of data that comes from a shop management system, where no feature gives another.
    var shopPurpose: DataMap.Purpose {
        switch self {
        case .name, .email, .phone, .address, .messages, .callRecordings, .pushToken: .contact
        case .login: .signIn
        case .appointments: .booking
        case .vehicle, .vin, .plate, .mileage, .repairRecords, .estimates, .inspections, .photos: .repair
        case .paymentCard, .paymentHistory: .payment
        case .location: .towing
        case .loyaltyPoints: .loyalty
        case .usage: .measuring
        case .device, .crashes, .logs: .fixingErrors
        }
    }

    /// The category of `privacy.retention` that says how long it is kept; nil for what a provider keeps by its own
    /// setting.
    var retention: RetentionCategory? {
        switch self {
        case .name, .email, .phone, .address, .login, .pushToken: .account
        case .vehicle, .vin, .plate, .mileage: .vehicles
        case .appointments: .appointments
        case .repairRecords, .estimates, .inspections: .repairRecords
        case .photos: .photos
        case .messages: .messages
        case .paymentCard, .paymentHistory: .payments
        case .location: .location
        case .loyaltyPoints: .loyalty
        case .device, .crashes, .logs: .deviceLogs
        case .usage: nil
        case .callRecordings: .callRecordings
        }
    }
}

/// What the resources of shop management systems hold about customers.
enum ResourceData {
    /// nil for a resource that nobody has declared: what it holds is not guessed.
    static func categories(of resource: String) -> [DataCategory]? {
        switch resource {
        case "customers", "contacts": [.name, .email, .phone, .address]
        case "vehicles": [.vehicle, .vin, .plate, .mileage]
        case "appointments": [.name, .phone, .vehicle, .appointments]
        case "repair_orders", "work_orders", "invoices", "jobs", "services", "recommendations", "notes":
            [.vehicle, .mileage, .repairRecords]
        case "estimates": [.vehicle, .estimates]
        case "inspections": [.inspections, .photos]
        case "payments": [.paymentHistory]
        case "messages": [.messages]
        case "shops", "locations", "inventory", "employees", "labor_rates", "canned_jobs": []
        default: nil
        }
    }
}
