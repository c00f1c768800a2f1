import Testing

@testable import LiveryDiagnostics

/// The text that a person sees, in full: each case shows the source and what becomes of it.
@Suite struct HumanRendererTests {
    @Test func pointsAtTheNarrowestSpan() {
        var page = Page()
        let key = page.add(
            "tenants/shops/oakwood.yaml",
            """
            branding:
              colors:
                «primry»: "#1F5A3C"
            """)
        let finding = Diagnostic(
            code: "schema/unknown-key", "`primry` is not a key of `branding.colors`.", at: key[0], label: "no such key",
            help: "The keys are `primary` and `secondary`.",
            fixes: [.init(title: "Rename to `primary`", span: key[0], replacement: "primary")])
        #expect(
            page.render([finding]) == """
                error[schema/unknown-key]: `primry` is not a key of `branding.colors`.
                 --> tenants/shops/oakwood.yaml:3:5
                  |
                3 |     primry: "#1F5A3C"
                  |     ^^^^^^ no such key
                  |
                  = help: The keys are `primary` and `secondary`.
                  = fix: Rename to `primary`


                """)
    }

    /// On a terminal no word is cut at the edge; in a log a message can be searched for.
    @Test func breaksMessagesForATerminalOnly() {
        let finding = Diagnostic(
            code: "schema/unknown-key", "`primry` is not a key of `branding.colors` and never was.", at: nil)
        let sources = SourceMap()
        #expect(
            HumanRenderer.render([finding], from: sources, width: 46, breaksMessages: true) == """
                error[schema/unknown-key]: `primry` is not a
                key of `branding.colors` and never was.


                """)
        #expect(HumanRenderer.render([finding], from: sources, width: 46).split(separator: "\n").count == 1)
    }

    @Test func showsPlacesInOtherLayers() {
        var page = Page()
        let platform = page.add("tenants/platform.yaml", "\n\n\n\n\n\n\n\n\n\n\nfee: «12»\n")
        let shop = page.add("tenants/shops/elm.yaml", "fee: «free»\n")
        let finding = Diagnostic(
            code: "schema/wrong-type", severity: .warning, "A fee is a number.", at: shop[0],
            related: [.init(span: platform[0], text: "the default is set here")])
        #expect(
            page.render([finding]) == """
                warning[schema/wrong-type]: A fee is a number.
                  --> tenants/shops/elm.yaml:1:6
                   |
                 1 | fee: free
                   |      ^^^^
                   |
                  ::: tenants/platform.yaml:12:6
                   |
                12 | fee: 12
                   |      -- the default is set here


                """)
    }

    @Test func measuresWhatATerminalShows() {
        var page = Page()
        let spans = page.add("a.yaml", "\tname: 东京 e\u{301}t «é»\n")
        #expect(
            page.render([Diagnostic(code: "a/b", "Wide.", at: spans[0])]) == """
                error[a/b]: Wide.
                 --> a.yaml:1:15
                  |
                1 |     name: 东京 e\u{301}t é
                  |                   ^


                """)
    }

    @Test func pointsBehindTheEndOfALine() {
        var page = Page()
        let spans = page.add("a.yaml", "key:«»\nother: 1\n")
        #expect(
            page.render([Diagnostic(code: "a/b", "A value is missing.", at: spans[0])]).contains(
                "1 | key:\n  |     ^\n"))
    }

    @Test func pointsIntoAnEmptyFile() {
        var page = Page()
        let spans = page.add("a.yaml", "«»")
        #expect(page.render([Diagnostic(code: "a/b", "Empty.", at: spans[0])]).contains("1 |\n  | ^\n"))
    }

    @Test func saysWhereALongSpanEnds() {
        var page = Page()
        let spans = page.add("a.yaml", "key: «|\n  one\n  two»\n")
        #expect(
            page.render([Diagnostic(code: "a/b", "Long.", at: spans[0])]).contains(
                "1 | key: |\n  |      ^ (to line 3)\n"))
    }

    @Test func showsTheNeighbourhoodInALongLine() {
        var page = Page()
        let spans = page.add(
            "a.yaml", "k: " + String(repeating: "x", count: 300) + "«here»" + String(repeating: "y", count: 300))
        let text = page.render([Diagnostic(code: "a/b", "Long.", at: spans[0])], width: 40)
        let lines = text.split(separator: "\n")
        #expect(
            lines[3] == "1 | …" + String(repeating: "x", count: 15) + "here" + String(repeating: "y", count: 15) + "…")
        #expect(lines[4] == "  | " + String(repeating: " ", count: 16) + "^^^^")
    }

    @Test func costsNothingOnAnEndlessLine() {
        var page = Page()
        let spans = page.add("a.yaml", String(repeating: "é", count: 1 << 20) + "«here»")
        let text = page.render([Diagnostic(code: "a/b", "Long.", at: spans[0])], width: 60)
        #expect(text.contains("here\n"))
        #expect(text.utf8.count < 1000)
    }

    @Test func cannotBeSteeredByASource() {
        var page = Page()
        let spans = page.add("a.yaml", "k: «\u{1B}[31m\u{202E}\u{7F}\u{85}»")
        let text = page.render([Diagnostic(code: "a/b", "Bell \u{7} and \u{1B}[2J.", at: spans[0])])
        #expect(
            text.unicodeScalars.allSatisfy { $0 == "\n" || $0.value >= 0x20 && $0.value != 0x7F && $0.value != 0x85 })
        #expect(!text.unicodeScalars.contains("\u{202E}"))
    }

    @Test func showsBytesThatAreNotUTF8() {
        var sources = SourceMap()
        let file = sources.add(path: "a.yaml", bytes: [0x61, 0xFF, 0xC3, 0x28, 0x62])
        let finding = Diagnostic(code: "a/b", "Bytes.", at: SourceSpan(file: file.id, start: 1, end: 2))
        #expect(HumanRenderer.render([finding], from: sources).contains("1 | a\u{FFFD}\u{FFFD}(b\n  |  ^\n"))
    }

    @Test func wrapsHelp() {
        let finding = Diagnostic(
            code: "a/b", "No place.", at: nil, help: "One two three four five six seven eight nine ten eleven.")
        #expect(
            Page().render([finding], width: 40) == """
                error[a/b]: No place.
                  = help: One two three four five six
                          seven eight nine ten eleven.


                """)
    }

    @Test func clipsAWordThatFitsNoLine() {
        let page = Page()
        let place = SourceSpan(file: .init(0), start: 0, end: 0)
        let fix = Diagnostic.Fix(
            title: "Write `\(String(repeating: "long-", count: 20))`", span: place, replacement: "")
        let finding = Diagnostic(code: "a/b", "No place.", at: nil, fixes: [fix])
        #expect(
            page.render([finding], width: 40) == """
                error[a/b]: No place.
                  = fix: Write
                         `long-long-long-long-long-lon…`


                """)
    }

    @Test func movesALabelThatDoesNotFit() {
        var page = Page()
        let spans = page.add("a.yaml", "some_long_key_name: «value»\n")
        let finding = Diagnostic(code: "a/b", "Long.", at: spans[0], label: "this label is too long for the line")
        let lines = page.render([finding], width: 44).split(separator: "\n")
        #expect(lines[4] == "  |                     ^^^^^")
        #expect(lines[5] == "  |      this label is too long for the line")
    }

    @Test func colorsOnlyWhenAsked() {
        var page = Page()
        let spans = page.add("a.yaml", "«a»: 1\n")
        let finding = Diagnostic(code: "a/b", severity: .note, "Look.", at: spans[0])
        let colored = HumanRenderer.render([finding], from: page.sources, colored: true)
        #expect(colored.hasPrefix("\u{1B}[1;36mnote[a/b]\u{1B}[0m\u{1B}[1m: Look.\u{1B}[0m\n"))
        #expect(!page.render([finding]).contains("\u{1B}"))
    }
}

@Suite struct SecretMaskTests {
    private let secret = "sk_live_" + "51H8xQzLkT0aBcDeFgHiJkLmNoPqRsTuVwXyZ"

    @Test func masksTheSecretEverywhere() {
        var page = Page()
        let spans = page.add("a.yaml", "«key»: «\(secret)» # «note»\n")
        let leak = Diagnostic(code: "tenant/live-secret", "A live secret.", at: spans[1], isSensitive: true)
        // The finding about another span of the line comes first, and must not show the secret either.
        let other = Diagnostic(code: "schema/unknown-key", "No key.", at: spans[0])
        let behind = Diagnostic(
            code: "a/b", "Behind.", at: spans[2], related: [.init(span: spans[1], text: "this")])
        let text = page.render([other, leak, behind])
        #expect(!text.contains("51H8"))
        #expect(!text.contains("XyZ"))
        #expect(text.contains("1 | key: sk_live_…yZ # note\n  |      ^^^^^^^^^^^\n"))
        #expect(text.contains("  |                    ^^^^\n"))
    }

    @Test func masksAShortSecretWholly() {
        var page = Page()
        let spans = page.add("a.yaml", "k: «abc»\n")
        let text = page.render([Diagnostic(code: "a/b", "Secret.", at: spans[0], isSensitive: true)])
        #expect(text.contains("1 | k: …\n  |    ^\n"))
    }

    @Test func masksEachLineOfALongSecret() {
        var page = Page()
        let spans = page.add("a.yaml", "k: «|\n  -----BEGIN KEY-----\n  MII»\n«z»: 1\n")
        let leak = Diagnostic(code: "a/b", "Secret.", at: spans[0], isSensitive: true)
        let inside = SourceSpan(file: spans[0].file, start: spans[0].start + 20, end: spans[0].start + 25)
        let text = page.render([leak, Diagnostic(code: "c/d", "Inside.", at: inside)])
        #expect(!text.contains("KEY"))
    }
}

@Suite struct SummaryTests {
    private let place = SourceSpan(file: .init(0), start: 0, end: 1)
    private let elsewhere = SourceSpan(file: .init(1), start: 0, end: 1)

    @Test func counts() {
        let error = Diagnostic(code: "a/b", "E", at: place)
        let warning = Diagnostic(code: "a/b", severity: .warning, "W", at: elsewhere)
        let note = Diagnostic(code: "a/b", severity: .note, "N", at: nil)
        #expect(HumanRenderer.summary(of: []) == nil)
        #expect(HumanRenderer.summary(of: [error]) == "1 error in 1 file")
        #expect(HumanRenderer.summary(of: [error, error, warning]) == "2 errors and 1 warning in 2 files")
        #expect(HumanRenderer.summary(of: [error, warning, note]) == "1 error, 1 warning and 1 note in 2 files")
        #expect(HumanRenderer.summary(of: [note]) == "1 note")
    }
}
