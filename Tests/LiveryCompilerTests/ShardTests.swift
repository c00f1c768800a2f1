import Testing

@testable import LiveryCompiler

@Suite("Which shop belongs to which shard")
struct ShardTests {
    private static let shops = (0..<500).map { "shop-\($0)" }

    @Test("The jump consistent hash gives the numbers that other implementations give")
    func vectors() {
        // github.com/jedisct1/rust-jumphash, and the package jump-consistent-hash of PyPI.
        #expect(Shard.jump(0, among: 60) == 0)
        #expect(Shard.jump(1, among: 60) == 55)
        #expect(Shard.jump(2, among: 60) == 46)
        #expect(Shard.jump(256, among: 1024) == 520)
    }

    @Test("A shop stays in its shard for ever")
    func fixed() {
        #expect(Shard.place(of: "oakwood-auto-care", among: 4) == 3)
        #expect(Shard.place(of: "pruitt-auto", among: 4) == 1)
        #expect(Shard.place(of: "pruitt-auto", among: 1000) == Shard.place(of: "pruitt-auto", among: 1000))
    }

    @Test("Every shop has one shard, and a further shard takes shops and moves none between the others")
    func consistent() throws {
        for total in 1..<17 {
            var sizes = Array(repeating: 0, count: total)
            for shop in Self.shops {
                let owners = (1...total).filter { Shard(index: $0, total: total)?.contains(shop) ?? false }
                try #require(owners.count == 1)
                sizes[owners[0] - 1] += 1
                let next = Shard.place(of: shop, among: total + 1)
                #expect(next == owners[0] - 1 || next == total)
            }
            #expect(sizes.allSatisfy { $0 > 500 / total / 2 && $0 < 500 / total * 2 + 1 }, "\(sizes)")
        }
    }

    @Test("A shard is one of so many")
    func bounds() {
        #expect(Shard(index: 1, total: 1)?.text == "1/1")
        #expect(Shard(index: 1000, total: 1000) != nil)
        for (index, total) in [(0, 4), (5, 4), (1, 0), (-1, 4), (1, 1001)] {
            #expect(Shard(index: index, total: total) == nil)
        }
    }
}
