import LiveryDiagnostics
import LiverySchema

// How a shop is reached: telephone, e-mail, web, and the ids that follow from a domain.

extension Schema<String> {
    /// ITU-T E.164: a plus sign, a country code and at most 15 digits in all. A number in the North American plan has
    /// ten digits after `+1`, and neither its area code nor its exchange starts with 0 or 1.
    static var phone: Schema<String> {
        let shape = ScalarShape(
            .string, "a phone number in E.164 form",
            pattern: "\\+(1[2-9][0-9]{2}[2-9][0-9]{6}|[2-9][0-9]{6,14})", examples: ["+15125550123"],
            help: "Write `+`, the country code and the number, digits only: `\"+15125550123\"`.")
        return scalar(shape) { text throws(ScalarFault) in
            let digits = text.utf8.dropFirst()
            let isE164 =
                text.hasPrefix("+") && (7...15).contains(digits.count) && digits.allSatisfy(\.isASCIIDigit)
                && digits.first != UInt8(ascii: "0")
            guard isE164 else { throw .noPhone(text) }
            if digits.first == UInt8(ascii: "1") {
                let national = Array(digits.dropFirst())
                guard national.count == 10, national[0] >= UInt8(ascii: "2"), national[3] >= UInt8(ascii: "2") else {
                    throw .noNorthAmericanPhone
                }
            }
            return text
        }
    }

    /// The shape that HTML's `input type=email` accepts (WHATWG HTML 4.10.5.1.5), with a dot in the domain.
    static var email: Schema<String> {
        let shape = ScalarShape(
            .string, "an e-mail address",
            pattern: "[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@\(hostPattern("A-Za-z"))", length: 3...254,
            examples: ["hello@oakwoodauto.example"], help: "Write it as in `hello@oakwoodauto.example`.")
        let allowed = Set(".!#$%&'*+/=?^_`{|}~-".utf8)
        return scalar(shape) { text throws(ScalarFault) in
            let parts = text.split(at: "@", omittingEmptySubsequences: false)
            guard parts.count == 2, !parts[0].isEmpty, text.utf8.count <= 254,
                parts[0].utf8.allSatisfy({ $0.isASCIIAlphanumeric || allowed.contains($0) }),
                isDomain(parts[1].lowercased())
            else {
                throw ScalarFault(
                    "tenant/invalid-email", "is no e-mail address", help: "Write it as in `hello@oakwoodauto.example`.",
                    replacement: parts.count == 2 && text.hasPrefix("mailto:") ? String(text.dropFirst(7)) : nil)
            }
            return text
        }
    }

    /// An absolute https address without credentials, white space or a fragment.
    static var httpsURL: Schema<String> {
        let shape = ScalarShape(
            .string, "an https address", pattern: "https://\(hostPattern("a-z"))([:/?]\(urlCharacter)*)?",
            examples: ["https://oakwoodauto.example"],
            help: "Write it as in `https://oakwoodauto.example/privacy`: lower-case host, no spaces, `@` or `#`.")
        return scalar(shape) { text throws(ScalarFault) in
            guard text.hasPrefix("https://") else {
                let scheme = text.contains("://") ? String(text.prefix { $0 != ":" }) : ""
                let isMeant = scheme == "http" || Similarity.nearest(to: scheme, in: ["https"]) != nil
                let rest = isMeant ? String(text.dropFirst(scheme.count + 3)) : text
                let isBare = isDomain(String(rest.prefix { $0 != "/" }))
                throw ScalarFault(
                    "tenant/invalid-url", "must be an https address",
                    help: "Everything that a customer's device opens is encrypted on its way.",
                    replacement: isBare ? "https://" + rest : nil)
            }
            let rest = text.dropFirst(8)
            let host = rest.prefix { $0 != "/" && $0 != "?" && $0 != ":" }
            let isClean = text.unicodeScalars.allSatisfy {
                $0.isASCII && $0.value > 0x20 && !"<>\"{}|\\^`#@".unicodeScalars.contains($0)
            }
            guard isDomain(String(host)), isClean else {
                throw ScalarFault(
                    "tenant/invalid-url", "is no https address that a browser can open",
                    help:
                        "Write it as in `https://oakwoodauto.example/privacy`: lower-case host, no spaces, `@` or `#`."
                )
            }
            return text
        }
    }

    /// A lower-case host name with at least two labels (RFC 1123 section 2.1).
    static var domain: Schema<String> {
        let shape = ScalarShape(
            .string, "a host name", pattern: hostPattern("a-z"), length: 3...253,
            examples: ["app.oakwoodauto.example"],
            help: "Write only the host, in lower case: `app.oakwoodauto.example`.")
        return scalar(shape) { text throws(ScalarFault) in
            if isDomain(text) { return text }
            let bare = text.hasPrefix("https://") ? String(text.dropFirst(8).prefix { $0 != "/" }) : text.lowercased()
            throw ScalarFault(
                "tenant/invalid-domain", "is no host name",
                help: "Write only the host, in lower case: `app.oakwoodauto.example`.",
                replacement: isDomain(bare) ? bare : nil)
        }
    }

    /// An iOS bundle id: letters, digits and hyphens in parts joined by dots
    /// (https://developer.apple.com/documentation/bundleresources/information-property-list/cfbundleidentifier).
    static var bundleID: Schema<String> {
        let shape = ScalarShape(
            .string, "a bundle id in reverse-DNS form", pattern: "[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+", length: 3...155,
            examples: ["example.oakwood.app"],
            help: "Write the domain backwards, letters, digits and hyphens only: `example.oakwood.app`.")
        return scalar(shape) { text throws(ScalarFault) in
            let parts = text.split(separator: ".", omittingEmptySubsequences: false)
            let isValid =
                parts.count >= 2
                && parts.allSatisfy { part in
                    !part.isEmpty && part.utf8.allSatisfy { $0.isASCIIAlphanumeric || $0 == UInt8(ascii: "-") }
                }
            guard isValid, text.utf8.count <= 155 else {
                throw ScalarFault(
                    "tenant/invalid-app-id", "is no bundle id",
                    help: "Write the domain backwards, letters, digits and hyphens only: `example.oakwood.app`.")
            }
            return text
        }
    }

    /// An Android application id: at least two parts, each starting with a letter, of letters, digits and underscores
    /// (https://developer.android.com/build/configure-app-module#set-application-id).
    static var applicationID: Schema<String> {
        let shape = ScalarShape(
            .string, "an application id in reverse-DNS form",
            pattern: "[A-Za-z][A-Za-z0-9_]*(\\.[A-Za-z][A-Za-z0-9_]*)+", length: 3...255,
            examples: ["example.oakwood.app"],
            help: "Each part starts with a letter and has letters, digits and `_` only: `example.oakwood.app`.")
        return scalar(shape) { text throws(ScalarFault) in
            let parts = text.split(separator: ".", omittingEmptySubsequences: false)
            let isValid =
                parts.count >= 2
                && parts.allSatisfy { part in
                    part.utf8.first?.isASCIILetter == true
                        && part.utf8.allSatisfy { $0.isASCIIAlphanumeric || $0 == UInt8(ascii: "_") }
                }
            guard isValid, text.utf8.count <= 255 else {
                throw ScalarFault(
                    "tenant/invalid-app-id", "is no Android application id",
                    help: "Each part starts with a letter and has letters, digits and `_` only; no hyphens: "
                        + "`example.oakwood.app`.")
            }
            return text
        }
    }
}

/// ``isDomain(_:)`` as a regular expression, over the letters in the given range.
private func hostPattern(_ letters: String) -> String {
    let label = "[\(letters)0-9]([\(letters)0-9-]{0,61}[\(letters)0-9])?"
    return "(\(label)\\.)+\(label)"
}

/// One character of a web address after its host: ASCII without those that RFC 3986 leaves out, `@` and `#`.
let urlCharacter = "[!$-;=?A-Z\\[\\]_a-z~\\u007F]"

/// Whether a text is a lower-case host name with at least two labels.
func isDomain(_ text: String) -> Bool {
    let (dot, hyphen) = (UInt8(ascii: "."), UInt8(ascii: "-"))
    var (labels, length, last) = (1, 0, dot)
    for byte in text.utf8 {
        if byte == dot {
            guard (1...63).contains(length), last != hyphen else { return false }
            (labels, length) = (labels + 1, 0)
        } else {
            guard byte == hyphen ? length > 0 : byte.isASCIIAlphanumeric && !byte.isASCIIUppercase else { return false }
            length += 1
        }
        last = byte
    }
    return labels >= 2 && text.utf8.count <= 253 && (1...63).contains(length) && last != hyphen
}

extension UInt8 {
    var isASCIIDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }
    var isASCIIUppercase: Bool { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(self) }
    var isASCIILetter: Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self | 0x20) }
    var isASCIIAlphanumeric: Bool { isASCIIDigit || isASCIILetter }
}

extension ScalarFault {
    fileprivate static func noPhone(_ text: String) -> ScalarFault {
        let digits = text.filter { $0.isASCII && $0.isNumber }
        let isPunctuated = text.allSatisfy { ($0.isASCII && $0.isNumber) || "+ ()-./".contains($0) }
        let isCertain = text.hasPrefix("+") && isPunctuated && (7...15).contains(digits.count) && !text.contains("(0)")
        return ScalarFault(
            "tenant/invalid-phone", "is no phone number in E.164 form",
            help: "Write `+`, the country code and the number, digits only: `\"+15125550123\"`.",
            replacement: isCertain ? "\"+\(digits)\"" : isNorthAmerican.matches(text) ? "\"+1\(digits)\"" : nil)
    }

    /// `(512) 555-0123`: only the North American plan writes numbers so.
    private static let isNorthAmerican = TextPattern(source: "\\([2-9][0-9]{2}\\) ?[2-9][0-9]{2}-[0-9]{4}")

    fileprivate static var noNorthAmericanPhone: ScalarFault {
        ScalarFault(
            "tenant/invalid-phone", "is no number of the North American plan",
            help: "After `+1` come ten digits; neither the area code nor the next three start with 0 or 1.")
    }
}
