import LiveryWorkspace

extension Command {
    static let verify = Command(
        name: "verify",
        summary: "Check that bundles are what their manifests say.",
        details: [
            "A bundle's manifest.json lists each of its files with size and SHA-256. This command reads them all, "
                + "writes nothing, and needs no definitions, so that whoever receives a bundle can check it. It names "
                + "each file that is missing, differs or is not listed, and then exits with 2.",
            "The manifest itself is proved by a signature: docs/signing.md shows how to make and check one.",
        ],
        operands: [
            Operand(name: "DIR", help: "a bundle or a folder of bundles (default: output/)", isRepeated: true)
        ],
        examples: [
            Example(line: "livery verify", effect: "checks all bundles in output/"),
            Example(line: "livery verify /srv/release/oakwood", effect: "checks one bundle, wherever it is"),
        ],
        run: runVerify)
}

@Sendable private func runVerify(_ invocation: Invocation, on console: Console) throws(Failure) -> ExitStatus {
    let folders =
        invocation.operands.isEmpty ? [Workspace.path("output", in: invocation.workspace)] : invocation.operands
    var wrong = 0
    var bundles: [(place: String, shop: String?)] = []
    for folder in folders {
        let folder = folder.count > 1 && folder.hasSuffix("/") ? String(folder.dropLast()) : folder
        do throws(SystemError) { bundles += try Verification.bundles(at: folder) } catch { throw Failure(error) }
    }
    guard !bundles.isEmpty else {
        throw Failure(
            .inputOutput, "there is no bundle in \(folders.map { "`\($0)`" }.joined(separator: ", ")).",
            help: ["a bundle is a folder with a manifest.json; `livery compile` writes them."])
    }
    let progress = Progress("verifying", on: console)
    defer { progress.end() }
    for (number, (place, shop)) in bundles.enumerated() {
        progress.update("verifying \(number + 1) of \(bundles.count)")
        let verification: Verification
        do throws(SystemError) {
            verification = try Verification(of: place, shop: shop)
        } catch { throw Failure(error) }
        if !verification.items.isEmpty { wrong += 1 }
        for item in verification.items { try console.print(line(for: item)) }
    }
    progress.end()
    let verified = bundles.count - wrong
    console.say(
        "\(bundles.count) bundle\(bundles.count == 1 ? "" : "s"): \(verified) verified"
            + (wrong == 0 ? "" : ", \(wrong) not what the manifest says"))
    return wrong == 0 ? .clean : .drift
}

private func line(for item: Verification.Item) -> String {
    switch item.fault {
    case .noManifest: "no manifest \(item.path)\n"
    case .missing: "missing \(item.path)\n"
    case .notAFile: "not a file \(item.path)\n"
    case .unlisted: "unlisted \(item.path)\n"
    case .misplaced(let shop): "misplaced \(item.path): it is the manifest of `\(shop)`\n"
    case .differs(let found, let listed):
        "differs \(item.path): \(words(for: found)) instead of \(words(for: listed))\n"
    }
}

private func words(for content: Verification.Content) -> String {
    if content.size < 0 || content.digest.isEmpty { return "something that the manifest does not describe" }
    return "\(content.size) byte\(content.size == 1 ? "" : "s") with SHA-256 \(content.digest)"
}
