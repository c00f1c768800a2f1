import LiveryYAML

extension MutationKind {
    /// Mistakes in the YAML itself.
    static let layout: [MutationKind] = [
        MutationKind(name: "indentation: a space too many") { site, source, _ in
            guard isOwnLine(site, source), site.isScalar, let parent = site.parentKeyRange,
                isBetween(site, source), parent.upperBound < site.keyRange.lowerBound
            else { return nil }
            let start = source.lineStart(site.keyRange.lowerBound)
            let width = site.keyRange.lowerBound - start
            return Change([(start..<start, " ")], at: start..<start + width + 1)
        },
        MutationKind(name: "indentation: a space too few") { site, source, _ in
            guard isOwnLine(site, source), site.isScalar, site.parentKeyRange != nil, isBetween(site, source) else {
                return nil
            }
            let start = source.lineStart(site.keyRange.lowerBound)
            let width = site.keyRange.lowerBound - start
            guard width >= 2 else { return nil }
            return Change([(start..<start + 1, "")], at: start..<start + width - 1)
        },
        MutationKind(name: "indentation: a tab") { site, source, _ in
            guard isOwnLine(site, source), site.isScalar, site.parentKeyRange != nil else { return nil }
            let start = source.lineStart(site.keyRange.lowerBound)
            return Change([(start..<site.keyRange.lowerBound, "\t")], at: start..<start + 1)
        },
        MutationKind(name: "colon: space missing") { site, source, _ in
            let colon = site.keyRange.upperBound
            guard isOwnLine(site, source), site.isScalar, source.bytes[colon + 1] == UInt8(ascii: " ") else {
                return nil
            }
            return Change([(colon + 1..<colon + 2, "")], at: colon..<colon + 1)
        },
        MutationKind(name: "colon: missing") { site, source, _ in
            let colon = site.keyRange.upperBound
            guard isOwnLine(site, source), site.isScalar, site.value.style == .plain, site.siblings > 1 else {
                return nil
            }
            return Change([(colon..<colon + 1, "")], at: site.keyRange.lowerBound..<site.valueRange.upperBound - 1)
        },
        MutationKind(name: "quote: end missing") { site, source, _ in
            guard site.isScalar, site.value.style == .doubleQuoted else { return nil }
            let end = site.valueRange.upperBound
            return Change([(end - 1..<end, "")], at: site.valueRange.lowerBound..<site.valueRange.lowerBound + 1)
        },
        MutationKind(name: "quote: start missing") { site, source, _ in
            // In free text a quote may stand anywhere.
            guard site.isScalar, site.value.style == .doubleQuoted, ["phone", "minimum_os"].contains(site.key) else {
                return nil
            }
            let start = site.valueRange.lowerBound
            return Change([(start..<start + 1, "")], at: start..<site.valueRange.upperBound - 1)
        },
        MutationKind(name: "bracket: end missing") { site, _, _ in
            guard site.value.style == .flow, !site.value.isAlias else { return nil }
            let end = site.valueRange.upperBound
            return Change([(end - 1..<end, "")], at: site.valueRange.lowerBound..<site.valueRange.lowerBound + 1)
        },
        MutationKind(name: "comma: missing in a mapping") { site, source, random in
            guard site.value.style == .flow, !site.value.isAlias, site.value.entries.count > 1,
                let entry = random.pick(Array(site.value.entries.dropLast()))
            else { return nil }
            let comma = entry.value.span.range.upperBound
            guard source.bytes[comma] == UInt8(ascii: ",") else { return nil }
            return Change([(comma..<comma + 1, "")], at: comma..<comma)
        },
        MutationKind(name: "list: comma twice") { site, source, random in
            guard site.value.style == .flow, !site.value.isAlias, site.value.items.count > 1,
                let item = random.pick(Array(site.value.items.dropLast()))
            else { return nil }
            let comma = item.span.range.upperBound
            return Change([(comma..<comma, ",")], at: comma + 1..<comma + 2)
        },
        MutationKind(name: "comment: space missing") { site, source, _ in
            guard isOwnLine(site, source), site.isScalar, site.value.style == .doubleQuoted else { return nil }
            let end = site.valueRange.upperBound
            guard source.bytes[end] == UInt8(ascii: "\n") else { return nil }
            return Change([(end..<end, "#checked")], at: end..<end + 1)
        },
    ]

    private static func isOwnLine(_ site: Site, _ source: Source) -> Bool {
        !site.isInFlow
            && source.bytes[source.lineStart(site.keyRange.lowerBound)..<site.keyRange.lowerBound].allSatisfy {
                $0 == UInt8(ascii: " ")
            }
    }

    /// Whether the lines before and after have the same indentation, so that this one alone is out of step.
    private static func isBetween(_ site: Site, _ source: Source) -> Bool {
        let start = source.lineStart(site.keyRange.lowerBound)
        let end = source.lineEnd(site.valueRange.upperBound - 1)
        guard start > 0, end < source.bytes.count else { return false }
        let width = site.keyRange.lowerBound - start
        return [source.lineStart(start - 1), end].allSatisfy { line in
            let text = source.bytes[line..<source.lineEnd(line)]
            return text.prefix { $0 == UInt8(ascii: " ") }.count == width
                && text.contains(UInt8(ascii: ":")) && text.last == UInt8(ascii: "\n")
                && !text.contains(UInt8(ascii: "#")) && !text.dropLast().hasSuffix(":")
        }
    }
}

extension ArraySlice<UInt8> {
    fileprivate func hasSuffix(_ text: String) -> Bool { suffix(text.utf8.count).elementsEqual(text.utf8) }
}
