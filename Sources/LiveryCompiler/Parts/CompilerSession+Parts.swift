import LiveryBundle
package import LiveryDiagnostics

// A session over a part of the shops: the other shops are not in its input.
extension CompilerSession {
    /// What is wrong with the shops of a part and with what they share, without the rules that look across shops; and
    /// the shops that get no bundle for a fault that all share. What no shop needs, one part cannot know.
    package var partialFindings: (diagnostics: [Diagnostic], refused: Set<String>) {
        let unreadable = prepared.input.shopProblems.sorted { $0.key < $1.key }.flatMap(\.value)
        let own = shops.flatMap { kept[$0]?.diagnostics ?? [] }
        let found = rulings.judge(prepared.diagnostics + unreadable + own).left
        return (found.sortedAndUnique(), prepared.hasSoundCatalogue ? [] : Set(shops))
    }

    /// What a merge must know of the shops of a part.
    /// - Parameter manifests: the SHA-256 of each manifest that was published, by shop.
    package func facts(
        of part: Part, compiler: FactsFile.Compiler, manifests: [String: String]?
    ) -> FactsFile {
        let shops = shops.map { id in
            FactsFile.Shop(
                id: id, inputs: knownInputs(of: id), record: record(of: id), manifest: manifests?[id])
        }
        return FactsFile(
            compiler: compiler, part: part, hasBundles: manifests != nil, shared: sharedInputs(of: part), shops: shops)
    }

    /// Of a shop with errors, its definition alone.
    private func knownInputs(of shop: String) -> [ShopInputs.Input] {
        if let inputs = inputs(of: shop) { return inputs.inputs }
        return prepared.input.shops[shop].map { [Self.input($0)] } ?? []
    }

    private func sharedInputs(of part: Part) -> [ShopInputs.Input] {
        // A shop that stands alone names what it shares among its inputs, and looked at nothing else.
        guard case .shard = part else { return [] }
        let input = prepared.input
        let files = [input.platform].compactMap(\.self) + input.groups.values + input.integrations.values
        return files.map(Self.input).sorted { $0.path < $1.path }
            + [ShopInputs.Input(path: ShopInputs.clauses, digest: input.clausesDigest)]
    }

    private static func input(_ file: SourceFile) -> ShopInputs.Input {
        ShopInputs.Input(path: file.path, digest: ContentDigest(of: file.bytes))
    }
}
