import LiveryDiagnostics
import LiveryPrivacy
import LiveryTenant

/// `app/permissions.json`: what the app asks the phone for, by platform, with the sentence that the phone shows and the
/// policy repeats. What is not listed, the app must not ask for.
enum PermissionFile {
    static func emit(_ tenant: Tenant) -> BundleFile {
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
        return BundleFile(path: "app/permissions.json", bytes: bytes)
    }
}
