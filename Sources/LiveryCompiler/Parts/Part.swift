import LiveryBundle

/// The shops of a run that leaves the others to further runs, and the rules across shops to a merge.
package enum Part: Hashable, Sendable {
    case shard(Shard)
    /// One shop, as if it were the only one.
    case shop(String)

    package func contains(_ shop: String) -> Bool {
        switch self {
        case .shard(let shard): shard.contains(shop)
        case .shop(let id): shop == id
        }
    }

    /// As people speak of it.
    package var name: String {
        switch self {
        case .shard(let shard): "shard \(shard.text)"
        case .shop(let id): "`\(id)` alone"
        }
    }
}

/// One of several machines, or jobs, that each compile some of the shops: `2/4` is the second of four.
package struct Shard: Hashable, Sendable {
    /// From 1.
    package let index: Int
    package let total: Int

    /// More machines than anybody has, and few enough to list those that are missing.
    package static let limit = 1000

    package init?(index: Int, total: Int) {
        guard (1...Self.limit).contains(total), (1...total).contains(index) else { return nil }
        self.index = index
        self.total = total
    }

    package var text: String { "\(index)/\(total)" }

    /// Whether a shop belongs here: the jump consistent hash over the first eight bytes, the most significant first, of
    /// the SHA-256 of its id. It depends on the shop's id and the number of shards alone, so that a new shop moves
    /// no other. With one shard more, a shop stays where it is or moves to the new one.
    package func contains(_ shop: String) -> Bool {
        Self.place(of: shop, among: total) == index - 1
    }

    static func place(of shop: String, among total: Int) -> Int {
        let key = SHA256.digest(Array(shop.utf8)).prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        return jump(key, among: total)
    }

    /// The jump consistent hash of Lamping and Veach (arXiv:1406.2294, figure 1). Each step is one operation of the
    /// binary64 of IEEE 754, so that all machines agree.
    static func jump(_ key: UInt64, among total: Int) -> Int {
        var key = key
        var place = 0
        var next = 0
        while next < total {
            place = next
            key = key &* 2_862_933_555_777_941_757 &+ 1
            next = Int(Double(place + 1) * (Double(UInt64(1) << 31) / Double((key >> 33) + 1)))
        }
        return place
    }
}
