package import LiveryBundle
import Synchronization

/// Compares each bundle with an output folder as soon as it is made, on the thread that made it, so that no more than a
/// few are in memory at a time. Changes nothing.
package final class Comparison: Sendable {
    private let output: String
    private let collected = Mutex<[String: Result<Drift, SystemError>]>([:])

    package init(with output: String) {
        self.output = output
    }

    package func take(_ bundle: Bundle, of shop: String) {
        let result = Result { () throws(SystemError) in try Drift.of(bundle, of: shop, in: output) }
        collected.withLock { $0[shop] = result }
    }

    /// The shops whose bundles were compared.
    package var shops: Set<String> { collected.withLock { Set($0.keys) } }

    /// How the output differs from the bundles of these shops, which were compared. `known` are all shops that have a
    /// definition; the folders of others are outdated. nil leaves other folders alone.
    package func drift(of shops: Set<String>, known: Set<String>?) throws(SystemError) -> Drift {
        let results = collected.withLock { $0 }
        var items: [Drift.Item] = []
        for shop in shops.sorted() {
            if let result = results[shop] { items += try result.get().items }
        }
        if let known {
            items += try Drift.leftShops(in: output, besides: known).map {
                Drift.Item(difference: .outdated, path: output + "/" + $0)
            }
        }
        return Drift(items: items)
    }
}
