import LiveryDiagnostics
import LiverySchema

// What the app does: one switch and a few options for each feature.

extension Schema<Features> {
    static var features: Schema<Features> {
        object(
            "Features",
            Field("booking", .booking, "Customers book visits."),
            Field("service_history", .serviceHistory, "Customers see past repairs."),
            Field("vehicle_garage", .vehicleGarage, "Customers keep their cars in the app."),
            Field("estimate_approval", .estimateApproval, "Customers approve estimates."),
            Field("inspections", .inspections, "Customers see what an inspection found."),
            Field("messaging", .messaging, "Customers and shop write to each other."),
            Field("push", .push, "The app shows push notifications."),
            Field("photos", .photos, "Customers send photos."),
            Field("loyalty", .loyalty, "Customers collect points."),
            Field("reminders", .reminders, "The shop reminds customers of services."),
            Field("payments", .payments, "Customers pay in the app."),
            Field("towing", .towing, "Customers call a tow truck."),
            build: Features.init)
    }
}

extension Schema<Features.Booking?> {
    fileprivate static var booking: Schema<Features.Booking?> {
        switchable(
            "Booking",
            Field(
                "lead_time_hours", .integer("a number of hours", 0...336),
                "How many hours ahead a customer must book."),
            Field("window_days", .integer("a number of days", 1...365), "How many days ahead a customer can book."),
            build: Features.Booking.init)
    }
}

extension Schema<Features.ServiceHistory?> {
    fileprivate static var serviceHistory: Schema<Features.ServiceHistory?> {
        switchable(
            "Service history", Field("years", .integer("a number of years", 1...30), "How far back the app shows."),
            build: Features.ServiceHistory.init)
    }
}

extension Schema<Features.VehicleGarage?> {
    fileprivate static var vehicleGarage: Schema<Features.VehicleGarage?> {
        switchable(
            "The vehicle garage",
            Field("vin_scan", .boolean, "Whether the camera reads the vehicle identification number."),
            Field("plate", .boolean, "Whether customers give their plate number."),
            build: Features.VehicleGarage.init)
    }
}

extension Schema<Features.EstimateApproval?> {
    fileprivate static var estimateApproval: Schema<Features.EstimateApproval?> {
        switchable(
            "Estimate approval",
            Field("valid_days", .integer("a number of days", 1...90), "After how many days an estimate lapses."),
            build: Features.EstimateApproval.init)
    }
}

extension Schema<Features.Inspections?> {
    fileprivate static var inspections: Schema<Features.Inspections?> {
        switchable(
            "Inspections", Field("photos", .boolean, "Whether technicians add photos."),
            build: Features.Inspections.init)
    }
}

extension Schema<Features.Messaging?> {
    fileprivate static var messaging: Schema<Features.Messaging?> {
        switchable(
            "Messaging",
            Field("text_messages", .boolean, "Whether messages also go out as SMS, to those who agree."),
            build: Features.Messaging.init)
    }
}

extension Schema<Features.Push?> {
    fileprivate static var push: Schema<Features.Push?> {
        switchable(
            "Push notifications",
            Field(
                "purpose", .text("a sentence", length: 20...200),
                "What the app tells the customer before the system asks."),
            build: Features.Push.init)
    }
}

extension Schema<Features.Photos?> {
    fileprivate static var photos: Schema<Features.Photos?> {
        switchable(
            "Photos", Field("maximum", .integer("a number of photos", 1...20), "How many photos a visit can have."),
            build: Features.Photos.init)
    }
}

extension Schema<Features.Loyalty?> {
    fileprivate static var loyalty: Schema<Features.Loyalty?> {
        switchable(
            "Loyalty points",
            Field("points_per_visit", .integer("a number of points", 1...10_000), "What a visit earns."),
            build: Features.Loyalty.init)
    }
}

extension Schema<Features.Reminders?> {
    fileprivate static var reminders: Schema<Features.Reminders?> {
        switchable(
            "Reminders",
            Field("channels", .list(of: .choice("a channel"), count: 1...3), "How customers are reminded."),
            Field(
                "months_between_services", .integer("a number of months", 1...36),
                "After how many months a customer is reminded."),
            build: Features.Reminders.init)
    }
}

extension Schema<Features.Payments?> {
    fileprivate static var payments: Schema<Features.Payments?> {
        switchable(
            "Payments", Field("save_cards", .boolean, "Whether the processor keeps a card for the next visit."),
            build: Features.Payments.init)
    }
}

extension Schema<Features.Towing?> {
    fileprivate static var towing: Schema<Features.Towing?> {
        switchable(
            "Towing", Field("phone", .phone, "Whom the app calls, E.164."),
            Field("company", .text("a name"), "The company that tows; it gets the position of the car."),
            Field("country", .country, "Where that company works, ISO 3166-1."),
            build: Features.Towing.init)
    }
}
