import LiveryDiagnostics
import LiverySchema

/// What no field can see alone. Each rule is a function of the tenant and of where its values stand.
enum TenantRules {
    static func findings(in tenant: Tenant, origins: Origins) -> [Diagnostic] {
        let rules: [(Tenant, Origins) -> [Diagnostic]] = [
            shortName, bookingNeedsHours, remindersNeedChannels, paymentsNeedProcessor, firebaseProjects, testKeys,
            deepLinksNeedSigning, changesAreInOrder, locationsAreDistinct,
        ]
        return rules.flatMap { $0(tenant, origins) }
    }

    /// A long app name needs a short one: home screens cut after about twelve characters.
    private static func shortName(_ tenant: Tenant, _ origins: Origins) -> [Diagnostic] {
        guard origins.node(at: "branding.short_name", in: .production)?.text == nil, tenant.branding.appName.count > 12
        else { return [] }
        return [.longNameUnderIcon(tenant.branding.appName, at: origins.place(of: "branding.app_name"))]
    }

    private static func bookingNeedsHours(_ tenant: Tenant, _ origins: Origins) -> [Diagnostic] {
        guard tenant.features.booking != nil else { return [] }
        var places: [(name: String, path: String)] = []
        if tenant.shop.hours.isEmpty { places.append((tenant.shop.name, "shop")) }
        for location in tenant.shop.locations where location.hours.isEmpty {
            places.append((location.name, "shop.locations.\(location.id)"))
        }
        return places.map { place in
            .bookingWithoutHours(
                place.name, path: place.path, at: origins.place(of: place.path + ".hours"),
                feature: origins.place(of: "features.booking.enabled"))
        }
    }

    private static func remindersNeedChannels(_ tenant: Tenant, _ origins: Origins) -> [Diagnostic] {
        guard let reminders = tenant.features.reminders else { return [] }
        return reminders.channels.enumerated().compactMap { index, channel in
            let place = origins.place(of: "features.reminders.channels.\(index)")
            return switch channel {
            case .push where tenant.features.push == nil:
                .reminderChannel(channel, needs: "features.push.enabled", at: place)
            case .text where tenant.features.messaging?.textMessages != true:
                .reminderChannel(channel, needs: "features.messaging.text_messages", at: place)
            default: nil
            }
        }
    }

    private static func paymentsNeedProcessor(_ tenant: Tenant, _ origins: Origins) -> [Diagnostic] {
        tenant.environments.compactMap { environment -> Diagnostic? in
            guard let id = environment.billing.processor else {
                guard tenant.features.payments != nil else { return nil }
                return .paymentsWithoutProcessor(at: origins.place(of: "features.payments.enabled"))
            }
            let place = origins.node(at: "billing.processor", in: environment.name)?.span
            guard let integration = environment.integrations.first(where: { $0.provider.id == id }) else {
                return .processorNotConnected(id, at: place)
            }
            guard integration.provider.kind == .payments else {
                return .noProcessor(integration.provider, at: place)
            }
            return nil
        }
    }

    /// The number in the middle of a Firebase app id is the project's, the same for both apps in every
    /// `GoogleService-Info.plist` that was looked at.
    private static func firebaseProjects(_ tenant: Tenant, _ origins: Origins) -> [Diagnostic] {
        tenant.environments.compactMap { environment in
            guard let firebase = environment.analytics.firebase else { return nil }
            let numbers = [firebase.iosAppID, firebase.androidAppID].map { $0.split(separator: ":").dropFirst().first }
            guard numbers[0] != numbers[1] else { return nil }
            return .differentFirebaseProjects(
                at: origins.node(at: "analytics.firebase.android_app_id", in: environment.name)?.span,
                other: origins.node(at: "analytics.firebase.ios_app_id", in: environment.name)?.span)
        }
    }

    /// Test keys where customers pay (https://docs.stripe.com/keys; the SDK of Braintree reads the first
    /// part of a tokenization key as its environment; Square's sandbox ids start with `sandbox-`).
    private static func testKeys(_ tenant: Tenant, _ origins: Origins) -> [Diagnostic] {
        tenant.production.integrations.flatMap { integration in
            integration.identifiers.compactMap { identifier -> Diagnostic? in
                let isTest = ["pk_test_", "sandbox-", "sandbox_", "development_"].contains {
                    identifier.value.hasPrefix($0)
                }
                guard isTest else { return nil }
                let path = "integrations.\(integration.provider.id).identifiers.\(identifier.key)"
                return .testKeyInProduction(integration.provider, path: path, at: origins.place(of: path))
            }
        }
    }

    /// Android verifies links by the certificate (https://developer.android.com/training/app-links/add-applinks).
    private static func deepLinksNeedSigning(_ tenant: Tenant, _ origins: Origins) -> [Diagnostic] {
        guard tenant.app.deepLinkDomain != nil, tenant.app.android.signingFingerprints.isEmpty else { return [] }
        return [.deepLinksWithoutSigning(at: origins.place(of: "app.deep_link_domain"))]
    }

    private static func changesAreInOrder(_ tenant: Tenant, _ origins: Origins) -> [Diagnostic] {
        let effective = tenant.privacy.effectiveDate
        return tenant.privacy.changes.history.filter { $0.date > effective }.prefix(1).map { change in
            .changeAfterEffect(
                change.date, effective: effective, at: origins.place(of: "privacy.effective_date"))
        }
    }

    private static func locationsAreDistinct(_ tenant: Tenant, _ origins: Origins) -> [Diagnostic] {
        tenant.shop.locations.filter { $0.address == tenant.shop.address }.map { location in
            .repeatedAddress(
                location.name, at: origins.place(of: "shop.locations.\(location.id).address"),
                first: origins.place(of: "shop.address"))
        }
    }
}

extension Diagnostic {
    fileprivate static func longNameUnderIcon(_ name: String, at span: SourceSpan?) -> Diagnostic {
        Diagnostic(
            code: "tenant/long-name-under-icon", severity: .warning,
            "A home screen cuts `\(name)` after about 12 characters.", at: span, path: "branding.short_name",
            help: "Add `branding.short_name` with at most 12 characters.")
    }

    fileprivate static func bookingWithoutHours(
        _ name: String, path: String, at span: SourceSpan?, feature: SourceSpan?
    ) -> Diagnostic {
        Diagnostic(
            code: "tenant/booking-without-hours", "Customers can book visits, but \(name) has no opening hours.",
            at: span,
            related: feature.map { [Label(span: $0, text: "booking is on here")] } ?? [], path: path + ".hours",
            help: "Add `\(path).hours`, or turn booking off.")
    }

    fileprivate static func reminderChannel(
        _ channel: Features.Reminders.Channel, needs other: String, at span: SourceSpan?
    ) -> Diagnostic {
        Diagnostic(
            code: "tenant/reminder-channel-off", "Reminders go out by \(channel.rawValue), but `\(other)` is not on.",
            at: span, path: "features.reminders.channels",
            help: "Turn `\(other)` on, or take `\(channel.rawValue)` out.")
    }

    fileprivate static func paymentsWithoutProcessor(at span: SourceSpan?) -> Diagnostic {
        Diagnostic(
            code: "tenant/payments-without-processor", "Customers can pay in the app, but nobody takes the payments.",
            at: span, path: "billing.processor",
            help: "Name a payment provider in `billing.processor` and connect it under `integrations`.")
    }

    fileprivate static func processorNotConnected(_ id: String, at span: SourceSpan?) -> Diagnostic {
        Diagnostic(
            code: "tenant/processor-not-connected", "`\(id)` is to take the payments, but it is not connected.",
            at: span,
            path: "billing.processor", help: "Add `\(id)` under `integrations`, with its identifiers and secrets.")
    }

    fileprivate static func noProcessor(_ provider: Provider, at span: SourceSpan?) -> Diagnostic {
        Diagnostic(
            code: "tenant/no-payment-provider", "\(provider.brand) is connected, but it does not take payments.",
            at: span,
            path: "billing.processor",
            help: "Name a payment provider: `stripe`, `square`, `braintree` or `authorize_net`.")
    }

    fileprivate static func differentFirebaseProjects(at span: SourceSpan?, other: SourceSpan?) -> Diagnostic {
        Diagnostic(
            code: "tenant/different-firebase-projects", "The two apps belong to different Firebase projects.", at: span,
            label: "the number in the middle is the project's",
            related: other.map { [Label(span: $0, text: "the other app")] } ?? [],
            path: "analytics.firebase.android_app_id", help: "Copy both ids from the same project.")
    }

    fileprivate static func testKeyInProduction(_ provider: Provider, path: String, at span: SourceSpan?) -> Diagnostic
    {
        Diagnostic(
            code: "tenant/test-key-in-production",
            "Production uses a test key of \(provider.brand): no customer could pay.", at: span, path: path,
            help: "Write the live key here, and the test key under `environments.staging`.")
    }

    fileprivate static func deepLinksWithoutSigning(at span: SourceSpan?) -> Diagnostic {
        Diagnostic(
            code: "tenant/links-without-signing", severity: .warning,
            "Links to this domain will not open the Android app: no signing fingerprint is given.", at: span,
            path: "app.android.signing_fingerprints", help: "Add `app.android.signing_fingerprints`.")
    }

    fileprivate static func changeAfterEffect(
        _ date: CalendarDate, effective: CalendarDate, at span: SourceSpan?
    ) -> Diagnostic {
        Diagnostic(
            code: "tenant/date-before-change",
            "The policy counts from \(effective.text), but it lists a change of \(date.text).", at: span,
            path: "privacy.effective_date", help: "Move the effective date to the newest change, or mend the history.")
    }

    fileprivate static func repeatedAddress(_ name: String, at span: SourceSpan?, first: SourceSpan?) -> Diagnostic {
        Diagnostic(
            code: "tenant/repeated-address", severity: .warning, "\(name) has the same address as the shop itself.",
            at: span, related: first.map { [Label(span: $0, text: "the shop's address")] } ?? [],
            path: "shop.locations", help: "Give the location its own address; the shop's is the first place.")
    }
}
