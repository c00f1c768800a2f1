import LiveryCompiler
import LiveryTenant
import LiveryWorkspace

extension Command {
    static let schema = Command(
        name: "schema",
        summary: "Print the JSON Schema of a kind of file, for editors.",
        details: [
            "Without a NAME it lists the schemas. In a workspace a schema knows its groups and providers. --write puts "
                + "those of all files that people write into tenants/.livery, where the first line of a definition "
                + "leads an editor with yaml-language-server."
        ],
        operands: [Operand(name: "NAME", help: "a schema, such as shop")],
        options: [.write],
        examples: [
            Example(line: "livery schema", effect: "lists the schemas"),
            Example(line: "livery schema shop", effect: "prints the JSON Schema of a file in tenants/shops"),
            Example(line: "livery schema --write", effect: "brings tenants/.livery up to date"),
        ],
        run: runSchema)
}

extension Command.Option {
    fileprivate static let write = Command.Option(
        name: "write", help: "write the schemas of this workspace into tenants/.livery")
}

@Sendable private func runSchema(_ invocation: Invocation, on console: Console) throws(Failure) -> ExitStatus {
    let name = invocation.operands.first
    if invocation.has(.write) {
        if name != nil { throw .usage("`--write` writes all schemas and takes no NAME.") }
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
    guard let name else {
        let column = (DefinitionFormat.allCases.map(\.rawValue.count).max() ?? 0) + 2
        for format in DefinitionFormat.allCases {
            let gap = String(repeating: " ", count: column - format.rawValue.count)
            try console.print(format.rawValue + gap + format.summary + "\n")
        }
        return .clean
    }
    guard let format = DefinitionFormat(rawValue: name) else {
        throw .usage(
            "there is no schema `\(name)`.",
            help: ["the schemas are \(DefinitionFormat.allCases.map(\.rawValue).joined(separator: ", "))."])
    }
    let input = Workspace.read(at: invocation.workspace).input
    try console.print(bytes: EditorSchemas(of: input).bytes(of: format))
    return .clean
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
