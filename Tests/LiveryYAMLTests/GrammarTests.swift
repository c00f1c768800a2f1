import LiveryDiagnostics
import LiveryYAML
import Testing

/// Corners of the grammar that the suite has no case for. Each was found where the productions, libfyaml and this
/// parser did not say the same (Tests/Fuzz/yaml).
struct GrammarTests {
    @Test(arguments: [
        ("directive", "%TAG !e! tag:a|b\n---\na\n"), ("directive", "%TAG !e! ta%g:x\n---\na\n"),
        ("directive", "% x\n---\na\n"), ("tag", "!<a%zz> b\n"), ("tag", "[!!str[a], b]\n"), ("tag", "{a: &x{b: c}}\n"),
        ("missing-space", "{a:[b], c: d}\n"), ("missing-space", "[a:{b: c}]\n"),
        ("tab-indentation", "a: x\n\t\n  y\n"), ("tab-indentation", "a: \"x\n\t\n  y\"\n"),
        ("tab-indentation", "a: |\n  x\n\t\nb: 1\n"), ("tab-indentation", "a: |\n\t# c\nb: 1\n"),
        ("invalid-character", "a # \u{FEFF}\n"),
        ("invalid-character", "a: 1\n\u{FEFF}b: 2\n"),
    ])
    func `is refused with one finding`(code: String, text: String) {
        #expect(Parsed(text).diagnostics.map(\.code) == ["yaml/" + code])
    }

    @Test(arguments: [
        "a: |\n  x\n\t\n", "|\n x\n\t\n# c\n", "a: |\n\t\n---\nb\n", "a: 1\n\u{FEFF}", "a: 1\n\u{FEFF}# c\n\n---\nb\n",
        "a\n\u{FEFF}\u{FEFF}...\n", "\u{FEFF}\u{FEFF}a\n", "{\"a\":[b]}\n", "{[a]:{b: c}}\n", "x\n\t\ny\n",
        "%TAG !e! !local-%41\n---\n!e!x y\n", "a:\n\u{FEFF}\u{FEFF}\n",
    ])
    func `is accepted`(text: String) {
        let file = SourceFile(id: SourceFile.ID(0), path: "test.yaml", bytes: Array(text.utf8))
        let (events, diagnostics) = YAMLEvents.read(file, limits: .definition)
        #expect(diagnostics.map(\.code) == [])
        #expect(events?.eventText.contains("\u{FEFF}") == false)
    }
}
