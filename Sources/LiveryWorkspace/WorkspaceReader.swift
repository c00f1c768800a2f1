import LiveryCompiler
import LiveryDiagnostics

/// Walks `tenants/` once and turns what it finds into a ``CompilationInput``.
struct WorkspaceReader {
    private(set) var input = CompilationInput()
    private(set) var shops: [String] = []

    /// Of every file, but none that a link leads to.
    private(set) var versions: [String: FileVersion] = [:]
    /// Shops whose definitions have the version that the caller knows; their texts are left out.
    private(set) var unread: Set<String> = []

    private let root: String
    private let isKnown: @Sendable (String, FileVersion) -> Bool
    private var ahead: LookAhead
    /// `tenants/` without links; what a link reaches must lie below.
    private var home = ""

    /// `isKnown` says of a file whether the caller knows what it holds.
    init(
        root: String, threads: Int = 1, isKnown: @escaping @Sendable (String, FileVersion) -> Bool = { _, _ in false }
    ) {
        self.root = root
        self.isKnown = isKnown
        ahead = LookAhead(root: root, threads: threads)
        input.assets = Assets { path in
            try? FileSystem.read(Workspace.path("tenants/assets/" + path, in: root), limit: Workspace.assetLimit)
        }
    }

    /// Goes on from what was read before.
    init(root: String, former: Workspace) {
        self.init(root: root)
        input = former.input
        shops = former.shops
        versions = former.versions
        unread = former.unread
        home = (try? FileSystem.resolved(Workspace.path("tenants", in: root))) ?? ""
    }

    private static let folders = ["groups", "shops", "integrations", "clauses", "assets"]

    mutating func readAll() {
        do throws(SystemError) {
            guard let found = try FileSystem.status(system("tenants")) else {
                return report(.noTenantsFolder(at: root))
            }
            if found.kind == .link, try FileSystem.target(system("tenants")).kind == .folder {
                home = try FileSystem.resolved(system("tenants"))
            } else if found.kind == .folder {
                home = try FileSystem.resolved(system("tenants"))
            } else {
                return report(.notAFolder("tenants"))
            }
        } catch { return report(.unreadable("tenants", error)) }

        let entries = list("tenants")
        for entry in entries where !Self.folders.contains(entry) && entry != "platform.yaml" {
            reportUnknown(entry)
        }
        if entries.contains("platform.yaml") { input.platform = definition("tenants/platform.yaml") }
        if entries.contains("groups") { input.groups = definitions(in: "groups", as: .slug) }
        if entries.contains("shops") { input.shops = definitions(in: "shops", as: .slug) }
        if entries.contains("integrations") { input.integrations = definitions(in: "integrations", as: .provider) }
        if entries.contains("clauses") { readClauses("tenants/clauses") }
        if entries.contains("assets"), isFolder("tenants/assets") { readAssets("tenants/assets") }
        if shops.isEmpty { report(.noShops()) }
    }

    /// The definitions of one kind by name. A file that nobody can read is still a shop that exists.
    private mutating func definitions(in folder: String, as shape: NameShape) -> [String: SourceFile] {
        let folder = "tenants/" + folder
        guard isFolder(folder) else { return [:] }
        var found: [String: SourceFile] = [:]
        let entries = list(folder)
        ahead.lookAtDefinitions(entries, in: folder, isKnown: isKnown)
        for entry in entries {
            let known = input.problems.count
            defer { if folder == "tenants/shops" { setAside(input.problems[known...], of: entry) } }
            let path = folder + "/" + entry
            guard let name = entry.removingSuffix(".yaml") else {
                report(.unknownEnding(path, suggestion: entry.nearlyYAML))
                continue
            }
            guard shape.accepts(name) else {
                report(.badName(path, shape: shape, suggestion: shape.suggestion(for: name)))
                continue
            }
            if folder == "tenants/shops" { shops.append(name) }
            found[name] = folder == "tenants/shops" ? shopDefinition(path, of: name) : definition(path)
        }
        return found
    }

    /// The shop whose definition would stand at a path below the workspace; nil for any other path.
    static func shop(ofDefinition path: String) -> String? {
        guard path.hasPrefix("tenants/shops/"), let name = path.removingSuffix(".yaml")?.dropFirst(14),
            NameShape.slug.accepts(String(name))
        else { return nil }
        return String(name)
    }

    /// Reads the file of one shop again, which may be new, changed or gone.
    mutating func readShop(_ shop: String) {
        let path = "tenants/shops/\(shop).yaml"
        let known = input.problems.count
        defer { setAside(input.problems[known...], of: shop + ".yaml") }
        input.shopProblems[shop] = nil
        versions[path] = nil
        unread.remove(shop)
        let former = input.shops.removeValue(forKey: shop)
        let place = self.place(of: shop)
        let isKnown = place < shops.endIndex && shops[place] == shop
        do throws(SystemError) {
            guard try FileSystem.status(system(path)) != nil else {
                if isKnown { shops.remove(at: place) }
                return
            }
        } catch { report(.unreadable(path, error)) }
        if !isKnown { shops.insert(shop, at: place) }
        guard let bytes = file(path) else { return }
        input.shops[shop] =
            former.map { input.sources.replace($0.id, with: bytes) } ?? input.sources.add(path: path, bytes: bytes)
    }

    /// The group whose definition would stand at a path below the workspace; nil for any other path.
    static func group(ofDefinition path: String) -> String? {
        path.hasPrefix("tenants/groups/") ? path.removingSuffix(".yaml").map { String($0.dropFirst(15)) } : nil
    }

    /// Reads the file of one group again. False where more than its text is new.
    mutating func readGroup(_ group: String) -> Bool {
        let path = "tenants/groups/\(group).yaml"
        guard let former = input.groups[group] else { return false }
        let known = input.problems.count
        versions[path] = nil
        guard let bytes = file(path), input.problems.count == known else {
            return false
        }
        input.groups[group] = input.sources.replace(former.id, with: bytes)
        return true
    }

    /// Where a shop stands among all, or would stand.
    private func place(of shop: String) -> Int {
        var range = shops.indices
        while !range.isEmpty {
            let middle = range.lowerBound + range.count / 2
            let isLower = shops[middle].utf8.lexicographicallyPrecedes(shop.utf8)
            range = isLower ? middle + 1..<range.upperBound : range.lowerBound..<middle
        }
        return range.lowerBound
    }

    /// Takes the findings about one shop's file out of those that concern everybody.
    private mutating func setAside(_ problems: ArraySlice<Diagnostic>, of entry: String) {
        guard !problems.isEmpty else { return }
        input.shopProblems[entry.removingSuffix(".yaml") ?? entry] = Array(problems)
        input.problems.removeLast(problems.count)
    }

    /// Without its text where the caller knows that.
    private mutating func definition(_ path: String) -> SourceFile? {
        guard isFile(path) else { return nil }
        if isKnown(path) { return input.sources.add(path: path, bytes: []) }
        guard let bytes = bytes(path) else { return nil }
        return input.sources.add(path: path, bytes: bytes)
    }

    private func isKnown(_ path: String) -> Bool {
        versions[path].map { isKnown(path, $0) } ?? false
    }

    /// Markdown, which elsewhere is a note that people leave to each other; here only a README is one.
    private mutating func readClauses(_ folder: String) {
        guard isFolder(folder) else { return }
        for entry in list(folder) where entry != "README.md" {
            guard entry.hasSuffix(".md") else {
                report(.notAClause(folder + "/" + entry))
                continue
            }
            if let file = definition(folder + "/" + entry) { input.clauses[entry] = file }
        }
    }

    private mutating func shopDefinition(_ path: String, of shop: String) -> SourceFile? {
        let file = definition(path)
        if file != nil, isKnown(path) { unread.insert(shop) }
        return file
    }

    private mutating func readAssets(_ folder: String) {
        let entries = list(folder)
        if folder == "tenants/assets" { ahead.lookAtPictures(entries, in: folder, isKnown: isKnown) }
        for entry in entries {
            let path = folder + "/" + entry
            guard let found = status(path) else { continue }
            if found.kind == .folder { readAssets(path) }
            guard found.kind == .file else { continue }
            if found.size > Workspace.assetLimit {
                report(.tooLarge(path, limit: Workspace.assetLimit))
            } else if !isKnown(path), !ahead.isReadable(path) {
                report(.unreadable(path, SystemError.forbidden(path)))
            } else {
                input.assets.add(
                    String(path.dropFirst("tenants/assets/".count)), version: found.version.numbers)
            }
        }
    }

    private mutating func reportUnknown(_ entry: String) {
        let path = "tenants/" + entry
        if let better = entry.nearlyYAML, kind(path) == .file {
            return report(.unknownEnding(path, suggestion: better))
        }
        report(.unknownEntry(path, nearest: Similarity.nearest(to: entry, in: Self.folders + ["platform.yaml"])))
    }

    /// The names in a folder, in the order of bytes. Hidden files belong to other programs, a README to people.
    private mutating func list(_ folder: String) -> [String] {
        do throws(SystemError) {
            var names: [String] = []
            for name in try ahead.names(in: folder).get() {
                guard let name, !name.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F }) else {
                    report(.unprintableName(in: folder))
                    continue
                }
                let holdsText = folder.hasPrefix("tenants/assets") || folder == "tenants/clauses"
                let isNote = !holdsText && (name.hasSuffix(".md") || name.hasSuffix(".txt"))
                if !name.hasPrefix("."), !isNote { names.append(name) }
            }
            return names.sortedByBytes()
        } catch {
            report(.unreadable(folder, error))
            return []
        }
    }

    private mutating func isFolder(_ path: String) -> Bool {
        switch kind(path) {
        case .folder: return true
        case .file, .special: report(.notAFolder(path))
        case .link, nil: break
        }
        return false
    }

    private mutating func file(_ path: String) -> [UInt8]? {
        isFile(path) ? bytes(path) : nil
    }

    private mutating func isFile(_ path: String) -> Bool {
        switch kind(path) {
        case .file: return true
        case .folder: report(.notAFile(path, what: "a folder"))
        case .special: report(.notAFile(path, what: "a pipe, socket or device"))
        case .link, nil: break
        }
        return false
    }

    private mutating func bytes(_ path: String) -> [UInt8]? {
        do throws(SystemError) {
            if let bytes = try ahead.text(path).get() { return bytes }
            report(.tooLarge(path, limit: Workspace.definitionLimit))
        } catch { report(.unreadable(path, error)) }
        // Whoever looks again must find the same fault.
        versions[path] = nil
        return nil
    }

    private mutating func kind(_ path: String) -> FileSystem.Kind? {
        status(path)?.kind
    }

    /// What a path leads to; nil when that was reported. A link may lead to a file inside `tenants/` only: anything
    /// else would carry foreign text into a bundle, and linked folders can go round in circles.
    private mutating func status(_ path: String) -> FileSystem.Status? {
        do throws(SystemError) {
            guard let found = try ahead.status(path).get() else { return nil }
            guard found.kind == .link else {
                if found.kind == .special { report(.notAFile(path, what: "a pipe, socket or device")) }
                if found.kind == .file { versions[path] = found.version }
                return found.kind == .special ? nil : found
            }
            let target: String
            do throws(SystemError) { target = try FileSystem.resolved(system(path)) } catch {
                report(.brokenLink(path, error))
                return nil
            }
            guard target.hasPrefix(home + "/") else {
                report(.linkLeaves(path))
                return nil
            }
            let reached = try FileSystem.target(system(path))
            if reached.kind == .file { return reached }
            let isFolder = reached.kind == .folder
            report(isFolder ? .linkedFolder(path) : .notAFile(path, what: "a pipe, socket or device"))
        } catch { report(.unreadable(path, error)) }
        return nil
    }

    private func system(_ path: String) -> String {
        Workspace.path(path, in: root)
    }

    private mutating func report(_ problem: Diagnostic) {
        input.problems.append(problem)
    }
}

/// What the name of a definition may look like.
enum NameShape {
    /// Also the folder of a bundle and a part of host names: RFC 1123 section 2.1 allows 63 characters.
    case slug
    /// Like a slug, with `_` as well.
    case provider

    func accepts(_ name: String) -> Bool {
        guard (1...63).contains(name.utf8.count) else { return false }
        var wasLetter = false
        for byte in name.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): wasLetter = true
            case UInt8(ascii: "-") where wasLetter: wasLetter = false
            case UInt8(ascii: "_") where wasLetter && self == .provider: wasLetter = false
            default: return false
            }
        }
        return wasLetter
    }

    /// The nearest name that is allowed: `Bob's Brakes` gives `bobs-brakes`.
    func suggestion(for name: String) -> String? {
        var result = ""
        for scalar in name.lowercased().unicodeScalars where scalar != "'" {
            if scalar.isASCII, scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
                result.unicodeScalars.append(scalar)
            } else if !result.hasSuffix("-"), !result.isEmpty {
                result += "-"
            }
        }
        result = String(result.prefix(63))
        while result.hasSuffix("-") { result.removeLast() }
        return accepts(result) ? result : nil
    }
}

extension String {
    fileprivate func removingSuffix(_ suffix: String) -> String? {
        hasSuffix(suffix) ? String(dropLast(suffix.count)) : nil
    }

    /// `oakwood.yaml` for `oakwood.yml` and its like; nil for endings that mean something else.
    fileprivate var nearlyYAML: String? {
        let parts = split(separator: ".")
        guard parts.count > 1, let ending = parts.last?.lowercased(), ["yml", "yaml", "json"].contains(ending)
        else { return nil }
        return parts.dropLast().joined(separator: ".") + ".yaml"
    }
}

extension Diagnostic {
    static func noTenantsFolder(at root: String) -> Diagnostic {
        Diagnostic(
            code: "workspace/no-tenants-folder",
            "There is no folder `tenants` in \(root.isEmpty || root == "." ? "the current folder" : "`\(root)`").",
            at: nil,
            help: "Run Livery where `tenants/` stands, or name that place with `--workspace DIR`.")
    }

    static func noShops() -> Diagnostic {
        Diagnostic(
            code: "workspace/no-shops", severity: .warning, "`tenants/shops` holds no shop.", at: nil,
            help: "Write the first one with `livery new SHOP`.")
    }

    static func unknownEntry(_ path: String, nearest: String?) -> Diagnostic {
        Diagnostic(
            code: "workspace/unknown-entry", severity: .warning,
            "`\(path)` is not part of a workspace and is not read.",
            at: nil,
            help: nearest.map { "Did you mean `tenants/\($0)`?" }
                ?? "A workspace holds `platform.yaml`, `groups`, `shops`, `integrations`, `clauses` and `assets`.")
    }

    static func notAClause(_ path: String) -> Diagnostic {
        Diagnostic(
            code: "workspace/unread-file", severity: .warning, "`\(path)` does not end in `.md` and is not read.",
            at: nil, help: "A clause is Markdown: give it the ending `.en.md`, or move it out of the folder.")
    }

    /// With a suggestion it was probably meant as a definition.
    static func unknownEnding(_ path: String, suggestion: String?) -> Diagnostic {
        guard let suggestion else {
            return Diagnostic(
                code: "workspace/unread-file", severity: .warning,
                "`\(path)` does not end in `.yaml` and is not read.", at: nil,
                help: "Move it out of the folder, or give it the ending `.yaml`.")
        }
        return Diagnostic(
            code: "workspace/unknown-ending", "`\(path)` does not end in `.yaml` and is not read.", at: nil,
            help: "Rename it to `\(suggestion)`.")
    }

    static func badName(_ path: String, shape: NameShape, suggestion: String?) -> Diagnostic {
        let letters = shape == .slug ? "single hyphens" : "single hyphens or underscores"
        return Diagnostic(
            code: "workspace/bad-name",
            "The name of `\(path)` is its id, and must be 1 to 63 characters: a-z, 0-9 and \(letters) between them.",
            at: nil, help: suggestion.map { "Rename it to `\($0).yaml`." })
    }

    static func unprintableName(in folder: String) -> Diagnostic {
        Diagnostic(
            code: "workspace/unprintable-name",
            "`\(folder)` holds an entry whose name is not UTF-8 or has control characters in it.", at: nil,
            help: "Rename it: `ls -b \(folder)` shows it.")
    }

    static func notAFolder(_ path: String) -> Diagnostic {
        Diagnostic(code: "workspace/not-a-folder", "`\(path)` must be a folder.", at: nil)
    }

    static func notAFile(_ path: String, what: String) -> Diagnostic {
        Diagnostic(code: "workspace/not-a-file", "`\(path)` must be a file, and is \(what).", at: nil)
    }

    static func tooLarge(_ path: String, limit: Int) -> Diagnostic {
        Diagnostic(
            code: "workspace/too-large", "`\(path)` is larger than \(limit >> 20) MiB and is not read.", at: nil,
            help: limit == Workspace.assetLimit
                ? "Export a smaller picture." : "A definition is a few kilobytes of text.")
    }

    static func unreadable(_ path: String, _ error: SystemError) -> Diagnostic {
        Diagnostic(
            code: "workspace/unreadable", "`\(path)` cannot be read: \(error.reason).", at: nil,
            help: "Make it readable for the account that runs Livery.")
    }

    static func brokenLink(_ path: String, _ error: SystemError) -> Diagnostic {
        Diagnostic(
            code: "workspace/broken-link", "The symbolic link `\(path)` leads nowhere: \(error.reason).", at: nil,
            help: "Remove it, or let it point at a file inside `tenants/`.")
    }

    static func linkLeaves(_ path: String) -> Diagnostic {
        Diagnostic(
            code: "workspace/link-leaves", "The symbolic link `\(path)` leads out of `tenants/`.", at: nil,
            help: "Copy the file into `tenants/`, so that the workspace is complete in itself.")
    }

    static func linkedFolder(_ path: String) -> Diagnostic {
        Diagnostic(
            code: "workspace/linked-folder", "`\(path)` is a symbolic link to a folder; only files may be linked.",
            at: nil,
            help: "Replace the link with the folder itself.")
    }
}
