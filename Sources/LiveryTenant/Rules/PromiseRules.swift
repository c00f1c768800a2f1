import LiveryDiagnostics

/// What the app promises, held against what is kept, asked for and offered.
enum PromiseRules {
    static func findings(in tenant: Tenant, origins: Origins) -> [Diagnostic] {
        let rules: [(Tenant, Origins) -> [Diagnostic]] = [
            bookingWindow, remindersAfterDeletion, historyAfterDeletion, unneededSync, sharedEndpoints, changesTwice,
        ]
        return rules.flatMap { $0(tenant, origins) }
    }

    private static func bookingWindow(_ tenant: Tenant, _ origins: Origins) -> [Diagnostic] {
        guard let booking = tenant.features.booking, booking.leadTimeHours >= booking.windowDays * 24 else { return [] }
        return [
            .noBookableDay(
                booking, at: origins.place(of: "features.booking.window_days"),
                lead: origins.place(of: "features.booking.lead_time_hours"))
        ]
    }

    /// A reminder counts the months since a visit, which must still be known then.
    private static func remindersAfterDeletion(_ tenant: Tenant, _ origins: Origins) -> [Diagnostic] {
        guard let reminders = tenant.features.reminders, let kept = tenant.privacy.retention.periods[.appointments],
            [.visit, .lastVisit, .collected].contains(kept.after),
            kept.length.days < reminders.monthsBetweenServices * 30
        else { return [] }
        return [
            .reminderAfterDeletion(
                reminders.monthsBetweenServices, at: origins.place(of: "privacy.retention.appointments.keep"),
                feature: origins.place(of: "features.reminders.months_between_services"))
        ]
    }

    /// Records that are kept from the last visit on stay as long as the customer comes back.
    private static func historyAfterDeletion(_ tenant: Tenant, _ origins: Origins) -> [Diagnostic] {
        guard let history = tenant.features.serviceHistory, let kept = tenant.privacy.retention.periods[.repairRecords],
            [.visit, .payment, .collected].contains(kept.after), kept.length.days < history.years * 365
        else { return [] }
        return [
            .historyAfterDeletion(
                history.years, at: origins.place(of: "privacy.retention.repair_records.keep"),
                feature: origins.place(of: "features.service_history.years"))
        ]
    }

    /// What no feature shows is best not fetched: GDPR Art. 5(1)(c), and what the policy must then explain.
    private static func unneededSync(_ tenant: Tenant, _ origins: Origins) -> [Diagnostic] {
        tenant.production.integrations.flatMap { integration in
            integration.sync.compactMap { sync -> Diagnostic? in
                guard sync.operations.contains(.read),
                    let feature = feature(showing: sync.resource, enabled: Set(tenant.features.enabled))
                else { return nil }
                let path = "integrations.\(integration.provider.id).sync.\(sync.resource)"
                return .unneededSync(
                    sync.resource, of: integration.provider, feature: feature, path: path, at: origins.place(of: path))
            }
        }
    }

    /// The feature that would show a resource; nil when one that is on does, or when the resource serves many.
    private static func feature(showing resource: String, enabled: Set<FeatureName>) -> FeatureName? {
        let shown: FeatureName? =
            switch resource {
            case "estimates": .estimateApproval
            case "inspections": .inspections
            case "messages": .messaging
            default: nil
            }
        return shown.flatMap { enabled.contains($0) ? nil : $0 }
    }

    private static func sharedEndpoints(_ tenant: Tenant, _ origins: Origins) -> [Diagnostic] {
        let endpoints = tenant.production.api.endpoints
        return endpoints.indices.compactMap { index in
            let endpoint = endpoints[index]
            guard let first = endpoints[..<index].first(where: { $0.path == endpoint.path }) else { return nil }
            let path = "api.endpoints.\(endpoint.feature.rawValue)"
            return .sharedEndpoint(
                first.feature, endpoint.feature, path: path, at: origins.place(of: path),
                first: origins.place(of: "api.endpoints.\(first.feature.rawValue)"))
        }
    }

    private static func changesTwice(_ tenant: Tenant, _ origins: Origins) -> [Diagnostic] {
        let history = tenant.privacy.changes.history
        let repeated = zip(history, history.dropFirst()).first { $0.date == $1.date }
        return repeated.map { [.repeatedChange($0.0.date, at: origins.place(of: "privacy.changes.history"))] } ?? []
    }
}

extension RetentionPeriod.Duration {
    /// At least so many.
    fileprivate var days: Int {
        switch unit {
        case .days: count
        case .months: count * 30
        case .years: count * 365
        }
    }
}

extension Diagnostic {
    fileprivate static func noBookableDay(
        _ booking: Features.Booking, at span: SourceSpan?, lead: SourceSpan?
    ) -> Diagnostic {
        Diagnostic(
            code: "tenant/no-bookable-day",
            "Customers must book \(booking.leadTimeHours) hours ahead, but at most \(booking.windowDays) "
                + "\(booking.windowDays == 1 ? "day" : "days") ahead: no visit can be booked.", at: span,
            related: lead.map { [Label(span: $0, text: "so long before a visit")] } ?? [],
            path: "features.booking.window_days", help: "Make the window longer, or the lead time shorter.")
    }

    fileprivate static func reminderAfterDeletion(
        _ months: Int, at span: SourceSpan?, feature: SourceSpan?
    ) -> Diagnostic {
        Diagnostic(
            code: "tenant/reminder-after-deletion",
            "Reminders go out \(months) months after a visit, when the visit has been deleted.", at: span,
            related: feature.map { [Label(span: $0, text: "so many months")] } ?? [],
            path: "privacy.retention.appointments",
            help: "Keep appointments for at least \(months) months, or remind sooner.")
    }

    fileprivate static func historyAfterDeletion(
        _ years: Int, at span: SourceSpan?, feature: SourceSpan?
    ) -> Diagnostic {
        Diagnostic(
            code: "tenant/history-after-deletion",
            "The app shows repairs of the last \(years) years, but they are deleted before that.", at: span,
            related: feature.map { [Label(span: $0, text: "the app shows so many years")] } ?? [],
            path: "privacy.retention.repair_records",
            help: "Keep repair records for at least \(years) years, or from the last visit on, or show fewer years.")
    }

    fileprivate static func unneededSync(
        _ resource: String, of provider: Provider, feature: FeatureName, path: String, at span: SourceSpan?
    ) -> Diagnostic {
        Diagnostic(
            code: "tenant/unneeded-sync", severity: .warning,
            "The app reads `\(resource)` from \(provider.brand), but nothing shows them: `\(feature.rawValue)` is off.",
            at: span, path: path,
            help: "Take `\(resource)` out of `sync`, or turn `features.\(feature.rawValue)` on.")
    }

    fileprivate static func sharedEndpoint(
        _ first: FeatureName, _ second: FeatureName, path: String, at span: SourceSpan?, first place: SourceSpan?
    ) -> Diagnostic {
        Diagnostic(
            code: "tenant/shared-endpoint", severity: .warning,
            "`\(first.rawValue)` and `\(second.rawValue)` are at the same path of the API.", at: span,
            related: place.map { [Label(span: $0, text: "first used here")] } ?? [], path: path,
            help: "Give each feature its own path.")
    }

    fileprivate static func repeatedChange(_ date: CalendarDate, at span: SourceSpan?) -> Diagnostic {
        Diagnostic(
            code: "tenant/repeated-change", severity: .warning,
            "The history of the policy lists two changes of \(date.text).", at: span, path: "privacy.changes.history",
            help: "Say in one summary what changed that day, or mend a date.")
    }
}
