import Testing

@Suite("Style limits")
struct StyleLimitTests {
    @Test("Files, lines and marks")
    func text() throws {
        let files = Repository.sources + Repository.tests + [try Repository.file(Repository.manifest)]
        for file in files { StyleLimits.text(file).report() }
    }

    @Test("Functions")
    func functions() {
        for file in Repository.sources + Repository.tests { StyleLimits.functions(file).report() }
    }

    @Test("Nothing in Sources stops the program on input")
    func traps() {
        for file in Repository.sources { StyleLimits.traps(file).report() }
    }

    @Test("There is something to look at")
    func presence() {
        #expect(Repository.sources.count > 50)
        #expect(Repository.tests.count > 5)
        #expect(Repository.paths.contains(".swift-format"))
    }

    @Test(
        "A bad line is found",
        arguments: [
            "let x = 1 ", "let x = 1\r", "\tlet x = 1", "// TODO: more", "let x = 1 // FIXME",
            "/* HACK */",
            "// " + String(repeating: "x", count: 118),
        ])
    func badLines(_ line: String) {
        let file = CheckedFile(path: "Sources/X/X.swift", text: "let a = 1\n\(line)\nlet b = 2\n")
        #expect(StyleLimits.text(file).lines.contains(2))
    }

    @Test("A good line is left alone")
    func goodLines() {
        let wide = "// " + String(repeating: "ü", count: 117)
        let file = CheckedFile(path: "Sources/X/X.swift", text: "\(wide)\nlet TODOs = \"TODO\"\n")
        #expect(StyleLimits.text(file).isEmpty)
    }

    @Test("The end of a file is one line feed")
    func badEnds() {
        for text in ["let a = 1", "let a = 1\n\n"] {
            #expect(StyleLimits.text(CheckedFile(path: "Sources/X/X.swift", text: text)).lines == [1 + text.count / 11])
        }
    }

    @Test("A long file is found, a generated one is not")
    func longFiles() {
        let text = String(repeating: "let a = 1\n", count: 501)
        #expect(StyleLimits.text(CheckedFile(path: "Sources/X/X.swift", text: text)).lines == [501])
        #expect(StyleLimits.text(CheckedFile(path: "Sources/LiveryTenant/Embedded/X.swift", text: text)).isEmpty)
    }

    @Test("The length of a function counts its whole declaration")
    func longFunctions() {
        func source(_ head: String, lines: Int) -> String {
            "struct X {\n    \(head) {\n" + String(repeating: "        f(\"}\") // }\n", count: lines - 2)
                + "    }\n}\n"
        }
        for head in [
            "func f<T>(x: Int = { 1 }()) -> Int where T: Y", "init(x: Int)", "var x: [Int]", "subscript(x: Int) -> Int",
        ] {
            let long = CheckedFile(path: "Sources/X/X.swift", text: source(head, lines: 71))
            #expect(StyleLimits.functions(long).lines == [2], "\(head)")
            let short = CheckedFile(path: "Sources/X/X.swift", text: source(head, lines: 70))
            #expect(StyleLimits.functions(short).isEmpty, "\(head)")
        }
    }

    @Test("A declaration without a body is no function")
    func requirements() {
        let body = String(repeating: "        let a = 1\n", count: 80)
        let text =
            "protocol P { func f() }\nvar x: Int\nstruct X {\n\(body)}\nlet y = X.init()\nif y { }\n"
            + "var z = [1].map {\n\(body)}\n"
        #expect(StyleLimits.functions(CheckedFile(path: "Sources/X/X.swift", text: text)).isEmpty)
    }

    @Test(
        "What may trap is found",
        arguments: [
            "try! f()", "x as! Int", "fatalError()", "x!.y", "f()!", "x[0]!", "f(x!)", "var x: Int!", "\"\\(x!)\"",
            "\"1\"!",
        ])
    func badTraps(_ line: String) {
        #expect(
            StyleLimits.traps(CheckedFile(path: "Sources/X/X.swift", text: "let a = 1\n" + line + "\n")).lines == [2])
    }

    @Test("Negation, comparison, and words in strings and comments are left alone")
    func goodTraps() {
        let text =
            "if !x, x != y, x !== y, !f(!x) { }\n// x! as! try!\nlet a = \"x! try! fatalError()\"\ntry f() as? Int\n"
        #expect(StyleLimits.traps(CheckedFile(path: "Sources/X/X.swift", text: text)).isEmpty)
    }
}
