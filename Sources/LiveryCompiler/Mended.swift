package import LiveryDiagnostics

/// A workspace after the fixes that its own findings offer.
package struct Mended: Sendable {
    /// With the new texts in it.
    package let input: CompilationInput
    /// What the compiler said before and what it says now.
    package let before: Compilation
    package let after: Compilation
    /// The findings whose fixes were made, round by round.
    package let findings: [Diagnostic]

    /// One fix can uncover another finding, such as a value behind a broken line; what is left after this many rounds
    /// is for a person.
    private static let rounds = 8

    /// Makes all fixes that `accept` agrees to. Rules across shops look at all of them, whatever `only` says.
    package init(
        _ input: CompilationInput, only: Set<String> = [], threads: Int = 1,
        accept: (Diagnostic, SourceMap) -> Bool = { _, _ in true }
    ) {
        let editable = Set(input.sources.files.map(\.id))
        func check(_ input: CompilationInput) -> Compilation {
            Compiler.compile(input, only: only, emitBundles: false, threads: threads)
        }
        var current = (input: input, compilation: check(input))
        before = current.compilation
        var findings: [Diagnostic] = []
        for _ in 0..<Self.rounds {
            let sources = current.compilation.sources
            let wanted = current.compilation.diagnostics.filter { !$0.fixes.isEmpty && accept($0, sources) }
            let fixed = FixedTexts(wanted, in: sources, editable: editable)
            guard !fixed.texts.isEmpty else { break }
            findings += fixed.mended
            let next = current.input.replacing(fixed.texts)
            current = (next, check(next))
        }
        self.input = current.input
        after = current.compilation
        self.findings = findings
    }

    /// Every file that changed, with what it was before, by path.
    package var changes: [(path: String, old: [UInt8], new: [UInt8])] {
        zip(before.sources.files, input.sources.files).filter { $0.bytes != $1.bytes }
            .map { ($0.path, $0.bytes, $1.bytes) }.sorted { $0.path < $1.path }
    }

    /// The changes as `git diff` shows them. Live secrets are masked wherever they stand.
    package var difference: [UInt8] {
        let secrets = Self.secrets(in: before) + Self.secrets(in: after)
        return changes.flatMap { change in
            UnifiedDiff.between(
                Self.masked(change.old, secrets), Self.masked(change.new, secrets), path: change.path)
        }
    }

    private static func secrets(in compilation: Compilation) -> [ArraySlice<UInt8>] {
        compilation.diagnostics.filter(\.isSensitive).compactMap(\.span).map { span in
            compilation.sources[span.file].bytes[Int(span.start)..<Int(span.end)]
        }.filter { !$0.isEmpty }
    }

    private static func masked(_ bytes: [UInt8], _ secrets: [ArraySlice<UInt8>]) -> [UInt8] {
        var result = bytes
        for secret in secrets {
            var start = 0
            while start + secret.count <= result.count {
                if result[start..<start + secret.count].elementsEqual(secret) {
                    for index in start..<start + secret.count where !(0x09...0x0D).contains(result[index]) {
                        result[index] = UInt8(ascii: "*")
                    }
                    start += secret.count
                } else {
                    start += 1
                }
            }
        }
        return result
    }
}

extension CompilationInput {
    /// The same input with new texts under their old numbers.
    package func replacing(_ texts: [SourceFile.ID: [UInt8]]) -> CompilationInput {
        var result = self
        for (id, bytes) in texts.sorted(by: { $0.key < $1.key }) {
            let file = result.sources.replace(id, with: bytes)
            if platform?.id == id { result.platform = file }
            for (name, former) in groups where former.id == id { result.groups[name] = file }
            for (name, former) in shops where former.id == id { result.shops[name] = file }
            for (name, former) in clauses where former.id == id { result.clauses[name] = file }
            for (name, former) in integrations where former.id == id { result.integrations[name] = file }
        }
        return result
    }
}
