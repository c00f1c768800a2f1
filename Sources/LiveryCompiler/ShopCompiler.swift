import LiveryBundle
import LiveryDiagnostics
import LiveryPrivacy
import LiveryTenant

/// One shop's way through the pipeline: layers, tenant, data map, documents, bundle.
struct ShopCompiler: Sendable {
    let prepared: Prepared
    let id: String

    /// What the bundle and the preview are written from.
    struct Documents: Sendable {
        let tenant: Tenant
        let dataMap: DataMap
        let policy: PolicyDocument
        let partnerNotice: PolicyDocument
        let consent: ConsentSettings
    }

    struct Outcome: Sendable {
        let result: CompiledShop
        let documents: Documents?
        /// For the rules across shops.
        let subject: TenancyRules.Shop?
    }

    func compile(emitBundle: Bool) -> Outcome {
        guard let file = prepared.input.shops[id] else {
            preconditionFailure("only shops of the input are compiled")
        }
        let layer = Prepared.layer(.shop(id), file)
        guard let (layers, faults) = prepared.layers(under: layer) else { return refused(layer.diagnostics) }
        let resolution = Resolution(shop: id, layers: layers + [layer], catalogue: prepared.catalogue)
        // A layer that could not be read as YAML has lost values: to report those as missing would be a second finding
        // for one cause.
        let isWhole = (layers + [layer]).allSatisfy { !$0.diagnostics.contains(where: \.hidesValues) }
        var found = layer.diagnostics + faults
        found += isWhole ? resolution.diagnostics : resolution.diagnostics.filter { $0.code != "schema/missing-key" }
        guard let tenant = resolution.tenant, !found.hasErrors else { return refused(found) }
        found += AssetRules.findings(in: tenant, origins: resolution.origins, assets: prepared.input.assets)
        let (documents, privacyFaults) = documents(of: tenant)
        found += privacyFaults.map { $0.placed(by: resolution.origins) }
        guard let documents, !found.hasErrors else { return refused(found) }
        let bundle = emitBundle ? emit(documents, layers: layers + [layer]) : nil
        return Outcome(
            result: CompiledShop(id: id, tenant: tenant, bundle: bundle, diagnostics: found), documents: documents,
            subject: TenancyRules.Shop(tenant: tenant, origins: resolution.origins))
    }

    private func refused(_ diagnostics: [Diagnostic]) -> Outcome {
        Outcome(
            result: CompiledShop(id: id, tenant: nil, bundle: nil, diagnostics: diagnostics), documents: nil, subject: nil)
    }
}

extension Diagnostic {
    /// Whether the parser lost part of a file.
    fileprivate var hidesValues: Bool {
        severity == .error && (code.hasPrefix("yaml/") || code == "tenant/empty-file")
    }

    /// A finding of the privacy stage knows the path of its fact; the origins know the place.
    fileprivate func placed(by origins: Origins) -> Diagnostic {
        guard span == nil else { return self }
        var placed = self
        placed.span = origins.place(of: path)
        return placed
    }
}
