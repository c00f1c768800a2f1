import LiveryDiagnostics
import LiveryPrivacy

/// `privacy/apple/PrivacyInfo.xcprivacy`, built into the app, and `privacy/apple/app-privacy-details.json`, which
/// fastlane's `upload_app_privacy_details_to_app_store` sends to the App Store.
enum AppleLabels {
    static func emit(_ labels: StoreLabels) -> [EmittedFile] {
        [
            EmittedFile(path: "privacy/apple/PrivacyInfo.xcprivacy", bytes: manifest(labels)),
            EmittedFile(path: "privacy/apple/app-privacy-details.json", bytes: details(labels)),
        ]
    }

    /// How a store calls things. It lists each name once, for all the kinds of data that it covers.
    private struct Vocabulary: Sendable {
        /// Both sorted.
        let kinds: [(name: String, categories: CategorySet)]
        let words: [(name: String, purposes: PurposeSet)]

        init(by name: (Crosswalk.Names) -> String, purpose: (PurposeCrosswalk) -> String) {
            kinds = Crosswalk.kinds(by: name)
            words = PurposeCrosswalk.words(by: purpose)
        }

        func groups(_ labels: StoreLabels) -> [Group] {
            kinds.compactMap { kind in
                var group: Group?
                for one in labels.collected where kind.categories.contains(one.category) {
                    var sum = group ?? Group(name: kind.name)
                    sum.isLinked = sum.isLinked || one.isLinked
                    sum.isTracking = sum.isTracking || one.isTracking
                    sum.purposes.formUnion(one.purposes)
                    group = sum
                }
                return group
            }
        }

        func names(of purposes: PurposeSet) -> [String] {
            words.compactMap { $0.purposes.isDisjoint(with: purposes) ? nil : $0.name }
        }
    }

    private struct Group {
        let name: String
        var isLinked = false
        var isTracking = false
        var purposes: PurposeSet = []
    }

    private static let manifestWords = Vocabulary(by: \.manifest, purpose: \.manifest)
    private static let appStoreWords = Vocabulary(by: \.appStore, purpose: \.appStore)

    /// https://developer.apple.com/documentation/bundleresources/privacy-manifest-files
    private static func manifest(_ labels: StoreLabels) -> [UInt8] {
        PropertyListWriter.document(size: 1 << 14) { plist in
            plist.field("NSPrivacyTracking", labels.isTracking)
            plist.strings("NSPrivacyTrackingDomains", labels.trackingDomains)
            plist.dictionaries("NSPrivacyCollectedDataTypes", manifestWords.groups(labels)) { entry, group in
                entry.field("NSPrivacyCollectedDataType", prefix: "NSPrivacyCollectedDataType", group.name)
                entry.field("NSPrivacyCollectedDataTypeLinked", group.isLinked)
                entry.field("NSPrivacyCollectedDataTypeTracking", group.isTracking)
                entry.strings(
                    "NSPrivacyCollectedDataTypePurposes", prefix: "NSPrivacyCollectedDataTypePurpose",
                    manifestWords.names(of: group.purposes))
            }
            plist.dictionaries("NSPrivacyAccessedAPITypes", labels.accessedAPIs) { entry, api in
                entry.field("NSPrivacyAccessedAPIType", prefix: "NSPrivacyAccessedAPICategory", api.category)
                entry.strings("NSPrivacyAccessedAPITypeReasons", api.reasons)
            }
        }
    }

    /// Sorted as fastlane itself writes it: its action `upload_app_privacy_details_to_app_store`.
    private static func details(_ labels: StoreLabels) -> [UInt8] {
        JSONWriter.list { list in
            let groups = appStoreWords.groups(labels)
            guard !groups.isEmpty else {
                return list.element { $0.strings("data_protections", ["DATA_NOT_COLLECTED"]) }
            }
            for group in groups {
                list.element { entry in
                    entry.field("category", group.name)
                    entry.strings("purposes", appStoreWords.names(of: group.purposes))
                    entry.array("data_protections") { protections in
                        protections.element(group.isLinked ? "DATA_LINKED_TO_YOU" : "DATA_NOT_LINKED_TO_YOU")
                        if group.isTracking { protections.element("DATA_USED_TO_TRACK_YOU") }
                    }
                }
            }
        }
    }
}

extension AppleLabels {
    /// What fastlane takes: https://docs.fastlane.tools/actions/upload_app_privacy_details_to_app_store/
    static let schema = ArtifactSchema(
        "app-privacy-details", files: "privacy/apple/app-privacy-details.json",
        "The answers to App Store Connect's questions about privacy, as fastlane uploads them.",
        .list(
            of: .object([
                ArtifactMember(
                    optional: "category", "A kind of data; absent when none is collected.",
                    .words(appStoreWords.kinds.map(\.name))),
                ArtifactMember(
                    optional: "purposes", "What it is used for.",
                    .list(
                        of: .words(appStoreWords.words.map(\.name)))),
                ArtifactMember(
                    "data_protections", "Whether it leads to a person, and whether it follows one across companies.",
                    .list(
                        of: .words([
                            "DATA_NOT_COLLECTED", "DATA_LINKED_TO_YOU", "DATA_NOT_LINKED_TO_YOU",
                            "DATA_USED_TO_TRACK_YOU",
                        ]), count: 1...2)),
            ]), count: 1...Int.max))
}
