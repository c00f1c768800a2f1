import Testing

@Suite("The stages below LiveryWorkspace touch nothing outside")
struct PurityTests {
    @Test("No file, clock, environment, locale or chance")
    func sources() {
        Purity.findings(in: Repository.sources).report()
    }

    @Test("Every banned name is found where it is used")
    func badNames() {
        for ban in Purity.bans {
            for name in ban.calls {
                let call = CheckedFile(path: "Sources/LiveryYAML/X.swift", text: "let x = \(name)(1)")
                #expect(Purity.findings(in: [call]).count == 1, "\(name)")
            }
            for name in ban.names {
                let use = CheckedFile(path: "Sources/LiveryYAML/X.swift", text: "let x = \(name).y")
                #expect(Purity.findings(in: [use]).count == 1, "\(name)")
            }
        }
    }

    @Test("A finding says where and why; words in comments, strings and members are no use")
    func places() {
        let file = CheckedFile(
            path: "Sources/LiveryYAML/X.swift",
            text: """
                // open(path)
                let a = "getenv(x)"
                let b = Int.random(in: 1...2)
                let c = parser.read(1)
                let d = "\\(getenv(name))"
                """)
        let findings = Purity.findings(in: [file])
        #expect(findings.lines == [3, 5])
        #expect("\(findings[0])".hasPrefix("Sources/LiveryYAML/X.swift:3: `random` is banned"))
    }

    @Test("A target's own function is its own, and the edge may do what it is for")
    func exceptions() {
        let own = CheckedFile(path: "Sources/LiveryYAML/X.swift", text: "func read(_ n: Int) {}\nfunc f() { read(1) }")
        let edge = CheckedFile(path: "Sources/LiveryWorkspace/X.swift", text: "let x = open(path, 0)")
        #expect(Purity.findings(in: [own, edge]).isEmpty)
    }
}
