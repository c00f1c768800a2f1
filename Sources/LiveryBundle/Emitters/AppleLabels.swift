import LiveryDiagnostics
import LiveryPrivacy

/// `privacy/apple/PrivacyInfo.xcprivacy`, built into the app, and `privacy/apple/app-privacy-details.json`, which
/// fastlane's `upload_app_privacy_details_to_app_store` sends to the App Store.
enum AppleLabels {
    static func emit(_ labels: StoreLabels) -> [BundleFile] {
        [
            BundleFile(path: "privacy/apple/PrivacyInfo.xcprivacy", bytes: manifest(labels)),
            BundleFile(path: "privacy/apple/app-privacy-details.json", bytes: details(labels)),
        ]
    }

    /// One name of a store with all the kinds of data that it covers: a store lists each name once.
    private struct Group {
        let name: String
        let isLinked: Bool
        let isTracking: Bool
        /// Sorted, each once.
        let purposes: [String]

        static func all(
            of labels: StoreLabels, by name: KeyPath<Crosswalk.Names, String>,
            purpose: KeyPath<PurposeCrosswalk, String>
        ) -> [Group] {
            let names = Set(labels.collected.map { $0.names[keyPath: name] }).sorted()
            return names.map { each in
                let members = labels.collected.filter { $0.names[keyPath: name] == each }
                return Group(
                    name: each, isLinked: members.contains(where: \.isLinked),
                    isTracking: members.contains(where: \.isTracking),
                    purposes: Set(members.flatMap(\.purposes).map { $0[keyPath: purpose] }).sorted())
            }
        }
    }

    /// https://developer.apple.com/documentation/bundleresources/privacy-manifest-files
    private static func manifest(_ labels: StoreLabels) -> [UInt8] {
        PropertyListWriter.document { plist in
            plist.field("NSPrivacyTracking", labels.isTracking)
            plist.strings("NSPrivacyTrackingDomains", labels.trackingDomains)
            let groups = Group.all(of: labels, by: \.manifest, purpose: \.manifest)
            plist.dictionaries("NSPrivacyCollectedDataTypes", groups) { entry, group in
                entry.field("NSPrivacyCollectedDataType", "NSPrivacyCollectedDataType" + group.name)
                entry.field("NSPrivacyCollectedDataTypeLinked", group.isLinked)
                entry.field("NSPrivacyCollectedDataTypeTracking", group.isTracking)
                entry.strings(
                    "NSPrivacyCollectedDataTypePurposes",
                    group.purposes.map { "NSPrivacyCollectedDataTypePurpose" + $0 })
            }
            plist.dictionaries("NSPrivacyAccessedAPITypes", labels.accessedAPIs) { entry, api in
                entry.field("NSPrivacyAccessedAPIType", "NSPrivacyAccessedAPICategory" + api.category)
                entry.strings("NSPrivacyAccessedAPITypeReasons", api.reasons)
            }
        }
    }

    /// Sorted as fastlane itself writes it: its action `upload_app_privacy_details_to_app_store`.
    private static func details(_ labels: StoreLabels) -> [UInt8] {
        JSONWriter.list { list in
            let groups = Group.all(of: labels, by: \.appStore, purpose: \.appStore)
            guard !groups.isEmpty else {
                return list.element { $0.strings("data_protections", ["DATA_NOT_COLLECTED"]) }
            }
            for group in groups {
                list.element { entry in
                    entry.field("category", group.name)
                    entry.strings("purposes", group.purposes)
                    let protections = [group.isLinked ? "DATA_LINKED_TO_YOU" : "DATA_NOT_LINKED_TO_YOU"]
                    entry.strings(
                        "data_protections", protections + (group.isTracking ? ["DATA_USED_TO_TRACK_YOU"] : []))
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
                    .words(Set(Crosswalk.all.compactMap { $0.names?.appStore }).sorted())),
                ArtifactMember(
                    optional: "purposes", "What it is used for.",
                    .list(
                        of: .words(
                            Set(DataMap.Purpose.allCases.map { PurposeCrosswalk.row($0).appStore })
                                .union([PurposeCrosswalk.ads.appStore]).sorted()))),
                ArtifactMember(
                    "data_protections", "Whether it leads to a person, and whether it follows one across companies.",
                    .list(
                        of: .words([
                            "DATA_NOT_COLLECTED", "DATA_LINKED_TO_YOU", "DATA_NOT_LINKED_TO_YOU",
                            "DATA_USED_TO_TRACK_YOU",
                        ]), count: 1...2)),
            ]), count: 1...Int.max))
}
