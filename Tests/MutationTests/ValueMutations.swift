import Foundation
import LiveryYAML

extension MutationKind {
    /// Mistakes in values.
    static let values: [MutationKind] = [
        value("boolean: yes or no", where: isBoolean) { text, _ in text == "true" ? "yes" : "no" },
        value("boolean: in quotes", where: isBoolean) { text, _ in "\"\(text)\"" },
        value("number: in quotes", where: isNumber) { text, _ in "\"\(text)\"" },
        MutationKind(name: "number: with a unit") { site, _, _ in
            let units = ["days", "hours", "years", "months", "minutes", "seconds"]
            guard site.isScalar, isNumber(site), let unit = units.first(where: { site.key.contains($0) }) else {
                return nil
            }
            return Change(site.valueRange, "\(site.value.text) \(unit)")
        },
        value("number: out of range", hasOneAnswer: false, where: isNumber) { text, _ in "\(text)00000000" },
        value("type: list for a value", where: { !isChoice($0) && isText($0) && !allowsSingle($0) }) { text, _ in
            "[\(text)]"
        },
        value("type: mapping for a value", hasOneAnswer: false, where: isText) { text, _ in "{value: \(text)}" },
        MutationKind(name: "type: value for a mapping") { site, _, _ in
            let path = base(site.path)
            guard path.count == 2, path[0] == "features", site.value.style == .flow,
                site.value.entries.count == 1, site.value.entries.first?.key.text == "enabled"
            else { return nil }
            return Change(site.valueRange, site.value.entries.first?.value.text ?? "true")
        },
        value("word: misspelled", where: isChoice) { text, random in without(text, &random) },
        item("word in a list: misspelled", lists: [["sync", "*"], ["channels"], ["security"], ["announced_by"]]) {
            without($0, &$1)
        },
        value("colour: digit missing", hasOneAnswer: false, where: isColor) { text, _ in text.dropLast(2) + "\"" },
        value("colour: wrong letter", hasOneAnswer: false, where: isColor) { text, _ in text.dropLast(2) + "G\"" },
        value("colour: without #", where: isColor) { text, _ in text.replacingOccurrences(of: "#", with: "") },
        value("colour: without quotes", where: isColor) { text, _ in text.replacingOccurrences(of: "\"", with: "") },
        value("phone: national form", where: isAt("phone", prefix: "\"+1")) { text, _ in
            let digits = text.filter(\.isNumber).dropFirst()
            return "(\(digits.prefix(3))) \(digits.dropFirst(3).prefix(3))-\(digits.suffix(4))"
        },
        value("phone: digit missing", hasOneAnswer: false, where: isAt("phone", prefix: "\"+1")) { text, _ in
            text.dropLast(3) + "\""
        },
        value("e-mail: without @", hasOneAnswer: false, where: isAt("email")) { text, _ in
            text.replacingOccurrences(of: "@", with: ".")
        },
        value("web address: without scheme", where: isAt("website")) { text, _ in
            text.replacingOccurrences(of: "https://", with: "")
        },
        value("web address: scheme misspelled", where: isAt("website")) { text, _ in
            text.replacingOccurrences(of: "https://", with: "htps://")
        },
        value("date: no such day", hasOneAnswer: false, where: isAt("effective_date")) { text, _ in
            text.dropLast(2) + "32"
        },
        value("date: American", hasOneAnswer: false, where: isAt("effective_date")) { text, _ in
            let parts = text.split(separator: "-")
            return "\(parts[1])/\(parts[2])/\(parts[0])"
        },
        value("region: misspelled", hasOneAnswer: false, where: isAt("region")) { text, _ in text.prefix(3) + "ZQ" },
        value("region: lower case", where: isAt("region")) { text, _ in text.lowercased() },
        value("time zone: misspelled", where: isAt("time_zone")) { text, random in without(text, &random) },
        item("locale: underscore", lists: [["locales"]]) { text, _ in
            text.replacingOccurrences(of: "-", with: "_")
        },
        value("asset: no such file", where: { isAt("logo")($0) || isAt("icon")($0) }) { text, random in
            let parts = text.split(separator: ".")
            return without(String(parts[0]), &random) + "." + parts[1]
        },
        value("group: misspelled", where: isAt("group")) { text, random in without(text, &random) },
        value("hours: points for colons", where: isHours) { text, _ in text.replacingOccurrences(of: ":", with: ".") },
        value("hours: backwards", hasOneAnswer: false, where: isHours) { text, _ in
            text.split(separator: "-").reversed().joined(separator: "-")
        },
        value("span of time: misspelled", where: isAt("keep")) { text, random in
            let parts = text.split(separator: " ")
            // `7 year` is right.
            return "\(parts[0]) \(without(String(parts[1].dropLast()), &random))s"
        },
        MutationKind(name: "secret: by value") { site, _, _ in
            guard site.value.style == .flow, site.value.entries.first?.key.text == "secret",
                let text = site.value.entries.first?.value.text
            else { return nil }
            return Change(site.valueRange, text)
        },
        value("team id: lower case", where: isAt("team_id")) { text, _ in text.lowercased() },
        value("secret reference: backslash", where: isAt("secret")) { text, _ in
            text.replacingOccurrences(of: "/", with: "\\")
        },
    ]

    private static func value(
        _ name: String, hasOneAnswer: Bool = true, where fits: @escaping @Sendable (Site) -> Bool,
        _ change: @escaping @Sendable (String, inout SeededGenerator) -> String
    ) -> MutationKind {
        MutationKind(name: name, hasOneAnswer: hasOneAnswer) { site, source, random in
            guard site.isScalar, fits(site) else { return nil }
            let text = source[site.valueRange]
            let changed = change(text, &random)
            return changed == text ? nil : Change(site.valueRange, changed)
        }
    }

    private static func item(
        _ name: String, lists: [[String]], _ change: @escaping @Sendable (String, inout SeededGenerator) -> String
    ) -> MutationKind {
        MutationKind(name: name) { site, source, random in
            guard lists.contains(where: { matches(Array(site.path.suffix($0.count)), $0) }),
                let item = random.pick(site.value.items), item.kind == .scalar
            else { return nil }
            let changed = change(source[item.span.range], &random)
            return changed == source[item.span.range] ? nil : Change(item.span.range, changed)
        }
    }

    /// A word with a letter left out, never the first.
    private static func without(_ word: String, _ random: inout SeededGenerator) -> String {
        var word = Array(word.utf8)
        guard word.count > 2, let place = random.pick(Array(word.indices.dropFirst())) else {
            return word.isEmpty ? "" : "x"
        }
        word.remove(at: place)
        return String(decoding: word, as: UTF8.self)
    }

    private static let isBoolean: @Sendable (Site) -> Bool = { site in
        site.value.style == .plain && ["true", "false"].contains(site.value.text)
    }
    private static let isNumber: @Sendable (Site) -> Bool = { site in
        site.value.style == .plain && Int(site.value.text) != nil && site.key != "livery"
    }
    private static let isText: @Sendable (Site) -> Bool = { site in
        !isBoolean(site) && Int(site.value.text) == nil && site.value.style != .literal && site.value.style != .folded
            && !["secret", "env", "group"].contains(site.key) && !site.value.text.contains(where: ",[]{}&".contains)
            && !(site.isInFlow && site.path.contains("secrets"))
    }
    private static let isChoice: @Sendable (Site) -> Bool = { site in
        ["job", "transfer_safeguard", "banner", "category", "after", "because", "model"].contains(site.key)
    }
    /// Keys whose value can be one item or a list.
    private static let allowsSingle: @Sendable (Site) -> Bool = { $0.path.contains("hours") }
    private static let isHours: @Sendable (Site) -> Bool = { site in
        site.path.contains("hours") && site.value.text.contains("-")
    }
    private static let isColor: @Sendable (Site) -> Bool = { site in
        site.path.contains("colors") && site.value.style == .doubleQuoted
    }

    private static func isAt(_ key: String, prefix: String = "") -> @Sendable (Site) -> Bool {
        { site in site.key == key && ("\"" + site.value.text).hasPrefix(prefix) }
    }
}
