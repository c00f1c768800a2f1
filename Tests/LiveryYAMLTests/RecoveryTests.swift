import LiveryDiagnostics
import LiveryYAML
import Testing

/// A typing error in any line of a definition is one finding, and the rest of the definition is read as if it were not
/// there.
struct RecoveryTests {
    static let definition = """
        livery: 1
        shop:
          name: Oakwood Auto Care
          phone: "+15125550123"
          address:
            street: 2210 Oakwood Bend
            region: US-TX
          # closed on Sundays
          hours:
            monday: [07:30-12:00, "13:00-17:30"]

            saturday: closed
        branding:
          colors:
            light:
              primary: "#1F5A3C"
              surface: "#F1EFE6"
            dark:
              primary: "#8FD3AE"
          logo: oakwood/logo.svg
        app:
          locales:
            - en
            - es
          listing:
            - locale: en
              title: Oakwood
            - locale: es
              title: 'Taller'
          text: |
            Two lines
            of text.
        features:
          booking: {enabled: true, days: 60}
          push: {enabled: false}
        privacy:
          contact:
            email: privacy@oakwood.example
          sold: []
        """

    struct Slip: Sendable, CustomTestStringConvertible {
        let testDescription: String
        /// The line with the slip, or nil where the line has no room for it.
        let apply: @Sendable (String) -> String?

        init(_ name: String, _ apply: @escaping @Sendable (String) -> String?) {
            testDescription = name
            self.apply = apply
        }

        static func replacing(_ name: String, _ old: String, with new: String) -> Slip {
            Slip(name) { $0.contains(old) ? $0.replacing(old, with: new, maxReplacements: 1) : nil }
        }
    }

    static let slips = [
        Slip.replacing("no colon", ": ", with: " "),
        Slip("no colon behind a parent") { $0.hasSuffix(":") ? String($0.dropLast()) : nil },
        Slip.replacing("no space behind the colon", ": ", with: ":"),
        Slip("a tab") { $0.hasPrefix("  ") ? "\t" + $0.drop { $0 == " " } : nil },
        Slip("a space too many") { " " + $0 },
        Slip("a space too few") { $0.hasPrefix(" ") ? String($0.dropFirst()) : nil },
        Slip("no closing quote") { $0.hasSuffix("\"") || $0.hasSuffix("'") ? String($0.dropLast()) : nil },
        Slip("no closing bracket") { $0.hasSuffix("]") || $0.hasSuffix("}") ? String($0.dropLast()) : nil },
        Slip("a colon in the value") { $0.wholeMatch(of: /.*: [A-Za-z0-9 ]+/) == nil ? nil : $0 + ": more" },
        Slip.replacing("an at sign", ": ", with: ": @"),
        Slip.replacing("no space behind a dash", "- ", with: "-"),
        Slip("a colour without quotes") { $0.contains("\"#") ? $0.replacing("\"", with: "") : nil },
    ]

    @Test(arguments: slips)
    func `a slip is one finding, and only its line is lost`(slip: Slip) throws {
        let lines = Self.definition.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let whole = try paths(Parsed(Self.definition))
        for index in lines.indices where !lines[index].isEmpty && !lines[index].contains("#  ") {
            guard let line = slip.apply(lines[index]), !line.contains("# closed") else { continue }
            var damaged = lines
            damaged[index] = line
            let parsed = Parsed(damaged.joined(separator: "\n"))
            // Some slips leave YAML that is valid and means something else; types will tell. A first item that is
            // indented wrongly is out of line with its own keys and with the items behind it.
            let limit = line.contains("- locale: en") || line.contains("-locale: en") ? 2 : 1
            #expect(parsed.diagnostics.count <= limit, "line \(index + 1), «\(line)»: \(parsed.findings)")
            let lost = whole.subtracting(try paths(parsed))
            #expect(lost.count <= 3 * limit, "line \(index + 1), «\(line)»: \(lost.sorted())")
        }
    }

    /// The paths of all values.
    private func paths(_ parsed: Parsed) throws -> Set<String> {
        var found: Set<String> = []
        func walk(_ node: YAMLNode, _ path: String) {
            found.insert(path)
            for (index, item) in node.items.enumerated() { walk(item, "\(path).\(index)") }
            for (key, value) in node.entries { walk(value, "\(path).\(key.text)") }
        }
        walk(try #require(parsed.document?.root), "")
        return found
    }
}
