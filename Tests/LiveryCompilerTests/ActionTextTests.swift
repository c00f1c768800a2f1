import LiveryDiagnostics
import Testing

@testable import LiveryCompiler

/// Tests/Spreading/run lets ninja, make and a shell read what is written here.
@Suite("Names in the files of build systems")
struct ActionTextTests {
    @Test(
        "A name of any signs is one name",
        arguments: [
            ("tenants/shops/elm.yaml", "tenants/shops/elm.yaml", "tenants/shops/elm.yaml", "tenants/shops/elm.yaml"),
            ("a b", "a$ b", "a\\ b", "'a b'"),
            ("$HOME", "$$HOME", "$$HOME", "'$HOME'"),
            ("c:d", "c$:d", "c\\:d", "c:d"),
            ("it's", "it's", "it's", "'it'\\''s'"),
            ("#1;2", "#1;2", "\\#1\\$(semicolon)2", "'#1;2'"),
            ("a|b=c", "a${pipe}b=c", "a\\|b$(equals)c", "'a|b=c'"),
            ("50%", "50%", "50%", "'50%'"),
            ("\\x\\ y", "\\x\\$ y", "\\x\\\\\\ y", "'\\x\\ y'"),
            ("\\[*?]", "\\[*?]", "\\\\\\[\\*\\?]", "'\\[*?]'"),
            ("~a", "~a", "./~a", "'~a'"), ("", "", "", "''"),
        ])
    func names(_ name: String, ninja: String, make: String, shell: String) {
        #expect(ActionText.ninjaPath(name) == ninja)
        #expect(ActionText.makePath(name) == make)
        #expect(ActionText.quoted(name) == shell)
    }

    @Test("In a target of make a percent sign is escaped, and a bar is not")
    func targets() {
        #expect(ActionText.makePath("50%|\\%", isTarget: true) == "50\\%|\\\\\\%")
    }

    @Test("Texts of Starlark are quoted, and names that no label can hold are told")
    func starlark() {
        #expect(ActionText.starlark("a\"b\\c") == "\"a\\\"b\\\\c\"")
        var input = SampleWorkspace.input
        let clause = input.sources.add(path: "tenants/clauses/a:b.en.md", bytes: [])
        input.clauses["a:b.en.md"] = clause
        let session = CompilerSession(input)
        let text = ActionText(session.actionList, workspace: "", output: nil, program: "livery")
        #expect(text.namesUnknownToBazel == ["tenants/clauses/a:b.en.md"])
    }

    @Test("An action names every file that its shop is made from, and no other shop's")
    func inputs() {
        var session = CompilerSession(SampleWorkspace.input)
        _ = session.work(threads: 2)
        let list = session.actionList
        #expect(list.actions.count == session.shops.count)
        for action in list.actions {
            let key = session.inputs(of: action.shop)?.contentKey()
            #expect(action.contentKey == key && key != nil)
            let shops = action.inputs.map(\.path).filter { $0.hasPrefix("tenants/shops/") }
            #expect(shops == ["tenants/shops/\(action.shop).yaml"])
            #expect(action.inputs.allSatisfy { $0.digest != nil && $0.path != ShopInputs.clauses })
        }
        let text = ActionText(list, workspace: "my shops", output: nil, program: "/bin/livery")
        let matrix = String(decoding: text.gitHubMatrix, as: UTF8.self)
        #expect(matrix.hasPrefix("{\"include\": [{\"shop\": \"bobs-brakes-and-sons\", \"content_key\": \""))
        #expect(matrix.split(separator: "\n").count == 1)
        let ninja = String(decoding: text.ninja(writtenTo: nil), as: UTF8.self)
        #expect(ninja.contains("\nbuild my$ shops/actions/pruitt-auto/facts.json: livery $\n"))
        #expect(!ninja.contains("generator"))
    }
}
