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
        func isAsked(_ id: String) -> Bool { only.isEmpty || only.contains(id) }
        var session = CompilerSession(input)
        let shops = session.work(threads: threads) { id in emitBundles && (only.isEmpty || only.contains(id)) }
        let (diagnostics, refused) = session.findings(only: only)
        return Compilation(
            sources: session.sources,
            shops: shops.filter { isAsked($0.id) }.map { refused.contains($0.id) ? $0.withoutBundle : $0 },
            diagnostics: diagnostics, rulings: session.rulings)
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

    /// The results in the order of the items, whatever the order in which they were worked on. `first` is done by one
    /// of the threads, before it takes items and while the others do.
    package static func concurrentMap<Item: Sendable, Result: Sendable>(
        _ items: [Item], threads: Int, first: @Sendable () -> Void = {}, _ transform: @Sendable (Item) -> Result
    ) -> [Result] {
        guard threads > 1, items.count > 1 else {
            first()
            return items.map(transform)
        }
        return [Result](unsafeUninitializedCapacity: items.count) { buffer, count in
            guard let start = buffer.baseAddress else { return }
            // Each place is written once, by one thread, and read when all are done. A lock would do as well, but
            // Thread Sanitizer does not see one of `Mutex` for which a thread had to wait (Swift 6.3).
            nonisolated(unsafe) let places = start
            // Whoever is done takes the next one: items differ, and so do the threads' shares of the processors.
            let next = Atomic(0)
            DispatchQueue.concurrentPerform(iterations: min(threads, items.count)) { thread in
                if thread == 0 { first() }
                while case let index = next.wrappingAdd(1, ordering: .relaxed).oldValue, index < items.count {
                    (places + index).initialize(to: transform(items[index]))
                }
            }
            count = items.count
        }
    }
}

extension CompiledShop {
    /// The same shop, refused for something that it shares with others.
    fileprivate var withoutBundle: CompiledShop {
        CompiledShop(id: id, tenant: tenant, bundle: nil, diagnostics: diagnostics)
    }
}
