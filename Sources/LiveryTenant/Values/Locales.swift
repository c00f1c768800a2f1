/// Language tags: BCP 47 in the part that app stores know, `language[-Script][-REGION]`.
package enum Locales {
    /// Whether a tag is written as BCP 47 recommends (RFC 5646 section 2.1.1) and names a known language and country.
    package static func isWellFormed(_ tag: String) -> Bool {
        var parts = tag.split(separator: "-", omittingEmptySubsequences: false)[...]
        guard let language = parts.popFirst(), languages.contains(String(language)) else { return false }
        if let script = parts.first, script.utf8.count == 4 {
            guard isScript(script) else { return false }
            parts.removeFirst()
        }
        guard let region = parts.popFirst() else { return true }
        return parts.isEmpty && region.utf8.count == 2 && Region(code: String(region)) != nil
    }

    /// ``isWellFormed(_:)`` as a regular expression.
    static let pattern = {
        let countries = BuiltIn.regions.keys.filter { $0.utf8.count == 2 }
        let words = languages.sorted().joined(separator: "|")
        return "(?:\(words))(?:-[A-Z][a-z]{3})?(?:-(?:\(countries.joined(separator: "|"))))?"
    }()

    /// The tag with usual case and hyphens, if that is all that was wrong.
    static func mended(_ tag: String) -> String? {
        let parts = tag.split(whereSeparator: { $0 == "-" || $0 == "_" }).enumerated().map { index, part in
            switch (index, part.utf8.count) {
            case (0, _): part.lowercased()
            case (_, 4): part.prefix(1).uppercased() + part.dropFirst().lowercased()
            default: part.uppercased() == "UK" ? "GB" : part.uppercased()
            }
        }
        let mended = parts.joined(separator: "-")
        return mended != tag && isWellFormed(mended) ? mended : nil
    }

    private static func isScript(_ part: Substring) -> Bool {
        part.utf8.first?.isASCIIUppercase == true
            && part.utf8.dropFirst().allSatisfy { $0.isASCIILetter && !$0.isASCIIUppercase }
    }

    /// ISO 639-1.
    private static let languages: Set<String> = Set(
        """
        aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el
        en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu
        ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na
        nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so
        sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu
        """.split(whereSeparator: { $0 == " " || $0 == "\n" }).map(String.init))
}
