import LiveryDiagnostics
import LiveryPrivacy
import LiveryTenant

/// `privacy/data-map.json`: what is collected, from where, why, who gets it and how long it is kept.
enum DataMapFile {
    static func emit(_ tenant: Tenant, _ map: DataMap) -> BundleFile {
        let bytes = JSONWriter.document(size: 1 << 15) { json in
            json.field("format_version", Bundle.formatVersion)
            json.field("shop", tenant.id)
            json.array("collected") { list in
                for row in map.rows { list.element { self.row(row, &$0) } }
            }
            json.strings("not_collected", map.notCollected.map(\.rawValue))
        }
        return BundleFile(path: "privacy/data-map.json", bytes: bytes)
    }

    private static func row(_ row: DataMap.Row, _ json: inout JSONWriter) {
        json.field("category", row.category.rawValue)
        json.field("fideslang", row.category.fideslang)
        json.strings("sources", row.sources.map(\.rawValue))
        json.strings("purposes", row.purposes.map(\.rawValue))
        json.array("recipients") { list in
            for recipient in row.recipients {
                list.element { entry in
                    entry.field("name", recipient.name)
                    entry.field("role", recipient.role.rawValue)
                    entry.optional("job", recipient.job?.rawValue)
                    entry.field("country", orNull: recipient.country)
                    entry.field("privacy_policy", orNull: recipient.privacyPolicy)
                }
            }
        }
        json.object("kept") { kept in
            kept.object("for") { length in
                length.field("count", row.retention.length.count)
                length.field("unit", row.retention.length.unit.rawValue)
            }
            kept.field("after", row.retention.after.rawValue)
            kept.field("because", row.retention.reason.rawValue)
        }
        json.field("needed", row.need == .needed)
        handling(row.handling, &json)
        json.strings("because", row.because)
    }

    private static func handling(_ handling: DataMap.Handling, _ json: inout JSONWriter) {
        json.field("sold", handling.isSold)
        json.field("shared_for_ads", handling.isSharedForAds)
        json.field("linked_to_person", handling.isLinked)
        json.field("encrypted_in_transit", handling.isEncryptedInTransit)
        json.field("deletion", handling.deletion.rawValue)
        json.array("legal_bases") { list in
            for entry in handling.bases {
                list.element {
                    $0.field("purpose", entry.purpose.rawValue)
                    $0.field("basis", entry.basis.rawValue)
                }
            }
        }
    }
}
