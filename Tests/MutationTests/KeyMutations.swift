import LiveryYAML

extension MutationKind {
    /// Mistakes in keys.
    static let keys: [MutationKind] = [
        typo("key: letters swapped") { key, random in
            let places = key.indices.dropLast().filter { key[$0] != key[$0 + 1] }
            guard let place = random.pick(Array(places)) else { return nil }
            var key = key
            key.swapAt(place, place + 1)
            return key
        },
        typo("key: letter missing") { key, random in
            guard key.count > 3, let place = random.pick(Array(key.indices)) else { return nil }
            return Array(key[..<place] + key[(place + 1)...])
        },
        typo("key: letter doubled") { key, random in
            guard let place = random.pick(Array(key.indices)), key[place] != UInt8(ascii: "_") else { return nil }
            return Array(key[...place] + key[place...])
        },
        typo("key: capital letter") { key, _ in
            [key[0] - 32] + key[1...]
        },
        typo("key: hyphen for underscore") { key, _ in
            key.contains(UInt8(ascii: "_")) ? key.map { $0 == UInt8(ascii: "_") ? UInt8(ascii: "-") : $0 } : nil
        },
        dataKey("provider: misspelled", under: ["integrations"]),
        dataKey("identifier: misspelled", under: ["integrations", "*", "identifiers"]),
        dataKey("secret: misspelled", under: ["integrations", "*", "secrets"]),
        dataKey("resource: misspelled", under: ["integrations", "*", "sync"]),
        dataKey("environment: misspelled", under: ["environments"]),
        MutationKind(name: "key: twice") { site, source, _ in
            guard !site.isInFlow, site.isScalar, site.value.style != .literal, site.value.style != .folded,
                !startsItem(site, source)
            else { return nil }
            let line = source.lineStart(site.keyRange.lowerBound)..<source.lineEnd(site.valueRange.upperBound)
            let place = site.keyRange.lowerBound + line.count
            return Change(
                [(line.upperBound..<line.upperBound, source[line])], at: place..<place + site.keyRange.count)
        },
        MutationKind(name: "key: required one removed", hasOneAnswer: false) { site, source, _ in
            guard required.contains(where: { matches(site.path, $0) }), site.siblings > 1, !site.isInFlow,
                let parent = site.parentKeyRange, !startsItem(site, source)
            else { return nil }
            let line = source.lineStart(site.keyRange.lowerBound)..<source.lineEnd(site.valueRange.upperBound - 1)
            return Change([(line, "")], at: parent)
        },
    ]

    /// Keys that no weaker layer of the sample workspace gives.
    private static let required: [[String]] = [
        ["shop", "name"], ["shop", "email"], ["shop", "phone"], ["shop", "time_zone"], ["shop", "address", "street"],
        ["shop", "address", "city"], ["shop", "address", "region"], ["shop", "address", "postal_code"],
        ["branding", "app_name"], ["app", "android", "application_id"], ["app", "store", "*", "subtitle"],
        ["app", "store", "*", "short_description"], ["privacy", "contact", "name"], ["privacy", "contact", "email"],
        ["privacy", "contact", "phone"], ["operator", "legal_name"], ["operator", "email"], ["operator", "website"],
        ["features", "towing", "phone"], ["features", "towing", "company"], ["features", "towing", "country"],
    ]

    /// Whose keys are data: a misspelled one is a fault of another kind, or none.
    private static let maps: [[String]] = [
        ["integrations"], ["integrations", "*", "identifiers"], ["integrations", "*", "secrets"],
        ["integrations", "*", "sync"], ["app", "store"], ["environments"],
    ]

    private static func typo(
        _ name: String, _ change: @escaping @Sendable ([UInt8], inout SeededGenerator) -> [UInt8]?
    ) -> MutationKind {
        MutationKind(name: name) { site, source, random in
            let parent = Array(base(site.path).dropLast())
            guard !maps.contains(where: { matches(parent, $0) }), source.bytes[site.keyRange.lowerBound] > 0x60,
                let changed = change(Array(site.key.utf8), &random), changed != Array(site.key.utf8)
            else { return nil }
            return Change(site.keyRange, String(decoding: changed, as: UTF8.self))
        }
    }

    private static func dataKey(_ name: String, under parent: [String]) -> MutationKind {
        MutationKind(name: name) { site, _, random in
            var key = Array(site.key.utf8)
            guard matches(Array(base(site.path).dropLast()), parent) || (parent == ["environments"] && isOverlay(site)),
                key.count > 3, let place = random.pick(Array(key.indices.dropFirst()))
            else { return nil }
            key.remove(at: place)
            guard key != Array(site.key.utf8) else { return nil }
            return Change(site.keyRange, String(decoding: key, as: UTF8.self))
        }
    }

    private static func isOverlay(_ site: Site) -> Bool {
        site.path.count == 2 && site.path[0] == "environments"
    }

    /// The path without the environment that it stands in.
    static func base(_ path: [String]) -> [String] {
        path.first == "environments" && path.count > 2 ? Array(path.dropFirst(2)) : path
    }

    /// `*` stands for any one key.
    static func matches(_ path: [String], _ pattern: [String]) -> Bool {
        path.count == pattern.count && zip(path, pattern).allSatisfy { $1 == "*" || $0 == $1 }
    }

    /// Whether the line begins with the `-` of a list.
    static func startsItem(_ site: Site, _ source: Source) -> Bool {
        source.bytes[source.lineStart(site.keyRange.lowerBound)..<site.keyRange.lowerBound].contains(UInt8(ascii: "-"))
    }
}
