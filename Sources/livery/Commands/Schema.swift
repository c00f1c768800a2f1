import LiveryBundle
import LiveryCompiler
import LiveryDiagnostics
import LiveryTenant
import LiveryWorkspace

extension Command {
    static let schema = Command(
        name: "schema",
        summary: "Print the JSON Schema of a kind of file, for editors and for those who read bundles.",
        details: [
            "Without a NAME it lists the schemas: those of the files that people write, those of the JSON files in a "
                + "bundle, and those of what runs over parts leave and `livery actions` prints. In a workspace the "
                + "first kind knows its groups and providers. --write puts those into tenants/.livery, where the first "
                + "line of a definition leads an editor with yaml-language-server.",
            "A schema of a bundle's file is strict: what it does not name cannot stand in the file.",
        ],
        operands: [
            Operand(name: "NAME", help: "a schema, such as shop or data-map", candidates: .words(SchemaNames.all))
        ],
        options: [.list, .write],
        examples: [
            Example(line: "livery schema --list", effect: "lists the schemas"),
            Example(line: "livery schema shop", effect: "prints the JSON Schema of a file in tenants/shops"),
            Example(line: "livery schema data-map", effect: "prints that of privacy/data-map.json in a bundle"),
            Example(line: "livery schema --write", effect: "brings tenants/.livery up to date"),
        ],
        run: runSchema)
}

extension Command.Option {
    fileprivate static let list = Command.Option(name: "list", help: "list the schemas, as without a NAME")
    fileprivate static let write = Command.Option(
        name: "write", help: "write the schemas of this workspace into tenants/.livery")
}

@Sendable private func runSchema(_ invocation: Invocation, on console: Console) throws(Failure) -> ExitStatus {
    let name = invocation.operands.first
    if invocation.has(.write) {
        guard name == nil, !invocation.has(.list) else {
            throw .usage("`--write` writes all schemas of definitions, and goes with no NAME and no `--list`.")
        }
        return try writeSchemas(invocation, on: console)
    }
    guard let name else {
        try console.print(SchemaNames.list)
        return .clean
    }
    if invocation.has(.list) { throw .usage("`--list` lists all schemas and takes no NAME.") }
    if let format = DefinitionFormat(rawValue: name) {
        let input = Workspace.read(at: invocation.workspace).input
        try console.print(bytes: EditorSchemas(of: input).bytes(of: format))
        return .clean
    }
    guard let artifact = SchemaNames.artifacts.first(where: { $0.name == name }) else {
        let nearest = Similarity.nearest(to: name, in: SchemaNames.all)
        throw .usage(
            "there is no schema `\(name)`.",
            help: [nearest.map { "did you mean `\($0)`?" } ?? "`livery schema --list` lists them."])
    }
    try console.print(bytes: artifact.bytes)
    return .clean
}

private func writeSchemas(_ invocation: Invocation, on console: Console) throws(Failure) -> ExitStatus {
    let workspace = Workspace.read(at: invocation.workspace)
    guard workspace.input.platform != nil || !workspace.shops.isEmpty else {
        console.report(workspace.input.problems, from: workspace.input.sources)
        return .findings
    }
    for path in try EditorSchemas(of: workspace.input).write(in: invocation.workspace) {
        try console.print(path + "\n")
    }
    return .clean
}

/// Everything that `livery schema` prints, by name.
enum SchemaNames {
    static let artifacts = ArtifactSchema.all + [.facts, .actions]
    static let all = DefinitionFormat.allCases.map(\.rawValue) + artifacts.map(\.name)

    /// A line each, with the files that it is for; programs split it at the first blank.
    static var list: String {
        let rows =
            DefinitionFormat.allCases.map { ($0.rawValue, $0.summary) }
            + artifacts.map { schema in
                (
                    schema.name,
                    (schema.isOfBundle ? "`\(schema.files)` in a bundle" : schema.files) + ": " + schema.summary
                )
            }
        let column = (rows.map(\.0.count).max() ?? 0) + 2
        return rows.map { name, summary in
            name + String(repeating: " ", count: column - name.count) + summary + "\n"
        }.joined()
    }
}

/// The schemas that editors use in a workspace.
struct EditorSchemas {
    private let catalogue: Catalogue
    private let groups: [String]

    init(of input: CompilationInput) {
        catalogue = Compiler.catalogue(input)
        groups = input.groups.keys.sorted()
    }

    func bytes(of format: DefinitionFormat) -> [UInt8] {
        format.jsonSchema(catalogue: catalogue, groups: groups)
    }

    /// Writes those that are not current, and names them.
    func write(in folder: String) throws(Failure) -> [String] {
        var written: [String] = []
        do throws(SystemError) {
            for format in DefinitionFormat.allCases where format != .definition {
                let bytes = bytes(of: format)
                if try Workspace.keep(format.path, in: folder, bytes) { written.append(format.path) }
            }
        } catch { throw Failure(error) }
        return written
    }
}
