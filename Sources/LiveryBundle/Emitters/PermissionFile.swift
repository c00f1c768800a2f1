import LiveryDiagnostics
import LiveryPrivacy
import LiveryTenant

/// `app/permissions.json`: what the app asks the phone for, by platform, with the sentence that the phone shows and the
/// policy repeats. What is not listed, the app must not ask for.
enum PermissionFile {
    static func emit(_ tenant: Tenant) -> EmittedFile {
        let permissions = AppPermission.all(of: tenant)
        let bytes = JSONWriter.document { json in
            json.field("format_version", Bundle.formatVersion)
            json.field("shop", tenant.id)
            json.array("permissions") { list in
                for permission in permissions {
                    list.element { entry in
                        entry.field("id", permission.kind.rawValue)
                        entry.field("purpose", permission.purpose)
                        entry.field("ios_usage_description", orNull: permission.usageKey)
                        entry.strings("android", permission.androidNames)
                        entry.strings("because", permission.because)
                    }
                }
            }
        }
        return EmittedFile(path: "app/permissions.json", bytes: bytes)
    }
}

extension PermissionFile {
    private typealias Member = ArtifactMember

    static let schema = ArtifactSchema(
        "permissions", files: "app/permissions.json",
        "What the app asks the phone for, with the sentence that the phone shows and the policy repeats.",
        .object([
            .formatVersion, .shop,
            Member(
                "permissions", "What is not listed, the app must not ask for.",
                .list(
                    of: .object([
                        Member("id", "What is asked for.", .words(AppPermission.Kind.self)),
                        Member("purpose", "The sentence that says why.", .prose("The camera reads the VIN.")),
                        Member(
                            "ios_usage_description", "The key of Info.plist for the sentence; null where iOS has none.",
                            .orNull(.text("NS[A-Za-z]+UsageDescription", examples: ["NSCameraUsageDescription"]))),
                        Member(
                            "android", "What the Android manifest declares.",
                            .list(of: .text("[A-Za-z.]+[A-Z_]+", examples: ["android.permission.CAMERA"]))),
                        Member("because", "The values of the definition that ask for it.", .list(of: .fact)),
                    ]))),
        ]))
}
