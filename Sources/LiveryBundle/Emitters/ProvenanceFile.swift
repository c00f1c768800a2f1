import LiveryDiagnostics
import LiveryPrivacy
import LiveryTenant

/// Where the facts behind a policy were set: the compiler knows, because it kept every layer's places.
package struct Provenance: Sendable {
    /// A line of a file of the workspace, or of the built-in defaults.
    package struct Place: Sendable, Hashable {
        package let file: String
        /// From 1.
        package let line: Int

        package init(file: String, line: Int) {
            self.file = file
            self.line = line
        }
    }

    private let place: @Sendable (_ fact: String) -> Place?
    private let clauses: [String: Place]

    /// - Parameters:
    ///   - clauses: by the id of a clause that a workspace wrote.
    ///   - place: of a fact by its path, such as `features.booking`; each is asked for once or twice.
    package init(clauses: [String: Place] = [:], place: @escaping @Sendable (_ fact: String) -> Place?) {
        self.clauses = clauses
        self.place = place
    }

    /// Where a clause was written; nil for the built-in ones.
    package func place(ofClause id: String) -> Place? { clauses[id] }

    /// Where a fact was set; nil for one that no layer sets, such as a feature that nobody mentions.
    package subscript(fact: String) -> Place? { place(fact) }
}

/// `privacy/provenance.json`: each statement of the policy and of the partner notice, with the facts behind it.
enum ProvenanceFile {
    static func emit(
        _ tenant: Tenant, _ dataMap: DataMap, documents: [NamedDocument], _ provenance: Provenance
    ) -> EmittedFile {
        let bytes = JSONWriter.document(size: 1 << 17) { json in
            json.field("format_version", Bundle.formatVersion)
            json.field("shop", tenant.id)
            var writer = FactWriter(provenance: provenance)
            json.array("documents") { list in
                for named in documents {
                    list.element { entry in
                        entry.field("document", named.name)
                        entry.field("locale", named.document.locale)
                        entry.field("version", named.version)
                        entry.array("statements") { statements in
                            named.document.eachStatement { kind, section, clause, said in
                                statements.element { entry in
                                    write(kind, section, clause, said, provenance, to: &entry)
                                    writer.write(said.reasons, to: &entry)
                                }
                            }
                        }
                    }
                }
            }
            writer.startAtAnotherDepth()
            json.array("data_map") { rows in
                for row in dataMap.rows {
                    rows.element { entry in
                        entry.field("category", row.category.rawValue)
                        writer.write(row.because, to: &entry)
                    }
                }
            }
        }
        return EmittedFile(path: "privacy/provenance.json", bytes: bytes)
    }

    /// All but the facts: those stand on other lines in the definition of another shop.
    private static func write(
        _ kind: PolicyStatement.Kind, _ section: String, _ clause: String?, _ said: Passage, _ provenance: Provenance,
        to json: inout JSONWriter
    ) {
        guard !json.membersAgain({ said.forms.append(.data, to: &$0) }) else { return }
        json.members { json in
            json.field("kind", kind.rawValue)
            json.field("section", section)
            json.field("clause", orNull: clause)
            if let place = clause.flatMap(provenance.place(ofClause:)) {
                json.field("file", place.file)
                json.field("line", place.line)
            }
            json.field("text", said.plainText)
        } keep: { bytes in
            said.forms.keep(bytes, as: .data)
        }
    }

    /// Writes lists of facts at one depth, never as the first member. The same few facts, and lists of them, stand
    /// behind many statements.
    private struct FactWriter {
        let provenance: Provenance
        /// Where they stand among the bytes: facts by their numbers, or by their paths where they have none.
        private var numbered = [Range<Int>?](repeating: nil, count: FactPaths.numberLimit)
        private var others: [String: Range<Int>] = [:]
        private var lists: [(paths: FactPaths, place: Range<Int>)] = []

        init(provenance: Provenance) {
            self.provenance = provenance
        }

        mutating func startAtAnotherDepth() {
            numbered = Array(repeating: nil, count: FactPaths.numberLimit)
            others.removeAll(keepingCapacity: true)
            lists.removeAll(keepingCapacity: true)
        }

        mutating func write(_ paths: FactPaths, to json: inout JSONWriter) {
            if let known = lists.firstIndex(where: { $0.paths === paths }) { return json.again(lists[known].place) }
            let place = json.noting { json in
                guard !paths.numbers.isEmpty else { return write(paths.sorted, to: &json) }
                json.array("facts") { list in
                    for (path, number) in zip(paths.sorted, paths.numbers) {
                        if let known = numbered[number] {
                            list.element(again: known)
                        } else {
                            numbered[number] = write(path, &list)
                        }
                    }
                }
            }
            lists.append((paths, place))
        }

        mutating func write(_ paths: [String], to json: inout JSONWriter) {
            json.array("facts") { list in
                for path in paths {
                    if let known = others[path] {
                        list.element(again: known)
                    } else {
                        others[path] = write(path, &list)
                    }
                }
            }
        }

        private mutating func write(_ path: String, _ list: inout JSONWriter) -> Range<Int> {
            list.notingElement { entry in
                entry.field("path", path)
                guard let place = provenance[path] else { return }
                entry.field("file", place.file)
                entry.field("line", place.line)
            }
        }
    }
}

extension ProvenanceFile {
    private typealias Member = ArtifactMember

    static let schema = ArtifactSchema(
        "provenance", files: "privacy/provenance.json",
        "Each statement of the policy and of the notice, with its facts.",
        .object([
            .formatVersion, .shop,
            Member(
                "documents", "Policy and partner notice.",
                .list(
                    of: .object([
                        Member("document", "Which one.", .words(["policy", "partner-notice"])),
                        Member("locale", "Its language.", .locale), Member("version", "Its version.", .version),
                        Member("statements", "From top to bottom.", .list(of: .object(statementMembers))),
                    ]))),
            Member(
                "data_map", "Each entry of the data map with its facts.",
                .list(of: .object([Member("category", "The kind of data.", .words(DataCategory.self)), facts]))),
        ]))

    private static let statementMembers = [
        Member("kind", "What it looks like.", .words(PolicyStatement.Kind.self)),
        Member("section", "The section or the table that it stands in.", .id),
        Member(
            "clause", "The clause that wrote it; null for a row of the first table.",
            .orNull(.text("[a-z0-9.-]+", examples: ["card.who"]))),
        Member(
            optional: "file", "Where the workspace has the clause; absent for one that is built in.",
            .text(examples: ["tenants/clauses/safety.en.md"])),
        Member(optional: "line", "From 1.", .positive),
        Member(
            "text", "As it reads; a stroke stands between the cells of a row.",
            .text(examples: ["This app is from Oakwood Auto Care."])),
        facts,
    ]

    private static let facts = Member(
        "facts", "None where the statement is the same for every shop.",
        .list(
            of: .shared(
                "place",
                .object([
                    Member("path", "A value of the definition.", .fact),
                    Member(
                        optional: "file", "The layer that set it; absent for what no layer sets.",
                        .text(examples: ["tenants/platform.yaml"])),
                    Member(optional: "line", "From 1.", .positive),
                ]))))
}
