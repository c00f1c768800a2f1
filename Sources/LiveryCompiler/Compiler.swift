import Dispatch
import LiveryBundle
package import LiveryDiagnostics
import LiveryPrivacy
package import LiveryTenant
import Synchronization

/// From definitions to bundles. Nothing here reads a file, the clock or the environment: the same input gives the same
/// bytes, whatever the number of threads.
package enum Compiler {
    /// The version of the compiler; part of the digest of every bundle's inputs.
    package static let version = "0.1.0"

    /// Compiles all shops, or just those in `only`. Rules across shops look at all of them in either case. `threads` is
    /// how many shops are worked on at once, at least 1.
    package static func compile(
        _ input: CompilationInput, only: Set<String> = [], emitBundles: Bool = true, threads: Int = 1
    ) -> Compilation {
        let prepared = Prepared(input)
        let ids = input.shops.keys.sorted()
        let shops = concurrentMap(ids, threads: threads) { id in
            ShopCompiler(prepared: prepared, id: id).compile(
                emitBundle: emitBundles && (only.isEmpty || only.contains(id)))
        }
        func isAsked(_ id: String) -> Bool { only.isEmpty || only.contains(id) }
        let across = TenancyRules.findings(in: shops.compactMap(\.subject)).filter { $0.shops.contains(where: isAsked) }
        let unreadable = input.shopProblems.filter { isAsked($0.key) }
        let unknown = only.subtracting(ids).subtracting(unreadable.keys).sorted().map {
            Diagnostic.unknownShop($0, known: ids)
        }
        let chosen = shops.map(\.result).filter { isAsked($0.id) }
        let refused = across.reduce(into: Set<String>()) { $0.formUnion($1.shops) }
        let everything =
            prepared.diagnostics + unreadable.flatMap(\.value) + unknown + across.map(\.diagnostic)
            + chosen.flatMap(\.diagnostics)
        var (left, used) = prepared.rulings.judge(everything)
        for shop in shops { used.formUnion(shop.usedSilences) }
        // While anything is wrong, a finding of a shared file may only not have been reached yet.
        if !left.hasErrors, !shops.contains(where: { $0.result.diagnostics.hasErrors }) {
            let unused = prepared.rulings.silences.filter { !used.contains($0) }
            left += prepared.rulings.settled(unused.map { .unusedSilence($0) })
        }
        return Compilation(
            sources: prepared.sources,
            shops: chosen.map { prepared.hasSoundCatalogue && !refused.contains($0.id) ? $0 : $0.withoutBundle },
            diagnostics: left.sortedAndUnique(), rulings: prepared.rulings)
    }

    /// The page on which a shop sees its app, its policy and its banner before it signs.
    package static func preview(
        _ input: CompilationInput, shop id: String
    ) -> (page: [UInt8]?, sources: SourceMap, diagnostics: [Diagnostic]) {
        let prepared = Prepared(input)
        guard input.shops[id] != nil else {
            return (nil, prepared.sources, [.unknownShop(id, known: input.shops.keys.sorted())])
        }
        let shop = ShopCompiler(prepared: prepared, id: id)
        let compiled = shop.compile(emitBundle: false)
        let found = prepared.diagnostics + compiled.result.diagnostics
        let diagnostics = prepared.rulings.judge(found).left.sortedAndUnique()
        guard let documents = compiled.documents, !diagnostics.hasErrors else {
            return (nil, prepared.sources, diagnostics)
        }
        return (shop.preview(documents), prepared.sources, diagnostics)
    }

    /// The providers that a definition in this workspace can name.
    package static func catalogue(_ input: CompilationInput) -> Catalogue {
        Prepared(input).catalogue
    }

    /// The results in the order of the items, whatever the order in which they were worked on.
    private static func concurrentMap<Item: Sendable, Result: Sendable>(
        _ items: [Item], threads: Int, _ transform: @Sendable (Item) -> Result
    ) -> [Result] {
        guard threads > 1, items.count > 1 else { return items.map(transform) }
        let strides = min(threads, items.count)
        let collected = Mutex<[(Int, Result)]>([])
        DispatchQueue.concurrentPerform(iterations: strides) { first in
            let part = stride(from: first, to: items.count, by: strides).map { ($0, transform(items[$0])) }
            collected.withLock { $0 += part }
        }
        return collected.withLock { $0.sorted { $0.0 < $1.0 }.map(\.1) }
    }
}

extension Diagnostic {
    /// The shops in whose files the finding points; none when it points into what all share.
    fileprivate func shops(by files: [SourceFile.ID: String]) -> Set<String> {
        Set(([span] + related.map(\.span)).compactMap { $0.flatMap { files[$0.file] } })
    }
}

extension CompiledShop {
    /// The same shop, refused for something that it shares with others.
    fileprivate var withoutBundle: CompiledShop {
        CompiledShop(id: id, tenant: tenant, bundle: nil, diagnostics: diagnostics)
    }
}
