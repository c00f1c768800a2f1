import LiveryDiagnostics
import LiveryPrivacy
import LiveryTenant

/// `privacy/data-map.json`: what is collected, from where, why, who gets it and how long it is kept.
enum DataMapFile {
    static func emit(_ tenant: Tenant, _ map: DataMap) -> EmittedFile {
        let bytes = JSONWriter.document(size: 1 << 15) { json in
            json.field("format_version", Bundle.formatVersion)
            json.field("shop", tenant.id)
            json.array("collected") { list in
                for row in map.rows { list.element { self.row(row, &$0) } }
            }
            json.strings("not_collected", map.notCollected.map(\.rawValue))
        }
        return EmittedFile(path: "privacy/data-map.json", bytes: bytes)
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

extension DataMapFile {
    private typealias Member = ArtifactMember

    static let schema = ArtifactSchema(
        "data-map", files: "privacy/data-map.json",
        "What is collected, from where, why, who gets it and how long it is kept.",
        .object([
            .formatVersion, .shop,
            Member("collected", "One entry for each kind of data.", .list(of: .object(rowMembers))),
            Member(
                "not_collected", "What a customer might fear and this shop does not collect.",
                .list(of: .words(DataCategory.self))),
        ]))

    private static let rowMembers = [
        Member("category", "The kind of data.", .words(DataCategory.self)),
        Member(
            "fideslang", "The same in the taxonomy of Fideslang.",
            .text("[a-z_]+(?:\\.[a-z_]+)*", examples: ["user.name"])),
        Member("sources", "Where it comes from.", .list(of: .words(DataMap.Source.self))),
        Member("purposes", "What it is used for.", .list(of: .words(DataMap.Purpose.self))),
        Member("recipients", "Who gets it, by role, then by name.", .list(of: .object(recipientMembers))),
        Member(
            "kept", "How long.",
            .object([
                Member(
                    "for", "The length.",
                    .object([
                        Member("count", "How many; 0 for what is deleted at once.", .count),
                        Member("unit", "Of what.", .words(RetentionPeriod.Duration.Unit.self)),
                    ])),
                Member("after", "What starts the time.", .words(RetentionPeriod.Event.self)),
                Member("because", "Why so long.", .words(RetentionPeriod.Reason.self)),
            ])),
        Member("needed", "Whether the app does not work without it.", .flag),
        Member("sold", "Whether it is sold.", .flag), Member("shared_for_ads", "Whether others use it for ads.", .flag),
        Member("linked_to_person", "Whether it leads to a person.", .flag),
        Member("encrypted_in_transit", "Whether it travels encrypted.", .flag),
        Member("deletion", "How it is deleted before its time.", .words(DataMap.Deletion.self)),
        Member(
            "legal_bases", "GDPR Art. 6(1), by purpose; none where no law asks.",
            .list(
                of: .object([
                    Member("purpose", "What it is used for.", .words(DataMap.Purpose.self)),
                    Member("basis", "What allows it.", .words(DataMap.Basis.self)),
                ]))),
        Member("because", "The values of the definition behind the entry.", .list(of: .fact)),
    ]

    private static let recipientMembers = [
        Member("name", "Who it is.", .prose("Trackara")),
        Member("role", "In which capacity.", .words(DataMap.Recipient.Role.self)),
        Member(optional: "job", "What a service provider does.", .words(ServiceProvider.Job.self)),
        Member("country", "ISO 3166-1; null where nobody knows it.", .orNull(.country)),
        Member("privacy_policy", "Its own policy; null where nobody knows it.", .orNull(.url)),
    ]
}
