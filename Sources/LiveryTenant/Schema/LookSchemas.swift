import LiveryDiagnostics
import LiverySchema

// Colours, files, and the shapes of keys that come from outside.

extension Schema<Color> {
    /// `#RRGGBB`, in quotes because a bare `#` starts a comment.
    static var color: Schema<Color> {
        let shape = ScalarShape(
            .string, "a colour", pattern: "#[0-9A-Fa-f]{6}", examples: ["#1F5A3C"],
            help: "Write `#` and six hex digits, in quotes: `\"#1F5A3C\"`.")
        return scalar(shape) { text throws(ScalarFault) in
            guard let color = Color(hex: text) else {
                throw ScalarFault(
                    "tenant/invalid-color", "is no colour",
                    help: "Write `#` and six hex digits, in quotes: `\"#1F5A3C\"`.", replacement: mended(text))
            }
            return color
        }
    }

    /// `#abc` and `1F5A3C` have one meaning each.
    private static func mended(_ text: String) -> String? {
        let digits = text.hasPrefix("#") ? text.dropFirst() : text[...]
        guard digits.allSatisfy(\.isHexDigit) else { return nil }
        switch digits.utf8.count {
        case 3: return "\"#" + digits.flatMap { [$0, $0] } + "\""
        case 6: return "\"#" + digits + "\""
        default: return nil
        }
    }
}

extension Schema<String> {
    /// A path below `assets/`: relative, with forward slashes, that cannot leave the folder.
    static func asset(_ endings: [String]) -> Schema<String> {
        let name = "a path below `assets/` that ends in \(joinedAsProse(endings.map { "`.\($0)`" }, "or"))"
        let shape = ScalarShape(
            .string, name,
            pattern: "(?!(.*/)?\\.\\.?/)([A-Za-z0-9._-]+/)*[A-Za-z0-9._-]*\\.(\(endings.joined(separator: "|")))",
            length: 4...200, examples: ["oakwood/logo.\(endings[0])"],
            help: "Letters, digits, `.`, `_` and `-` only, as in `oakwood/logo.\(endings[0])`.")
        return scalar(shape) { text throws(ScalarFault) in
            let parts = text.split(at: "/", omittingEmptySubsequences: false)
            guard !parts.contains(".."), !text.hasPrefix("/"), !text.contains("\\") else {
                throw ScalarFault(
                    "tenant/asset-outside", "leaves the folder `assets/`",
                    help: "Put the file below `assets/` and write its path from there.")
            }
            let isClean = parts.allSatisfy { part in
                !part.isEmpty && part != "."
                    && part.utf8.allSatisfy { $0.isASCIIAlphanumeric || "._-".utf8.contains($0) }
            }
            guard isClean, text.utf8.count <= 200, endings.contains(where: { text.hasSuffix("." + $0) }) else {
                throw ScalarFault(
                    "tenant/invalid-asset", "must be \(name)",
                    help: "Letters, digits, `.`, `_` and `-` only, as in `oakwood/logo.\(endings[0])`.")
            }
            return text
        }
    }

    /// A text of a fixed shape that an outside party gives out.
    static func patterned(
        _ name: String, _ pattern: String, code: String, help: String, examples: [String]
    ) -> Schema<String> {
        let compiled = TextPattern(source: pattern)
        let shape = ScalarShape(.string, name, pattern: pattern, examples: examples, help: help)
        return scalar(shape) { text throws(ScalarFault) in
            guard compiled.matches(text) else {
                let inOtherCase = [text.uppercased(), text.lowercased()].first { compiled.matches($0) }
                throw ScalarFault(
                    code, "is not \(name)", help: help, replacement: inOtherCase.map { LayeredNode.written($0) })
            }
            return text
        }
    }

    /// https://support.google.com/analytics/answer/12270356: the length is not documented.
    static var measurementID: Schema<String> {
        patterned(
            "a GA4 measurement id", "G-[A-Z0-9]+", code: "tenant/invalid-measurement-id",
            help: "It stands in Google Analytics under Data streams and starts with `G-`.", examples: ["G-1A2BCD345E"])
    }

    /// `1:PROJECT NUMBER:PLATFORM:HEX`, as in GoogleService-Info.plist and google-services.json.
    static func firebaseAppID(_ platform: String) -> Schema<String> {
        patterned(
            "a Firebase app id for \(platform)", "1:[0-9]+:\(platform):[0-9a-f]+", code: "tenant/invalid-firebase-id",
            help:
                "It stands in the Firebase console under Project settings, as in "
                + "`1:1234567890:\(platform):321abc456def7890`.",
            examples: ["1:1234567890:\(platform):321abc456def7890"])
    }

    /// Ten capital letters and digits.
    static var teamID: Schema<String> {
        patterned(
            "an Apple team id", "[A-Z0-9]{10}", code: "tenant/invalid-team-id",
            help: "Ten capital letters and digits, from the membership page of the developer account.",
            examples: ["A1B2C3D4E5"])
    }

    /// 32 pairs of capital hex digits with colons (https://github.com/android/snippets/pull/476/files).
    static var fingerprint: Schema<String> {
        patterned(
            "a SHA-256 certificate fingerprint", "[0-9A-F]{2}(:[0-9A-F]{2}){31}", code: "tenant/invalid-fingerprint",
            help: "32 pairs of capital hex digits with colons, as `keytool -list -v` prints them.",
            examples: [Array(repeating: "AB", count: 32).joined(separator: ":")])
    }

    /// Base64 of a SHA-256 (https://developer.android.com/privacy-and-security/security-config).
    static var certificatePin: Schema<String> {
        patterned(
            "a certificate pin", "[A-Za-z0-9+/]{43}=", code: "tenant/invalid-pin",
            help: "The base64 form of the SHA-256 of the public key: 44 characters, the last one `=`.",
            examples: ["47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU="])
    }

    /// Such as `15.0`, not older than the oldest that the operator's apps run on (its public pages say iOS 12
    /// and Android 8).
    static func systemVersion(_ system: String, atLeast oldest: Int) -> Schema<String> {
        let majors = oldest < 10 ? "[\(oldest)-9]|[1-9][0-9]" : "1[\(oldest - 10)-9]|[2-9][0-9]"
        let shape = ScalarShape(
            .string, "a version of \(system)", pattern: "(\(majors))\\.[0-9]{1,2}(\\.[0-9]{1,2})?", examples: ["15.0"],
            help: "Write it as in `\"15.0\"`; the apps need \(system) \(oldest) or later.")
        let pattern = TextPattern(source: "[1-9][0-9]?\\.[0-9]{1,2}(\\.[0-9]{1,2})?")
        return scalar(shape) { text throws(ScalarFault) in
            guard pattern.matches(text), let major = Int(text.prefix { $0 != "." }) else {
                throw ScalarFault(
                    "tenant/invalid-version", "is no version of \(system)", help: "Write it as in `\"15.0\"`.",
                    replacement: Int(text) == nil ? nil : "\"\(text).0\"")
            }
            guard major >= oldest else {
                throw ScalarFault(
                    "tenant/invalid-version", "is older than the apps run on",
                    help: "The apps need \(system) \(oldest) or later.")
            }
            return text
        }
    }
}
