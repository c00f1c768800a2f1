import LiveryBundle
import LiveryDiagnostics
import LiveryPrivacy
import LiverySchema
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
        let origins: Origins
    }

    struct Outcome: Sendable {
        let result: CompiledShop
        let documents: Documents?
        /// For the rules across shops.
        let subject: TenancyRules.Shop?
        /// The silences that took a finding of this shop away.
        let usedSilences: Set<Silence>
    }

    func compile(emitBundle: Bool) -> Outcome {
        guard let file = prepared.input.shops[id] else {
            preconditionFailure("only shops of the input are compiled")
        }
        let layer = Prepared.layer(.shop(id), file)
        let rulings = prepared.rulings.adding(file)
        guard let (layers, misnamed) = prepared.layers(under: layer) else {
            return refused(layer.diagnostics, rulings)
        }
        let resolution = Resolution(shop: id, layers: layers + [layer], catalogue: prepared.catalogue)
        // A layer that could not be read as YAML has lost values: to report those as missing would be a second finding
        // for one cause.
        let isWhole =
            misnamed.isEmpty && (layers + [layer]).allSatisfy { !$0.diagnostics.contains(where: \.hidesValues) }
        var found = layers.flatMap(\.diagnostics) + layer.diagnostics + misnamed
        found += isWhole ? resolution.diagnostics : resolution.diagnostics.filter { !$0.isAboutAbsence }
        found = found.withoutConsequences()
        found += faults(of: rulings, in: layers + [layer])
        guard let tenant = resolution.tenant, !found.hasErrors else { return refused(found, rulings) }
        found += AssetRules.findings(in: tenant, origins: resolution.origins, assets: prepared.input.assets)
        let (documents, faults) = derive(from: tenant, resolution.origins)
        found += faults.map { $0.placed(by: resolution.origins) }
        guard !found.hasErrors else { return refused(found, rulings) }
        let (left, used) = judge(found, by: rulings, file: file)
        guard !left.hasErrors else { return refused(left, rulings) }
        let bundle = emitBundle ? emit(documents, layers: layers + [layer]) : nil
        return Outcome(
            result: CompiledShop(id: id, tenant: tenant, bundle: bundle, diagnostics: left), documents: documents,
            subject: TenancyRules.Shop(tenant: tenant, origins: resolution.origins), usedSilences: used)
    }

    /// From the tenant to everything that the bundle says.
    private func derive(from tenant: Tenant, _ origins: Origins) -> (documents: Documents, faults: [Diagnostic]) {
        let consent = ConsentSettings.derive(from: tenant, catalogue: prepared.catalogue)
        let (dataMap, dataFaults) = DataMap.derive(from: tenant, catalogue: prepared.catalogue)
        let (policy, policyFaults) = PolicyDocument.compose(
            tenant: tenant, dataMap: dataMap, consent: consent, clauses: prepared.clauses)
        let (notice, noticeFaults) = PolicyDocument.composePartnerNotice(
            tenant: tenant, dataMap: dataMap, consent: consent, clauses: prepared.clauses)
        let documents = Documents(
            tenant: tenant, dataMap: dataMap, policy: policy, partnerNotice: notice, consent: consent,
            origins: origins)
        let labelFaults = StoreLabels.check(tenant, dataMap: dataMap)
        return (documents, dataFaults + policyFaults + noticeFaults + labelFaults)
    }

    private func emit(_ documents: Documents, layers: [Layer]) -> Bundle {
        Bundle.emit(
            tenant: documents.tenant, dataMap: documents.dataMap, policy: documents.policy,
            partnerNotice: documents.partnerNotice, consent: documents.consent,
            provenance: prepared.provenance(of: documents),
            inputDigest: inputDigest(of: documents.tenant, layers: layers), assets: prepared.input.assets)
    }

    func preview(_ documents: Documents) -> [UInt8] {
        Preview.page(
            tenant: documents.tenant, policy: documents.policy, readability: documents.readability,
            consent: documents.consent,
            assets: prepared.input.assets)
    }

    /// SHA-256 over everything that the bundle is made from: the compiler, the shop's layers, the workspace's provider
    /// files and the pictures that the shop names, each with its name and length before it.
    private func inputDigest(of tenant: Tenant, layers: [Layer]) -> String {
        var bytes = Array("livery \(Compiler.version)\n".utf8)
        func add(_ name: String, _ content: [UInt8]) {
            bytes += Array("\(name) \(content.count)\n".utf8) + content
        }
        let input = prepared.input
        for layer in layers {
            switch layer.kind {
            case .builtIn: continue
            case .platform: add("platform", input.platform?.bytes ?? [])
            case .group(let id): add("group \(id)", input.groups[id]?.bytes ?? [])
            case .shop(let id): add("shop \(id)", input.shops[id]?.bytes ?? [])
            }
        }
        for (id, file) in input.integrations.sorted(by: { $0.key < $1.key }) { add("integration \(id)", file.bytes) }
        for (name, file) in input.clauses.sorted(by: { $0.key < $1.key }) { add("clauses \(name)", file.bytes) }
        for picture in [tenant.branding.logo, tenant.branding.logoDark, tenant.branding.icon].compactMap(\.self) {
            add("asset \(picture)", input.assets[picture] ?? [])
        }
        return SHA256.hexDigest(bytes)
    }

    /// What is wrong with the silences of this shop's files.
    private func faults(of rulings: Rulings, in layers: [Layer]) -> [Diagnostic] {
        let files = Set(layers.map(\.tree.span.file))
        return rulings.faults.filter { $0.span.map { files.contains($0.file) } ?? false }
    }

    /// A shop without errors has met all its rules, so that a silence in its file that took nothing away is of no use.
    private func judge(
        _ found: [Diagnostic], by rulings: Rulings, file: SourceFile
    ) -> (left: [Diagnostic], used: Set<Silence>) {
        let (left, used) = rulings.judge(found)
        let unused = rulings.silences.filter { $0.span.file == file.id && !used.contains($0) }
        return (left + rulings.settled(unused.map { .unusedSilence($0) }), used)
    }

    private func refused(_ diagnostics: [Diagnostic], _ rulings: Rulings) -> Outcome {
        let (left, used) = rulings.judge(diagnostics)
        return Outcome(
            result: CompiledShop(id: id, tenant: nil, bundle: nil, diagnostics: left), documents: nil, subject: nil,
            usedSilences: used)
    }
}

extension [Diagnostic] {
    /// What is missing because its key is misspelled is no second finding: the fix of the first mends both.
    fileprivate func withoutConsequences() -> [Diagnostic] {
        let meant = compactMap(\.meantPath)
        guard !meant.isEmpty else { return self }
        return filter { finding in
            !finding.isAboutAbsence || !meant.contains { finding.path == $0 || finding.path.hasPrefix($0 + ".") }
        }
    }
}

extension Diagnostic {
    /// Whether something is said to be missing.
    fileprivate var isAboutAbsence: Bool {
        ["schema/missing-key", "tenant/missing-identifier", "tenant/missing-secret"].contains(code)
    }

    /// The path that a misspelled key was meant to have, without the environment that it stands in.
    fileprivate var meantPath: String? {
        let isAboutKey = code == "schema/unknown-key" || (code.hasPrefix("tenant/unknown-") && !path.isEmpty)
        guard isAboutKey, let key = fixes.first?.replacement else { return nil }
        var parts = path.split(separator: ".").dropLast() + [key[...]]
        if parts.first == "environments", parts.count > 2 { parts.removeFirst(2) }
        return parts.joined(separator: ".")
    }

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
