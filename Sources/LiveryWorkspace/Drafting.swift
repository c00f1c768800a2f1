import LiveryBundle
import LiveryCompiler
import Synchronization

/// Builds each bundle beside its place as soon as it is made, on the thread that made it, so that no more than a few
/// are in memory at a time. Nothing of it shows before the drafts are settled.
final class Drafting: Sendable {
    /// A draft, and what the output looked like before.
    struct Item: Sendable {
        let draft: Workbench.Draft
        let layout: BundleLayout
        let formerSeal: OutputSeal?
    }

    private struct Collected {
        var items: [Item] = []
        var failure: (shop: String, error: SystemError)?
        /// By the paths of the files.
        var layouts: [[String]: BundleLayout] = [:]
    }

    private let bench: Workbench
    /// By shop, the files that an earlier run wrote.
    private let known: @Sendable (String) -> Set<String>
    private let isAdopting: Bool
    private let isOver: @Sendable () -> Bool
    private let collected = Mutex(Collected())

    init(
        on bench: Workbench, known: @escaping @Sendable (String) -> Set<String>, adopting: Bool,
        isOver: @escaping @Sendable () -> Bool
    ) {
        self.bench = bench
        self.known = known
        isAdopting = adopting
        self.isOver = isOver
    }

    func take(_ bundle: Bundle, of shop: String) {
        guard !isOver(), collected.withLock({ $0.failure == nil }) else { return }
        do throws(SystemError) {
            let layout = layout(of: bundle)
            // Before the bytes are compared: what comes into a file later must show.
            let seal = OutputSeal(of: shop, in: bench.output, layout)
            let draft = try bench.draft(
                bundle, layout, of: shop, owning: known(shop), adopting: isAdopting)
            collected.withLock { $0.items.append(Item(draft: draft, layout: layout, formerSeal: seal)) }
        } catch {
            collected.withLock { collected in
                // Of several threads that fail, the first shop speaks.
                if collected.failure.map({ shop < $0.shop }) ?? true { collected.failure = (shop, error) }
            }
        }
    }

    /// Most shops have the same, so that there are few in memory.
    private func layout(of bundle: Bundle) -> BundleLayout {
        let paths = bundle.files.map(\.path)
        if let known = collected.withLock({ $0.layouts[paths] }) { return known }
        let new = BundleLayout(bundle)
        return collected.withLock { collected in
            let layout = collected.layouts[paths] ?? new
            collected.layouts[paths] = layout
            return layout
        }
    }

    /// In the order of the shops.
    var items: [Item] { collected.withLock { $0.items.sorted { $0.draft.shop < $1.draft.shop } } }

    var failure: SystemError? { collected.withLock { $0.failure?.error } }
}
