import LiveryDiagnostics
import Testing

/// One fault: where it is shown, what it is called, what is read all the same, and what its fix makes of the text.
struct Fault: Sendable, CustomTestStringConvertible {
    let code: String
    let marked: String
    let tree: String
    var mended: String?

    init(_ code: String, _ marked: String, _ tree: String, mended: String? = nil) {
        self.code = "yaml/" + code
        self.marked = marked
        self.tree = tree
        self.mended = mended
    }

    var testDescription: String { "\(code): \(marked.debugDescription)" }
}

struct FaultTests {
    @Test(arguments: indentation + keys + values + brackets + profile)
    func `a fault is one finding, and what is around it is read`(fault: Fault) throws {
        let marked = MarkedText(fault.marked)
        let parsed = Parsed(marked.text)
        #expect(parsed.diagnostics.map(\.code) == [fault.code])
        let found = try #require(parsed.diagnostics.first)
        #expect(found.span?.range == marked.ranges.first, "shown at «\(parsed.text(found.span))»")
        #expect(parsed.tree == fault.tree)
        #expect(found.fixes.isEmpty == (fault.mended == nil))
        #expect(found.severity == .error)
        guard let mended = fault.mended else { return }
        #expect(parsed.mended() == mended)
        #expect(Parsed(mended).findings == [], "the fix mends it")
    }

    static let indentation = [
        Fault(
            "tab-indentation", "a:\n«\t»b: 1\n\tc: 2\nd: 3\n", "{a: {b: 1, c: 2}, d: 3}",
            mended: "a:\n  b: 1\n  c: 2\nd: 3\n"),
        Fault(
            "tab-indentation", "a:\n    b: 1\n«\t»c: 2\n", "{a: {b: 1, c: 2}}",
            mended: "a:\n    b: 1\n    c: 2\n"),
        Fault("tab-indentation", "a:\n«\t»- x\n\t- y\n", "{a: [x, y]}", mended: "a:\n  - x\n  - y\n"),
        Fault("tab-indentation", "a:\n  -«\t»- x\n", "{a: [[x]]}", mended: "a:\n  - - x\n"),
        Fault("tab-indentation", "a: \"x\n«\t»y\"\nb: 1\n", "{a: x y, b: 1}", mended: "a: \"x\n  y\"\nb: 1\n"),
        Fault("tab-indentation", "a: |\n«\t»\nb: 1\n", "{a: , b: 1}", mended: "a: |\n\nb: 1\n"),
        Fault(
            "indentation", "shop:\n  name: x\n«   »phone: y\n  z: 1\n", "{shop: {name: x, phone: y, z: 1}}",
            mended: "shop:\n  name: x\n  phone: y\n  z: 1\n"),
        Fault(
            "indentation", "shop:\n  name: \"x\"\n«   »phone: y\n   fax: y\n  z: 1\n",
            "{shop: {name: x, phone: y, fax: y, z: 1}}",
            mended: "shop:\n  name: \"x\"\n  phone: y\n  fax: y\n  z: 1\n"),
        Fault("indentation", "a:\n    b: 1\n«  »c: 2\nd: 3\n", "{a: {b: 1, c: 2}, d: 3}"),
        Fault("indentation", "a:\n  - x\n« »- y\nb: 1\n", "{a: [x, y], b: 1}", mended: "a:\n  - x\n  - y\nb: 1\n"),
        Fault(
            "indentation", "a: [\n  1,\n«»]\nb: 2\n", "{a: [1], b: 2}", mended: "a: [\n  1,\n  ]\nb: 2\n"),
        Fault("indentation", "a: \"x\n«»y\"\nb: 2\n", "{a: x y, b: 2}", mended: "a: \"x\n  y\"\nb: 2\n"),
        Fault("indentation", "a: |\n«   »\n  x\nb: 2\n", "{a:  \nx\n, b: 2}", mended: "a: |\n  \n  x\nb: 2\n"),
        Fault("indentation", "a: |\n  x\n« »y\nb: 2\n", "{a: x\ny\n, b: 2}", mended: "a: |\n  x\n  y\nb: 2\n"),
        Fault(
            "tab-indentation", "a: >-\n«\t»x\n\ty\nb: 1\n", "{a: \tx\n\ty, b: 1}", mended: "a: >-\n  x\n  y\nb: 1\n"),
        Fault("tab-indentation", "a: |\n  x\n«\t»y\nb: 1\n", "{a: x\n\ty\n, b: 1}", mended: "a: |\n  x\n  y\nb: 1\n"),
        Fault("indentation", "a:\n- b\n «-» c\nd: 1\n", "{a: [?], d: 1}"),
        Fault("missing-colon", "a: 1\n«}»\nb: 2\n", "{a: 1, b: 2}"),
        Fault("list-on-key-line", "a: «-» x\n   - y\nb: 1\n", "{a: [x, y], b: 1}"),
        Fault("expected-item", "- a\n«b: 1»\n- c\n", "[a, c]"),
        Fault("expected-key", "a: 1\n«-» b\nc: 2\n", "{a: 1, c: 2}"),
        Fault("extra-content", "\"a\"\n«b: 1»\nc: 1\n", "a"),
    ]

    static let keys = [
        Fault("missing-space", "name«:»Oakwood\nb: 1\n", "{name: Oakwood, b: 1}", mended: "name: Oakwood\nb: 1\n"),
        Fault(
            "missing-space", "a:\n  b: 1\n  name«:»\"x y\"\n", "{a: {b: 1, name: x y}}",
            mended: "a:\n  b: 1\n  name: \"x y\"\n"),
        Fault(
            "missing-space", "primary«:»#C62828\nb: 1\n", "{primary: #C62828, b: 1}",
            mended: "primary: \"#C62828\"\nb: 1\n"),
        Fault("missing-space", "a«:»1\nb:2\n", "?", mended: "a: 1\nb: 2\n"),
        Fault("missing-space", "livery«:»1\n", "?", mended: "livery: 1\n"),
        Fault("missing-space", "a:\n  b«:»1\n  c:2\n", "{a: ?}", mended: "a:\n  b: 1\n  c: 2\n"),
        Fault("missing-space", "a:\n  «-»x\n  -y\n", "{a: ?}", mended: "a:\n  - x\n  - y\n"),
        Fault("missing-space", "a:\n  - x\n  «-»y\n", "{a: [x, y]}", mended: "a:\n  - x\n  - y\n"),
        Fault(
            "missing-colon", "a: 1\n«shop oak»\nb: 2\n", "{a: 1, shop: oak, b: 2}", mended: "a: 1\nshop: oak\nb: 2\n"),
        Fault("missing-colon", "«livery 1»\nb: 2\n", "{livery: 1, b: 2}", mended: "livery: 1\nb: 2\n"),
        Fault("missing-colon", "a: 1\n«Shop oak»\nb: 2\n", "{a: 1, ?: oak, b: 2}"),
        Fault("missing-colon", "a: |\n  x\n«shop oak»\n", "{a: x\n, ?: oak}"),
        Fault(
            "missing-colon", "text: We mend the cars of every make and always on the day\n«shop oak»\nshop: 2\n",
            "{text: We mend the cars of every make and always on the day, ?: oak, shop: 2}"),
        Fault("missing-colon", "a: 1\n«name»\nb: 2\n", "{a: 1, name: ?, b: 2}", mended: "a: 1\nname:\nb: 2\n"),
        Fault(
            "missing-colon", "shop:\n  «contact»\n    email: x\n  name: y\n", "{shop: {contact: {email: x}, name: y}}",
            mended: "shop:\n  contact:\n    email: x\n  name: y\n"),
        Fault(
            "missing-colon", "a: &x\n  «b c»\n  d: 1\ne: *x\n", "{a: {b: c, d: 1}, e: {b: c, d: 1}}",
            mended: "a: &x\n  b: c\n  d: 1\ne: *x\n"),
        Fault("missing-colon", "a: 1\n«[x]»\nb: 2\n", "{a: 1, [x]: ?, b: 2}"),
        Fault("key-on-several-lines", "a:\n  «\"b\n  c\"»: 1\nd: 2\n", "{a: {b c: 1}, d: 2}"),
        Fault("key-on-several-lines", "a: [«b\n  c»: 1]\nd: 2\n", "{a: [{b c: 1}], d: 2}"),
        Fault("unclosed-quote", "«\"»a: 1\nb: 2\n", "{b: 2}"),
        Fault("document-marker", "--- «a:» 1\n", "a: 1"),
    ]

    static let values = [
        Fault(
            "colon-in-value", "tagline: Brakes«:» done right\nb: 1\n", "{tagline: Brakes: done right, b: 1}",
            mended: "tagline: \"Brakes: done right\"\nb: 1\n"),
        Fault(
            "colon-in-value", "a: say \"hi\"«:» it's # c\n", "{a: say \"hi\": it's}",
            mended: "a: 'say \"hi\": it''s' # c\n"),
        Fault("colon-in-value", "a: \"b\" «:» c\nd: 1\n", "{a: b, d: 1}"),
        Fault("colon-in-value", "a: [b]«:» c\nd: 1\n", "{a: [b], d: 1}"),
        Fault("colon-in-value", "a: «:» c\nd: 1\n", "{a: ?, d: 1}"),
        Fault(
            "unclosed-quote", "a: «\"»never\nb: 2\nc: \"closed\"\n", "{a: ?, b: 2, c: closed}",
            mended: "a: \"never\"\nb: 2\nc: \"closed\"\n"),
        Fault(
            "unclosed-quote", "a:\n  - «'»x\n  - 'y'\nb: 1\n", "{a: [?, y], b: 1}",
            mended: "a:\n  - 'x'\n  - 'y'\nb: 1\n"),
        Fault("unclosed-quote", "a: «\"»x", "{a: ?}", mended: "a: \"x\""),
        Fault("unclosed-quote", "a: «\"»x\n...\n", "{a: ?}", mended: "a: \"x\"\n...\n"),
        Fault("unclosed-quote", "a: «\"»x # y\nb: 1\n", "{a: ?, b: 1}"),
        Fault("unclosed-quote", "a: «\"»x\\\nb: 1\n", "{a: ?, b: 1}"),
        Fault(
            "unclosed-quote", "a: {b: «\"»x, y, c: [1], d: 2}\n", "{a: {b: ?, c: [1], d: 2}}",
            mended: "a: {b: \"x, y\", c: [1], d: 2}\n"),
        Fault(
            "unclosed-quote", "a: {b: «\"»x, c: \"y\"}\n", "{a: {b: ?, c: y}}", mended: "a: {b: \"x\", c: \"y\"}\n"),
        Fault("unclosed-quote", "a: {b: [{c: «'»x}]}\n", "{a: {b: [{c: ?}]}}", mended: "a: {b: [{c: 'x'}]}\n"),
        Fault(
            "unclosed-quote", "a: {b: {c: «'»x}, d: 1}\n", "{a: {b: {c: ?}, d: 1}}",
            mended: "a: {b: {c: 'x'}, d: 1}\n"),
        Fault("unclosed-quote", "a: [«\"»x, \"y\"]\n", "{a: [?, y]}", mended: "a: [\"x\", \"y\"]\n"),
        Fault("unclosed-quote", "a: [«\"»x, y]\nb: 1\n", "{a: [?], b: 1}"),
        Fault("bad-escape", "a: \"C:«\\d»ir\"\nb: 1\n", "{a: C:\\dir, b: 1}", mended: "a: \"C:\\\\dir\"\nb: 1\n"),
        Fault("bad-escape", "a: \"«\\ud800»\"\n", "{a: \\ud800}"),
        Fault("bad-escape", "a: \"«\\x4»g\"\n", "{a: \\x4g}"),
        Fault("bad-escape", "a: \"«\\U00110000»\"\n", "{a: \\U00110000}"),
        Fault("reserved-character", "a: «@»oak\nb: 1\n", "{a: @oak, b: 1}", mended: "a: \"@oak\"\nb: 1\n"),
        Fault("reserved-character", "a: «`»oak` x\n", "{a: `oak` x}", mended: "a: \"`oak` x\"\n"),
        Fault("reserved-character", "a: «%»d\n", "{a: %d}", mended: "a: \"%d\"\n"),
        Fault("reserved-character", "a: «*» note\n", "{a: * note}", mended: "a: \"* note\"\n"),
        Fault("reserved-character", "a: «*»bold* text\n", "{a: *bold* text}", mended: "a: \"*bold* text\"\n"),
        Fault("reserved-character", "a: «&» Sons\n", "{a: & Sons}", mended: "a: \"& Sons\"\n"),
        Fault("reserved-character", "a: [«@»x, y]\n", "{a: [@x, y]}", mended: "a: [\"@x\", y]\n"),
        Fault("trailing-text", "a: 'x' «y»\nb: 1\n", "{a: ?, b: 1}"),
        Fault("trailing-text", "a: 'Joe'«s Garage'»\nb: 1\n", "{a: ?, b: 1}", mended: "a: \"Joe's Garage\"\nb: 1\n"),
        Fault(
            "trailing-text", "a: \"the \"«best\" shop\"»\nb: 1\n", "{a: ?, b: 1}",
            mended: "a: 'the \"best\" shop'\nb: 1\n"),
        Fault("comment-without-space", "a: \"x\"«#» c\n", "{a: x}", mended: "a: \"x\" # c\n"),
        Fault("block-header", "a: |«text»\n  more\nb: 1\n", "{a: more\n, b: 1}"),
        Fault("block-header", "a: >«0»\n  more\nb: 1\n", "{a: more\n, b: 1}"),
        Fault(
            "hash-comment", "primary: «#C62828»\nb: 1\n", "{primary: #C62828, b: 1}",
            mended: "primary: \"#C62828\"\nb: 1\n"),
        Fault("hash-comment", "suite: «#12» # back\n", "{suite: #12}", mended: "suite: \"#12\" # back\n"),
        Fault("hash-comment", "- «#fff»  \n- '#000'\n", "[#fff, #000]", mended: "- \"#fff\"  \n- '#000'\n"),
    ]

    static let brackets = [
        Fault("unclosed-bracket", "a: «[»1, 2\nb: 2\n", "{a: [1, 2], b: 2}", mended: "a: [1, 2]\nb: 2\n"),
        Fault(
            "unclosed-bracket", "a: «{»x: 1, y # z\nb: 2\n", "{a: {x: 1, y: ~}, b: 2}",
            mended: "a: {x: 1, y} # z\nb: 2\n"),
        Fault("unclosed-bracket", "a: «[»1,\n  2", "{a: [1, 2]}", mended: "a: [1,\n  2]"),
        Fault("unclosed-bracket", "a: «{»b:\nc: 1\n", "{a: {b: ~}, c: 1}", mended: "a: {b:}\nc: 1\n"),
        Fault("unclosed-bracket", "a: [1, «[»2\nb: 2\n", "{a: [1, [2]], b: 2}"),
        Fault(
            "unclosed-bracket", "a: {b: «[»1, 2}\nc: 1\n", "{a: {b: [1, 2]}, c: 1}", mended: "a: {b: [1, 2]}\nc: 1\n"),
        Fault(
            "unclosed-bracket", "a: {b: «[»1, {x: 2}, c: [3, {y: z}], d: 4}\n",
            "{a: {b: [1, {x: 2}], c: [3, {y: z}], d: 4}}",
            mended: "a: {b: [1, {x: 2}], c: [3, {y: z}], d: 4}\n"),
        Fault(
            "unclosed-bracket", "a: [{b: 1}, «{»c: 2]\nd: 3\n", "{a: [{b: 1}, {c: 2}], d: 3}",
            mended: "a: [{b: 1}, {c: 2}]\nd: 3\n"),
        Fault("wrong-bracket", "a: [1«}»\nb: 2\n", "{a: [1], b: 2}", mended: "a: [1]\nb: 2\n"),
        Fault("wrong-bracket", "a: {b: [1«}», c: 2}\n", "{a: {b: [1], c: 2}}"),
        Fault("missing-comma", "a: {x: 1«» y: 2}\n", "{a: {x: 1, y: 2}}", mended: "a: {x: 1, y: 2}\n"),
        Fault(
            "missing-comma", "a: {x: 1 st«»\n  y: [2]}\n", "{a: {x: 1 st, y: [2]}}",
            mended: "a: {x: 1 st,\n  y: [2]}\n"),
        Fault("colon-in-value", "a: {x: y«:» 2}\n", "{a: {x: y, 2: ~}}"),
        Fault(
            "hash-comment", "a: {x: «#C62828», y: \"#FFF\"}\nb: 1\n", "{a: {x: #C62828, y: #FFF}, b: 1}",
            mended: "a: {x: \"#C62828\", y: \"#FFF\"}\nb: 1\n"),
        Fault("missing-comma", "a: [\"x\"«» \"y\"]\n", "{a: [x, y]}", mended: "a: [\"x\", \"y\"]\n"),
        Fault(
            "missing-comma", "a: {x: 1,\n  y: 'z'«»\n  w: 2}\n", "{a: {x: 1, y: z, w: 2}}",
            mended: "a: {x: 1,\n  y: 'z',\n  w: 2}\n"),
        Fault("extra-comma", "a: [1,«,»2]\n", "{a: [1, 2]}", mended: "a: [1,2]\n"),
        Fault("extra-comma", "a: {«,» b: 1}\n", "{a: {b: 1}}", mended: "a: { b: 1}\n"),
        Fault("comment-without-space", "a: [1,«#»c\n  2]\n", "{a: [1, 2]}", mended: "a: [1, #c\n  2]\n"),
    ]

    static let profile = [
        Fault("duplicate-key", "a: 1\n«a»: 2\n", "{a: 1, a: 2}"),
        Fault("duplicate-key", "a: 1\n«a»: 1 # b\n", "{a: 1, a: 1}"),
        Fault("duplicate-key", "a: 1\nb: 2\n«a»:  1\nc: 3\n", "{a: 1, b: 2, a: 1, c: 3}", mended: "a: 1\nb: 2\nc: 3\n"),
        Fault(
            "duplicate-key", "a:\n  b: |\n    x\n  «b»: |\n    x\nc: 3\n", "{a: {b: x\n, b: x\n}, c: 3}",
            mended: "a:\n  b: |\n    x\nc: 3\n"),
        Fault("duplicate-key", "a: {b: 1, «b»: 1}\n", "{a: {b: 1, b: 1}}", mended: "a: {b: 1}\n"),
        Fault("duplicate-key", "a: 1\nb: 2\n«\"\\x61\"»: 2\n", "{a: 1, b: 2, a: 2}"),
        Fault("merge-key", "x: &x {y: 1}\nz:\n  «<<»: *x\n", "{x: {y: 1}, z: {<<: {y: 1}}}"),
        Fault("tag", "a: «!secret» x\n", "{a: x}"),
        Fault("tag", "a: «!!python/object:os.system» x\n", "{a: x}"),
        Fault("tag", "a: «!e!x» y\n", "{a: y}"),
        Fault("key-not-text", "«[»a]: 1\nb: 2\n", "{[a]: 1, b: 2}"),
        Fault("key-not-text", "? «-» a\n: 1\nb: 2\n", "{[a]: 1, b: 2}"),
        Fault("key-not-text", "a: &x [1]\n«*x» : 2\n", "{a: [1], [1]: 2}"),
        Fault("key-not-text", "a: 1\n«»: 2\n", "{a: 1, ~: 2}"),
        Fault("several-documents", "a: 1\n«---»\nb: 2\n", "{a: 1}"),
        Fault("several-documents", "a: 1\n...\n«b»: 2\n", "{a: 1}"),
        Fault("undefined-alias", "a: «*x»\nb: 1\n", "{a: ?, b: 1}"),
        Fault("recursive-alias", "a: &x [1, «*x»]\n", "{a: [1, ?]}"),
        Fault("misplaced-anchor", "- &x 1\n- «&y» *x\n", "[1, 1]"),
        Fault("misplaced-anchor", "a: &x «&y» 1\n", "{a: 1}"),
        Fault("misplaced-anchor", "a: 1\n«&x»\nb: 2\n", "{a: 1, b: 2}"),
        Fault("directive", "«%YAML 9.9»\n---\na: 1\n", "{a: 1}", mended: "\n---\na: 1\n"),
        Fault("directive", "«%YAML 1.2»\n", "nothing", mended: "\n"),
        Fault("invalid-character", "a: x«\u{1}»y\n", "{a: x\u{7F}y}", mended: "a: xy\n"),
        Fault("invalid-character", "a: x«\u{7F}»y\n", "{a: x\u{7F}y}", mended: "a: xy\n"),
        Fault("invalid-character", "a: 1\n«\u{FEFF}»b: 2\n", "{a: 1, \u{FEFF}b: 2}", mended: "a: 1\nb: 2\n"),
        Fault("invalid-character", "a: x«\u{FFFE}»y\n", "{a: x\u{FFFE}y}", mended: "a: xy\n"),
    ]

    @Test(arguments: ["a: #add more\n", "a: # 123456\n", "a: #\n", "a: #fff\n  b: 1\n", "a: 1 #fff\n"])
    func `a comment is a comment`(text: String) {
        #expect(Parsed(text).findings == [])
    }

    @Test func `a duplicate among many keys is found`() {
        let keys = (0..<100).map { "key\($0): 1\n" }.joined()
        #expect(Parsed(keys).findings == [])
        #expect(Parsed(keys + "\"key\\x35\": 2\n").findings == ["yaml/duplicate-key «\"key\\x35\"»"])
    }

    @Test func `a duplicate key shows the first use`() throws {
        let parsed = Parsed("a: 1\n'a': 2\n")
        let found = try #require(parsed.diagnostics.first)
        #expect(found.related.map { "\(parsed.text($0.span)) \($0.text)" } == ["a first used here"])
        #expect(found.related.first?.span.range == 0..<1)
    }

    @Test func `independent faults are all found`() {
        let parsed = Parsed(
            """
            shop:
              name:Oakwood
              tagline: Brakes: done right
              colors:
                primary: #C62828
              phone: "never closed
              tags: [a, b
            \tlate: 1
              fine: yes
            shop: again
            """)
        #expect(
            parsed.findings == [
                "yaml/missing-space «:»", "yaml/colon-in-value «:»", "yaml/hash-comment «#C62828»",
                "yaml/unclosed-quote «\"»", "yaml/unclosed-bracket «[»", "yaml/tab-indentation «\t»",
                "yaml/duplicate-key «shop»",
            ])
        #expect(parsed.tree.contains("fine: yes"))
    }
}
