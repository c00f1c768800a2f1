import LiveryDiagnostics
import LiveryPrivacy
import LiveryTenant

/// `privacy/google/data-safety.csv`: the answers of Google Play's Data safety form, for the console's import or for
/// `applications.dataSafety` of the API. Each row of the form must be there, in its order: 22 about the app, one for
/// each of 38 kinds of data, and 19 more for each of them. A choice that is not made stays blank; `false` is refused.
///
/// Ids and order: two forms exported in 2026. Rules:
/// https://support.google.com/googleplay/android-developer/answer/10787469
enum DataSafetyForm {
    static func emit(_ labels: StoreLabels, _ app: App) -> EmittedFile {
        let bytes = ByteBuffer.array(capacity: blank.bytes.count + 1 << 12) { out in
            var form = FilledForm(blank, out)
            for (place, question) in blank.questions { form.fill(place, answer(to: question, labels, app)) }
            for type in blank.types where type.isCollected(by: labels) { form.fill(type.collected, "true") }
            for type in blank.types where type.isCollected(by: labels) { usage(of: type, labels, &form) }
            return form.end()
        }
        return EmittedFile(path: "privacy/google/data-safety.csv", bytes: bytes)
    }

    private static func answer(to question: Question, _ labels: StoreLabels, _ app: App) -> String {
        switch question {
        case .collects: labels.collected.isEmpty ? "false" : "true"
        case .encrypts: labels.isEncryptedInTransit ? "true" : "false"
        case .account(let method): app.signIn.contains(method) ? "true" : ""
        case .accountDeletionURL: app.accountDeletionURL
        // The form counts a way to ask only where a page can be linked to.
        case .deletesData(let isSo): (app.dataDeletionURL != nil) == isSo ? "true" : ""
        case .dataDeletionURL: app.dataDeletionURL ?? ""
        }
    }

    private static func usage(of type: DataType, _ labels: StoreLabels, _ form: inout FilledForm) {
        var (collected, shared) = (PurposeSet(), PurposeSet())
        var isOptional = true
        for one in labels.collected where type.categories.contains(one.category) {
            collected.formUnion(one.purposes)
            shared.formUnion(one.sharedFor)
            isOptional = isOptional && one.isOptional
        }
        let usage = type.usage
        form.fill(usage.onlyCollected, "true")
        if !shared.isEmpty { form.fill(usage.onlyShared, "true") }
        form.fill(usage.ephemeral, "false")
        form.fill(isOptional ? usage.optional : usage.required, "true")
        for (place, purpose) in zip(usage.collectedFor, purposes) where !purpose.covers.isDisjoint(with: collected) {
            form.fill(place, "true")
        }
        for (place, purpose) in zip(usage.sharedFor, purposes) where !purpose.covers.isDisjoint(with: shared) {
            form.fill(place, "true")
        }
    }

    private static let purposes: [(id: String, covers: PurposeSet)] = {
        let words = Dictionary(uniqueKeysWithValues: PurposeCrosswalk.words(by: \.play).map { ($0.name, $0.purposes) })
        return BlankForm.purposes.map { ($0, words[$0] ?? []) }
    }()

    private static let blank = BlankForm()
}

/// What the first rows ask.
private enum Question: Sendable {
    case collects, encrypts, accountDeletionURL, dataDeletionURL
    case account(SignInMethod)
    case deletesData(Bool)
}

/// The rows for one kind of data: where the answers go.
private final class DataType: Sendable {
    let categories: CategorySet
    let collected: Int
    let usage: Usage

    init(_ categories: CategorySet, collected: Int, usage: Usage) {
        (self.categories, self.collected, self.usage) = (categories, collected, usage)
    }

    struct Usage: Sendable {
        // Both of them together say "collected and shared".
        var onlyCollected = 0
        var onlyShared = 0
        /// Ephemeral is what is only held in memory for one request; the data map keeps all of it for a time.
        var ephemeral = 0
        var optional = 0
        var required = 0
        /// By purpose.
        var collectedFor: [Int] = []
        var sharedFor: [Int] = []
    }

    func isCollected(by labels: StoreLabels) -> Bool {
        labels.collected.contains { categories.contains($0.category) }
    }
}

/// A copy of the form with answers in it, from top to bottom.
private struct FilledForm: ~Copyable {
    private let blank: BlankForm
    private var out: ByteBuffer
    private var done = 0

    init(_ blank: BlankForm, _ out: consuming ByteBuffer) {
        self.blank = blank
        self.out = out
    }

    /// Places are given in their order.
    mutating func fill(_ place: Int, _ answer: String) {
        copy(to: place)
        CSVWriter.field(answer, into: &out)
    }

    consuming func end() -> ByteBuffer {
        copy(to: blank.bytes.count)
        return out
    }

    private mutating func copy(to end: Int) {
        blank.bytes.withUnsafeBufferPointer { out.append(UnsafeBufferPointer(rebasing: $0[done..<end])) }
        done = end
    }
}

/// The form without answers: it differs between shops in these alone, so that everything around them is written once.
private struct BlankForm: Sendable {
    private(set) var bytes: [UInt8] = []
    private(set) var questions: [(place: Int, question: Question)] = []
    private(set) var types: [DataType] = []

    init() {
        var csv = CSVWriter(size: 1 << 17)
        csv.row(
            "Question ID (machine readable)", "Response ID (machine readable)", "Response value", "Answer requirement",
            "Human-friendly question label")
        ask(&csv)
        let names = Dictionary(uniqueKeysWithValues: Crosswalk.kinds(by: \.play).map { ($0.name, $0.categories) })
        let collected = Self.typeIDs.map { question, id in
            csv.row(question, id, answer: "MULTIPLE_CHOICE", "Collected: \(Self.label(of: id))")
        }
        types = zip(Self.typeIDs, collected).map { type, place in
            DataType(names[type.id] ?? [], collected: place, usage: Self.usage(of: type.id, &csv))
        }
        bytes = csv.bytes
    }

    private mutating func ask(_ csv: inout CSVWriter) {
        func row(
            _ id: String, response: String = "", _ requirement: String, _ label: String, _ question: Question?
        ) {
            let place = csv.row(id, response, answer: requirement, label)
            if let question { questions.append((place, question)) }
        }
        row(
            "PSL_DATA_COLLECTION_COLLECTS_PERSONAL_DATA", "REQUIRED", "Does the app collect or share user data?",
            .collects)
        row(
            "PSL_DATA_COLLECTION_ENCRYPTED_IN_TRANSIT", "MAYBE_REQUIRED", "Is all of it encrypted on its way?",
            .encrypts)
        for (id, method) in Self.accountMethods {
            row(
                "PSL_SUPPORTED_ACCOUNT_CREATION_METHODS", response: id, "MULTIPLE_CHOICE",
                "How do users open an account?", method.map(Question.account))
        }
        row("PSL_ACM_SPECIFY", "MAYBE_REQUIRED", "Which other way?", nil)
        row("PSL_ACCOUNT_DELETION_URL", "MAYBE_REQUIRED", "Where can an account be deleted?", .accountDeletionURL)
        let deletions: [(String, Question?)] = [
            ("DATA_DELETION_YES", .deletesData(true)), ("DATA_DELETION_NO", .deletesData(false)),
            ("DATA_DELETION_NO_AUTO_DELETED", nil),
        ]
        for (id, question) in deletions {
            row(
                "PSL_SUPPORT_DATA_DELETION_BY_USER", response: id, "SINGLE_CHOICE",
                "Can data be deleted while the account stays?", question)
        }
        row("PSL_DATA_DELETION_URL", "MAYBE_REQUIRED", "Where can data be deleted?", .dataDeletionURL)
        // Claims about audits and programmes that a definition does not make.
        row("PSL_DATA_COLLECTION_COMPLIES_FAMILY_POLICY", "OPTIONAL", "Does it follow the Families policy?", nil)
        row("PSL_INDEPENDENTLY_VALIDATED", "OPTIONAL", "Has a laboratory checked it?", nil)
        row("PSL_UPI_BADGE_OPT_IN", "OPTIONAL", "Show the UPI badge?", nil)
        row("PSL_HAS_OUTSIDE_APP_ACCOUNTS", "OPTIONAL", "Are accounts opened outside the app?", nil)
        for id in [
            "PSL_LOGIN_WITH_OUTSIDE_APP_ID", "PSL_LOGIN_THROUGH_EMPLOYMENT_OR_ENTERPRISE_ACCOUNT",
            "PSL_OUTSIDE_APP_ACCOUNT_TYPE_OTHER",
        ] {
            row("PSL_OUTSIDE_APP_ACCOUNT_TYPES", response: id, "MULTIPLE_CHOICE", "Which accounts from outside?", nil)
        }
        row("PSL_OUTSIDE_APP_ACCOUNT_TYPE_SPECIFY", "MAYBE_REQUIRED", "Which other accounts?", nil)
    }

    private static let accountMethods: [(id: String, method: SignInMethod?)] = [
        ("PSL_ACM_USER_ID_PASSWORD", .password), ("PSL_ACM_USER_ID_OTHER_AUTH", .oneTimeCode),
        ("PSL_ACM_USER_ID_PASSWORD_OTHER_AUTH", .passwordAndCode), ("PSL_ACM_OAUTH", .otherAccount),
        ("PSL_ACM_OTHER", nil), ("PSL_ACM_NONE", nil),
    ]

    /// The 19 rows of one kind of data. There are 722 of them, none with a field that needs quotes.
    private static func usage(of id: String, _ csv: inout CSVWriter) -> DataType.Usage {
        let type = label(of: id)
        func row(
            _ question: StaticString, _ response: String, _ requirement: StaticString, _ label: StaticString
        ) -> Int {
            csv.plain("PSL_DATA_USAGE_RESPONSES:")
            csv.plain(id)
            csv.plain(":")
            csv.plain(question)
            csv.plain(",")
            csv.plain(response)
            csv.plain(",")
            let place = csv.count
            csv.plain(",")
            csv.plain(requirement)
            csv.plain(",")
            csv.plain(type)
            csv.plain(": ")
            csv.plain(label)
            csv.plain("\r\n")
            return place
        }
        let scope: StaticString = "PSL_DATA_USAGE_COLLECTION_AND_SHARING"
        var usage = DataType.Usage()
        usage.onlyCollected = row(scope, "PSL_DATA_USAGE_ONLY_COLLECTED", "MULTIPLE_CHOICE", "collected?")
        usage.onlyShared = row(scope, "PSL_DATA_USAGE_ONLY_SHARED", "MULTIPLE_CHOICE", "shared?")
        usage.ephemeral = row("PSL_DATA_USAGE_EPHEMERAL", "", "MAYBE_REQUIRED", "kept only in memory?")
        let control: StaticString = "DATA_USAGE_USER_CONTROL"
        usage.optional = row(control, "PSL_DATA_USAGE_USER_CONTROL_OPTIONAL", "SINGLE_CHOICE", "optional?")
        usage.required = row(control, "PSL_DATA_USAGE_USER_CONTROL_REQUIRED", "SINGLE_CHOICE", "required?")
        usage.collectedFor = purposes.map {
            row("DATA_USAGE_COLLECTION_PURPOSE", $0, "MULTIPLE_CHOICE", "collected for this?")
        }
        usage.sharedFor = purposes.map { row("DATA_USAGE_SHARING_PURPOSE", $0, "MULTIPLE_CHOICE", "shared for this?") }
        return usage
    }

    static let purposes = [
        "PSL_APP_FUNCTIONALITY", "PSL_ANALYTICS", "PSL_DEVELOPER_COMMUNICATIONS", "PSL_FRAUD_PREVENTION_SECURITY",
        "PSL_ADVERTISING", "PSL_PERSONALIZATION", "PSL_ACCOUNT_MANAGEMENT",
    ]

    /// `PSL_OTHER_PERSONAL` is `other personal`.
    private static func label(of id: String) -> String {
        let bytes = id.utf8.dropFirst("PSL_".utf8.count).map { $0 == UInt8(ascii: "_") ? UInt8(ascii: " ") : $0 | 0x20 }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static let typeIDs: [(question: String, id: String)] = groups.flatMap { group in
        group.types.split(separator: " ").map { ("PSL_DATA_TYPES_\(group.name)", "PSL_\($0)") }
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
