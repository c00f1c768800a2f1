import LiverySchema

/// What every shop stands on, the built-in layer and the platform's: merged, and decoded as far as nothing is missing.
/// A shop says little, so most of its definition is this.
package struct CommonGround: Sendable {
    /// Weakest first.
    package let layers: [Layer]
    let decoded: DecodedValues
    /// Without the overlays.
    private let tree: LayeredNode
    private let overlaid: Origins
    /// By environment, those that its overlays touch.
    private let groundAreas: [EnvironmentName: Set<String>]

    package init(_ layers: [Layer]) {
        self.layers = layers
        groundAreas = Self.overlaidAreas(layers)
        let base = layers.map { $0.tree.without(["environments"]) }
        var count: UInt32 = 0
        let tree = base.dropFirst().reduce(base[0]) { Self.merge($0, under: $1) }
            .numbered(for: .base, from: &count)
        let overlaid = Origins(overlaid: groundAreas) { environment in
            layers.compactMap { $0.overlay(environment) }.reduce(tree) { Self.merge($0, under: $1) }
                .numbered(for: .base, from: &count)
        }
        var context = DecodingContext(isPartial: false, isRemembering: true)
        for environment in EnvironmentName.allCases {
            _ = Schema<Definition>.definition.decode(overlaid.tree(environment), &context)
        }
        decoded = context.known
        self.tree = tree
        self.overlaid = overlaid
    }

    /// All layers merged, in each environment.
    func origins(under own: [Layer]) -> Origins {
        let merged = own.reduce(tree) { Self.merge($0, under: $1.tree.without(["environments"])) }
        let touched = own.flatMap { $0.tree.entries.map(\.key) }
        var areasByEnvironment = groundAreas
        areasByEnvironment.merge(Self.overlaidAreas(own)) { $0.union($1) }
        return Origins(overlaid: areasByEnvironment) { environment in
            let overlays = own.compactMap { $0.overlay(environment) }
            let areas = touched + overlays.flatMap { $0.entries.map(\.key) }
            // An overlay of the ground over an area that only the ground sets is merged already.
            let settled = overlaid.tree(environment).entries.filter {
                !areas.contains($0.key) && tree.entry($0.key) != nil
            }
            let keys = Set(settled.map(\.key))
            let grounds = layers.compactMap { $0.overlay(environment)?.without(keys) }
            return (grounds + overlays).reduce(merged) { Self.merge($0, under: $1) }.replacing(settled)
        }
    }

    private static func overlaidAreas(_ layers: [Layer]) -> [EnvironmentName: Set<String>] {
        var areas: [EnvironmentName: Set<String>] = [:]
        for environment in EnvironmentName.allCases {
            for entry in layers.lazy.compactMap({ $0.overlay(environment) }).flatMap(\.entries) {
                areas[environment, default: []].insert(entry.key)
            }
        }
        return areas
    }

    private static func merge(_ weaker: LayeredNode, under stronger: LayeredNode) -> LayeredNode {
        weaker.merged(under: stronger, shape: Schema<Definition>.definition.shape)
    }
}
