import LiveryPrivacy
import LiveryTenant

/// `privacy/google/data-safety.csv`: the answers of Google Play's Data safety form, for the console's import or for
/// `applications.dataSafety` of the API. Each row of the form must be there, in its order: 22 about the app, one for
/// each of 38 kinds of data, and 19 more for each of them. A choice that is not made stays blank; `false` is refused.
///
/// Ids and order: two forms exported in 2026. Rules:
/// https://support.google.com/googleplay/android-developer/answer/10787469
enum DataSafetyForm {
    static func emit(_ labels: StoreLabels, _ app: App) -> BundleFile {
        var csv = CSVWriter(size: 1 << 17)
        csv.row(
            "Question ID (machine readable)", "Response ID (machine readable)", "Response value", "Answer requirement",
            "Human-friendly question label")
        questions(labels, app, &csv)
        let answers = types.map { type in
            labels.collected.filter { $0.names.play == type.id }
        }
        for (type, members) in zip(types, answers) {
            csv.row(
                type.question, type.id, members.isEmpty ? "" : "true", "MULTIPLE_CHOICE", "Collected: \(type.label)")
        }
        for (rows, members) in zip(usageRows, answers) { usage(rows, members, &csv) }
        return BundleFile(path: "privacy/google/data-safety.csv", bytes: csv.bytes)
    }

    private static func questions(_ labels: StoreLabels, _ app: App, _ csv: inout CSVWriter) {
        func one(_ id: String, _ value: String, _ requirement: String, _ label: String) {
            csv.row(id, "", value, requirement, label)
        }
        func choices(_ id: String, _ requirement: String, _ label: String, _ options: [(id: String, isChosen: Bool)]) {
            for option in options { csv.row(id, option.id, option.isChosen ? "true" : "", requirement, label) }
        }
        one(
            "PSL_DATA_COLLECTION_COLLECTS_PERSONAL_DATA", labels.collected.isEmpty ? "false" : "true", "REQUIRED",
            "Does the app collect or share user data?")
        one(
            "PSL_DATA_COLLECTION_ENCRYPTED_IN_TRANSIT", labels.isEncryptedInTransit ? "true" : "false",
            "MAYBE_REQUIRED", "Is all of it encrypted on its way?")
        choices(
            "PSL_SUPPORTED_ACCOUNT_CREATION_METHODS", "MULTIPLE_CHOICE", "How do users open an account?",
            accountMethods.map { ($0.id, $0.method.map(app.signIn.contains) ?? false) })
        one("PSL_ACM_SPECIFY", "", "MAYBE_REQUIRED", "Which other way?")
        one("PSL_ACCOUNT_DELETION_URL", app.accountDeletionURL, "MAYBE_REQUIRED", "Where can an account be deleted?")
        // The form counts a way to ask only where a page can be linked to.
        let url = app.dataDeletionURL
        choices(
            "PSL_SUPPORT_DATA_DELETION_BY_USER", "SINGLE_CHOICE", "Can data be deleted while the account stays?",
            [
                ("DATA_DELETION_YES", url != nil), ("DATA_DELETION_NO", url == nil),
                ("DATA_DELETION_NO_AUTO_DELETED", false),
            ])
        one("PSL_DATA_DELETION_URL", url ?? "", "MAYBE_REQUIRED", "Where can data be deleted?")
        // Claims about audits and programmes that a definition does not make.
        one("PSL_DATA_COLLECTION_COMPLIES_FAMILY_POLICY", "", "OPTIONAL", "Does it follow the Families policy?")
        one("PSL_INDEPENDENTLY_VALIDATED", "", "OPTIONAL", "Has a laboratory checked it?")
        one("PSL_UPI_BADGE_OPT_IN", "", "OPTIONAL", "Show the UPI badge?")
        one("PSL_HAS_OUTSIDE_APP_ACCOUNTS", "", "OPTIONAL", "Are accounts opened outside the app?")
        choices(
            "PSL_OUTSIDE_APP_ACCOUNT_TYPES", "MULTIPLE_CHOICE", "Which accounts from outside?",
            [
                ("PSL_LOGIN_WITH_OUTSIDE_APP_ID", false), ("PSL_LOGIN_THROUGH_EMPLOYMENT_OR_ENTERPRISE_ACCOUNT", false),
                ("PSL_OUTSIDE_APP_ACCOUNT_TYPE_OTHER", false),
            ])
        one("PSL_OUTSIDE_APP_ACCOUNT_TYPE_SPECIFY", "", "MAYBE_REQUIRED", "Which other accounts?")
    }

    private static let accountMethods: [(id: String, method: SignInMethod?)] = [
        ("PSL_ACM_USER_ID_PASSWORD", .password), ("PSL_ACM_USER_ID_OTHER_AUTH", .oneTimeCode),
        ("PSL_ACM_USER_ID_PASSWORD_OTHER_AUTH", .passwordAndCode), ("PSL_ACM_OAUTH", .otherAccount),
        ("PSL_ACM_OTHER", nil), ("PSL_ACM_NONE", nil),
    ]

    /// The 19 rows of one kind of data.
    private static func usage(_ rows: UsageRows, _ members: [StoreLabels.Collected], _ csv: inout CSVWriter) {
        guard !members.isEmpty else { return csv.append(rows.blank) }
        let shared = Set(members.flatMap(\.sharedFor).map(\.play))
        let collected = Set(members.flatMap(\.purposes).map(\.play))
        let isOptional = members.allSatisfy(\.isOptional)
        func choice(_ row: CSVWriter.Row, _ isChosen: Bool) { csv.row(row, isChosen ? "true" : "") }
        choice(rows.onlyCollected, true)
        choice(rows.onlyShared, !shared.isEmpty)
        csv.row(rows.ephemeral, "false")
        choice(rows.optional, isOptional)
        choice(rows.required, !isOptional)
        for (row, purpose) in zip(rows.collectedFor, purposes) { choice(row, collected.contains(purpose)) }
        for (row, purpose) in zip(rows.sharedFor, purposes) { choice(row, shared.contains(purpose)) }
    }

    /// They differ between shops in the answers alone, so that everything around those is written once.
    private static let usageRows = types.map { UsageRows(of: $0) }

    private struct UsageRows: Sendable {
        // Both of them together say "collected and shared".
        let onlyCollected: CSVWriter.Row
        let onlyShared: CSVWriter.Row
        /// Ephemeral is what is only held in memory for one request; the data map keeps all of it for a time.
        let ephemeral: CSVWriter.Row
        let optional: CSVWriter.Row
        let required: CSVWriter.Row
        /// By purpose.
        let collectedFor: [CSVWriter.Row]
        let sharedFor: [CSVWriter.Row]
        /// All of them without an answer.
        let blank: [UInt8]

        init(of type: DataType) {
            func row(_ question: String, _ response: String, _ requirement: String, _ label: String) -> CSVWriter.Row {
                CSVWriter.Row(
                    before: ["PSL_DATA_USAGE_RESPONSES:\(type.id):\(question)", response],
                    after: [requirement, "\(type.label): \(label)"])
            }
            let scope = "PSL_DATA_USAGE_COLLECTION_AND_SHARING"
            onlyCollected = row(scope, "PSL_DATA_USAGE_ONLY_COLLECTED", "MULTIPLE_CHOICE", "collected?")
            onlyShared = row(scope, "PSL_DATA_USAGE_ONLY_SHARED", "MULTIPLE_CHOICE", "shared?")
            ephemeral = row("PSL_DATA_USAGE_EPHEMERAL", "", "MAYBE_REQUIRED", "kept only in memory?")
            let control = "DATA_USAGE_USER_CONTROL"
            optional = row(control, "PSL_DATA_USAGE_USER_CONTROL_OPTIONAL", "SINGLE_CHOICE", "optional?")
            required = row(control, "PSL_DATA_USAGE_USER_CONTROL_REQUIRED", "SINGLE_CHOICE", "required?")
            collectedFor = purposes.map {
                row("DATA_USAGE_COLLECTION_PURPOSE", $0, "MULTIPLE_CHOICE", "collected for this?")
            }
            sharedFor = purposes.map {
                row("DATA_USAGE_SHARING_PURPOSE", $0, "MULTIPLE_CHOICE", "shared for this?")
            }
            var csv = CSVWriter()
            let all = [onlyCollected, onlyShared, ephemeral, optional, required] + collectedFor + sharedFor
            for row in all { csv.row(row, "") }
            blank = csv.bytes
        }
    }

    private static let purposes = [
        "PSL_APP_FUNCTIONALITY", "PSL_ANALYTICS", "PSL_DEVELOPER_COMMUNICATIONS", "PSL_FRAUD_PREVENTION_SECURITY",
        "PSL_ADVERTISING", "PSL_PERSONALIZATION", "PSL_ACCOUNT_MANAGEMENT",
    ]

    private struct DataType: Sendable {
        let question: String
        let id: String
        /// `PSL_OTHER_PERSONAL` is `other personal`.
        let label: String

        init(question: String, id: String) {
            self.question = question
            self.id = id
            label = id.dropFirst("PSL_".count).replacing("_", with: " ").lowercased()
        }
    }

    private static let types: [DataType] = groups.flatMap { group in
        group.types.split(separator: " ").map { DataType(question: "PSL_DATA_TYPES_\(group.name)", id: "PSL_\($0)") }
    }

    private static let groups: [(name: String, types: String)] = [
        (
            "PERSONAL",
            "NAME EMAIL USER_ACCOUNT ADDRESS PHONE RACE_ETHNICITY POLITICAL_RELIGIOUS "
                + "SEXUAL_ORIENTATION_GENDER_IDENTITY OTHER_PERSONAL"
        ),
        ("FINANCIAL", "CREDIT_DEBIT_BANK_ACCOUNT_NUMBER PURCHASE_HISTORY CREDIT_SCORE OTHER"),
        ("LOCATION", "APPROX_LOCATION PRECISE_LOCATION"),
        ("SEARCH_AND_BROWSING", "WEB_BROWSING_HISTORY"),
        ("EMAIL_AND_TEXT", "EMAILS SMS_CALL_LOG OTHER_MESSAGES"),
        ("PHOTOS_AND_VIDEOS", "PHOTOS VIDEOS"),
        ("AUDIO", "AUDIO MUSIC OTHER_AUDIO"),
        ("HEALTH_AND_FITNESS", "HEALTH FITNESS"),
        ("CONTACTS", "CONTACTS"),
        ("CALENDAR", "CALENDAR"),
        ("APP_PERFORMANCE", "CRASH_LOGS PERFORMANCE_DIAGNOSTICS OTHER_PERFORMANCE"),
        ("FILES_AND_DOCS", "FILES_AND_DOCS"),
        (
            "APP_ACTIVITY",
            "USER_INTERACTION IN_APP_SEARCH_HISTORY APPS_ON_DEVICE USER_GENERATED_CONTENT OTHER_APP_ACTIVITY"
        ),
        ("IDENTIFIERS", "DEVICE_ID"),
    ]
}
