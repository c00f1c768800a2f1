import LiveryDiagnostics
import LiveryYAML

/// What changed in the files that apps and machines read, member by member. They promise nobody anything.
package struct ConfigurationChange: Sendable, Hashable {
    /// The file of the bundle.
    package let file: String
    /// The member, such as `retry.attempts`; nil where the file as a whole came, went or is no JSON.
    package let member: String?
    package let before: String?
    package let after: String?

    /// The documents, and what they are compared by.
    private static func isPolicy(_ path: String) -> Bool {
        path.hasPrefix("privacy/policy.") || path.hasPrefix("privacy/partner-notice.")
            || ["privacy/data-map.json", "privacy/provenance.json", "consent/cookies.json", "manifest.json"]
                .contains(path)
    }

    static func all(from old: [String: [UInt8]], to new: [String: [UInt8]]) -> [ConfigurationChange] {
        let paths = Set(old.keys).union(new.keys).filter { !isPolicy($0) }
        return paths.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.flatMap { path -> [ConfigurationChange] in
            guard old[path] != new[path] else { return [] }
            guard let before = old[path], let after = new[path] else {
                let (isOld, isNew) = (old[path] != nil, new[path] != nil)
                return [
                    ConfigurationChange(
                        file: path, member: nil, before: isOld ? "a file" : nil, after: isNew ? "a file" : nil)
                ]
            }
            return members(of: path, before, after)
        }
    }

    private static func members(of path: String, _ before: [UInt8], _ after: [UInt8]) -> [ConfigurationChange] {
        guard path.hasSuffix(".json"), let old = Self.values(before), let new = Self.values(after) else {
            return [ConfigurationChange(file: path, member: nil, before: "a file", after: "a file")]
        }
        let former = Dictionary(old) { first, _ in first }
        let current = Dictionary(new) { first, _ in first }
        let changed = new.filter { former[$0.0] != $0.1 && !isOrigin($0.0) }.map {
            ConfigurationChange(file: path, member: $0.0, before: former[$0.0], after: $0.1)
        }
        let gone = old.filter { current[$0.0] == nil && !isOrigin($0.0) }.map {
            ConfigurationChange(file: path, member: $0.0, before: $0.1, after: nil)
        }
        return changed + gone
    }

    /// Where a value comes from, which says nothing that the value does not.
    private static func isOrigin(_ path: String) -> Bool { path.contains("because[") }

    /// Each single value with its path, in the order of the file. The items of a list go by what names them.
    private static func values(_ bytes: [UInt8]) -> [(String, String)]? {
        var sources = SourceMap()
        let (document, faults) = YAMLDocument.parse(sources.add(path: "bundle", bytes: bytes))
        guard !faults.hasErrors, let root = document?.root else { return nil }
        var values: [(String, String)] = []
        collect(root, "", into: &values)
        return values
    }

    /// The parser refuses what is nested too deeply.
    private static func collect(_ node: YAMLNode, _ path: String, into values: inout [(String, String)]) {
        switch node.kind {
        // An item of a list is its own name.
        case .scalar: values.append((path, path.hasSuffix("]") ? "" : node.text))
        case .mapping:
            for (key, value) in node.entries {
                collect(value, path.isEmpty ? key.text : "\(path).\(key.text)", into: &values)
            }
        case .sequence:
            var seen: [String: Int] = [:]
            for (index, item) in node.items.enumerated() {
                let members = item.entries
                let names = ["id", "name", "category", "environment", "path", "resource", "key"]
                let name = names.lazy.compactMap { name in members.first { $0.key.text == name }?.value }.first
                let text = item.kind == .scalar ? item.text : name?.text ?? String(index + 1)
                seen[text, default: 0] += 1
                let count = seen[text] ?? 1
                collect(item, "\(path)[\(text)\(count > 1 ? "#\(count)" : "")]", into: &values)
            }
        }
    }
}
