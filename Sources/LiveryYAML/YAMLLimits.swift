/// How much of everything one text may hold. Each limit is checked before the memory that it guards is asked for.
package struct YAMLLimits: Sendable {
    /// The size of the text. Offsets are 32-bit, so that more than 4 GiB is never accepted.
    package var bytes: Int
    /// Collections inside collections, block and flow together, aliases expanded.
    package var depth: Int
    /// Scalars, aliases and collections.
    package var nodes: Int
    /// The nodes that a reader meets when it follows each alias into its target.
    package var aliasExpansion: Int

    package init(bytes: Int, depth: Int, nodes: Int, aliasExpansion: Int) {
        self.bytes = min(bytes, Int(UInt32.max) - YAMLEvents.padding)
        self.depth = depth
        self.nodes = nodes
        self.aliasExpansion = aliasExpansion
    }

    /// Far above what a person writes, far below what hurts: the longest definition seen has some 400 lines.
    package static let definition = YAMLLimits(
        bytes: 16 << 20, depth: 256, nodes: 1_000_000, aliasExpansion: 100_000)
}
